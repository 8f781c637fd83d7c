import { useReactFlow } from '@xyflow/react';
import { useEffect, type RefObject } from 'react';
import { isMotionReduced } from '#ui/store/isMotionReduced';
import { useDocument } from '#ui/store/documentStore';
import { useView, type CanvasApi } from '#ui/store/viewStore';
import { sizeOf } from './faceOf';

const glide = () => ({ duration: isMotionReduced() ? 0 : 150 });

/** How the whole flow is put into view: never larger than life. */
export const fitOptions = {
  // Below lie legend, zoom and map.
  padding: { top: '30px', left: '34px', right: '34px', bottom: '72px' },
  maxZoom: 1,
  minZoom: 0.1,
} as const;

/** Offers the viewport to commands and panels for as long as the canvas is there. */
export function useCanvasApi(root: RefObject<HTMLDivElement | null>): void {
  const flow = useReactFlow();
  useEffect(() => {
    const middle = () => {
      const box = root.current?.getBoundingClientRect();
      return box === undefined
        ? { x: 0, y: 0 }
        : { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    };
    const api: CanvasApi = {
      fitView(nodes) {
        const chosen = nodes === undefined ? {} : { nodes: nodes.map((id) => ({ id })) };
        void flow.fitView({ ...fitOptions, ...glide(), ...chosen });
      },
      zoomTo: (level) => void flow.zoomTo(level, glide()),
      zoomBy: (factor) => void flow.zoomTo(flow.getZoom() * factor, glide()),
      centre: () => flow.screenToFlowPosition(middle(), { snapToGrid: false }),
      focusNode(id) {
        bringIntoView(id);
        useView.getState().select({ nodes: [id] });
        root.current?.focus({ preventScroll: true });
      },
      toCanvas: (point) => flow.screenToFlowPosition(point, { snapToGrid: false }),
      toScreen: (point) => flow.flowToScreenPosition(point),
      sizeOf,
    };

    function bringIntoView(id: string) {
      const node = useDocument.getState().doc.nodes.find((one) => one.id === id);
      const view = root.current?.getBoundingClientRect();
      if (node === undefined || view === undefined) return;
      const { width, height } = sizeOf(node);
      const start = flow.flowToScreenPosition({ x: node.x, y: node.y });
      const end = flow.flowToScreenPosition({ x: node.x + width, y: node.y + height });
      const isVisible =
        start.x >= view.left && start.y >= view.top && end.x <= view.right && end.y <= view.bottom;
      if (isVisible) return;
      void flow.setCenter(node.x + width / 2, node.y + height / 2, { zoom: flow.getZoom(), ...glide() });
    }

    useView.getState().setCanvasApi(api);
    return () => useView.getState().setCanvasApi(null);
  }, [flow, root]);
}
