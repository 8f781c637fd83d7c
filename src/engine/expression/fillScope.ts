import type { FlowEvent } from '#engine/model/messages';
import type { Context, NodeSetup } from '#engine/model/NodeKind';
import type { ExpressionScope } from './ExpressionScope';

/** Puts into a scope what every expression sees of an event, and the time: times in milliseconds. */
export function fillScope(
  scope: ExpressionScope,
  event: FlowEvent,
  { now }: Context,
  { eventTypeNames, nodeIds }: NodeSetup,
): void {
  scope.type = eventTypeNames[event.type] ?? '';
  scope.key = event.subject;
  scope.data = event.data;
  scope.number = event.number;
  scope.time = event.timeUs / 1000;
  scope.source = nodeIds[event.source] ?? '';
  scope.now = now / 1000;
}
