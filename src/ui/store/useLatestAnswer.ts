import { useEffect, useRef, useState } from 'react';

/**
 * The answer to a question that changes, asked one at a time and not more often than every so many milliseconds; of
 * several questions in a row the latest counts. The last answer stays until the next one is there; `isCurrent` tells
 * whether it is it. A question that fails keeps it too. An empty key asks nothing.
 */
export function useLatestAnswer<T>(
  key: string,
  ask: () => Promise<T>,
  leastMs: number,
): { readonly value: T | null; readonly isCurrent: boolean } {
  const [answer, setAnswer] = useState<{ readonly key: string; readonly value: T } | null>(null);
  const wanted = useRef({ key, ask });
  const isAsking = useRef(false);
  const isMounted = useRef(true);

  useEffect(() => {
    isMounted.current = true;
    return () => {
      isMounted.current = false;
    };
  }, []);

  useEffect(() => {
    wanted.current = { key, ask };
    if (!isAsking.current) void askLatest();

    async function askLatest() {
      isAsking.current = true;
      let asked = '';
      while (isMounted.current && wanted.current.key !== '' && wanted.current.key !== asked) {
        const now = wanted.current;
        asked = now.key;
        try {
          const value = await now.ask();
          if (isMounted.current) setAnswer({ key: asked, value });
        } catch {
          // Overtaken by a new run, which brings a new key.
        }
        await new Promise((done) => setTimeout(done, leastMs));
      }
      isAsking.current = false;
    }
    // The key stands for the question, which is a new function with every render.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key]);

  return { value: answer?.value ?? null, isCurrent: answer !== null && answer.key === key };
}
