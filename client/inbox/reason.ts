import type { TFunction } from 'i18next';

/** Why a person is wanted, in the agent's language; a word of a designer's own is shown as it is. */
export function toReason(reason: string, t: TFunction<'inbox'>): string {
  return t(`reason.${reason}`, { defaultValue: reason });
}
