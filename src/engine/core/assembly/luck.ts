import { exp, ln, power } from './arithmetic';
import { densitiesAt, lawAt, lawFirstAt, lawSecondAt, luckAt, reachesAt } from '../layout';

/* Luck and laws, word for word as `RandomStreams`, `sampleExponential` and `sampleDistribution` have them. */

const tailStart: f64 = 7.69711747013105;
const longestUs: f64 = 1e15;

/** The second word of the last draw. */
let secondWord: i32 = 0;

function scramble(word: i32): i32 {
  return rotl<i32>(word * 5, 7) * 9;
}

/** Draws two words from the stream of a station and returns the first. */
function nextWords(station: usize): i32 {
  const s0 = load<i32>(station, luckAt);
  const s1 = load<i32>(station, luckAt + 4);
  const s2 = s0 ^ load<i32>(station, luckAt + 8);
  const s3 = s1 ^ load<i32>(station, luckAt + 12);
  const t0 = s0 ^ s3;
  const t1 = s1 ^ s2;
  const t2 = t0 ^ s2 ^ (s1 << 9);
  const t3 = t1 ^ rotl<i32>(s3, 11);
  store<i32>(station, t0 ^ t3, luckAt);
  store<i32>(station, t1 ^ t2, luckAt + 4);
  store<i32>(station, t2 ^ (t1 << 9), luckAt + 8);
  store<i32>(station, rotl<i32>(t3, 11), luckAt + 12);
  secondWord = scramble(t1);
  return scramble(s1);
}

/** A number in [0, 1). */
export function next(station: usize): f64 {
  const upper = (<u32>nextWords(station)) >>> 5;
  return (<f64>upper * 67108864 + <f64>((<u32>secondWord) >>> 6)) * 1.1102230246251565e-16;
}

function exponential(station: usize): f64 {
  while (true) {
    const word = nextWords(station);
    const layer = word & 255;
    const unit =
      (<f64>((<u32>word) >>> 8) * 536870912 + <f64>((<u32>secondWord) >>> 3)) * 1.1102230246251565e-16;
    const place: usize = reachesAt + (layer << 3);
    const x = unit * load<f64>(place);
    if (x < load<f64>(place, 8)) return x;
    if (layer === 0) return tailStart - ln(1 - next(station));
    const lower = load<f64>(densitiesAt + (layer << 3));
    const upper = load<f64>(densitiesAt + (layer << 3), 8);
    if (lower + next(station) * (upper - lower) < exp(-x)) return x;
  }
}

function normal(station: usize): f64 {
  while (true) {
    const x = 2 * next(station) - 1;
    const y = 2 * next(station) - 1;
    const square = x * x + y * y;
    if (square < 1 && square > 0) return x * sqrt<f64>((-2 * ln(square)) / square);
  }
}

function cutNormal(mean: f64, deviation: f64, station: usize): f64 {
  if (!(mean >= 0)) return 0;
  while (true) {
    const sample = mean + deviation * normal(station);
    if (!(sample < 0)) return sample;
  }
}

function logNormal(mean: f64, deviation: f64, station: usize): f64 {
  if (!(mean > 0)) return 0;
  const ratio = deviation / mean;
  const variance = ln(1 + ratio * ratio);
  return mean * exp(sqrt<f64>(variance) * normal(station) - variance / 2);
}

function gamma(shape: f64, station: usize): f64 {
  if (!(shape > 0)) return 0;
  if (shape < 1) {
    const above = gamma(shape + 1, station);
    return above * power(1 - next(station), 1 / shape);
  }
  const d = shape - 1.0 / 3.0;
  const c = 1 / sqrt<f64>(9 * d);
  while (true) {
    const x = normal(station);
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root * root * root;
    if (ln(1 - next(station)) < 0.5 * x * x + d - d * v + d * ln(v)) return d * v;
  }
}

function pareto(mean: f64, shape: f64, station: usize): f64 {
  const scale = shape > 1 ? (mean * (shape - 1)) / shape : mean / power(2, 1 / shape);
  return scale / power(1 - next(station), 1 / shape);
}

/** Math.round of a number that is not below 0. */
function roundUs(us: f64): f64 {
  const whole = floor<f64>(us);
  return us - whole >= 0.5 ? whole + 1 : whole;
}

function otherMs(code: i32, first: f64, second: f64, station: usize): f64 {
  switch (code) {
    case 2:
      return first + (second - first) * next(station);
    case 3:
      return cutNormal(first, second, station);
    case 4:
      return logNormal(first, second, station);
    case 5:
      return (gamma(second, station) * first) / second;
    default:
      return pareto(first, second, station);
  }
}

/** A duration in whole microseconds by a law. A constant one is given in microseconds, all others in milliseconds. */
export function sample(law: usize, station: usize): f64 {
  const code = load<i32>(law, lawAt);
  const first = load<f64>(law, lawFirstAt);
  if (code === 0) return first;
  const ms =
    code === 1 ? first * exponential(station) : otherMs(code, first, load<f64>(law, lawSecondAt), station);
  const us = roundUs(1000 * ms);
  return us > 0 ? min<f64>(us, longestUs) : 0;
}

/** Works the ziggurat out, once. */
export function fillTables(): void {
  const area: f64 = 0.003949659822581557;
  store<f64>(reachesAt, area * exp(tailStart));
  store<f64>(reachesAt, tailStart, 8);
  for (let layer = 2; layer < 256; layer++) {
    const outer = load<f64>(reachesAt + ((layer - 1) << 3));
    store<f64>(reachesAt + (layer << 3), -ln(exp(-outer) + area / outer));
  }
  for (let layer = 1; layer <= 256; layer++) {
    store<f64>(densitiesAt + (layer << 3), exp(-load<f64>(reachesAt + (layer << 3))));
  }
}
