import type { Breakpoint } from './stopStore';

/** Whether something has a breakpoint, and whether one of them is on. */
export type StopMark = 'on' | 'off' | null;

/** What is marked at a node: what stops there, by whatever rule. */
export function markOfNode(breakpoints: readonly Breakpoint[], id: string): StopMark {
  return markOf(breakpoints.filter(({ rule }) => 'node' in rule && rule.node === id));
}

/** What is marked on a wire. */
export function markOfWire(breakpoints: readonly Breakpoint[], id: string): StopMark {
  return markOf(breakpoints.filter(({ rule }) => rule.on === 'wire' && rule.wire === id));
}

function markOf(own: readonly Breakpoint[]): StopMark {
  if (own.length === 0) return null;
  return own.some(({ isOn }) => isOn) ? 'on' : 'off';
}
