import { groupsOf } from '#engine/analysis/lint/groupsOf';
import type { LintFlow, LintNode, LintWire } from '#engine/analysis/lint/LintFlow';
import type { Distribution } from '#engine/kernel/Distribution';
import { assume, type Assumption } from './assumptionTexts';
import { attemptsTime } from './attemptsTime';
import { flowArcs, mechanicsOf, type FlowArc } from './flowArcs';
import { mixtureOf, momentsOfLaw, noTime, sumOf, type TimeMoments } from './Moments';

/** How long something holds a server, or why nobody can say. */
export interface Holding {
  /** Null where nobody can say, or where it may have to wait for others. */
  readonly time: TimeMoments | null;
  readonly notes: readonly Assumption[];
}

/** Deeper calls than this are circles. */
const deepest = 8;

/** How long pieces of work and calls take in a flow, as long as nobody has to wait. */
export class HoldingTimes {
  readonly #flow: LintFlow;
  readonly #arcs: readonly FlowArc[];

  constructor(flow: LintFlow) {
    this.#flow = flow;
    this.#arcs = flowArcs(flow);
  }

  /** One piece of work on an event of a type, attempts, stores and calls that cannot wait included. */
  work(node: LintNode, type: number, depth = 0): Holding {
    const { work } = mechanicsOf(node);
    const law = work?.lawOf(this.#flow.types[type]?.id ?? '') ?? null;
    if (work === undefined || law === null || work.hasPoison) return { time: null, notes: [] };
    const stores = this.#stores(node, work.reads, work.writes);
    const calls = work.waits ? this.#emitted(node, type, depth) : { time: noTime, notes: [] };
    const attempts = attemptsTime(momentsOfLaw(law), work.failure, work.retries, work.backOff);
    if (attempts === null || calls.time === null) return { time: null, notes: calls.notes };
    const isMore = stores.mean > 0 || calls.time.mean > 0;
    return {
      time: sumOf([attempts, stores, calls.time]),
      notes: [
        ...calls.notes,
        ...(isMore ? [assume('own-time', node.id)] : []),
        ...(work.failure > 0 && work.retries > 0 ? [assume('mean-retries', node.id)] : []),
      ],
    };
  }

  /**
   * How long whoever brings an event to a line is kept there: until all its groups are served, or not at all. A source that
   * waits because the line is full waits for the line; a worker who does so is not at work meanwhile.
   */
  call(line: LintNode, type: number, isWorking: boolean, depth = 0): Holding {
    const { line: mechanics } = mechanicsOf(line);
    if (mechanics === undefined) return { time: noTime, notes: [] };
    if (mechanics.how === 'queue' || mechanics.how === 'loop') {
      const isOpen = mechanics.places === Infinity || mechanics.whenFull !== 'block' || !isWorking;
      return isOpen
        ? { time: noTime, notes: [] }
        : { time: null, notes: [assume('blocks-workers', line.id)] };
    }
    if (depth > deepest || mayWait(line)) return { time: null, notes: [assume('waits-for-others', line.id)] };
    return this.walk(line, type, depth);
  }

  /** All groups of a line called one after the other, as long as none of them makes anybody wait. */
  walk(line: LintNode, type: number, depth = 0): Holding {
    const parts = groupsOf(line).flatMap((group): readonly Holding[] => {
      const members = group.filter((wire) => wire.wants(type));
      const [wire] = members;
      if (wire === undefined) return [];
      const held = wire.to.facts.holdsCaller
        ? this.work(wire.to, type, depth + 1)
        : { time: noTime, notes: [] };
      const notes = members.length > 1 ? [assume('unequal-members', line.id)] : [];
      const time = held.time === null ? null : sumOf([latencyOf(wire), held.time]);
      return [{ time: members.length > 1 ? null : time, notes: [...held.notes, ...notes] }];
    });
    return together(parts);
  }

  /** Reads go out together and must all be back; writes are made one after the other. */
  #stores(node: LintNode, reads: number, writes: number): TimeMoments {
    const wire = node.outs.find((one) => one.port.carries === 'access');
    const latency = wire === undefined ? undefined : mechanicsOf(wire.to).access?.latency;
    if (wire === undefined || latency === undefined) return noTime;
    const once = sumOf([latencyOf(wire), momentsOfLaw(latency)]);
    // Of several reads at a time the longest counts; with latencies that vary this is a little short.
    return sumOf([...(reads > 0 ? [once] : []), ...Array.from({ length: writes }, () => once)]);
  }

  #emitted(node: LintNode, type: number, depth: number): Holding {
    const own = this.#arcs.filter((arc) => arc.from === node && arc.fromType === type && arc.weight > 0);
    return together(
      own.map((arc) => {
        const called = this.call(arc.to, arc.toType, true, depth + 1);
        if (called.time === null) return called;
        const whole = sumOf([latencyOf(arc.wire), called.time]);
        if (whole.mean > 0 && arc.unknown !== null)
          return { time: null, notes: [assume('condition', node.id)] };
        const share = Math.min(1, arc.weight);
        const time =
          share === 1
            ? whole
            : mixtureOf([
                { share, time: whole },
                { share: 1 - share, time: noTime },
              ]);
        return { time, notes: called.notes };
      }),
    );
  }
}

function together(parts: readonly Holding[]): Holding {
  const times = parts.map(({ time }) => time);
  const known = times.flatMap((time) => time ?? []);
  return {
    time: known.length < times.length ? null : sumOf(known),
    notes: parts.flatMap(({ notes }) => notes),
  };
}

/** The latency of a wire. */
export function latencyOf({ wire }: LintWire): TimeMoments {
  // The importer checked it against wireFields.
  return momentsOfLaw(wire.settings['latency'] as unknown as Distribution);
}

/** Whether a caller of a synchronous line may find it, or whom it calls, taken. */
export function mayWait(line: LintNode): boolean {
  const isInline = mechanicsOf(line).line?.how === 'inline';
  const servers = line.outs
    .filter(({ to }) => to.facts.holdsCaller)
    .map(({ to }) => mechanicsOf(to).work?.servers ?? Infinity);
  return callersOf(line) > (isInline ? 1 : Math.min(Infinity, ...servers));
}

/** How many may call a line at a time. */
export function callersOf(line: LintNode): number {
  const callers = new Set(line.ins.map(({ from }) => from));
  return [...callers].reduce((sum, caller) => {
    const { arrivals, work } = mechanicsOf(caller);
    if (arrivals !== undefined) return sum + (arrivals.waits ? arrivals.callers : Infinity);
    return sum + (work?.waits === true ? work.servers : Infinity);
  }, 0);
}
