import { useEffect, useState } from 'react';
import type { RunQuestions } from '#worker/protocol';
import { askUntilComplete } from './askUntilComplete';
import { useRun } from './runStore';

/** Questions that find out more each time they are asked. */
type Growing = 'eventsOf' | 'find';

/** What the run answers to a question that is asked until everything is found. Null while nothing is known. */
export function useGrowingAnswer<K extends Growing>(
  question: K,
  values: Parameters<RunQuestions[K]> | null,
): ReturnType<RunQuestions[K]> | null {
  const generation = useRun((state) => state.generation);
  const key = values === null ? '' : JSON.stringify([generation, question, values]);
  const [answer, setAnswer] = useState<{ key: string; value: ReturnType<RunQuestions[K]> } | null>(null);

  useEffect(() => {
    let isWanted = true;
    if (values !== null) {
      void askUntilComplete(
        () => useRun.getState().ask(question, ...values),
        () => isWanted,
        (value) => setAnswer({ key, value }),
      );
    }
    return () => {
      isWanted = false;
    };
    // The key stands for question, parameters and run; the parameters are a new list with every render.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key]);

  return answer?.key === key ? answer.value : null;
}
