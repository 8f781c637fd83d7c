import type { Translate } from '#ui/i18n/useText';
import type { Reading } from './ScrubInput';

interface Bounds {
  readonly min: number;
  readonly max: number;
  readonly integer?: boolean;
}

/** Reads what was typed into a number field; a decimal comma counts as a point. */
export function readNumber(t: Translate, text: string, bounds: Bounds): Reading {
  const trimmed = text.trim().replace(',', '.');
  const value = Number(trimmed);
  if (trimmed === '' || !Number.isFinite(value)) return { problem: t('fields.number.wrong') };
  return inBounds(t, value, bounds, String);
}

/** The value itself, or what is wrong with it. */
export function inBounds(
  t: Translate,
  value: number,
  { min, max, integer = false }: Bounds,
  format: (value: number) => string,
): Reading {
  if (integer && !Number.isInteger(value)) return { problem: t('fields.number.whole') };
  if (value < min || value > max) {
    return { problem: t('fields.number.range', { min: format(min), max: format(max) }) };
  }
  return { value };
}
