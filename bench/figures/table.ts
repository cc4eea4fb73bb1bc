/** What a figure has to be to pass. */
export interface Limit {
  kind: 'at least' | 'below';
  value: number;
}

/** One line of the result. */
export interface Figure {
  what: string;
  value: number;
  /** Written behind the value; empty for a ratio. */
  unit: string;
  /** Undefined for what is only told. */
  must?: Limit;
  /** What the value was made of: each round's figures by contender, and whatever explains them. */
  detail: Record<string, unknown>;
  /** Why this is no result, such as calls that were answered with an error. */
  fault?: string;
}

/** Whether a figure is what it must be; null where nothing is asked. */
export function passes({ value, must, fault }: Figure): boolean | null {
  if (fault !== undefined) return false;
  if (!must) return null;
  return must.kind === 'at least' ? value >= must.value : value < must.value;
}

/** The figures as a Markdown table with aligned columns. */
export function toTable(figures: readonly Figure[]): string {
  const rows = [
    ['figure', 'measured', 'must be', ''],
    ...figures.map((figure) => [figure.what, toMeasured(figure), toLimit(figure), toVerdict(figure)]),
  ];
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...rows.map((row) => [...(row[column] ?? '')].length)),
  );
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - [...cell].length)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  const [head = [], ...body] = rows;
  return [line(head), rule, ...body.map(line)].join('\n');
}

/** A number as people read it: three significant digits below a thousand, thousands parted above. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString('en-US');
  return Number.isInteger(value) ? String(value) : value.toPrecision(3);
}

function toMeasured({ value, unit, fault }: Figure): string {
  return fault === undefined ? withUnit(formatNumber(value), unit) : 'no result';
}

function toLimit({ must, unit }: Figure): string {
  return must ? `${must.kind} ${withUnit(formatNumber(must.value), unit)}` : '';
}

function toVerdict(figure: Figure): string {
  const passed = passes(figure);
  return passed === null ? '' : passed ? 'yes' : 'no';
}

function withUnit(value: string, unit: string): string {
  return unit === '' ? value : `${value} ${unit}`;
}
