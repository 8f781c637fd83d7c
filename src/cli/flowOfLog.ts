import { guessColumns } from '#engine/interop/guessColumns';
import { logFormatOf, logFormats } from '#engine/interop/index';
import type { LogColumns, LogReading, LogTable, TimeUnit } from '#engine/interop/LogTable';
import { readLog } from '#engine/interop/readLog';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { limits } from '#engine/model/limits';
import { newDocument } from '#engine/model/newDocument';
import { parseFlow } from '#engine/model/parseFlow';
import { kinds } from '#kinds/index';
import { bus } from '#kinds/bus/bus';
import { publisher } from '#kinds/publisher/publisher';
import { CliFailure, usageFailure } from './CliFailure';
import type { CommandArguments } from './CommandArguments';
import type { CommandOption } from './Command';
import { exitCodes } from './exitCodes';
import type { Io } from './Io';
import { printProblems } from './printProblems';
import { readText } from './readFlow';

const units: readonly TimeUnit[] = ['auto', 's', 'ms', 'us'];

/** What the columns of a log mean; what is not said is guessed, as in the page. */
export const logOptions: readonly CommandOption[] = [
  { name: 'time', value: 'COLUMN', help: 'of a log: the column of the times' },
  { name: 'unit', value: 'UNIT', help: `of a log: in what plain numbers count: ${units.join(', ')}` },
  { name: 'type', value: 'COLUMN', help: 'of a log: the column of the event types' },
  { name: 'key', value: 'COLUMN', help: 'of a log: the column of the keys' },
];

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

function columnsOf(table: LogTable, given: CommandArguments): LogColumns {
  const place = (option: string): number | null => {
    const name = given.text(option);
    if (name === null) return null;
    const found = table.columns.indexOf(name);
    if (found >= 0) return found;
    throw usageFailure(`--${option} is "${name}"; the columns are: ${table.columns.join(', ')}.`);
  };
  const unit = given.choice('unit', units);
  const said = { time: place('time'), type: place('type'), key: place('key') };
  const guess = guessColumns(
    table,
    [said.time, said.type, said.key].filter((column) => column !== null),
  );
  return {
    time: said.time ?? guess.time,
    type: said.type ?? guess.type,
    key: said.key ?? guess.key,
    timeUnit: units.find((one) => one === unit) ?? guess.timeUnit,
  };
}
