// A power that has the same bits in every browser, whose own may differ in the last one. It is the right one to half
// a bit, as that of the C library that Python calls nearly always is.

/** A number and what it is short of: 107 bits. */
type Double = readonly [high: number, low: number];

const SPLIT = 2 ** 27 + 1;

/** The upper and the lower half of a number's bits, whose products are exact. */
function halves(a: number): Double {
  const c = SPLIT * a;
  const high = c - (c - a);
  return [high, a - high];
}

function product([a, aRest]: Double, [b, bRest]: Double): Double {
  const high = a * b;
  const [aHigh, aLow] = halves(a);
  const [bHigh, bLow] = halves(b);
  const error = aHigh * bHigh - high + aHigh * bLow + aLow * bHigh + aLow * bLow;
  const low = error + a * bRest + aRest * b;
  const sum = high + low;
  return [sum, low - (sum - high)];
}

/** @param exponent A whole number that is not negative. */
export function power(base: number, exponent: number): number {
  let result: Double = [1, 0];
  let square: Double = [base, 0];
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = product(result, square);
    if (rest > 1) square = product(square, square);
  }
  return result[0];
}
