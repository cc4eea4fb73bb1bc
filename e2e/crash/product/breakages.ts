/** One place of the source that is broken on purpose: exactly this text must be there once. */
export interface Cut {
  path: string;
  find: string;
  put: string;
}

/** Ways to break the product that a run must notice. */
export const breakages = {
  /** A call's id is neither looked for nor kept. */
  deduplication: [
    {
      path: 'server/runtime/turn.ts',
      find: 'const answered = request.once && (await findAnswer(deps, request.once));',
      put: 'const answered = request.once && (await findAnswer(deps, request.once)) && null;',
    },
    {
      path: 'server/runtime/turn.ts',
      find: 'clientCall: request.once ? toCallRecord(deps, request.once, writing) : null,',
      put: 'clientCall: request.once && toCallRecord(deps, request.once, writing) ? null : null,',
    },
  ],
  /** A group of turns is tried out, answered, and written a few milliseconds later. */
  'early-answer': [
    {
      path: 'server/store/sqlite/sqlite-runner.ts',
      find: `    prepare('commit').run();
    return outcomes;
  } catch (error) {
    if (handle.inTransaction) prepare('rollback').run();
    if (isDatabaseFault(error))`,
      put: `    prepare(trial.on ? 'rollback' : 'commit').run();
    return outcomes;
  } catch (error) {
    if (handle.inTransaction) prepare('rollback').run();
    if (isDatabaseFault(error))`,
    },
    {
      path: 'server/store/sqlite/sqlite-runner.ts',
      find: '          const outcomes = handle.writeUnsynced(() => writeGroup(handle, prepare, group));',
      put: `          trial.on = true;
          answer(group, handle.writeUnsynced(() => writeGroup(handle, prepare, group)));
          trial.on = false;
          await new Promise((later) => setTimeout(later, 5));
          const outcomes = handle.writeUnsynced(() => writeGroup(handle, prepare, group));`,
    },
    {
      path: 'server/store/sqlite/sqlite-runner.ts',
      find: 'type Prepare =',
      put: 'const trial = { on: false };\ntype Prepare =',
    },
  ],
  /** Whoever joins takes the conversation over from the one who has it. */
  'second-winner': [
    {
      path: 'server/runtime/inbox/agent-turns.ts',
      find: "throw new HttpProblem(409, 'already-joined'",
      put: "if (caller.id === '') throw new HttpProblem(409, 'already-joined'",
    },
  ],
  /** Turns are answered once they are written, while their sync is still under way. */
  'late-sync': [
    {
      path: 'server/store/sqlite/sqlite-runner.ts',
      find: `          await syncing;
          answer(group, outcomes);`,
      put: `          answer(group, outcomes);
          await syncing;`,
    },
  ],
} satisfies Record<string, readonly Cut[]>;
export type Breakage = keyof typeof breakages;
