import type { FlowDoc } from '#engine/model/FlowDoc';
import { useDocument } from '#ui/store/documentStore';
import { useRun } from '#ui/store/runStore';

/** Resolves when the run of a document is in view, with true; or with false when another document took its place. */
export function runLoaded(doc: FlowDoc): Promise<boolean> {
  const isThere = () => useRun.getState().doc === doc;
  const isOver = () => isThere() || useDocument.getState().doc !== doc;
  return new Promise((resolve) => {
    const check = () => {
      if (!isOver()) return;
      for (const stop of stops) stop();
      resolve(isThere());
    };
    const stops = [useRun.subscribe(check), useDocument.subscribe(check)];
    check();
  });
}

/** Plays a document as soon as its run is in view. Playing before would go on in the run that is leaving. */
export async function playWhenLoaded(doc: FlowDoc): Promise<void> {
  if (await runLoaded(doc)) useRun.getState().play();
}
