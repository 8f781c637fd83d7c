import { autoLayout } from '#ui/store/autoLayout';
import type { Places } from '#ui/store/arrange';
import { sizeOfNode, withEyes, type Box } from '#ui/store/boxes';
import { useDocument } from '#ui/store/documentStore';
import { isMotionReduced } from '#ui/store/isMotionReduced';
import { useView } from '#ui/store/viewStore';
import { moveNodes } from './moveNodes';
import { currentDoc, selectedNodes } from './selected';

const glideMs = 220;

/** Lays the flow, or the selected nodes when there are several, out in layers. They glide there, as one undo step. */
export async function arrangeSelected(): Promise<void> {
  const chosen = selectedNodes();
  const ids = chosen.length > 1 ? chosen.map((node) => node.id) : [];
  const doc = currentDoc();
  const { places, frames } = await autoLayout(doc, ids, withEyes(sizeOfNode, doc.protocols));
  // While the layout was loaded and made, the flow may have become another one.
  if (currentDoc() !== doc) return;
  if (isMotionReduced()) {
    moveNodes('editor.edit.layout', {}, places, frames);
    showWhole();
  } else glide(places, frames);
}

const showWhole = () => useView.getState().canvasApi?.fitView();

function glide(places: Places, frames: ReadonlyMap<string, Box>): void {
  const start = new Map(currentDoc().nodes.map((node) => [node.id, { x: node.x, y: node.y }]));
  const merge = `layout ${performance.now()}`;
  let begun: number | null = null;
  let lastDoc = currentDoc();
  const frame = (now: number) => {
    begun ??= now;
    // An edit or undo in between wins over the rest of the way.
    if (currentDoc() !== lastDoc) return;
    const share = Math.min(1, (now - begun) / glideMs);
    const eased = 1 - (1 - share) ** 3;
    const between = new Map(
      [...places].map(([id, to]) => {
        const from = start.get(id) ?? to;
        return [id, { x: from.x + (to.x - from.x) * eased, y: from.y + (to.y - from.y) * eased }];
      }),
    );
    moveNodes('editor.edit.layout', {}, share < 1 ? between : places, share < 1 ? new Map() : frames, merge);
    lastDoc = currentDoc();
    if (share < 1) requestAnimationFrame(frame);
    else {
      useDocument.getState().endGesture();
      showWhole();
    }
  };
  requestAnimationFrame(frame);
}
