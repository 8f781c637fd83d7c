import type { Stop, StopDirection, StopFound } from '#engine/runtime/stops/StopRule';
import type { Place } from '#engine/runtime/Trace';
import { useRun } from './runStore';
import { noteFailures, noteStopped, useStops } from './stopStore';

/** Between two questions, in milliseconds, while the run itself is not known further. */
const restMs = 60;
/** What is found sooner shows nothing of the looking. */
const patienceMs = 250;

/** What a search for a stop came to. */
export type StopOutcome = 'stopped' | 'limit' | 'none' | 'cancelled';

let turn = 0;

/**
 * Takes the playhead to the nearest step that meets one of these stops, however far, but no further than a limit. At
 * none it stays where it is. One search goes on at a time: another one, or `stopLooking`, ends it.
 */
export async function runToStop(
  stops: readonly Stop[],
  direction: StopDirection = 'next',
  limit: Place | null = null,
): Promise<StopOutcome> {
  turn += 1;
  const own = turn;
  const run = useRun.getState();
  run.pause();
  if (run.isHeld && direction === 'next') run.computeOn();
  const { generation, playhead } = useRun.getState();
  const isOurs = () => own === turn && useRun.getState().generation === generation;
  const showFrom = performance.now() + patienceMs;
  try {
    for (;;) {
      const found = await useRun.getState().ask('findStop', playhead.step, stops, direction);
      if (!isOurs()) break;
      noteFailures(found.failures);
      if (limit !== null && isBeyond(found, limit)) return endAt(limit);
      if (found.step !== null) return stopAt(found, found.step, stops);
      if (found.isComplete && limit !== null) return endAt(limit);
      if (found.isComplete) {
        useStops.setState({ told: null });
        return 'none';
      }
      const { knownStep } = found;
      if (performance.now() > showFrom)
        useStops.setState({ told: { what: 'looking', direction, knownStep } });
      const isBehind = knownStep < (useRun.getState().summary?.steps ?? 0);
      if (!isBehind && direction === 'next') await new Promise((done) => setTimeout(done, restMs));
      if (!isOurs()) break;
    }
  } catch {
    // Overtaken by a new document, or the run is gone: there is nothing to look for any more.
  }
  if (own === turn && useStops.getState().told?.what === 'looking') useStops.setState({ told: null });
  return 'cancelled';
}

/** Ends the search that is going on, if any. */
export function stopLooking(): void {
  turn += 1;
  if (useStops.getState().told?.what === 'looking') useStops.setState({ told: null });
}

function stopAt({ timeUs, hits }: StopFound, step: number, stops: readonly Stop[]): StopOutcome {
  // Whoever goes from delivery to delivery knows why it is there.
  const isTold = hits.some(({ stop }) => stops.find(({ id }) => id === stop)?.rule.on !== 'arrival');
  if (isTold) noteStopped({ step, timeUs, hits, stops });
  else useStops.setState({ told: null });
  useRun.getState().seek({ step });
  return 'stopped';
}

function endAt(limit: Place): StopOutcome {
  useStops.setState({ told: null });
  useRun.getState().seek(limit);
  return 'limit';
}

/** Whether what was found, or looked through, lies behind a place. */
function isBeyond({ step, timeUs, knownStep }: StopFound, limit: Place): boolean {
  if ('step' in limit) return step === null ? knownStep >= limit.step : step > limit.step;
  return timeUs > limit.timeUs;
}
