import { useEffect, useMemo, useRef, useState } from 'react';
import { kindById } from '#kinds/index';
import { onThemeChange, shownTheme } from '#ui/look/applyTheme';
import { useDocument } from '#ui/store/documentStore';
import { knowsEnd } from '#ui/store/endOfRun';
import { useRun } from '#ui/store/runStore';
import { useView } from '#ui/store/viewStore';
import { drawLanes, laneHeight } from './drawLanes';
import { laneScene } from './laneScene';
import type { LaneView } from './laneView';
import { runSpan } from './runSpan';
import { steadyWindow } from './steadyWindow';
import styles from './timeline.module.css';

interface Props {
  readonly view: LaneView;
  readonly ticks: readonly number[];
  /** Nodes that have a lane, in order. */
  readonly nodes: readonly number[];
}

/** Drawn anew only when the page turns or more of the run is known: the playhead moves above it. */
export function LaneCanvas({ view, ticks, nodes }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [width, setWidth] = useState(0);
  const theme = useShownTheme();
  const doc = useRun((state) => state.doc);
  const selectWindow = useMemo(() => steadyWindow(view), [view]);
  const window = useRun(selectWindow);
  const runUs = useRun(runSpan);
  const isEndKnown = useRun(knowsEnd);
  const eventTypes = useDocument((state) => state.doc.eventTypes);
  const selectedEvent = useView((state) => state.selectedEvent);
  const wireEnds = useMemo(() => {
    const indexes = new Map(doc.nodes.map(({ id }, index) => [id, index]));
    return (index: number) => {
      const wire = doc.wires[index];
      if (wire === undefined) return null;
      return { from: indexes.get(wire.from.node) ?? -1, to: indexes.get(wire.to.node) ?? -1 };
    };
  }, [doc]);
  const scene = useMemo(() => {
    const toUs = Math.min(view.fromUs + view.spanUs, runUs);
    return window === null ? null : laneScene(window, { fromUs: view.fromUs, toUs, isEndKnown }, wireEnds);
  }, [window, view, runUs, isEndKnown, wireEnds]);

  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d') ?? null;
    if (element === null || context === null || scene === null || width === 0) return;
    const height = nodes.length * laneHeight;
    const ratio = devicePixelRatio;
    element.width = Math.round(width * ratio);
    element.height = Math.round(height * ratio);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    drawLanes(context, scene, {
      view,
      width,
      ticks,
      eventTypes,
      selectedEvent,
      palette: theme.palette,
      laneOf: new Map(nodes.map((node, lane) => [node, lane])),
      lanes: nodes.length,
      isServer: (node) => {
        const { kind = '', settings = {} } = doc.nodes[node] ?? {};
        return kindById.get(kind)?.facts(settings).role === 'server';
      },
      isResting: (node, state) => {
        const automaton = kindById.get(doc.nodes[node]?.kind ?? '')?.automaton;
        return automaton === undefined || state === automaton.initial || automaton.accepting.includes(state);
      },
    });
  }, [scene, view, ticks, width, theme, eventTypes, selectedEvent, nodes, doc]);

  return (
    <canvas
      ref={canvas}
      aria-hidden
      className={styles['canvas']}
      style={{ height: nodes.length * laneHeight }}
    />
  );
}

function useShownTheme() {
  const [theme, setTheme] = useState(shownTheme);
  useEffect(() => onThemeChange(() => setTheme(shownTheme())), []);
  return theme;
}
