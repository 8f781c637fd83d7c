import { observeEvents } from '#engine/analysis/observed/observeEvents';
import type { Observed } from '#engine/analysis/observed/Observed';
import type { Recording } from '#engine/model/fields';
import type { EventType, FlowDoc } from '#engine/model/FlowDoc';
import { kindById } from '#kinds/index';

/** A recorded log that a node of the document replays. */
export interface RecordedLog {
  /** The node. */
  readonly id: string;
  readonly recording: Recording;
}

/** Every recorded log in a document. */
export function recordedLogs(doc: FlowDoc): readonly RecordedLog[] {
  return doc.nodes.flatMap(({ id, kind, settings }) => {
    const field = kindById.get(kind)?.fields.find(({ type }) => type === 'recording');
    // The importer checked it against the field table.
    const recording = field === undefined ? null : (settings[field.id] as unknown as Recording | null);
    return recording === null || recording === undefined || recording.events.length === 0
      ? []
      : [{ id, recording }];
  });
}

/** What comes after what in such a log. Its places are the numbers of its events, from 1. */
export function observeRecording(
  { recording }: RecordedLog,
  eventTypes: readonly EventType[],
  isPerKey: boolean,
): Observed {
  const nameOf = new Map(eventTypes.map(({ id, name }) => [id, name]));
  const events = recording.events.map(([atMs, type, key], index) => ({
    line: index + 1,
    atUs: atMs * 1000,
    type: nameOf.get(type) ?? type,
    key,
  }));
  return observeEvents(events, isPerKey);
}
