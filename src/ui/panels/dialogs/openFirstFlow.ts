import type { FlowDoc } from '#engine/model/FlowDoc';
import { newDocument } from '#engine/model/newDocument';
import type { Result } from '#engine/model/Problem';
import { templates } from '#templates/templates';
import { text } from '#ui/commands/say';
import { useDocument } from '#ui/store/documentStore';
import { isMotionReduced } from '#ui/store/isMotionReduced';
import { openLastWork } from '#ui/store/recent';
import { useRun } from '#ui/store/runStore';
import { loadTemplate } from '../gallery/loadTemplate';
import { openLink } from './openLink';
import { playWhenLoaded } from './runLoaded';

/**
 * What a visit begins with: the run of the link in the address, else the work of last time where it stood, else
 * the first template, playing. Behind a link that cannot be opened stands an empty canvas: nothing may pass for what was
 * shared.
 */
export async function openFirstFlow(): Promise<void> {
  const hasLink = location.hash.length > 1;
  if (hasLink) {
    const isOpen = await openLink(location.hash.slice(1));
    if (!isOpen) useDocument.getState().open(newDocument(text('shell.flow.untitled')), 'new');
    return;
  }
  // Whatever a person opens or draws in the meantime goes before what is only meant to greet them.
  const { doc } = useDocument.getState();
  const isWanted = () => useDocument.getState().doc === doc;
  // Asked for before it is known whether it is wanted: to wait for that would take longer than to fetch it.
  const template = loadTemplate(templates[0].id);
  const last = await openLastWork();
  if (last !== null) useRun.getState().seek({ step: last.playhead.step });
  else await openTemplate(await template, isWanted, !isMotionReduced());
}

async function openTemplate(
  loaded: Result<FlowDoc>,
  isWanted: () => boolean,
  shallPlay: boolean,
): Promise<void> {
  if (!isWanted()) return;
  if (!loaded.ok) {
    useDocument.getState().open(newDocument(text('shell.flow.untitled')), 'new');
    return;
  }
  useDocument.getState().open(loaded.value, 'example');
  if (shallPlay) await playWhenLoaded(loaded.value);
}
