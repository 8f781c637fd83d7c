import type { Lifecycle } from '#engine/automata/Lifecycle';
import { boxAround, type Box, type Point } from './geometry';
import { edgeCurve, type Curve } from './edgeCurve';
import { foldLetters, type Edge } from './foldLetters';
import { placeLabels, type WantedLabel } from './placeLabels';
import { textWidth } from './textWidth';

export const pictureWidth = 314;
const pillHeight = 26;

export interface StatePill extends Point {
  readonly state: string;
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

export interface DrawnEdge {
  readonly edge: Edge;
  readonly path: string;
  /** Where the letters are written; null when there is no room without covering something. */
  readonly label: (Point & { readonly text: string }) | null;
}

/** How one gets from anywhere to an outer state, and back. */
export interface DrawnOuter {
  readonly state: string;
  readonly enterLetters: readonly string[];
  readonly enterPath: string;
  readonly enterLabel: Point & { readonly text: string };
  readonly leave: readonly {
    readonly edge: Edge;
    readonly path: string;
    /** In two lines: the letters, and below them where they lead. */
    readonly label: Point & { readonly text: string; readonly target: string };
  }[];
}

export interface AutomatonPicture {
  readonly height: number;
  readonly pills: readonly StatePill[];
  readonly edges: readonly DrawnEdge[];
  readonly outers: readonly DrawnOuter[];
  /** Around the states that the outer ones are entered from. */
  readonly frame: Box | null;
  /** Where the arrow to the initial state begins and ends. */
  readonly start: { readonly from: Point; readonly to: Point };
}

export interface AutomatonWords {
  readonly state: (state: string) => string;
  readonly letter: (letter: string) => string;
}

/** Above so many arrows not all letters are written, but those that matter now. */
const labelledAtMost = 6;

/**
 * Places the states on an ellipse, the initial one at its left end, and those that can be entered from
 * anywhere below. Letters are written where they cover nothing; `matters` says which of them come first.
 */
export function layoutAutomaton(
  lifecycle: Lifecycle,
  words: AutomatonWords,
  matters: (edge: Edge) => number,
): AutomatonPicture {
  const folded = foldLetters(lifecycle);
  const core = placeCore(folded.core, lifecycle.initial, words);
  const bottom = Math.max(...core.map(({ y }) => y)) + pillHeight / 2;
  const hasOuter = folded.outer.length > 0;
  const frame = hasOuter ? { x: 4, y: 3, width: pictureWidth - 8, height: bottom + 13 } : null;
  const outerY = bottom + 74;
  const outerPills = folded.outer.map(({ state }, index) =>
    pillAt(state, { x: (pictureWidth * (index + 0.5)) / folded.outer.length - 8, y: outerY }, words),
  );
  const pills = [...core, ...outerPills];
  const pillOf = new Map(pills.map((pill) => [pill.state, pill]));
  const isCore = (state: string) => folded.core.includes(state);
  const curves = folded.edges.flatMap((edge) => {
    const [from, to] = [pillOf.get(edge.from), pillOf.get(edge.to)];
    if (from === undefined || to === undefined || isCore(edge.from) !== isCore(edge.to)) return [];
    return [{ edge, curve: edgeCurve(from, to, !isCore(edge.from)) }];
  });
  return {
    height: hasOuter ? outerY + pillHeight / 2 + 8 : bottom + 10,
    pills,
    edges: withLabels(curves, pills, words, matters),
    outers: folded.outer.map((outer) => drawOuter(outer, folded.edges, pillOf, frame, words)),
    frame,
    start: startArrow(pillOf.get(lifecycle.initial)),
  };
}

function placeCore(states: readonly string[], initial: string, words: AutomatonWords): readonly StatePill[] {
  const first = Math.max(0, states.indexOf(initial));
  const around = [...states.slice(first), ...states.slice(0, first)];
  const isSmall = around.length <= 2;
  // Many states stand above each other at the ends of the ellipse, where it is flat.
  const crowd = Math.max(0, around.length - 6) * 20;
  const radius = { x: 101, y: isSmall ? 0 : 38 + around.length * 15 + crowd };
  const centre = { x: pictureWidth / 2 + 4, y: radius.y + (isSmall ? 46 : 34) };
  return around.map((state, index) => {
    const angle = Math.PI + (2 * Math.PI * index) / around.length;
    return pillAt(
      state,
      { x: centre.x + radius.x * Math.cos(angle), y: centre.y + radius.y * Math.sin(angle) },
      words,
    );
  });
}

function pillAt(state: string, { x, y }: Point, words: AutomatonWords): StatePill {
  const text = words.state(state);
  const width = textWidth(text, 11.5) + 22;
  const bounded = Math.min(Math.max(x, width / 2 + 26), pictureWidth - width / 2 - 10);
  return { state, text, width, height: pillHeight, x: bounded, y };
}

function withLabels(
  curves: readonly { readonly edge: Edge; readonly curve: Curve }[],
  pills: readonly StatePill[],
  words: AutomatonWords,
  matters: (edge: Edge) => number,
): readonly DrawnEdge[] {
  const isDense = curves.length > labelledAtMost;
  const wanted: WantedLabel[] = curves
    .map(({ edge, curve }, index) => ({
      index,
      curve,
      text: lettersText(edge.letters, words),
      weight: matters(edge),
    }))
    .filter(({ weight }) => !isDense || weight > 0);
  const obstacles = pills.map((pill) => boxAround(pill, pill.width + 8, pill.height + 6));
  const labels = placeLabels(wanted, obstacles, pictureWidth);
  return curves.map(({ edge, curve }, index) => ({
    edge,
    path: curve.path,
    label: labels.get(index) ?? null,
  }));
}

function drawOuter(
  outer: { readonly state: string; readonly enter: readonly string[] },
  edges: readonly Edge[],
  pillOf: ReadonlyMap<string, StatePill>,
  frame: Box | null,
  words: AutomatonWords,
): DrawnOuter {
  const pill = pillOf.get(outer.state);
  const x = pill?.x ?? 0;
  const top = (frame?.y ?? 0) + (frame?.height ?? 0);
  const bottom = (pill?.y ?? 0) - pillHeight / 2 - 3;
  const middle = (top + bottom) / 2 + 4;
  const back = edges.filter(({ from, to }) => from === outer.state && !isOuter(to));
  return {
    state: outer.state,
    enterLetters: outer.enter,
    enterPath: `M${x - 9} ${top}L${x - 9} ${bottom - 2}`,
    enterLabel: { x: x - 15, y: middle, text: lettersText(outer.enter, words) },
    leave: back.map((edge) => ({
      edge,
      path: `M${x + 9} ${bottom + 3}L${x + 9} ${top + 2}`,
      label: {
        x: x + 15,
        y: middle - 6,
        text: lettersText(edge.letters, words),
        target: `→ ${words.state(edge.to)}`,
      },
    })),
  };

  function isOuter(state: string) {
    const other = pillOf.get(state);
    return other !== undefined && other.y === pill?.y;
  }
}

function startArrow(pill: StatePill | undefined): AutomatonPicture['start'] {
  if (pill === undefined) return { from: { x: 0, y: 0 }, to: { x: 0, y: 0 } };
  const left = pill.x - pill.width / 2 - 4;
  return { from: { x: Math.max(9, left - 17), y: pill.y }, to: { x: left, y: pill.y } };
}

function lettersText(letters: readonly string[], words: AutomatonWords): string {
  return letters.map(words.letter).join(', ');
}
