import type { Context } from '#engine/model/NodeKind';

/** States that lead from and to those of workers by way of `idle`. */
const apart: ReadonlySet<string> = new Set(['open', 'halfOpen', 'throttled', 'gathering']);

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
  else if (lifecycle !== 'idle' && (apart.has(lifecycle) || apart.has(target))) context.moveTo('idle');
  // Nobody begins by backing off, or by trying a broken circuit: a handler that was resumed did so before.
  if (context.lifecycle !== 'idle') return;
  if (target === 'backingOff') context.moveTo('busy');
  if (target === 'halfOpen') context.moveTo('open');
}

function isBreaker(state: string): boolean {
  return state === 'open' || state === 'halfOpen';
}
