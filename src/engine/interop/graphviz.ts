import { silent, type NondeterministicAutomaton } from '#engine/automata/NondeterministicAutomaton';
import type { Result } from '#engine/model/Problem';
import { AutomatonDraft } from '#engine/model/AutomatonDraft';
import { dotTokens, ownId, type DotToken } from './dotTokens';

type Attributes = ReadonlyMap<string, string>;

/**
 * Reads a flat `digraph` of Graphviz as textbooks draw automata: a double circle is an accepting state, an arrow from a
 * node without a shape (`point`, `none`, `plaintext`) marks an initial one, the label of an arrow is its letter as a
 * whole, and an arrow without one is silent. Subgraphs and texts in HTML are refused.
 */
export function readGraphviz(text: string): Result<NondeterministicAutomaton> {
  const reader = new DotReader(dotTokens(text));
  reader.readGraph();
  return reader.draft.result();
}

class DotReader {
  readonly draft = new AutomatonDraft();
  readonly #tokens: readonly DotToken[];
  #next = 0;
  #defaults: Attributes = new Map();
  /** By id of a node, what is known of it. */
  readonly #nodes = new Map<string, Attributes>();
  readonly #arrows: { readonly from: string; readonly to: string; readonly label: string | undefined }[] = [];

  constructor(tokens: readonly DotToken[]) {
    this.#tokens = tokens;
  }

  readGraph(): void {
    this.#take('strict');
    if (!this.#take('digraph')) return this.#wrong();
    if (this.#token()?.type === 'id') this.#next += 1;
    if (!this.#take('{')) return this.#wrong();
    while (this.#token() !== undefined && !this.#take('}')) if (!this.#readStatement()) return this.#wrong();
    if (this.#tokens[this.#next - 1]?.text !== '}' || this.#token() !== undefined) return this.#wrong();
    return this.#finish();
  }

  #readStatement(): boolean {
    if (this.#take(';')) return true;
    const first = this.#id();
    if (first === null || first === 'subgraph') return false;
    if (this.#take('=')) return this.#id() !== null;
    if (['node', 'edge', 'graph'].includes(first)) {
      const attributes = this.#attributes();
      if (attributes !== null && first === 'node')
        this.#defaults = new Map([...this.#defaults, ...attributes]);
      return attributes !== null;
    }
    const path = [first];
    while (this.#take('->')) {
      const to = this.#id();
      if (to === null) return false;
      path.push(to);
    }
    const attributes = this.#attributes();
    if (attributes === null) return false;
    for (const id of path) this.#mention(id, path.length === 1 ? attributes : new Map());
    for (const [index, to] of path.slice(1).entries()) {
      this.#arrows.push({ from: path[index] ?? '', to, label: attributes.get('label') });
    }
    return true;
  }

  #mention(id: string, attributes: Attributes): void {
    this.#nodes.set(id, new Map([...(this.#nodes.get(id) ?? this.#defaults), ...attributes]));
  }

  /** Lists in square brackets, none of which need be there; null when one cannot be read. */
  #attributes(): Attributes | null {
    const found = new Map<string, string>();
    while (this.#take('[')) {
      while (!this.#take(']')) {
        if (this.#take(',') || this.#take(';')) continue;
        const key = this.#id();
        const value = key !== null && this.#take('=') ? this.#id() : null;
        if (key === null || value === null) return null;
        found.set(key, value);
      }
    }
    return found;
  }

  #finish(): void {
    const isMark = (id: string) => marks.has(this.#nodes.get(id)?.get('shape') ?? '');
    for (const [id, attributes] of this.#nodes) {
      if (isMark(id)) continue;
      const state = this.draft.state(id);
      const label = attributes.get('label');
      if (label !== undefined && label !== ownId) this.draft.name(state, label);
      if (attributes.get('shape') === 'doublecircle' || attributes.get('peripheries') === '2') {
        this.draft.accept(state);
      }
    }
    for (const { from, to, label } of this.#arrows) {
      if (isMark(to)) this.draft.wrongLine(1, `${from} -> ${to}`);
      else if (isMark(from)) this.draft.begin(this.draft.state(to));
      else
        this.draft.arrow(
          this.draft.state(from),
          label === undefined || label === '' ? null : label,
          this.draft.state(to),
        );
    }
  }

  #token(): DotToken | undefined {
    return this.#tokens[this.#next];
  }

  #take(text: string): boolean {
    const token = this.#token();
    // A name in quotation marks may look like a sign.
    const isThere = token?.text === text && token.type === (/^\w/.test(text) ? 'id' : 'sign');
    if (isThere) this.#next += 1;
    return isThere;
  }

  #id(): string | null {
    const token = this.#token();
    if (token?.type !== 'id') return null;
    this.#next += 1;
    return token.text;
  }

  #wrong(): void {
    const token = this.#token() ?? this.#tokens.at(-1);
    this.draft.wrongLine(token?.line ?? 1, token?.text ?? '');
  }
}

const marks: ReadonlySet<string> = new Set(['point', 'none', 'plaintext']);

/** Writes a `digraph`, one arrow a line; letters without an arrow are not in it. */
export function writeGraphviz(automaton: NondeterministicAutomaton): string {
  const { states, letters, initials, accepting, arrows } = automaton;
  const lines = [
    ...states.map((name, state) => {
      const shape = accepting[state] === true ? 'doublecircle' : 'circle';
      return `s${state} [label=${quoted(name)}, shape=${shape}];`;
    }),
    ...initials.flatMap((state, index) => [`start${index} [shape=point];`, `start${index} -> s${state};`]),
    ...arrows.map(({ from, letter, to }) => {
      const label = letter === silent ? '' : ` [label=${quoted(letters[letter] ?? '')}]`;
      return `s${from} -> s${to}${label};`;
    }),
  ];
  return `digraph automaton {\n  rankdir=LR;\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`;
}
