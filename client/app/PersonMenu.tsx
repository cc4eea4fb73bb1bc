import { Avatar, type MantineColorScheme, Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
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
        <Menu.RadioGroup value={i18n.language} onChange={(language) => speak(language as ScreenLanguage)}>
          {Object.entries(screenLanguages).map(([language, name]) => (
            <Menu.RadioItem key={language} value={language} lang={language} checkIcon={<Check size={16} />}>
              {name}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>{t('person.look')}</Menu.Label>
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(scheme) => setColorScheme(scheme as MantineColorScheme)}
        >
          {schemes.map(({ scheme, icon: Icon }) => (
            <Menu.RadioItem
              key={scheme}
              value={scheme}
              checkIcon={<Check size={16} />}
              rightSection={<Icon size={16} />}
            >
              {t(`person.${scheme}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<LogOut size={16} />} onClick={() => signOut.mutate()}>
          {t('person.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
