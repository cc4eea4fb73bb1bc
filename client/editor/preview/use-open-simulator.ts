import { useEffect, useState } from 'react';
import { readMessage } from '../../../shared/understanding/read.ts';
import { type Editor, useEditor } from '../editor-context.ts';
import { showFlow } from '../view-store.ts';
import { fromNodeKey } from './run-path.ts';
import { createSimulator, type SimulatorStore } from './simulator.ts';
import { beginning } from './start.ts';

/** Rehearsals outlive their panel: closing it to mend a step must not lose the conversation. */
const kept = new WeakMap<Editor, SimulatorStore>();

/** The rehearsal of the open bot, begun when the panel is first opened; null until it is ready. */
export function useOpenSimulator(): SimulatorStore | null {
  const editor = useEditor();
  const [store, setStore] = useState(() => kept.get(editor) ?? null);
  useEffect(() => {
    if (store) return;
    // Not while the panel is being painted: a large bot takes a moment to compile and to learn.
    const timer = setTimeout(() => setStore(open(editor)), 0);
    return () => clearTimeout(timer);
  }, [editor, store]);
  useEffect(() => (store ? followPath(editor, store) : undefined), [editor, store]);
  useEffect(() => (store ? warmUp(store) : undefined), [store]);
  return store;
}

function open(editor: Editor): SimulatorStore {
  const { file } = editor.document.getState();
  const store = createSimulator(file, {
    stage: { now: Date.now(), agents: 1 },
    clockSet: false,
    language: editor.view.getState().language,
    channel: 'web',
    start: beginning,
  });
  kept.set(editor, store);
  return store;
}

/** Lights the path up on the canvas, and turns to the flow in which the conversation goes on. */
function followPath({ view, document }: Editor, store: SimulatorStore): () => void {
  view.setState({ runPath: store.getState().path });
  const unsubscribe = store.subscribe(({ path }, before) => {
    if (path === before.path) return;
    view.setState({ runPath: path });
    if (path.current === null) return;
    const place = fromNodeKey(path.current);
    if (path.current === before.path.current && place.flow === view.getState().flow) return;
    const isDrawn = document
      .getState()
      .file.flows.some(({ id, nodes }) => id === place.flow && nodes.some((node) => node.id === place.node));
    if (!isDrawn) return;
    showFlow(view, place.flow);
    view.setState({ reveal: place });
  });
  return () => {
    unsubscribe();
    view.setState({ runPath: null });
  };
}

/** What reading needs is worked out at the first message of a model: let that be this one. */
function warmUp(store: SimulatorStore): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let model: unknown = null;
  const warm = () => {
    const { play } = store.getState();
    if (play.model === model) return;
    model = play.model;
    clearTimeout(timer);
    timer = setTimeout(() => readMessage(play.model, 'warm up', { earlier: [] }), 50);
  };
  warm();
  const unsubscribe = store.subscribe(warm);
  return () => {
    clearTimeout(timer);
    unsubscribe();
  };
}
