import {
  compileTemplate,
  type CompiledTemplate,
  type RefusedTemplate,
} from '#engine/expression/compileTemplate';
import { createScope, type ExpressionScope } from '#engine/expression/ExpressionScope';
import { problemMessage } from '#engine/model/problemMessage';
import type { Evaluated } from '#engine/expression/compileExpression';
import type { Json } from '#engine/model/Json';
import type { Context } from '#engine/model/NodeKind';

/** The data of events, made ready once: data without expressions are the same for every event. */
export interface Payload {
  readonly isConstant: boolean;
  readonly constant: Json;
  readonly template: CompiledTemplate | RefusedTemplate;
  /** Filled in anew before each evaluation; nothing keeps it. */
  readonly scope: ExpressionScope;
}

/** Compiles the data of events. */
export function compilePayload(data: Json): Payload {
  const template = compileTemplate(data);
  const isConstant = template.ok && template.isConstant;
  return { isConstant, constant: data, template, scope: createScope() };
}

/** The data of one event, or the sentence that says why there are none. */
export function fillPayload(
  { template, scope }: Payload,
  type: string,
  key: string,
  made: number,
  context: Context,
): Evaluated {
  if (!template.ok) return { ok: false, error: problemMessage(template.problem) };
  scope.type = type;
  scope.key = key;
  scope.now = context.now / 1000;
  scope.time = scope.now;
  scope.n = made;
  scope.source = context.setup.id;
  scope.random = template.usesRandom ? context.random() : 0;
  return template.evaluate(scope);
}
