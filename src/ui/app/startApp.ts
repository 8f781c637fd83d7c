import { listenForLinks } from '#ui/panels/dialogs/openLink';
import { openFirstFlow } from '#ui/panels/dialogs/openFirstFlow';
import { startAutosave } from '#ui/store/recent';
import { startLint } from '#ui/store/startLint';
import { startRun } from '#ui/store/startRun';

let isFlowOpen = false;

/** Starts the worker and the keeping of work, and puts the first flow on the canvas. Returns what ends it. */
export function startApp(): () => void {
  const stops = [startRun(), startAutosave(), listenForLinks(), startLint()];
  // Once per page, however often the app is mounted: a second opening would undo what happened since.
  if (!isFlowOpen) void openFirstFlow();
  isFlowOpen = true;
  return () => stops.forEach((stop) => stop());
}
