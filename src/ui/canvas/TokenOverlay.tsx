import { useOnViewportChange, useReactFlow } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { onThemeChange } from '#ui/look/applyTheme';
import { useDocument } from '#ui/store/documentStore';
import { useRun } from '#ui/store/runStore';
import { useView } from '#ui/store/viewStore';
import { tokenPainter } from './TokenPainter';
import styles from './TokenOverlay.module.css';

/** One drawing surface for all tokens in flight, above nodes and wires. The log says in words what it shows. */
export function TokenOverlay() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const flow = useReactFlow();
  useOnViewportChange({ onChange: () => tokenPainter.schedule() });

  useEffect(() => {
    const element = canvas.current;
    if (element === null) return undefined;
    tokenPainter.attach(element, () => flow.getViewport());
    const repaint = () => tokenPainter.schedule();
    const forgetTheme = onThemeChange(() => tokenPainter.refresh());
    const forget = [
      useRun.subscribe(repaint),
      useDocument.subscribe(repaint),
      useView.subscribe(repaint),
      forgetTheme,
    ];
    const watch = new ResizeObserver(() => tokenPainter.refresh());
    watch.observe(element);
    return () => {
      watch.disconnect();
      for (const stop of forget) stop();
      tokenPainter.detach();
    };
  }, [flow]);

  return <canvas ref={canvas} className={styles['overlay']} aria-hidden="true" />;
}
