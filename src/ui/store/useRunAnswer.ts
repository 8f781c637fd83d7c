import { useEffect, useRef, useState } from 'react';
import type { RunQuestions } from '#worker/protocol';
import { useRun } from './runStore';

interface Answer<T> {
  readonly key: string;
  readonly value: T;
}

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
  const [answer, setAnswer] = useState<Answer<ReturnType<RunQuestions[K]>> | null>(null);
  const key = values === null ? '' : JSON.stringify([generation, question, values, version]);
  const wanted = useRef({ key, values });
  const isAsking = useRef(false);
  const isMounted = useRef(true);

  useEffect(() => {
    isMounted.current = true;
    return () => {
      isMounted.current = false;
    };
  }, []);

  useEffect(() => {
    wanted.current = { key, values };
    if (!isAsking.current) void askLatest();

    async function askLatest() {
      isAsking.current = true;
      let asked = '';
      while (isMounted.current && wanted.current.values !== null && wanted.current.key !== asked) {
        const now = wanted.current;
        asked = now.key;
        try {
          const value = await useRun.getState().ask(question, ...(now.values ?? neverAsked()));
          if (isMounted.current) setAnswer({ key: asked, value });
        } catch {
          // Overtaken by a new document: its generation brings a new key.
        }
        await new Promise((done) => setTimeout(done, leastMs));
      }
      isAsking.current = false;
    }
    // The key stands for question, parameters and run; the parameters are a new list with every render.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key]);

  return { value: answer?.value ?? null, isCurrent: answer !== null && answer.key === key };
}

function neverAsked(): never {
  throw new Error('A question without parameters is not asked.');
}
