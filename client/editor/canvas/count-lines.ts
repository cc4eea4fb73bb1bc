const font = "14px 'Inter Variable', system-ui, sans-serif";
/** Wider than the average letter, for where there is no canvas to measure with. */
const letterWidth = 7.2;

let context: CanvasRenderingContext2D | null | undefined;
const widths = new Map<string, number>();

/** How many lines a text takes at the card's font and a width in pixels, broken between words. */
export function countLines(text: string, width: number): number {
  let lines = 1;
  let used = 0;
  const space = measure(' ');
  for (const word of text.split(' ')) {
    const size = measure(word);
    const needed = used === 0 ? size : used + space + size;
    if (needed <= width) used = needed;
    else {
      lines += used === 0 ? 0 : 1;
      lines += Math.floor(size / width);
      used = size % width;
    }
  }
  return lines;
}

function measure(word: string): number {
  const known = widths.get(word);
  if (known !== undefined) return known;
  if (context === undefined) {
    context = typeof document === 'undefined' ? null : document.createElement('canvas').getContext('2d');
    if (context) context.font = font;
  }
  const width = context?.measureText?.(word).width ?? word.length * letterWidth;
  widths.set(word, width);
  return width;
}
