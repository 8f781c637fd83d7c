import type { Core } from '#engine/core/Core';
import * as at from '#engine/core/layout';
import type { PendingItem } from '#engine/kernel/PendingTable';
import { EventList } from '#engine/kernel/EventList';
import type { FlowEvent } from '#engine/model/messages';
import type {
  PlainJob,
  PlainQueueState,
  PlainServerState,
  PlainSourceState,
  PlainState,
  PlainVisit,
  PlainWork,
} from '#engine/model/PlainStation';
import { FlowEventRecord } from '../FlowEventRecord';
import { Pending } from '../Pending';
import type { Simulation } from '../Simulation';
import type { Arrangement } from './layOut';
import type { PlainFlow } from './PlainFlow';

/** Gives the nodes their states and the run what is pending, as the core has them. `known`: see `loadStates`. */
export function saveStates(
  core: Core,
  simulation: Simulation,
  flow: PlainFlow,
  lay: Arrangement,
  known: readonly FlowEvent[],
): void {
  const saver = new Saver(core, simulation, flow, lay, known);
  simulation.stations.forEach((station, node) => {
    const { plain } = station.behaviour;
    if (plain === undefined) return;
    station.state = plain.write(station.plan, saver.node(node), simulation.lastStepUsOf(node));
  });
  simulation.list = saver.pending();
}

class Saver {
  private readonly core: Core;
  private readonly simulation: Simulation;
  private readonly flow: PlainFlow;
  private readonly lay: Arrangement;
  private readonly known: readonly FlowEvent[];
  private readonly events = new Map<number, FlowEvent>();

  constructor(
    core: Core,
    simulation: Simulation,
    flow: PlainFlow,
    lay: Arrangement,
    known: readonly FlowEvent[],
  ) {
    this.core = core;
    this.simulation = simulation;
    this.flow = flow;
    this.lay = lay;
    this.known = known;
  }

  node(node: number): PlainState {
    const role = this.flow.stations[node]?.role;
    if (role === 'source') return this.source(node);
    return role === 'queue' ? this.queue(node) : this.server(node);
  }

  private source(node: number): PlainSourceState {
    const place = this.placeOf(node);
    return {
      made: this.count(place + at.madeAt),
      timer: this.count(place + at.timerAt),
      emitted: this.count(place + at.emittedAt),
    };
  }

  private queue(node: number): PlainQueueState {
    const place = this.placeOf(node);
    const records = this.lay.groups[node] ?? [];
    return {
      accepted: this.count(place + at.acceptedAt),
      unrouted: this.count(place + at.unroutedAt),
      groups: records.map((record) => {
        const members = this.count(record + at.membersAt);
        const memberCount = this.count(record + at.memberCountAt);
        return {
          highestRank: this.count(record + at.highestRankAt),
          nextMember: this.count(record + at.nextMemberAt),
          accepted: this.count(record + at.groupAcceptedAt),
          delivered: this.count(record + at.groupDeliveredAt),
          outstanding: Array.from({ length: memberCount }, (_, member) =>
            this.count(members + member * at.memberSize + at.outstandingAt),
          ),
          waiting: this.chain(record + at.laneFirstAt, at.nextAt).map((job) => this.job(job, false)),
          inFlight: this.chain(record + at.flightFirstAt, at.nextAt).map((job) => this.job(job, true)),
        };
      }),
    };
  }

  private server(node: number): PlainServerState {
    const place = this.placeOf(node);
    const hasFailure = this.count(place + at.lastFailureAt + at.numberAt) > 0;
    return {
      done: this.count(place + at.doneAt),
      failed: this.count(place + at.failedAt),
      begun: this.count(place + at.begunAt),
      lastId: this.count(place + at.lastIdAt),
      lastFailure: hasFailure
        ? {
            event: this.event(place + at.lastFailureAt),
            atUs: this.float(place + at.lastFailureUsAt),
            attempts: this.count(place + at.lastFailureAttemptsAt),
          }
        : null,
      door: this.chain(place + at.doorFirstAt, at.nextWorkAt).map((job) => this.visit(job)),
      working: this.chain(place + at.workFirstAt, at.nextWorkAt).map((job) => this.work(job)),
    };
  }

  pending(): EventList<Pending> {
    const { core, lay, simulation } = this;
    const { heapSize, lineEnd, lineFirst, lineMask, sequence } = core.exports;
    const entries: PendingItem<Pending>[] = [];
    const { nowUs } = simulation;
    for (let place = lineFirst.value; place !== lineEnd.value; place = (place + 1) | 0) {
      const message = lay.line + ((place & lineMask.value) >>> 0) * at.messageSize;
      const item = this.message(message);
      entries.push({ id: item.id, item, timeUs: nowUs, priority: 0, sinceUs: nowUs });
    }
    for (let place = 0; place < heapSize.value; place += 1) {
      const entry = lay.heap + place * at.entrySize;
      const item = this.message(this.count(entry + at.slotAt));
      const timeUs = this.float(entry + at.dueUsAt);
      const sinceUs = this.float(this.count(entry + at.slotAt) + at.sinceAt);
      entries.push({ id: item.id, item, timeUs, priority: 0, sinceUs });
    }
    entries.sort((one, other) => one.id - other.id);
    return EventList.of(simulation.clock, entries, sequence.value >>> 0);
  }

  private message(place: number): Pending {
    const what = this.count(place + at.whatAt);
    const job = this.count(place + at.jobAt);
    const node = what >> 4;
    const code = what & 15;
    const kind = code < 6 ? (kinds[code] ?? 'timer') : 'ack';
    const event = job === 0 ? null : this.event(job);
    const item = new Pending(
      kind,
      node,
      this.word(place + at.messageWireAt),
      event,
      this.nameOf(node, code),
      this.count(place + at.causeAt),
    );
    item.id = this.count(place + at.sequenceAt);
    if (kind === 'deliver') item.attempt = 1;
    if (kind === 'deliver' || kind === 'ack') item.call = this.count(job + at.callAt);
    else if (kind !== 'publish' && job !== 0) item.call = this.count(job + at.workIdAt);
    return item;
  }

  private nameOf(node: number, code: number): string {
    const station = this.flow.stations[node];
    if (code === 5) return station !== undefined && 'timer' in station ? station.timer : '';
    return names[code] ?? '';
  }

  private job(job: number, isInFlight: boolean): PlainJob {
    return {
      event: this.event(job),
      queuedUs: this.float(job + at.queuedUsAt),
      rank: this.count(job + at.rankAt),
      call: isInFlight ? this.count(job + at.callAt) : 0,
      wire: isInFlight ? this.count(job + at.jobWireAt) : -1,
    };
  }

  private visit(job: number): PlainVisit {
    return {
      event: this.event(job),
      call: this.count(job + at.callAt),
      wire: this.count(job + at.jobWireAt),
      arrivedUs: this.float(job + at.arrivedUsAt),
    };
  }

  private work(job: number): PlainWork {
    return {
      ...this.visit(job),
      id: this.count(job + at.workIdAt),
      ordinal: this.count(job + at.ordinalAt),
      phase: this.count(job + at.phaseAt),
      begunUs: this.float(job + at.begunUsAt),
      sinceUs: this.float(job + at.sinceUsAt),
      untilUs: this.float(job + at.untilUsAt),
      timer: this.count(job + at.workTimerAt),
      attempt: this.count(job + at.attemptAt),
      backOffUs: this.float(job + at.backOffUsAt),
    };
  }

  private event(place: number): FlowEvent {
    const key = this.word(place + at.keyAt);
    const before = key < 0 ? this.known[-1 - key] : undefined;
    if (before !== undefined) return before;
    const number = this.count(place + at.numberAt);
    const made = this.events.get(number) ?? this.make(place, number, key);
    this.events.set(number, made);
    return made;
  }

  private make(place: number, number: number, key: number): FlowEvent {
    const source = this.word(place + at.sourceAt);
    const station = this.flow.stations[source];
    const [subject, data] = station?.role === 'source' ? [station.keyOf(key), station.data] : ['', null];
    const bornUs = this.float(place + at.bornUsAt);
    return new FlowEventRecord(number, this.word(place + at.typeAt), source, subject, bornUs, data, null);
  }

  private chain(first: number, next: number): readonly number[] {
    const jobs: number[] = [];
    for (let job = this.count(first); job !== 0; job = this.count(job + next)) jobs.push(job);
    return jobs;
  }

  private placeOf(node: number): number {
    return this.lay.stations + node * at.stationSize;
  }

  private word(place: number): number {
    return this.core.words[place >> 2] ?? 0;
  }

  private count(place: number): number {
    return this.word(place) >>> 0;
  }

  private float(place: number): number {
    return this.core.floats[place >> 3] ?? 0;
  }
}

/** Kinds of messages by the code that the hash has for them, and their names, where these are the same everywhere. */
const kinds = ['timer', 'publish', 'deliver', 'start', 'finish', 'timer'] as const;
const names: readonly string[] = [
  '',
  '',
  '',
  'start',
  'finish',
  '',
  '',
  '',
  'done',
  'accepted',
  'refused',
  'failed',
];
