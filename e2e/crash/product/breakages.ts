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
  /** A group of turns is answered first and committed a few milliseconds later. */
  'early-answer': [
    {
      path: 'server/store/sqlite/sqlite-runner.ts',
      find: `    prepare('commit').run();
    return outcomes;
  } catch (error) {
    if (handle.inTransaction) prepare('rollback').run();
    if (isDatabaseFault(error))`,
      put: `    return outcomes;
  } catch (error) {
    if (handle.inTransaction) prepare('rollback').run();
    if (isDatabaseFault(error))`,
    },
    {
      path: 'server/store/sqlite/sqlite-runner.ts',
      find: '          commitGroup(handle, prepare, group);',
      put: `          commitGroup(handle, prepare, group);
          await new Promise((later) => setTimeout(later, 5));
          if (handle.inTransaction) prepare('commit').run();`,
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
  /** The log is synced only when it is copied into the database, so that a loss of power takes the last turns. */
  'late-sync': [
    {
      path: 'server/store/sqlite/open-file.ts',
      find: "native.pragma('synchronous = FULL');",
      put: "native.pragma('synchronous = NORMAL');",
    },
  ],
} satisfies Record<string, readonly Cut[]>;
export type Breakage = keyof typeof breakages;
