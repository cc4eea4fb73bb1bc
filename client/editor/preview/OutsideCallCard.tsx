import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutsideCall } from '../../../shared/interpreter/rehearsal.ts';
import type { SealedText } from '../../../shared/schema/effect.ts';
import type { Value } from '../../../shared/schema/value.ts';
import { keepingFocus } from './keep-focus.ts';
import styles from './SimulatorTranscript.module.css';
import { answerCall } from './simulator.ts';
import { useSimulation, useSimulator } from './simulator-context.ts';
import { toTypedValue } from './typed-value.ts';

/** A call that is not really made: the designer says how it went, and what it brought. */
export function OutsideCallCard({ call }: { call: OutsideCall }) {
  const { t } = useTranslation('simulator');
  const store = useSimulator();
  const variables = useSimulation(({ file }) => file.bot.variables);
  const [words, setWords] = useState<Record<string, string>>({});
  const saved = call.type === 'http' ? call.request.save : [];
  const toValues = (): Record<string, Value> =>
    Object.fromEntries(
      saved.flatMap(({ variable }) => {
        const type = variables.find(({ name }) => name === variable)?.type ?? 'text';
        const value = toTypedValue(words[variable] ?? '', type);
        return value === undefined ? [] : [[variable, value]];
      }),
    );
  const answer = (ok: boolean) =>
    keepingFocus(() => answerCall(store, call.id, ok ? { ok, variables: toValues() } : { ok }));
  const titleId = `call-${call.id}`;
  return (
    <section className={styles.call} aria-labelledby={titleId}>
      <Stack gap="xs">
        <div>
          <Text size="sm" fw={600} id={titleId}>
            {t(`call.${call.type}`)}
          </Text>
          <Text size="xs" c="dimmed" className={styles.address}>
            {call.type === 'http'
              ? `${call.request.method} ${toShown(call.request.url)}`
              : call.request.subject}
          </Text>
          {call.type === 'ticket' && call.request.body && (
            <Text size="xs" className={styles.text}>
              {call.request.body}
            </Text>
          )}
        </div>
        {saved.map(({ path, variable }) => (
          <TextInput
            key={variable}
            size="xs"
            label={variables.find(({ name }) => name === variable)?.label || variable}
            description={path}
            value={words[variable] ?? ''}
            onChange={(event) => setWords({ ...words, [variable]: event.currentTarget.value })}
          />
        ))}
        <Group gap="xs">
          <Button size="xs" onClick={answer(true)}>
            {t('call.worked')}
          </Button>
          <Button size="xs" variant="default" onClick={answer(false)}>
            {t('call.failed')}
          </Button>
        </Group>
      </Stack>
    </section>
  );
}

/** Secrets stay names: only the server knows them. */
function toShown(text: SealedText): string {
  return text.map((part) => (typeof part === 'string' ? part : `‹${part.secret}›`)).join('');
}
