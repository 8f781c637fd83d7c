import type { NondeterministicAutomaton } from '#engine/automata/NondeterministicAutomaton';
import { createProblem } from '#engine/model/createProblem';
import { limits } from '#engine/model/limits';
import type { Result } from '#engine/model/Problem';
import { readAutomatonJson, writeAutomatonJson } from './automatonJson';
import { readGraphviz, writeGraphviz } from './graphviz';
import { readJff, writeJff } from './jff';
import { readMermaidState, writeMermaidState } from './mermaidState';

/** A way to write an automaton and read it back. */
export interface AutomatonFormat {
  readonly id: string;
  /** Endings of file names; the first is for new files. */
  readonly endings: readonly string[];
  /** Whether the text looks like it. */
  recognises(text: string): boolean;
  write(automaton: NondeterministicAutomaton): string;
  read(text: string): Result<NondeterministicAutomaton>;
}

/** In the order in which they are asked whether they recognise a text. */
export const automatonFormats: readonly AutomatonFormat[] = [
  {
    id: 'json',
    endings: ['.automaton.json', '.json'],
    recognises: (text) => /^\uFEFF?\s*\{/.test(text),
    write: writeAutomatonJson,
    read: bounded(readAutomatonJson),
  },
  {
    id: 'jff',
    endings: ['.jff', '.xml'],
    recognises: (text) => /^\uFEFF?\s*</.test(text),
    write: writeJff,
    read: bounded(readJff),
  },
  {
    id: 'mermaid',
    endings: ['.mmd', '.mermaid'],
    recognises: (text) => /^\s*(%%[^\n]*\s*)*stateDiagram/.test(text),
    write: writeMermaidState,
    read: bounded(readMermaidState),
  },
  {
    id: 'graphviz',
    endings: ['.dot', '.gv'],
    recognises: (text) => /\bdigraph\b/.test(text.slice(0, 10_000)),
    write: writeGraphviz,
    read: bounded(readGraphviz),
  },
];

function bounded(read: AutomatonFormat['read']): AutomatonFormat['read'] {
  return (text) => {
    if (text.length <= limits.fileLength) return read(text);
    return {
      ok: false,
      problems: [createProblem('automaton-too-large', [], { limit: 'characters', max: limits.fileLength })],
    };
  };
}
