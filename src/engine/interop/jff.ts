import { silent, type NondeterministicAutomaton } from '#engine/automata/NondeterministicAutomaton';
import { createProblem, valueText } from '#engine/model/createProblem';
import type { Result } from '#engine/model/Problem';
import { AutomatonDraft } from '#engine/model/AutomatonDraft';
import { parseXml, type XmlElement } from './parseXml';
import { withOneInitial } from './withOneInitial';

/** Reads a finite automaton of JFLAP (jflap.org, `.jff`): an arrow that reads nothing is silent. */
export function readJff(text: string): Result<NondeterministicAutomaton> {
  const draft = new AutomatonDraft();
  const xml = parseXml(text);
  if (!xml.ok) {
    draft.wrongLine(xml.line, xml.found);
    return draft.result();
  }
  const type = textIn(xml.value, 'type') ?? '';
  if (xml.value.name !== 'structure' || type !== 'fa') {
    return { ok: false, problems: [createProblem('automaton-jff-type', [], { value: valueText(type) })] };
  }
  // Older files have the states right inside of the structure.
  const automaton = childOf(xml.value, 'automaton') ?? xml.value;
  const ids = new Set<string>();
  for (const element of automaton.children) if (element.name === 'state') readState(element, draft, ids);
  for (const element of automaton.children) if (element.name === 'transition') readArrow(element, draft, ids);
  return draft.result();
}

function readState(element: XmlElement, draft: AutomatonDraft, ids: Set<string>): void {
  const id = element.attributes.get('id');
  if (id === undefined || ids.has(id)) {
    draft.wrongLine(element.line, `<state id="${id ?? ''}">`);
    return;
  }
  ids.add(id);
  const state = draft.state(id);
  draft.name(state, element.attributes.get('name') ?? `q${id}`);
  if (childOf(element, 'initial') !== undefined) draft.begin(state);
  if (childOf(element, 'final') !== undefined) draft.accept(state);
}

function readArrow(element: XmlElement, draft: AutomatonDraft, ids: ReadonlySet<string>): void {
  const [from, to] = [textIn(element, 'from') ?? '', textIn(element, 'to') ?? ''];
  const read = childOf(element, 'read')?.text;
  if (!ids.has(from) || !ids.has(to) || read === undefined) {
    draft.wrongLine(element.line, `<transition> ${from} → ${to}`);
    return;
  }
  draft.arrow(draft.state(from), read === '' ? null : read, draft.state(to));
}

/** Writes for JFLAP 6 and 7, which knows one initial state; states stand on a circle. */
export function writeJff(source: NondeterministicAutomaton): string {
  const { states, letters, initials, accepting, arrows } = withOneInitial(source);
  const radius = 60 + states.length * 20;
  const lines = states.map((name, state) => {
    const angle = (2 * Math.PI * state) / states.length;
    const [x, y] = [radius * (1 - Math.cos(angle)) + 60, radius * (1 - Math.sin(angle)) + 60];
    const marks = `${initials.includes(state) ? '<initial/>' : ''}${accepting[state] === true ? '<final/>' : ''}`;
    return `    <state id="${state}" name="${escaped(name)}"><x>${x.toFixed(1)}</x><y>${y.toFixed(1)}</y>${marks}</state>\n`;
  });
  const moves = arrows.map(({ from, letter, to }) => {
    const read = letter === silent ? '<read/>' : `<read>${escaped(letters[letter] ?? '')}</read>`;
    return `    <transition><from>${from}</from><to>${to}</to>${read}</transition>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<structure>
  <type>fa</type>
  <automaton>
${lines.join('')}${moves.join('')}  </automaton>
</structure>
`;
}

const childOf = (element: XmlElement, name: string) => element.children.find((child) => child.name === name);
const textIn = (element: XmlElement, name: string) => childOf(element, name)?.text.trim();

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
