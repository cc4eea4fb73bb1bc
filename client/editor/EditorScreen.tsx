import { CloseButton, Drawer, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Canvas } from './canvas/Canvas.tsx';
import { EmptyFlow } from './canvas/EmptyFlow.tsx';
import { findFlow, findNode } from './document/queries.ts';
import styles from './EditorPage.module.css';
import { useEditor, useView } from './editor-context.ts';
import { ConflictModal } from './panels/ConflictModal.tsx';
import { EditorBar } from './panels/EditorBar.tsx';
import { FlowList } from './panels/FlowList.tsx';
import { Inspector } from './panels/Inspector.tsx';
import { Palette } from './panels/Palette.tsx';
import { ProblemsPanel } from './panels/ProblemsPanel.tsx';
import { StepPicker } from './panels/StepPicker.tsx';
import { VersionsPanel } from './panels/VersionsPanel.tsx';
import { useEditorKeys } from './use-editor-keys.ts';
import { useProblems } from './use-problems.ts';
import { useSoundView } from './use-sound-view.ts';
import { showFlow, showNode } from './view-store.ts';

const SimulatorPanel = lazy(async () => ({
  default: (await import('./preview/SimulatorPanel.tsx')).SimulatorPanel,
}));
const narrow = '(max-width: 62em)';

/** The canvas with what stands around it; on a narrow screen the panels are drawers over it. */
export function EditorScreen() {
  const isNarrow = useMediaQuery(narrow, window.matchMedia?.(narrow).matches ?? false);
  const { view } = useEditor();
  useProblems();
  useEditorKeys();
  useFlowInAddress();
  useSoundView();
  useEffect(() => {
    if (isNarrow) view.setState({ leftOpen: false, right: null });
  }, [isNarrow, view]);
  return (
    <div className={styles.editor}>
      <EditorBar />
      {isNarrow ? <NarrowPanels /> : <WidePanels />}
      <div className={styles.canvas}>
        <Canvas />
        <EmptyFlow />
      </div>
      <Bottom />
      <StepPicker />
      <ConflictModal />
    </div>
  );
}

/** The address names the flow on the canvas, for links and for reloading; a link may name a step in it, too. */
function useFlowInAddress(): void {
  const { view, document } = useEditor();
  const [search, setSearch] = useSearchParams();
  const wanted = search.get('flow');
  const step = search.get('step');
  useEffect(() => {
    const { file } = document.getState();
    if (wanted === null || !findFlow(file, wanted)) return;
    if (step !== null && findNode(file, wanted, step)) showNode(view, wanted, step);
    else showFlow(view, wanted);
  }, [wanted, step, view, document]);
  useEffect(
    () =>
      view.subscribe(({ flow }, before) => {
        if (flow !== before.flow) setSearch({ flow }, { replace: true });
      }),
    [view, setSearch],
  );
}

function WidePanels() {
  const { t } = useTranslation('editor');
  const leftOpen = useView((state) => state.leftOpen);
  const right = useView((state) => state.right);
  return (
    <>
      {leftOpen && (
        <aside className={styles.left} aria-label={t('bar.left')}>
          <LeftContent />
        </aside>
      )}
      {right && (
        <aside className={styles.right} aria-label={t(`right.${right}`)}>
          <RightContent />
        </aside>
      )}
    </>
  );
}

function NarrowPanels() {
  const { t } = useTranslation('editor');
  const { view } = useEditor();
  const leftOpen = useView((state) => state.leftOpen);
  const right = useView((state) => state.right);
  useDrawers();
  return (
    <>
      <Drawer
        opened={leftOpen}
        onClose={() => view.setState({ leftOpen: false })}
        title={t('bar.left')}
        size={300}
        styles={{
          body: { display: 'flex', flexDirection: 'column', gap: 16, height: 'calc(100dvh - 60px)' },
        }}
      >
        <LeftContent />
      </Drawer>
      <Drawer
        opened={right !== null}
        onClose={() => view.setState({ right: null })}
        position="right"
        title={right && t(`right.${right}`)}
        size="min(400px, 100%)"
        styles={{
          content: { display: 'flex', flexDirection: 'column' },
          body: { flex: 1, minHeight: 0, padding: 0, display: 'flex', flexDirection: 'column' },
        }}
      >
        <RightContent />
      </Drawer>
    </>
  );
}

/** With drawers, choosing a flow or a step shows it at once: the canvas, or its details. */
function useDrawers(): void {
  const { view } = useEditor();
  useEffect(
    () =>
      view.subscribe((now, before) => {
        if (now.flow !== before.flow) view.setState({ leftOpen: false });
        const isChosen = now.selectedNodes !== before.selectedNodes && now.selectedNodes.length === 1;
        if (isChosen && now.right !== 'simulator') view.setState({ leftOpen: false, right: 'inspector' });
      }),
    [view],
  );
}

function LeftContent(): ReactNode {
  return (
    <>
      <div className={styles.flows}>
        <FlowList />
      </div>
      <Palette />
    </>
  );
}

function RightContent(): ReactNode {
  const right = useView((state) => state.right);
  if (right !== 'simulator') {
    return (
      <div className={styles.inspector}>
        <Inspector />
      </div>
    );
  }
  return (
    <Suspense>
      <SimulatorPanel />
    </Suspense>
  );
}

function Bottom() {
  const { t } = useTranslation('editor');
  const { view } = useEditor();
  const bottom = useView((state) => state.bottom);
  if (bottom === null) return null;
  return (
    <section className={styles.bottom} aria-label={t(`${bottom}.title`)}>
      <div className={styles.bottomHead}>
        <Title order={2} size="sm">
          {t(`${bottom}.title`)}
        </Title>
        <CloseButton aria-label={t('common:action.close')} onClick={() => view.setState({ bottom: null })} />
      </div>
      {bottom === 'problems' ? <ProblemsPanel /> : <VersionsPanel />}
    </section>
  );
}
