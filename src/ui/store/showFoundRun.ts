import type { Counterexample } from '#engine/analysis/explore/counterexampleOf';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { useDocument } from './documentStore';
import { useRun } from './runStore';

/**
 * Puts a run that was found into the document, bounded as it was explored, and plays it from its beginning. Returns the
 * document with it.
 */
export function showFoundRun({ doc: { nodes, interventions } }: Counterexample): FlowDoc {
  useDocument.getState().edit('exploring.undoShow', {}, (draft) => {
    draft.untilMs = 0;
    // A draft of a list takes plain values; its items only read as writable.
    draft.interventions = structuredClone(interventions) as typeof draft.interventions;
    for (const node of draft.nodes) {
      const bounded = nodes.find(({ id }) => id === node.id);
      if (bounded !== undefined) node.settings = structuredClone(bounded.settings);
    }
  });
  const { doc } = useDocument.getState();
  playFromStart(doc);
  return doc;
}

/** As soon as the document runs; not at all when it was changed before that. */
function playFromStart(doc: FlowDoc): void {
  const play = (): void => {
    useRun.getState().reset();
    useRun.getState().play();
  };
  if (useRun.getState().doc === doc) play();
  else {
    const forget = useRun.subscribe((run) => {
      const isOvertaken = useDocument.getState().doc !== doc;
      if (run.doc !== doc && !isOvertaken) return;
      forget();
      if (!isOvertaken) play();
    });
  }
}
