import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { problemMessage } from '#engine/model/problemMessage';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { FlowDoc } from '#engine/model/FlowDoc';
import type { Token } from '#engine/model/NodeKind';
import { parseFlowText } from '#engine/model/parseFlow';
import type { BusView } from '#kinds/bus/BusView';
import { kindById, kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import type { StoreView } from '#kinds/store/StoreView';
import { Run } from './Run';
import type { Frame, RunSummary, TraceEntry } from './Trace';

/*
 * Golden traces: every `golden/<case>.flow.json` is run to its end and its trace compared with
 * `golden/<case>.trace.txt`. One small flow for each rule of docs/semantics.md;
 * its description states the rule.
 */

const folder = fileURLToPath(new URL('./golden/', import.meta.url));
const cases = readdirSync(folder)
  .filter((name) => name.endsWith('.flow.json'))
  .map((name) => name.replace('.flow.json', ''))
  .toSorted();
const isUpdating = process.env['UPDATE_GOLDEN'] === '1';
/** A longer trace would not be read by anybody. */
const mostLines = 80;

test('every trace belongs to a flow', () => {
  const traces = readdirSync(folder).filter((name) => name.endsWith('.trace.txt'));
  expect(
    traces.map((name) => name.replace('.trace.txt', '')).filter((name) => !cases.includes(name)),
  ).toEqual([]);
  expect(cases.length).toBeGreaterThan(20);
});

test.each(cases.map((name) => [name, claimOf(read(name))] as const))('%s: %s', (name) => {
  const trace = traceOf(read(name));
  const path = `${folder}${name}.trace.txt`;
  if (isUpdating) writeFileSync(path, trace);
  expect(firstDifference(existsSync(path) ? readFileSync(path, 'utf8') : '', trace)).toBeNull();
});

function read(name: string): FlowDoc {
  const result = parseFlowText(readFileSync(`${folder}${name}.flow.json`, 'utf8'), kinds);
  if (!result.ok) throw new Error(`${name}: ${result.problems.map(problemMessage).join(' ')}`);
  return result.value;
}

/** The first sentence of the description is the rule that the case shows. */
function claimOf({ description }: FlowDoc): string {
  return description.split('. ')[0] ?? '';
}

function firstDifference(expected: string, actual: string): string | null {
  if (expected === actual) return null;
  const [old, fresh] = [expected.split('\n'), actual.split('\n')];
  const line = fresh.findIndex((text, index) => text !== old[index]);
  const index = line < 0 ? fresh.length : line;
  return [
    `line ${index + 1} was    ${old[index] ?? '(nothing)'}`,
    `line ${index + 1} is now ${fresh[index] ?? '(nothing)'}`,
    'Is that what people who run such systems would expect? If so: UPDATE_GOLDEN=1 npx vitest run golden',
  ].join('\n');
}

function traceOf(doc: FlowDoc): string {
  const run = new Run(runningKinds);
  run.load(doc);
  while (run.advance(1_000));
  const entries = run.entries({ from: 1, count: mostLines });
  const summary = run.summary();
  expect(entries.length).toBe(summary.steps);
  const writer = new TraceWriter(doc);
  const lines = [
    `# ${doc.description}`,
    '',
    ...entries.map((entry) => writer.step(entry)),
    '',
    ...writer.books(run.frame({ step: summary.steps })),
    writer.summary(summary),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

/** Writes a trace so that it reads like a log. */
class TraceWriter {
  private readonly doc: FlowDoc;
  private readonly nameWidth: number;

  constructor(doc: FlowDoc) {
    this.doc = doc;
    this.nameWidth = Math.max(...doc.nodes.map(({ id }) => id.length));
  }

  /** Time in ms, node, step, event and sender; after each bar: lifecycle, facts, intervention. */
  step(entry: TraceEntry): string {
    const { name, kind, node, timeUs } = entry;
    const step = name === '' || name === kind ? kind : `${kind}.${name}`;
    const what = [step, ...this.token(entry.token), ...this.sender(entry)].join(' ');
    const facts = entry.facts.map((fact) => {
      const isSame = fact.token === null || fact.token.number === entry.token?.number;
      const detail = fact.detail === '' ? '' : ` (${fact.detail})`;
      return `${fact.code}${isSame ? '' : ` ${this.token(fact.token).join(' ')}`}${detail}`;
    });
    const columns = [
      `${this.ms(timeUs).padStart(8)}  ${this.nodeId(node).padEnd(this.nameWidth)}  ${what}`,
      path(entry),
      facts.join(', '),
      entry.intervention === '' ? '' : `by ${entry.intervention}`,
    ];
    return columns.filter((column) => column !== '').join('  | ');
  }

  /** What became of every copy on every bus, and what the stores hold. */
  books(end: Frame): readonly string[] {
    return this.doc.nodes.flatMap(({ id, kind, settings }, index) => {
      const view = end.nodes[index]?.view;
      const role = kindById.get(kind)?.facts(settings).role;
      // Each role has one kind, and with it one view.
      if (role === 'bus') return this.bus(id, view as BusView);
      if (role === 'store')
        return (view as StoreView).recent.map(({ key, value }) => `${id}: ${key} = ${value}`);
      return [];
    });
  }

  summary(summary: RunSummary): string {
    const names = summary.waiting.map((node) => this.nodeId(node)).join(' → ');
    return [
      `${summary.status}${names === '' ? '' : ` (${names})`} at ${this.ms(summary.timeUs)} ms`,
      `${summary.steps} steps`,
      ...Object.entries(summary.facts).map(([code, count]) => `${count} ${code}`),
      `hash ${summary.hash}`,
    ].join(' · ');
  }

  private bus(id: string, view: BusView): readonly string[] {
    const kept = view.keptCount > 0 ? [`${id}: ${view.keptCount} kept`] : [];
    const door = view.doorCount > 0 ? [`${id}: ${view.doorCount} at the door`] : [];
    const queues = view.queues.map((queue) => {
      const rest = queue.waitingCount + queue.unackedCount + queue.retryingCount;
      const fates = {
        delivered: queue.delivered,
        dropped: queue.dropped,
        expired: queue.expired,
        'dead-lettered': queue.deadLettered,
        lost: queue.lost,
        'still here': rest,
      };
      const sum = Object.entries(fates).filter(([, count]) => count > 0);
      const text = sum.map(([fate, count]) => `${count} ${fate}`).join(' + ');
      return `${id}/${queue.group}: ${queue.accepted} accepted = ${text === '' ? '0' : text}`;
    });
    return [...queues, ...door, ...kept];
  }

  private token(token: Token | null): readonly string[] {
    if (token === null) return [];
    return [`#${token.number}`, this.doc.eventTypes[token.type]?.name ?? '?', token.subject];
  }

  private sender({ wire, kind }: TraceEntry): readonly string[] {
    const over = this.doc.wires[wire];
    if (over === undefined) return [];
    return ['from', kind === 'ack' ? over.to.node : over.from.node];
  }

  private nodeId(node: number): string {
    return this.doc.nodes[node]?.id ?? '?';
  }

  private ms(us: number): string {
    return (us / 1000).toFixed(us % 1000 === 0 ? 0 : 3);
  }
}

/** The lifecycle states gone through, with the letters between them. */
function path({ transitions }: TraceEntry): string {
  const [first] = transitions;
  if (first === undefined) return '';
  return `${first.from}${transitions.map(({ letter, to }) => ` –${letter}→ ${to}`).join('')}`;
}
