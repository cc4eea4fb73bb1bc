import { createStore, type StoreApi } from 'zustand/vanilla';
import { compileBot } from '../../../shared/graph/compile.ts';
import { toReadingTriggers } from '../../../shared/graph/to-reading-triggers.ts';
import {
  agentWrites,
  answerOutside,
  customerSends,
  happen,
  type Play,
  pass,
  type Rehearsal,
  type Stage,
  toRehearsal,
} from '../../../shared/interpreter/rehearsal.ts';
import type { DraftFile } from '../../../shared/kinds/document.ts';
import type { Event } from '../../../shared/schema/event.ts';
import type { Channel } from '../../../shared/schema/fields.ts';
import type { Value } from '../../../shared/schema/value.ts';
import type { Model } from '../../../shared/understanding/model.ts';
import { trainModel } from '../../../shared/understanding/train.ts';
import type { RunPath } from '../view-store.ts';
import { emptyPath, extendPath } from './run-path.ts';
import { begin, type Start } from './start.ts';

/** With what a conversation begins: chosen by the designer, kept when it starts again. */
export interface Opening {
  stage: Stage;
  /** Whether the designer has set the clock; else a new beginning is at the present moment. */
  clockSet: boolean;
  language: string;
  channel: Channel;
  start: Start;
}

/** A rehearsed conversation with a drawing that may be half-finished. */
export interface Simulation {
  /** The drawing as it was when the conversation began. */
  file: DraftFile;
  play: Play;
  opening: Opening;
  rehearsal: Rehearsal;
  path: RunPath;
  /** The variables that the last move has changed; those of the contact as `contact.name`. */
  changed: ReadonlySet<string>;
  /** The thumbs that were given, by message. */
  thumbs: Readonly<Record<string, 'up' | 'down'>>;
}

export type SimulatorStore = StoreApi<Simulation>;
type Sent = Parameters<typeof customerSends>[2];

/** The agent whom the designer plays. */
export const playedAgent = { id: 'rehearsed', name: 'Alex' };

/** Begins a conversation with the drawing. */
export function createSimulator(file: DraftFile, opening: Opening): SimulatorStore {
  return createStore<Simulation>()(() => open(file, toPlay(file, null), opening));
}

/** Begins again with the drawing as it is now; `now` in milliseconds since 1970. */
export function restart(store: SimulatorStore, file: DraftFile, opening: Opening, now: number): void {
  const stage = opening.clockSet ? opening.stage : { ...opening.stage, now };
  store.setState(open(file, toPlay(file, store.getState()), { ...opening, stage }));
}

/** The customer types, presses a button, rates or sends a file. */
export function send(store: SimulatorStore, sent: Sent): void {
  advance(store, (play, rehearsal) => customerSends(play, rehearsal, sent));
}

/** Anything else that may happen: an agent returns the case, a survey starts, the customer cancels. */
export function occur(store: SimulatorStore, event: Event): void {
  advance(store, (play, rehearsal) => happen(play, rehearsal, event));
}

/** The customer says whether an answer of the bot helped. */
export function giveThumb(store: SimulatorStore, message: string, value: 'up' | 'down'): void {
  const { rehearsal, thumbs } = store.getState();
  const source = rehearsal.transcript.find(({ id }) => id === message)?.source ?? null;
  store.setState({ thumbs: { ...thumbs, [message]: value } });
  occur(store, { type: 'feedback', value, source });
}

/** The agent takes the conversation over. */
export function join(store: SimulatorStore): void {
  occur(store, { type: 'agent-joined', agent: playedAgent });
}

/** The agent ends the case, with the survey named, none (`false`), or as drawn (`null`). */
export function resolve(store: SimulatorStore, outcome: string | null, survey: string | false | null): void {
  occur(store, { type: 'resolved', agent: playedAgent, outcome, survey });
}

/** Sends what the designer writes in the agent’s place. */
export function writeAsAgent(store: SimulatorStore, text: string): void {
  advance(store, (play, rehearsal) => agentWrites(play, rehearsal, playedAgent, text));
}

/** Lets `ms` pass: each timer rings in its turn. */
export function letPass(store: SimulatorStore, ms: number): void {
  advance(store, (play, rehearsal) => pass(play, rehearsal, ms));
  keepStage(store);
}

/** Says how a call to the outside went. */
export function answerCall(
  store: SimulatorStore,
  id: string,
  result: { ok: boolean; variables?: Record<string, Value> },
): void {
  advance(store, (play, rehearsal) => answerOutside(play, rehearsal, id, result));
}

/** Pretends another moment. What was due in five minutes still is; only a closing time stays where it was. */
export function setClock(store: SimulatorStore, now: number): void {
  const { rehearsal, opening } = store.getState();
  const moved = now - rehearsal.stage.now;
  const timers = rehearsal.timers.map((timer) =>
    timer.name === 'closing' ? timer : { ...timer, at: timer.at + moved },
  );
  const stage = { ...rehearsal.stage, now };
  store.setState({ rehearsal: { ...rehearsal, stage, timers }, opening: { ...opening, clockSet: true } });
  letPass(store, 0);
}

/** Changes the opening hours or the agents online; who waits then hears what the server would notice. */
export function setStage(store: SimulatorStore, change: Partial<Omit<Stage, 'now'>>): void {
  const { rehearsal } = store.getState();
  const before = rehearsal.stage;
  const stage = { ...before, ...change };
  store.setState({ rehearsal: { ...rehearsal, stage } });
  keepStage(store);
  if (before.agents > 0 !== stage.agents > 0) occur(store, { type: 'timer', name: 'staffing' });
  if (before.open !== false && stage.open === false) occur(store, { type: 'timer', name: 'closing' });
}

function keepStage(store: SimulatorStore): void {
  const { rehearsal, opening } = store.getState();
  store.setState({ opening: { ...opening, stage: rehearsal.stage } });
}

function open(file: DraftFile, play: Play, opening: Opening): Simulation {
  const empty = toRehearsal(play, opening);
  const rehearsal = begin(play, empty, opening.start);
  const path = extendPath(emptyPath, rehearsal.log, rehearsal.state);
  return { file, play, opening, rehearsal, path, changed: toChanged(empty, rehearsal), thumbs: {} };
}

function advance(store: SimulatorStore, act: (play: Play, rehearsal: Rehearsal) => Rehearsal): void {
  const { play, rehearsal: before, path } = store.getState();
  const rehearsal = act(play, before);
  const steps = rehearsal.log.slice(before.log.length);
  store.setState({
    rehearsal,
    ...(steps.length > 0 && {
      path: extendPath(path, steps, rehearsal.state),
      changed: toChanged(before, rehearsal),
    }),
  });
}

function toChanged(before: Rehearsal, after: Rehearsal): Set<string> {
  const { variables } = after.state;
  const changed = Object.keys(variables).filter((name) => variables[name] !== before.state.variables[name]);
  const learnt = Object.keys(after.contact).filter((name) => after.contact[name] !== before.contact[name]);
  return new Set([...changed, ...learnt.map((name) => `contact.${name}`)]);
}

/** Compiles the drawing. Training is the slow part, so the model stays while the triggers are the same. */
function toPlay(file: DraftFile, before: Simulation | null): Play {
  const release = compileBot(file);
  const triggers = toReadingTriggers(release);
  const options = toOptions(file);
  const known = before && JSON.stringify([toReadingTriggers(before.play.release), toOptions(before.file)]);
  const same = known === JSON.stringify([triggers, options]);
  const model: Model = before && same ? before.play.model : trainModel(triggers, options);
  return { release, model };
}

function toOptions({ bot }: DraftFile) {
  return { languages: bot.languages, strictness: bot.understanding.strictness };
}
