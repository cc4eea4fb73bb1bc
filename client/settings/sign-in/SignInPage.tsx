import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { authRoutes, type SignInBody } from '../../../shared/api/auth.ts';
import { toSentence } from '../../api/api-problem.ts';
import { call } from '../../api/call.ts';
import { sessionQuery } from '../../api/session.ts';
import { OutsidePage } from './OutsidePage.tsx';
import { useEnter } from './use-enter.ts';

/** Signs in with e-mail and password, and goes on to where the person wanted to be. */
export function SignInPage() {
  const { t } = useTranslation('sign-in');
  const [search] = useSearchParams();
  const { person, firstAccount } = useSuspenseQuery(sessionQuery).data;
  const enter = useEnter();
  const form = useForm<SignInBody>({ initialValues: { email: '', password: '' } });
  const signIn = useMutation({
    mutationFn: (body: SignInBody) => call(authRoutes.signIn, { body }),
    onSuccess: ({ person: signedIn }) => enter(signedIn),
    onError: () => form.setFieldValue('password', ''),
  });
  if (person) return <Navigate to={toOwnPath(search.get('to'))} replace />;
  return (
    <OutsidePage title={t('title')}>
      {firstAccount && <Alert color="petrol">{t('noAccountYet')}</Alert>}
      <form onSubmit={form.onSubmit((body) => signIn.mutate({ ...body, email: body.email.trim() }))}>
        <Stack gap="md">
          <TextInput
            required
            type="email"
            autoComplete="username"
            label={t('email')}
            {...form.getInputProps('email')}
          />
          <PasswordInput
            required
            autoComplete="current-password"
            label={t('password')}
            visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
            {...form.getInputProps('password')}
          />
          {signIn.isError && (
            <Alert color="red" role="alert">
              {toSentence(signIn.error)}
            </Alert>
          )}
          <Button type="submit" loading={signIn.isPending}>
            {t('signIn')}
          </Button>
        </Stack>
      </form>
    </OutsidePage>
  );
}

/** A path of our own to go on to; an address that leads elsewhere is not followed. */
export function toOwnPath(wanted: string | null): string {
  return wanted !== null && /^\/(?![/\\])/.test(wanted) ? wanted : '/';
}
