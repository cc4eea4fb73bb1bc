import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { checkBot } from '../../shared/checks/check-bot.ts';
import { useEditor } from './editor-context.ts';

const pauseMs = 400;

/** Checks the draft a moment after each change, and puts what is wrong into the view. */
export function useProblems(): void {
  const { i18n } = useTranslation();
  const { document, view } = useEditor();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const check = () => view.setState({ problems: checkBot(document.getState().file, i18n.language) });
    check();
    const unsubscribe = document.subscribe((now, before) => {
      if (now.file === before.file) return;
      clearTimeout(timer);
      timer = setTimeout(check, pauseMs);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [document, view, i18n.language]);
}
