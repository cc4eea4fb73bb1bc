import { expect, test } from 'vitest';
import { toShape } from './schema-shape.ts';

test('writes a schema like a type', () => {
  const shape = toShape({
    type: 'object',
    required: ['id', 'parts'],
    properties: {
      id: { type: 'string', format: 'uuid' },
      parts: { type: 'array', items: { $ref: '#/components/schemas/Part' } },
      kind: { enum: ['bot', 'agent'] },
      at: { anyOf: [{ type: 'string' }, { type: 'null' }] },
      more: { type: 'object', additionalProperties: { type: 'number' } },
      value: {},
    },
  });
  expect(shape).toBe(
    [
      '{',
      '  id: uuid',
      '  parts: [<a href="#schema-Part">Part</a>, …]',
      '  kind?: &#34;bot&#34; | &#34;agent&#34;',
      '  at?: string | null',
      '  more?: {',
      '    …: number',
      '  }',
      '  value?: any',
      '}',
    ].join('\n'),
  );
});
