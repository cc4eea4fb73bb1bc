import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { passwordSchema } from '../../../shared/api/auth.ts';

/** Where a password is chosen: one field, which can be shown instead of typed twice. */
export function NewPasswordField(props: PasswordInputProps) {
  const { t } = useTranslation('sign-in');
  const rule = t('passwordRule');
  return (
    <PasswordInput
      autoComplete="new-password"
      label={t('newPassword')}
      // Once is enough: where the rule stands as the error, it does not stand above the field too.
      description={props.error === rule ? undefined : rule}
      visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
      {...props}
    />
  );
}

/** Whether a password may be chosen. */
export function isPassword(text: string): boolean {
  return passwordSchema.safeParse(text).success;
}
