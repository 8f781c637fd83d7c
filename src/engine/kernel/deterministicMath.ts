/*
 * ECMAScript leaves the last digits of Math.log, Math.exp and Math.pow to each engine, and one different digit
 * makes another trace. Here they are in plain IEEE 754 arithmetic, which is the same everywhere: the argument
 * reductions and the minimax coefficients of fdlibm (Sun Microsystems 1993, e_log.c and e_exp.c).
 *
 * Math.sqrt may be used beside them: IEEE 754 itself demands the one correctly rounded root.
 */

const numbers = new Float64Array(1);
/** The two halves of the number above: low first, as everywhere where browsers run. */
const words = new Int32Array(numbers.buffer);

/** The natural logarithm of 2 in two parts; the upper has 32 trailing zero bits, so multiples of it are exact. */
const upperLn2 = 6.9314718036912381649e-1;
const lowerLn2 = 1.90821492927058770002e-10;

/** From here up the mantissa stands for a number of more than about √2. */
const sqrt2Mantissa = 0x6a09f;

/** The natural logarithm, within 1 ulp: −Infinity of 0, NaN of anything below. */
export function ln(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : Number.NaN;
  if (x === Infinity) return x;
  let exponent = 0;
  numbers[0] = x;
  if (x < 2 ** -1022) {
    numbers[0] = x * 2 ** 54;
    exponent = -54;
  }
  const upper = words[1] ?? 0;
  exponent += (upper >>> 20) - 1023;
  const mantissa = upper & 0xfffff;
  // x = 2^exponent · (1 + f) with 1 + f between √½ and √2.
  const isLarge = mantissa > sqrt2Mantissa;
  words[1] = mantissa | (isLarge ? 0x3fe00000 : 0x3ff00000);
  if (isLarge) exponent++;
  const f = (numbers[0] ?? 0) - 1;
  // ln(1 + f) = 2 artanh s = 2 (s + s³/3 + s⁵/5 + …), with the tail as a polynomial in s².
  const s = f / (2 + f);
  const z = s * s;
  const tail =
    z *
    (6.66666666666673513e-1 +
      z *
        (3.999999999940941908e-1 +
          z *
            (2.857142874366239149e-1 +
              z *
                (2.222219843214978396e-1 +
                  z *
                    (1.818357216161805012e-1 +
                      z * (1.531383769920937332e-1 + z * 1.479819860511658591e-1))))));
  const half = 0.5 * f * f;
  return exponent * upperLn2 - (half - (s * (half + tail) + exponent * lowerLn2) - f);
}

/** e to the power of x, within 1 ulp; Infinity above 709.78…, 0 below −745.13…. */
export function exp(x: number): number {
  if (!(x < 709.782712893384)) return x > 709 ? Infinity : Number.NaN;
  if (x < -745.13321910194122) return 0;
  const k = Math.floor(Math.LOG2E * x + 0.5);
  const upper = x - k * upperLn2;
  const lower = k * lowerLn2;
  const r = upper - lower;
  const z = r * r;
  const c =
    r -
    z *
      (1.66666666666666019037e-1 +
        z *
          (-2.77777777770155933842e-3 +
            z *
              (6.61375632143793436117e-5 + z * (-1.6533902205465251539e-6 + z * 4.13813679705723846039e-8))));
  const fraction = 1 - (lower - (r * c) / (2 - c) - upper);
  // In two factors, because 2^k alone can leave the range of normal numbers where the result does not.
  const part = k >> 1;
  return fraction * powerOfTwo(part) * powerOfTwo(k - part);
}

/**
 * x to the power of y for x ≥ 0, as exp(y ln x): the relative error grows with the result's own logarithm, to
 * about 10⁻¹³ at the ends of the range.
 */
export function power(x: number, y: number): number {
  if (y === 0) return 1;
  return exp(y * ln(x));
}

/** 2^k for k from −1022 to 1023, exactly. */
function powerOfTwo(k: number): number {
  words[0] = 0;
  words[1] = (k + 1023) << 20;
  return numbers[0] ?? 0;
}
