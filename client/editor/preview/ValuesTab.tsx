import { Badge, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatValue, type Value } from '../../../shared/schema/value.ts';
import styles from './SimulatorPanel.module.css';
import { useSimulation } from './simulator-context.ts';

interface Row {
  key: string;
  name: string;
  label: string | undefined;
  value: Value | undefined;
}

/** Everything the bot has found out: its variables, what is kept with the customer, tags, misses in a row. */
export function ValuesTab() {
  const { t } = useTranslation(['simulator', 'kinds']);
  const { state, contact } = useSimulation(({ rehearsal }) => rehearsal);
  const declared = useSimulation(({ file }) => file.bot.variables);
  const scoped = (scope: string) => declared.filter((variable) => variable.scope === scope);
  const own: Row[] = scoped('conversation').map(({ name, label }) => ({
    key: name,
    name,
    label,
    value: state.variables[name],
  }));
  const kept = new Set([...scoped('contact').map(({ name }) => name), ...Object.keys(contact)]);
  const known: Row[] = [...kept].map((name) => ({
    key: `contact.${name}`,
    name,
    label:
      declared.find((variable) => variable.name === name)?.label ??
      t(`kinds:variable.contact-${name}`, { defaultValue: '' }),
    value: contact[name],
  }));
  return (
    <Stack gap="sm">
      <Values title={t('values.variables')} empty={t('values.noVariables')} rows={own} />
      <Values title={t('values.contact')} empty={t('values.noContact')} rows={known} />
      <div>
        <Title order={3} className={styles.heading}>
          {t('values.tags')}
        </Title>
        {state.tags.length === 0 && (
          <Text size="xs" c="dimmed">
            {t('values.noTags')}
          </Text>
        )}
        <Group gap={4}>
          {state.tags.map((tag) => (
            <Badge key={tag} color="gray">
              {tag}
            </Badge>
          ))}
        </Group>
      </div>
      <Text size="xs" c="dimmed">
        {t('misses', { count: state.misses })}
      </Text>
    </Stack>
  );
}

function Values({ title, empty, rows }: { title: string; empty: string; rows: Row[] }) {
  const { t, i18n } = useTranslation('simulator');
  const known = rows.filter(({ value }) => value !== undefined);
  const others = rows.filter(({ value }) => value === undefined).map(({ name, label }) => label || name);
  const names = new Intl.ListFormat(i18n.language, { type: 'unit' }).format(others);
  const changed = useSimulation((simulation) => simulation.changed);
  return (
    <div>
      <Title order={3} className={styles.heading}>
        {title}
      </Title>
      {rows.length === 0 && (
        <Text size="xs" c="dimmed">
          {empty}
        </Text>
      )}
      {known.length > 0 && (
        <Table aria-label={title} className={styles.values} verticalSpacing={2} horizontalSpacing={4}>
          <Table.Tbody>
            {known.map(({ key, name, label, value }) => (
              <Table.Tr key={key} data-changed={changed.has(key) || undefined}>
                <Table.Th scope="row">
                  {label || name}
                  {label && <span className={styles.name}>{name}</span>}
                </Table.Th>
                <Table.Td>
                  {value !== undefined && toShown(value, t)}
                  {changed.has(key) && (
                    <Badge size="xs" ml={6}>
                      {t('values.new')}
                    </Badge>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {others.length > 0 && (
        <Text size="xs" c="dimmed" lineClamp={4}>
          {t('values.notKnown', { names })}
        </Text>
      )}
    </div>
  );
}

function toShown(value: Value, t: (key: string) => string): string {
  return typeof value === 'boolean' ? t(value ? 'values.yes' : 'values.no') : formatValue(value);
}
