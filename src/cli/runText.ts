import type { FigureInterval } from '#engine/analysis/figureIntervals';
import type { EventTypeReport, NodeReport, RunReport } from '#engine/runtime/RunReport';
import type { FactCounts, TimeFigures } from '#engine/runtime/Trace';
import { grouped, milliseconds, perCent, plain, seconds } from './numberTexts';
import { keyTable, protocolTable } from './protocolText';
import { textTable, type Column } from './textTable';

/** A report for people: what happened, then a table each of nodes, times, states, wires, types, fates, intervals. */
export function runText(report: RunReport, figures: readonly FigureInterval[]): string {
  return sections([
    headline(report),
    titled('Nodes', nodeTable(report.nodes)),
    titled('Waiting outside, at the door of what is full', doorTable(report)),
    titled('Times in milliseconds', timeTable(report)),
    titled('Share of time in each state', stateTable(report.nodes)),
    titled('Wires', wireTable(report)),
    titled('What became of events', ledgerTable(report)),
    titled('Protocols', protocolTable(report.protocols)),
    titled('Keys that wait or are violated', keyTable(report.protocols)),
    titled(
      '95 % confidence intervals, by batch means; the first tenth of the run is left out',
      intervalTable(figures, 'Batches'),
    ),
  ]);
}

/** Several runs for people. */
export function replicationsText(reports: readonly RunReport[], figures: readonly FigureInterval[]): string {
  const [first] = reports;
  const rows = reports.map(({ seed, status, timeUs, steps, eventsPublished, hash }) => [
    String(seed),
    status,
    seconds(timeUs),
    grouped(steps),
    grouped(eventsPublished),
    hash,
  ]);
  const columns = [
    number('Seed'),
    { title: 'Status' },
    number('Seconds'),
    number('Steps'),
    number('Events'),
    { title: 'Hash' },
  ];
  return sections([
    `${first?.name ?? ''}: ${reports.length} runs\n`,
    textTable(columns, rows),
    titled('Means over the runs, with 95 % confidence intervals', intervalTable(figures, 'Runs')),
  ]);
}

const number = (title: string): Column => ({ title, isNumber: true });

const sections = (parts: readonly string[]) => parts.filter((part) => part !== '').join('\n');

const titled = (title: string, table: string) => (table === '' ? '' : `${title}\n${table}`);

function headline(report: RunReport): string {
  const { name, seed, status, timeUs, steps, eventsPublished, hash, limit, waiting } = report;
  if (status === 'stuck' && !report.isBlocked) return unfinishedLines(report);
  const reason = [
    limit === '' ? '' : ` (${limit})`,
    waiting.length === 0 ? '' : `: ${waiting.join(', ')}`,
  ].join('');
  return `${name}: seed ${seed}, ${status}${reason} at ${seconds(timeUs)} s
${grouped(steps)} steps, ${grouped(eventsPublished)} events, hash ${hash}
`;
}

/** Nothing waits for what does not come, but the run may not end here: for which keys, waiting and violated apart. */
function unfinishedLines({ name, seed, timeUs, steps, eventsPublished, hash, unmet }: RunReport): string {
  const named = (part: 'waiting' | 'violated') =>
    unmet
      .filter((rule) => rule[part].count > 0)
      .map((rule) => {
        const { keys, count } = rule[part];
        const more = count > keys.length ? ` and ${grouped(count - keys.length)} more` : '';
        return `${rule.name}: ${keys.map((key) => (key === '' ? 'all' : key)).join(', ')}${more}`;
      })
      .join('; ');
  const lines = [
    `${name}: seed ${seed}, stuck: ended at ${seconds(timeUs)} s before its rules were met`,
    named('waiting') === '' ? '' : `still waiting: ${named('waiting')}`,
    named('violated') === '' ? '' : `violated: ${named('violated')}`,
    `${grouped(steps)} steps, ${grouped(eventsPublished)} events, hash ${hash}`,
  ];
  return `${lines.filter((line) => line !== '').join('\n')}\n`;
}

function nodeTable(nodes: readonly NodeReport[]): string {
  const columns = [
    { title: 'Node' },
    { title: 'State' },
    number('Per second'),
    number('Utilisation'),
    number('Busy'),
    number('Queue'),
    number('Longest'),
    number('At the end'),
  ];
  const rows = nodes.map(({ id, state, throughputPerSecond, utilisation, busy, queue }) => [
    id,
    state,
    plain(throughputPerSecond),
    utilisation === null ? '' : perCent(utilisation),
    plain(busy.mean),
    plain(queue.mean),
    plain(queue.highest),
    plain(queue.now),
  ]);
  return textTable(columns, rows);
}

/** Who waits at a door is in no queue and in no wait of it: by Little's law, the time there is that of those let in. */
function doorTable({ nodes, timeUs }: RunReport): string {
  const columns = [{ title: 'Node' }, ...['Mean', 'Most', 'At the end', 'Mean ms'].map(number)];
  const rows = nodes
    .filter(({ door }) => door.highest > 0)
    .map(({ id, door, ledger }) => {
      const letIn = ledger.accepted ?? 0;
      const waited = letIn === 0 ? '' : milliseconds((door.mean * timeUs) / letIn);
      return [id, plain(door.mean), plain(door.highest), plain(door.now), waited];
    });
  return rows.length === 0 ? '' : textTable(columns, rows);
}

function timeTable({ nodes, eventTypes }: RunReport): string {
  const columns = [
    { title: 'Of' },
    { title: 'Time' },
    ...['Count', 'Mean', 'p50', 'p95', 'p99', 'Longest'].map(number),
  ];
  const row = (of: string, time: string, figures: TimeFigures | null) =>
    figures === null
      ? []
      : [
          [
            of,
            time,
            grouped(figures.count),
            ...[figures.meanUs, figures.p50Us, figures.p95Us, figures.p99Us, figures.longestUs].map(
              milliseconds,
            ),
          ],
        ];
  const rows = [
    ...nodes.flatMap(({ id, wait, service, response }) => [
      ...row(id, 'wait', wait),
      ...row(id, 'service', service),
      ...row(id, 'response', response),
    ]),
    ...eventTypes.flatMap(({ id, lifetime }: EventTypeReport) => row(id, 'lifetime', lifetime)),
  ];
  return textTable(columns, rows);
}

function stateTable(nodes: readonly NodeReport[]): string {
  const rows = nodes.map(({ id, residenceUs }) => {
    const total = Object.values(residenceUs).reduce((sum, us) => sum + us, 0);
    const states = Object.entries(residenceUs).filter(([, us]) => us > 0);
    return [id, states.map(([state, us]) => `${state} ${perCent(us / total)}`).join(', ')];
  });
  return textTable([{ title: 'Node' }, { title: 'States' }], rows);
}

function wireTable({ wires }: RunReport): string {
  const columns = [
    { title: 'Wire' },
    { title: 'From' },
    { title: 'To' },
    ...['Sent', 'Arrived', 'Lost', 'Per second'].map(number),
  ];
  const rows = wires.map(({ id, from, to, sent, arrived, lost, throughputPerSecond }) => [
    id,
    from,
    to,
    grouped(sent),
    grouped(arrived),
    grouped(lost),
    plain(throughputPerSecond),
  ]);
  return textTable(columns, rows);
}

function ledgerTable({ ledger, nodes, eventTypes }: RunReport): string {
  const text = (counts: FactCounts) =>
    Object.entries(counts)
      .map(([fact, count]) => `${fact} ${grouped(count)}`)
      .join(', ');
  const rows = [
    ['all', text(ledger)],
    ...eventTypes.map((type) => [type.id, text(type.ledger)]),
    ...nodes.map((node) => [node.id, text(node.ledger)]),
  ];
  return textTable(
    [{ title: 'Of' }, { title: 'Fates' }],
    rows.filter(([, fates]) => fates !== ''),
  );
}

function intervalTable(figures: readonly FigureInterval[], counted: string): string {
  const columns = [{ title: 'Of' }, { title: 'Figure' }, ...['Mean', 'From', 'To', counted].map(number)];
  const rows = figures.map(({ id, figure, interval, missing }) => {
    const isTime = figure.endsWith('Us');
    const value = (one: number) => (isTime ? milliseconds(one) : plain(one));
    const name = isTime ? figure.replace(/Us$/, 'Ms') : figure;
    return interval === null
      ? [id, name, `(${missing ?? ''})`]
      : [id, name, value(interval.mean), value(interval.low), value(interval.high), String(interval.count)];
  });
  return textTable(columns, rows);
}
