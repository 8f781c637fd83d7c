import type { Json } from '#engine/model/Json';
import { fact } from '#engine/model/facts';
import { gauge } from '#engine/model/measures';
import type { AccessMessage, FaultMessage, Message } from '#engine/model/messages';
import type { Behaviour, Context, NodeSetup } from '#engine/model/NodeKind';
import type { StoreSettings } from './storeFields';
import { storeForm } from './storeForm';
import { storeLedger } from './storeLedger';
import type { StoreView } from './StoreView';
import type { Access, StoreState } from './StoreState';
import { storeActivities, storeHoldings, storeWaits, storeWaitsOf } from './whyStore';

interface StorePlan {
  readonly settings: StoreSettings;
}

function receive(state: StoreState, message: Message, context: Context, plan: StorePlan): void {
  switch (message.kind) {
    case 'access':
      take(state, accessOf(message), context, plan);
      break;
    case 'finish': {
      const index = state.open.findIndex((open) => open.timer === message.id);
      const [open] = index < 0 ? [] : state.open.splice(index, 1);
      if (open !== undefined) perform(state, open.access, context);
      break;
    }
    case 'fault':
      fault(state, message, context, plan);
      break;
    default:
      break;
  }
  if (!state.paused && context.lifecycle === 'paused') context.transition('resume');
  const serving = state.open.length > 0 ? 'serving' : 'idle';
  context.level(gauge.busy, state.open.length);
  context.moveTo(state.down ? 'down' : state.paused ? 'paused' : serving);
}

/** A state holds plain data, so the message is copied. */
function accessOf({ wire, event, call, operation, key, value }: AccessMessage): Access {
  return { wire, event, call, operation, key, value };
}

function take(state: StoreState, access: Access, context: Context, plan: StorePlan): void {
  if (state.down) {
    state.lost += 1;
    context.answer(access.wire, access.call, 'lost', access.event, null);
  } else if (state.paused) {
    state.waiting.push(access);
  } else {
    const delay = Math.round(context.sample(plan.settings.latency) * state.slowFactor);
    if (delay === 0) perform(state, access, context);
    else
      state.open.push({
        access,
        timer: context.schedule('finish', delay, access.operation, access.event),
        sinceUs: context.now,
      });
  }
}

function perform(state: StoreState, access: Access, context: Context): void {
  const key = `:${access.key}`;
  const before = state.values[key] ?? null;
  if (access.operation === 'read') state.reads += 1;
  else {
    state.writes += 1;
    const removes = access.operation === 'delete' || access.operation === 'take';
    if (removes) Reflect.deleteProperty(state.values, key);
    else state.values[key] = written(access, before);
    state.recent = [access.key, ...state.recent.filter((other) => other !== access.key)].slice(0, 5);
  }
  // An increment tells what it made of the value, as counters of stores do; everything else what was there before.
  const told = access.operation === 'increment' ? (state.values[key] ?? null) : before;
  context.answer(access.wire, access.call, 'done', access.event, told);
}

function written(access: Access, before: Json): Json {
  switch (access.operation) {
    case 'increment':
      return numberOf(before) + numberOf(access.value);
    case 'append':
      return Array.isArray(before) ? [...(before as readonly Json[]), access.value] : [access.value];
    default:
      return access.value;
  }
}

function numberOf(value: Json): number {
  return typeof value === 'number' ? value : 0;
}

function fault(
  state: StoreState,
  { verb: action, factor }: FaultMessage,
  context: Context,
  plan: StorePlan,
): void {
  if (action === 'slow') state.slowFactor = factor;
  if (action === 'restore') state.slowFactor = 1;
  if (action === 'pause') state.paused = true;
  if (action === 'crash') crash(state, context);
  if (action === 'revive' || action === 'resume') {
    state.paused = false;
    state.down = false;
    for (const request of state.waiting.splice(0)) take(state, request, context, plan);
  }
}

/** A crashed store keeps its values, as databases do, and breaks off every access under way. */
function crash(state: StoreState, context: Context): void {
  for (const open of state.open) context.cancel(open.timer);
  for (const access of [...state.open.splice(0).map((open) => open.access), ...state.waiting.splice(0)]) {
    state.lost += 1;
    context.answer(access.wire, access.call, 'lost', access.event, null);
    context.record(fact.interrupted, access.event, 'store crashed');
  }
  state.paused = false;
  state.down = true;
}

function view(state: StoreState): StoreView {
  const short = (value: Json): string => {
    const text = JSON.stringify(value);
    return text.length > 40 ? `${text.slice(0, 39)}…` : text;
  };
  return {
    keys: Object.keys(state.values).length,
    recent: state.recent
      .filter((key) => Object.hasOwn(state.values, `:${key}`))
      .map((key) => ({ key, value: short(state.values[`:${key}`] ?? null) })),
    reads: state.reads,
    writes: state.writes,
    busy: state.open.length,
  };
}

/** How a store runs. */
export const storeBehaviour: Behaviour<StoreState, StoreView, StorePlan> = {
  plan: (setup: NodeSetup) => ({ settings: setup.settings as unknown as StoreSettings }), // Checked likewise.
  initialState: (plan) => ({
    values: Object.fromEntries(plan.settings.initial.map((entry) => [`:${entry.key}`, entry.value])),
    recent: plan.settings.initial
      .map((entry) => entry.key)
      .slice(-5)
      .toReversed(),
    open: [],
    waiting: [],
    reads: 0,
    writes: 0,
    lost: 0,
    paused: false,
    down: false,
    slowFactor: 1,
  }),
  begin: () => undefined,
  receive,
  view,
  isSettled: (state) => state.open.length === 0 && state.waiting.length === 0,
  waitsFor: () => [],
  waits: (state, _plan, moment) => storeWaits(state, moment),
  waitsOf: (state, _plan, moment, event) => storeWaitsOf(state, moment, event),
  holdings: (state, _plan, event) => storeHoldings(state, event),
  form: storeForm,
  ledger: (state, _plan, arrivals) => storeLedger(state, arrivals),
  activities: storeActivities,
};
