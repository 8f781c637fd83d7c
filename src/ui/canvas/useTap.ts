import { useCallback, useRef, type MouseEvent, type PointerEvent } from 'react';
import { useView } from '#ui/store/viewStore';

/**
 * What a tap of a finger on the empty canvas does: React Flow hears none while a drag there selects. `onPress` learns
 * what presses, for a click does not say it in every browser.
 */
export function useTap(onPaneClick: (event: MouseEvent) => void) {
  const pressedBy = useRef('');
  const onPress = useCallback(({ pointerType }: PointerEvent) => {
    pressedBy.current = pointerType;
  }, []);
  const onTap = useCallback(
    (event: MouseEvent) => {
      const { target } = event;
      const isOnPane = target instanceof Element && target.classList.contains('react-flow__pane');
      if (pressedBy.current !== 'touch' || !isOnPane) return;
      const { placing, connectFrom, clearSelection, showToast } = useView.getState();
      if (placing === null && connectFrom === null) clearSelection();
      else onPaneClick(event);
      // It told to tap here.
      if (placing !== null) showToast(null);
    },
    [onPaneClick],
  );
  return { onPress, onTap };
}
