/** One server-sent event as it came, undecoded. */
export interface Frame {
  readonly event: string;
  readonly data: string;
  /** The last id that the stream has named, this frame's or an earlier one's; null before the first. */
  readonly id: string | null;
}

/** Cuts the text of a stream into its events, in any chunks it comes (WHATWG HTML, 9.2.6). */
export function createFrameReader(onFrame: (frame: Frame) => void) {
  let rest = '';
  let event = '';
  let data: string[] = [];
  let id: string | null = null;

  const takeLine = (line: string) => {
    if (line === '') {
      if (data.length > 0) onFrame({ event: event || 'message', data: data.join('\n'), id });
      event = '';
      data = [];
      return;
    }
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') event = value;
    else if (field === 'data') data.push(value);
    else if (field === 'id' && !value.includes('\0')) id = value;
  };

  return {
    push(chunk: string) {
      // A carriage return at the very end may be half of a line break; it waits for the next chunk.
      const text = rest + chunk;
      const whole = text.endsWith('\r') ? text.slice(0, -1) : text;
      const lines = whole.split(/\r\n|\n|\r/);
      rest = (lines.pop() ?? '') + text.slice(whole.length);
      for (const line of lines) takeLine(line);
    },
  };
}
