import { compileLifecycle } from '#engine/automata/compileLifecycle';
import type { Core } from '#engine/core/Core';
import * as at from '#engine/core/layout';
import { factCodes } from '#engine/model/facts';
import type { Simulation } from '../Simulation';
import { binCount } from '../timeBins';
import type { Arrangement } from './layOut';

const facts = factCodes.length;
const samplesEach = 48;
const levelsEach = 12;

/** Copies what a run has measured and counted, its luck and its hash, into a core in which the flow is laid out. */
export function loadBooks(core: Core, simulation: Simulation, lay: Arrangement): void {
  const { exports, floats, words } = core;
  const { counters, hash, metrics, plan } = simulation;
  const [low, high, hashed] = hash.words;
  exports.low.value = low;
  exports.high.value = high;
  exports.hashed.value = hashed;
  exports.events.value = simulation.eventCount;
  exports.calls.value = simulation.callCount;
  exports.steps.value = simulation.stepCount;
  exports.setNow(simulation.nowUs);
  plan.nodes.forEach((_, node) => loadStation(core, simulation, node, lay));
  plan.wires.forEach((_, wire) => {
    const place = lay.wires + wire * at.wireSize;
    const { sent, arrived } = counters.wire(wire);
    words[(place + at.sentAt) >> 2] = sent;
    words[(place + at.arrivedAt) >> 2] = arrived;
    floats[(place + at.lastArrivalUsAt) >> 3] = simulation.lastArrivalUs[wire] ?? 0;
  });
  floats.set(metrics.typeSamples.numbers, lay.typeSamples >> 3);
  words.set(counters.byType, lay.typeFacts >> 2);
  metrics.samples.eachBin((sample, bin, count) => {
    words[(lay.histograms >> 2) + sample * binCount + bin] = count;
  });
  metrics.typeSamples.eachBin((type, bin, count) => {
    words[(lay.typeHistograms >> 2) + type * binCount + bin] = count;
  });
}

function loadStation(core: Core, simulation: Simulation, node: number, lay: Arrangement): void {
  const { bytes, floats, words } = core;
  const { counters, lifecycles, metrics, plan, streams } = simulation;
  const place = lay.stations + node * at.stationSize;
  words.set(streams.words.subarray(4 * node, 4 * node + 4), (place + at.luckAt) >> 2);
  floats[(place + at.lastStepUsAt) >> 3] = simulation.lastStepUsOf(node);
  const table = compileLifecycle(plan.nodes[node]?.kind.automaton ?? nothing);
  table.edges.forEach((row, state) => {
    for (const { toIndex, index } of row.toReversed())
      bytes[place + at.edgesAt + state * at.edgesRow + toIndex] = index;
  });
  const page = lifecycles.page(node);
  const { state, edge, step } = page.standing;
  words[(place + at.stateAt) >> 2] = state;
  words[(place + at.lastEdgeAt) >> 2] = edge;
  words[(place + at.lastEdgeStepAt) >> 2] = step;
  const length = 1 + table.lifecycle.states.length + table.edgeCount;
  floats.set(lifecycles.books.subarray(page.from, page.from + length), (place + at.booksAt) >> 3);
  const { levels, samples } = metrics;
  floats.set(levels.numbers.subarray(levelsEach * node, levelsEach * (node + 1)), (place + at.levelsAt) >> 3);
  floats.set(
    samples.numbers.subarray(samplesEach * node, samplesEach * (node + 1)),
    (place + at.samplesAt) >> 3,
  );
  words.set(counters.byNode.subarray(facts * node, facts * (node + 1)), (place + at.factsAt) >> 2);
}

const nothing = { states: [], initial: '', accepting: [], transitions: {} };
