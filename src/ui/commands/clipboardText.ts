import type { FlowDoc } from '#engine/model/FlowDoc';
import { kinds } from '#kinds/index';
import { boundsOf, boxOf, snapped } from '#ui/store/boxes';
import { useDocument } from '#ui/store/documentStore';
import { addFragment, fragmentOf, nodesWithLostBus } from '#ui/store/fragment';
import { useView, type Point } from '#ui/store/viewStore';
import { say, sayProblem } from './say';
import { sayLostBus } from './sayLostBus';
import { currentDoc, selectedNodes } from './selected';

/** How far a copy lies from its original, right and down, in pixels at 100 %. */
const copyOffset = 40;

/** What was copied or pasted last here, of which flow it was copied if it was, and how often it was pasted since. */
const last = { text: '', flow: '', pastes: 0 };

/** The selected nodes and the wires among them as a document in JSON text; null when nothing is selected. */
export function textOfSelection(): string | null {
  const nodes = selectedNodes();
  if (nodes.length === 0) return null;
  const text = JSON.stringify(
    fragmentOf(
      currentDoc(),
      nodes.map((node) => node.id),
    ),
    null,
    1,
  );
  last.text = text;
  last.flow = useDocument.getState().id;
  last.pastes = 0;
  return text;
}

/** What was copied last on this page, for browsers that do not let pages read the clipboard. */
export const lastCopied = (): string => last.text;

/**
 * Adds the nodes of a document in JSON text to the flow, and selects them. Text that is no flow is refused with a
 * message. `at` is where the middle of the nodes goes; by default beside their originals, or in the middle of the view.
 */
export async function pasteText(text: string, at?: Point): Promise<boolean> {
  if (!/"busbar"\s*:/.test(text)) {
    say('editor.pasteNoFlow', {}, 'warn');
    return false;
  }
  const { parseFlowText } = await import('#engine/model/parseFlow');
  const parsed = parseFlowText(text, kinds);
  if (!parsed.ok) {
    sayProblem(parsed.problems[0]);
    return false;
  }
  const isKnown = text === last.text;
  last.pastes = isKnown ? last.pastes + 1 : 1;
  last.text = text;
  if (!isKnown) last.flow = '';
  const isOwn = last.flow === useDocument.getState().id;
  insert(parsed.value, offsetFor(parsed.value, at), 'editor.edit.paste', isOwn);
  return true;
}

/** Duplicates nodes with the wires among them, moved by an offset. Answers with the ids of the new nodes. */
export function duplicateNodes(
  ids: readonly string[],
  offset: Point = { x: copyOffset, y: copyOffset },
): readonly string[] {
  return insert(fragmentOf(currentDoc(), ids), offset, 'editor.edit.duplicate', true);
}

function insert(
  fragment: FlowDoc,
  offset: Point,
  label: 'editor.edit.paste' | 'editor.edit.duplicate',
  isOwn: boolean,
): readonly string[] {
  let added: readonly string[] = [];
  sayLostBus(nodesWithLostBus(currentDoc(), fragment, isOwn));
  useDocument.getState().edit(label, { n: fragment.nodes.length }, (draft) => {
    added = addFragment(draft, fragment, offset, isOwn);
  });
  useView.getState().select({ nodes: added });
  return added;
}

function offsetFor(fragment: FlowDoc, at: Point | undefined): Point {
  const bounds = boundsOf(fragment.nodes.map((node) => boxOf(node)));
  const own = new Set(currentDoc().nodes.map((node) => node.id));
  const isFromHere = fragment.nodes.every((node) => own.has(node.id));
  const target = at ?? (isFromHere ? undefined : useView.getState().canvasApi?.centre());
  if (target === undefined || bounds === null) {
    return { x: copyOffset * last.pastes, y: copyOffset * last.pastes };
  }
  return snapped({
    x: target.x - bounds.x - bounds.width / 2,
    y: target.y - bounds.y - bounds.height / 2,
  });
}
