import type { Hours } from '../../../shared/schema/bot-settings.ts';
import type { Path } from '../../../shared/schema/references.ts';

/** Opening hours as they are being edited: the bot's, or a department's own. */
export interface HoursEdit {
  value: Hours;
  /** Edits the hours within the document. */
  edit: (change: (hours: Hours) => void, gesture?: string) => void;
  /** Where they stand in the settings. */
  path: Path;
}
