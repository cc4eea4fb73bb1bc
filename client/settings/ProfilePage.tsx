import { useTranslation } from 'react-i18next';
import { NameAndPicture } from './NameAndPicture.tsx';
import { Page } from './Page.tsx';
import { PasswordForm } from './PasswordForm.tsx';

/** One's own name, picture and password. Language and appearance are in the person's menu. */
export function ProfilePage() {
  const { t } = useTranslation('settings');
  return (
    <Page title={t('page.profile')} text={t('profile.text')}>
      <NameAndPicture />
      <PasswordForm />
    </Page>
  );
}
