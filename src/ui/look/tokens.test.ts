import { describe, expect, test } from 'vitest';
import { eventToken, palettes, withMoreContrast, type Palette, type Theme, type TokenName } from './tokens';

/** Relative luminance and contrast ratio as WCAG 2.2 defines them. */
function luminanceOf(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrastOf(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminanceOf(one), luminanceOf(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const grounds: readonly TokenName[] = ['canvas', 'panel', 'raised', 'sunk'];
const textPairs: readonly (readonly [TokenName, TokenName])[] = [
  ...grounds.flatMap((ground) => [
    ['ink', ground] as const,
    ['ink2', ground] as const,
    ['ink3', ground] as const,
  ]),
  ...(['panel', 'raised'] as const).flatMap((ground) => [
    ['warn', ground] as const,
    ['danger', ground] as const,
    ['ok', ground] as const,
  ]),
  ['inv', 'ink'],
  ['warn', 'warn-bg'],
  ['danger', 'danger-bg'],
  ['ok', 'ok-bg'],
  ['note-ink', 'note'],
];
const signs: readonly (readonly [TokenName, TokenName])[] = [
  ...[1, 2, 3, 4, 5, 6].flatMap((slot) => [
    [eventToken(slot), 'raised'] as const,
    [eventToken(slot), 'canvas'] as const,
  ]),
  ['wire', 'canvas'],
  ['wire-hi', 'canvas'],
  ['danger', 'canvas'],
  ['ink3', 'raised'],
];

const variants = (['light', 'dark'] as const).flatMap((theme: Theme): [string, Palette][] => [
  [theme, palettes[theme]],
  [`${theme}, more contrast`, withMoreContrast(palettes[theme])],
]);

describe.each(variants)('%s', (_, palette) => {
  test.each(textPairs)('%s on %s can be read: at least 4.5 to 1', (text, ground) => {
    expect(contrastOf(palette[text], palette[ground])).toBeGreaterThanOrEqual(4.5);
  });

  test.each(signs)('%s on %s can be told apart: at least 3 to 1', (sign, ground) => {
    expect(contrastOf(palette[sign], palette[ground])).toBeGreaterThanOrEqual(3);
  });
});

test('black on white is 21 to 1, so the ratio is computed as the standard says', () => {
  expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21, 5);
});

test('colour slots outside one to six wrap around instead of losing their colour', () => {
  expect([1, 6, 7, 12, 0, -1, Number.NaN].map(eventToken)).toEqual([
    'ev-1',
    'ev-6',
    'ev-1',
    'ev-6',
    'ev-1',
    'ev-5',
    'ev-1',
  ]);
});
