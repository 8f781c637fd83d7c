import type { Problem } from '#engine/model/Problem';
import { hasText, loadTexts, textOf, type TextKey, type TextValues } from '#ui/i18n/catalogue';
import { useView, type Toast } from '#ui/store/viewStore';

/** The text of a key in the language of the page, for places without a component around them. */
export function text(key: TextKey, values: TextValues = {}): string {
  return textOf(useView.getState().language, key, values);
}

/** Shows what is wrong, and what to do about it. */
export function sayProblem(problem: Problem | null | undefined, tone: Toast['tone'] = 'danger'): void {
  if (problem === null || problem === undefined) return;
  // The catalogue has a sentence for every code of the engine, as a test holds, and shows the code of any other.
  say(`problems.${problem.code}` as TextKey, problem.values, tone);
}

/** Shows a passing message; one of the first moments waits for its text. */
export function say(key: TextKey, values: TextValues = {}, tone: Toast['tone'] = 'info'): void {
  const { language, showToast } = useView.getState();
  const show = () => showToast({ text: text(key, values), tone });
  if (hasText(key)) show();
  else void loadTexts(language).then(show, show);
}
