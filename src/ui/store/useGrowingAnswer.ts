import { useEffect, useState } from 'react';
import type { RunQuestions } from '#worker/protocol';
import { useRun } from './runStore';

/** Questions that find out more each time they are asked. */
type Growing = 'eventsOf' | 'find';

/** Between two questions, in milliseconds: while there is more to look through, and while the run is computed. */
const pauses = { looking: 20, waiting: 250 };

/** What the run answers to a question that is asked until everything is found. Null while nothing is known. */
export function useGrowingAnswer<K extends Growing>(
  question: K,
  values: Parameters<RunQuestions[K]> | null,
): ReturnType<RunQuestions[K]> | null {
  const generation = useRun((state) => state.generation);
  const key = values === null ? '' : JSON.stringify([generation, question, values]);
  const [answer, setAnswer] = useState<{ key: string; value: ReturnType<RunQuestions[K]> } | null>(null);

  useEffect(() => {
    const asking = { isWanted: true };
    if (values !== null) void askOn(values);
    return () => {
      asking.isWanted = false;
    };

    async function askOn(asked: Parameters<RunQuestions[K]>) {
      while (asking.isWanted) {
        try {
          const value = await useRun.getState().ask(question, ...asked);
          if (!asking.isWanted) return;
          setAnswer({ key, value });
          if (value.isComplete) return;
          const isBehind = value.knownStep < (useRun.getState().summary?.steps ?? 0);
          await new Promise((done) => setTimeout(done, isBehind ? pauses.looking : pauses.waiting));
        } catch {
          // Overtaken by a new document: its generation brings a new key.
          return;
        }
      }
    }
    // The key stands for question, parameters and run; the parameters are a new list with every render.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key]);

  return answer?.key === key ? answer.value : null;
}
