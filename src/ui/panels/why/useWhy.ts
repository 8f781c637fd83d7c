import type { WhyReport } from '#engine/runtime/whyWaiting';
import { useRun } from '#ui/store/runStore';
import { useRunAnswer } from '#ui/store/useRunAnswer';

/** Why a node (or an event in it, by number) does not go on at the playhead; null until it is known. */
export function useWhy(id: string | null, event = 0): WhyReport | null {
  const node = useRun((state) => (id === null ? -1 : state.doc.nodes.findIndex((one) => one.id === id)));
  const step = useRun((state) => state.playhead.step);
  const isLoaded = useRun((state) => state.generation > 0);
  const { value, isCurrent } = useRunAnswer(
    'why',
    isLoaded && node >= 0 ? [{ node, event }, { step }] : null,
  );
  // What was true of another node must not be said of this one.
  const isAbout = value !== null && (isCurrent || value.links[0]?.node === node);
  return isAbout ? value : null;
}
