import type { Rule, RuleOp } from '../../kinds/rule.ts';
import type { Path } from '../../schema/references.ts';
import type { BotIndex } from '../bot-index.ts';
import type { Finding } from '../problem.ts';

type Needs = 'nothing' | 'a value' | 'a pair' | 'a list';

const needs: Record<RuleOp, Needs> = {
  known: 'nothing',
  unknown: 'nothing',
  is: 'a value',
  'is-not': 'a value',
  contains: 'a value',
  greater: 'a value',
  less: 'a value',
  between: 'a pair',
  'one-of': 'a list',
};

/** A condition's rules have what their comparison needs. */
export function rules({ nodes }: BotIndex): Finding[] {
  return nodes.flatMap(({ node, path }) => {
    if (node.type !== 'condition' || !Array.isArray(node.data.branches)) return [];
    return (node.data.branches as Partial<Record<'all' | 'any', Partial<Rule>[]>>[]).flatMap(
      (branch, index) =>
        (['all', 'any'] as const).flatMap((list) =>
          (branch[list] ?? []).flatMap((rule, at) =>
            toFinding(rule, [...path, 'data', 'branches', index, list, at, 'value']),
          ),
        ),
    );
  });
}

function toFinding({ op, value }: Partial<Rule>, path: Path): Finding[] {
  const need = op === undefined ? 'nothing' : needs[op];
  if (need === 'a value' && (value === undefined || value === '' || Array.isArray(value))) {
    return [{ code: 'rule-value-missing', path }];
  }
  if (need === 'a pair' && !(Array.isArray(value) && value.length === 2 && !value.includes(''))) {
    return [{ code: 'rule-pair-missing', path }];
  }
  if (need === 'a list' && !(Array.isArray(value) && value.length > 0))
    return [{ code: 'rule-list-missing', path }];
  return [];
}
