/* `deterministicMath`, operation by operation. */

const upperLn2: f64 = 6.9314718036912381649e-1;
const lowerLn2: f64 = 1.90821492927058770002e-10;

export function ln(x: f64): f64 {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  let exponent: i32 = 0;
  let bits = reinterpret<i64>(x);
  if (x < 2.2250738585072014e-308) {
    bits = reinterpret<i64>(x * 18014398509481984);
    exponent = -54;
  }
  const upper = <i32>(bits >> 32);
  exponent += (upper >> 20) - 1023;
  const mantissa = upper & 0xfffff;
  const isLarge = mantissa > 0x6a09f;
  const word = mantissa | (isLarge ? 0x3fe00000 : 0x3ff00000);
  if (isLarge) exponent++;
  const f = reinterpret<f64>((bits & 0xffffffff) | ((<i64>word) << 32)) - 1;
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
  return <f64>exponent * upperLn2 - (half - (s * (half + tail) + <f64>exponent * lowerLn2) - f);
}

export function exp(x: f64): f64 {
  if (!(x < 709.782712893384)) return x > 709 ? Infinity : NaN;
  if (x < -745.13321910194122) return 0;
  const k = floor<f64>(1.4426950408889634 * x + 0.5);
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
  const whole = <i32>k;
  const part = whole >> 1;
  return fraction * powerOfTwo(part) * powerOfTwo(whole - part);
}

export function power(x: f64, y: f64): f64 {
  if (y === 0) return 1;
  return exp(y * ln(x));
}

function powerOfTwo(k: i32): f64 {
  return reinterpret<f64>((<i64>(k + 1023)) << 52);
}
