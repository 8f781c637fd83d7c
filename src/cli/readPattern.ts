import { asNondeterministic } from '#engine/automata/asNondeterministic';
import type { NondeterministicAutomaton } from '#engine/automata/NondeterministicAutomaton';
import { compilePattern } from '#engine/automata/patterns/compilePattern';
import { patterns } from '#engine/automata/patterns/index';
import type { Pattern } from '#engine/automata/patterns/Pattern';
import { scopes, type Scope } from '#engine/automata/patterns/scopes';
import { fillPattern } from '#engine/automata/patterns/sentenceOfPattern';
import { inputFailure } from './CliFailure';
import { within } from './within';

const inText = ['a', 'b', 'c', 'q', 'r', 'n'] as const;
const settings: readonly string[] = [...inText, 'scope', 'among'];
const mostTimes = 50;

/** The automaton of a pattern as it is written for an operand: `response a=OrderPlaced b=OrderPaid scope=after q=Login`. */
export function readPattern(text: string) {
  const [id = '', ...words] = text.trim().split(/\s+(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const values = new Map(words.map(settingOf));
  const pattern = oneOf(patterns, id, 'pattern');
  const scope = oneOf(scopes, values.get('scope') ?? 'globally', 'scope');
  const given = givenTo(pattern, scope, values);
  const among = (values.get('among') ?? '').split(',').filter((name) => name !== '');
  const automaton: NondeterministicAutomaton = asNondeterministic(
    within(compilePattern(pattern, scope, given, among)),
  );
  return { pattern, scope, given, automaton };
}

function settingOf(word: string): readonly [string, string] {
  const [, name = '', quoted, bare = ''] = /^(\w+)=(?:"([^"]*)"|(\S*))$/.exec(word) ?? [];
  if (settings.includes(name)) return [name, quoted ?? bare];
  throw wrong(
    `"${word}" is no setting of a pattern. Write one of these: ${settings.map((one) => `${one}=…`).join(', ')}.`,
  );
}

function givenTo(pattern: Pattern, scope: Scope, values: ReadonlyMap<string, string>) {
  const needed: readonly string[] = [...pattern.events, ...scope.events, ...(pattern.counts ? ['n'] : [])];
  const missing = needed.filter((name) => (values.get(name) ?? '') === '');
  if (missing.length > 0) {
    throw wrong(`"${pattern.id}" lacks ${missing.join(', ')}: ${fillPattern(pattern.sentence, {})}.`);
  }
  const names = pattern.events.map((name) => values.get(name));
  if (new Set(names).size < names.length) throw wrong('The events of a pattern must be different ones.');
  const n = Number(values.get('n') ?? 1);
  if (!Number.isInteger(n) || n < 1 || n > mostTimes)
    throw wrong(`Write a whole number from 1 to ${mostTimes} for n.`);
  return { ...Object.fromEntries(values), n };
}

function oneOf<T extends { readonly id: string }>(list: readonly T[], id: string, what: string): T {
  const found = list.find((one) => one.id === id);
  if (found !== undefined) return found;
  throw wrong(`There is no ${what} "${id}". Choose one of these: ${list.map((one) => one.id).join(', ')}.`);
}

const wrong = (sentence: string) => inputFailure('pattern', sentence);
