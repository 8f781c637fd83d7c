import { assert } from '#engine/kernel/assert';
import { hot } from './hot';
import type { KeyChoice } from './KeyChoice';
import { sequence } from './sequence';
import { uniform } from './uniform';
import { zipf } from './zipf';

/** Every way to choose keys; the order is that of the options of the setting. */
export const keyChoices: readonly KeyChoice[] = [uniform, zipf, hot, sequence];

/** The choice that a setting names. */
export function keyChoiceOf(id: KeyChoice['id']): KeyChoice {
  const found = keyChoices.find((choice) => choice.id === id);
  assert(found !== undefined, 'Every choice of keys that a checked document names is in the list.');
  return found;
}
