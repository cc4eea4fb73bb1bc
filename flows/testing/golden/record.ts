import fc from 'fast-check';
import { compileBot } from '../../../shared/graph/compile.ts';
import { step } from '../../../shared/interpreter/step.ts';
import type { BotFile } from '../../../shared/kinds/document.ts';
import { type Beginning, Conversation } from '../conversation.ts';
import { listBots, loadBot, loadScript } from '../files.ts';
import { toHappenings } from '../happenings.ts';
import { playScript } from '../play-script.ts';
import {
  type GoldenConversation,
  type GoldenLog,
  hasGoldenLog,
  toEffectsMark,
  toFirstState,
  writeGoldenLog,
} from './golden-log.ts';

function record(bot: string, name: string, seed: number): void {
  if (hasGoldenLog(name)) {
    console.warn(`flows/golden/${name}.jsonl is there already and stays as it is.`);
    return;
  }
  const log = toLog(bot, seed);
  writeGoldenLog(name, log);
  const events = log.conversations.reduce((sum, conversation) => sum + conversation.events.length, 0);
  console.warn(`flows/golden/${name}.jsonl: ${log.conversations.length} conversations, ${events} events.`);
}

/** Every script of the bot, and walks in which anything may happen. */
function toLog(bot: string, seed: number): GoldenLog {
  const file = loadBot(bot);
  const first = file.bot.languages[0] ?? 'en';
  const scripted = loadScript(bot).scenarios.map((scenario) => {
    const { name, language = first } = scenario;
    return toGolden(file, `script: ${name}`, language, playScript(file, scenario, false));
  });
  const count = bot.includes('/') ? 2 : 8;
  const walked = Array.from({ length: count }, (_, walk) => {
    const language = file.bot.languages[walk % file.bot.languages.length] ?? first;
    const name = `walk ${walk + 1} of seed ${seed}`;
    return toGolden(file, name, language, walkThrough(file, language, walk, seed));
  });
  return { bot: file, conversations: [...scripted, ...walked] };
}

const beginnings: Beginning[] = [
  { time: '2026-11-23T10:00', channel: 'web' },
  { time: '2026-11-23T16:50', channel: 'web', contact: { name: 'Kim', email: 'kim@example.com' } },
  { time: '2026-11-28T23:30', channel: 'messenger' },
  { time: '2026-12-31T08:00', channel: 'web' },
];

const happeningsInWalk = 40;
/** Longer words only make the log long. */
const longestName = 120;

function walkThrough(file: BotFile, language: string, walk: number, seed: number): Conversation {
  const happening = toHappenings(file).filter(({ name }) => name.length <= longestName);
  const [happenings = []] = fc.sample(
    fc.array(happening, { minLength: happeningsInWalk, maxLength: happeningsInWalk }),
    { seed: seed * 1000 + walk, numRuns: 1 },
  );
  const conversation = new Conversation(file, { ...beginnings[walk % beginnings.length]!, language });
  conversation.staff({ online: walk % 3 });
  conversation.start();
  for (const { to } of happenings) to(conversation);
  return conversation;
}

function toGolden(
  file: BotFile,
  name: string,
  language: string,
  { rehearsal }: Conversation,
): GoldenConversation {
  const golden: GoldenConversation = { name, language, channel: rehearsal.state.channel, events: [] };
  const release = compileBot(file, 1);
  let state = toFirstState(golden);
  for (const { event, facts } of rehearsal.log) {
    const after = step(release, state, event, facts);
    state = toCopy(after.state);
    const effects = toEffectsMark(after.effects);
    golden.events.push({ event: toCopy(event), facts: toCopy(facts), state, effects });
  }
  return golden;
}

function toName(bot: string): string {
  return bot.replaceAll('/', '-');
}

function toCopy<Data>(data: Data): Data {
  return JSON.parse(JSON.stringify(data)) as Data;
}

/*
 * `npm run golden`: records a golden log for every bot that has none. `npm run golden -- <bot> <seed>` adds
 * one of other walks, for a bot that has changed since. A log that is there is never written over.
 */
const [chosen, seed = '1'] = process.argv.slice(2);
const wanted = chosen === undefined ? listBots() : [chosen];
for (const bot of wanted) record(bot, toName(bot) + (chosen === undefined ? '' : `-${seed}`), Number(seed));
