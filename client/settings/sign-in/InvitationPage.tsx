import { Alert, Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { type AcceptBody, authRoutes } from '../../../shared/api/auth.ts';
import { ApiProblem } from '../../api/api-problem.ts';
import { call } from '../../api/call.ts';
import { applyProblem } from '../../ui/apply-problem.ts';
import { Failed } from '../../ui/Failed.tsx';
import { PageSkeleton } from '../../ui/PageSkeleton.tsx';
import { isPassword, NewPasswordField } from './NewPasswordField.tsx';
import { OutsidePage } from './OutsidePage.tsx';
import { useEnter } from './use-enter.ts';
import { useLinkToken } from './use-link-token.ts';

/** Takes up an invitation: a name and a password, and the person is in. */
export function InvitationPage() {
  const { t } = useTranslation('sign-in');
  const token = useLinkToken();
  const read = useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => call(authRoutes.readInvitation, { body: { token }, signal }),
    enabled: token !== '',
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (read.data) return <AcceptForm token={token} invitation={read.data.invitation} />;
  if (read.isError && !(read.error instanceof ApiProblem && read.error.status < 500 && read.error.status > 0))
    return <Failed error={read.error} retry={() => void read.refetch()} />;
  if (read.isLoading) return <PageSkeleton />;
  return (
    <OutsidePage title={t('invitation.goneTitle')} text={t('invitation.goneText')}>
      <Button component={Link} to="/sign-in" variant="default">
        {t('toSignIn')}
      </Button>
    </OutsidePage>
  );
}

function AcceptForm(props: { token: string; invitation: { email: string; name: string } }) {
  const { t } = useTranslation('sign-in');
  const enter = useEnter();
  const navigate = useNavigate();
  const { email, name } = props.invitation;
  const form = useForm({
    initialValues: { name, password: '' },
    validate: {
      name: (value) => (value.trim() ? null : t('nameMissing')),
      password: (password) => (isPassword(password) ? null : t('passwordRule')),
    },
  });
  const accept = useMutation({
    mutationFn: (body: AcceptBody) => call(authRoutes.acceptInvitation, { body }),
    onSuccess: ({ person }) => {
      enter(person);
      void navigate('/', { replace: true });
    },
    onError: (error) => form.setErrors(applyProblem(error, form.values)),
  });
  return (
    <OutsidePage title={t('invitation.title')} text={t('invitation.text', { email })}>
      <form onSubmit={form.onSubmit((body) => accept.mutate({ ...body, token: props.token }))}>
        <Stack gap="md">
          {/* For password managers: whose password this is. */}
          <input type="email" autoComplete="username" value={email} readOnly hidden />
          <TextInput required label={t('name')} autoComplete="name" {...form.getInputProps('name')} />
          <NewPasswordField required {...form.getInputProps('password')} />
          {form.errors.form && <Alert color="red">{form.errors.form}</Alert>}
          <Button type="submit" loading={accept.isPending}>
            {t('invitation.accept')}
          </Button>
        </Stack>
      </form>
    </OutsidePage>
  );
}
