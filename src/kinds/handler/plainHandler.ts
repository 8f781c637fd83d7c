import { itemsOf, pushLast } from '#engine/kernel/Fifo';
import { backOffUs } from '#engine/kernel/backOffUs';
import { emptyStack } from '#engine/model/messages';
import type {
  Plain,
  PlainServerState,
  PlainStation,
  PlainVisit,
  PlainWork,
} from '#engine/model/PlainStation';
import type { Settings } from '#engine/model/fields';
import { isUsual } from '#engine/model/isUsual';
import { noOutboxes } from './chart/ChartRoom';
import {
  createHandlerState,
  noCalls,
  noReads,
  type HandlerPlan,
  type HandlerState,
  type Held,
  type Phase,
  type Work,
} from './HandlerState';
import { handlerFields } from './handlerFields';

/** Settings that the words of the core have room for; all others are as usual. */
const told = [
  'look',
  'workers',
  'service',
  'serviceByType',
  'failureProbability',
  'retries',
  'backoff',
  'backoffMs',
  'backoffCapMs',
  // Says how events are emitted, and there are none.
  'emitCall',
];

/** By their numbers. */
const phases: readonly Phase[] = ['starting', 'working', 'backingOff'];
const nobody: readonly number[] = Object.freeze([]);
const noLuck = { sample: () => 0 };

function describe(plan: HandlerPlan, all: Settings): PlainStation | null {
  const { settings } = plan;
  const isPlain =
    isUsual(all, handlerFields, told) &&
    plan.deadLetterWires.length === 0 &&
    settings.backoff !== 'decorrelated';
  if (!isPlain) return null;
  const { backoff, backoffMs, backoffCapMs, jitter, failureProbability, retries, service } = settings;
  const law = { growth: backoff, firstMs: backoffMs, longestMs: backoffCapMs, jitter };
  return {
    role: 'server',
    states: ['idle', 'busy', 'saturated', 'backingOff'],
    workers: plan.workers,
    services: plan.serviceByType.map((own) => own ?? service),
    failureProbability,
    retries,
    backOffUs: (attempt) => backOffUs(law, attempt, 0, noLuck),
    timer: 'back-off',
  };
}

function read(state: HandlerState): PlainServerState {
  return {
    done: state.done,
    failed: state.failed,
    begun: state.begun,
    lastId: state.lastId,
    lastFailure: state.lastFailure,
    door: itemsOf(state.door),
    working: state.working.map((work) => ({
      event: work.held.event,
      call: work.held.call,
      wire: work.held.wire,
      arrivedUs: work.held.arrivedUs,
      id: work.id,
      ordinal: work.n,
      phase: phases.indexOf(work.phase),
      begunUs: work.begunUs,
      sinceUs: work.sinceUs,
      untilUs: work.untilUs ?? 0,
      timer: work.timer,
      attempt: work.attempt,
      backOffUs: work.backoffUs,
    })),
  };
}

function write(plan: HandlerPlan, plain: PlainServerState): HandlerState {
  const state = createHandlerState(plan);
  state.done = plain.done;
  state.failed = plain.failed;
  state.begun = plain.begun;
  state.lastId = plain.lastId;
  state.lastFailure = plain.lastFailure;
  state.taken = plain.working.length;
  for (const visit of plain.door) pushLast(state.door, heldOf(visit));
  for (const work of plain.working) {
    state.working.push(workOf(work));
    if (work.phase === 2) state.backingOff += 1;
  }
  return state;
}

function heldOf({ event, call, wire, arrivedUs }: PlainVisit): Held {
  return {
    event,
    call,
    wire,
    stack: emptyStack,
    inline: false,
    arrivedUs,
    delivery: 1,
    accepted: false,
    id: '',
  };
}

function workOf(plain: PlainWork): Work {
  return {
    id: plain.id,
    held: heldOf(plain),
    items: null,
    item: 0,
    failing: nobody,
    n: plain.ordinal,
    phase: phases[plain.phase] ?? 'starting',
    begunUs: plain.begunUs,
    sinceUs: plain.sinceUs,
    untilUs: plain.phase === 0 ? null : plain.untilUs,
    timer: plain.timer,
    attempt: plain.attempt,
    reads: noReads,
    calls: noCalls,
    callFailed: false,
    nextAction: 0,
    hasWorker: true,
    isAbandoned: false,
    deadline: 0,
    backoffUs: plain.backOffUs,
    denied: '',
    period: 0,
    hasGivenUp: false,
    outboxes: noOutboxes,
  };
}

/** How the core runs a handler that serves, fails and tries again, and sends nothing but its answers. */
export const plainHandler: Plain<HandlerState, HandlerPlan> = {
  describe,
  read,
  write: (plan, plain) => write(plan, plain as PlainServerState), // It is what `read` gave.
};
