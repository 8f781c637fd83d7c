import { placeOf } from './keyPlace';

/** Whoever presses more than these before the page can answer has given up counting. */
const mostKept = 64;
/** Of the keys that the commands have, those with Ctrl for which browsers have something of their own. */
const withCtrl = /^([abdfgkosyz]|Delete|Backspace|Home|End|Arrow(Left|Right|Up|Down)|F8)$/i;
const inText = /^[bdfgkos]$/i;
const functionKey = /^F([1289]|1[01])$/;

let stop = (): readonly KeyboardEvent[] => [];

/**
 * Keeps the keys that are pressed before the keyboard of the page is there, and keeps the browser from doing something
 * else with them.
 */
export function keepEarlyKeys(page: Window): void {
  const kept: KeyboardEvent[] = [];
  const ends = new AbortController();
  const keep = (event: KeyboardEvent) => {
    // The canvas catches Space for moving the view, which is no reason not to play.
    const isTaken = event.defaultPrevented && event.key !== ' ';
    if (isTaken || event.isComposing || kept.length >= mostKept) return;
    kept.push(event);
    if (event.type === 'keydown' && isOurs(event)) event.preventDefault();
  };
  page.addEventListener('keydown', keep, { signal: ends.signal });
  page.addEventListener('keyup', keep, { signal: ends.signal });
  stop = () => {
    ends.abort();
    return kept.splice(0);
  };
}

/** Ends that, and hands over what was kept, in its order. */
export const takeEarlyKeys = (): readonly KeyboardEvent[] => stop();

/** Whether a key will be one of ours, so that the browser must not act on it too. */
export function isOurs(event: KeyboardEvent): boolean {
  const { key } = event;
  const place = placeOf(event.target);
  if (event.altKey || place === 'layer') return false;
  if (event.ctrlKey || event.metaKey) return (place === 'text' ? inText : withCtrl).test(key);
  if (functionKey.test(key)) return true;
  // Space presses buttons, and what is typed belongs to the text.
  return key.length === 1 && place !== 'text' && (key !== ' ' || place !== 'widget');
}
