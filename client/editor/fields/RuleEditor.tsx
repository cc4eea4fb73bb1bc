import { Group, Select, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Rule, type RuleOp, reservedSubjects } from '../../../shared/kinds/rule.ts';
import { useDocument } from '../editor-context.ts';
import { builtInVariables } from './built-in-variables.ts';
import { DepartmentPicker } from './DepartmentPicker.tsx';
import { RowActions } from './RowActions.tsx';
import { RuleValue } from './RuleValue.tsx';
import { toArity, toOps, toSubject } from './rule-subject.ts';

interface RuleEditorProps {
  name: string;
  rule: Partial<Rule>;
  onChange: (rule: Partial<Rule>) => void;
  onRemove?: (() => void) | undefined;
}

/** One rule as a sentence of fields: what, how, and with what it is compared. */
export function RuleEditor({ name, rule, onChange, onRemove }: RuleEditorProps) {
  const { t } = useTranslation('kinds');
  const bot = useDocument((state) => state.file.bot);
  const { subject: subjectName, op } = rule;
  const subject = subjectName === undefined ? null : toSubject(subjectName, bot);
  const ops = subjectName === undefined ? [] : toOps(subjectName, bot);
  const shownOps = op !== undefined && !ops.includes(op) ? [...ops, op] : ops;
  const chooseSubject = (next: string | null) => {
    if (next === null) return;
    const first = toOps(next, bot)[0] ?? 'is';
    const value = toSubject(next, bot).type === 'state' ? 'open' : undefined;
    onChange({ subject: next, op: first, ...(value !== undefined && { value }) });
  };
  const chooseOp = (next: RuleOp) => {
    const keeps = op !== undefined && toArity(op) === toArity(next);
    const { value, ...rest } = rule;
    onChange({ ...rest, op: next, ...(keeps && value !== undefined && { value }) });
  };
  return (
    <Group gap={4} align="flex-start" wrap="nowrap">
      <Stack gap={4} flex={1} pl="xs" style={{ borderLeft: '2px solid var(--baton-line)' }}>
        <Select
          aria-label={t('rule.subject')}
          placeholder={t('rule.subject')}
          searchable
          data={useSubjects()}
          value={subjectName ?? null}
          onChange={chooseSubject}
        />
        {subject?.byDepartment && bot.departments.length > 0 && (
          <DepartmentPicker
            value={rule.department}
            onChange={(department) => onChange(withDepartment(rule, department))}
          />
        )}
        {subject && (
          <Select
            aria-label={t('rule.op')}
            data={shownOps.map((each) => ({ value: each, label: toOpWords(t, each, subject.type) }))}
            value={op ?? null}
            allowDeselect={false}
            onChange={(next) => next && chooseOp(next)}
          />
        )}
        {subject && op && (
          <RuleValue
            subject={subject}
            op={op}
            value={rule.value}
            onChange={(value) => onChange(withValue(rule, value))}
          />
        )}
      </Stack>
      <RowActions name={name} onRemove={onRemove} />
    </Group>
  );
}

/** 'is after' of a date says the same as 'is more than' of a number. */
function toOpWords(t: (key: string[]) => string, op: RuleOp, type: string): string {
  return t([`op.${op}-${type}`, `op.${op}`]);
}

function useSubjects() {
  const { t } = useTranslation('kinds');
  const variables = useDocument((state) => state.file.bot.variables);
  return [
    {
      group: t('rule.situation'),
      items: reservedSubjects.map((value) => ({ value, label: t(`subject.${value}`) })),
    },
    {
      group: t('field.ownVariables'),
      items: variables.map(({ name, label }) => ({ value: name, label: label || name })),
    },
    {
      group: t('field.builtIn'),
      items: builtInVariables.map((value) => ({ value, label: t(`variable.${value.replace('.', '-')}`) })),
    },
  ];
}

function withDepartment(rule: Partial<Rule>, department: string | undefined): Partial<Rule> {
  const { department: _, ...rest } = rule;
  return department === undefined ? rest : { ...rest, department };
}

function withValue(rule: Partial<Rule>, value: Rule['value']): Partial<Rule> {
  const { value: _, ...rest } = rule;
  return value === undefined ? rest : { ...rest, value };
}
