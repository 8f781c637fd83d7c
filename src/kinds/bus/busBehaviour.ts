import { lengthOf } from '#engine/kernel/Fifo';
import type { Message } from '#engine/model/messages';
import { gauge } from '#engine/model/measures';
import type { Behaviour, Context } from '#engine/model/NodeKind';
import { callerOf, refuse } from './callers';
import { noteAllTimed, setAlarms } from './alarms';
import { answered, crash, timedOut } from './answers';
import { busForm } from './busForm';
import { busActivities, busHoldings } from './busHoldings';
import { busLedger } from './busLedger';
import type { Bus, BusPlan, BusState } from './BusState';
import type { BusView } from './BusView';
import { plainBus } from './plainBus';
import { initialBusState, planBus } from './planBus';
import { prefer } from './preferred';
import { unpark } from './protocols/parking';
import { isBrokenIn, protocolKeys, reportProtocols } from './protocols/viewMonitors';
import { beginWatch, mayEnd } from './protocols/watch';
import { awaitSubscribers, subscribe } from './retention';
import { catchUp, ring } from './timing';
import { touchAll } from './touch';
import { viewBus } from './viewBus';
import { busWaits, busWaitsOf } from './whyBus';

function receive(state: BusState, message: Message, context: Context, plan: BusPlan): void {
  const bus: Bus = { state, plan, context };
  state.nowUs = context.now;
  switch (message.kind) {
    case 'publish':
      if (state.down) refuse(bus, callerOf(bus, message), 'bus is down');
      else plan.policy.publish(bus, message);
      break;
    case 'ack':
      answered(bus, message);
      break;
    case 'timer':
      if (plan.isTimed && ring(bus, message.id)) break;
      if (state.subscriptions.length === 0 || !subscribe(bus, message.id)) timedOut(bus, message.id);
      break;
    case 'fault':
      if (message.verb === 'advance' && message.chosen !== null) prefer(bus, message.chosen);
      else fault(bus, message.verb);
      break;
    default:
      break;
  }
  if (!state.down) pump(bus);
  if (state.timed.length > 0) setAlarms(bus);
  if (!state.paused && context.lifecycle === 'paused') context.transition('resume');
  if (!state.down && context.lifecycle === 'down') context.transition('revive');
  tellWaiting(state, context, plan);
  context.moveTo(lifecycleOf(state));
}

/** Callers of a synchronous bus wait for their turn; those of any other stand outside, for its queue is full. */
function tellWaiting({ waiting, door }: BusState, context: Context, { policy, capacity }: BusPlan): void {
  const callers = lengthOf(door);
  context.level(gauge.queue, policy.holdsCaller ? waiting + callers : waiting);
  if (!policy.holdsCaller && capacity < Infinity) context.level(gauge.door, callers);
}

/** What is parked may become legal by what is let in, and lets in more. */
function pump(bus: Bus): void {
  const { plan, state } = bus;
  do plan.policy.pump(bus);
  while (state.parking.stirred.length > 0 && unpark(bus));
}

function fault(bus: Bus, action: string): void {
  const { state } = bus;
  if (action === 'pause' && !state.down) state.paused = true;
  if (action === 'resume') state.paused = false;
  if (action === 'resume' || action === 'revive') touchAll(bus);
  if (action === 'crash' && !state.down) {
    crash(bus);
    if (bus.plan.isTimed) noteAllTimed(bus);
  }
  if (action === 'revive' && state.down) {
    state.down = false;
    if (bus.plan.isTimed) catchUp(bus);
  }
}

/** The state that the data call for; `busLifecycle` says by which letter it is reached. */
function lifecycleOf(state: BusState): string {
  if (state.down) return 'down';
  if (state.paused) return 'paused';
  if (state.fullQueues > 0) return 'full';
  if (state.walks.length > 0 || state.inFlight > 0) return 'dispatching';
  return holdsSomething(state) ? 'holding' : 'idle';
}

function isQuiet(state: BusState): boolean {
  return !holdsSomething(state) && state.walks.length === 0 && state.inFlight === 0;
}

function holdsSomething(state: BusState): boolean {
  return state.waiting > 0 || state.retrying > 0 || lengthOf(state.door) > 0 || state.parking.count > 0;
}

/** Whoever holds a copy that the bus waits for: a full bus waits for its consumers, a caller for the called. */
function waitsFor(state: BusState, plan: BusPlan): readonly number[] {
  const wires = state.groups.flatMap((group) => group.inFlight.map((copy) => copy.wire));
  const targets = wires.flatMap((wire) => {
    const place = plan.places.get(wire);
    const member = place === undefined ? undefined : plan.groups[place.group]?.members[place.member];
    return member === undefined ? [] : [member.wire.target];
  });
  return [...new Set(targets)];
}

/** How a bus runs. */
export const busBehaviour: Behaviour<BusState, BusView, BusPlan> = {
  plan: planBus,
  initialState: initialBusState,
  begin: (state, context, plan) => {
    awaitSubscribers({ state, plan, context });
    beginWatch({ state, plan, context });
  },
  receive,
  view: viewBus,
  isSettled: (state) => isQuiet(state) && mayEnd(state.monitors),
  isQuiet,
  waitsFor,
  waits: busWaits,
  waitsOf: busWaitsOf,
  holdings: (state, _plan, event) => busHoldings(state, event),
  activities: busActivities,
  ledger: busLedger,
  protocols: reportProtocols,
  isBrokenIn,
  keys: protocolKeys,
  form: busForm,
  plain: plainBus,
};
