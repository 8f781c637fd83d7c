import { expect, test } from 'vitest';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { Check, type CheckAnswer } from './Check';
import { randomSmallFlow } from './randomSmallFlow';
import { usualSettings, type CheckSettings } from './settings';
import { timeless } from './timeless';

/**
 * How many flows are explored each in full and with what may be left out; `FLOWS=10000 npx vitest run reduction` compares
 * more. Flows that are too large to be explored in full are passed over and not counted.
 */
const flows = Number(process.env['FLOWS'] ?? 1000);
const limits = { configurations: 300, memory: 2 ** 28, depth: 1000 };
/** What is near the beginning may be found later where other orders are left out. */
const furtherLimits = { ...limits, configurations: 3000 };

type Left = Pick<CheckSettings, 'isReduced' | 'isSymmetric'>;
const nothing: Left = { isReduced: false, isSymmetric: false };
const ways: readonly Left[] = [
  { isReduced: true, isSymmetric: true },
  { isReduced: true, isSymmetric: false },
  { isReduced: false, isSymmetric: true },
];

interface Question {
  readonly property: string;
  readonly seed: number;
  /** Of each source. */
  readonly events: number;
}

function answerOf(doc: FlowDoc, { property, seed, events }: Question, left: Left): CheckAnswer {
  // Now and then something crashes or is lost; then orders are all looked at, and like nodes once.
  const faults = { crashes: seed % 7 === 0 ? 1 : 0, losses: seed % 11 === 0 ? 1 : 0, duplicates: 0 };
  const isFull = !left.isReduced && !left.isSymmetric;
  const settings = { ...usualSettings, ...left, events, faults, limits: isFull ? limits : furtherLimits };
  const check = Check.of(doc, runningKinds, { property, arguments: argumentsOf(property, doc) }, settings);
  if ('problem' in check) throw new Error(check.problem.code);
  while (!check.isOver) check.advance(1000);
  return check.answer();
}

/** What is asked of the first node of a flow and of its last. */
function argumentsOf(property: string, { nodes }: FlowDoc): Readonly<Record<string, string>> {
  const runs = nodes.filter(({ kind }) => runningKinds.get(kind)?.runs === true);
  const [{ id = '' } = {}, { id: other = '' } = {}] = [runs.at(0), runs.at(-1)];
  const given: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'leads-to': { p: `state["${id}"] == "idle"`, q: `state["${other}"] != "idle"` },
    never: { p: `working["${id}"] + waiting["${other}"] > 0` },
    'queue-at-most': { node: other, n: '0' },
    absence: { a: 'OrderPlaced', when: 'worked' },
    existence: { a: 'OrderPlaced', when: 'worked' },
  };
  return given[property] ?? {};
}

const properties = [
  'no-deadlock',
  'anything',
  'no-loss',
  'never',
  'queue-at-most',
  'leads-to',
  'same-end',
  'absence',
  'no-cycle',
  'existence',
];

function told({ verdict, counterexample, unreached }: CheckAnswer, property: string) {
  const { steps, notPossible = null, loop = null } = counterexample ?? {};
  // Of runs that go round for ever none is the shortest.
  const length = loop === null ? steps?.length : 'for ever';
  return { property, verdict, length, notPossible, unreached: property === 'anything' ? unreached : null };
}

/** Asks flows what they hold, each with one of the ways to leave something out, and counts. */
function compareFlows(turn: (document: unknown, seed: number) => unknown, flows: number, events: number) {
  const counts = { flows: 0, violated: 0, fewer: 0 };
  for (let seed = 0; counts.flows < flows; seed += 1) {
    const doc = randomSmallFlow(seed, kinds, (document) => turn(document, seed));
    if (doc === null) continue;
    const property = properties[seed % properties.length] ?? '';
    const full = answerOf(doc, { property, seed, events }, nothing);
    if (full.verdict === 'not-exhausted') continue;
    counts.flows += 1;
    if (full.verdict === 'violated') counts.violated += 1;
    expect(full.counterexample?.notPossible ?? null).toBeNull();
    for (const left of ways.filter((_, way) => way === seed % ways.length)) {
      const less = answerOf(doc, { property, seed, events }, left);
      expect({ seed, left, ...told(less, property) }).toEqual({ seed, left, ...told(full, property) });
      if (full.verdict !== 'holds') continue;
      const [some, all] = [less.progress.configurations, full.progress.configurations];
      expect(some).toBeLessThanOrEqual(all);
      if (some < all) counts.fewer += 1;
    }
  }
  return counts;
}

test('with and without what is left out the answers are the same, and every run that breaks something is one of the runtime', () => {
  const { violated, fewer } = compareFlows(timeless, flows, 1);
  expect([violated > flows / 10, fewer > flows / 10]).toEqual([true, true]);
});

/** With buses that are lines in which who has no room waits, most of them short. */
function withLines(document: unknown, seed: number): unknown {
  const { nodes, ...rest } = document as { nodes: { kind: string; settings: Record<string, unknown> }[] };
  const lines = nodes.map((node) => {
    const { groups, dialect } = node.settings;
    const settings = { groups, dialect, capacity: seed % 3, overflow: 'block' };
    return node.kind === 'bus' ? { ...node, settings } : node;
  });
  return timeless({ ...rest, nodes: lines, protocols: [] });
}

test('where answers change places with events that join a line, the answers are the same too', () => {
  const { fewer } = compareFlows(withLines, flows / 2, 2);
  expect(fewer).toBeGreaterThan(flows / 20);
});
