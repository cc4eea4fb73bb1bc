import { ActionIcon, Alert, Button, Group, Modal, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { LockKeyhole, Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { adminRoutes } from '../../shared/api/admin.ts';
import { call } from '../api/call.ts';
import { applyProblem } from '../ui/apply-problem.ts';
import { DialogButtons } from '../ui/DialogButtons.tsx';
import { Empty } from '../ui/Empty.tsx';
import { toWhen } from '../ui/times.ts';
import { useNow } from '../ui/use-now.ts';
import { Page } from './Page.tsx';
import { RemoveButton } from './RemoveButton.tsx';
import { Rows } from './Rows.tsx';
import { RowText } from './RowText.tsx';
import { tellSaved, useChange, useSecrets } from './use-admin.ts';

/** Passwords and keys of other systems; flows name them, nobody reads them again. */
export function SecretsPage() {
  const { t } = useTranslation('settings');
  const [open, setOpen] = useState<string | null>(null);
  return (
    <Page
      title={t('page.secrets')}
      text={t('secrets.text')}
      action={
        <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => setOpen('')}>
          {t('secrets.add')}
        </Button>
      }
    >
      <Rows
        label={t('page.secrets')}
        query={useSecrets()}
        toKey={({ name }) => name}
        empty={<Empty icon={LockKeyhole} title={t('secrets.empty')} text={t('secrets.emptyText')} />}
        row={(secret) => <SecretRow {...secret} change={() => setOpen(secret.name)} />}
      />
      {open !== null && <SecretDialog name={open} onClose={() => setOpen(null)} />}
    </Page>
  );
}

function SecretDialog({ name: given, onClose }: { name: string; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const form = useForm({
    initialValues: { name: given, value: '' },
    validate: { name: (name) => (/^[a-z][a-z0-9_]{0,62}$/.test(name) ? null : t('secrets.nameRule')) },
  });
  const save = useChange(
    ({ name, value }: { name: string; value: string }) =>
      call(adminRoutes.secretPut, { params: { name }, body: { value } }),
    { quiet: true },
  );
  const submit = (values: { name: string; value: string }) =>
    save.mutate(values, {
      onSuccess: () => {
        tellSaved();
        onClose();
      },
      onError: (error) => form.setErrors(applyProblem(error, values)),
    });
  return (
    <Modal opened onClose={onClose} title={t(given ? 'secrets.change' : 'secrets.add')}>
      <form onSubmit={form.onSubmit(submit)} autoComplete="off">
        <Stack gap="md">
          <TextInput
            required
            label={t('secrets.name')}
            description={t('secrets.nameRule')}
            disabled={given !== ''}
            {...form.getInputProps('name')}
          />
          <PasswordInput
            required
            autoComplete="off"
            label={t('secrets.value')}
            description={t('secrets.valueHint')}
            {...form.getInputProps('value')}
          />
          {form.errors.form && <Alert color="red">{form.errors.form}</Alert>}
          <DialogButtons saving={save.isPending} onClose={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}

function SecretRow({ name, changedAt, change }: { name: string; changedAt: string; change: () => void }) {
  const { t, i18n } = useTranslation('settings');
  const now = useNow();
  const remove = useChange(() => call(adminRoutes.secretRemove, { params: { name } }));
  return (
    <>
      <RowText title={<code>{name}</code>}>
        {t('secrets.changed', { when: toWhen(changedAt, now, i18n.language) })}
      </RowText>
      <Group gap={4}>
        <ActionIcon aria-label={t('secrets.changeOne', { name })} onClick={change}>
          <Pencil size={16} />
        </ActionIcon>
        <RemoveButton name={name} text={t('secrets.removeText')} remove={() => remove.mutate(undefined)} />
      </Group>
    </>
  );
}
