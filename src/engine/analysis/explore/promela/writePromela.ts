import { factCodes } from '#engine/model/facts';
import type { ExploredGraph } from './ExploredGraph';

/** A step to a state, and what is recorded in it; −1 for nothing. */
interface Arrow {
  readonly to: number;
  readonly node: number;
  readonly fact: number;
  readonly type: number;
}

/** The name of the file: it reads itself again, for the tables. */
const promelaFile = 'flow.pml';

/**
 * A graph that was explored as a model for SPIN 6, in Promela. The steps are tables in C, which the compiler takes however
 * large they are; SPIN itself takes 64 kB of C, so that the file includes itself where the tables belong. `node`, `fact` and `type` hold what the last step did, for formulas. The process ends where a run may end, so that
 * what SPIN calls an invalid end state is a run that is stuck.
 */
export function writePromela(graph: ExploredGraph): string {
  const { name, nodes, eventTypes } = graph.doc;
  return `/* ${name.replaceAll('*/', '* /')}, as it was explored: ${graph.progress.configurations} configurations.
   Save as ${promelaFile}. Stuck runs: spin -a ${promelaFile}; cc -O1 -o pan pan.c; ./pan
   Formulas: add, for example, ltl { [] (fact != fact_lost) } */
#ifdef TABLES
${tablesOf(graph)}
#else
${defined('node', nodes).join('\n')}
${defined(
  'fact',
  factCodes.map((code) => ({ name: code })),
).join('\n')}
${defined('type', eventTypes).join('\n')}
#define none (-1)

c_decl {
\\#define TABLES
\\#include "${promelaFile}"
}

int state = 0, step = 0;
short node = none, fact = none, type = none;

active proctype flow() {
  do
  :: atomic {
       c_expr { first[now.state] < first[now.state + 1] };
       c_code { now.step = first[now.state]; };
       do
       :: c_expr { now.step + 1 < first[now.state + 1] }; c_code { now.step++; }
       :: break
       od;
       c_code {
         now.node = nodes[now.step]; now.fact = facts[now.step]; now.type = types[now.step];
         now.state = to[now.step]; now.step = 0;
       }
     }
  :: c_expr { legal[now.state] } -> break
  od
}
#endif
`;
}

function tablesOf(graph: ExploredGraph): string {
  const states = statesOf(graph);
  const arrows = states.flat();
  const firsts = [0];
  for (const { length } of states) firsts.push((firsts.at(-1) ?? 0) + length);
  const legal = states.map((_, at) => (graph.ends.get(at) === true ? 1 : 0));
  const column = (of: (arrow: Arrow) => number) => arrows.map(of);
  return [
    '/* By state: its first step, and whether a run may end there. By step: where it leads to and what it does. */',
    table('int', 'first', firsts),
    table('char', 'legal', legal),
    table(
      'int',
      'to',
      column(({ to }) => to),
    ),
    table(
      'short',
      'nodes',
      column(({ node }) => node),
    ),
    table(
      'short',
      'facts',
      column(({ fact }) => fact),
    ),
    table(
      'short',
      'types',
      column(({ type }) => type),
    ),
  ].join('\n');
}

/** By state; what records several things goes over states of its own, which stand behind the configurations. */
function statesOf({ moves, progress }: ExploredGraph): readonly (readonly Arrow[])[] {
  const { configurations } = progress;
  const states = Array.from({ length: configurations }, (): Arrow[] => []);
  for (let from = 0; from < configurations; from += 1) {
    for (const { to, node, noted } of moves[from] ?? []) {
      const told = noted.length === 0 ? [{ code: -1, type: -1 }] : noted;
      let at = from;
      for (const [index, { code: fact, type }] of told.entries()) {
        const next = index === told.length - 1 ? to : states.push([]) - 1;
        states[at]?.push({ to: next, node, fact, type });
        at = next;
      }
    }
  }
  return states;
}

function table(sort: string, name: string, numbers: readonly number[]): string {
  // C has no empty table.
  const all = numbers.length === 0 ? [0] : numbers;
  const lines: string[] = [];
  for (let at = 0; at < all.length; at += 20) lines.push(`  ${all.slice(at, at + 20).join(', ')}`);
  return `static const ${sort} ${name}[] = {\n${lines.join(',\n')}\n};`;
}

/** Numbers by names that may stand in a formula: `node_Shop`. */
function defined(sort: string, named: readonly { readonly name: string }[]): readonly string[] {
  const taken = new Set<string>();
  return named.map(({ name }, index) => {
    const plain = `${sort}_${name.replace(/\W+/g, '_').replace(/^_+|_+$/g, '')}`;
    const word = taken.has(plain) || plain === `${sort}_` ? `${sort}_${index}` : plain;
    taken.add(word);
    return `#define ${word} ${index}`;
  });
}
