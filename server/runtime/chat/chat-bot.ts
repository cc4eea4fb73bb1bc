import type { ChatBot } from '../../../shared/api/chat.ts';
import { type Release, triggersOf } from '../../../shared/graph/compile.ts';
import { isOpen } from '../../../shared/lib/opening-hours.ts';
import { toStock } from '../../../shared/locales/stock.ts';
import type { BotSettings } from '../../../shared/schema/bot-settings.ts';
import { localise } from '../../../shared/text/localised.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import { matchLanguage } from '../../http/text-language.ts';
import type { RuntimeDeps } from '../deps.ts';
import { toPersona } from './to-message.ts';

/** What a widget shows of a bot before a conversation begins. */
export async function readChatBot(
  deps: RuntimeDeps,
  slugOrId: string,
  wishes: readonly (string | undefined)[],
): Promise<ChatBot> {
  const bot = await deps.bots.find(slugOrId);
  if (!bot) throw new HttpProblem(404, 'no-bot');
  const running = bot.currentRelease === null ? null : await deps.bots.release(bot.id, bot.currentRelease);
  if (!bot.active || !running) throw new HttpProblem(503, 'bot-off');
  const settings = await deps.bots.settings(bot, running);
  const { languages } = running.release.settings;
  const language = matchLanguage(wishes, languages);
  return {
    id: bot.id,
    slug: bot.slug,
    name: settings.name,
    languages,
    persona: toPersona(settings, bot.id),
    open: settings.hours === null || isOpen(settings.hours, deps.clock.now()).open,
    person: toPersonWords(running.release, settings),
    alternatives: settings.handoff.alternatives.map(({ label, url }) => ({
      label: localise(label, language, languages[0] ?? 'en'),
      url,
    })),
  };
}

/** By language, what a 'talk to a person' button says; empty where no trigger of the bot listens to it. */
function toPersonWords(release: Release, settings: BotSettings): Record<string, string> {
  const listens = triggersOf(release, 'text-request').some(({ data }) => includesPerson(data));
  if (!listens || !settings.handoff.enabled) return {};
  return Object.fromEntries(
    release.settings.languages.map((language) => [language, toStock(language)['a-person']]),
  );
}

function includesPerson(data: unknown): boolean {
  return (data as { include?: readonly string[] }).include?.includes('person') ?? false;
}
