import { Group, MultiSelect, NumberInput, Select, TagsInput, TextInput } from '@mantine/core';
import { DateInput, TimeInput } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import type { Rule } from '../../../shared/kinds/rule.ts';
import { type Subject, toArity } from './rule-subject.ts';

type Value = Rule['value'];
type Single = string | number | boolean;

interface RuleValueProps {
  subject: Subject;
  op: Rule['op'];
  value: Value;
  onChange: (value: Value) => void;
}

/** What a subject is compared with: one value, from and to, or several. */
export function RuleValue({ subject, op, value, onChange }: RuleValueProps) {
  const { t } = useTranslation('kinds');
  const arity = toArity(op);
  if (arity === 'none') return null;
  if (arity === 'one') {
    return (
      <SingleValue
        label={t('rule.value')}
        subject={subject}
        value={Array.isArray(value) ? undefined : value}
        onChange={onChange}
      />
    );
  }
  if (arity === 'list') return <ListValue subject={subject} value={value} onChange={onChange} />;
  const [from, to] = Array.isArray(value) ? value : [];
  const pair = (first: Single | undefined, second: Single | undefined) => {
    onChange([first ?? '', second ?? ''] as (string | number)[]);
  };
  return (
    <Group gap={4} grow>
      <SingleValue
        label={t('rule.from')}
        subject={subject}
        value={from}
        onChange={(next) => pair(next, to)}
      />
      <SingleValue label={t('rule.to')} subject={subject} value={to} onChange={(next) => pair(from, next)} />
    </Group>
  );
}

interface SingleValueProps {
  label: string;
  subject: Subject;
  value: Single | undefined;
  onChange: (value: Single | undefined) => void;
}

function SingleValue({ label, subject, value, onChange }: SingleValueProps) {
  const options = useOptions(subject);
  const text = value === undefined ? '' : String(value);
  const shared = { 'aria-label': label, placeholder: label };
  if (options) {
    const chosen = subject.type === 'boolean' ? (value === undefined ? null : text) : text || null;
    return (
      <Select
        {...shared}
        data={options}
        value={chosen}
        onChange={(next) => onChange(subject.type === 'boolean' ? next === 'true' : (next ?? undefined))}
      />
    );
  }
  if (subject.type === 'number') {
    return (
      <NumberInput
        {...shared}
        value={typeof value === 'number' ? value : text}
        onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
      />
    );
  }
  if (subject.type === 'time')
    return <TimeInput {...shared} value={text} onChange={(event) => onChange(event.currentTarget.value)} />;
  if (subject.type === 'date')
    return (
      <DateInput
        {...shared}
        valueFormat="YYYY-MM-DD"
        value={text || null}
        onChange={(next) => onChange(next ?? undefined)}
      />
    );
  return <TextInput {...shared} value={text} onChange={(event) => onChange(event.currentTarget.value)} />;
}

function ListValue({ subject, value, onChange }: Omit<RuleValueProps, 'op'>) {
  const { t } = useTranslation('kinds');
  const options = useOptions(subject);
  const list = Array.isArray(value) ? value.map(String) : [];
  const shared = {
    'aria-label': t('rule.values'),
    placeholder: list.length === 0 ? t('rule.values') : '',
    value: list,
  };
  return options ? (
    <MultiSelect {...shared} data={options} onChange={onChange} />
  ) : (
    <TagsInput {...shared} onChange={onChange} />
  );
}

function useOptions({ type, values, words }: Subject): { value: string; label: string }[] | null {
  const { t, i18n } = useTranslation('kinds');
  if (type === 'boolean') return ['true', 'false'].map((value) => ({ value, label: t(`boolean.${value}`) }));
  if (!values) return null;
  const names = words === 'language' ? new Intl.DisplayNames(i18n.language, { type: 'language' }) : null;
  return values.map((value) => ({
    value,
    label: names ? (names.of(value) ?? value) : words ? t(`${words}.${value}`) : value,
  }));
}
