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
import type { Trace } from '../../../shared/schema/trace.ts';
import type { Value } from '../../../shared/schema/value.ts';
import type { Model } from '../../../shared/understanding/model.ts';
import { trainModel } from '../../../shared/understanding/train.ts';
import { type RunPath, toNodeKey, toPortKey } from '../view-store.ts';

/** With what a conversation begins: chosen by the designer, kept when it starts again. */
export interface Opening {
  stage: Stage;
  language: string;
  channel: Channel;
  /** The flow to begin with; null for a conversation's own beginning. */
  flow: string | null;
}

/** A rehearsed conversation with a drawing that may be half-finished. */
export interface Simulation {
  /** The drawing as it was when the conversation began. */
  file: DraftFile;
  play: Play;
  opening: Opening;
  rehearsal: Rehearsal;
  /** Every step of the interpreter since the start, in order. */
  steps: readonly Trace[];
  path: RunPath;
  /** The variables that the last step has changed. */
  changed: ReadonlySet<string>;
}

export type SimulatorStore = StoreApi<Simulation>;
type Sent = Parameters<typeof customerSends>[2];

/** The agent whom the designer plays. */
const agent = { id: 'rehearsed', name: 'Alex' };

/** Begins a conversation with the drawing. */
export function createSimulator(file: DraftFile, opening: Opening): SimulatorStore {
  return createStore<Simulation>()(() => begin(file, toPlay(file, null), opening));
}

/** Begins again with the drawing as it is now. */
export function restart(store: SimulatorStore, file: DraftFile, opening: Opening): void {
  store.setState(begin(file, toPlay(file, store.getState()), opening));
}

/** The customer types, presses a button, rates or sends a file. */
export function send(store: SimulatorStore, sent: Sent): void {
  advance(store, (play, rehearsal) => customerSends(play, rehearsal, sent));
}

/** Anything else that may happen: an agent joins or resolves, a timer rings, the customer cancels. */
export function occur(store: SimulatorStore, event: Event): void {
  advance(store, (play, rehearsal) => happen(play, rehearsal, event));
}

/** The agent takes the conversation over. */
export function join(store: SimulatorStore): void {
  occur(store, { type: 'agent-joined', agent });
}

/** The agent ends the case, with the survey named, none (`false`), or as drawn (`null`). */
export function resolve(store: SimulatorStore, outcome: string | null, survey: string | false | null): void {
  occur(store, { type: 'resolved', agent, outcome, survey });
}

export function writeAsAgent(store: SimulatorStore, text: string): void {
  advance(store, (play, rehearsal) => agentWrites(play, rehearsal, agent, text));
}

/** Lets `ms` pass: each timer rings in its turn. */
export function letPass(store: SimulatorStore, ms: number): void {
  advance(store, (play, rehearsal) => pass(play, rehearsal, ms));
}

/** Says how a call to the outside went. */
export function answerCall(
  store: SimulatorStore,
  id: string,
  result: { ok: boolean; variables?: Record<string, Value> },
): void {
  advance(store, (play, rehearsal) => answerOutside(play, rehearsal, id, result));
}

/** Changes the world without anything happening: the hour, the calendar, the agents. */
export function setStage(store: SimulatorStore, change: Partial<Stage>): void {
  const { rehearsal, opening } = store.getState();
  const before = rehearsal.stage.agents;
  const stage = { ...rehearsal.stage, ...change };
  store.setState({ rehearsal: { ...rehearsal, stage }, opening: { ...opening, stage } });
  // Who waits hears it when the last agent leaves.
  if (before > 0 && stage.agents === 0) occur(store, { type: 'timer', name: 'staffing' });
}

function begin(file: DraftFile, play: Play, opening: Opening): Simulation {
  const empty = toRehearsal(play, opening);
  const event: Event =
    opening.flow === null ? { type: 'start' } : { type: 'run-flow', flow: opening.flow, agent: null };
  const rehearsal = happen(play, empty, event);
  const path: RunPath = { enteredNodes: new Set(), leftPorts: new Set(), current: null };
  const simulation = { file, play, opening, rehearsal: empty, steps: [], path, changed: new Set<string>() };
  return follow(simulation, rehearsal);
}

function advance(store: SimulatorStore, act: (play: Play, rehearsal: Rehearsal) => Rehearsal): void {
  const simulation = store.getState();
  store.setState(follow(simulation, act(simulation.play, simulation.rehearsal)));
}

function follow(simulation: Simulation, rehearsal: Rehearsal): Simulation {
  return {
    ...simulation,
    rehearsal,
    steps: [...simulation.steps, rehearsal.trace],
    path: extendPath(simulation.path, rehearsal),
    changed: toChanged(simulation.rehearsal, rehearsal),
  };
}

function extendPath(path: RunPath, { trace, state }: Rehearsal): RunPath {
  const enteredNodes = new Set(path.enteredNodes);
  const leftPorts = new Set(path.leftPorts);
  let last = path.current;
  for (const step of trace) {
    if (step.type === 'enter') {
      last = toNodeKey(step.flow, step.node);
      enteredNodes.add(last);
    } else if (step.type === 'leave') leftPorts.add(toPortKey(step.flow, step.node, step.port));
  }
  const open = state.open && state.open.node !== '' ? toNodeKey(state.open.flow, state.open.node) : null;
  return { enteredNodes, leftPorts, current: open ?? last };
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
