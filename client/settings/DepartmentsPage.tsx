import { ActionIcon, Button, Group } from '@mantine/core';
import { Building2, Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { adminRoutes, type Department } from '../../shared/api/admin.ts';
import { call } from '../api/call.ts';
import { Empty } from '../ui/Empty.tsx';
import { NameDialog } from './NameDialog.tsx';
import { Page } from './Page.tsx';
import { RemoveButton } from './RemoveButton.tsx';
import { Rows } from './Rows.tsx';
import { RowText } from './RowText.tsx';
import { useChange, useDepartments } from './use-admin.ts';

/** The groups of agents that conversations are passed on to. */
export function DepartmentsPage() {
  const { t } = useTranslation('settings');
  const [open, setOpen] = useState<Department | 'new' | null>(null);
  const add = (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => setOpen('new')}>
      {t('departments.add')}
    </Button>
  );
  return (
    <Page title={t('page.departments')} text={t('departments.text')} action={add}>
      <Rows
        label={t('page.departments')}
        query={useDepartments()}
        toKey={({ id }) => id}
        empty={<Empty icon={Building2} title={t('departments.empty')} text={t('departments.emptyText')} />}
        row={(department) => <DepartmentRow department={department} rename={() => setOpen(department)} />}
      />
      {open && <DepartmentDialog department={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Page>
  );
}

function DepartmentDialog({ department, onClose }: { department: Department | null; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const save = useChange(
    (name: string) =>
      department
        ? call(adminRoutes.departmentChange, { params: { id: department.id }, body: { name } })
        : call(adminRoutes.departmentCreate, { body: { name } }),
    { quiet: true },
  );
  return (
    <NameDialog
      title={t(department ? 'departments.rename' : 'departments.add')}
      label={t('departments.name')}
      name={department?.name ?? ''}
      saving={save.isPending}
      error={save.error}
      onSave={(name) => save.mutate(name, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}

function DepartmentRow({ department, rename }: { department: Department; rename: () => void }) {
  const { t } = useTranslation('settings');
  const { id, name, people, waiting } = department;
  const remove = useChange(() => call(adminRoutes.departmentRemove, { params: { id } }));
  return (
    <>
      <RowText title={name}>
        {[
          t('departments.people', { count: people }),
          waiting > 0 && t('departments.waiting', { count: waiting }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </RowText>
      <Group gap={4}>
        <ActionIcon aria-label={t('departments.renameOne', { name })} onClick={rename}>
          <Pencil size={16} />
        </ActionIcon>
        <RemoveButton
          name={name}
          text={t('departments.removeText')}
          remove={() => remove.mutate(undefined)}
        />
      </Group>
    </>
  );
}
