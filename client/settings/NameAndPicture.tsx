import { Alert, Avatar, Button, FileButton, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useChangeProfile, usePerson } from '../api/session.ts';
import { applyProblem } from '../ui/apply-problem.ts';
import { toPicture } from './to-picture.ts';
import { tellSaved } from './use-admin.ts';

interface Fields {
  name: string;
  avatar: string | null;
}

/** How customers and colleagues see this person. */
export function NameAndPicture() {
  const { t } = useTranslation('settings');
  const person = usePerson();
  const change = useChangeProfile();
  const form = useForm<Fields>({
    initialValues: { name: person.name, avatar: person.avatar },
    validate: { name: (name) => (name.trim() ? null : t('profile.nameMissing')) },
  });
  const { name, avatar } = form.values;
  const choose = (file: File | null) => {
    if (!file) return;
    toPicture(file).then(
      (picture) => form.setFieldValue('avatar', picture),
      () => form.setFieldError('avatar', t('profile.pictureUnreadable')),
    );
  };
  const submit = (values: Fields) =>
    change.mutate(values, {
      onSuccess: () => {
        form.resetDirty(values);
        tellSaved();
      },
      onError: (error) => form.setErrors(applyProblem(error, values)),
    });
  return (
    <form onSubmit={form.onSubmit(submit)}>
      <Stack gap="md" maw={480}>
        <Group>
          <Avatar src={avatar} name={name} color="petrol" size={56} alt="" />
          <FileButton accept="image/png,image/jpeg,image/webp,image/gif" onChange={choose}>
            {(props) => (
              <Button variant="default" {...props}>
                {t('profile.picture')}
              </Button>
            )}
          </FileButton>
          {avatar && (
            <Button variant="subtle" onClick={() => form.setFieldValue('avatar', null)}>
              {t('profile.noPicture')}
            </Button>
          )}
        </Group>
        {form.errors.avatar && <Alert color="red">{form.errors.avatar}</Alert>}
        <TextInput
          required
          label={t('profile.name')}
          description={t('profile.nameHint')}
          autoComplete="name"
          {...form.getInputProps('name')}
        />
        {form.errors.form && <Alert color="red">{form.errors.form}</Alert>}
        <Button type="submit" w="fit-content" loading={change.isPending} disabled={!form.isDirty()}>
          {t('common:action.save')}
        </Button>
      </Stack>
    </form>
  );
}
