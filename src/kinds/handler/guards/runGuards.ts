import { fact } from '#engine/model/facts';
import type { Outcome } from '#engine/model/messages';
import type { Context } from '#engine/model/NodeKind';
import type { Moment, Wait } from '#engine/model/waits';
import type { HandlerPlan, HandlerState, Held, Work } from '../HandlerState';
import type { Screening } from './Guard';

/*
 * Asks the active guards of a handler, in their order. A handler without guards has `policies: null` and never comes
 * here on its way through the work.
 */

/** The outcome by which a guard sends a delivery back as it arrives, or null. */
export function arrive(
  state: HandlerState,
  held: Held,
  context: Context,
  { policies }: HandlerPlan,
): Outcome | null {
  for (const [index, policy] of (policies ?? []).entries()) {
    const outcome = policy.arrive?.(state.policies[index], held, context) ?? null;
    if (outcome !== null) return outcome;
  }
  return null;
}

/** What is to be done with the delivery that a worker would take next. */
export function screen(state: HandlerState, held: Held, context: Context, plan: HandlerPlan): Screening {
  for (const [index, policy] of (plan.policies ?? []).entries()) {
    const screening = policy.screen?.(state.policies[index], held, state, context) ?? 'work';
    if (screening === 'gone') left(state, held, false, context, plan);
    if (screening !== 'work') return screening;
  }
  return 'work';
}

/** When the next attempt may start; `Infinity` when a guard will wake the handler. */
export function opensUs(state: HandlerState, context: Context, { policies }: HandlerPlan): number {
  let latestUs = context.now;
  for (const [index, policy] of (policies ?? []).entries()) {
    const ownUs = policy.opensUs?.(state.policies[index], context) ?? 0;
    if (ownUs > latestUs) latestUs = ownUs;
  }
  return latestUs;
}

/** Asks for an attempt that is about to start; the work remembers a denial and fails for it. */
export function permit(state: HandlerState, work: Work, context: Context, { policies }: HandlerPlan): void {
  work.denied = '';
  for (const [index, policy] of (policies ?? []).entries()) {
    work.denied = policy.permit?.(state.policies[index], work, context) ?? '';
    if (work.denied === '') continue;
    context.record(fact.denied, work.held.event, work.denied);
    return;
  }
}

/** Tells how an attempt ended. */
export function attemptEnded(
  state: HandlerState,
  work: Work,
  isGood: boolean,
  context: Context,
  { policies }: HandlerPlan,
): void {
  for (const [index, policy] of (policies ?? []).entries())
    policy.ended?.(state.policies[index], work, isGood, context);
}

/** Why a failed attempt is not made again though some are left; empty when it is. */
export function refusalToRetry(state: HandlerState, context: Context, { policies }: HandlerPlan): string {
  for (const [index, policy] of (policies ?? []).entries()) {
    const reason = policy.retry?.(state.policies[index], context) ?? '';
    if (reason !== '') return reason;
  }
  return '';
}

/** Tells that a delivery has left the handler. */
export function left(
  state: HandlerState,
  held: Held,
  isDone: boolean,
  context: Context,
  { policies }: HandlerPlan,
): void {
  for (const [index, policy] of (policies ?? []).entries())
    policy.left?.(state.policies[index], held, isDone, state, context);
}

/** A timer of a guard went off. */
export function guardTimer(
  state: HandlerState,
  id: number,
  context: Context,
  { policies }: HandlerPlan,
): void {
  for (const [index, policy] of (policies ?? []).entries())
    policy.timer?.(state.policies[index], id, context);
}

/** The handler crashed: guards forget what stood in memory. */
export function forgetAll(state: HandlerState, context: Context, { policies }: HandlerPlan): void {
  for (const [index, policy] of (policies ?? []).entries()) policy.crash?.(state.policies[index], context);
}

/** The lifecycle state that a guard calls for; empty when none does. */
export function guardLifecycle(state: HandlerState, { policies }: HandlerPlan): string {
  for (const [index, policy] of (policies ?? []).entries()) {
    const name = policy.lifecycle?.(state.policies[index]) ?? '';
    if (name !== '') return name;
  }
  return '';
}

/** Why a guard lets nothing begin; null when none does so. */
export function guardWait(state: HandlerState, { policies }: HandlerPlan, moment: Moment): Wait | null {
  for (const [index, policy] of (policies ?? []).entries()) {
    const wait = policy.wait?.(state.policies[index], moment) ?? null;
    if (wait !== null) return wait;
  }
  return null;
}
