import { useContext, useEffect, useMemo, useState } from 'react';
import { kindById } from '#kinds/index';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { onThemeChange, shownTheme } from '#ui/look/applyTheme';
import { createSprites } from '#ui/look/drawToken';
import { useDocument } from '#ui/store/documentStore';
import type { LaneView } from '#ui/store/laneStore';
import { useIsOwnRun, useShownRun } from '#ui/store/shownRun';
import { useView } from '#ui/store/viewStore';
import type { LaneLook } from './LaneLook';
import { stallText } from './stallText';

/** How the lanes are laid out and coloured now. */
export function useLaneLook(
  view: LaneView,
  width: number,
  ticks: readonly number[],
  nodes: readonly number[],
): LaneLook {
  const t = useText();
  const language = useContext(LanguageContext);
  const theme = useShownTheme();
  const doc = useShownRun((state) => state.doc);
  const eventTypes = useDocument((state) => state.doc.eventTypes);
  // Events of another run only happen to have the same numbers.
  const isOwn = useIsOwnRun();
  const selectedEvent = useView((state) => (isOwn ? state.selectedEvent : null));
  const family = useView((state) => (isOwn ? state.family : null));
  const sprites = useMemo(() => createSprites(theme.palette, devicePixelRatio), [theme]);
  const hatching = useMemo(() => hatchingOf(theme.palette.hatch), [theme]);
  const still = useMemo(() => {
    const automata = doc.nodes.map(({ kind }) => kindById.get(kind)?.automaton);
    return {
      laneOf: new Map(nodes.map((node, lane) => [node, lane])),
      lanes: nodes.length,
      isStalled: (node: number, state: string) => automata[node]?.stalled?.includes(state) ?? false,
      isResting: (node: number, state: string) => {
        const automaton = automata[node];
        const isSettled = automaton === undefined || automaton.accepting.includes(state);
        return (isSettled || state === automaton.initial) && automaton?.stalled?.includes(state) !== true;
      },
    };
  }, [doc, nodes]);
  return useMemo(
    () => ({
      ...still,
      view,
      width,
      ticks,
      palette: theme.palette,
      sprites,
      hatching,
      eventTypes,
      selectedEvent,
      family,
      wordOf: (state, isGrowing) => stallText(state, isGrowing, t, language),
    }),
    [still, view, width, ticks, theme, sprites, hatching, eventTypes, selectedEvent, family, t, language],
  );
}

function useShownTheme() {
  const [theme, setTheme] = useState(shownTheme);
  useEffect(() => onThemeChange(() => setTheme(shownTheme())), []);
  return theme;
}

/** Slanted lines as a pattern: drawing them one by one for every bar would take most of a picture's time. */
function hatchingOf(colour: string): CanvasPattern | null {
  const [size, line] = [7, 2.4];
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const context = canvas.getContext('2d');
  if (context === null) return null;
  context.strokeStyle = colour;
  context.lineWidth = line / Math.SQRT2;
  context.beginPath();
  for (const shift of [-size, 0, size]) {
    context.moveTo(shift - 1, size + 1);
    context.lineTo(shift + size + 1, -1);
  }
  context.stroke();
  return context.createPattern(canvas, 'repeat');
}
