import { keepEarlyKeys } from '#ui/commands/earlyKeys';
import { holdParts } from '#ui/look/late';
import { listenForLinks } from '#ui/panels/dialogs/openLink';
import { openFirstFlow } from '#ui/panels/dialogs/openFirstFlow';
import { startAutosave } from '#ui/store/recent';
import { startLint } from '#ui/store/startLint';
import { startRun } from '#ui/store/startRun';

/** Longer than this nobody waits for the panels, whatever the first flow waits for. */
const holdMs = 1500;

/**
 * Starts the worker and the keeping of work, and puts the first flow on the canvas; for the life of the page. What the first
 * picture does without comes after it.
 */
export function startApp(): void {
  keepEarlyKeys(window);
  startRun();
  startAutosave();
  listenForLinks();
  const first = Promise.race([openFirstFlow(), impatience()]);
  holdParts(first);
  const lint = () => void startLint();
  void first.then(lint, lint);
}

/** Resolves after a while, or as soon as somebody touches the page. */
function impatience(): Promise<unknown> {
  return new Promise((done) => {
    setTimeout(done, holdMs);
    for (const touch of ['keydown', 'pointerdown'])
      addEventListener(touch, done, { once: true, capture: true });
  });
}
