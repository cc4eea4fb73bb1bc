/** How the database is. Told at each change, for the log and for the metrics. */
export type StoreHealth =
  /** It cannot be used at all and is being brought back; told again when the reason changes. */
  | { readonly state: 'away'; readonly cause: unknown }
  /** It is read as always, but the disk does not take what is written: it is full, or refuses. */
  | { readonly state: 'unwritable'; readonly cause: unknown }
  /** It is used again, after so many seconds. */
  | { readonly state: 'well'; readonly seconds: number };

export type WatchStore = (health: StoreHealth) => void;
