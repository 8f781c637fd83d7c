import type { CompiledExpression, Evaluated, RefusedExpression } from '#engine/expression/compileExpression';
import type { Problem } from '#engine/model/Problem';
import { problemMessage } from '#engine/model/problemMessage';
import { compileTemplate } from '#engine/expression/compileTemplate';
import { createScope, type ExpressionScope } from '#engine/expression/ExpressionScope';
import { fillScope } from '#engine/expression/fillScope';
import { fact } from '#engine/model/facts';
import type { Json } from '#engine/model/Json';
import type { Context, NodeSetup } from '#engine/model/NodeKind';
import type { Held } from './HandlerState';

/** What an expression is about: a delivery, what was read for it, and which piece of work of the handler it is. */
export interface Subject {
  readonly held: Held;
  readonly reads: Readonly<Record<string, Json>>;
  readonly n: number;
}

/** An expression of a handler. Where it fails the failure is recorded, and undefined comes back. */
export type Formula<T extends Json = Json> = (
  subject: Subject,
  context: Context,
  data?: Json,
) => T | undefined;

interface Compiled<T extends Json> {
  readonly ok: true;
  readonly usesRandom: boolean;
  evaluate(scope: ExpressionScope): Evaluated<T>;
}

/** The expression of a field, or null when the field is empty. A text that is none fails whenever it is needed. */
export function planFormula<T extends Json>(
  text: string,
  compile: (text: string) => CompiledExpression<T> | RefusedExpression,
  setup: NodeSetup,
): Formula<T> | null {
  return text === '' ? null : formulaOf(compile(text), setup);
}

/** JSON with expressions in its texts, or null when it has none and is always the same. */
export function planTemplate(template: Json, setup: NodeSetup): Formula | null {
  const compiled = compileTemplate(template);
  return compiled.ok && compiled.isConstant ? null : formulaOf(compiled, setup);
}

/** A compiled expression or template as a formula. `data` stands in for the data of the event when it is given. */
function formulaOf<T extends Json>(
  compiled: Compiled<T> | { readonly ok: false; readonly problem: Problem },
  setup: NodeSetup,
): Formula<T> {
  if (!compiled.ok) {
    const message = problemMessage(compiled.problem);
    return ({ held }, context) => {
      context.record(fact['expression-failed'], held.event, message);
      return undefined;
    };
  }
  const scope = createScope();
  return (subject, context, data) => {
    fill(scope, subject, context, setup);
    if (data !== undefined) scope.data = data;
    if (compiled.usesRandom) scope.random = context.random();
    const result = compiled.evaluate(scope);
    if (result.ok) return result.value;
    context.record(fact['expression-failed'], subject.held.event, result.error);
    return undefined;
  };
}

function fill(scope: ExpressionScope, subject: Subject, context: Context, setup: NodeSetup): void {
  const { event, delivery } = subject.held;
  fillScope(scope, event, context, setup);
  scope.attempt = delivery;
  scope.read = withoutColons(subject.reads);
  scope.n = subject.n;
}

const nothing: Json = Object.freeze({});

function withoutColons(reads: Readonly<Record<string, Json>>): Json {
  const entries = Object.entries(reads);
  return entries.length === 0
    ? nothing
    : Object.fromEntries(entries.map(([key, value]) => [key.slice(1), value]));
}
