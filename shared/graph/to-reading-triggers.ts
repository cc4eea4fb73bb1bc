import type { DataOf } from '../kinds/document.ts';
import type { TrainingTrigger } from '../understanding/model.ts';
import { type Release, triggersOf } from './compile.ts';

/** The triggers that a release's model learns to tell apart, in the order of the drawing. */
export function toReadingTriggers(release: Release): TrainingTrigger[] {
  const requests = triggersOf(release, 'text-request').map(({ flow, node, data }): TrainingTrigger => {
    // Compiling read the data with its kind's schema.
    const { phrases, include, match } = data as DataOf<'text-request'>;
    return { flow, node, kind: 'text-request', phrases, include: include ?? [], match };
  });
  const feedback = triggersOf(release, 'negative-feedback').map(({ flow, node, data }): TrainingTrigger => {
    const { phrases, signals } = data as DataOf<'negative-feedback'>;
    const listens = signals.includes('phrase');
    return {
      flow,
      node,
      kind: 'negative-feedback',
      phrases: listens ? (phrases ?? []) : [],
      include: [],
      match: 'meaning',
    };
  });
  return [...requests, ...feedback];
}
