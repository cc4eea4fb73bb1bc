import { Avatar, Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { Check, LogOut, Monitor, Moon, Sun, UserPen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SessionPerson } from '../../shared/api/auth.ts';
import { useChangeProfile, useSignOut } from '../api/session.ts';
import { changeLanguage, type ScreenLanguage, screenLanguages } from '../locales/i18n.ts';

const schemes = [
  { scheme: 'light', icon: Sun },
  { scheme: 'dark', icon: Moon },
  { scheme: 'auto', icon: Monitor },
] as const;

/** One's own menu: language of the screens, light or dark, profile, sign out. */
export function PersonMenu({ person }: { person: SessionPerson }) {
  const { t, i18n } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const changeProfile = useChangeProfile();
  const signOut = useSignOut();
  const speak = (language: ScreenLanguage) => {
    void changeLanguage(language);
    changeProfile.mutate({ language });
  };
  return (
    <Menu position="right-end" width={220} withArrow>
      <Menu.Target>
        <UnstyledButton aria-label={t('person.menu', { name: person.name })} p={6}>
          <Avatar src={person.avatar} name={person.name} color="petrol" size={32} alt="" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{person.email}</Menu.Label>
        <Menu.Item component={Link} to="/settings/profile" leftSection={<UserPen size={16} />}>
          {t('person.profile')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('person.language')}</Menu.Label>
        {Object.entries(screenLanguages).map(([language, name]) => (
          <Menu.Item
            key={language}
            lang={language}
            rightSection={i18n.language === language && <Check size={16} />}
            onClick={() => speak(language as ScreenLanguage)}
          >
            {name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('person.look')}</Menu.Label>
        {schemes.map(({ scheme, icon: Icon }) => (
          <Menu.Item
            key={scheme}
            leftSection={<Icon size={16} />}
            rightSection={colorScheme === scheme && <Check size={16} />}
            onClick={() => setColorScheme(scheme)}
          >
            {t(`person.${scheme}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<LogOut size={16} />} onClick={() => signOut.mutate()}>
          {t('person.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
