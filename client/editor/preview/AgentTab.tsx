import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftFile } from '../../../shared/kinds/document.ts';
import { localise } from '../../../shared/text/localised.ts';
import { keepingFocus } from './keep-focus.ts';
import { join, occur, playedAgent, resolve } from './simulator.ts';
import { useSimulation, useSimulator } from './simulator-context.ts';

/** What an agent (and, while waiting, the customer) can do with the conversation just now. */
export function AgentTab() {
  const { t } = useTranslation('simulator');
  const store = useSimulator();
  const { handler, lent } = useSimulation(({ rehearsal }) => rehearsal.state);
  const held = handler === 'agent' || lent;
  const situation = lent ? 'lent' : handler;
  return (
    <Stack gap="sm">
      <Text size="xs" c="dimmed">
        {t(`agent.now.${situation}`)}
      </Text>
      {!held && (
        <Group gap="xs">
          <Button size="xs" onClick={keepingFocus(() => join(store))}>
            {t('agent.join', playedAgent)}
          </Button>
          {handler === 'queue' && (
            <Button
              size="xs"
              variant="default"
              onClick={keepingFocus(() => occur(store, { type: 'cancelled' }))}
            >
              {t('agent.cancel')}
            </Button>
          )}
        </Group>
      )}
      {held && <Holding />}
      {handler === 'bot' && !lent && <SurveyStart />}
    </Stack>
  );
}

const [asDrawn, none] = ['as-drawn', 'none'];

function Holding() {
  const { t } = useTranslation('simulator');
  const store = useSimulator();
  const surveys = useSurveys();
  const [outcome, setOutcome] = useState('');
  const [survey, setSurvey] = useState<string>(asDrawn);
  const named = survey.startsWith('survey:') ? survey.slice('survey:'.length) : null;
  const end = () => resolve(store, outcome.trim() || null, survey === none ? false : named);
  return (
    <>
      <TextInput
        size="xs"
        label={t('agent.outcome')}
        value={outcome}
        onChange={(event) => setOutcome(event.currentTarget.value)}
      />
      <Select
        size="xs"
        label={t('agent.after')}
        allowDeselect={false}
        value={survey}
        onChange={(value) => setSurvey(value ?? asDrawn)}
        data={[
          { value: asDrawn, label: t('agent.asDrawn') },
          ...surveys.map(({ value, label }) => ({ value: `survey:${value}`, label })),
          { value: none, label: t('agent.noSurvey') },
        ]}
      />
      <Group gap="xs">
        <Button size="xs" onClick={keepingFocus(end)}>
          {t('agent.resolve')}
        </Button>
        <Button
          size="xs"
          variant="default"
          onClick={keepingFocus(() => occur(store, { type: 'returned', agent: playedAgent }))}
        >
          {t('agent.return')}
        </Button>
      </Group>
      <SendFlow />
    </>
  );
}

function SurveyStart() {
  const { t } = useTranslation('simulator');
  const store = useSimulator();
  const surveys = useSurveys();
  if (surveys.length === 0) return null;
  return (
    <Group gap="xs">
      {surveys.map(({ value, label }) => (
        <Button
          key={value}
          size="xs"
          variant="default"
          onClick={() => occur(store, { type: 'start-survey', name: value })}
        >
          {t('agent.startSurvey', { survey: label })}
        </Button>
      ))}
    </Group>
  );
}

function SendFlow() {
  const { t } = useTranslation('simulator');
  const store = useSimulator();
  const file = useSimulation((simulation) => simulation.file);
  const flows = file.flows.filter(({ nodes }) =>
    nodes.some(({ type, data }) => type === 'flow-start' && data.forAgents === true),
  );
  if (flows.length === 0) return null;
  return (
    <Group gap="xs">
      {flows.map(({ id, name }) => (
        <Button
          key={id}
          size="xs"
          variant="default"
          onClick={() => occur(store, { type: 'run-flow', flow: id, agent: playedAgent })}
        >
          {t('agent.sendFlow', { flow: name })}
        </Button>
      ))}
    </Group>
  );
}

function useSurveys(): { value: string; label: string }[] {
  const file = useSimulation((simulation) => simulation.file);
  const language = useSimulation(({ opening }) => opening.language);
  return toSurveys(file, language);
}

function toSurveys({ flows, bot }: DraftFile, language: string): { value: string; label: string }[] {
  const surveys = flows.flatMap(({ nodes }) => nodes.filter(({ type }) => type === 'start-survey'));
  return surveys.flatMap(({ data }) => {
    if (typeof data.name !== 'string' || data.name === '') return [];
    const label = localise((data.label ?? data.name) as string, language, bot.languages[0] ?? language);
    return [{ value: data.name, label: label || data.name }];
  });
}
