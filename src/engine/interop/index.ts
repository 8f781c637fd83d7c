import type { FlowDoc } from '#engine/model/FlowDoc';
import type { NodeKind } from '#engine/model/NodeKind';
import type { Result } from '#engine/model/Problem';
import { cloudEventsLog } from './cloudEventsLog';
import { csvLog } from './csvLog';
import { exportFlowJson, importFlowJson } from './flowJson';
import type { LogTable } from './LogTable';

/** A way to write a flow to a file and read it back. */
export interface FlowFormat {
  readonly id: string;
  /** Endings of file names; the first is for new files. */
  readonly endings: readonly string[];
  readonly mediaType: string;
  write(doc: FlowDoc, kinds: readonly NodeKind[]): string;
  read(text: string, kinds: readonly NodeKind[]): Result<FlowDoc>;
}

/** A way to record what happened. Its table becomes a recording by `readLog`. */
export interface LogFormat {
  readonly id: string;
  readonly endings: readonly string[];
  /** Whether the text looks like it. */
  recognises(text: string): boolean;
  read(text: string): LogTable;
}

export const flowFormats: readonly FlowFormat[] = [
  {
    id: 'flow-json',
    endings: ['.flow.json', '.json'],
    mediaType: 'application/json',
    write: exportFlowJson,
    read: importFlowJson,
  },
];

/** In the order in which they are asked whether they recognise a text; the last takes everything. */
export const logFormats: readonly [LogFormat, ...LogFormat[]] = [
  {
    id: 'cloudevents',
    endings: ['.ndjson', '.jsonl', '.json'],
    recognises: (text) => /^\uFEFF?\s*\{/.test(text),
    read: cloudEventsLog,
  },
  {
    id: 'csv',
    endings: ['.csv', '.tsv', '.txt'],
    recognises: () => true,
    read: csvLog,
  },
];

/** The format of a recorded log, by its content. */
export function logFormatOf(text: string): LogFormat {
  return logFormats.find((format) => format.recognises(text)) ?? logFormats[0];
}
