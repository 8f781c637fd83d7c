import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseFlow } from '#engine/model/parseFlow';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { Check } from '../Check';
import { usualSettings } from '../settings';
import { documentOf, type World } from '../smallWorlds';
import { ExploredGraph } from './ExploredGraph';
import { writePromela } from './writePromela';

function promelaOf(world: World): Written {
  return written(documentOf(world));
}

/** Two services that answer each other, with small queues. */
function freezing(events: number, capacity: number): Written {
  const doc = JSON.parse(readFileSync('public/examples/two-services-freeze.flow.json', 'utf8')) as {
    nodes: { kind: string; settings: Record<string, unknown> }[];
  };
  for (const { kind, settings } of doc.nodes) {
    if (kind === 'publisher') settings['count'] = events;
    if (kind === 'bus') settings['capacity'] = capacity;
  }
  return written(doc);
}

interface Written {
  readonly text: string;
  readonly graph: ExploredGraph;
}

function written(document: unknown): Written {
  const parsed = parseFlow(document, kinds);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const graph = new ExploredGraph(parsed.value, runningKinds, { ...usualSettings, isReduced: false });
  while (!graph.isOver) graph.advance(10_000);
  return { text: writePromela(graph), graph };
}

/** Reads the tables back: by state, where each step goes and the fact that it tells. */
function read({ text }: Written) {
  const table = (name: string): readonly number[] => {
    const found = new RegExp(`static const \\w+ ${name}\\[\\] = \\{([^}]*)\\}`).exec(text)?.[1] ?? '';
    return found.split(',').map(Number);
  };
  const [first, to, facts, legal] = [table('first'), table('to'), table('facts'), table('legal')];
  return first.slice(0, -1).map((begin, state) => ({
    isLegal: legal[state] === 1,
    steps: to.slice(begin, first[state + 1]).map((next, index) => ({ next, fact: facts[begin + index] })),
  }));
}

const queue = (capacity: number): World => ({
  types: ['A'],
  nodes: {
    shop: ['publisher', { count: 3 }],
    bus: ['bus', { capacity, overflow: 'block' }],
    clerk: ['handler', {}],
  },
  wires: ['shop bus', 'bus clerk'],
});

test('every step leads to a state, and all of them are there', () => {
  const made = promelaOf(queue(1));
  const states = read(made);
  const { configurations, transitions } = made.graph.progress;
  const notes = made.graph.moves.flat().map(({ noted }) => Math.max(1, noted.length));
  expect(notes).toHaveLength(transitions);
  const more = notes.reduce((sum, count) => sum + count - 1, 0);
  expect(states).toHaveLength(configurations + more);
  expect(states.flatMap(({ steps }) => steps)).toHaveLength(transitions + more);
  expect(states.every(({ steps }) => steps.every(({ next }) => next >= 0 && next < states.length))).toBe(
    true,
  );
});

test('states in which a run may end are marked, and stuck ones are not', () => {
  const endsOf = (made: Written) =>
    new Set(
      read(made)
        .filter(({ steps }) => steps.length === 0)
        .map(({ isLegal }) => isLegal),
    );
  expect(endsOf(promelaOf(queue(1)))).toEqual(new Set([true]));
  expect(endsOf(freezing(2, 1))).toEqual(new Set([true, false]));
  expect(endsOf(freezing(2, 2))).toEqual(new Set([true]));
});

test('what is recorded in a step is told one after another', () => {
  const made = promelaOf(queue(1));
  const states = read(made);
  const { configurations } = made.graph.progress;
  const told = made.graph.moves.map((moves, from) =>
    moves.map((_, index) => {
      const facts: (number | undefined)[] = [];
      let step = states[from]?.steps[index];
      for (;;) {
        facts.push(step?.fact);
        if (step === undefined || step.next < configurations) return facts;
        step = states[step.next]?.steps[0];
      }
    }),
  );
  const explored = made.graph.moves.map((moves) =>
    moves.map(({ noted }) => (noted.length === 0 ? [-1] : noted.map(({ code }) => code))),
  );
  expect(told).toEqual(explored);
});

test('names that SPIN cannot take become others, each once', () => {
  const document = documentOf(queue(1)) as { eventTypes: { name: string }[]; nodes: { name: string }[] };
  const [shop, bus, clerk] = document.nodes;
  if (shop === undefined || bus === undefined || clerk === undefined) throw new Error('Three nodes.');
  shop.name = 'Web shop */';
  bus.name = 'Web-shop';
  clerk.name = '店员';
  expect(written(document).text).toContain('#define node_Web_shop 0\n#define node_1 1\n#define node_2 2\n');
});

test('a model has as many configurations as are explored in full, where keys are read too', () => {
  const document: unknown = JSON.parse(readFileSync('public/examples/partition-by-key.flow.json', 'utf8'));
  const parsed = parseFlow(document, kinds);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const settings = { ...usualSettings, events: 1, isReduced: false, isSymmetric: false };
  const graph = new ExploredGraph(parsed.value, runningKinds, settings);
  while (!graph.isOver) graph.advance(10_000);
  const check = Check.of(parsed.value, runningKinds, { property: 'anything', arguments: {} }, settings);
  if ('problem' in check) throw new Error(check.problem.code);
  while (!check.isOver) check.advance(10_000);
  expect(graph.progress.configurations).toBe(check.progress.configurations);
});
