import { useRef, type PointerEvent } from 'react';
import { panLanes } from './moveLanes';
import styles from './timeline.module.css';
import { useLaneView } from './useLaneView';

/** On the strip of the whole run: what of it the lanes show. It can be dragged by its handle. */
export function LaneViewport({ spanUs }: { readonly spanUs: number }) {
  const view = useLaneView();
  const from = useRef<{ readonly x: number; readonly view: typeof view } | null>(null);
  const share = (us: number) => Math.min(1, Math.max(0, us / spanUs));
  const start = share(view.fromUs);
  const end = share(view.fromUs + view.spanUs);

  function move(event: PointerEvent) {
    const strip = event.currentTarget.parentElement?.parentElement?.clientWidth ?? 1;
    if (from.current === null) return;
    panLanes(from.current.view, ((event.clientX - from.current.x) / strip) * spanUs);
  }

  return (
    <span
      className={styles['viewport']}
      aria-hidden
      style={{ left: `${start * 100}%`, width: `${(end - start) * 100}%` }}
    >
      <span
        className={styles['grip']}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          from.current = { x: event.clientX, view };
        }}
        onPointerMove={move}
        onPointerUp={() => {
          from.current = null;
        }}
        onPointerCancel={() => {
          from.current = null;
        }}
      />
    </span>
  );
}
