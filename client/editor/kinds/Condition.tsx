import { Stack, Text } from '@mantine/core';
import { Split } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Rule } from '../../../shared/kinds/rule.ts';
import { BranchesEditor, type DraftBranch } from '../fields/BranchesEditor.tsx';
import type { DraftOf, FormProps, KindView } from './kind-view.ts';
import type { Words } from './words.ts';

type Data = DraftOf<'condition'>;

export const conditionView: KindView<Data> = {
  icon: Split,
  sentence: ({ branches = [] }, words) => {
    const rules = toRules(branches);
    const subjects = [
      ...new Set(rules.flatMap(({ subject }) => (subject ? [toSubjectWords(subject, words)] : []))),
    ];
    if (subjects.length === 0) return words.t('condition.saysNothing');
    return words.t('condition.says', { subjects: words.both(subjects.map(words.strong)) });
  },
  Form: ConditionForm,
};

function toRules(branches: readonly DraftBranch[]): Partial<Rule>[] {
  return branches.flatMap(({ all, any }) => all ?? any ?? []);
}

function toSubjectWords(subject: string, { t, variable }: Words): string {
  return t(`subject.${subject}`, { defaultValue: '' }) || variable(subject);
}

function ConditionForm({ data, set }: FormProps<Data>) {
  const { t } = useTranslation('kinds');
  return (
    <Stack gap="md">
      <Text size="xs" c="dimmed">
        {t('condition.about')}
      </Text>
      <BranchesEditor
        value={(data.branches ?? []) as DraftBranch[]}
        onChange={(branches) => set('branches', branches as Data['branches'])}
      />
    </Stack>
  );
}
