import { customerSends, happen, type Play, type Rehearsal } from '../../../shared/interpreter/rehearsal.ts';
import type { DraftFile, DraftFlow } from '../../../shared/kinds/document.ts';

/** How a rehearsal begins: as every conversation does, or by what begins one flow. */
export type Start =
  | { type: 'beginning' }
  | { type: 'flow'; flow: string }
  | { type: 'words'; flow: string; words: string }
  | { type: 'survey'; flow: string; name: string }
  | { type: 'event'; flow: string; name: string };

export const beginning: Start = { type: 'beginning' };

/**
 * How the flow can be begun by itself: run as other flows run it, started as a survey, by the first words
 * that mean it, or by its event. Null where nothing but the conversation's course leads into it.
 */
export function toStart({ id, nodes }: DraftFlow, personWords: string): Start | null {
  const find = (type: string) => nodes.find((node) => node.type === type);
  if (find('flow-start')) return { type: 'flow', flow: id };
  const survey = find('start-survey')?.data.name;
  if (typeof survey === 'string' && survey !== '') return { type: 'survey', flow: id, name: survey };
  const request = find('text-request');
  if (request) {
    const [phrase] = (request.data.phrases ?? []) as string[];
    const words = phrase ?? (request.data.include ? personWords : undefined);
    if (words !== undefined) return { type: 'words', flow: id, words };
  }
  const event = find('event')?.data.name;
  return typeof event === 'string' && event !== '' ? { type: 'event', flow: id, name: event } : null;
}

/** The same start in the drawing as it is now; the conversation's own beginning where the flow is gone. */
export function renewStart(start: Start, file: DraftFile, personWords: string): Start {
  if (start.type === 'beginning') return start;
  const flow = file.flows.find(({ id }) => id === start.flow);
  return (flow && toStart(flow, personWords)) ?? beginning;
}

/** Begins the conversation. */
export function begin(play: Play, empty: Rehearsal, start: Start): Rehearsal {
  switch (start.type) {
    case 'beginning':
      return happen(play, empty, { type: 'start' });
    case 'flow':
      return happen(play, empty, { type: 'run-flow', flow: start.flow, agent: null });
    case 'survey':
      return happen(play, empty, { type: 'start-survey', name: start.name });
    case 'words':
      return customerSends(play, happen(play, empty, { type: 'start' }), { text: start.words });
    case 'event':
      return happen(play, empty, { type: 'named-event', name: start.name });
  }
}
