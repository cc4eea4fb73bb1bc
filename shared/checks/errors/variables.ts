import { isReserved } from '../../kinds/rule.ts';
import type { BotIndex } from '../bot-index.ts';
import type { Finding } from '../problem.ts';

/** Variables with a name that conditions use for something else, and choices of nothing. */
export function variables({ file }: BotIndex): Finding[] {
  return file.bot.variables.flatMap(({ name, type, options = [] }, index): Finding[] => [
    ...(isReserved(name)
      ? [{ code: 'reserved-variable' as const, path: ['bot', 'variables', index, 'name'], values: { name } }]
      : []),
    ...(type === 'choice' && options.length === 0
      ? [
          {
            code: 'choice-without-options' as const,
            path: ['bot', 'variables', index, 'options'],
            values: { name },
          },
        ]
      : []),
  ]);
}
