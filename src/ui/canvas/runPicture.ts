import type { EventType, FlowDoc } from '#engine/model/FlowDoc';
import { layoutWires, type WireLayout } from './layoutWires';

/** What the run's indices mean on the canvas as it is now. */
export interface RunPicture {
  /** By index of the wire in the document that is being run. */
  readonly wires: readonly (WireLayout | null)[];
  /** By index of the type in the document that is being run. */
  readonly eventTypes: readonly EventType[];
}

let last: { readonly run: FlowDoc; readonly shown: FlowDoc; readonly picture: RunPicture } | null = null;

/**
 * The wires and event types of a run as the document on the canvas shows them: nodes that were moved and types
 * that got another colour do not run again, so the run's own document may be older.
 */
export function runPicture(run: FlowDoc, shown: FlowDoc): RunPicture {
  if (last !== null && last.run === run && last.shown === shown) return last.picture;
  const layout = layoutWires(shown);
  const indices = new Map(shown.wires.map((wire, index) => [wire.id, index]));
  const types = new Map(shown.eventTypes.map((type) => [type.id, type]));
  const picture = {
    wires: run.wires.map((wire) => layout.wires[indices.get(wire.id) ?? -1] ?? null),
    eventTypes: keepEqual(
      last?.picture.eventTypes,
      run.eventTypes.map((type) => types.get(type.id) ?? type),
    ),
  };
  last = { run, shown, picture };
  return picture;
}

/** The former list while it holds the same types, so that faces need not be drawn again. */
function keepEqual(
  former: readonly EventType[] | undefined,
  next: readonly EventType[],
): readonly EventType[] {
  const isSame =
    former !== undefined &&
    former.length === next.length &&
    next.every((type, index) => type === former[index]);
  return isSame ? former : next;
}
