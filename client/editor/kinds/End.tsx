import { CircleStop } from 'lucide-react';
import type { DraftOf, KindView } from './kind-view.ts';
import { NoSettings } from './NoSettings.tsx';

export const endView: KindView<DraftOf<'end'>> = {
  icon: CircleStop,
  sentence: (_, { t }) => t('end.says'),
  Form: () => <NoSettings type="end" />,
};
