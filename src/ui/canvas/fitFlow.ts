import type { Viewport } from '@xyflow/react';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { areClose, boundsOf, type Box } from '#ui/store/boxes';
import { boxWithEyes } from '#ui/store/eyesAbove';
import { sizeOf } from './faceOf';

/** What of the canvas can be seen, in its own pixels. */
export interface VisibleArea {
  readonly width: number;
  readonly height: number;
  /** How far what is said over its upper edge comes down; 0 for nothing. */
  readonly top: number;
  /** What lies in its corners: zoom, legend, map. */
  readonly corners: readonly Box[];
}

/** What is to be in view: nodes, with the eyes of their protocols. */
type Shown = Pick<FlowDoc, 'nodes' | 'protocols'>;

const space = { top: 30, side: 34, bottom: 72 };
/** Names can be read from here on. */
const readableZoom = 0.42;
const narrow = 700;

/**
 * The viewport that shows nodes as a whole, never larger than life, with none of them under a corner as far as that
 * can be had. On a small screen, `isFirst` prefers names that can be read to the right part of the flow.
 */
export function fitFlow(shown: Shown, area: VisibleArea, isFirst: boolean): Viewport | null {
  const boxes = shown.nodes.map((node) => boxWithEyes(node, shown, sizeOf));
  const bounds = boundsOf(boxes);
  if (bounds === null) return null;
  const rights = area.corners.filter(({ x }) => x > area.width / 2).map(({ x }) => area.width - x);
  const tops = area.corners.map(({ y }) => area.height - y);
  const plain = fitInto(bounds, area, space.side, space.bottom);
  if (isFirst && area.width < narrow && plain.zoom < readableZoom) return startOf(bounds, area);
  const others = [
    fitInto(bounds, area, Math.max(0, ...rights) + 14, space.bottom),
    fitInto(bounds, area, space.side, Math.max(space.bottom, ...tops) + 14),
  ].toSorted((a, b) => b.zoom - a.zoom);
  return [plain, ...others].find((view) => isClear(boxes, view, area)) ?? plain;
}

/** The viewport in which an empty canvas is drawn on: as large as life, or where that is too large, so that names can be read. */
export function emptyView(width: number): Viewport {
  return { x: 0, y: 0, zoom: width < narrow ? readableZoom : 1 };
}

function fitInto(
  bounds: Box,
  { width, height, top: under }: VisibleArea,
  right: number,
  bottom: number,
): Viewport {
  const top = space.top + under;
  const [w, h] = [Math.max(60, width - space.side - right), Math.max(60, height - top - bottom)];
  const zoom = Math.max(0.1, Math.min(1, w / bounds.width, h / bounds.height));
  return {
    x: space.side + (w - bounds.width * zoom) / 2 - bounds.x * zoom,
    y: top + (h - bounds.height * zoom) / 2 - bounds.y * zoom,
    zoom,
  };
}

function startOf(bounds: Box, { height, top: under }: VisibleArea): Viewport {
  const slack = height - under - space.top - space.bottom - bounds.height * readableZoom;
  const top = under + space.top + Math.min(60, Math.max(0, slack / 2));
  return { x: 16 - bounds.x * readableZoom, y: top - bounds.y * readableZoom, zoom: readableZoom };
}

function isClear(boxes: readonly Box[], view: Viewport, { corners }: VisibleArea): boolean {
  return !boxes.some((box) => corners.some((corner) => areClose(onScreen(box, view), corner, 2)));
}

function onScreen({ x, y, width, height }: Box, { x: left, y: top, zoom }: Viewport): Box {
  return { x: x * zoom + left, y: y * zoom + top, width: width * zoom, height: height * zoom };
}

/** The nearest viewport at which nodes are seen whole and clear of the corners; null when they are already. */
export function revealNodes(shown: Shown, area: VisibleArea, view: Viewport): Viewport | null {
  const bounds = boundsOf(shown.nodes.map((node) => boxWithEyes(node, shown, sizeOf)));
  if (bounds === null) return null;
  const box = onScreen(bounds, view);
  const under = area.corners.filter((corner) => areClose(box, corner, 8)).map(({ y }) => y);
  const x = shift(box.x, box.width, 12, area.width - 12);
  const y = shift(box.y, box.height, area.top + 20, Math.min(area.height, ...under) - 12);
  return x === 0 && y === 0 ? null : { x: view.x + x, y: view.y + y, zoom: view.zoom };
}

/** How far a span has to move to lie between two limits; its start counts more than its end. */
function shift(start: number, length: number, low: number, high: number): number {
  return Math.max(low - start, Math.min(0, high - start - length));
}

/** Measures what can be seen of the canvas: sheets of small screens lie over its lower part. */
export function visibleArea(root: HTMLElement): VisibleArea {
  const view = root.getBoundingClientRect();
  const siblings = [...(root.closest('main')?.parentElement?.children ?? [])];
  const covers = siblings
    .filter((one) => !one.contains(root))
    .map((one) => one.getBoundingClientRect())
    .filter(
      ({ top, bottom, width }) => width > 0 && top > view.top && top < view.bottom && bottom >= view.bottom,
    )
    .map(({ top }) => top - view.top);
  const height = Math.min(view.height, ...covers);
  const corners = [...root.querySelectorAll('[role="toolbar"], ul, .react-flow__minimap')]
    .map((one) => one.getBoundingClientRect())
    .map(({ left, top, width, height: tall }) => ({
      x: left - view.left,
      y: top - view.top,
      width,
      height: tall,
    }))
    .filter((corner) => corner.width > 0 && corner.y < height);
  const banner = root.closest('main')?.querySelector('[data-banner]')?.getBoundingClientRect();
  const top = banner === undefined ? 0 : Math.max(0, banner.bottom - view.top - 8);
  return { width: view.width, height, top, corners };
}
