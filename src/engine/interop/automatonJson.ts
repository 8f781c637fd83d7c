import type { NondeterministicAutomaton } from '#engine/automata/NondeterministicAutomaton';
import { automatonData, readAutomatonData } from '#engine/model/automatonData';
import { isTooDeep } from '#engine/model/isTooDeep';
import type { Result } from '#engine/model/Problem';
import { prettyJson } from './prettyJson';

export function writeAutomatonJson(automaton: NondeterministicAutomaton): string {
  return `${prettyJson(automatonData(automaton))}\n`;
}

export function readAutomatonJson(text: string): Result<NondeterministicAutomaton> {
  let value: unknown;
  try {
    value = isTooDeep(text, 8) ? null : JSON.parse(text);
  } catch {
    value = null;
  }
  return readAutomatonData(value);
}
