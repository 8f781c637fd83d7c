import { textOf, type TextKey, type TextValues } from '#ui/i18n/catalogue';
import { useView, type Toast } from '#ui/store/viewStore';

/** The text of a key in the language of the page, for places without a component around them. */
export function text(key: TextKey, values: TextValues = {}): string {
  return textOf(useView.getState().language, key, values);
}

/** Shows a passing message. */
export function say(key: TextKey, values: TextValues = {}, tone: Toast['tone'] = 'info'): void {
  useView.getState().showToast({ text: text(key, values), tone });
}
