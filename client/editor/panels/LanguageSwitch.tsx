import { SegmentedControl, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDocument, useEditor, useView } from '../editor-context.ts';

const mostSegments = 4;

/** In which of the bot's languages texts are shown and edited; nothing where there is only one. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation('editor');
  const { view } = useEditor();
  const languages = useDocument((state) => state.file.bot.languages);
  const language = useView((state) => state.language);
  if (languages.length < 2) return null;
  const names = new Intl.DisplayNames(i18n.language, { type: 'language' });
  const data = languages.map((value) => ({ value, label: names.of(value) ?? value }));
  const choose = (next: string | null) => next && view.setState({ language: next });
  const label = t('inspector.language');
  return languages.length <= mostSegments ? (
    <SegmentedControl size="xs" fullWidth aria-label={label} data={data} value={language} onChange={choose} />
  ) : (
    <Select
      size="sm"
      aria-label={label}
      data={data}
      value={language}
      allowDeselect={false}
      onChange={choose}
    />
  );
}
