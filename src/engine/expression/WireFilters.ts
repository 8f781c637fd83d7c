import { fact } from '#engine/model/facts';
import { problemMessage } from '#engine/model/problemMessage';
import type { FlowEvent } from '#engine/model/messages';
import type { Context, NodeSetup, OutWire } from '#engine/model/NodeKind';
import { compileCondition, type CompiledExpression, type Evaluated } from './compileExpression';
import { createScope, type ExpressionScope } from './ExpressionScope';
import { fillScope } from './fillScope';

/** The filters on the outgoing wires of one node, ready to run. */
export class WireFilters {
  /** By wire index; wires without a filter have none. */
  private readonly filters: ReadonlyMap<number, Filter>;
  private readonly scope: ExpressionScope = createScope();

  constructor(filters: ReadonlyMap<number, Filter>) {
    this.filters = filters;
  }

  /** Whether an event may travel on a wire. A filter that fails lets nothing through, which is recorded. */
  accepts(wire: number, event: FlowEvent, context: Context): boolean {
    const filter = this.filters.get(wire);
    if (filter === undefined) return true;
    const result = this.evaluate(filter, event, context);
    if (!result.ok) context.record(fact['filter-failed'], event, result.error, wire);
    return result.ok && result.value;
  }

  private evaluate(filter: Filter, event: FlowEvent, context: Context): Evaluated<boolean> {
    if (!('evaluate' in filter)) return { ok: false, error: filter.error };
    const { scope } = this;
    fillScope(scope, event, context, context.setup);
    scope.random = filter.usesRandom ? context.random() : 0;
    return filter.evaluate(scope);
  }
}

type Filter = CompiledExpression<boolean> | { readonly error: string };

/** The filters that the settings of a node's outgoing wires hold, or null when they hold none. */
export function compileFilters(wires: NodeSetup['wires']): WireFilters | null {
  const filters = new Map<number, Filter>();
  for (const { index, settings } of wires) {
    const { filter } = settings;
    if (typeof filter !== 'string' || filter.trim() === '') continue;
    const compiled = compileCondition(filter);
    filters.set(index, compiled.ok ? compiled : { error: problemMessage(compiled.problem) });
  }
  return filters.size === 0 ? null : new WireFilters(filters);
}

/** Those of the wires on which an event may travel. Without filters it is the same list. */
export function wiresFor(
  filters: WireFilters | null,
  wires: readonly OutWire[],
  event: FlowEvent,
  context: Context,
): readonly OutWire[] {
  return filters === null ? wires : wires.filter((wire) => filters.accepts(wire.index, event, context));
}
