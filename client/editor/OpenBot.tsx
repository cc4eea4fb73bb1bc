import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { Failed } from '../ui/Failed.tsx';
import { PageSkeleton } from '../ui/PageSkeleton.tsx';
import { draftQuery, holdDraft, type OpenDraft, saveDraft } from './bot-calls.ts';
import { createAutosave } from './document/autosave.ts';
import { createDocumentStore, hasUnsaved } from './document/document-store.ts';
import { type Editor, EditorContext } from './editor-context.ts';
import { LeaveGuard } from './LeaveGuard.tsx';
import { createViewStore } from './view-store.ts';

/** Reads a bot's draft and keeps it open for the screens below: edits are undone, saved and guarded. */
export function OpenBot({ bot, children }: { bot: string; children: ReactNode }) {
  const { data, error, refetch } = useQuery(draftQuery(bot));
  if (data) {
    return (
      <KeepOpen key={bot} bot={bot} draft={data}>
        {children}
      </KeepOpen>
    );
  }
  return error ? <Failed error={error} retry={() => void refetch()} /> : <PageSkeleton />;
}

function KeepOpen(props: { bot: string; draft: OpenDraft; children: ReactNode }) {
  const [editor, setEditor] = useState<Editor | null>(null);
  const { bot, draft, children } = props;
  // The draft that was read first counts; later readings of the same query must not replace what is edited.
  const [first] = useState(draft);
  useEffect(() => {
    const opened = openEditor(bot, first);
    setEditor(opened);
    const guard = (event: BeforeUnloadEvent) => {
      if (hasUnsaved(opened.document.getState())) event.preventDefault();
    };
    const flush = () => void opened.autosave.flush();
    window.addEventListener('beforeunload', guard);
    window.addEventListener('online', flush);
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('beforeunload', guard);
      window.removeEventListener('online', flush);
      window.removeEventListener('pagehide', flush);
      holdDraft(bot, opened.autosave.flush().finally(opened.autosave.stop));
    };
  }, [bot, first]);
  return (
    editor && (
      <EditorContext value={editor}>
        {children}
        <LeaveGuard />
      </EditorContext>
    )
  );
}

function openEditor(bot: string, { file, revision }: OpenDraft): Editor {
  const document = createDocumentStore(file, revision);
  const autosave = createAutosave({
    document,
    save: (base, changes) => saveDraft(bot, base, changes),
    after: (ms, callback) => {
      const timer = setTimeout(callback, ms);
      return () => clearTimeout(timer);
    },
    random: Math.random,
  });
  const view = createViewStore({ flow: file.flows[0]?.id ?? '', language: file.bot.languages[0] ?? 'en' });
  return { bot, document, autosave, view };
}
