import { silent, type NondeterministicAutomaton } from '#engine/automata/NondeterministicAutomaton';
import type { Result } from '#engine/model/Problem';
import { AutomatonDraft } from '#engine/model/AutomatonDraft';

const end = '[*]';
const id = String.raw`[\p{L}\p{N}_-]+`;
const arrowLine = new RegExp(String.raw`^(\[\*\]|${id}?)\s*-->\s*(\[\*\]|${id})\s*(?::(.*))?$`, 'u');
const stateLine = new RegExp(String.raw`^state\s+(?:"([^"]*)"\s+as\s+)?(${id})$`, 'u');
const nameLine = new RegExp(String.raw`^(${id})(?:\s*:(.*))?$`, 'u');
/** How it looks, and nothing more. */
const lookLine = /^(direction|classDef|class|style|accTitle|accDescr|hide)\b/;

/**
 * Reads a flat `stateDiagram-v2` of Mermaid: an arrow from `[*]` marks an initial state, one to `[*]` an accepting one,
 * what stands behind the colon is the letter as a whole, and an arrow without one is silent. Nested states, notes and
 * forks are refused.
 */
export function readMermaidState(text: string): Result<NondeterministicAutomaton> {
  const draft = new AutomatonDraft();
  let hasHeader = false;
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.replace(/%%.*$/, '').trim();
    if (line === '' || lookLine.test(line)) continue;
    if (!hasHeader && /^stateDiagram(-v2)?$/.test(line)) hasHeader = true;
    else if (!hasHeader || !readLine(line, draft)) draft.wrongLine(index + 1, line);
  }
  return draft.result();
}

/** False when nothing can be read from the line. */
function readLine(line: string, draft: AutomatonDraft): boolean {
  const arrow = arrowLine.exec(line);
  if (arrow !== null) return readArrow(arrow, draft);
  const [, title, alias] = stateLine.exec(line) ?? [];
  if (alias !== undefined) {
    const state = draft.state(alias);
    if (title !== undefined) draft.name(state, decoded(title));
    return true;
  }
  const [, name, description] = nameLine.exec(line) ?? [];
  if (name === undefined) return false;
  const state = draft.state(name);
  if (description !== undefined) draft.name(state, decoded(description.trim()));
  return true;
}

function readArrow([, from = '', to = '', label]: RegExpExecArray, draft: AutomatonDraft): boolean {
  const letter = label === undefined || label.trim() === '' ? null : decoded(label.trim());
  if (from === '' || (from === end && to === end)) return false;
  if (from !== end && to !== end) draft.arrow(draft.state(from), letter, draft.state(to));
  else if (letter !== null) return false;
  else if (from === end) draft.begin(draft.state(to));
  else draft.accept(draft.state(from));
  return true;
}

/** Writes a `stateDiagram-v2`, one arrow a line; letters without an arrow are not in it. */
export function writeMermaidState(automaton: NondeterministicAutomaton): string {
  const { states, letters, initials, accepting, arrows } = automaton;
  const lines = [
    ...states.map((name, state) => `state "${encoded(name)}" as s${state}`),
    ...initials.map((state) => `${end} --> s${state}`),
    ...arrows.map(({ from, letter, to }) => {
      const label = letter === silent ? '' : ` : ${encoded(letters[letter] ?? '')}`;
      return `s${from} --> s${to}${label}`;
    }),
    ...states.flatMap((_, state) => (accepting[state] === true ? [`s${state} --> ${end}`] : [])),
  ];
  return `stateDiagram-v2\n  direction LR\n${lines.map((line) => `  ${line}\n`).join('')}`;
}

/** Signs that Mermaid would take for its own as its numbers of characters, `#59;`; and spaces at the ends. */
function encoded(text: string): string {
  return text.replace(/[#;"%:<>{}[\]\\\n\r]|^\s|\s$/gu, (sign) => `#${sign.charCodeAt(0)};`);
}

function decoded(text: string): string {
  return text.replace(/#(\d{1,7}|quot);/g, (whole, code: string) => {
    if (code === 'quot') return '"';
    return Number(code) <= 0x10_ff_ff ? String.fromCodePoint(Number(code)) : whole;
  });
}
