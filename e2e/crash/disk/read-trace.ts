/** One call of the system, in the order in which calls were made, as far as the trace tells it. */
export interface TracedCall {
  name: string;
  /** What the first argument stands for: a path, or something like `TCP:[127.0.0.1:80->127.0.0.1:90]`. */
  file: string;
  /** The rest of the line. */
  text: string;
  /** Undefined for a call that had not ended when the trace did. */
  result?: number;
  /** The lines at which it began and ended. */
  began: number;
  ended: number;
}

/**
 * Reads what `strace -f -y` wrote. A call that others came between stands on two lines, 'unfinished' and
 * 'resumed', which are put together by their thread.
 */
export function readTrace(trace: string): TracedCall[] {
  const calls: TracedCall[] = [];
  const unfinished = new Map<string, TracedCall>();
  for (const [index, line] of trace.split('\n').entries()) {
    const [, thread = '', rest = ''] = /^(\d+) +(.*)$/.exec(line) ?? [];
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest);
    const call = resumed ? unfinished.get(thread) : begin(rest, index);
    if (!call) continue;
    if (!resumed) calls.push(call);
    if (rest.endsWith('<unfinished ...>')) {
      unfinished.set(thread, call);
      continue;
    }
    unfinished.delete(thread);
    call.ended = index;
    const [, result] = / = (-?\d+)(?: [A-Z]\w+ \(.*\))?$/.exec(rest) ?? [];
    if (result !== undefined) call.result = Number(result);
  }
  return calls;
}

function begin(rest: string, index: number): TracedCall | undefined {
  const [, name, file] = /^(\w+)\(\d+<(.*?)>(?:[,)]| <unfinished)/.exec(rest) ?? [];
  if (name === undefined || file === undefined) return undefined;
  return { name, file, text: rest, began: index, ended: Number.POSITIVE_INFINITY };
}

/** What the trace says of an answered message: undefined when all is as it must be. */
export function findEarlyAnswer(calls: readonly TracedCall[], token: string): string | undefined {
  const written = calls.find(({ name, file, text }) => isWrite(name) && isLog(file) && text.includes(token));
  const answered = calls.find(
    ({ name, file, text }) => isSend(name) && isSocket(file) && text.includes(token),
  );
  if (!written) return 'it was not seen in a write to the log';
  if (!answered) return 'its answer was not seen';
  const synced = calls.some(
    ({ name, file, result, began, ended }) =>
      isSync(name) && isLog(file) && result === 0 && began > written.began && ended < answered.began,
  );
  return synced ? undefined : 'no sync of the log lies between its write and its answer';
}

const isWrite = (name: string) => /^p?write(v|64)?$/.test(name);
const isSend = (name: string) => /^(write|writev|sendto|sendmsg)$/.test(name);
const isSync = (name: string) => name === 'fsync' || name === 'fdatasync';
const isLog = (file: string) => file.endsWith('-wal');
const isSocket = (file: string) => /^(TCP|socket)/.test(file);

/** How many syncs of the log there were: one for each batch of turns. */
export function countLogSyncs(calls: readonly TracedCall[]): number {
  return calls.filter(({ name, file, result }) => isSync(name) && isLog(file) && result === 0).length;
}
