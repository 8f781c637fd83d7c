import { useEffect, useRef, useState } from 'react';
import { useRun } from '#ui/store/runStore';

/** As long as a changed run is computed, what was shown of the one before stays, but not longer than so many milliseconds. */
const patienceMs = 700;

interface Shown<T> {
  /** What it answers, apart from which run it is about. */
  readonly of: string;
  readonly generation: number;
  readonly value: T;
}

/**
 * What is shown of an answer of the run: the last one to the same question stays until there is a better one, so that
 * nothing flickers while a number is dragged. `isGood` tells whether an answer about a run that is still computed can
 * take the place of one about the run before.
 */
export function useSteady<T>(
  of: string,
  { value, isCurrent }: { readonly value: T | null; readonly isCurrent: boolean },
  isGood: (value: T, before: T) => boolean = () => false,
): T | null {
  const generation = useRun((state) => state.generation);
  const isAtRest = useRun((state) => state.isComplete || state.isHeld);
  const changedAt = useRef(0);
  const [shown, setShown] = useState<Shown<T> | null>(null);

  useEffect(() => {
    changedAt.current = performance.now();
  }, [generation]);

  useEffect(() => {
    if (value === null || !isCurrent) return;
    const isTime = isAtRest || performance.now() - changedAt.current > patienceMs;
    setShown((before) => {
      const isOther = before === null || before.of !== of || before.generation === generation;
      return isOther || isTime || isGood(value, before.value) ? { of, generation, value } : before;
    });
    // A new answer is what matters; everything else here belongs to it.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [value, isCurrent, isAtRest]);

  return shown?.of === of ? shown.value : null;
}
