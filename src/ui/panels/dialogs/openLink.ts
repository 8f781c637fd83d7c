import type { FlowDoc } from '#engine/model/FlowDoc';
import { kinds } from '#kinds/index';
import { say } from '#ui/commands/say';
import { useDocument } from '#ui/store/documentStore';
import { freeName } from '#ui/store/freeName';
import { goToMoment } from '#ui/store/goToMoment';
import { listRecent } from '#ui/store/recent';
import { useRun } from '#ui/store/runStore';
import { useView } from '#ui/store/viewStore';
import { openDialogOn } from './dialogSubject';
import { runLoaded } from './runLoaded';

/**
 * Opens a shared run as a document of its own, at its step and moment, and then compares the run with the one that was
 * shared. A link that cannot be opened changes nothing and says why. Answers whether it opened.
 */
export async function openLink(fragment: string): Promise<boolean> {
  const { decodeLink } = await import('#engine/share/link');
  const decoded = decodeLink(fragment, kinds);
  if (!decoded.ok) {
    openDialogOn('link', { about: 'link', fragment, problems: decoded.problems });
    return false;
  }
  const { step, timeUs, hash, replay } = decoded.value;
  const doc = await namedApart(decoded.value.doc);
  useDocument.getState().open(doc, 'link');
  useRun.getState().pause();
  // The flow is kept from now on; left in the address, the link would open it again over later changes.
  history.replaceState(null, '', `${location.pathname}${location.search}`);
  if (replay === 'refused') {
    openDialogOn('link', { about: 'otherRun', expected: hash, found: '', problems: decoded.problems });
    return true;
  }
  useRun.getState().seek({ step });
  if (doc.branches !== undefined) useView.getState().showBottom('compare');
  say('panels.link.opened', { name: doc.name, step });
  void stayAt(step, timeUs, doc);
  void compareRun(step, hash);
  return true;
}

/** What was shared may be a moment between two steps. */
async function stayAt(step: number, timeUs: number, doc: FlowDoc): Promise<void> {
  // A run that was replaced before it came there is somewhere else anyway.
  if (await runLoaded(doc)) await goToMoment(step, timeUs).catch(() => undefined);
}

/** A flow whose name is kept already gets a number, so that the list of recent flows tells them apart. */
async function namedApart(doc: FlowDoc): Promise<FlowDoc> {
  const names = (await listRecent()).map((flow) => flow.name);
  return { ...doc, name: freeName(doc.name, new Set(names)) };
}

/** Says loudly when the run of a link is not the run that was shared. */
async function compareRun(step: number, expected: string): Promise<void> {
  const found = await hashAt(step).catch(() => null);
  if (found === null || found.startsWith(expected)) return;
  openDialogOn('link', { about: 'otherRun', expected, found: found.slice(0, expected.length), problems: [] });
}

/** The hash of the run that is being loaded; null when the flow was changed before it was known. */
async function hashAt(step: number): Promise<string | null> {
  const isLoaded = await runLoaded(useDocument.getState().doc);
  return isLoaded ? useRun.getState().ask('hashAt', { step }) : null;
}

/** Opens links that are put into the address bar while the page is open. Returns what ends that. */
export function listenForLinks(): () => void {
  const onHashChange = () => {
    if (location.hash.length > 1) void openLink(location.hash.slice(1));
  };
  addEventListener('hashchange', onHashChange);
  return () => removeEventListener('hashchange', onHashChange);
}
