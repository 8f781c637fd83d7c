import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allenCunneen } from './allenCunneen';
import { closedNetwork } from './closedNetwork';
import { departureVariation, mergedVariation, thinnedVariation } from './departureVariation';
import { forkJoinOfTwo, longestOf, nelsonTantawi } from './forkJoin';
import { generalArrivals } from './generalArrivals';
import { markovQueue } from './markovQueue';
import { openNetwork } from './openNetwork';
import { pollaczekKhinchine } from './pollaczekKhinchine';
import { priorityServers } from './priorityServers';
import { transformOf } from './transformOf';

/* Closed forms against the balance equations of their Markov chains, solved as numbers: what goes in is what goes out. */

type Arrow = readonly [to: string, rate: number];

/** The long-run probability of each state, by Gauss-Seidel until nothing moves. States are texts; `next` gives arrows. */
function stationary(start: string, next: (state: string) => readonly Arrow[]): ReadonlyMap<string, number> {
  const index = new Map([[start, 0]]);
  const incoming: (readonly [number, number])[][] = [[]];
  const out: number[] = [];
  for (const [state, from] of index) {
    out[from] = 0;
    for (const [to, rate] of next(state)) {
      if (rate <= 0 || to === state) continue;
      const place = index.get(to) ?? index.size;
      index.set(to, place);
      (incoming[place] ??= []).push([from, rate]);
      out[from] = (out[from] ?? 0) + rate;
    }
  }
  const share = new Float64Array(index.size).fill(1 / index.size);
  for (let round = 0; round < 200_000; round += 1) {
    let moved = 0;
    for (let place = 0; place < share.length; place += 1) {
      let inflow = 0;
      for (const [from, rate] of incoming[place] ?? []) inflow += (share[from] ?? 0) * rate;
      const value = inflow / (out[place] ?? 1);
      moved = Math.max(moved, Math.abs(value - (share[place] ?? 0)));
      share[place] = value;
    }
    const sum = share.reduce((total, one) => total + one, 0);
    for (let place = 0; place < share.length; place += 1) share[place] = (share[place] ?? 0) / sum;
    if (moved < 1e-16) break;
  }
  return new Map([...index].map(([state, place]) => [state, share[place] ?? 0]));
}

function meanOf(shares: ReadonlyMap<string, number>, value: (counts: readonly number[]) => number): number {
  let sum = 0;
  for (const [state, share] of shares) sum += share * value(state.split(' ').map(Number));
  return sum;
}

/** By what share two numbers differ. */
function apart(found: number, wanted: number): number {
  return Math.abs(found - wanted) / Math.max(1e-3, Math.abs(wanted));
}

describe('closed networks by mean value analysis', () => {
  const station = fc.record({
    demand: fc.double({ min: 0.1, max: 5, noNaN: true }),
    servers: fc.constantFrom(1, 2, 3, Infinity),
  });

  test('are what the balance equations of a ring of lines say', () => {
    fc.assert(
      fc.property(
        fc.array(station, { minLength: 2, maxLength: 3 }),
        fc.integer({ min: 1, max: 6 }),
        (stations, customers) => {
          const start = stations.map((_, index) => (index === 0 ? customers : 0)).join(' ');
          const shares = stationary(start, (state) => {
            const counts = state.split(' ').map(Number);
            return stations.map(({ demand, servers }, from): Arrow => {
              const to = counts.map((count, index) => {
                const gone = index === from ? 1 : 0;
                return count - gone + (index === (from + 1) % counts.length ? 1 : 0);
              });
              return [to.join(' '), Math.min(counts[from] ?? 0, servers) / demand];
            });
          });
          const found = closedNetwork(stations, customers);
          stations.forEach(({ demand, servers }, index) => {
            expect(
              apart(
                found.stations[index]?.meanInSystem ?? 0,
                meanOf(shares, (counts) => counts[index] ?? 0),
              ),
            ).toBeLessThan(1e-9);
            const busy = meanOf(shares, (counts) => Math.min(counts[index] ?? 0, servers));
            expect(apart(found.throughput * demand, busy)).toBeLessThan(1e-9);
          });
        },
      ),
      { seed: 7, numRuns: 30 },
    );
  });

  test('with one customer are the sum of what a round takes', () => {
    const { throughput } = closedNetwork(
      [
        { demand: 30, servers: 1 },
        { demand: 80, servers: 4 },
        { demand: 120, servers: Infinity },
      ],
      1,
    );
    expect(apart(throughput, 1 / 230)).toBeLessThan(1e-9);
  });
});

describe('fork and join', () => {
  test.each([0.2, 0.5])('of two parts under a load of %f is what the balance equations say', (load) => {
    const most = load < 0.3 ? 28 : 60;
    const shares = stationary('0 0', (state) => {
      const [a = 0, b = 0] = state.split(' ').map(Number);
      const arrows: Arrow[] = [];
      if (a < most && b < most) arrows.push([`${a + 1} ${b + 1}`, load]);
      if (a > 0) arrows.push([`${a - 1} ${b}`, 1]);
      if (b > 0) arrows.push([`${a} ${b - 1}`, 1]);
      return arrows;
    });
    // Both lines serve in order, so that as much work is not complete as the longer line has; then Little's law.
    expect(
      apart(forkJoinOfTwo(load, 1), meanOf(shares, (counts) => Math.max(...counts)) / load),
    ).toBeLessThan(1e-9);
  });

  test('of any number of parts is near at light load, where the longest of exponential times is left', () => {
    for (let parts = 1; parts <= 8; parts += 1) {
      expect(
        apart(nelsonTantawi(parts, 0, 3), longestOf(Array.from({ length: parts }, () => 3))),
      ).toBeLessThan(1e-9);
    }
    expect(apart(longestOf([1, 2]), 1 + 2 - 1 / (1 + 1 / 2))).toBeLessThan(1e-9);
    expect(forkJoinOfTwo(1, 1)).toBe(Infinity);
  });
});

describe('several servers with priorities', () => {
  test('wait as the balance equations say', () => {
    const rates = [0.5, 0.4] as const;
    const most = 70;
    const shares = stationary('0 0 0', (state) => {
      const [busy = 0, high = 0, low = 0] = state.split(' ').map(Number);
      const arrows: Arrow[] = [];
      if (busy < 2) arrows.push([`${busy + 1} 0 0`, rates[0] + rates[1]]);
      else {
        if (high < most) arrows.push([`2 ${high + 1} ${low}`, rates[0]]);
        if (low < most) arrows.push([`2 ${high} ${low + 1}`, rates[1]]);
      }
      if (high > 0) arrows.push([`2 ${high - 1} ${low}`, 2]);
      else if (low > 0) arrows.push([`2 0 ${low - 1}`, 2]);
      else if (busy > 0) arrows.push([`${busy - 1} 0 0`, busy]);
      return arrows;
    });
    const [first, second] = priorityServers(rates, 1, 2);
    expect(apart(first?.meanWait ?? 0, meanOf(shares, ([, high = 0]) => high) / rates[0])).toBeLessThan(1e-9);
    expect(apart(second?.meanWait ?? 0, meanOf(shares, ([, , low = 0]) => low) / rates[1])).toBeLessThan(
      1e-9,
    );
  });

  test('starve who is not important where the others are too many', () => {
    const [first, second] = priorityServers([1.5, 1], 1, 2);
    expect(first?.meanWait).toBeCloseTo(0.5 / (1 - 0.75), 9);
    expect(second).toMatchObject({ meanWait: Infinity, throughput: 0.5 });
  });
});

describe('open networks with feedback', () => {
  test('are what the balance equations say', () => {
    const most = 45;
    const next = [
      [0.1, 0.6],
      [0.3, 0],
    ] as const;
    const mean = [0.25, 0.4];
    const shares = stationary('0 0', (state) => {
      const counts = state.split(' ').map(Number);
      const moved = (from: number, to: number) =>
        counts.map((count, index) => count - (index === from ? 1 : 0) + (index === to ? 1 : 0));
      const arrows: Arrow[] = [];
      if ((counts[0] ?? 0) < most) arrows.push([moved(-1, 0).join(' '), 1]);
      next.forEach((row, from) => {
        if ((counts[from] ?? 0) === 0) return;
        const rate = 1 / (mean[from] ?? 1);
        row.forEach((share, to) => {
          if ((counts[to] ?? 0) < most) arrows.push([moved(from, to).join(' '), rate * share]);
        });
        arrows.push([moved(from, -1).join(' '), rate * (1 - row[0] - row[1])]);
      });
      return arrows;
    });
    const found = openNetwork(
      next.map((row, index) => ({
        arrivalRate: index === 0 ? 1 : 0,
        meanService: mean[index] ?? 0,
        servers: 1,
        next: row,
      })),
    );
    expect(
      apart(
        found?.[0]?.meanInSystem ?? 0,
        meanOf(shares, ([count = 0]) => count),
      ),
    ).toBeLessThan(1e-9);
    expect(
      apart(
        found?.[1]?.meanInSystem ?? 0,
        meanOf(shares, ([, count = 0]) => count),
      ),
    ).toBeLessThan(1e-9);
  });
});

describe('arrivals of other laws', () => {
  test('constant ones have the root that Newton’s method finds', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 0.95, noNaN: true }), (load) => {
        let root = 0;
        for (let turn = 0; turn < 60; turn += 1) {
          const value = Math.exp(-(1 - root) / load);
          root -= (root - value) / (1 - value / load);
        }
        const transform = transformOf({ law: 'constant', mean: 1 / load });
        expect(
          apart(generalArrivals(load, 1, transform ?? (() => 0)).meanWait, root / (1 - root)),
        ).toBeLessThan(1e-9);
      }),
      { seed: 3, numRuns: 100 },
    );
  });

  test('those of two phases are what the balance equations say', () => {
    // Erlang-2 between arrivals is a gamma law of shape 2: the chain knows the phase.
    const shares = stationary('0 0', (state) => {
      const [count = 0, phase = 0] = state.split(' ').map(Number);
      const arrows: Arrow[] = [[phase === 0 ? `${count} 1` : `${Math.min(count + 1, 80)} 0`, 1.4]];
      if (count > 0) arrows.push([`${count - 1} ${phase}`, 1]);
      return arrows;
    });
    const transform = transformOf({ law: 'gamma', mean: 2 / 1.4, shape: 2 });
    const found = generalArrivals(0.7, 1, transform ?? (() => 0));
    expect(
      apart(
        found.meanInSystem,
        meanOf(shares, ([count = 0]) => count),
      ),
    ).toBeLessThan(1e-9);
  });

  test('the transform of a uniform law is its integral', () => {
    const transform = transformOf({ law: 'uniform', min: 1, max: 4 });
    for (const s of [0, 1e-6, 0.3, 5]) {
      const steps = 20_000;
      let sum = 0;
      for (let step = 0; step < steps; step += 1) sum += Math.exp(-s * (1 + (3 * (step + 0.5)) / steps));
      expect(Math.abs((transform?.(s) ?? 0) - sum / steps)).toBeLessThan(1e-8);
    }
  });
});

describe('approximations', () => {
  test('Allen and Cunneen are exact for M/M/c and M/G/1', () => {
    const markov = markovQueue({ arrivalRate: 20, meanService: 0.1, servers: 3 });
    expect(
      apart(allenCunneen(20, 1, { mean: 0.1, squaredVariation: 1 }, 3).meanWait, markov.meanWait),
    ).toBeLessThan(1e-9);
    const service = { mean: 2, squaredVariation: 0.3 };
    expect(
      apart(allenCunneen(0.4, 1, service, 1).meanWait, pollaczekKhinchine(0.4, service).meanWait),
    ).toBeLessThan(1e-9);
    expect(allenCunneen(0.9, 0, { mean: 1, squaredVariation: 0 }, 1).meanWait).toBe(0);
  });

  test('the equations of QNA keep Poisson streams Poisson', () => {
    expect(apart(departureVariation(0.7, 3, 1, 1), 1)).toBeLessThan(1e-9);
    expect(apart(thinnedVariation(1, 0.3), 1)).toBeLessThan(1e-9);
    expect(
      apart(
        mergedVariation(
          [
            { rate: 2, variation: 1 },
            { rate: 5, variation: 1 },
          ],
          0.8,
        ),
        1,
      ),
    ).toBeLessThan(1e-9);
    // A busy server lets its own times out, an idle one what came to it.
    expect(apart(departureVariation(1, 1, 4, 0.5), 0.5)).toBeLessThan(1e-9);
    expect(apart(departureVariation(0, 1, 4, 0.5), 4)).toBeLessThan(1e-9);
  });
});
