import { ComputingNarrator } from './ComputingNarrator';
import { StopNarrator } from '../stops/StopNarrator';
import { Narrator } from './Narrator';

/** What a screen reader is told of the run. */
export function Narration() {
  return (
    <>
      <Narrator />
      <ComputingNarrator />
      <StopNarrator />
    </>
  );
}
