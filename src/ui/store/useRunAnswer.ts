import type { RunQuestions } from '#worker/protocol';
import { useRun } from './runStore';
import { useLatestAnswer } from './useLatestAnswer';

const leastMs = 100;

/**
 * What the run answers to a question, asked again whenever its parameters or the run change, one at a time
 * and not too often. The last answer stays until the next one is there; `isCurrent` tells whether it is it. What
 * grows with the run is asked for again when `version` changes.
 */
export function useRunAnswer<K extends keyof RunQuestions>(
  question: K,
  values: Parameters<RunQuestions[K]> | null,
  version = 0,
): { readonly value: ReturnType<RunQuestions[K]> | null; readonly isCurrent: boolean } {
  const generation = useRun((state) => state.generation);
  const key = values === null ? '' : JSON.stringify([generation, question, values, version]);
  return useLatestAnswer(key, () => useRun.getState().ask(question, ...(values ?? neverAsked())), leastMs);
}

function neverAsked(): never {
  throw new Error('A question without parameters is not asked.');
}
