import type { LiveTime } from '#ui/look/liveTime';
import { useRun } from '#ui/store/runStore';

/** The virtual time at the playhead, for whatever moves between two steps. */
export const runTime: LiveTime = {
  nowUs: () => useRun.getState().playhead.timeUs,
  subscribe: (listener) =>
    useRun.subscribe((now, before) => {
      if (now.playhead.timeUs !== before.playhead.timeUs) listener();
    }),
};
