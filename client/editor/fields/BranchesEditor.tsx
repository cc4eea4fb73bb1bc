import { Button, Group, SegmentedControl, Stack, Text as Words } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Rule } from '../../../shared/kinds/rule.ts';
import type { Text } from '../../../shared/text/localised.ts';
import { newName } from '../document/new-id.ts';
import { ListRowActions } from './ListRowActions.tsx';
import { removeAt, replaceAt } from './list-edits.ts';
import { RuleEditor } from './RuleEditor.tsx';
import { TextField } from './TextField.tsx';

export interface DraftBranch {
  id: string;
  label?: Text | undefined;
  all?: Partial<Rule>[] | undefined;
  any?: Partial<Rule>[] | undefined;
}

/** The branches of a condition, tried from the top. */
export function BranchesEditor(props: {
  value: readonly DraftBranch[];
  onChange: (value: DraftBranch[]) => void;
}) {
  const { value, onChange } = props;
  const { t } = useTranslation('kinds');
  const add = () => {
    const id = newName(
      'branch',
      value.map((branch) => branch.id),
      '-',
    );
    onChange([...value, { id, label: '', all: [{}] }]);
  };
  return (
    <Stack gap="lg">
      {value.map((branch, index) => {
        const name = t('condition.branchNumber', { number: index + 1 });
        return (
          <Stack key={branch.id} gap="xs" component="section" aria-label={name}>
            <Group justify="space-between" wrap="nowrap">
              <Words fw={600} size="sm">
                {name}
              </Words>
              <ListRowActions name={name} list={value} index={index} onChange={onChange} min={1} />
            </Group>
            <BranchEditor branch={branch} onChange={(next) => onChange(replaceAt(value, index, next))} />
          </Stack>
        );
      })}
      <Button variant="default" size="xs" leftSection={<Plus size={14} aria-hidden />} onClick={add}>
        {t('condition.addBranch')}
      </Button>
    </Stack>
  );
}

function BranchEditor({
  branch,
  onChange,
}: {
  branch: DraftBranch;
  onChange: (branch: DraftBranch) => void;
}) {
  const { t } = useTranslation('kinds');
  const mode = branch.any ? 'any' : 'all';
  const rules = branch.any ?? branch.all ?? [];
  const withRules = (next: Partial<Rule>[], nextMode: 'all' | 'any' = mode) => {
    onChange({ id: branch.id, label: branch.label, [nextMode]: next });
  };
  return (
    <>
      <TextField
        label={t('condition.branchLabel')}
        value={branch.label}
        onChange={(label) => onChange({ ...branch, label })}
      />
      {rules.length > 1 && (
        <SegmentedControl
          size="xs"
          fullWidth
          data={[
            { value: 'all', label: t('condition.all') },
            { value: 'any', label: t('condition.any') },
          ]}
          value={mode}
          onChange={(next) => withRules(rules, next)}
        />
      )}
      {rules.map((rule, index) => (
        <RuleEditor
          // biome-ignore lint/suspicious/noArrayIndexKey: rules have no ids, and a row's fields hold no state of their own.
          key={index}
          name={t('rule.number', { number: index + 1 })}
          rule={rule}
          onChange={(next) => withRules(replaceAt(rules, index, next))}
          onRemove={rules.length > 1 ? () => withRules(removeAt(rules, index)) : undefined}
        />
      ))}
      <Button
        variant="subtle"
        size="xs"
        leftSection={<Plus size={14} aria-hidden />}
        onClick={() => withRules([...rules, {}])}
      >
        {t('condition.addRule')}
      </Button>
    </>
  );
}
