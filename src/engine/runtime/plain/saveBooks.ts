import type { Core } from '#engine/core/Core';
import * as at from '#engine/core/layout';
import { factCodes } from '#engine/model/facts';
import type { Simulation } from '../Simulation';
import { binCount } from '../timeBins';
import type { Arrangement } from './layOut';

const facts = factCodes.length;
const samplesEach = 48;
const levelsEach = 12;

/** Copies everything back that `loadBooks` took, as it stands now. */
export function saveBooks(core: Core, simulation: Simulation, lay: Arrangement): void {
  const { exports, floats, words } = core;
  const counts = new Uint32Array(words.buffer);
  const { counters, hash, metrics, plan } = simulation;
  hash.goOn(exports.low.value, exports.high.value, exports.hashed.value);
  simulation.eventCount = exports.events.value >>> 0;
  simulation.callCount = exports.calls.value >>> 0;
  simulation.stepCount = exports.steps.value >>> 0;
  simulation.clock[0] = exports.now.value;
  plan.nodes.forEach((_, node) => saveStation(core, counts, simulation, node, lay));
  plan.wires.forEach((_, wire) => {
    const place = lay.wires + wire * at.wireSize;
    counters.byWire[4 * wire] = counts[(place + at.sentAt) >> 2] ?? 0;
    counters.byWire[4 * wire + 1] = counts[(place + at.arrivedAt) >> 2] ?? 0;
    simulation.lastArrivalUs[wire] = floats[(place + at.lastArrivalUsAt) >> 3] ?? 0;
  });
  const types = counters.byType.length / facts;
  counters.byType.set(counts.subarray(lay.typeFacts >> 2, (lay.typeFacts >> 2) + facts * types));
  const { samples, typeSamples } = metrics;
  typeSamples.numbers.set(
    floats.subarray(lay.typeSamples >> 3, (lay.typeSamples >> 3) + typeSamples.numbers.length),
  );
  const binsFrom = (place: number, size: number) =>
    counts.subarray(place >> 2, (place >> 2) + size * binCount);
  samples.takeBins(binsFrom(lay.histograms, samples.size));
  typeSamples.takeBins(binsFrom(lay.typeHistograms, types));
}

function saveStation(
  { floats, words }: Core,
  counts: Uint32Array,
  simulation: Simulation,
  node: number,
  lay: Arrangement,
): void {
  const { counters, lifecycles, metrics, streams } = simulation;
  const place = lay.stations + node * at.stationSize;
  const word = (place + at.luckAt) >> 2;
  streams.words.set(words.subarray(word, word + 4), 4 * node);
  simulation.lastStepUs[node] = floats[(place + at.lastStepUsAt) >> 3] ?? 0;
  const page = lifecycles.page(node);
  const books = (place + at.booksAt) >> 3;
  lifecycles.books.set(floats.subarray(books, books + page.length), page.from);
  page.stand(
    words[(place + at.stateAt) >> 2] ?? 0,
    words[(place + at.lastEdgeAt) >> 2] ?? -1,
    counts[(place + at.lastEdgeStepAt) >> 2] ?? 0,
  );
  const levels = (place + at.levelsAt) >> 3;
  metrics.levels.numbers.set(floats.subarray(levels, levels + levelsEach), levelsEach * node);
  const samples = (place + at.samplesAt) >> 3;
  metrics.samples.numbers.set(floats.subarray(samples, samples + samplesEach), samplesEach * node);
  const first = (place + at.factsAt) >> 2;
  const { byFact, byNode } = counters;
  for (let code = 0; code < facts; code += 1) {
    const count = counts[first + code] ?? 0;
    const before = byNode[facts * node + code] ?? 0;
    if (count === before) continue;
    byFact[code] = (byFact[code] ?? 0) + count - before;
    byNode[facts * node + code] = count;
  }
}
