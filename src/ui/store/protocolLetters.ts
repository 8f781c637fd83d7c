import { regexTokens } from '#engine/automata/regexTokens';
import { renameLetter } from '#engine/automata/renameLetter';
import { readAutomatonData, automatonData } from '#engine/model/automatonData';
import type { Settings } from '#engine/model/fields';
import type { Json } from '#engine/model/Json';
import type { FlowDraft } from './documentStore';

/** Gives a letter another name in every protocol that is drawn or written as an expression. */
export function renameLetters(draft: FlowDraft, from: string, to: string): void {
  for (const { settings } of draft.protocols) {
    const { expression, automaton } = settings;
    if (typeof expression === 'string') settings['expression'] = renameLetter(expression, from, to);
    if (automaton !== undefined && automaton !== null) settings['automaton'] = renamedIn(automaton, from, to);
  }
}

/** Whether the source of a protocol, where it is an expression or drawn, has this letter. */
export function hasLetter({ source, expression, automaton }: Settings, letter: string): boolean {
  if (source === 'regex' && typeof expression === 'string') {
    return regexTokens(expression).some(({ type, text }) => type === 'name' && text === letter);
  }
  const read = source === 'drawn' && automaton !== undefined ? readAutomatonData(automaton) : null;
  return read?.ok === true && read.value.letters.includes(letter);
}

function renamedIn(automaton: Json, from: string, to: string): Json {
  const read = readAutomatonData(automaton);
  if (!read.ok || !read.value.letters.includes(from)) return automaton;
  const data = automatonData(read.value);
  const named = (letter: string | null) => (letter === from ? to : letter);
  return {
    ...data,
    letters: [...new Set(data.letters.map((letter) => (letter === from ? to : letter)))],
    arrows: data.arrows.map(([start = '', letter = null, end = '']) => [start, named(letter), end]),
  };
}
