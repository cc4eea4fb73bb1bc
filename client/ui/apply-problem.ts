import { ApiProblem, toSentence } from '../api/api-problem.ts';

/**
 * What a failed call means for a form: sentences at the fields they are about; what belongs to no field
 * of `values` is the form's own, under `form`.
 */
export function applyProblem(error: unknown, values: object): Record<string, string> {
  const fields = error instanceof ApiProblem ? Object.entries(error.fields) : [];
  const own = fields.filter(([path]) => path in values);
  return own.length > 0 ? Object.fromEntries(own) : { form: toSentence(error) };
}
