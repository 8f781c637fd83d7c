import { assert } from '#engine/kernel/assert';
import { bursts } from './bursts';
import { byHand } from './byHand';
import type { Generator } from './Generator';
import { interval } from './interval';
import { log } from './log';
import { onOff } from './onOff';
import { script } from './script';

/** Every way to decide when the next event is made; the order is that of the options of the setting. */
export const generators: readonly Generator[] = [interval, script, byHand, log, bursts, onOff];

/** The generator that a setting names. */
export function generatorOf(id: Generator['id']): Generator {
  const found = generators.find((generator) => generator.id === id);
  assert(found !== undefined, 'Every way to generate that a checked document names is in the list.');
  return found;
}
