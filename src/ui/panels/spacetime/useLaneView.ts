import { useMemo } from 'react';
import { useLanes, type LaneView } from '#ui/store/laneStore';
import { useRun } from '#ui/store/runStore';
import { laneViewAt, usualSpan } from './laneView';
import { runSpan } from './runSpan';

/** What the lanes show: where a person has moved them to, or else the page on which the playhead stands. */
export function useLaneView(): LaneView {
  const moved = useLanes((state) => state.view);
  const zoom = useLanes((state) => state.zoom);
  const usual = useRun((state) => usualSpan(runSpan(state), state.summary?.steps ?? 0, state.speed));
  const spanUs = usual / 2 ** zoom;
  const fromUs = useRun((state) => laneViewAt(state.playhead.timeUs, spanUs, runSpan(state)).fromUs);
  return useMemo(() => moved ?? { fromUs, spanUs }, [moved, fromUs, spanUs]);
}
