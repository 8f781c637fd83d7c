import type { Json } from '../Json';
import { ProblemList } from '../ProblemList';
import { readChartSetting } from './readChartSetting';

type Config = Record<string, Json>;

/** What a random chart is made with: a whole number below `n`. */
export type Dice = (n: number) => number;

interface Made {
  readonly key: string;
  readonly type: string;
  readonly config: Config;
  readonly parent: Made | null;
  readonly children: Made[];
}

const eventTypes = ['A', 'B', 'C', 'D.x', 'D.y'];
const descriptors = ['A', 'B', 'C', 'A', 'B', 'C', 'D.x', 'D.*', 'D.y', 'R', 'S', '*'];
const guards = ['context.n % 2 == 0', 'context.n < 3', 'context.m > 1', 'event.type == "A"', 'data != null'];
const delays = ['100', '250', '10 * (context.n + 1)'];

/** An event for such a chart. */
export function randomEvent(dice: Dice): { readonly type: string; readonly data: Json } {
  return { type: pick(eventTypes, dice), data: dice(3) === 0 ? dice(5) : null };
}

/**
 * A machine configuration with everything that the interpreter knows: nested, parallel and final states, history,
 * guards, raised events, delays, several targets, transitions that re-enter and some that do not. For tests.
 */
export function randomStatechart(dice: Dice): Json {
  const all: Made[] = [];
  const root = makeState('m', dice(4) === 0 ? 'parallel' : 'compound', null, 0, all, dice);
  for (const state of all) addBehaviour(state, all, dice);
  root.config['context'] = { n: 0, m: 1 };
  root.config['output'] = { all: 'done' };
  return root.config;
}

/**
 * The same as a setting of a flow has it, where `A`, `B` and `C` are called by the first names and what is emitted by
 * the last one.
 */
export function randomChartSetting(dice: Dice, names: readonly string[]): Json {
  const called: Readonly<Record<string, string | undefined>> = {
    A: names[0],
    B: names[1],
    C: names[2],
    Out: names.at(-1),
  };
  const text = JSON.stringify(randomStatechart(dice));
  const config: unknown = JSON.parse(
    text.replaceAll(/"(A|B|C|Out)"/g, (_, word: string) => JSON.stringify(called[word] ?? word)),
  );
  const problems = new ProblemList();
  const chart = readChartSetting(config, [], 100_000, problems);
  if (problems.hasErrors) throw new Error(JSON.stringify(problems.list));
  return chart;
}

function makeState(
  key: string,
  type: string,
  parent: Made | null,
  depth: number,
  all: Made[],
  dice: Dice,
): Made {
  const config: Config = { id: key };
  const made: Made = { key, type, config, parent, children: [] };
  all.push(made);
  if (type !== 'atomic' && type !== 'compound') config['type'] = type;
  if (type !== 'compound' && type !== 'parallel') return made;
  const states: Record<string, Json> = {};
  const count = 2 + dice(2);
  for (let index = 0; index < count; index++) {
    const child = makeState(
      `s${all.length}`,
      childType(type, index, depth, dice),
      made,
      depth + 1,
      all,
      dice,
    );
    made.children.push(child);
    states[child.key] = child.config;
  }
  if (dice(3) === 0) {
    const child = makeState(`s${all.length}`, 'history', made, depth + 1, all, dice);
    child.config['history'] = dice(2) === 0 ? 'deep' : 'shallow';
    if (dice(2) === 0) child.config['target'] = pick(made.children, dice).key;
    made.children.push(child);
    states[child.key] = child.config;
  }
  config['states'] = states;
  if (type === 'compound') {
    const initial = made.children[0]?.key ?? '';
    config['initial'] =
      dice(3) === 0 ? { target: initial, actions: randomActions(`${key} initial`, dice) } : initial;
  }
  return made;
}

function childType(around: string, index: number, depth: number, dice: Dice): string {
  const roll = dice(10);
  if (depth < 3 && roll < (around === 'parallel' ? 7 : 3)) return 'compound';
  if (depth < 2 && roll < 5) return 'parallel';
  return index > 0 && roll > 6 ? 'final' : 'atomic';
}

function addBehaviour(state: Made, all: readonly Made[], dice: Dice): void {
  const { config, key, type } = state;
  if (type === 'history') return;
  config['entry'] = randomActions(`${key} entry`, dice);
  config['exit'] = randomActions(`${key} exit`, dice);
  if (type === 'final') {
    if (dice(2) === 0) config['output'] = dice(9);
    return;
  }
  const transitions = (of: string, count: number) =>
    Array.from({ length: count }, () => randomTransition(of, state, all, dice));
  const on: Record<string, Json> = {};
  for (let times = 1 + dice(3); times > 0; times--) {
    const descriptor = pick(descriptors, dice);
    on[descriptor] = transitions(`${key} on ${descriptor}`, 1 + dice(2));
  }
  config['on'] = on;
  if (type !== 'atomic' && dice(2) === 0) config['onDone'] = transitions(`${key} done`, 1);
  if (dice(12) === 0)
    config['always'] = transitions(`${key} always`, 1).map((one) => ({ guard: pick(guards, dice), ...one }));
  if (dice(6) === 0) config['after'] = { [pick(delays, dice)]: transitions(`${key} after`, 1) };
}

function randomTransition(label: string, state: Made, all: readonly Made[], dice: Dice): Config {
  const transition: Config = { actions: randomActions(label, dice) };
  if (dice(3) === 0) transition['guard'] = pick(guards, dice);
  if (dice(6) === 0) return transition;
  transition['target'] = randomTargets(state, all, dice);
  if (dice(3) === 0) transition['reenter'] = true;
  return transition;
}

function randomTargets(state: Made, all: readonly Made[], dice: Dice): Json {
  const allowed = all.filter((one) => isAllowed(one, state));
  const regions = all.filter(({ type }) => type === 'parallel');
  if (regions.length > 0 && dice(4) === 0) {
    const inside = pick(regions, dice).children.filter(({ type }) => type !== 'history');
    return inside
      .slice(0, 1 + dice(inside.length))
      .map((region) => `#${pick(within(region, allowed), dice).key}`);
  }
  const near = dice(2) === 0 ? (state.parent?.children ?? all) : within(state, all);
  const targets = dice(3) === 0 ? allowed : near.filter((one) => isAllowed(one, state));
  return `#${pick(targets, dice).key}`;
}

/**
 * No history state that may begin to remember something by the very transition that leads to it: there XState computes
 * what to leave and what to enter by different memories (docs/statecharts.md).
 */
function isAllowed({ type, parent }: Made, source: Made): boolean {
  if (type !== 'history' || parent === null) return true;
  const around = ancestorsOf(parent);
  if (around.includes(source)) return true;
  const common = ancestorsOf(source).find((one) => around.includes(one));
  return common !== parent && common?.type === 'compound';
}

/** The state itself and all around it, from the inside out. */
function ancestorsOf(state: Made): readonly Made[] {
  return state.parent === null ? [state] : [state, ...ancestorsOf(state.parent)];
}

const within = (outer: Made, all: readonly Made[]) => all.filter((one) => ancestorsOf(one).includes(outer));

/** A log says who acts, and sees the context; what else is done depends on chance. */
function randomActions(label: string, dice: Dice): Json {
  const log = { type: 'log', params: { message: `${label} \${context.n} \${event.type}` } };
  const others: readonly Json[] = [
    { type: 'assign', params: { n: '${(context.n + 1) % 5}' } },
    { type: 'assign', params: { m: '${context.n}', n: '${context.m}' } },
    { type: 'raise', params: { type: dice(2) === 0 ? 'R' : 'S', data: '${context.m}' } },
    { type: 'emit', params: { type: 'Out', data: { n: '${context.n}' } } },
  ];
  return dice(5) === 0 ? [pick(others, dice), log] : [log];
}

function pick<T>(items: readonly T[], dice: Dice): T {
  const item = items[dice(items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}
