import { ConfigurationSet } from '#engine/analysis/explore/ConfigurationSet';
import type { Move } from '#engine/analysis/explore/Move';
import { rowOf } from '#engine/analysis/explore/RowWriter';
import { Space } from '#engine/analysis/explore/Space';
import { whatIsRead } from '#engine/analysis/explore/whatIsRead';
import type { FlowDoc } from '#engine/model/FlowDoc';
import type { RunningKind } from '#engine/model/NodeKind';
import { planFlow } from '#engine/runtime/FlowPlan';
import { RateTree } from './RateTree';
import { solveBalance } from './solveBalance';

/** The long run of one node, by the balance equations. Rates per millisecond. */
export interface ChainMeans {
  readonly queue: number;
  readonly busy: number;
  /** Pieces of work finished, and copies handed to others. */
  readonly finished: number;
  readonly delivered: number;
}

const noFaults = { crashes: 0, losses: 0, duplicates: 0 };
/** Steps without time between two states; more is a circle that takes no time. */
const mostAtOnce = 200;
/** More in one line is a line without bound, or one that takes longer to solve than anybody waits: its states grow as it does. */
const mostWaiting = 100;

/**
 * The Markov chain that a flow is when every duration is exponential, made of the same steps of the same kinds that runs and
 * exploring are made of: states are configurations in which nothing happens at once. Null where a duration has another law, where
 * clocks are read, where it can get stuck, where a line may grow past 100 events, or with more states than `most`.
 */
export function chainMeans(
  doc: FlowDoc,
  kinds: ReadonlyMap<string, RunningKind>,
  most: number,
): ReadonlyMap<string, ChainMeans> | null {
  const plan = planFlow({ ...doc, untilMs: 0, interventions: [], faults: [] }, kinds);
  const isTimed = plan.nodes.some(({ behaviour, kind, plan: own }) => {
    return kind.runs && (behaviour.form?.readsClock(own) ?? true);
  });
  if (isTimed || plan.wires.some(({ fixedLatencyUs }) => fixedLatencyUs !== 0)) return null;
  const chain = new Chain(new Space(plan, whatIsRead(plan), noFaults, new RateTree()));
  const shares = chain.grow(most) ? solveBalance(chain.arrows, chain.size) : null;
  if (shares === null) return null;
  return new Map(
    chain.nodes.map((node, place) => [plan.nodes[node]?.id ?? '', chain.meansOf(place, shares)]),
  );
}

/** From, to, and how often a millisecond. */
export type ChainArrow = readonly [from: number, to: number, rate: number];

interface Landing {
  readonly state: number;
  readonly weight: number;
}

class Chain {
  readonly arrows: ChainArrow[] = [];
  readonly #space: Space;
  readonly #luck: RateTree;
  readonly #set = new ConfigurationSet();
  /** By state: queue, busy, finished and delivered of each node in turn. */
  readonly #rewards: Float64Array[] = [];
  #isBroken = false;

  constructor(space: Space) {
    this.#space = space;
    this.#luck = space.luck as RateTree; // It was made with one.
  }

  get size(): number {
    return this.#set.size;
  }

  get nodes(): readonly number[] {
    return this.#space.layout.nodes;
  }

  /** Finds all states; false where there are too many, or where it is no Markov chain. */
  grow(most: number): boolean {
    const { writer } = this.#space;
    this.#space.writeInitial(0);
    this.#land(writer.bytes, 1, 1, new Float64Array(this.nodes.length), 0);
    const fits = () => !this.#isBroken && this.#luck.isMarkov && this.#set.size <= most;
    for (let state = 0; fits() && state < this.#set.size; state += 1) this.#expand(state);
    return fits();
  }

  meansOf(place: number, shares: Float64Array): ChainMeans {
    const sum = (what: number) => {
      let total = 0;
      for (let state = 0; state < this.#set.size; state += 1) {
        total += (shares[state] ?? 0) * (this.#rewards[state]?.[4 * place + what] ?? 0);
      }
      return total;
    };
    return { queue: sum(0), busy: sum(1), finished: sum(2), delivered: sum(3) };
  }

  #expand(state: number): void {
    const here = this.#space.create();
    this.#set.read(state, here);
    const rewards = new Float64Array(4 * this.nodes.length);
    this.#rewards[state] = rewards;
    let isStuck = true;
    for (const place of this.nodes.keys()) {
      const { timers, levels } = here.nodeShape(place).content;
      rewards[4 * place] = levels[0] ?? 0;
      if ((levels[0] ?? 0) > mostWaiting) this.#isBroken = true;
      rewards[4 * place + 1] = levels[1] ?? 0;
      const moves: Move[] = [];
      this.#space.findMoves(here, place, moves, 'timers');
      for (const move of moves) {
        const timer = timers[move.from];
        const rate = this.#luck.rateOf(timer?.dueUs ?? 0);
        if (rate === null || rate === Infinity) this.#isBroken = true;
        if (rate === null || this.#isBroken) break;
        isStuck = false;
        const flow = rate * move.outcome.weight;
        if (timer?.kind === 'finish') rewards[4 * place + 2] = (rewards[4 * place + 2] ?? 0) + flow;
        const sent = new Float64Array(this.nodes.length);
        const row = this.#after(here, move, sent, 1);
        for (const { state: to, weight } of this.#land(row, 1, 1, sent, 0)) {
          this.arrows.push([state, to, flow * weight]);
        }
        sent.forEach((count, node) => {
          rewards[4 * node + 3] = (rewards[4 * node + 3] ?? 0) + flow * count;
        });
      }
    }
    if (isStuck) this.#isBroken = true;
  }

  /** The row that a move leads to; what it hands out is counted by its node. */
  #after(here: ReturnType<Space['create']>, move: Move, sent: Float64Array, weight: number): Uint8Array {
    const { shapes } = this.#space.steps;
    for (const { shape } of move.outcome.sent) {
      if (shapes.messages[shape]?.content.kind === 'deliver')
        sent[move.place] = (sent[move.place] ?? 0) + weight;
    }
    this.#space.writeNext(here, move, 0);
    return this.#space.writer.bytes;
  }

  /** Makes all steps that take no time, first those of messages; tells in which states that can end, and how likely. */
  #land(
    row: Uint8Array,
    weight: number,
    whole: number,
    sent: Float64Array,
    depth: number,
  ): readonly Landing[] {
    if (depth > mostAtOnce || this.#isBroken) {
      this.#isBroken = true;
      return [];
    }
    const here = this.#space.create();
    here.unpack(row);
    const moves = this.#atOnce(here);
    if (moves.length === 0) return [{ state: this.#set.add(rowOf(row), -1, -1), weight }];
    return moves.flatMap((move) => {
      const part = weight * move.outcome.weight;
      const next = this.#after(here, move, sent, part / whole);
      return this.#land(next, part, whole, sent, depth + 1);
    });
  }

  /** All outcomes of one step that takes no time; empty where there is none. */
  #atOnce(here: ReturnType<Space['create']>): readonly Move[] {
    for (const part of ['all', 'timers'] as const) {
      for (const place of this.nodes.keys()) {
        const { timers } = here.nodeShape(place).content;
        const moves: Move[] = [];
        this.#space.findMoves(here, place, moves, part);
        const atOnce = moves.filter(({ sort, from }) =>
          sort === 'receive' ? part === 'all' : part === 'timers' && timers[from]?.dueUs === 0,
        );
        const [first] = atOnce;
        if (first !== undefined)
          return atOnce.filter(({ sort, from }) => sort === first.sort && from === first.from);
      }
    }
    return [];
  }
}
