import { useMemo } from 'react';
import type { Place } from '#engine/runtime/Trace';
import type { RunData } from './runData';
import { useRun } from './runStore';

/** While playing, what is costly to ask about the playhead is asked so many times a second. */
const perSecond = 2;

/** Where the playhead stands, for questions that need not be asked with every picture. */
export function usePlaceSeen(): Place {
  const moment = useRun(momentOf);
  // The moment stands for the step, which moves on with every picture while a run is played.
  // oxlint-disable-next-line react/exhaustive-deps
  return useMemo(() => ({ step: useRun.getState().playhead.step }), [moment]);
}

function momentOf({ isPlaying, playhead, speed, generation }: RunData): string {
  const everyUs = (1e6 / perSecond) * (Number.isFinite(speed) ? speed : 1e6);
  const at = isPlaying ? `about ${Math.floor(playhead.timeUs / everyUs)}` : `step ${playhead.step}`;
  return `${generation} ${at}`;
}
