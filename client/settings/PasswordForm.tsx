import { Alert, Button, PasswordInput, Stack, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { ApiProblem, toSentence } from '../api/api-problem.ts';
import { useChangeProfile, usePerson } from '../api/session.ts';
import { isPassword, NewPasswordField } from './sign-in/NewPasswordField.tsx';
import { tellSaved } from './use-admin.ts';

/** Changes one's own password; the present one is asked for. */
export function PasswordForm() {
  const { t } = useTranslation(['settings', 'sign-in']);
  const { email } = usePerson();
  const change = useChangeProfile();
  const form = useForm({
    initialValues: { present: '', next: '' },
    validate: { next: (next) => (isPassword(next) ? null : t('sign-in:passwordRule')) },
  });
  const submit = (password: { present: string; next: string }) =>
    change.mutate(
      { password },
      {
        onSuccess: () => {
          form.reset();
          tellSaved();
        },
        onError: (error) => form.setErrors(toPasswordErrors(error)),
      },
    );
  return (
    <form onSubmit={form.onSubmit(submit)}>
      <Stack gap="md" maw={480}>
        <Title order={2}>{t('profile.password')}</Title>
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <PasswordInput
          required
          autoComplete="current-password"
          label={t('profile.present')}
          {...form.getInputProps('present')}
        />
        <NewPasswordField required label={t('profile.next')} {...form.getInputProps('next')} />
        {form.errors.form && <Alert color="red">{form.errors.form}</Alert>}
        <Button type="submit" variant="default" w="fit-content" loading={change.isPending}>
          {t('profile.changePassword')}
        </Button>
      </Stack>
    </form>
  );
}

function toPasswordErrors(error: unknown): Record<string, string> {
  const fields = error instanceof ApiProblem ? error.fields : {};
  const { 'password.present': present, 'password.next': next } = fields;
  if (!present && !next) return { form: toSentence(error) };
  return { ...(present && { present }), ...(next && { next }) };
}
