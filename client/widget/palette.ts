type Rgb = readonly number[];

/** Colours made of the customer's brand colour, each readable where it stands; all `rgb(…)`. */
export interface Palette {
  readonly brand: string;
  /** For words on the brand colour. */
  readonly onBrand: string;
  /** The brand colour as words and lines on a light, and on a dark window. */
  readonly inkLight: string;
  readonly inkDark: string;
}

const white = [255, 255, 255];
const black = [0, 0, 0];
/** The darkest of the light surfaces and the lightest of the dark ones that such words stand on. */
const lightSurface = [234, 232, 228];
const darkSurface = [46, 43, 40];
const readable = 4.5;

/** The palette of a colour written `#rgb` or `#rrggbb`; anything else gives Baton's own. */
export function computePalette(color: string | undefined): Palette {
  const brand = parseColor(color ?? '') ?? [58, 78, 184];
  const onBrand = computeContrast(brand, white) >= readable ? white : black;
  return {
    brand: toCss(brand),
    onBrand: toCss(onBrand),
    inkLight: toCss(moveUntilReadable(brand, lightSurface, black)),
    inkDark: toCss(moveUntilReadable(brand, darkSurface, white)),
  };
}

/** Contrast as WCAG 2.2 defines it, 1 to 21. */
export function computeContrast(a: Rgb, b: Rgb): number {
  const [one, other] = [toLuminance(a) + 0.05, toLuminance(b) + 0.05];
  return Math.max(one / other, other / one);
}

/** Reads `#35c` or `#3355cc`, with or without the `#`, into three numbers up to 255; undefined for anything else. */
export function parseColor(color: string): Rgb | undefined {
  const hex = color.replace(/^#?(.)(.)(.)$/, '$1$1$2$2$3$3').match(/^#?([\da-f]{6})$/i)?.[1];
  return hex?.match(/../g)?.map((part) => Number.parseInt(part, 16));
}

function moveUntilReadable(color: Rgb, surface: Rgb, towards: Rgb): Rgb {
  if (computeContrast(color, surface) >= readable) return color;
  const nearer = color.map((part, at) => part + ((towards[at] ?? 0) - part) / 9);
  return moveUntilReadable(nearer, surface, towards);
}

function toLuminance(color: Rgb): number {
  const [r = 0, g = 0, b = 0] = color.map((part) =>
    part > 10 ? ((part / 255 + 0.055) / 1.055) ** 2.4 : part / 3295,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function toCss(color: Rgb): string {
  return `rgb(${color.map(Math.round)})`;
}
