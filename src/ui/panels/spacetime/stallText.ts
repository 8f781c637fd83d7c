import type { LaneState } from '#engine/runtime/lanes/LaneWindow';
import type { Translate } from '#ui/i18n/useText';
import { formatDuration } from '#ui/look/format';
import { stateWord } from './hitText';

/**
 * A state and all of how long it lasts, also beyond what is seen of it; to the end of the run, or so far, while the run is
 * being computed; without a time where its end was not found.
 */
export function stallText(
  { state, fromUs, toUs, endUs }: LaneState,
  isGrowing: boolean,
  t: Translate,
  language: string,
): string {
  const values = { state: stateWord(state, t), time: formatDuration((endUs ?? toUs) - fromUs, language) };
  if (endUs === Infinity) return t('why.lanes.wordToEnd', values);
  if (endUs !== null) return t('why.lanes.word', values);
  return t(isGrowing ? 'why.lanes.wordSoFar' : 'why.lanes.wordOpen', values);
}
