import type { AriaLabelConfig } from '@xyflow/react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** What the canvas says to those who hear it, in the language of the screens. */
export function useCanvasLabels(): Partial<AriaLabelConfig> {
  const { t } = useTranslation('editor');
  return useMemo(
    () => ({
      'node.a11yDescription.default': t('canvas.stepHelp'),
      'node.a11yDescription.keyboardDisabled': t('canvas.stepHelp'),
      'node.a11yDescription.ariaLiveMessage': ({ x, y }) =>
        t('canvas.moved', { x: Math.round(x), y: Math.round(y) }),
      'edge.a11yDescription.default': t('canvas.connectionHelp'),
      'controls.ariaLabel': t('canvas.controls'),
      'controls.zoomIn.ariaLabel': t('canvas.zoomIn'),
      'controls.zoomOut.ariaLabel': t('canvas.zoomOut'),
      'controls.fitView.ariaLabel': t('canvas.fit'),
      'minimap.ariaLabel': t('canvas.minimap'),
      'handle.ariaLabel': t('canvas.handle'),
    }),
    [t],
  );
}
