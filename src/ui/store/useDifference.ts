import { useEffect, useState } from 'react';
import { flowOf } from '#engine/model/branches';
import type { DifferenceSort } from '#engine/runtime/search/FirstDifference';
import type { TraceEntry } from '#engine/runtime/Trace';
import { useCompare } from '#ui/store/compareStore';
import { useRun } from '#ui/store/runStore';

/** Between two questions, in milliseconds: while there is more to compare, and while the runs are computed. */
const pauses = { looking: 20, waiting: 250 };

/** Where the run of the document and the one it is compared with first differ, as far as is found out. */
export interface RunDifference {
  readonly sameUntil: number;
  readonly isComplete: boolean;
  readonly first: {
    readonly step: number;
    readonly sort: DifferenceSort;
    /** In the run of the document; null after its end. */
    readonly own: TraceEntry | null;
    readonly other: TraceEntry | null;
  } | null;
}

/** Asked until it is found, anew whenever either run is another one. Null while nothing is known. */
export function useDifference(): RunDifference | null {
  const own = useRun((state) => state.generation);
  const other = useCompare((state) => state.generation);
  const key = own === 0 || other === 0 ? '' : `${own} ${other}`;
  const [found, setFound] = useState<{ readonly key: string; readonly value: RunDifference } | null>(null);

  useEffect(() => {
    const asking = { isWanted: key !== '' };
    void askOn();
    return () => {
      asking.isWanted = false;
    };

    async function askOn() {
      const flow = flowOf(useRun.getState().doc);
      try {
        while (asking.isWanted) {
          const { sameUntil, isComplete, first } = await useCompare.getState().ask('difference', key, flow);
          if (!asking.isWanted) return;
          // The compared run was asked, from whose side the run of the document is the other one.
          const turned = first === null ? null : { ...first, own: first.other, other: first.own };
          setFound({ key, value: { sameUntil, isComplete, first: turned } });
          if (isComplete) return;
          const isBehind = sameUntil < (useCompare.getState().summary?.steps ?? 0);
          await new Promise((done) => setTimeout(done, isBehind ? pauses.looking : pauses.waiting));
        }
      } catch {
        // Overtaken by another run: its generation brings a new key.
      }
    }
  }, [key]);

  return found?.key === key ? found.value : null;
}
