import type { BusProtocolReport } from '#engine/runtime/RunReport';
import { grouped, seconds } from './numberTexts';
import { textTable } from './textTable';

/** Keys that are listed one by one. */
const mostKeys = 20;
/** What it does with an event that would break it. */
const modeText: Readonly<Record<BusProtocolReport['mode'], string>> = {
  monitor: 'tells',
  reject: 'rejects',
  park: 'parks',
  deadLetter: 'dead letters',
};
const number = (title: string) => ({ title, isNumber: true });

/** How the protocols of a run stand at its end; empty without any. */
export function protocolTable(protocols: readonly BusProtocolReport[]): string {
  const columns = [
    { title: 'Protocol' },
    { title: 'Bus' },
    { title: 'Watches' },
    { title: 'Does' },
    { title: 'Verdict' },
    ...['Accepting', 'Pending', 'Satisfied', 'Violated'].map(number),
    { title: 'First violated' },
  ];
  const rows = protocols.map((protocol) => {
    const { accepting, pending, satisfied, violated } = protocol.standings;
    const { first, mode, watch } = protocol;
    return [
      protocol.id,
      protocol.bus,
      watch,
      modeText[mode],
      verdictOf(protocol),
      ...[accepting, pending, satisfied, violated].map(grouped),
      first === null ? '' : `${nameOf(first)} at ${seconds(first.timeUs)} s, step ${first.step}`,
    ];
  });
  return textTable(columns, rows);
}

/** The keys that wait or are broken. */
export function keyTable(protocols: readonly BusProtocolReport[]): string {
  const columns = [
    { title: 'Protocol' },
    { title: 'Key' },
    { title: 'Stands' },
    { title: 'In' },
    number('Since s'),
  ];
  const all = protocols.flatMap(({ id, keys }) =>
    keys
      .filter(({ standing }) => standing === 'pending' || standing === 'violated')
      .map((key) => [id, nameOf(key), key.standing, key.state, seconds(key.sinceUs)]),
  );
  const left = all.length - mostKeys;
  return textTable(columns, all.slice(0, mostKeys)) + (left > 0 ? `… and ${grouped(left)} more\n` : '');
}

function verdictOf({ standings, missed, unsound }: BusProtocolReport): string {
  if (standings.violated > 0) return 'violated';
  if (unsound !== '') return `unknown (${unsound})`;
  if (missed > 0) return `unknown (${grouped(missed)} events of other keys)`;
  return standings.pending > 0 ? 'pending' : 'holds';
}

function nameOf({ key, group }: { readonly key: string; readonly group: string }): string {
  const name = key === '' ? 'all' : key;
  return group === '' ? name : `${name} for ${group}`;
}
