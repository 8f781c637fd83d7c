import { useCallback, type KeyboardEvent } from 'react';
import { boxOf } from '#ui/store/boxes';
import { useDocument } from '#ui/store/documentStore';
import { useView } from '#ui/store/viewStore';
import { sizeOf } from './faceOf';
import { nextNode, type Direction } from './nextNode';

const directions: ReadonlySet<string> = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']);
const isDirection = (key: string): key is Direction => directions.has(key);

/** Arrow keys go from node to node: the canvas is one tab stop, and the selection is where one is. */
export function useCanvasKeys() {
  return useCallback((event: KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget || !isDirection(event.key)) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const { selection, canvasApi } = useView.getState();
    const nodes = useDocument.getState().doc.nodes.map((node) => ({ id: node.id, ...boxOf(node, sizeOf) }));
    const next = nextNode(nodes, selection.nodes.at(-1) ?? null, event.key);
    event.preventDefault();
    if (next !== null) canvasApi?.focusNode(next);
  }, []);
}
