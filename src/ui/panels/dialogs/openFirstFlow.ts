import { newDocument } from '#engine/model/newDocument';
import { text } from '#ui/commands/say';
import { useDocument } from '#ui/store/documentStore';
import { isMotionReduced } from '#ui/store/isMotionReduced';
import { openLastWork } from '#ui/store/recent';
import { useRun } from '#ui/store/runStore';
import type { Example } from '../gallery/Example';
import { loadExample } from '../gallery/loadExample';
import { openLink } from './openLink';

/**
 * What a visit begins with: the run of the link in the address, else the work of last time where it stood, else
 * the first example, playing. Behind a link that cannot be opened stands what would have been there without it.
 */
export async function openFirstFlow(examples: readonly Example[]): Promise<void> {
  const hasLink = location.hash.length > 1;
  if (hasLink && (await openLink(location.hash.slice(1)))) return;
  const last = await openLastWork();
  if (last !== null) {
    useRun.getState().seek({ step: last.playhead.step });
    return;
  }
  const [first] = examples;
  const loaded = first === undefined ? null : await loadExample(first);
  const opened = loaded?.ok === true ? loaded.value : null;
  useDocument
    .getState()
    .open(opened ?? newDocument(text('shell.flow.untitled')), opened === null ? 'new' : 'example');
  if (opened !== null && !hasLink && !isMotionReduced()) useRun.getState().play();
}
