import { compileExpression, type CompiledExpression } from '#engine/expression/compileExpression';
import { problemMessage } from '#engine/model/problemMessage';
import { createScope } from '#engine/expression/ExpressionScope';
import { fillScope } from '#engine/expression/fillScope';
import { fact } from '#engine/model/facts';
import type { FlowEvent } from '#engine/model/messages';
import type { Context } from '#engine/model/NodeKind';

/** A number that an expression makes of an event. */
export class EventNumber {
  private readonly compiled: CompiledExpression | { readonly error: string };
  private readonly scope = createScope();

  constructor(text: string) {
    const compiled = compileExpression(text);
    this.compiled = compiled.ok ? compiled : { error: problemMessage(compiled.problem) };
  }

  /** The number, or `otherwise` when there is none, which is recorded with the reason. */
  of(event: FlowEvent, context: Context, otherwise: number): number {
    const { compiled, scope } = this;
    if (!('evaluate' in compiled)) return fail(event, context, compiled.error, otherwise);
    fillScope(scope, event, context, context.setup);
    scope.random = compiled.usesRandom ? context.random() : 0;
    const result = compiled.evaluate(scope);
    if (!result.ok) return fail(event, context, result.error, otherwise);
    const { value } = result;
    if (typeof value !== 'number') return fail(event, context, 'this must give a number', otherwise);
    return value;
  }
}

function fail(event: FlowEvent, context: Context, reason: string, otherwise: number): number {
  context.record(fact['expression-failed'], event, reason);
  return otherwise;
}
