import fc from 'fast-check';
import { expect, test } from 'vitest';
import { computeContrast, computePalette, parseColor } from './palette.ts';

const surfaces = { inkLight: [255, 255, 255], inkDark: [33, 30, 27] };

function toNumbers(css: string): number[] {
  return css.match(/\d+/g)?.map(Number) ?? [];
}

test('every brand colour gets words that can be read, on it and in it', () => {
  const colour = fc
    .integer({ min: 0, max: 0xffffff })
    .map((value) => `#${value.toString(16).padStart(6, '0')}`);
  fc.assert(
    fc.property(colour, (color) => {
      const palette = computePalette(color);
      expect(computeContrast(toNumbers(palette.brand), toNumbers(palette.onBrand))).toBeGreaterThan(4.49);
      expect(computeContrast(toNumbers(palette.inkLight), surfaces.inkLight)).toBeGreaterThan(4.49);
      expect(computeContrast(toNumbers(palette.inkDark), surfaces.inkDark)).toBeGreaterThan(4.49);
    }),
  );
});

test('colours are read long and short, with and without their sign', () => {
  expect(parseColor('#0a7')).toEqual([0, 170, 119]);
  expect(parseColor('00AA77')).toEqual([0, 170, 119]);
});

test('what is no colour gives the colour of Baton', () => {
  expect(computePalette('red; } * { color: blue').brand).toBe(computePalette(undefined).brand);
});

test('black on white has the highest contrast', () => {
  expect(computeContrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21);
});
