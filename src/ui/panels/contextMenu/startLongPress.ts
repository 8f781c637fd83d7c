/** Later than browsers that open context menus by themselves. */
const longMs = 650;
/** Pixels that a resting finger may tremble. */
const slack = 10;

/**
 * Lets a finger that rests on the canvas open the context menu also in browsers that do not do so by themselves;
 * returns the function that ends it.
 */
export function startLongPress(page: Window): () => void {
  const ends = new AbortController();
  const options = { capture: true, signal: ends.signal };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let start: PointerEvent | null = null;
  const cancel = () => {
    clearTimeout(timer);
    start = null;
  };
  const onDown = (event: PointerEvent) => {
    cancel();
    // A second finger moves the view.
    if (event.pointerType !== 'touch' || !event.isPrimary) return;
    const { target, clientX, clientY } = event;
    if (!(target instanceof Element) || target.closest('.react-flow') === null) return;
    start = event;
    timer = setTimeout(() => {
      cancel();
      target.dispatchEvent(
        new MouseEvent('contextmenu', { bubbles: true, cancelable: true, button: 2, clientX, clientY }),
      );
    }, longMs);
  };
  const onMove = (event: PointerEvent) => {
    if (start === null || event.pointerId !== start.pointerId) return;
    if (Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) > slack) cancel();
  };
  page.addEventListener('pointerdown', onDown, options);
  page.addEventListener('pointermove', onMove, options);
  page.addEventListener('pointerup', cancel, options);
  page.addEventListener('pointercancel', cancel, options);
  page.addEventListener('contextmenu', cancel, options);
  return () => {
    cancel();
    ends.abort();
  };
}
