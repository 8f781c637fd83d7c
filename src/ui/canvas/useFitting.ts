import { useReactFlow, type ReactFlowInstance } from '@xyflow/react';
import { useCallback, useEffect, useRef, type RefObject } from 'react';
import { useDocument } from '#ui/store/documentStore';
import { isMotionReduced } from '#ui/store/isMotionReduced';
import { useView } from '#ui/store/viewStore';
import { emptyView, fitFlow, revealNodes, visibleArea, type VisibleArea } from './fitFlow';

/** Puts flows into view: as a whole, anew when the room changes, and what was added to them. */
export function useFitting(root: RefObject<HTMLDivElement | null>) {
  const flow = useReactFlow();
  const fitted = useRef('');
  const fit = useCallback(
    (ids?: readonly string[], isFirst = false, duration = isMotionReduced() ? 0 : 150) => {
      const { doc } = useDocument.getState();
      const nodes = doc.nodes.filter(({ id }) => ids?.includes(id) !== false);
      const area = areaOf(root);
      const view = area === null ? null : fitFlow({ ...doc, nodes }, area, isFirst);
      if (view === null) return;
      if (ids === undefined) fitted.current = `${isFirst} ${view.x} ${view.y}`;
      void flow.setViewport(view, { duration });
    },
    [root, flow],
  );
  const reveal = useCallback(
    (ids: readonly string[]) => {
      const { doc } = useDocument.getState();
      const nodes = doc.nodes.filter(({ id }) => ids.includes(id));
      const area = areaOf(root);
      const view = area === null ? null : revealNodes({ ...doc, nodes }, area, flow.getViewport());
      if (view !== null) void flow.setViewport(view, { duration: isMotionReduced() ? 0 : 150 });
    },
    [root, flow],
  );

  useEffect(() => {
    const element = root.current;
    if (element === null) return undefined;
    fit(undefined, true, 0);
    let size = '';
    const adapt = () => {
      const { width, height, top } = visibleArea(element);
      if (width === 0) return;
      const before = size;
      size = `${width} ${height} ${top}`;
      if (before === '' || before === size) return;
      const { x, y } = flow.getViewport();
      const isFirst = fitted.current.startsWith('true');
      const selected = useView.getState().selection.nodes;
      if (fitted.current === `${isFirst} ${x} ${y}`) fit(undefined, isFirst, 0);
      if (selected.length > 0) reveal(selected);
    };
    const watch = new ResizeObserver(adapt);
    watch.observe(element);
    const sheets = new MutationObserver(adapt);
    const shell = element.closest('main')?.parentElement;
    if (shell) sheets.observe(shell, { childList: true });
    // What is said over the canvas lies in it.
    const inside = element.querySelector('.react-flow');
    if (inside) sheets.observe(inside, { childList: true });
    const forget = followDocument(flow, fit, reveal);
    return () => {
      watch.disconnect();
      sheets.disconnect();
      forget();
    };
  }, [root, flow, fit, reveal]);
  return { fit, reveal };
}

/** Brings into view what is opened and what is added. */
function followDocument(
  flow: ReactFlowInstance,
  fit: (nodes: undefined, isFirst: boolean) => void,
  reveal: (nodes: readonly string[]) => void,
): () => void {
  return useDocument.subscribe((now, before) => {
    // The eye of another protocol hangs below its bus.
    if (now.id === before.id && now.doc.protocols.length > before.doc.protocols.length) {
      const bus = now.doc.protocols.at(-1)?.settings['bus'];
      reveal(now.doc.nodes.flatMap(({ id }) => (id === bus ? [id] : [])));
    }
    if (now.doc.nodes === before.doc.nodes) return;
    if (now.id !== before.id) {
      if (now.doc.nodes.length === 0) void flow.setViewport(emptyView(innerWidth));
      else requestAnimationFrame(() => fit(undefined, true));
      return;
    }
    if (now.doc.nodes.length <= before.doc.nodes.length) return;
    const known = new Set(before.doc.nodes.map(({ id }) => id));
    reveal(now.doc.nodes.flatMap(({ id }) => (known.has(id) ? [] : id)));
  });
}

/** Null where there is nothing to see: what glides to no size arrives nowhere. */
function areaOf(root: RefObject<HTMLElement | null>): VisibleArea | null {
  const area = root.current === null ? null : visibleArea(root.current);
  return area === null || area.width === 0 || area.height <= 0 ? null : area;
}
