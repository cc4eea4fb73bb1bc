import { useReactFlow, type Viewport } from '@xyflow/react';
import { type RefObject, useEffect } from 'react';
import { findNode } from '../document/queries.ts';
import { useEditor, useView } from '../editor-context.ts';
import type { Detail } from '../view-store.ts';
import { useWords } from '../WordsProvider.tsx';
import { cardWidth, toCard } from './card.ts';

const titlesBelow = 0.4;
const boxesBelow = 0.2;
const readableFrom = 0.6;
const beginningZoom = 0.75;
const margin = 48;
const viewports = new WeakMap<object, Map<string, Viewport>>();

/** Remembers where each flow was looked at, tells how much of a card can be read, and goes where it is asked to. */
export function useCanvasView(flow: string, frame: RefObject<HTMLElement | null>) {
  const editor = useEditor();
  const { view } = editor;
  const canvas = useReactFlow();
  useReveal(flow, frame);

  const show = ({ x, y, zoom }: Viewport) => {
    const detail: Detail = zoom < boxesBelow ? 'boxes' : zoom < titlesBelow ? 'titles' : 'full';
    if (view.getState().detail !== detail) view.setState({ detail });
    const size = frame.current?.getBoundingClientRect();
    if (size) view.setState({ center: { x: (size.width / 2 - x) / zoom, y: (size.height / 2 - y) / zoom } });
  };

  /** The whole flow where it can be read so, else its beginning at a size that can. */
  const showBeginning = async (): Promise<boolean> => {
    await canvas.fitView({ padding: 0.1, maxZoom: 1 });
    const height = frame.current?.getBoundingClientRect().height ?? 0;
    const [first] = canvas.getNodes();
    if (!first || canvas.getZoom() >= readableFrom) return true;
    const bounds = canvas.getNodesBounds(canvas.getNodes());
    const top = height / 2 - (first.position.y + 60) * beginningZoom;
    const highest = margin - bounds.y * beginningZoom;
    const x = margin - bounds.x * beginningZoom;
    return canvas.setViewport({ x, y: Math.min(top, highest), zoom: beginningZoom });
  };

  return {
    onMove: (_: unknown, viewport: Viewport) => show(viewport),
    onMoveEnd: (_: unknown, viewport: Viewport) => {
      const known = viewports.get(editor) ?? new Map<string, Viewport>();
      viewports.set(editor, known.set(flow, viewport));
      show(viewport);
    },
    onInit: () => {
      const known = viewports.get(editor)?.get(flow);
      const shown = known ? canvas.setViewport(known) : showBeginning();
      void shown.then(() => show(canvas.getViewport()));
    },
  };
}

/** Brings the step into view that somebody asked to see, unless it is seen already. */
function useReveal(flow: string, frame: RefObject<HTMLElement | null>): void {
  const { view, document } = useEditor();
  const canvas = useReactFlow();
  const words = useWords();
  const reveal = useView((state) => state.reveal);
  useEffect(() => {
    if (reveal?.flow !== flow) return;
    view.setState({ reveal: null });
    const node = findNode(document.getState().file, flow, reveal.node);
    const size = frame.current?.getBoundingClientRect();
    if (!node || !size) return;
    const { height } = toCard(node, words);
    const { x, y, zoom } = canvas.getViewport();
    const left = node.position.x * zoom + x;
    const top = node.position.y * zoom + y;
    const isSeen =
      zoom >= titlesBelow &&
      left >= 0 &&
      top >= 0 &&
      left + cardWidth * zoom <= size.width &&
      top + height * zoom <= size.height;
    if (isSeen) return;
    void canvas.setCenter(node.position.x + cardWidth / 2, node.position.y + height / 2, {
      zoom: Math.max(zoom, 0.8),
      duration: 160,
    });
  }, [reveal, flow, view, document, canvas, words, frame]);
}
