import { useEffect, useMemo, useState } from 'react';
import type { ExpressionProblem } from '#engine/expression/expressionProblem';
import type { Field } from '#engine/model/fields';
import type { Json } from '#engine/model/Json';

type Check = (field: Field, value: Json) => ExpressionProblem | null;

let loaded: Check | null = null;

/**
 * What is wrong with the expressions in a field, or null. The code that knows is fetched when the first field with
 * expressions is shown; until it is there, nothing is wrong.
 */
export function useFieldProblem(field: Field, value: Json): ExpressionProblem | null {
  const [check, setCheck] = useState<Check | null>(() => loaded);
  const isNeeded = field.type === 'expression' || (field.type === 'json' && field.template === true);
  useEffect(() => {
    if (check !== null || !isNeeded) return undefined;
    let isMounted = true;
    const fetchCheck = async () => {
      // Without a network the field stays usable, and a run tells what is wrong.
      const module = await import('#engine/expression/checkField').catch(() => null);
      loaded = module?.checkField ?? null;
      if (isMounted) setCheck(() => loaded);
    };
    void fetchCheck();
    return () => {
      isMounted = false;
    };
  }, [check, isNeeded]);
  return useMemo(
    () => (check === null || !isNeeded ? null : check(field, value)),
    [check, isNeeded, field, value],
  );
}
