import type { RunData } from './runData';
import { useCalmRun } from './useCalmRun';

const stepOf = ({ playhead }: RunData) => playhead.step;

/** The step at the playhead, for what need not be drawn with every picture. */
export function useCalmStep(): number {
  return useCalmRun(stepOf);
}
