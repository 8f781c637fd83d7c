import type { Context } from '#engine/model/NodeKind';

/** Moves the lifecycle to the state that the data call for, over those that lie between. */
export function followData(context: Context, target: string): void {
  if (context.lifecycle === target) return;
  if (target !== 'paused' && target !== 'down') pass(context, target);
  context.moveTo(target);
}

function pass(context: Context, target: string): void {
  const { lifecycle } = context;
  if (lifecycle === 'paused') context.transition('resume');
  else if (lifecycle === 'down') context.transition('revive');
  else if (isBreaker(lifecycle) && isBreaker(target)) return;
  else if (lifecycle !== 'idle' && (isApart(lifecycle) || isApart(target))) context.moveTo('idle');
  // Nobody begins by backing off, or by trying a broken circuit: a handler that was resumed did so before.
  if (context.lifecycle !== 'idle') return;
  if (target === 'backingOff') context.moveTo('busy');
  if (target === 'halfOpen') context.moveTo('open');
}

/** States that lead from and to those of workers by way of `idle`. */
function isApart(state: string): boolean {
  return isBreaker(state) || state === 'throttled' || state === 'gathering';
}

function isBreaker(state: string): boolean {
  return state === 'open' || state === 'halfOpen';
}
