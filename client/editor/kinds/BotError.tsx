import { TriangleAlert } from 'lucide-react';
import type { DraftOf, KindView } from './kind-view.ts';
import { NoSettings } from './NoSettings.tsx';

export const botErrorView: KindView<DraftOf<'bot-error'>> = {
  icon: TriangleAlert,
  sentence: (_, { t }) => t('bot-error.says'),
  Form: () => <NoSettings type="bot-error" />,
};
