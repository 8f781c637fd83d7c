import { logFormatOf, logFormats } from '#engine/interop/index';
import type { LogReading } from '#engine/interop/LogTable';
import { readLog } from '#engine/interop/readLog';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { limits } from '#engine/model/limits';
import { newDocument } from '#engine/model/newDocument';
import { parseFlow } from '#engine/model/parseFlow';
import { kinds } from '#kinds/index';
import { bus } from '#kinds/bus/bus';
import { publisher } from '#kinds/publisher/publisher';
import { CliFailure } from './CliFailure';
import type { CommandArguments } from './CommandArguments';
import { exitCodes } from './exitCodes';
import type { Io } from './Io';
import { columnsOf } from './logColumns';
import { printProblems } from './printProblems';
import { readText } from './readFlow';

/** A flow in which a publisher replays a recorded log onto a bus. What was left out is told on standard error. */
export async function flowOfLog(
  operand: string,
  formatId: string | null,
  given: CommandArguments,
  io: Io,
): Promise<FlowDoc> {
  const text = await readText(operand, io);
  const format = logFormats.find(({ id }) => id === formatId) ?? logFormatOf(text);
  const table = format.read(text);
  const name = operand === '-' ? 'log' : (operand.split(/[/\\]/).at(-1) ?? operand);
  const reading = readLog(table, columnsOf(table, given), name, []);
  if (reading.recording.events.length === 0) throw new CliFailure(exitCodes.input, reading.problems);
  await printProblems(reading.problems, false, io.errors);
  const parsed = parseFlow(replayOf(reading, Array.from(name).slice(0, limits.nameLength).join('')), kinds);
  if (!parsed.ok) throw new CliFailure(exitCodes.input, parsed.problems);
  return parsed.value;
}

/** A publisher that replays the log, and a bus that takes what it publishes; a second longer than the log. */
function replayOf({ recording, newEventTypes, durationMs }: LogReading, name: string): object {
  const node = (kind: string, x: number, settings: object) => ({ id: kind, kind, x, y: 80, settings });
  return {
    ...newDocument(name),
    untilMs: Math.min(durationMs + 1000, limits.untilMs),
    eventTypes: newEventTypes,
    nodes: [
      { ...node(publisher.id, 80, { generation: 'log', log: recording }), name: 'Recorded' },
      { ...node(bus.id, 320, {}), name: 'Bus' },
    ],
    wires: [{ id: 'wire', from: { node: publisher.id, port: 'out' }, to: { node: bus.id, port: 'in' } }],
  };
}
