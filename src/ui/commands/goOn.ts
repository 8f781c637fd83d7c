import type { Place } from '#engine/runtime/Trace';
import type { Stop, StopDirection } from '#engine/runtime/stops/StopRule';
import { activeStops } from '#ui/store/activeStops';
import { useRun } from '#ui/store/runStore';
import { runToStop } from '#ui/store/runToStop';
import { useStops } from '#ui/store/stopStore';
import { say } from './say';

/** Every stop that holds now. */
export const stopsNow = (): readonly Stop[] =>
  activeStops(useStops.getState().breakpoints, useRun.getState().doc);

/** Goes on, or back, to the nearest of these stops, however far. Without one on the way the run goes to its end, and says so. */
export async function goOn(
  stops: readonly Stop[],
  direction: StopDirection = 'next',
  limit: Place | null = null,
): Promise<void> {
  const outcome = await runToStop(stops, direction, limit);
  if (outcome !== 'none') return;
  say(direction === 'next' ? 'stops.noneAhead' : 'stops.noneBehind');
  if (direction === 'next') useRun.getState().toEnd();
}
