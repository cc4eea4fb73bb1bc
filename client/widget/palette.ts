type Rgb = readonly [number, number, number];

/** Colours made of the customer's brand colour, each readable where it stands; all `#rrggbb`. */
export interface Palette {
  readonly brand: string;
  /** For words on the brand colour. */
  readonly onBrand: string;
  /** The brand colour as words and lines on a light, and on a dark window. */
  readonly inkLight: string;
  readonly inkDark: string;
}

const fallback: Rgb = [58, 78, 184];
const white: Rgb = [255, 255, 255];
const black: Rgb = [24, 22, 20];
/** The darkest of the light surfaces and the lightest of the dark ones that such words stand on. */
const lightSurface: Rgb = [242, 239, 234];
const darkSurface: Rgb = [51, 47, 43];
const readable = 4.5;

/** The palette of a colour written `#rgb` or `#rrggbb`; anything else gives Baton's own. */
export function computePalette(color: string | undefined): Palette {
  const brand = parseColor(color) ?? fallback;
  const onWhite = computeContrast(brand, white) >= computeContrast(brand, black);
  return {
    brand: toHex(brand),
    onBrand: toHex(onWhite ? white : black),
    inkLight: toHex(moveUntilReadable(brand, lightSurface, [0, 0, 0])),
    inkDark: toHex(moveUntilReadable(brand, darkSurface, white)),
  };
}

/** Contrast as WCAG 2.2 defines it, 1 to 21. */
export function computeContrast(a: Rgb, b: Rgb): number {
  const [low, high] = [toLuminance(a), toLuminance(b)].sort((x, y) => x - y);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

export function parseColor(color: string | undefined): Rgb | undefined {
  const found = /^#?([\da-f]{6}|[\da-f]{3})$/i.exec(color?.trim() ?? '')?.[1];
  if (!found) return undefined;
  const hex = found.length === 3 ? found.replace(/./g, '$&$&') : found;
  const value = Number.parseInt(hex, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function moveUntilReadable(color: Rgb, surface: Rgb, towards: Rgb): Rgb {
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = color.map((part, at) => Math.round(part + ((towards[at] ?? 0) - part) * share));
    const candidate: Rgb = [mixed[0] ?? 0, mixed[1] ?? 0, mixed[2] ?? 0];
    if (computeContrast(candidate, surface) >= readable) return candidate;
  }
  return towards;
}

function toLuminance(color: Rgb): number {
  const [r = 0, g = 0, b = 0] = color.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function toHex(color: Rgb): string {
  return `#${color.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
