import { Alert, Button, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { adminRoutes, type Settings } from '../../shared/api/admin.ts';
import { call } from '../api/call.ts';
import { applyProblem } from '../ui/apply-problem.ts';
import { Failed } from '../ui/Failed.tsx';
import { PageSkeleton } from '../ui/PageSkeleton.tsx';
import { Page } from './Page.tsx';
import { tellSaved, useChange, useServerSettings } from './use-admin.ts';

/** What holds for all bots of this server. */
export function ServerPage() {
  const { t } = useTranslation('settings');
  const settings = useServerSettings();
  if (settings.data === undefined)
    return settings.isError ? (
      <Failed error={settings.error} retry={() => void settings.refetch()} />
    ) : (
      <PageSkeleton />
    );
  return (
    <Page title={t('page.server')} text={t('server.text')}>
      <ServerForm settings={settings.data} />
    </Page>
  );
}

type Fields = Pick<Settings, 'organisation' | 'chatsPerAgent'>;

function ServerForm({ settings }: { settings: Settings }) {
  const { t } = useTranslation('settings');
  const { organisation, chatsPerAgent } = settings;
  const form = useForm<Fields>({ initialValues: { organisation, chatsPerAgent } });
  const save = useChange((body: Fields) => call(adminRoutes.settingsChange, { body }), {
    quiet: true,
  });
  const submit = (values: Fields) =>
    save.mutate(values, {
      onSuccess: () => {
        form.resetDirty(values);
        tellSaved();
      },
      onError: (error) => form.setErrors(applyProblem(error, values)),
    });
  return (
    <form onSubmit={form.onSubmit(submit)}>
      <Stack gap="md" maw={480}>
        <TextInput
          label={t('server.organisation')}
          description={t('server.organisationHint')}
          maxLength={200}
          {...form.getInputProps('organisation')}
        />
        <NumberInput
          required
          label={t('server.chatsPerAgent')}
          description={t('server.chatsPerAgentHint')}
          min={1}
          max={100}
          allowDecimal={false}
          {...form.getInputProps('chatsPerAgent')}
        />
        <Text size="sm" c="dimmed">
          {t('server.address', { address: settings.publicUrl })}{' '}
          {t(settings.mail ? 'server.mailOn' : 'server.mailOff')}
        </Text>
        {form.errors.form && <Alert color="red">{form.errors.form}</Alert>}
        <Button type="submit" w="fit-content" loading={save.isPending} disabled={!form.isDirty()}>
          {t('common:action.save')}
        </Button>
      </Stack>
    </form>
  );
}
