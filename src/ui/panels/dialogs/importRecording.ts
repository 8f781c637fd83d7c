import type { FlowNode } from '#engine/model/FlowDoc';
import type { LogReading } from '#engine/interop/LogTable';
import type { NodeKind } from '#engine/model/NodeKind';
import { kindById, kinds } from '#kinds/index';
import { text } from '#ui/commands/say';
import { addNode } from '#ui/store/addNode';
import { sizeOfNode } from '#ui/store/boxes';
import { useDocument, type FlowDraft } from '#ui/store/documentStore';
import { useView } from '#ui/store/viewStore';

/** The field of a kind that holds a recorded log, if it has one. */
function recordingField(kind: NodeKind | undefined) {
  return kind?.fields.find(({ type }) => type === 'recording');
}

/** The nodes that can replay a recorded log. */
export const replayers = (nodes: readonly FlowNode[]): readonly FlowNode[] =>
  nodes.filter((node) => recordingField(kindById.get(node.kind)) !== undefined);

/** Who is offered to play a log: a selected node that plays one already, else a new one, which costs nobody anything. */
export function replayerFor(nodes: readonly FlowNode[], selected: readonly string[]): string | null {
  const found = nodes.find(({ id, kind, settings }) => {
    const conditions = recordingField(kindById.get(kind))?.when ?? [];
    return (
      selected.includes(id) && conditions.every(({ field, is }) => is.some((one) => one === settings[field]))
    );
  });
  return found?.id ?? null;
}

interface Import {
  readonly reading: LogReading;
  /** How many times faster than recorded. */
  readonly timeScale: number;
  /** The node that shall replay it; null for a new one. */
  readonly node: string | null;
}

/**
 * Gives a recorded log to a node, in one undo entry: with the event types it needs, and a run that is long enough
 * to see its end. Answers with the id of the node, or null when there is no kind that replays logs.
 */
export function importRecording({ reading, timeScale, node }: Import): string | null {
  let id = node;
  const { name } = reading.recording;
  useDocument.getState().edit('panels.undo.importLog', { name }, (draft) => {
    draft.eventTypes.push(...reading.newEventTypes);
    id ??= addReplayer(draft);
    const target = draft.nodes.find((one) => one.id === id);
    const kind = kindById.get(target?.kind ?? '');
    const field = recordingField(kind);
    if (target === undefined || field === undefined) return;
    const conditions = (field.when ?? []).map(({ field: other, is }) => [other, is[0] ?? '']);
    const settings = { ...Object.fromEntries(conditions), [field.id]: reading.recording, timeScale };
    Object.assign(target.settings, settings);
    const neededMs = Math.ceil(reading.durationMs / timeScale) + 1;
    // 0 runs until nothing is left.
    if (draft.untilMs !== 0 && draft.untilMs < neededMs) draft.untilMs = neededMs;
  });
  return id;
}

function addReplayer(draft: FlowDraft): string | null {
  const kind = kinds.find((one) => recordingField(one) !== undefined);
  const preset = kind?.presets[0];
  if (kind === undefined || preset === undefined) return null;
  const left = Math.min(400, ...draft.nodes.map(({ x }) => x));
  const top = Math.min(200, ...draft.nodes.map(({ y }) => y));
  return addNode(draft, {
    item: { kind: kind.id, preset: preset.id },
    name: text('panels.log.newName'),
    at: useView.getState().canvasApi?.centre() ?? { x: left - 200, y: top },
    sizeOf: sizeOfNode,
  });
}
