/** How the database is. Told at each change, for the log and for the metrics. */
export type StoreHealth =
  /** It cannot be used at all and is being brought back; told again when the reason changes. */
  | { readonly state: 'away'; readonly cause: unknown }
  /** It is read as always, but there is no room on the disk to write. */
  | { readonly state: 'full'; readonly cause: unknown }
  /** It is used again, after so many seconds. */
  | { readonly state: 'well'; readonly seconds: number };

export type WatchStore = (health: StoreHealth) => void;
