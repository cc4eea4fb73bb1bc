import { Badge, Group, Select, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditor, usePerform } from '../editor-context.ts';
import { ListRowActions } from '../fields/ListRowActions.tsx';
import styles from './BotSettingsPage.module.css';
import { commonLanguages, toLanguageTag } from './common-languages.ts';
import { FieldError } from './FieldError.tsx';
import { setLanguages } from './language-commands.ts';
import { Section } from './Section.tsx';
import { useErrorAt, useSetting } from './use-settings.ts';

/** The languages the bot speaks; who speaks none of them is answered in the first. */
export function LanguagesSection() {
  const { t, i18n } = useTranslation('bot-settings');
  const { view } = useEditor();
  const languages = useSetting('languages');
  const perform = usePerform();
  const errorAt = useErrorAt();
  const names = new Intl.DisplayNames([i18n.language], { type: 'language', fallback: 'code' });
  const change = (next: string[]) => {
    perform(setLanguages(next));
    const { language } = view.getState();
    if (!next.includes(language)) view.setState({ language: next[0] ?? language });
  };
  return (
    <Section counts="published" title={t('part.languages')} hint={t('languages.hint')}>
      <ul className={styles.list}>
        {languages.map((language, index) => {
          const name = names.of(language) ?? language;
          return (
            <li key={language} className={styles.row}>
              <Group justify="space-between" wrap="nowrap">
                <Group gap="xs">
                  <Text size="sm">{name}</Text>
                  <Text size="xs" c="dimmed">
                    {language}
                  </Text>
                  {index === 0 && <Badge color="gray">{t('languages.default')}</Badge>}
                </Group>
                <ListRowActions name={name} list={languages} index={index} onChange={change} min={1} />
              </Group>
              <FieldError sentence={errorAt('languages', index)} />
            </li>
          );
        })}
      </ul>
      {languages.length < 30 && (
        <AddLanguage taken={languages} onAdd={(language) => change([...languages, language])} />
      )}
    </Section>
  );
}

function AddLanguage({ taken, onAdd }: { taken: readonly string[]; onAdd: (language: string) => void }) {
  const { t, i18n } = useTranslation('bot-settings');
  const [search, setSearch] = useState('');
  const names = new Intl.DisplayNames([i18n.language], { type: 'language', fallback: 'code' });
  const typed = toLanguageTag(search);
  const data = [...new Set([...commonLanguages, ...(typed === null ? [] : [typed])])]
    .filter((language) => !taken.includes(language))
    .map((language) => ({ value: language, label: `${names.of(language) ?? language} (${language})` }))
    .toSorted((one, other) => one.label.localeCompare(other.label, i18n.language));
  return (
    <Select
      label={t('languages.add')}
      description={t('languages.addHint')}
      placeholder={t('languages.search')}
      searchable
      data={data}
      value={null}
      searchValue={search}
      onSearchChange={setSearch}
      nothingFoundMessage={t('languages.none')}
      onChange={(language) => {
        if (language) onAdd(language);
        setSearch('');
      }}
    />
  );
}
