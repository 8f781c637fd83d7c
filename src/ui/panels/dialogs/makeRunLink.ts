import { flowOf } from '#engine/model/branches';
import type { Result } from '#engine/model/Problem';
import { kinds } from '#kinds/index';
import { doesRun } from '#ui/store/doesRun';
import { useDocument } from '#ui/store/documentStore';
import { engineSees } from '#ui/store/engineSees';
import { useRun } from '#ui/store/runStore';

export interface RunLink {
  readonly url: string;
  /** Characters after the `#`. */
  readonly length: number;
  readonly hash: string;
}

/**
 * A link to the flow and run on the canvas, at the step and moment where the playhead stands, with the runs that are kept
 * beside it or without them.
 */
export async function makeRunLink(withBranches = true): Promise<Result<RunLink>> {
  const { encodeLink } = await import('#engine/share/link');
  const { doc: ran, playhead, ask } = useRun.getState();
  const hash = await ask('hashAt', { step: playhead.step });
  // What no run can tell apart, such as names and kept branches, is in the document alone.
  const now = useDocument.getState().doc;
  const doc = engineSees(ran, now, doesRun) ? ran : now;
  // Rounded up it could lie behind the next step.
  const place = { step: playhead.step, timeUs: Math.floor(playhead.timeUs) };
  const encoded = encodeLink({ doc: withBranches ? doc : flowOf(doc), ...place, hash }, kinds);
  if (!encoded.ok) return encoded;
  const url = new URL(location.href);
  url.hash = encoded.value;
  return { ...encoded, value: { url: url.href, length: encoded.value.length, hash } };
}
