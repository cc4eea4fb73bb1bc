import { checkBot } from '../shared/checks/check-bot.ts';
import { readBot } from '../shared/checks/read-bot.ts';
import { compileBot, type Release } from '../shared/graph/compile.ts';
import { step } from '../shared/interpreter/step.ts';
import type { BotFile } from '../shared/kinds/document.ts';
import { toLargeBot } from './interpreter/large-bot.ts';
import { type Recording, recordConversations } from './interpreter/record-conversations.ts';

/** What the interpreter alone can do, on one core: medians over the rounds. */
export interface InterpreterFigures {
  nodes: number;
  stepsPerSecond: number;
  bytesPerStep: number;
  compileMs: number;
  checkMs: number;
}

const nodes = 1000;
const conversations = 200;
const eventsEach = 40;
const roundMs = 200;
const stepsWeighed = 100;

/**
 * Plays recorded conversations with a 1,000-node bot over and over, taking turns between the conversations as
 * a server would, each step from the state that the last one gave. A step is one event: eight in ten are a
 * customer's message, the others timers, thumbs and agents; on average it enters 2.3 nodes and says 1.3 messages.
 * What messages mean is given, and so are the facts: of these the settings, agents and queue are shared, as on a
 * server, while hours and contact are each event's own and come from cold memory. Run it from a bundle: `tsx`
 * adds a call to every function that is made, which halves the figures.
 */
export function measureInterpreter(rounds = 7): InterpreterFigures {
  const file = toReadBot();
  const release = compileBot(file, 1);
  const recordings = recordConversations(release, conversations, eventsEach);
  play(release, recordings);
  return {
    nodes: file.flows.reduce((sum, flow) => sum + flow.nodes.length, 0),
    stepsPerSecond: toMedian(rounds, () => toSpeed(release, recordings)),
    bytesPerStep: weigh(release, recordings),
    compileMs: toMedian(rounds, () => toMs(() => compileBot(file, 1))),
    checkMs: toMedian(rounds, () => toMs(() => checkBot(file, 'en'))),
  };
}

function toReadBot(): BotFile {
  const read = readBot(toLargeBot(nodes), 'strict');
  if (!read.ok)
    throw new Error(read.error.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
  return read.value;
}

/** Plays all conversations once, one event of each in turn. */
function play(release: Release, recordings: readonly Recording[], each?: () => void): number {
  const states = recordings.map(({ initial }) => initial);
  let steps = 0;
  for (let place = 0; place < eventsEach; place += 1) {
    for (const [index, { happened }] of recordings.entries()) {
      const state = states[index];
      const next = happened[place];
      if (!state || !next) continue;
      states[index] = step(release, state, next.event, next.facts).state;
      steps += 1;
      each?.();
    }
  }
  return steps;
}

/** By processor time, collections included, so that whatever else runs on the machine does not count. */
function toSpeed(release: Release, recordings: readonly Recording[]): number {
  const began = process.cpuUsage();
  let steps = 0;
  let microseconds = 0;
  while (microseconds < roundMs * 1000) {
    steps += play(release, recordings);
    const { user, system } = process.cpuUsage(began);
    microseconds = user + system;
  }
  return (1_000_000 * steps) / microseconds;
}

/** The heap's growth from step to step, by the median of short stretches, so that collections do not count. */
function weigh(release: Release, recordings: readonly Recording[]): number {
  const grown: number[] = [];
  let steps = 0;
  let before = process.memoryUsage().heapUsed;
  play(release, recordings, () => {
    steps += 1;
    if (steps % stepsWeighed > 0) return;
    grown.push((process.memoryUsage().heapUsed - before) / stepsWeighed);
    before = process.memoryUsage().heapUsed;
  });
  return toMiddle(grown);
}

function toMs(work: () => unknown): number {
  const began = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

function toMedian(rounds: number, measure: () => number): number {
  return toMiddle(Array.from({ length: rounds }, measure));
}

function toMiddle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
