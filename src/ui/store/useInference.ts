import { useEffect, useState } from 'react';
import type { Inference } from '#engine/analysis/observed/inferAutomaton';
import type { Observed } from '#engine/analysis/observed/Observed';
import type { Bounded } from '#engine/automata/Bounded';
import { observeClient } from './observeClient';

interface Told {
  readonly observed: Observed;
  readonly k: number;
  readonly inference: Bounded<Inference> | null;
  readonly error: string | null;
}

/** What is inferred from an observation with this k, by the worker; the last one stays until the next is there. */
export function useInference(observed: Observed | null, k: number) {
  const [told, setTold] = useState<Told | null>(null);
  useEffect(() => {
    if (observed === null) return undefined;
    let isWanted = true;
    observeClient.infer(observed, k).then(
      (inference) => isWanted && setTold({ observed, k, inference, error: null }),
      (error: unknown) => isWanted && setTold({ observed, k, inference: null, error: String(error) }),
    );
    return () => {
      isWanted = false;
    };
  }, [observed, k]);
  const isCurrent = told !== null && told.observed === observed && told.k === k;
  return { inference: told?.inference ?? null, error: told?.error ?? null, isCurrent };
}
