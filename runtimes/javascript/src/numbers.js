/**
 * Exact numbers: a `Fraction` of BigInts, or an `Interval` between two of them where a root or a logarithm is
 * irrational. What has no answer throws an absent value with its reason; no binary float holds a value.
 */

import { notComputable } from "./values.js";

const WHOLE_BITS = 13_000;
const PART_BITS = 500_000;
const SAFE = 2n ** 53n; // what is not longer is divided at once

/** A number in lowest terms: `above` / `below`, where `below` is positive. Both of its ends are itself. */
export class Fraction {
  constructor(above, below) { Object.assign(this, { above, below }); }
  get low() { return this; }
  get high() { return this; }

  /** `p/q`, or `p` alone for an integer. */
  toString() { return this.below === 1n ? `${this.above}` : `${this.above}/${this.below}`; }
}

/** A value that is not known exactly, but lies between `low` and `high`. */
export class Interval {
  constructor(low, high) { Object.assign(this, { low, high }); }
}

export function refuse(reason) { throw notComputable(reason); }

export const isExact = (value) => value instanceof Fraction;
export const isNumber = (value) => value instanceof Fraction || value instanceof Interval;
export const magnitude = (n) => (n < 0n ? -n : n);
export const tens = (count) => 10n ** BigInt(Math.max(count, 0));

export function bitLength(n) {
  const hex = magnitude(n).toString(16);
  return 4 * hex.length + 28 - Math.clz32(parseInt(hex[0], 16));
}

/** Lehmer's: leading bits tell most quotients of Euclid's algorithm, so long numbers are divided seldom. */
export function gcd(a, b) {
  let size = bitLength(a > b ? a : b);
  while (a >= SAFE && b >= SAFE) {
    if (a < b) [a, b] = [b, a];
    while (a >> BigInt(size - 1) === 0n) size -= 1; // counting all bits of a each time would take long
    const [p, q, r, s] = leadingSteps(a, b, BigInt(Math.max(size - 52, 0)));
    [a, b] = q === 0n ? [b, a % b] : [magnitude(p * a + q * b), magnitude(r * a + s * b)];
  }
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

/** The steps of Euclid's algorithm that the bits from `cut` on settle, as the factors of a and b. */
function leadingSteps(a, b, cut) {
  let [x, y] = [Number(a >> cut), Number(b >> cut)];
  let [p, q, r, s] = [1, 0, 0, 1];
  while (y + r !== 0 && y + s !== 0 && Math.abs(s) < 2 ** 26) {
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
  if (below < 0n) [above, below] = [-above, -below];
  const shared = gcd(magnitude(above), below);
  return new Fraction(above / shared, below / shared);
}

export const integer = (n) => new Fraction(BigInt(n), 1n);
export const ZERO = integer(0);
export const ONE = integer(1);

/** The number of a decimal text with a point, or of a fraction: how a plan writes them. */
export function readExact(text) {
  const [above, below = "1"] = text.split("/");
  const [whole, decimals = ""] = above.split(".");
  return fraction(BigInt(whole + decimals), BigInt(below) * tens(decimals.length));
}

const signOf = (n) => (n < 0n ? -1 : Number(n > 0n));

/** -1, 0 or 1 as a is less than, equal to or greater than b. */
export const order = (a, b) => signOf(a.above * b.below - b.above * a.below);

export const least = (list) => list.reduce((a, b) => (order(b, a) < 0 ? b : a));
export const most = (list) => list.reduce((a, b) => (order(b, a) > 0 ? b : a));
export const lows = (list) => list.map(({ low }) => low);
export const highs = (list) => list.map(({ high }) => high);
export const between = (low, high) => (order(low, high) === 0 ? low : new Interval(low, high));
export const minimum = (list) => between(least(lows(list)), least(highs(list)));
export const maximum = (list) => between(most(lows(list)), most(highs(list)));

const ends = (x) => (isExact(x) ? [x] : [x.low, x.high]);

/** The bits of the largest numerator or denominator. */
export const bits = (x) => Math.max(...ends(x).flatMap(({ above, below }) => [bitLength(above), bitLength(below)]));

/** Says whether a number is within the limits of the language: 13,000 bits before the point, 500,000 in either part. */
export const isWithinLimits = (x) =>
  bits(x) <= PART_BITS && ends(x).every(({ above, below }) => bitLength(above / below) <= WHOLE_BITS);

export function checkSize(x) { if (!isWithinLimits(x)) refuse("too-large"); }

/** An operation on fractions for intervals, too: as it is monotone in either operand, it is extreme at the ends. */
const lifted = (operation) => (a, b) => {
  if (isExact(a) && isExact(b)) return operation(a, b);
  const ends = [a.low, a.high].flatMap((x) => [operation(x, b.low), operation(x, b.high)]);
  return between(least(ends), most(ends));
};

export const add = lifted((a, b) => fraction(a.above * b.below + b.above * a.below, a.below * b.below));
export const multiply = lifted((a, b) => fraction(a.above * b.above, a.below * b.below));
export const negate = (x) => multiply(x, integer(-1));
export const subtract = (a, b) => add(a, negate(b));
export const absolute = (x) => maximum([x, negate(x), ZERO]);
const quotient = lifted((a, b) => fraction(a.above * b.below, a.below * b.above));

export function divide(a, b) {
  if (isExact(b) && b.above === 0n) refuse("division-by-zero");
  return b.low.above <= 0n && b.high.above >= 0n ? refuse("precision") : quotient(a, b);
}

/** x to the n-th power, for a Number n that is an integer; refused before anything long is computed. */
export function power(x, n) {
  if (Math.abs(n) * bits(x) > PART_BITS) refuse("too-large");
  if (n < 0) return divide(ONE, power(x, -n));
  const { low, high } = n % 2 === 0 ? absolute(x) : x;
  return between(...[low, high].map(({ above, below }) => new Fraction(above ** BigInt(n), below ** BigInt(n))));
}

const limited = (x) => (bits(x) > PART_BITS ? refuse("too-large") : x);
const part = (n) => (bitLength(n) > PART_BITS ? refuse("too-large") : n);
const commonMultiple = (a, b) => (a === b ? a : part(a * (b / gcd(a, b))));
/** The sum; refused by its common denominator, so the order of the terms is no matter. */
export const total = (list) => between(exactTotal(lows(list)), exactTotal(highs(list)));

function exactTotal(list) {
  const below = list.map((x) => x.below).reduce(commonMultiple, 1n);
  return fraction(list.reduce((sum, x) => sum + x.above * (below / x.below), 0n), below);
}

export function exactProduct(list) {
  if (list.some((x) => x.above === 0n)) return ZERO;
  const of = (parts) => parts.reduce((a, b) => part(a * b), 1n);
  return fraction(of(list.map(({ above }) => above)), of(list.map(({ below }) => below)));
}

/** The product: of the exact numbers first, then with the others one by one. */
export const product = (list) =>
  list.filter((x) => !isExact(x)).reduce((a, b) => limited(multiply(a, b)), exactProduct(list.filter(isExact)));
