import { useRun } from './runStore';

/**
 * Takes a resting playhead that is at a step, or will be in a moment, to a time before the next step. It stays where it is
 * if the run makes that next step by then, or as soon as it was moved elsewhere.
 */
export async function goToMoment(step: number, timeUs: number): Promise<void> {
  const { generation, playhead, ask } = useRun.getState();
  const frame = await ask('frame', { timeUs });
  const now = useRun.getState();
  const isUnmoved = now.playhead === playhead || now.playhead.step === step;
  const isThere = frame.step === step && timeUs > frame.timeUs;
  if (now.generation === generation && !now.isPlaying && isUnmoved && isThere) now.seek({ timeUs });
}
