import { goToStep } from '#ui/store/goToStep';
import { useView } from '#ui/store/viewStore';
import type { SequenceMessage } from './SequenceModel';

/** Goes to the step of a message and follows its event. */
export function goToMessage({ step, token }: SequenceMessage): void {
  goToStep(step);
  if (token !== null) useView.getState().selectEvent(token.number);
}
