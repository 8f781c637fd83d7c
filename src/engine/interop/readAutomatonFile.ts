import type { NondeterministicAutomaton } from '#engine/automata/NondeterministicAutomaton';
import type { Result } from '#engine/model/Problem';
import { automatonFormats } from './automatonFormats';
import { readAutomatonJson } from './automatonJson';

/** An automaton from a file, in the format that its text looks like, or else its name; in the own one when neither tells. */
export function readAutomatonFile(name: string, text: string): Result<NondeterministicAutomaton> {
  const format =
    automatonFormats.find((one) => one.recognises(text)) ??
    automatonFormats.find(({ endings }) => endings.some((ending) => name.endsWith(ending)));
  return format === undefined ? readAutomatonJson(text) : format.read(text);
}
