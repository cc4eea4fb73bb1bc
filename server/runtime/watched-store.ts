import type { Store } from '../store/store.ts';

interface Watchers {
  botChanged(): void;
  deskChanged(): void;
}

/** The same store, which says when something was changed that the runtime keeps in memory. */
export function watchStore(store: Store, { botChanged, deskChanged }: Watchers): Store {
  const { bots, desk } = store;
  return {
    ...store,
    bots: {
      ...bots,
      create: after(bots.create, botChanged),
      change: after(bots.change, botChanged),
      remove: after(bots.remove, botChanged),
      saveDraft: after(bots.saveDraft, botChanged),
      publish: after(bots.publish, botChanged),
    },
    desk: {
      ...desk,
      setPresence: after(desk.setPresence, deskChanged),
      putDepartment: after(desk.putDepartment, deskChanged),
      removeDepartment: after(desk.removeDepartment, deskChanged),
      putSetting: after(desk.putSetting, deskChanged),
    },
  };
}

function after<Args extends unknown[], Result>(
  call: (...args: Args) => Promise<Result>,
  changed: () => void,
): (...args: Args) => Promise<Result> {
  return async (...args) => {
    try {
      return await call(...args);
    } finally {
      changed();
    }
  };
}
