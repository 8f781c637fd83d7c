import type { Context } from '#engine/model/NodeKind';
import type { Json } from '#engine/model/Json';
import { fact } from '#engine/model/facts';
import type { FlowEvent } from '#engine/model/messages';
import { fillPayload, type Payload } from './payload';
import type { Progress, PublisherPlan, PublisherState } from './PublisherState';

/** Sets the timer of what the generator has next, if it has anything. */
export function scheduleNext(state: PublisherState, context: Context, plan: PublisherPlan): void {
  const { progress } = state;
  state.timer = 0;
  const isOver = state.stopped || progress.made >= plan.count;
  // The importer refuses a document without event types that has a publisher; be safe for toy set-ups.
  if (isOver || plan.mixTypes.length === 0) return;
  const atUs = plan.generator.nextUs(progress, plan, context);
  if (atUs === Infinity || atUs > plan.stopUs) return;
  const delayUs = Math.max(0, atUs - context.now);
  state.timer = context.schedule('timer', delayUs, progress.turns ? 'turn' : 'generate', null);
}

/** What the generator had next has come. The event that it makes, or null when it makes none. */
export function generate(state: PublisherState, context: Context, plan: PublisherPlan): FlowEvent | null {
  const { progress } = state;
  plan.generator.passed?.(progress, plan, context);
  if (progress.turns) return null;
  progress.made += 1;
  if (plan.listed !== null) {
    const moment = plan.listed[progress.made - 1];
    return moment === undefined
      ? null
      : makeEvent(moment.type, moment.key, moment.payload, progress.made, context);
  }
  const { made } = progress;
  const keyBefore = plan.mixIsByKey ? plan.drawKey(made, context) : 0;
  const count = plan.mixIsByKey ? countKey(progress, keyBefore, plan) : made;
  const type = plan.mixTypes[plan.drawRow(count, context)] ?? 0;
  const key = plan.mixIsByKey ? keyBefore : plan.drawKey(made, context);
  const name = plan.keyNames[key - 1] ?? `${plan.settings.keyPrefix}${key}`;
  return makeEvent(type, name, plan.payload, progress.made, context);
}

/** How many events of a key there are with this one; what never comes again is not remembered. */
function countKey({ madeOfKey }: Progress, key: number, plan: PublisherPlan): number {
  if (!plan.keysReturn) return 1;
  const count = (madeOfKey[key] ?? 0) + 1;
  madeOfKey[key] = count;
  return count;
}

function makeEvent(type: number, key: string, payload: Payload, made: number, context: Context) {
  return payload.isConstant
    ? context.newEvent(type, key, payload.constant, null)
    : fillEvent(type, key, payload, made, context);
}

/** Data that cannot be worked out are a failure: the event is made, so that it can be named, but not published. */
function fillEvent(type: number, key: string, payload: Payload, made: number, context: Context) {
  const filled = fillPayload(payload, context.setup.eventTypeNames[type] ?? '', key, made, context);
  const data: Json = filled.ok ? filled.value : null;
  const event = context.newEvent(type, key, data, null);
  if (filled.ok) return event;
  context.record(fact.failed, event, filled.error);
  return null;
}
