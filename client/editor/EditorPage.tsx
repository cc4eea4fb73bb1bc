import { useParams } from 'react-router';
import { EditorScreen } from './EditorScreen.tsx';
import { OpenBot } from './OpenBot.tsx';
import { WordsProvider } from './WordsProvider.tsx';

/** The editor of one bot. */
export function EditorPage() {
  const { bot = '' } = useParams();
  return (
    <OpenBot bot={bot}>
      <WordsProvider>
        <EditorScreen />
      </WordsProvider>
    </OpenBot>
  );
}
