import type { Result } from '#engine/model/Problem';
import { kinds } from '#kinds/index';
import { useDocument } from '#ui/store/documentStore';
import { useRun } from '#ui/store/runStore';

export interface RunLink {
  readonly url: string;
  /** Characters after the `#`. */
  readonly length: number;
  readonly hash: string;
}

/** A link to the flow and run on the canvas, at the step where the playhead stands. */
export async function makeRunLink(): Promise<Result<RunLink>> {
  const { encodeLink } = await import('#engine/share/link');
  const { playhead, ask } = useRun.getState();
  // That of the run is older by what no run can tell, such as names.
  const { doc } = useDocument.getState();
  const hash = await ask('hashAt', { step: playhead.step });
  const encoded = encodeLink({ doc, step: playhead.step, timeUs: Math.round(playhead.timeUs), hash }, kinds);
  if (!encoded.ok) return encoded;
  const url = new URL(location.href);
  url.hash = encoded.value;
  return { ...encoded, value: { url: url.href, length: encoded.value.length, hash } };
}
