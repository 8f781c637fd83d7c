import { beforeAll, describe, expect, test } from 'vitest';
import { lengthOf } from '#engine/kernel/Fifo';
import { createStreams } from '#engine/kernel/RandomStreams';
import { faultTypes } from '#engine/model/faults/index';
import { factCodes } from '#engine/model/facts';
import type { FlowDoc, Intervention, InterventionAction } from '#engine/model/FlowDoc';
import { parseFlow } from '#engine/model/parseFlow';
import type { Pick } from '#engine/model/randomFlow';
import { runWord } from '#engine/automata/runWord';
import type { BusPlan, BusState } from '#kinds/bus/BusState';
import { copiesWithin } from '#kinds/bus/viewBus';
import type { HandlerState } from '#kinds/handler/HandlerState';
import { kindById, kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { planFlow } from './FlowPlan';
import { recordStep } from './frames';
import { listPendingSteps } from './pendingSteps';
import { randomRun } from './randomRun';
import { framesOf } from './reel/framesOf';
import { Run } from './Run';
import { Simulation } from './Simulation';
import { smallestFlow } from './smallestFlow';
import type { Flight, Frame, TraceEntry } from './Trace';

/*
 * The laws of docs/semantics.md on random flows over all settings. Every flow is run once and shown to all laws; when
 * one does not hold, the flow is made as small as it still breaks the law, and printed.
 */
const flows = 2_000;
const mostSteps = 400;

function simulate(doc: FlowDoc): Simulation {
  return new Simulation(planFlow(doc, runningKinds));
}

function pickFrom(seed: number): Pick {
  const streams = createStreams(seed, ['flow']);
  return (n) => Math.floor(streams.nextUnit(0) * n);
}

/** A random flow, half of the time with something that a person does to a message under way. */
function flowOf(seed: number): FlowDoc {
  const pick = pickFrom(seed);
  const result = parseFlow(randomRun(pick, kinds), kinds);
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 1));
  return pick(2) === 0 ? result.value : withTouch(result.value, pick);
}

function withTouch(doc: FlowDoc, pick: Pick): FlowDoc {
  const simulation = simulate(doc);
  for (let left = pick(120); left > 0 && simulation.step(); left -= 1);
  const pending = listPendingSteps(simulation);
  const message = pending[pick(pending.length)]?.step.key ?? 'nothing';
  const buses = doc.nodes.filter(({ kind }) => kind === 'bus');
  const node = buses[pick(buses.length)]?.id ?? '';
  // Half of the time one that is young, and so may still wait somewhere.
  const event = Math.max(1, simulation.eventCount - pick(6));
  const action: InterventionAction =
    pick(4) === 0
      ? { do: 'advance', node, event, queue: '' }
      : { do: (['pick', 'drop', 'duplicate'] as const)[pick(3)] ?? 'pick', message };
  const touch: Intervention = {
    id: 'touch',
    atUs: simulation.nowUs,
    afterStep: simulation.stepCount,
    action,
  };
  const isBefore = ({ atUs, afterStep }: Intervention) => atUs <= touch.atUs && afterStep <= touch.afterStep;
  const { interventions } = doc;
  return {
    ...doc,
    interventions: [
      ...interventions.filter(isBefore),
      touch,
      ...interventions.filter((one) => !isBefore(one)),
    ],
  };
}

/** A flow with its run, as all laws see it. */
interface Seen {
  readonly doc: FlowDoc;
  /** After the last step. */
  readonly simulation: Simulation;
  readonly entries: readonly TraceEntry[];
  /** What was wrong while it ran, by the name of the law. */
  readonly wrong: ReadonlyMap<Watch, string>;
  readonly pick: Pick;
}

type Watch = keyof typeof watches;

/** What is looked at after every few steps. */
const watches = { openLedgers, wrongCounts, sharedKeys };

function see(doc: FlowDoc): Seen {
  const simulation = simulate(doc);
  const entries: TraceEntry[] = [];
  const wrong = new Map<Watch, string>();
  while (entries.length < mostSteps) {
    const entry = recordStep(simulation);
    if (entry === null) break;
    entries.push(entry);
    if (entries.length % 5 !== 0) continue;
    for (const name of Object.keys(watches) as Watch[]) {
      // The keys of an object of ours.
      const found = watches[name](simulation);
      if (found.length > 0 && !wrong.has(name))
        wrong.set(name, `at step ${entry.step}: ${JSON.stringify(found)}`);
    }
  }
  return { doc, simulation, entries, wrong, pick: pickFrom(doc.seed + entries.length) };
}

/** Steps that tell what became of a message on its way. */
const notArrived: ReadonlySet<string> = new Set(['drop', 'duplicate', 'vanished']);

/** By title: what is wrong with a run, in words, or nothing. */
const laws: Readonly<Record<string, (seen: Seen) => string | undefined>> = {
  '1: the same flow has the same hash, traced or not, wherever its nodes are drawn and whatever they are called':
    ({ doc, simulation }) => {
      const moved = simulate({
        ...doc,
        name: 'moved',
        description: 'elsewhere',
        nodes: doc.nodes.map((node, index) => ({ ...node, name: `n${index}`, x: index * 37, y: 9 })),
      });
      while (moved.stepCount < simulation.stepCount && moved.step());
      return unequal(moved.hash.digest(), simulation.hash.digest());
    },

  '2: snapshots taken and put back anywhere change nothing': ({ doc, simulation, entries, pick }) => {
    const other = simulate(doc);
    const fresh = simulate(doc);
    for (;;) {
      const from = other.stepCount;
      const snapshot = other.snapshot();
      for (let ahead = pick(60); ahead > 0 && other.stepCount < entries.length; ahead -= 1) other.step();
      const continued = pick(2) === 0 ? fresh : other;
      continued.restore(snapshot);
      for (let ahead = 1 + pick(90); ahead > 0 && continued.stepCount < entries.length; ahead -= 1) {
        const entry = recordStep(continued);
        const expected = entries[continued.stepCount - 1];
        if (JSON.stringify(entry) !== JSON.stringify(expected)) return unequal(entry, expected);
      }
      if (continued === fresh) other.restore(fresh.snapshot());
      if (other.stepCount >= entries.length) return unequal(other.hash.digest(), simulation.hash.digest());
      if (other.stepCount === from) return `no step after step ${from}`;
    }
  },

  '2: windows show what single steps do, and stepping back and forth shows the same frames': ({
    doc,
    entries,
    pick,
  }) => {
    const run = new Run(runningKinds, mostSteps);
    run.load(doc);
    if (pick(2) === 0) run.advance(pick(mostSteps));
    const from = pick(Math.min(entries.length, 250));
    const frame = JSON.stringify(run.frame({ step: from }));
    const window = run.window({ step: from }, 20);
    const told = window.entries.map(({ after: _after, ...entry }) => entry);
    const expected = entries.slice(from, from + 20);
    if (JSON.stringify(told) !== JSON.stringify(expected)) return unequal(told, expected);
    run.frame({ step: pick(from + 1) });
    return (
      unequal(JSON.stringify(run.frame({ step: from })), frame) ??
      unequal(JSON.stringify(window.start), frame)
    );
  },

  '2: pictures at regular times, put together from what changed between them, are the frames at these times':
    ({ doc, simulation, entries, pick }) => {
      const run = new Run(runningKinds, mostSteps);
      run.load(doc);
      while (run.advance(mostSteps));
      const start = run.frame({ step: pick(entries.length + 1) });
      const everyUs = 1 + pick(Math.ceil(simulation.nowUs / 8) + 1);
      const query = { fromUs: start.timeUs, everyUs, count: 6, hopEveryUs: pick(2) * everyUs };
      const stills = run.reel({ step: start.step }, query);
      for (const [index, frame] of framesOf(start, stills).entries()) {
        const timeUs = start.timeUs + (index + 1) * everyUs;
        const wrong = unequal(comparable(frame), comparable(run.frame({ timeUs })));
        if (wrong !== undefined || stills[index]?.timeUs !== timeUs)
          return `${timeUs}: ${wrong ?? 'the time'}`;
      }
      const awaited = Math.floor((simulation.nowUs - start.timeUs) / everyUs);
      return unequal(stills.length, Math.min(6, awaited));
    },

  '2: what takes no time and is told with a picture was sent, and all of it is where each may be told': ({
    doc,
    simulation,
    entries,
  }) => {
    const run = new Run(runningKinds, mostSteps);
    run.load(doc);
    while (run.advance(mostSteps));
    const query = { fromUs: 0, everyUs: Math.max(1, simulation.nowUs), count: 1, hopEveryUs: 0 };
    const told = run.reel({ step: 0 }, query).flatMap(({ hops }) => hops);
    const isHop = ({ departUs, arriveUs }: Flight) => arriveUs === departUs;
    const sent = entries.flatMap((entry) => entry.sent.filter(isHop));
    return simulation.nowUs === 0 ? undefined : unequal(JSON.stringify(told), JSON.stringify(sent));
  },

  '3: every copy on a bus is somewhere or has met a fate': ({ wrong }) => wrong.get('openLedgers'),

  '3: a bus counts what waits, is in flight and will be tried again': ({ wrong }) => wrong.get('wrongCounts'),

  '3: every delivery that reached a handler is in its hands or has met a fate': ({
    doc,
    simulation,
    entries,
  }) =>
    doc.nodes
      .map((node, index) => (node.kind === 'handler' ? lostInHandler(simulation, entries, index) : undefined))
      .find((found) => found !== undefined),

  '4: the times spent in the states of a node add up to the elapsed time, exactly': ({ doc, simulation }) =>
    doc.nodes.map((_, index) => wrongResidence(simulation, index)).find((found) => found !== undefined),

  '5: what is sent first over a wire arrives first': ({ entries }) => {
    const last = new Map<string, number>();
    const copies = new Set<number>();
    for (const { flight, wire, kind, name, step, sent } of entries) {
      // A copy that a person makes goes with its original, whatever was sent since.
      if (name === 'duplicate') for (const { id } of sent) copies.add(id);
      if (flight === 0 || notArrived.has(name) || copies.has(flight)) continue;
      const lane = `${wire}${kind === 'ack' ? 'back' : ''}`;
      if (flight <= (last.get(lane) ?? 0)) return `at step ${step} on wire ${lane}`;
      last.set(lane, flight);
    }
    return undefined;
  },

  '5: a group never has two events of one key or partition under way where order is promised': ({ wrong }) =>
    wrong.get('sharedKeys'),

  '5: a protocol stands where its automaton stands after what was accepted, and what has a say is never broken':
    ({ doc, simulation, entries }) =>
      doc.nodes
        .map((_, index) => wrongProtocol(simulation, entries, index))
        .find((found) => found !== undefined),

  '8: time never runs backwards, and nothing precedes its cause': ({ entries }) => {
    let lastUs = 0;
    for (const { step, timeUs, cause, sent } of entries) {
      if (timeUs < lastUs || cause >= step) return `at step ${step}`;
      if (sent.some(({ departUs, arriveUs }) => arriveUs < departUs)) return `what is sent at step ${step}`;
      lastUs = timeUs;
    }
    return undefined;
  },
};

function unequal(found: unknown, expected: unknown): string | undefined {
  const [one, other] = [JSON.stringify(found), JSON.stringify(expected)];
  return one === other ? undefined : `${one}\nwhere it should be\n${other}`;
}

/** Flights are listed by when they arrive in some frames, and by when they left in others. */
function comparable(frame: Frame): Frame {
  return { ...frame, flights: frame.flights.toSorted((a, b) => a.id - b.id) };
}

interface Broken {
  readonly seed: number;
  readonly reason: string;
}

/** What a law says of a flow; a run that throws breaks all of them. */
function verdict(doc: FlowDoc, law: (seen: Seen) => string | undefined): string | undefined {
  try {
    return law(see(doc));
  } catch (error) {
    return String(error);
  }
}

function examineAll(): { broken: Map<string, Broken>; codes: Set<string>; steps: number } {
  const broken = new Map<string, Broken>();
  const codes = new Set<string>();
  let steps = 0;
  for (let seed = 1; seed <= flows; seed += 1) {
    const doc = flowOf(seed);
    let seen: Seen | undefined;
    try {
      seen = see(doc);
      steps += seen.entries.length;
      noteCodes(seen, codes);
    } catch (error) {
      for (const title of Object.keys(laws)) {
        if (!broken.has(title)) broken.set(title, { seed, reason: String(error) });
      }
    }
    if (seen === undefined) continue;
    for (const [title, law] of Object.entries(laws)) {
      if (broken.has(title)) continue;
      let reason: string | undefined;
      try {
        reason = law(seen);
      } catch (error) {
        reason = String(error);
      }
      if (reason !== undefined) broken.set(title, { seed, reason });
    }
  }
  return { broken, codes, steps };
}

function noteCodes({ doc, entries }: Seen, codes: Set<string>): void {
  for (const entry of entries) {
    if (entry.fault !== '') codes.add(`fault ${entry.name}`);
    for (const { code } of entry.facts) codes.add(`fact ${code}`);
    for (const { to } of entry.transitions) codes.add(`${doc.nodes[entry.node]?.kind} ${to}`);
  }
}

/** What no small flow reaches, and where it is tested. */
const outOfReach = {
  'fact call-depth': 'needs 256 buses, each of which calls the next (limits.test.ts)',
  'fact forgotten': 'needs 10,000 events that are retained or remembered (limits.test.ts)',
};

describe('the laws of a run, on random flows', () => {
  let { broken, codes, steps } = { broken: new Map<string, Broken>(), codes: new Set<string>(), steps: 0 };
  beforeAll(() => {
    ({ broken, codes, steps } = examineAll());
  });

  test.each(Object.entries(laws))('%s', (title, law) => {
    const found = broken.get(title);
    if (found === undefined) return;
    const doc = smallestFlow(flowOf(found.seed), kinds, (smaller) => verdict(smaller, law) !== undefined);
    expect.fail(`Flow ${found.seed}: ${verdict(doc, law)}\n${JSON.stringify(doc)}`);
  });

  test('0: the flows reach every fact, every lifecycle state and every sort of fault', () => {
    const states = kinds
      .filter(({ runs }) => runs)
      .flatMap(({ id, automaton }) =>
        automaton.states.filter((state) => state !== automaton.initial).map((state) => `${id} ${state}`),
      );
    const faults = faultTypes.flatMap(({ begin, end }) => [`fault ${begin}`, `fault ${end}`]);
    const wanted = [...states, ...faults, ...factCodes.map((code) => `fact ${code}`)];
    expect(wanted.filter((one) => !codes.has(one) && !Object.hasOwn(outOfReach, one))).toEqual([]);
    expect(steps).toBeGreaterThan(100 * flows);
  });
});

function lostInHandler(
  simulation: Simulation,
  entries: readonly TraceEntry[],
  index: number,
): string | undefined {
  const arrived = entries.filter(
    (entry) => entry.node === index && entry.kind === 'deliver' && !notArrived.has(entry.name),
  ).length;
  // The index says handler, so the state is one.
  const state = simulation.stateOf(index) as HandlerState;
  const inHand =
    state.working
      .filter((work) => !work.isAbandoned)
      .reduce((sum, work) => sum + (work.items?.length ?? 1), 0) +
    lengthOf(state.inbox) +
    lengthOf(state.door) +
    state.twins.length;
  const { done, failed, dropped, lost, expired, deduplicated, sentBack } = state;
  const ended = { done, failed, dropped, lost, expired, deduplicated, sentBack };
  const sum = Object.values(ended).reduce((total, count) => total + count, inHand);
  return sum === arrived ? undefined : JSON.stringify({ arrived, inHand, ...ended });
}

function wrongResidence({ lifecycles, nowUs, plan }: Simulation, index: number): string | undefined {
  const { residenceUs, taken, lifecycle } = lifecycles.report(index, nowUs);
  const sum = Object.values(residenceUs).reduce((total, us) => total + us, 0);
  if (sum !== nowUs) return `${sum} of ${nowUs} µs`;
  const automaton = kindById.get(plan.doc.nodes[index]?.kind ?? '')?.automaton;
  for (const state of automaton?.states ?? []) {
    const begun = state === automaton?.initial ? 1 : 0;
    const balance = balanceOf(state, taken, automaton?.transitions ?? {}) + begun;
    if (balance !== (state === lifecycle ? 1 : 0))
      return `${state} was entered ${balance} times more than left`;
  }
  return undefined;
}

function balanceOf(
  state: string,
  taken: Readonly<Record<string, number>>,
  transitions: Readonly<Record<string, Readonly<Record<string, string>>>>,
): number {
  let balance = 0;
  for (const [key, count] of Object.entries(taken)) {
    const [from = '', letter = ''] = key.split('\u0000');
    if (from === state) balance -= count;
    if (transitions[from]?.[letter] === state) balance += count;
  }
  return balance;
}

/** Where a protocol that watches publishing stands otherwise than by the words that were accepted. */
function wrongProtocol(
  simulation: Simulation,
  entries: readonly TraceEntry[],
  index: number,
): string | undefined {
  const { doc, nodes } = simulation.plan;
  const node = nodes[index];
  if (node?.kind.id !== 'bus') return undefined;
  // The kind says bus, so state and plan are one's.
  const [state, { watch }] = [simulation.stateOf(index) as BusState, node.plan as BusPlan];
  const accepted = entries
    .filter((entry) => entry.node === index)
    .flatMap(({ facts }) => facts.filter(({ code }) => code === 'accepted'));
  for (const place of watch?.onPublish ?? []) {
    const [protocol, monitor] = [watch?.protocols[place], state.monitors[place]];
    if (protocol === undefined || protocol.automaton === null || monitor === undefined) continue;
    for (const { key, state: at, standing } of Object.values(monitor.instances)) {
      const mine = accepted.filter(({ token }) => !protocol.isPerKey || token?.subject === key);
      const names = mine.map(({ token }) => doc.eventTypes[token?.type ?? -1]?.name ?? '');
      const known = names.filter((name) => protocol.isStrict || protocol.automaton?.letters.includes(name));
      const { path, refusedAt } = runWord(protocol.automaton, known);
      const dead = path.findIndex((one) => protocol.standings[one] === 'violated');
      const isBroken = refusedAt !== -1 || dead !== -1;
      if (isBroken !== (standing === 'violated'))
        return `${protocol.id} ${key} is ${standing} after ${known.join()}`;
      if (!isBroken && path.at(-1) !== at) return `${protocol.id} ${key} is in ${at} after ${known.join()}`;
      if (isBroken && protocol.mode !== 'monitor' && dead !== 0) return `${protocol.id} was broken by ${key}`;
    }
  }
  return undefined;
}

/** The states and plans of the buses of a flow. */
function busesOf(simulation: Simulation): { state: BusState; plan: BusPlan }[] {
  return simulation.plan.nodes.flatMap((node, index) =>
    // The kind says bus, so state and plan are one's.
    node.kind.id === 'bus'
      ? [{ state: simulation.stateOf(index) as BusState, plan: node.plan as BusPlan }]
      : [],
  );
}

/** Ledgers that do not add up. */
function openLedgers(simulation: Simulation): object[] {
  return busesOf(simulation).flatMap(({ state, plan }) =>
    state.groups.flatMap((group, index) => {
      const { accepted, delivered, dropped, expired, deadLettered, lost } = group.ledger;
      const within = copiesWithin(state, plan, index).length;
      const sum = within + delivered + dropped + expired + deadLettered + lost;
      return sum === accepted ? [] : [{ ...group.ledger, within }];
    }),
  );
}

/** Counts that a bus keeps while it runs, where they differ from what is there. */
function wrongCounts(simulation: Simulation): object[] {
  return busesOf(simulation).flatMap(({ state, plan }) => {
    const sum = (count: (group: BusState['groups'][number]) => number) =>
      state.groups.reduce((total, group) => total + count(group), 0);
    const queues = plan.isLoop ? [state.shared] : state.groups.map(({ queue }) => queue);
    const counted = {
      waiting: queues.reduce((total, queue) => total + queue.waiting, 0) + sum(({ aside }) => aside.length),
      inFlight: sum(({ inFlight }) => inFlight.length),
      retrying: sum(({ retrying }) => retrying.length),
      fullQueues: queues.filter((queue) => queue.waiting >= plan.capacity).length,
    };
    const { waiting, inFlight, retrying, fullQueues } = state;
    const kept = { waiting, inFlight, retrying, fullQueues };
    return JSON.stringify(kept) === JSON.stringify(counted) ? [] : [{ kept, counted }];
  });
}

/** Keys of which a group that promises order per key has two copies in flight. */
function sharedKeys(simulation: Simulation): (string | number)[] {
  return busesOf(simulation).flatMap(({ state, plan }) => {
    if (!plan.holds) return [];
    return state.groups.flatMap((group) => {
      const underWay = [...group.inFlight, ...group.retrying];
      // Of a partition, too, only one is under way, whatever its key.
      const keys = underWay.map((copy) => (plan.partitions > 1 ? copy.partition : copy.event.subject));
      return keys.filter((key, index) => keys.indexOf(key) !== index);
    });
  });
}
