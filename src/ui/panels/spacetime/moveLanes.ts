import { useLanes, type LaneView } from '#ui/store/laneStore';
import { useRun } from '#ui/store/runStore';
import { useView } from '#ui/store/viewStore';
import { pannedBy, zoomedAt } from './laneView';
import { runSpan } from './runSpan';

/** A step of the buttons and keys: by so much of what is seen. */
const panShare = 0.25;

/** Shows so many times as much time; what is at `atUs` stays where it is. */
export function zoomLanes(view: LaneView, factor: number, atUs = middleOf(view)): void {
  useLanes.getState().setView(zoomedAt(view, factor, atUs, runSpan(useRun.getState())));
}

/** Shows a stretch of time with as much again around it. */
export function showStretch(fromUs: number, toUs: number): void {
  const spanUs = (toUs - fromUs) * 2;
  const view = { fromUs: fromUs - spanUs / 4, spanUs };
  useLanes.getState().setView(zoomedAt(view, 1, (fromUs + toUs) / 2, runSpan(useRun.getState())));
}

/** Moves the view by so much time. */
export function panLanes(view: LaneView, byUs: number): void {
  useLanes.getState().setView(pannedBy(view, byUs, runSpan(useRun.getState())));
}

/** The keys of timelines: W and S zoom, A and D move. False when a key is none of them. */
export function moveLanesByKey(key: string, view: LaneView): boolean {
  if (!useView.getState().singleKeys) return false;
  const moves: Readonly<Record<string, () => void>> = {
    w: () => zoomLanes(view, 0.5, headIn(view)),
    s: () => zoomLanes(view, 2, headIn(view)),
    a: () => panLanes(view, -panShare * view.spanUs),
    d: () => panLanes(view, panShare * view.spanUs),
  };
  const name = key.toLowerCase();
  const move = Object.hasOwn(moves, name) ? moves[name] : undefined;
  move?.();
  return move !== undefined;
}

/** A step to the left or right, of the buttons that stand for dragging. */
export function stepLanes(view: LaneView, direction: -1 | 1): void {
  panLanes(view, direction * panShare * view.spanUs);
}

/** The playhead, where it is in view. */
function headIn(view: LaneView): number {
  const { timeUs } = useRun.getState().playhead;
  const isSeen = timeUs >= view.fromUs && timeUs <= view.fromUs + view.spanUs;
  return isSeen ? timeUs : middleOf(view);
}

const middleOf = ({ fromUs, spanUs }: LaneView) => fromUs + spanUs / 2;
