import { useEffect } from 'react';
import { findFlow, findNode } from './document/queries.ts';
import { useEditor } from './editor-context.ts';
import { showFlow } from './view-store.ts';

/** Keeps the view on what is there: undo or somebody else may take away the flow or the steps looked at. */
export function useSoundView(): void {
  const { document, view } = useEditor();
  useEffect(
    () =>
      document.subscribe(({ file }, before) => {
        if (file === before.file) return;
        const { flow, selectedNodes } = view.getState();
        const [first] = file.flows;
        if (!findFlow(file, flow)) return showFlow(view, first?.id ?? '');
        const left = selectedNodes.filter((node) => findNode(file, flow, node));
        if (left.length < selectedNodes.length) view.setState({ selectedNodes: left });
      }),
    [document, view],
  );
}
