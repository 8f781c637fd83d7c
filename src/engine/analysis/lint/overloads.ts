import type { LintFlow, LintNode } from './LintFlow';
import { loadOf } from './loadOf';

/** A node to which more comes than it can do. */
export interface Overload {
  readonly node: LintNode;
  readonly load: number;
  /** With which it would be busy four fifths of its time. */
  readonly workers: number;
  /** Whether a queue before it can be full. */
  readonly isBounded: boolean;
}

/** The nodes that surely fall behind. */
export function overloads(flow: LintFlow): readonly Overload[] {
  return flow.nodes.flatMap((node) => {
    const load = loadOf(flow, node);
    if (load === null || load < 1 - 1e-9) return [];
    const isBounded = node.ins.some(({ from }) => {
      const { queue } = from.traits;
      return queue !== undefined && (queue.isSync || queue.capacity < Infinity || queue.ttlMs < Infinity);
    });
    return [{ node, load, workers: Math.ceil((load * node.facts.servers) / 0.8), isBounded }];
  });
}
