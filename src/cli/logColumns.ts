import { guessColumns } from '#engine/interop/guessColumns';
import { flowFormats, logFormats } from '#engine/interop/index';
import type { LogColumns, LogTable, TimeUnit } from '#engine/interop/LogTable';
import { usageFailure } from './CliFailure';
import type { CommandArguments } from './CommandArguments';
import type { CommandOption } from './Command';

const units: readonly TimeUnit[] = ['auto', 's', 'ms', 'us'];

/** What the columns of a log mean; what is not said is guessed, as in the page. */
export const logOptions: readonly CommandOption[] = [
  { name: 'time', value: 'COLUMN', help: 'of a log: the column of the times' },
  { name: 'unit', value: 'UNIT', help: `of a log: in what plain numbers count: ${units.join(', ')}` },
  { name: 'type', value: 'COLUMN', help: 'of a log: the column of the event types' },
  { name: 'key', value: 'COLUMN', help: 'of a log: the column of the keys' },
];

/** What the columns of a log mean: as the options say, and else as they look. */
export function columnsOf(table: LogTable, given: CommandArguments): LogColumns {
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

/** Whether a name is that of a log, by its ending, when no format of flows has that one. */
export function looksLikeLog(name: string): boolean {
  const isOneOf = (formats: readonly { readonly endings: readonly string[] }[]) =>
    formats.some(({ endings }) => endings.some((ending) => name.toLowerCase().endsWith(ending)));
  return isOneOf(logFormats) && !isOneOf(flowFormats);
}
