import { useReactFlow } from '@xyflow/react';
import { useEffect, type RefObject } from 'react';
import { isMotionReduced } from '#ui/store/isMotionReduced';
import { useView, type CanvasApi } from '#ui/store/viewStore';
import { sizeOf } from './faceOf';
import { useFitting } from './useFitting';

const glide = () => ({ duration: isMotionReduced() ? 0 : 150 });

/** Offers the viewport to commands and panels for as long as the canvas is there. */
export function useCanvasApi(root: RefObject<HTMLDivElement | null>): void {
  const flow = useReactFlow();
  const { fit, reveal } = useFitting(root);
  useEffect(() => {
    const middle = () => {
      const box = root.current?.getBoundingClientRect();
      return box === undefined
        ? { x: 0, y: 0 }
        : { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    };
    const api: CanvasApi = {
      fitView: (nodes) => fit(nodes),
      zoomTo: (level) => void flow.zoomTo(level, glide()),
      zoomBy: (factor) => void flow.zoomTo(flow.getZoom() * factor, glide()),
      centre: () => flow.screenToFlowPosition(middle(), { snapToGrid: false }),
      reveal,
      focusNode(id) {
        reveal([id]);
        useView.getState().select({ nodes: [id] });
        root.current?.focus({ preventScroll: true });
      },
      element: () => root.current,
      focusByPointer() {
        if (root.current !== null) root.current.dataset['by'] = 'pointer';
        root.current?.focus({ preventScroll: true });
      },
      toCanvas: (point) => flow.screenToFlowPosition(point, { snapToGrid: false }),
      toScreen: (point) => flow.flowToScreenPosition(point),
      sizeOf,
    };

    useView.getState().setCanvasApi(api);
    return () => useView.getState().setCanvasApi(null);
  }, [flow, root, fit, reveal]);
}
