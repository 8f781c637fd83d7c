import { useOnViewportChange, useReactFlow } from '@xyflow/react';
import { useEffect, useReducer, useRef } from 'react';
import { onThemeChange } from '#ui/look/applyTheme';
import { useDocument } from '#ui/store/documentStore';
import { useRun } from '#ui/store/runStore';
import { useView } from '#ui/store/viewStore';
import { tokenPainter, type TokenPainter } from './TokenPainter';
import styles from './TokenOverlay.module.css';

interface Props {
  readonly painter?: TokenPainter;
  /** Changes of the run that is painted. */
  readonly subscribe?: (listener: () => void) => () => void;
}

const subscribeToRun = (listener: () => void) => useRun.subscribe(listener);

/** One drawing surface for all tokens in flight, above nodes and wires. The log says in words what it shows. */
export function TokenOverlay({ painter = tokenPainter, subscribe = subscribeToRun }: Props) {
  const [losses, loseSurface] = useReducer((count: number) => count + 1, 0);
  return <Surface key={losses} painter={painter} subscribe={subscribe} onLost={loseSurface} />;
}

interface SurfaceProps extends Required<Props> {
  readonly onLost: () => void;
}

function Surface({ painter, subscribe, onLost }: SurfaceProps) {
  const room = useRef<HTMLDivElement>(null);
  const flow = useReactFlow();
  useOnViewportChange({ onChange: () => painter.schedule() });

  useEffect(() => {
    const place = room.current;
    if (place === null) return undefined;
    // Whose drawing is handed over to a worker cannot be handed over again: each painter gets a canvas of its own.
    const element = place.appendChild(document.createElement('canvas'));
    painter.attach(element, () => flow.getViewport(), onLost);
    const repaint = () => painter.schedule();
    const forgetTheme = onThemeChange(() => painter.refresh());
    const forget = [
      subscribe(repaint),
      useDocument.subscribe(repaint),
      useView.subscribe(repaint),
      forgetTheme,
    ];
    const watch = new ResizeObserver(() => painter.refresh());
    watch.observe(element);
    return () => {
      watch.disconnect();
      for (const stop of forget) stop();
      painter.detach();
      element.remove();
    };
  }, [flow, painter, subscribe, onLost]);

  return <div ref={room} className={styles['overlay']} aria-hidden="true" />;
}
