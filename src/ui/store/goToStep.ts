import { useRun } from './runStore';

/** Takes the playhead to a step and stays there: a run that plays on would leave it before anybody has looked. */
export function goToStep(step: number): void {
  const { pause, seek } = useRun.getState();
  pause();
  seek({ step });
}
