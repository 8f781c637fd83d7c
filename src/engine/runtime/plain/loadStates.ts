import type { Core } from '#engine/core/Core';
import * as at from '#engine/core/layout';
import type { FlowEvent } from '#engine/model/messages';
import type {
  PlainJob,
  PlainQueueState,
  PlainServerState,
  PlainSourceState,
  PlainState,
  PlainWork,
} from '#engine/model/PlainStation';
import { codeOf } from '../Pending';
import type { Simulation, Station } from '../Simulation';
import type { Arrangement } from './layOut';
import type { PlainFlow } from './PlainFlow';

/**
 * Puts what lies at the nodes and what is pending into a core in which the flow is laid out. Events that are under way
 * are named by their place in what it returns. Null when there is more than there is room for.
 */
export function loadStates(
  core: Core,
  simulation: Simulation,
  { stations }: PlainFlow,
  lay: Arrangement,
  mostJobs: number,
): readonly FlowEvent[] | null {
  const loader = new Loader(core, simulation, lay, mostJobs);
  const states = stations.map((_, node) => readPlain(simulation.stations[node]));
  // What serves names its jobs by the calls of what queues.
  stations.forEach(({ role }, node) => {
    if (role === 'queue' && states[node] !== null) loader.queue(node, states[node] as PlainQueueState);
  });
  stations.forEach(({ role }, node) => {
    if (states[node] === null) return;
    if (role === 'source') loader.source(node, states[node] as PlainSourceState);
    if (role === 'server') loader.server(node, states[node] as PlainServerState);
  });
  loader.pending();
  loader.close();
  return loader.left < 0 ? null : loader.known;
}

/** The state of a node in the words that all kinds share; null for one that only explains. */
function readPlain(station: Station | undefined): PlainState | null {
  return station?.behaviour.plain?.read(station.state) ?? null;
}

class Loader {
  readonly known: FlowEvent[] = [];
  left: number;
  private readonly core: Core;
  private readonly simulation: Simulation;
  private readonly lay: Arrangement;
  private readonly jobOfCall = new Map<number, number>();
  private readonly jobOfWork: Map<number, number>[];
  private readonly mostJobs: number;
  private freshJob: number;

  constructor(core: Core, simulation: Simulation, lay: Arrangement, mostJobs: number) {
    this.core = core;
    this.simulation = simulation;
    this.lay = lay;
    this.left = mostJobs;
    this.mostJobs = mostJobs;
    this.freshJob = lay.jobs;
    this.jobOfWork = simulation.plan.nodes.map(() => new Map<number, number>());
  }

  source(node: number, { made, timer, emitted }: PlainSourceState): void {
    const place = this.placeOf(node);
    this.word(place + at.madeAt, made);
    this.word(place + at.timerAt, timer);
    this.word(place + at.emittedAt, emitted);
  }

  queue(node: number, { accepted, unrouted, groups }: PlainQueueState): void {
    const place = this.placeOf(node);
    let waiting = 0;
    let inFlight = 0;
    groups.forEach((group, index) => {
      const record = this.lay.groups[node]?.[index] ?? 0;
      waiting += group.waiting.length;
      inFlight += group.inFlight.length;
      this.word(record + at.highestRankAt, group.highestRank);
      this.word(record + at.nextMemberAt, group.nextMember);
      this.word(record + at.groupAcceptedAt, group.accepted);
      this.word(record + at.groupDeliveredAt, group.delivered);
      this.word(record + at.laneCountAt, group.waiting.length);
      const members = this.core.words[(record + at.membersAt) >> 2] ?? 0;
      group.outstanding.forEach((count, member) =>
        this.word(members + member * at.memberSize + at.outstandingAt, count),
      );
      this.link(
        record + at.laneFirstAt,
        record + at.laneLastAt,
        at.nextAt,
        at.previousAt,
        group.waiting.map((job) => this.job(job)),
      );
      this.link(
        record + at.flightFirstAt,
        record + at.flightLastAt,
        at.nextAt,
        at.previousAt,
        group.inFlight.map((job) => this.job(job)),
      );
    });
    this.word(place + at.acceptedAt, accepted);
    this.word(place + at.unroutedAt, unrouted);
    this.word(place + at.waitingAt, waiting);
    this.word(place + at.inFlightAt, inFlight);
  }

  server(node: number, state: PlainServerState): void {
    const place = this.placeOf(node);
    const { door, working, lastFailure } = state;
    this.word(place + at.doneAt, state.done);
    this.word(place + at.failedAt, state.failed);
    this.word(place + at.begunAt, state.begun);
    this.word(place + at.lastIdAt, state.lastId);
    this.word(place + at.takenAt, working.length);
    this.word(place + at.backingOffAt, working.filter(({ phase }) => phase === 2).length);
    this.word(place + at.doorCountAt, door.length);
    const visits = door.map(({ call, arrivedUs }) => {
      const job = this.jobOfCall.get(call) ?? 0;
      this.float(job + at.arrivedUsAt, arrivedUs);
      return job;
    });
    this.link(place + at.doorFirstAt, place + at.doorLastAt, at.nextWorkAt, at.previousWorkAt, visits);
    const works = working.map((work) => this.work(node, work));
    this.link(place + at.workFirstAt, place + at.workLastAt, at.nextWorkAt, at.previousWorkAt, works);
    if (lastFailure === null) return;
    this.event(place + at.lastFailureAt, lastFailure.event);
    this.float(place + at.lastFailureUsAt, lastFailure.atUs);
    this.word(place + at.lastFailureAttemptsAt, lastFailure.attempts);
  }

  pending(): void {
    const { core, lay, simulation } = this;
    const { exports } = core;
    let [line, slot] = [0, lay.slots];
    exports.heapSize.value = 0;
    exports.freeSlot.value = 0;
    for (const { id, item, timeUs, sinceUs } of simulation.pending.entries()) {
      const isDue = timeUs === sinceUs;
      const place = isDue ? lay.line + line * at.messageSize : slot;
      this.word(place + at.sequenceAt, id);
      this.word(place + at.whatAt, item.node * 16 + codeOf(item));
      this.word(place + at.messageWireAt, item.wire);
      this.word(place + at.causeAt, item.cause);
      this.float(place + at.sinceAt, sinceUs);
      this.word(place + at.jobAt, this.jobOfMessage(item.node, item.kind, item.call, item.event));
      if (isDue) line += 1;
      else {
        exports.enterLater(slot, timeUs);
        slot += at.messageSize;
      }
    }
    exports.lineFirst.value = 0;
    exports.lineEnd.value = line;
    exports.freshSlot.value = slot;
    exports.sequence.value = simulation.pending.pushedCount;
  }

  close(): void {
    const { exports } = this.core;
    exports.freeJob.value = 0;
    exports.freshJob.value = this.freshJob;
    exports.jobsLeft.value = this.left;
  }

  private jobOfMessage(node: number, kind: string, call: number, event: FlowEvent | null): number {
    if (kind === 'deliver' || kind === 'ack') return this.jobOfCall.get(call) ?? 0;
    if (kind === 'publish' && event !== null) {
      const job = this.take();
      this.event(job, event);
      return job;
    }
    return this.jobOfWork[node]?.get(call) ?? 0;
  }

  private job({ event, queuedUs, rank, call, wire }: PlainJob): number {
    const job = this.take();
    this.event(job, event);
    this.float(job + at.queuedUsAt, queuedUs);
    this.word(job + at.rankAt, rank);
    this.word(job + at.callAt, call);
    this.word(job + at.jobWireAt, wire);
    if (call !== 0) this.jobOfCall.set(call, job);
    return job;
  }

  private work(node: number, work: PlainWork): number {
    const job = this.jobOfCall.get(work.call) ?? 0;
    this.jobOfWork[node]?.set(work.id, job);
    this.float(job + at.arrivedUsAt, work.arrivedUs);
    this.float(job + at.begunUsAt, work.begunUs);
    this.float(job + at.sinceUsAt, work.sinceUs);
    this.float(job + at.untilUsAt, work.untilUs);
    this.float(job + at.backOffUsAt, work.backOffUs);
    this.word(job + at.workIdAt, work.id);
    this.word(job + at.ordinalAt, work.ordinal);
    this.word(job + at.workTimerAt, work.timer);
    this.word(job + at.attemptAt, work.attempt);
    this.word(job + at.phaseAt, work.phase);
    return job;
  }

  private event(place: number, event: FlowEvent): void {
    this.word(place + at.numberAt, event.number);
    this.word(place + at.typeAt, event.type);
    this.word(place + at.sourceAt, event.source);
    this.word(place + at.keyAt, -1 - this.known.length);
    this.float(place + at.bornUsAt, event.timeUs);
    this.known.push(event);
  }

  private link(first: number, last: number, next: number, previous: number, jobs: readonly number[]): void {
    this.word(first, jobs[0] ?? 0);
    this.word(last, jobs.at(-1) ?? 0);
    jobs.forEach((job, index) => {
      this.word(job + next, jobs[index + 1] ?? 0);
      this.word(job + previous, jobs[index - 1] ?? 0);
    });
  }

  /** The place of a new job. Where there is no room, all share the last place, and nothing comes of it. */
  private take(): number {
    this.left -= 1;
    const job = this.freshJob;
    if (job < this.lay.jobs + (this.mostJobs - 1) * at.jobSize) this.freshJob += at.jobSize;
    return job;
  }

  private placeOf(node: number): number {
    return this.lay.stations + node * at.stationSize;
  }

  private word(place: number, value: number): void {
    this.core.words[place >> 2] = value;
  }

  private float(place: number, value: number): void {
    this.core.floats[place >> 3] = value;
  }
}
