import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { erlangB } from './erlangB';
import { erlangC } from './erlangC';
import { generalArrivals } from './generalArrivals';
import { markovQueue } from './markovQueue';
import { openNetwork } from './openNetwork';
import { pollaczekKhinchine } from './pollaczekKhinchine';
import { priorityQueue } from './priorityQueue';

const options = { seed: 20_260_912, numRuns: 300 };
const loads = fc.double({ min: 0.01, max: 0.99, noNaN: true });
const times = fc.double({ min: 0.1, max: 10, noNaN: true });
const variations = fc.double({ min: 0, max: 6, noNaN: true });

/** By what share two numbers differ. */
function apart(found: number, wanted: number): number {
  return found === wanted ? 0 : Math.abs(found - wanted) / Math.max(Math.abs(wanted), 1e-3);
}

function factorial(n: number): number {
  return n <= 1 ? 1 : n * factorial(n - 1);
}

/** Weights of 0, 1, 2 … customers by the definition: a product of rates up over rates down. */
function weights(load: number, servers: number, most: number): readonly number[] {
  return Array.from({ length: most + 1 }, (_, count) =>
    count <= servers
      ? load ** count / factorial(count)
      : (load ** servers / factorial(servers)) * (load / servers) ** (count - servers),
  );
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('Erlang’s formulas', () => {
  test.each([
    // To 12 digits, from the definitions in exact fractions.
    [1, 1, 0.5],
    [2, 1, 0.2],
    [3, 2, 4 / 19],
    [5, 3, 81 / 736],
    [10, 5, 0.018384570336],
  ])('%i servers under a load of %f lose %f', (servers, load, lost) => {
    expect(Math.abs(erlangB(servers, load) - lost)).toBeLessThan(1e-11);
  });

  test.each([
    [1, 0.8, 0.8],
    [2, 1, 1 / 3],
    [3, 2, 4 / 9],
    [2, 3, 1],
  ])('at %i servers under a load of %f a share of %f waits', (servers, load, waits) => {
    expect(apart(erlangC(servers, load), waits)).toBeLessThan(1e-9);
  });

  test('are the ratios of sums that define them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), loads, (servers, utilisation) => {
        const load = servers * utilisation;
        const all = weights(load, servers, servers);
        expect(apart(erlangB(servers, load), (all[servers] ?? 0) / sum(all))).toBeLessThan(1e-9);
        const waiting = (all[servers] ?? 0) / (1 - utilisation);
        expect(apart(erlangC(servers, load), waiting / (sum(all.slice(0, servers)) + waiting))).toBeLessThan(
          1e-9,
        );
      }),
      options,
    );
  });

  test('hold for thousands of servers', () => {
    expect(erlangB(10_000, 10_000)).toBeCloseTo(Math.sqrt(2 / (Math.PI * 10_000)), 4);
  });
});

describe('M/M/c and M/M/c/K', () => {
  test('M/M/1 is ρ / (1 − ρ)', () => {
    fc.assert(
      fc.property(loads, times, (load, meanService) => {
        const means = markovQueue({ arrivalRate: load / meanService, meanService, servers: 1 });
        expect(apart(means.meanInSystem, load / (1 - load))).toBeLessThan(1e-9);
        expect(apart(means.meanWait, (load * meanService) / (1 - load))).toBeLessThan(1e-9);
        expect(apart(means.utilisation, load)).toBeLessThan(1e-9);
      }),
      options,
    );
  });

  test('a bounded queue is what its states say', () => {
    const loadsOfAll = fc.double({ min: 0.05, max: 3, noNaN: true });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 0, max: 12 }),
        loadsOfAll,
        times,
        (servers, places, utilisation, meanService) => {
          const load = servers * utilisation;
          const all = weights(load, servers, servers + places);
          const total = sum(all);
          const found = markovQueue({ arrivalRate: load / meanService, meanService, servers, places });
          const mean = (of: (count: number) => number) =>
            sum(all.map((weight, count) => weight * of(count))) / total;
          expect(apart(found.lossProbability, (all.at(-1) ?? 0) / total)).toBeLessThan(1e-9);
          expect(
            apart(
              found.meanQueue,
              mean((count) => Math.max(0, count - servers)),
            ),
          ).toBeLessThan(1e-9);
          expect(
            apart(
              found.meanBusy,
              mean((count) => Math.min(count, servers)),
            ),
          ).toBeLessThan(1e-9);
          expect(
            apart(
              found.meanInSystem,
              mean((count) => count),
            ),
          ).toBeLessThan(1e-9);
        },
      ),
      options,
    );
  });

  test('with no places it loses as Erlang says, and with many it is the unbounded queue', () => {
    const loss = markovQueue({ arrivalRate: 5, meanService: 1, servers: 10, places: 0 });
    expect(apart(loss.lossProbability, erlangB(10, 5))).toBeLessThan(1e-9);
    const bounded = markovQueue({ arrivalRate: 8, meanService: 0.1, servers: 1, places: 5_000 });
    const unbounded = markovQueue({ arrivalRate: 8, meanService: 0.1, servers: 1 });
    expect(apart(bounded.meanWait, unbounded.meanWait)).toBeLessThan(1e-9);
    expect(
      markovQueue({ arrivalRate: 50, meanService: 1, servers: 1, places: 5_000 }).throughput,
    ).toBeCloseTo(1, 9);
  });

  test('infinitely many servers let nobody wait, and too much work makes everybody wait for ever', () => {
    expect(markovQueue({ arrivalRate: 8, meanService: 0.5, servers: Infinity })).toMatchObject({
      meanInSystem: 4,
      meanWait: 0,
    });
    expect(markovQueue({ arrivalRate: 30, meanService: 0.1, servers: 2 })).toMatchObject({
      meanWait: Infinity,
      utilisation: 1,
      throughput: 20,
    });
  });
});

describe('M/G/1', () => {
  test('is M/M/1 with exponential service, and waits half as long with constant service', () => {
    fc.assert(
      fc.property(loads, times, (load, mean) => {
        const arrivalRate = load / mean;
        const markov = markovQueue({ arrivalRate, meanService: mean, servers: 1 });
        expect(
          apart(pollaczekKhinchine(arrivalRate, { mean, squaredVariation: 1 }).meanWait, markov.meanWait),
        ).toBeLessThan(1e-9);
        const constant = pollaczekKhinchine(arrivalRate, { mean, squaredVariation: 0 });
        expect(apart(constant.meanWait, markov.meanWait / 2)).toBeLessThan(1e-9);
      }),
      options,
    );
  });

  test('with batches of geometric size holds L = ρ / ((1 − ρ)(1 − r)), as Gross and Harris have it', () => {
    fc.assert(
      fc.property(loads, fc.double({ min: 0, max: 0.9, noNaN: true }), (load, r) => {
        // P(size = n) = (1 − r) r^(n − 1): its mean is 1 / (1 − r), that of n (n − 1) is 2r / (1 − r)².
        const batch = { mean: 1 / (1 - r), factorialMoment: (2 * r) / (1 - r) ** 2 };
        const found = pollaczekKhinchine(load, { mean: 1, squaredVariation: 1 }, batch);
        expect(apart(found.meanInSystem, load / ((1 - load) * (1 - r)))).toBeLessThan(1e-9);
      }),
      options,
    );
  });

  test('whoever comes in pairs to an idle server waits for half a service on average', () => {
    const batch = { mean: 2, factorialMoment: 2 };
    expect(pollaczekKhinchine(1e-9, { mean: 1, squaredVariation: 0 }, batch).meanWait).toBeCloseTo(0.5, 6);
  });
});

describe('priorities', () => {
  const classes = fc.array(fc.record({ weight: times, mean: times, squaredVariation: variations }), {
    minLength: 1,
    maxLength: 5,
  });

  test('leave the work that waits as it is without them (Kleinrock’s conservation law), and order the waits', () => {
    fc.assert(
      fc.property(classes, loads, (given, load) => {
        const scale = load / sum(given.map(({ weight, mean }) => weight * mean));
        const list = given.map(({ weight, mean, squaredVariation }) => ({
          arrivalRate: weight * scale,
          service: { mean, squaredVariation },
        }));
        const waits = priorityQueue(list).map(({ meanWait }) => meanWait);
        const work = list.map(({ arrivalRate, service }) => arrivalRate * service.mean);
        const left = sum(
          list.map(({ arrivalRate, service: { mean, squaredVariation } }) => {
            return (arrivalRate * mean * mean * (1 + squaredVariation)) / 2;
          }),
        );
        expect(
          apart(sum(waits.map((wait, index) => wait * (work[index] ?? 0))), (load * left) / (1 - load)),
        ).toBeLessThan(1e-9);
        expect(waits).toEqual(waits.toSorted((a, b) => a - b));
      }),
      options,
    );
  });

  test('of a single class are first come, first served', () => {
    const service = { mean: 2, squaredVariation: 0.5 };
    expect(priorityQueue([{ arrivalRate: 0.3, service }])).toEqual([pollaczekKhinchine(0.3, service)]);
  });

  test('let the important ones through when the others are too many', () => {
    const service = { mean: 1, squaredVariation: 1 };
    const [first, second] = priorityQueue([
      { arrivalRate: 0.5, service },
      { arrivalRate: 0.8, service },
    ]);
    // The server is never idle, and what it is at has an exponential time left: W = 1 / (1 − 0.5).
    expect(first?.meanWait).toBeCloseTo(2, 9);
    expect(second).toMatchObject({ meanWait: Infinity, throughput: 0.5, utilisation: 0.5 });
  });
});

describe('GI/M/1', () => {
  test('with Poisson arrivals is M/M/1', () => {
    fc.assert(
      fc.property(loads, times, (load, meanService) => {
        const rate = load / meanService;
        const found = generalArrivals(rate, meanService, (s) => rate / (rate + s));
        const wanted = markovQueue({ arrivalRate: rate, meanService, servers: 1 });
        expect(Math.abs(found.meanWait / wanted.meanWait - 1)).toBeLessThan(1e-9);
      }),
      options,
    );
  });

  test('with Erlang-2 arrivals has the root of its quadratic', () => {
    // σ = (2λ / (2λ + μ(1 − σ)))² has, besides 1, a quadratic's roots: u = 2ρ, σ² − (1 + 2u)σ + u² = 0.
    fc.assert(
      fc.property(loads, (load) => {
        const u = 2 * load;
        const root = (1 + 2 * u - Math.sqrt((1 + 2 * u) ** 2 - 4 * u * u)) / 2;
        const found = generalArrivals(load, 1, (s) => (u / (u + s)) ** 2);
        expect(Math.abs(found.meanWait / (root / (1 - root)) - 1)).toBeLessThan(1e-8);
      }),
      options,
    );
  });

  test('with constant arrivals at half load a share of 0.20319 find somebody there', () => {
    const { meanWait } = generalArrivals(0.5, 1, (s) => Math.exp(-2 * s));
    expect(meanWait / (1 + meanWait)).toBeCloseTo(0.203188, 6);
  });
});

describe('networks', () => {
  test('three lines in a row are three lines of their own', () => {
    const station = (arrivalRate: number, meanService: number, next: readonly number[]) => ({
      arrivalRate,
      meanService,
      servers: 1,
      next,
    });
    const found = openNetwork([
      station(5, 0.1, [0, 1, 0]),
      station(0, 0.15, [0, 0, 1]),
      station(0, 0.12, [0, 0, 0]),
    ]);
    const wanted = [0.1, 0.15, 0.12].map((meanService) =>
      markovQueue({ arrivalRate: 5, meanService, servers: 1 }),
    );
    expect(found).toEqual(wanted);
  });

  test('what comes back with probability p comes 1 / (1 − p) times', () => {
    const [found] = openNetwork([{ arrivalRate: 3, meanService: 0.1, servers: 1, next: [0.4] }]) ?? [];
    expect(apart(found?.throughput ?? 0, 5)).toBeLessThan(1e-9);
    expect(apart(found?.meanInSystem ?? 0, 1)).toBeLessThan(1e-9);
  });

  test('flow is conserved in any network', () => {
    const row = fc.record({
      out: times,
      to: fc.array(times, { minLength: 4, maxLength: 4 }),
      arrivalRate: times,
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 4, maxLength: 4 }), (given) => {
        const stations = given.map(({ out, to, arrivalRate }) => {
          const all = out + sum(to);
          return { arrivalRate, meanService: 1e-6, servers: 1, next: to.map((one) => one / all) };
        });
        const rates = (openNetwork(stations) ?? []).map(({ throughput }) => throughput);
        expect(rates).toHaveLength(4);
        for (const [index, { arrivalRate }] of stations.entries()) {
          const inflow = sum(stations.map(({ next }, from) => (rates[from] ?? 0) * (next[index] ?? 0)));
          expect(apart(rates[index] ?? 0, arrivalRate + inflow)).toBeLessThan(1e-9);
        }
      }),
      options,
    );
  });

  test('nobody leaves a circle', () => {
    const circle = [0, 1].map((index) => ({
      arrivalRate: 1,
      meanService: 0.1,
      servers: 1,
      next: index === 0 ? [0, 1] : [1, 0],
    }));
    expect(openNetwork(circle)).toBeNull();
  });
});
