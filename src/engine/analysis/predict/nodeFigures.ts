import { groupsOf } from '#engine/analysis/lint/groupsOf';
import type { LintFlow, LintNode } from '#engine/analysis/lint/LintFlow';
import { mechanicsOf } from './flowArcs';
import type { FlowRates } from './FlowRates';
import type { HoldingTimes } from './holding';
import type { NodePrediction, PredictedFigure } from './Prediction';
import type { Solved } from './solveStation';

/** A flow with all its stations solved. */
export interface SolvedFlow {
  readonly flow: LintFlow;
  readonly rates: FlowRates;
  readonly times: HoldingTimes;
  readonly solved: readonly Solved[];
}

/** What is predicted of one node, under the names that figures have in the report of a run. */
export function nodeFigures(whole: SolvedFlow, node: LintNode): NodePrediction {
  const { arrivals, line, work, access } = mechanicsOf(node);
  const own = whole.solved.find(({ station }) => station.nodes.includes(node));
  const found =
    arrivals !== undefined
      ? ofSource(whole, node, own)
      : line !== undefined
        ? ofLine(whole, node)
        : work !== undefined
          ? ofWorker(whole, node, own)
          : access !== undefined
            ? ofStore(whole, node)
            : [];
  const isOverloaded = whole.solved.some(
    ({ station, means }) =>
      means?.meanWait === Infinity && (station === own?.station || station.waitsAt.includes(node)),
  );
  return { id: node.id, figures: found.filter(({ value }) => Number.isFinite(value)), isOverloaded };
}

type Named = Pick<Solved, 'tier' | 'model'>;

const byRates: Named = { tier: 'exact', model: 'flow' };

function figure(name: string, value: number, { tier, model }: Named): readonly PredictedFigure[] {
  return tier === null || model === null ? [] : [{ figure: name, value, tier, model }];
}

/** Events a second that come to a node and are passed on; null where nobody can say. */
function passedAt({ flow, rates, solved }: SolvedFlow, node: LintNode): number | null {
  let sum = 0;
  for (const type of flow.types.keys()) {
    const rate = rates.at(node, type);
    if (typeof rate !== 'number') return null;
    sum += rate * rates.passed(node, type) * 1000;
  }
  // Where a line may be full and no theory says how often, what leaves it is only bounded.
  const own = solved.find(({ station }) => station.nodes.includes(node));
  return own !== undefined && own.throughput === null && own.arrivals.rate > 0 ? null : sum;
}

/** Events a second that come to a node. */
function comingTo({ flow, rates }: SolvedFlow, node: LintNode): number | null {
  const all = [...flow.types.keys()].map((type) => rates.at(node, type));
  const known = all.flatMap((rate) => (typeof rate === 'number' ? [rate] : []));
  return known.length < all.length ? null : known.reduce((sum, rate) => sum + rate * 1000, 0);
}

/** Rates are sums over ways, and as sure as what may be turned away or held up on them. */
function tierOfRates({ solved }: SolvedFlow): Named {
  const isRough = solved.some(
    ({ tier, means, station }) =>
      (tier !== 'exact' && station.places < Infinity) ||
      (tier === 'approximation' && (means?.lossProbability ?? 0) > 0) ||
      station.refusals.some(
        ({ code }) => code.startsWith('blocks') || code === 'waits-for-others' || code === 'caller-bound',
      ),
  );
  return isRough ? { tier: 'approximation', model: 'flow' } : byRates;
}

function ofSource(whole: SolvedFlow, node: LintNode, own: Solved | undefined): readonly PredictedFigure[] {
  const rate = passedAt(whole, node);
  if (rate === null) return [];
  const throughput = figure('throughputPerSecond', rate, tierOfRates(whole));
  if (own === undefined || own.means === null || own.holding === null) return throughput;
  const { means } = own;
  return [
    ...throughput,
    ...figure('busy.mean', means.meanBusy, own),
    ...figure('queue.mean', means.meanQueue, own),
    ...figure('wait.meanUs', means.meanWait * 1000, own),
    ...figure('response.meanUs', own.holding.mean * 1000, own),
  ];
}

function ofLine(whole: SolvedFlow, node: LintNode): readonly PredictedFigure[] {
  const waiting = whole.solved.filter(({ station }) => station.waitsAt.includes(node));
  const copies = node.outs.filter(({ isDeadLetter }) => !isDeadLetter).map(({ to }) => to);
  const passed = [...new Set(copies)].map((to) => {
    const served = whole.solved.find(({ station }) => station.nodes.includes(to))?.station;
    // Where nobody waits in the line, it hands on all that comes.
    const isHere = served === undefined || (served.waitsAt.includes(node) && served.servers < Infinity);
    const rate = isHere ? passedAt(whole, to) : comingTo(whole, to);
    return rate === null || to.ins.some(({ from }) => from !== node && mechanicsOf(from).line !== undefined)
      ? null
      : rate * (served?.deliveries ?? 1);
  });
  const rates = passed.flatMap((rate) => rate ?? []);
  const throughput =
    rates.length < passed.length
      ? []
      : figure(
          'throughputPerSecond',
          rates.reduce((sum, rate) => sum + rate, 0),
          tierOfRates(whole),
        );
  return [...throughput, ...waitsOf(node, waiting)];
}

function waitsOf(node: LintNode, waiting: readonly Solved[]): readonly PredictedFigure[] {
  const { line, beyond } = mechanicsOf(node);
  const known = waiting.filter(({ means, station }) => means !== null && station.isOnePlace);
  if (known.length === 0 || known.length < waiting.length) return [];
  // What is held back from the line for a while counts among those that wait in it.
  const isDelayed = beyond.some(({ setting }) => setting.startsWith('delay'));
  const [first] = known.toSorted((a, b) => Number(a.tier === 'exact') - Number(b.tier === 'exact'));
  const here = known.filter(({ station }) => station.waitsAt[0] === node && station.waitsAt.length === 1);
  const sum = (of: (one: Solved) => number) => here.reduce((total, one) => total + of(one), 0);
  const queue = sum(({ means }) => means?.meanQueue ?? 0);
  const served = sum(({ means }) => means?.throughput ?? 0);
  const wait = sum(({ means }) => (means?.throughput ?? 0) * (means?.meanWait ?? 0)) / served;
  const isNoted = (code: string) =>
    known.some(({ station }) => station.notes.some((one) => one.code === code));
  // Callers at the door of a full line count neither among those that wait in it nor in its waits.
  const isBlocked = isNoted('blocks-callers');
  const isPlain =
    !isBlocked && !isNoted('drop-oldest') && known.every(({ station }) => station.deliveries === 1);
  const isByCopy = line?.how === 'queue' || (line?.how === 'loop' && groupsOf(node).length === 1);
  return [
    ...(isDelayed || isBlocked || first === undefined ? [] : figure('queue.mean', queue, first)),
    ...(isPlain && isByCopy && first !== undefined && served > 0
      ? figure('wait.meanUs', wait * 1000, first)
      : []),
  ];
}

function ofWorker(whole: SolvedFlow, node: LintNode, own: Solved | undefined): readonly PredictedFigure[] {
  const { flow, rates, times } = whole;
  const rate = passedAt(whole, node);
  const sizes = new Set(own?.station.nodes.map(({ facts }) => facts.servers));
  // Of those who compete and are not alike in size, only all together are known.
  if (rate === null || sizes.size > 1) return [];
  const deliveries = own?.station.deliveries ?? 1;
  const named = tierOfRates(whole);
  const throughput = figure('throughputPerSecond', rate * deliveries, named);
  let busy = 0;
  for (const type of flow.types.keys()) {
    const passed = rates.rate(node, type) * rates.passed(node, type);
    const { time } = passed === 0 ? { time: null } : times.work(node, type);
    if (passed > 0 && time === null) return throughput;
    busy += passed * deliveries * (time?.mean ?? 0);
  }
  const { servers } = node.facts;
  const service = rate === 0 ? NaN : busy / ((rate * deliveries) / 1000);
  const work = [
    ...throughput,
    ...(Number.isFinite(servers)
      ? figure('utilisation', Math.min(1, busy / servers), named)
      : figure('busy.mean', busy, named)),
    ...figure('service.meanUs', service * 1000, named),
  ];
  if (own === undefined) return [...work, ...figure('response.meanUs', service * 1000, named)];
  return [...work, ...ownWait(node, own, service)];
}

function ownWait(node: LintNode, own: Solved, service: number): readonly PredictedFigure[] {
  const { station, means } = own;
  if (means === null || !station.isOnePlace || means.throughput === 0) return [];
  const isHere = station.waitsAt.every((one) => one === node) || station.waitsAt.at(-1) === node;
  const wait = isHere ? means.meanWait : 0;
  return [
    ...figure('queue.mean', isHere ? means.meanQueue : 0, own),
    ...figure('wait.meanUs', wait * 1000, own),
    ...figure('response.meanUs', (wait + service) * 1000, own),
  ];
}

function ofStore(whole: SolvedFlow, node: LintNode): readonly PredictedFigure[] {
  const callers = node.ins.map(({ from }) => {
    const work = mechanicsOf(from).work;
    const rate = passedAt(whole, from);
    return work === undefined || rate === null || !work.isAccessSure || work.failure > 0
      ? null
      : rate * (work.reads + work.writes);
  });
  const known = callers.flatMap((rate) => rate ?? []);
  return known.length < callers.length
    ? []
    : figure(
        'throughputPerSecond',
        known.reduce((sum, rate) => sum + rate, 0),
        tierOfRates(whole),
      );
}
