/**
 * Exact numbers: a `Fraction` of BigInts, or an `Interval` between two of them where a root or a logarithm is
 * irrational. What has no answer throws a `Refusal` with its reason; no binary float holds a value.
 */

const WHOLE_BITS = 13_000;
const PART_BITS = 500_000;
const SAFE = 2n ** 53n; // integers below it are exact as Number, too

/** A number in lowest terms: `above` / `below`, where `below` is positive. */
export class Fraction {
  constructor(above, below) {
    this.above = above;
    this.below = below;
  }

  /** `p/q`, or `p` alone for an integer. */
  toString() {
    return this.below === 1n ? `${this.above}` : `${this.above}/${this.below}`;
  }
}

/** A value that is not known exactly, but lies between `low` and `high`. */
export class Interval {
  constructor(low, high) {
    this.low = low;
    this.high = high;
  }
}

/** Why a number has no answer here: a reason of `not_computable`. */
export class Refusal {
  constructor(reason) {
    this.reason = reason;
  }
}

export function refuse(reason) {
  throw new Refusal(reason);
}

export const magnitude = (n) => (n < 0n ? -n : n);
export const isNumber = (value) => value instanceof Fraction || value instanceof Interval;

export function bitLength(n) {
  const hex = magnitude(n).toString(16);
  return 4 * hex.length + 28 - Math.clz32(parseInt(hex[0], 16));
}

/** The quotient towards minus infinity: that of BigInt goes towards zero. */
export function floorDivide(a, b) {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

/** Lehmer's: leading bits tell most quotients of Euclid's algorithm, so long numbers are divided seldom. */
export function gcd(a, b) {
  if (a < b) [a, b] = [b, a];
  let size = b < SAFE ? 0 : bitLength(a);
  while (b >= SAFE) {
    const top = a >> BigInt(Math.max(size - 128, 0)); // counting the bits of all of a each time would take long
    size = top === 0n ? bitLength(a) : Math.max(size - 128, 0) + bitLength(top);
    const [p, q, r, s] = leadingSteps(a, b, BigInt(Math.max(size - 52, 0)));
    [a, b] = q === 0n ? [b, a % b] : [magnitude(p * a + q * b), magnitude(r * a + s * b)];
    if (a < b) [a, b] = [b, a];
  }
  if (b === 0n) return a;
  let [x, y] = [Number(b), Number(a % b)];
  while (y !== 0) [x, y] = [y, x % y];
  return BigInt(x);
}

/** The steps of Euclid's algorithm that the bits from `cut` on settle, as the factors of a and b. */
function leadingSteps(a, b, cut) {
  let [x, y] = [Number(a >> cut), Number(b >> cut)];
  let [p, q, r, s] = [1, 0, 0, 1];
  while (y + r !== 0 && y + s !== 0 && Math.abs(r) < 2 ** 26 && Math.abs(s) < 2 ** 26) {
    const quotient = Math.floor((x + p) / (y + r));
    if (quotient !== Math.floor((x + q) / (y + s))) break;
    [p, r] = [r, p - quotient * r];
    [q, s] = [s, q - quotient * s];
    [x, y] = [y, x - quotient * y];
  }
  return [p, q, r, s].map(BigInt);
}

/** The fraction above / below in lowest terms. */
export function fraction(above, below = 1n) {
  if (below === 1n) return new Fraction(above, below);
  if (below < 0n) [above, below] = [-above, -below];
  const shared = gcd(magnitude(above), below);
  return new Fraction(above / shared, below / shared);
}

export const integer = (n) => new Fraction(BigInt(n), 1n);
export const ZERO = integer(0);
export const ONE = integer(1);

const known = new Map();

/** The number that a plan writes as `29.42` or `1/3`; each text is read once. */
export function exact(text) {
  if (!known.has(text)) known.set(text, readExact(text));
  return known.get(text);
}

/** The number of a decimal text with a point, or of a fraction. */
export function readExact(text) {
  const [above, below] = text.split("/");
  const [whole, decimals = ""] = above.split(".");
  return fraction(BigInt(whole + decimals), below === undefined ? 10n ** BigInt(decimals.length) : BigInt(below));
}

/** -1, 0 or 1 as a is less than, equal to or greater than b. */
export function order(a, b) {
  const [left, right] = [a.above * b.below, b.above * a.below];
  return left < right ? -1 : Number(left > right);
}

export const least = (list) => list.reduce((a, b) => (order(b, a) < 0 ? b : a));
export const most = (list) => list.reduce((a, b) => (order(b, a) > 0 ? b : a));
export const lowEnd = (x) => (x instanceof Interval ? x.low : x);
export const highEnd = (x) => (x instanceof Interval ? x.high : x);
export const between = (low, high) => (order(low, high) === 0 ? low : new Interval(low, high));

/** The bits of the largest numerator or denominator. */
export const bits = (x) =>
  x instanceof Interval ? Math.max(bits(x.low), bits(x.high)) : Math.max(bitLength(x.above), bitLength(x.below));

export function checkParts(above, below) {
  if (Math.max(bitLength(above), bitLength(below)) > PART_BITS) refuse("too-large");
}

/** Holds a value to the limits of the language: 13,000 bits before the point, 500,000 in either part. */
export function checkSize(x) {
  for (const { above, below } of [lowEnd(x), highEnd(x)]) {
    checkParts(above, below);
    if (bitLength(above) - bitLength(below) < WHOLE_BITS) continue; // its whole part cannot be too long
    if (bitLength(magnitude(above) / below) > WHOLE_BITS) refuse("too-large");
  }
}

/** An operation on fractions for intervals, too: as it is monotone in either operand, it is extreme at the ends. */
const lifted = (operation) => (a, b) => {
  if (a instanceof Fraction && b instanceof Fraction) return operation(a, b);
  const ends = [lowEnd(a), highEnd(a)].flatMap((x) => [operation(x, lowEnd(b)), operation(x, highEnd(b))]);
  return between(least(ends), most(ends));
};

export const add = lifted((a, b) =>
  a.below === b.below
    ? fraction(a.above + b.above, a.below)
    : fraction(a.above * b.below + b.above * a.below, a.below * b.below),
);
export const multiply = lifted((a, b) => fraction(a.above * b.above, a.below * b.below));
export const negate = (x) => multiply(x, integer(-1));
export const subtract = (a, b) => add(a, negate(b));
export const absolute = (x) => maximum([x, negate(x), ZERO]);
const quotient = lifted((a, b) =>
  b.above === 0n ? refuse("division-by-zero") : fraction(a.above * b.below, a.below * b.above),
);

export function divide(a, b) {
  if (b instanceof Interval && b.low.above <= 0n && b.high.above >= 0n) refuse("precision");
  return quotient(a, b);
}

/** x to the n-th power, for a Number n that is an integer; refused before anything long is computed. */
export function power(x, n) {
  if (n === 0) return ONE;
  if (Math.abs(n) * bits(x) > PART_BITS) refuse("too-large");
  if (n < 0) return divide(ONE, power(x, -n));
  if (x instanceof Fraction) return new Fraction(x.above ** BigInt(n), x.below ** BigInt(n));
  const base = n % 2 === 0 ? absolute(x) : x;
  return new Interval(power(base.low, n), power(base.high, n));
}

export const minimum = (list) => between(least(list.map(lowEnd)), least(list.map(highEnd)));
export const maximum = (list) => between(most(list.map(lowEnd)), most(list.map(highEnd)));

/** The sum; refused by its common denominator, so the order of the terms is no matter. */
export function total(list) {
  const inexact = list.filter((x) => x instanceof Interval);
  if (inexact.length === 0) return byHalves(list, unreducedSum, ZERO);
  const terms = [...list.filter((x) => x instanceof Fraction), ...inexact];
  return new Interval(
    byHalves(terms.map(lowEnd), unreducedSum, ZERO),
    byHalves(terms.map(highEnd), unreducedSum, ZERO),
  );
}

export function product(list) {
  let result = exactProduct(list.filter((x) => x instanceof Fraction));
  for (const factor of list.filter((x) => x instanceof Interval)) {
    result = multiply(result, factor);
    for (const end of [lowEnd(result), highEnd(result)]) checkParts(end.above, end.below);
  }
  return result;
}

export const exactProduct = (list) =>
  list.some((x) => x.above === 0n) ? ZERO : byHalves(list, unreducedProduct, ONE);

/** Joins 1 with 1, 2 with 2, 4 with 4, …: long numbers then meet long ones, and few times. */
function byHalves(list, join, nothing) {
  const joined = [];
  for (let result of list) {
    let count = 1;
    for (; joined.length > 0 && joined.at(-1).count === count; count *= 2) result = join(joined.pop().result, result);
    joined.push({ count, result });
  }
  if (joined.length === 0) return nothing;
  const { above, below } = joined.map((part) => part.result).reduceRight((right, left) => join(left, right));
  return fraction(above, below);
}

function unreducedSum(a, b) {
  if (a.below === b.below) return new Fraction(a.above + b.above, a.below);
  const shared = gcd(a.below, b.below);
  const [widenA, widenB] = [b.below / shared, a.below / shared];
  checkParts(1n, a.below * widenA);
  return new Fraction(a.above * widenA + b.above * widenB, a.below * widenA);
}

function unreducedProduct(a, b) {
  const [above, below] = [a.above * b.above, a.below * b.below];
  checkParts(above, below);
  return new Fraction(above, below);
}
