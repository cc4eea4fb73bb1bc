import { Button, Group, Switch, Text, TextInput } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Department } from '../../../shared/schema/bot-settings.ts';
import { newId, newName } from '../document/new-id.ts';
import { RowActions } from '../fields/RowActions.tsx';
import styles from './BotSettingsPage.module.css';
import { HoursEditor } from './HoursEditor.tsx';
import { toOfficeHours } from './office-hours.ts';
import { Section } from './Section.tsx';
import { UsedIn } from './UsedIn.tsx';
import { useNotifyDeleted } from './use-notify-deleted.tsx';
import { useEditSettings, useErrorAt, useSetting } from './use-settings.ts';
import { useDepartmentUses } from './use-uses.ts';

/** The groups of agents to whom this bot hands over. */
export function DepartmentsSection() {
  const { t } = useTranslation('bot-settings');
  const departments = useSetting('departments');
  const edit = useEditSettings();
  const notifyDeleted = useNotifyDeleted();
  const add = () =>
    edit((bot) => {
      const ids = bot.departments.map(({ id }) => id);
      const names = bot.departments.map(({ name }) => name);
      bot.departments.push({ id: newId('d-', ids), name: newName(t('departments.new'), names), hours: null });
    });
  const remove = (department: Department, index: number) => {
    edit((bot) => {
      bot.departments = bot.departments.filter(({ id }) => id !== department.id);
    });
    notifyDeleted(department.name, ({ bot }) => {
      if (!bot.departments.some(({ id }) => id === department.id))
        bot.departments.splice(index, 0, department);
    });
  };
  return (
    <Section counts="atOnce" title={t('part.departments')} hint={t('departments.hint')}>
      {departments.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('departments.none')}
        </Text>
      )}
      {departments.map((department, index) => (
        <DepartmentRow
          key={department.id}
          department={department}
          index={index}
          onRemove={() => remove(department, index)}
        />
      ))}
      <Group>
        <Button variant="default" leftSection={<Plus size={14} aria-hidden />} onClick={add}>
          {t('departments.add')}
        </Button>
      </Group>
    </Section>
  );
}

function DepartmentRow(props: { department: Department; index: number; onRemove: () => void }) {
  const { department, index, onRemove } = props;
  const { t } = useTranslation('bot-settings');
  const edit = useEditSettings();
  const errorAt = useErrorAt();
  const uses = useDepartmentUses(department.id);
  const change = (apply: (department: Department) => void, gesture?: string) =>
    edit((bot) => {
      const found = bot.departments[index];
      if (found) apply(found);
    }, gesture);
  return (
    <div className={styles.row}>
      <Group align="flex-end" wrap="nowrap" gap="xs">
        <TextInput
          flex={1}
          label={t('departments.name')}
          value={department.name}
          maxLength={100}
          error={errorAt('departments', index, 'name') ?? errorAt('departments', index, 'id')}
          onChange={({ currentTarget: { value } }) =>
            change((found) => {
              found.name = value;
            }, `department-${department.id}`)
          }
        />
        <RowActions name={department.name} onRemove={onRemove} />
      </Group>
      <Switch
        mt="sm"
        label={t('departments.ownHours')}
        description={t('departments.ownHoursHint')}
        checked={department.hours !== null}
        onChange={({ currentTarget: { checked } }) =>
          change((found) => {
            found.hours = checked ? toOfficeHours() : null;
          })
        }
      />
      {department.hours && (
        <HoursEditor
          value={department.hours}
          path={['departments', index, 'hours']}
          edit={(apply, gesture) => change((found) => found.hours && apply(found.hours), gesture)}
        />
      )}
      <UsedIn uses={uses} />
    </div>
  );
}
