import type { ChatState } from './connection/chat-state.ts';
import type { Connection } from './connection/connection.ts';
import type { Options } from './options.ts';
import type { Say } from './words.ts';

/** What every part of the window is drawn from. */
export interface Chat {
  readonly connection: Connection;
  readonly options: Options;
  readonly state: ChatState;
  readonly open: boolean;
  /** Of the window's own words. */
  readonly language: string;
  readonly t: Say;
  readonly setOpen: (open: boolean) => void;
}
