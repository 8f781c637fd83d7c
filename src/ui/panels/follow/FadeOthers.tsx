import { useEffect } from 'react';
import { keepFollowing } from '#ui/store/followStore';
import { useView } from '#ui/store/viewStore';

/** Finds out who belongs to the followed event, and lets all other events in queues and hands fade. */
export function FadeOthers() {
  const family = useView((state) => state.family);
  useEffect(() => keepFollowing(), []);
  useEffect(() => (family === null ? undefined : fade([...family])), [family]);
  return null;
}

/** One rule for all events on the page: nothing else tells all of them. Returns what ends it. */
function fade(numbers: readonly number[]): () => void {
  const kept = numbers.map((number) => `:not([data-event="${number}"])`).join('');
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`[data-event]${kept}{opacity:.35}`);
  document.adoptedStyleSheets.push(sheet);
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}
