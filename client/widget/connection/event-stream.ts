/** One server-sent event. Its id is not kept: the messages carry their numbers themselves. */
export interface StreamEvent {
  readonly event: string;
  readonly data: string;
}

/**
 * Parses server-sent events by hand, since `EventSource` cannot carry an `Authorization` header.
 * Chunks may cut anywhere, also between the two characters of a line end.
 */
export function createEventParser(): (chunk: string) => StreamEvent[] {
  let rest = '';
  return (chunk) => {
    // A lone \r at the end may be half of \r\n: it waits for the next chunk.
    const blocks = (rest + chunk).replace(/\r\n|\r(?!$)/g, '\n').split('\n\n');
    rest = blocks.pop() ?? '';
    return blocks.flatMap(toEvent);
  };
}

function toEvent(block: string): StreamEvent[] {
  let event = 'message';
  const data: string[] = [];
  for (const line of block.split('\n')) {
    const [, field, value = ''] = /^(\w+)(?:: ?(.*))?$/.exec(line) ?? [];
    if (field === 'event') event = value;
    if (field === 'data') data.push(value);
  }
  return data.length > 0 ? [{ event, data: data.join('\n') }] : [];
}
