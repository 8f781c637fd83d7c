import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { studentQuantile } from './studentQuantile';

/** Computed with 40 digits; to the digits that printed tables give, they are those of the tables. */
const table: readonly (readonly [freedom: number, p90: number, p975: number, p995: number, p9995: number])[] =
  [
    [1, 3.07768353717525, 12.7062047361747, 63.6567411628716, 636.61924876872],
    [2, 1.88561808316413, 4.30265272974946, 9.92484320091829, 31.5990545764436],
    [3, 1.63774435369621, 3.18244630528371, 5.84090930973336, 12.9239786366875],
    [4, 1.53320627405894, 2.77644510519779, 4.60409487134999, 8.61030158137928],
    [5, 1.47588404882448, 2.57058183563632, 4.03214298355523, 6.86882662588111],
    [9, 1.38302873839663, 2.26215716279821, 3.24983554159213, 4.78091258593114],
    [10, 1.37218364111034, 2.22813885198627, 3.16927267261695, 4.58689385870264],
    [19, 1.3277282090268, 2.09302405440831, 2.86093460646498, 3.88340585259208],
    [30, 1.3104150253914, 2.04227245630124, 2.74999565356723, 3.64595863504202],
    [39, 1.30363858862127, 2.02269092003676, 2.70791318351766, 3.55812008133273],
    [99, 1.29016144203449, 1.98421695158642, 2.62640545728083, 3.39152883336365],
    [1000, 1.28239872146092, 1.96233908082641, 2.58075469806595, 3.30028264842391],
    [100_000, 1.28156003144936, 1.95998770753461, 2.57587846990838, 3.29062403141188],
  ];

test.each(table)('%i degrees of freedom have the tabulated quantiles', (freedom, ...wanted) => {
  [0.9, 0.975, 0.995, 0.9995].forEach((probability, index) => {
    const ratio = studentQuantile(probability, freedom) / (wanted[index] ?? NaN);
    expect(Math.abs(ratio - 1)).toBeLessThan(1e-10);
  });
});

test('one degree of freedom is the Cauchy distribution, and two have a closed form', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.501, max: 0.999, noNaN: true }), (probability) => {
      const cauchy = Math.tan(Math.PI * (probability - 0.5));
      const two = (2 * probability - 1) * Math.sqrt(1 / (2 * probability * (1 - probability)));
      expect(Math.abs(studentQuantile(probability, 1) / cauchy - 1)).toBeLessThan(1e-9);
      expect(Math.abs(studentQuantile(probability, 2) / two - 1)).toBeLessThan(1e-9);
    }),
    { seed: 1 },
  );
});

test('it is odd around one half, grows with the probability, and shrinks with the freedom', () => {
  const probability = fc.integer({ min: 501, max: 999 }).map((n) => n / 1000);
  fc.assert(
    fc.property(probability, fc.integer({ min: 1, max: 200 }), (p, freedom) => {
      const quantile = studentQuantile(p, freedom);
      expect(studentQuantile(1 - p, freedom)).toBeCloseTo(-quantile, 9);
      expect(studentQuantile(p + 0.0005, freedom)).toBeGreaterThan(quantile);
      expect(studentQuantile(p, freedom + 1)).toBeLessThan(quantile);
    }),
    { seed: 2 },
  );
  expect(studentQuantile(0.5, 3)).toBe(0);
});
