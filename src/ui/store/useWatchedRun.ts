import { useEffect, useRef, useState } from 'react';
import type { WatchOrder } from '#engine/analysis/observed/watchBus';
import type { OpenWatch } from '#worker/observe/ObserveClient';
import type { RunObservation } from '#worker/observe/observeProtocol';
import { observeClient } from './observeClient';
import { useRun } from './runStore';

/** What to watch in the run of the page. */
export interface WatchedBus {
  /** The id of the node. */
  readonly bus: string;
  readonly order: WatchOrder;
  readonly isPerKey: boolean;
}

interface Told {
  readonly key: string;
  readonly observation: RunObservation | null;
  readonly error: string | null;
}

/**
 * What happened on a bus in the run of the page, as far as it is known, gathered again whenever the run changes. The
 * last observation stays until the next one is there. Null watches nothing.
 */
export function useWatchedRun(
  watched: WatchedBus | null,
): Omit<Told, 'key'> & { readonly isCurrent: boolean } {
  const generation = useRun((state) => state.generation);
  const isLoaded = generation > 0;
  const steps = useRun((state) => state.summary?.steps ?? 0);
  const [told, setTold] = useState<Told>({ key: '', observation: null, error: null });
  const open = useRef<OpenWatch | null>(null);
  const key = watched === null || !isLoaded ? '' : JSON.stringify([generation, watched]);

  useEffect(() => {
    const { doc, summary } = useRun.getState();
    const bus = doc.nodes.findIndex(({ id }) => id === watched?.bus);
    if (key === '' || watched === null || bus === -1) return undefined;
    const { order, isPerKey } = watched;
    const watch = observeClient.watch({ doc, bus, order, isPerKey }, summary?.steps ?? 0, {
      observe: (observation) => setTold({ key, observation, error: null }),
      fail: (error) => setTold((before) => ({ ...before, key, error })),
    });
    open.current = watch;
    return () => {
      open.current = null;
      watch.end();
    };
    // The key stands for what is watched, which is a new object with every render, and for the run.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key]);

  useEffect(() => open.current?.extend(steps), [steps, key]);

  return { observation: told.observation, error: told.error, isCurrent: told.key === key };
}
