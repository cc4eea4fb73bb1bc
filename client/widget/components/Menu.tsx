import type { Chat } from '../chat.ts';
import { end, setLanguage } from '../connection/steer.ts';
import { formatLanguage } from '../format.ts';
import { Icon } from './Icon.tsx';

/** Language, and the end of the conversation. */
export function Menu({ chat: { connection, state, t } }: { chat: Chat }) {
  const languages = state.bot?.languages ?? [];
  if (state.phase !== 'open') return null;
  return (
    <details class="menu">
      <summary class="plain" aria-label={t('menu')} title={t('menu')}>
        <Icon shape="more" />
      </summary>
      <div class="sheet">
        {languages[1] && (
          <label>
            {t('language')}
            <select onChange={(event) => void setLanguage(connection, event.currentTarget.value)}>
              {languages.map((code) => (
                <option key={code} value={code} lang={code} selected={code === state.language}>
                  {formatLanguage(code)}
                </option>
              ))}
            </select>
          </label>
        )}
        <button type="button" onClick={() => void end(connection)}>
          {t('end')}
        </button>
      </div>
    </details>
  );
}
