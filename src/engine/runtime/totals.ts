import { fact } from '#engine/model/facts';
import type { Counted, Fate, LedgerLine, Whereabouts } from '#engine/model/Ledger';
import { flightOf } from './Pending';
import { reportOf } from './report';
import type { RunReport } from './RunReport';
import type { Simulation } from './Simulation';

/** The ledger of one node. */
export interface NodeLedger {
  readonly node: number;
  readonly lines: readonly LedgerLine[];
}

/** The whole run so far: its report, and what became of everything, as equations. */
export interface Totals {
  readonly report: RunReport;
  /** Of all wires and nodes together, one line for all that is counted alike. */
  readonly flow: readonly LedgerLine[];
  readonly nodes: readonly NodeLedger[];
}

/** What a run has come to, and its ledger. */
export function totalsOf(simulation: Simulation): Totals {
  const nodes = simulation.plan.nodes
    .map((_, node) => ({ node, lines: ledgerOf(simulation, node) }))
    .filter(({ lines }) => lines.length > 0);
  const lines = [onWires(simulation), ...nodes.flatMap((one) => one.lines)];
  const counted: readonly Counted[] = ['messages', 'events', 'copies', 'deliveries', 'accesses', 'calls'];
  return {
    report: reportOf(simulation),
    flow: counted.flatMap((counts) => addedUp(lines.filter((line) => line.counts === counts))),
    nodes,
  };
}

function ledgerOf(simulation: Simulation, node: number): readonly LedgerLine[] {
  const { counters, plan } = simulation;
  const planned = plan.nodes[node];
  const arrived = (planned?.setup.inWires ?? []).reduce((sum, wire) => sum + counters.wire(wire).arrived, 0);
  const deduplicated = counters.countAt(node, fact.deduplicated);
  return planned?.behaviour.ledger?.(simulation.stateOf(node), planned.plan, { arrived, deduplicated }) ?? [];
}

/** Answers are not counted. */
function onWires(simulation: Simulation): LedgerLine {
  const { counters, pending, plan } = simulation;
  let underWay = 0;
  for (const { item, sinceUs, timeUs } of pending.entries()) {
    const flight = flightOf(item, sinceUs, timeUs, plan.wires);
    if (flight !== null && flight.kind !== 'ack') underWay += 1;
  }
  const counts = plan.wires.map((_, wire) => counters.wire(wire));
  const sum = (what: 'sent' | 'arrived' | 'lost') => counts.reduce((total, one) => total + one[what], 0);
  return {
    counts: 'messages',
    wires: [],
    came: sum('sent'),
    fates: { arrived: sum('arrived'), lost: sum('lost') },
    still: { underWay },
  };
}

function addedUp(lines: readonly LedgerLine[]): readonly LedgerLine[] {
  const [first] = lines;
  if (first === undefined) return [];
  const fates: Partial<Record<Fate, number>> = {};
  const still: Partial<Record<Whereabouts, number>> = {};
  for (const line of lines) {
    // The keys of these records are fates and whereabouts, and nothing else.
    for (const [fate, count] of Object.entries(line.fates) as [Fate, number][]) {
      fates[fate] = (fates[fate] ?? 0) + count;
    }
    for (const [place, count] of Object.entries(line.still) as [Whereabouts, number][]) {
      still[place] = (still[place] ?? 0) + count;
    }
  }
  const came = lines.reduce((sum, line) => sum + line.came, 0);
  return [{ counts: first.counts, wires: [], came, fates, still }];
}
