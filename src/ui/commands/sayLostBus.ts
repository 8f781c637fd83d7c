import type { FlowNode } from '#engine/model/FlowDoc';
import { say, text } from './say';

/** Tells whose statecharts emitted to a bus that is gone, for what they emit goes elsewhere from now on. */
export function sayLostBus(nodes: readonly FlowNode[]): void {
  if (nodes.length === 0) return;
  say('editor.lostBus', { names: nodes.map(({ name }) => name).join(text('canvas.comma')) }, 'warn');
}
