/** A function; line and column count from 0, the url is empty where it is not JavaScript. */
interface CallFrame {
  functionName: string;
  url: string;
  lineNumber: number;
  columnNumber: number;
}

/** Tells from which source file a function of a bundle comes; undefined when it comes from none. */
export type Locate = (frame: CallFrame) => string | undefined;

/** What V8 writes with `--cpu-prof`. */
export interface CpuProfile {
  nodes: {
    id: number;
    callFrame: CallFrame;
    children?: number[];
  }[];
  /** In microseconds. */
  endTime: number;
  samples: number[];
  timeDeltas: number[];
}

/** Milliseconds by name, the largest first. */
export type Times = [name: string, ms: number][];

export interface ProfileSummary {
  /** Time in which the processor worked. */
  busyMs: number;
  /** By function, without what it called. */
  byFunction: Times;
  /** By file of ours or by package, without what it called. */
  byPlace: Times;
  /** By file of ours, with what it called in packages and in Node. */
  onBehalfOf: Times;
}

/** Where the time went between two moments, in milliseconds before the profile's end. */
export function summariseProfile(
  profile: CpuProfile,
  locate: Locate,
  window: { from: number; to: number },
): ProfileSummary {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const parents = new Map(
    profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])),
  );
  const byNode = countTimes(profile, window);
  const times = {
    function: new Map<string, number>(),
    place: new Map<string, number>(),
    own: new Map<string, number>(),
  };
  let busyMs = 0;
  for (const [id, ms] of byNode) {
    const frame = nodes.get(id)?.callFrame;
    if (!frame || frame.functionName === '(idle)') continue;
    busyMs += ms;
    const place = toPlace(frame, locate);
    add(times.function, `${frame.functionName || '(unnamed)'}  ${place}`, ms);
    add(times.place, place, ms);
    add(times.own, findOwner(id), ms);
  }
  return {
    busyMs,
    byFunction: toTimes(times.function),
    byPlace: toTimes(times.place),
    onBehalfOf: toTimes(times.own),
  };

  function findOwner(id: number): string {
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
      const frame = nodes.get(at)?.callFrame;
      const place = frame && toPlace(frame, locate);
      if (place && /^(server|shared|bench)\//.test(place)) return place;
    }
    const frame = nodes.get(id)?.callFrame;
    return frame ? toPlace(frame, locate) : 'unknown';
  }
}

function countTimes(
  { samples, timeDeltas }: CpuProfile,
  window: { from: number; to: number },
): Map<number, number> {
  const byNode = new Map<number, number>();
  let beforeEnd = timeDeltas.reduce((sum, delta) => sum + delta, 0) / 1000;
  for (const [index, id] of samples.entries()) {
    const ms = (timeDeltas[index + 1] ?? 0) / 1000;
    beforeEnd -= (timeDeltas[index] ?? 0) / 1000;
    if (beforeEnd <= window.from && beforeEnd >= window.to) byNode.set(id, (byNode.get(id) ?? 0) + ms);
  }
  return byNode;
}

function toPlace(frame: CallFrame, locate: Locate): string {
  const { functionName, url } = frame;
  if (functionName.startsWith('(')) return functionName;
  if (url === '') return 'native';
  const pack = /node_modules\/(?!.*node_modules\/)((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1];
  if (pack !== undefined) return pack;
  return url.startsWith('node:') ? url : (locate(frame) ?? url.replace(/^.*\//, ''));
}

function add(times: Map<string, number>, name: string, ms: number): void {
  times.set(name, (times.get(name) ?? 0) + ms);
}

function toTimes(times: ReadonlyMap<string, number>): Times {
  return [...times].sort(([, a], [, b]) => b - a);
}
