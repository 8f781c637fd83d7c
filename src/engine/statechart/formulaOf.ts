import type { Json } from '#engine/model/Json';
import type { Problem } from '#engine/model/Problem';
import { problemMessage } from '#engine/model/problemMessage';
import type { Formula } from './ChartTables';

/**
 * A compiled expression or template as a chart uses it. One that does not parse is a failure whenever it is needed, as
 * it is everywhere in a run: a flow opens with it.
 */
export function formulaOf<T extends Json>(
  compiled: (Formula<T> & { readonly ok: true }) | Refused,
): Formula<T> {
  if (compiled.ok) return compiled;
  const error = problemMessage(compiled.problem);
  return { usesRandom: false, evaluate: () => ({ ok: false, error }) };
}

interface Refused {
  readonly ok: false;
  readonly problem: Problem;
}
