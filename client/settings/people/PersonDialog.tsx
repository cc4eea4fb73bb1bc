import { Alert, Checkbox, Modal, MultiSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { adminRoutes, type Department, type Person } from '../../../shared/api/admin.ts';
import { type Role, roles } from '../../../shared/api/route.ts';
import { call } from '../../api/call.ts';
import { applyProblem } from '../../ui/apply-problem.ts';
import { DialogButtons } from '../../ui/DialogButtons.tsx';
import { tellSaved, useChange, useDepartments } from '../use-admin.ts';
import { isWithoutDepartment } from './is-without-department.ts';

interface Props {
  /** Null: somebody new is invited. */
  person: Person | null;
  onClose: () => void;
  onInvited: (person: Person, link: string) => void;
}

interface Fields {
  email: string;
  name: string;
  roles: Role[];
  departments: string[];
}

/** Invites a person, or changes what one may do. */
export function PersonDialog(props: Props) {
  const { t } = useTranslation('settings');
  const { person, onClose } = props;
  const { data, isPending } = useDepartments();
  return (
    <Modal opened onClose={onClose} title={person ? t('people.changeTitle') : t('people.invite')}>
      {!isPending && <PersonForm {...props} departments={data ?? []} />}
    </Modal>
  );
}

function PersonForm({
  person,
  onClose,
  onInvited,
  departments,
}: Props & { departments: readonly Department[] }) {
  const { t } = useTranslation('settings');
  const form = useForm<Fields>({
    initialValues: {
      email: person?.email ?? '',
      name: person?.name ?? '',
      roles: person?.roles ?? ['agent'],
      // Whoever serves none is nobody for what a bot hands to a department, so leaving one out is a choice.
      departments: person?.departments ?? departments.map(({ id }) => id),
    },
    validate: { roles: (chosen) => (chosen.length > 0 ? null : t('people.rolesMissing')) },
  });
  const save = usePersonSaving({ person, onClose, onInvited });
  const submit = (values: Fields) =>
    save.mutate(values, { onError: (error) => form.setErrors(applyProblem(error, values)) });
  return (
    <form onSubmit={form.onSubmit(submit)}>
      <Stack gap="md">
        <TextInput
          required
          data-autofocus={person ? undefined : true}
          type="email"
          label={t('people.email')}
          disabled={person !== null}
          {...form.getInputProps('email')}
        />
        <TextInput label={t('people.name')} {...form.getInputProps('name')} />
        <Checkbox.Group label={t('people.roles')} {...form.getInputProps('roles')}>
          <Stack gap="xs" mt={8}>
            {roles.map((role) => (
              <Checkbox
                key={role}
                value={role}
                label={t(`common:role.${role}`)}
                description={t(`people.may.${role}`)}
              />
            ))}
          </Stack>
        </Checkbox.Group>
        {departments.length > 0 && (
          <MultiSelect
            label={t('page.departments')}
            description={t(
              isWithoutDepartment(form.values, departments)
                ? 'people.noDepartment'
                : 'people.departmentsHint',
            )}
            data={departments.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps('departments')}
          />
        )}
        {form.errors.form && <Alert color="red">{form.errors.form}</Alert>}
        <DialogButtons
          submit={person ? undefined : t('people.sendInvitation')}
          saving={save.isPending}
          onClose={onClose}
        />
      </Stack>
    </form>
  );
}

function usePersonSaving({ person, onClose, onInvited }: Props) {
  return useChange(
    async ({ email, name, ...may }: Fields) => {
      const named = name.trim() ? { name: name.trim() } : {};
      if (person) {
        await call(adminRoutes.personChange, { params: { id: person.id }, body: { ...named, ...may } });
        tellSaved();
        onClose();
        return;
      }
      const invited = await call(adminRoutes.personInvite, {
        body: { email: email.trim(), ...named, ...may },
      });
      onInvited(invited.person, invited.link);
    },
    { quiet: true },
  );
}
