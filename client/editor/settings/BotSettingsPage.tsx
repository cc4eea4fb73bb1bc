import { useHotkeys } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Navigate, Route, Routes, useParams } from 'react-router';
import { useTitle } from '../../ui/use-title.ts';
import { redo, undo } from '../document/document-store.ts';
import { useDocument, useEditor } from '../editor-context.ts';
import { OpenBot } from '../OpenBot.tsx';
import { ConflictModal } from '../panels/ConflictModal.tsx';
import { useProblems } from '../use-problems.ts';
import { WordsProvider } from '../WordsProvider.tsx';
import styles from './BotSettingsPage.module.css';
import { SettingsHeader } from './SettingsHeader.tsx';
import { SettingsNav } from './SettingsNav.tsx';
import { sections } from './sections.ts';

/** Everything of a bot but its flows: one part of it on screen at a time, all of it one draft with the canvas. */
export function BotSettingsPage() {
  const { bot = '' } = useParams();
  return (
    <OpenBot bot={bot}>
      <WordsProvider>
        <OpenSettings />
      </WordsProvider>
    </OpenBot>
  );
}

function OpenSettings() {
  const { t } = useTranslation('bot-settings');
  const { document } = useEditor();
  const name = useDocument(({ file }) => file.bot.name);
  useProblems();
  useTitle(t('title', { bot: name }));
  useHotkeys([
    ['mod+Z', () => undo(document)],
    ['mod+Shift+Z', () => redo(document)],
    ['mod+Y', () => redo(document)],
  ]);
  return (
    <div className={styles.page}>
      <SettingsHeader />
      <div className={styles.body}>
        <SettingsNav />
        <div className={styles.content}>
          <Routes>
            {sections.map(({ key, Section }) => (
              <Route key={key} path={key} element={<Section />} />
            ))}
            <Route path="*" element={<Navigate to="general" replace />} />
          </Routes>
        </div>
      </div>
      <ConflictModal />
    </div>
  );
}
