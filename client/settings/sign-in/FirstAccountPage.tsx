import { Alert, Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, Navigate } from 'react-router';
import { authRoutes, type FirstAccountBody } from '../../../shared/api/auth.ts';
import { call } from '../../api/call.ts';
import { sessionQuery } from '../../api/session.ts';
import { applyProblem } from '../../ui/apply-problem.ts';
import { isPassword, NewPasswordField } from './NewPasswordField.tsx';
import { OutsidePage } from './OutsidePage.tsx';
import { useEnter } from './use-enter.ts';
import { useLinkToken } from './use-link-token.ts';

/** Makes the first administrator, by the one-time link that the server printed when it started. */
export function FirstAccountPage() {
  const { t } = useTranslation('sign-in');
  const token = useLinkToken();
  const { person, firstAccount } = useSuspenseQuery(sessionQuery).data;
  if (person) return <Navigate to="/" replace />;
  if (!firstAccount)
    return (
      <OutsidePage title={t('first.madeTitle')} text={t('first.madeText')}>
        <Button component={Link} to="/sign-in">
          {t('toSignIn')}
        </Button>
      </OutsidePage>
    );
  if (token === '') return <OutsidePage title={t('first.noLinkTitle')} text={t('first.noLinkText')} />;
  return <FirstAccountForm token={token} />;
}

function FirstAccountForm({ token }: { token: string }) {
  const { t } = useTranslation('sign-in');
  const enter = useEnter();
  const form = useForm<Omit<FirstAccountBody, 'token'>>({
    initialValues: { name: '', email: '', password: '' },
    validate: {
      name: (name) => (name.trim() ? null : t('nameMissing')),
      password: (password) => (isPassword(password) ? null : t('passwordRule')),
    },
  });
  const make = useMutation({
    mutationFn: (body: FirstAccountBody) => call(authRoutes.firstAccount, { body }),
    onSuccess: ({ person }) => enter(person),
    onError: (error) => form.setErrors(applyProblem(error, form.values)),
  });
  return (
    <OutsidePage title={t('first.title')} text={t('first.text')}>
      <form onSubmit={form.onSubmit((body) => make.mutate({ ...body, email: body.email.trim(), token }))}>
        <Stack gap="md">
          <TextInput required label={t('name')} autoComplete="name" {...form.getInputProps('name')} />
          <TextInput
            required
            type="email"
            autoComplete="username"
            label={t('email')}
            {...form.getInputProps('email')}
          />
          <NewPasswordField required {...form.getInputProps('password')} />
          {form.errors.form && <Alert color="red">{form.errors.form}</Alert>}
          <Button type="submit" loading={make.isPending}>
            {t('first.make')}
          </Button>
        </Stack>
      </form>
    </OutsidePage>
  );
}
