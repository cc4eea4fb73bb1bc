import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Problem } from '../../shared/checks/problem.ts';

/** What the designer looks at: nothing in here is saved with the bot, nothing in here is undone. */
export interface ViewState {
  /** The id of the flow on the canvas. */
  flow: string;
  /** The steps that are selected on the canvas; the inspector shows it when there is exactly one. */
  selectedNodes: readonly string[];
  selectedEdges: readonly string[];
  /** Flows and palette at the left. */
  leftOpen: boolean;
  /** What stands at the right of the canvas; null folds it away. */
  right: RightPanel | null;
  /** What stands below the canvas. */
  bottom: BottomPanel | null;
  /** The language in which texts are shown and edited; one of the bot's. */
  language: string;
  /** How much of a card is drawn, by zoom. */
  detail: Detail;
  /** Found by checking the draft, a moment after each change. */
  problems: readonly Problem[];
  /** The way the simulator has taken; null while nothing runs. */
  runPath: RunPath | null;
  /** A step that the canvas is asked to bring into view; the canvas sets it back to null. */
  reveal: { flow: string; node: string } | null;
  /** The middle of what the canvas shows, in the flow's own coordinates. */
  center: { x: number; y: number };
  /** An open list of steps: for what, and where the answer goes. */
  picker: Picker | null;
}

export type RightPanel = 'inspector' | 'simulator';
export type BottomPanel = 'problems' | 'versions';
export type Detail = 'full' | 'titles' | 'boxes';

/** `choose-kind` adds a step behind a way out (or on its own); `connect` leads a way out to a step that is there. */
export type Picker =
  | { type: 'choose-kind'; from: { node: string; port: string } | null; at: { x: number; y: number } | null }
  | { type: 'connect'; node: string; port: string };

/**
 * The simulator's way through the bot. Ids of nodes are unique within their flow only, so the sets hold
 * keys made by `toNodeKey` and `toPortKey`. Set a new object for each change.
 */
export interface RunPath {
  readonly enteredNodes: ReadonlySet<string>;
  readonly leftPorts: ReadonlySet<string>;
  /** The key of the node whose question is open, or that acted last. */
  readonly current: string | null;
}

export type ViewStore = StoreApi<ViewState>;

/** A view of a bot that has just been opened. */
export function createViewStore(initial: { flow: string; language: string }): ViewStore {
  return createStore<ViewState>()(() => ({
    ...initial,
    selectedNodes: [],
    selectedEdges: [],
    leftOpen: true,
    right: 'inspector',
    bottom: null,
    detail: 'full',
    problems: [],
    runPath: null,
    reveal: null,
    center: { x: 0, y: 0 },
    picker: null,
  }));
}

/** The key of a node in a `RunPath` and among problems. */
export function toNodeKey(flow: string, node: string): string {
  return `${flow}/${node}`;
}

/** The key of a way out in a `RunPath`. */
export function toPortKey(flow: string, node: string, port: string): string {
  return `${flow}/${node}/${port}`;
}

/** Puts a flow on the canvas, with nothing selected. */
export function showFlow(view: ViewStore, flow: string): void {
  if (view.getState().flow === flow) return;
  view.setState({ flow, selectedNodes: [], selectedEdges: [] });
}

/** Brings a step into view and selects it, on whatever flow it stands. */
export function showNode(view: ViewStore, flow: string, node: string): void {
  view.setState((state) => ({
    flow,
    selectedNodes: [node],
    selectedEdges: [],
    reveal: { flow, node },
    right: state.right ?? 'inspector',
  }));
}
