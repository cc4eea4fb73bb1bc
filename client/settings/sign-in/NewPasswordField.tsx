import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { passwordSchema } from '../../../shared/api/auth.ts';

/** Where a password is chosen: one field, which can be shown instead of typed twice. */
export function NewPasswordField(props: PasswordInputProps) {
  const { t } = useTranslation('sign-in');
  return (
    <PasswordInput
      autoComplete="new-password"
      label={t('newPassword')}
      description={t('passwordRule')}
      visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
      {...props}
    />
  );
}

/** Whether a password may be chosen. */
export function isPassword(text: string): boolean {
  return passwordSchema.safeParse(text).success;
}
