/**
 * Roots and logarithms: the exact fraction where one exists, else the two neighbouring decimals of 50 significant
 * digits. Those are proved with integers between bounds `[low, high, exponent]`, low·2^exponent to high·2^exponent;
 * what logarithms of Numbers guess decides nothing.
 */

import {
  bitLength, checkSize, exactProduct, fraction, Fraction, highEnd, Interval, lowEnd, magnitude, negate, refuse, ZERO,
} from "./numbers.js";

const DIGITS = 50;
const LEAST = 10n ** 49n;
const FIRST_WIDTH = 256;

/** The degree-th root; `degree` is a Number. */
export function root(x, degree) {
  checkSize(x);
  refuseBelowZero([x]);
  if (x instanceof Fraction) return exactRoot(x, degree);
  return new Interval(lowEnd(exactRoot(x.low, degree)), highEnd(exactRoot(x.high, degree)));
}

export function geometricMean(list) {
  refuseBelowZero(list);
  const low = exactRoot(exactProduct(list.map(lowEnd)), list.length);
  if (list.every((x) => x instanceof Fraction)) return low;
  if (list.some((x) => x instanceof Fraction && x.above === 0n)) return ZERO;
  return new Interval(lowEnd(low), highEnd(exactRoot(exactProduct(list.map(highEnd)), list.length)));
}

/** One number below zero decides before one that may be. */
export function refuseBelowZero(list) {
  if (list.some((x) => highEnd(x).above < 0n)) refuse("outside-domain");
  if (list.some((x) => lowEnd(x).above < 0n)) refuse("precision");
}

/** The natural logarithm. */
export function ln(x) {
  checkSize(x);
  if (highEnd(x).above <= 0n) refuse("outside-domain");
  if (lowEnd(x).above <= 0n) refuse("precision");
  return x instanceof Fraction ? exactLn(x) : new Interval(lowEnd(exactLn(x.low)), highEnd(exactLn(x.high)));
}

function exactLn({ above, below }) {
  if (above === below) return ZERO;
  return above < below ? negate(enclosedLn(below, above)) : enclosedLn(above, below);
}

// Bounds.

/** The same number with bounds moved outwards, so that they have about `width` bits. */
function shorten([low, high, exponent], width) {
  const excess = bitLength(high) - width;
  if (excess <= 0) return [low, high, exponent];
  return [low >> BigInt(excess), -(-high >> BigInt(excess)), exponent + excess];
}

const multiplied = (a, b, width) => shorten([a[0] * b[0], a[1] * b[1], a[2] + b[2]], width);

function raised(base, n, width) {
  const factor = shorten([base, base, 0], width);
  let result = [1n, 1n, 0];
  for (const bit of n.toString(2)) {
    result = multiplied(result, result, width);
    if (bit === "1") result = multiplied(result, factor, width);
  }
  return result;
}

/** Whether a < b; null if the bounds overlap. */
function isBelow(a, b) {
  const [widenA, widenB] = [BigInt(Math.max(a[2] - b[2], 0)), BigInt(Math.max(b[2] - a[2], 0))];
  if (a[1] << widenA < b[0] << widenB) return true;
  return a[0] << widenA > b[1] << widenB ? false : null;
}

const shifted = (n, count) => (count >= 0 ? n << BigInt(count) : n >> BigInt(-count));

/** What an attempt gives with as many bits as it takes. */
function widening(attempt) {
  for (let width = FIRST_WIDTH; ; width *= 2) {
    const answer = attempt(width);
    if (answer !== null) return answer;
  }
}

/** The decimals digits·10^-places and (digits + 1)·10^-places. */
function neighbours(digits, places) {
  const scaled = (n) =>
    places >= 0 ? fraction(n, 10n ** BigInt(places)) : fraction(n * 10n ** BigInt(-places));
  return new Interval(scaled(digits), scaled(digits + 1n));
}

// Roots.

function exactRoot(x, degree) {
  const below = integerRoot(x.below, degree);
  const above = below === null ? null : integerRoot(x.above, degree);
  return above === null ? enclosedRoot(x, degree) : new Fraction(above, below);
}

/** About log2 of an integer of any length. */
function log2(n) {
  const excess = Math.max(bitLength(n) - 60, 0);
  return Math.log2(Number(n >> BigInt(excess))) + excess;
}

/** The integer whose power is x, or null; Newton's method comes down from a guess that is a little too high. */
function integerRoot(x, degree) {
  if (degree === 1 || x <= 1n) return x;
  const [n, size] = [BigInt(degree), log2(x) / degree];
  const cut = Math.max(Math.floor(size) - 45, 0);
  let result = BigInt(Math.ceil(2 ** (size - cut) * (1 + 2 ** -25)) + 1) << BigInt(cut);
  for (;;) {
    const next = ((n - 1n) * result + x / result ** (n - 1n)) / n;
    if (next >= result) return result ** n === x ? result : null;
    result = next;
  }
}

/** The 50 digits of an irrational root, found by halving: `digits` is below it, `limit` is not. */
function enclosedRoot(x, degree) {
  let places = DIGITS - 1 - Math.floor(((log2(x.above) - log2(x.below)) / degree) * Math.log10(2));
  while (!isBelowRoot(LEAST, places, x, degree)) places += 1;
  while (isBelowRoot(10n * LEAST, places, x, degree)) places -= 1;
  let [digits, limit] = [LEAST, 10n * LEAST];
  while (limit - digits > 1n) {
    const middle = (digits + limit) >> 1n;
    if (isBelowRoot(middle, places, x, degree)) digits = middle;
    else limit = middle;
  }
  return neighbours(digits, places);
}

/** Whether digits·10^-places lies below the root: compares digits^n · below with above · 10^(n·places). */
function isBelowRoot(digits, places, x, degree) {
  return widening((width) => {
    const left = multiplied(raised(digits, degree, width), shorten([x.below, x.below, 0], width), width);
    const right = shorten([x.above, x.above, 0], width);
    const scale = raised(10n, degree * Math.abs(places), width);
    if (places >= 0) return isBelow(left, multiplied(right, scale, width));
    return isBelow(multiplied(left, scale, width), right);
  });
}

// Logarithms: with x = 2^twos · m, m near 1, ln x = twos · ln 2 + ln m.

/** The 50 digits of the logarithm of above / below > 1, which is irrational. */
const enclosedLn = (above, below) => widening((width) => enclosed(lnBounds(above, below, width)));

function lnBounds(above, below, width) {
  let twos = bitLength(above) - bitLength(below);
  below <<= BigInt(twos);
  if (2n * above > 3n * below) [twos, below] = [twos + 1, 2n * below];
  else if (4n * above < 3n * below) [twos, above] = [twos - 1, 2n * above];
  if (twos === 0) return lnNearOne(above - below, above + below, width);
  const [low, high, exponent] = lnNearOne(1n, 3n, width);
  const whole = [low * BigInt(twos), high * BigInt(twos), exponent];
  if (above === below) return whole;
  return shorten(joined(whole, lnNearOne(magnitude(above - below), above + below, width), above > below), width);
}

/** The sum of two bounded numbers, or their difference. */
function joined(a, b, isSum) {
  const exponent = Math.min(a[2], b[2]);
  const aligned = ([low, high, own]) => [shifted(low, own - exponent), shifted(high, own - exponent)];
  const [[lowA, highA], [lowB, highB]] = [aligned(a), aligned(b)];
  return isSum ? [lowA + lowB, highA + highB, exponent] : [lowA - highB, highA - lowB, exponent];
}

/** 2y · (1 + y²/3 + y⁴/5 + …) for y = difference / sum, 0 < y ≤ 1/3. */
function lnNearOne(difference, sum, width) {
  const scale = width + bitLength(sum) - bitLength(difference);
  const y = (difference << BigInt(scale)) / sum;
  return [2n * y * series(y, scale, width, 0n), 2n * (y + 1n) * series(y + 1n, scale, width, 1n), -scale - width];
}

/** 1 + y²/3 + y⁴/5 + … in units of 2^-width: at most it with `up` 0, at least it with 1, a unit for what is left. */
function series(y, scale, width, up) {
  const square = shifted(y * y, width - 2 * scale) + up;
  let [result, k] = [up, 1n];
  for (let term = 1n << BigInt(width); term > up; term = ((term * square) >> BigInt(width)) + up) {
    result += term / k + up;
    k += 2n;
  }
  return result + up;
}

/** The decimals of 50 digits around a bounded number; null if the bounds are too wide for them. */
function enclosed([low, high, exponent]) {
  const scaled = (n, places) =>
    ((n * 10n ** BigInt(Math.max(places, 0))) << BigInt(Math.max(exponent, 0))) /
    (10n ** BigInt(Math.max(-places, 0)) << BigInt(Math.max(-exponent, 0)));
  let places = DIGITS - 1 - Math.floor((bitLength(low) + exponent - 1) * 0.30103); // log10(2)
  let digits = scaled(low, places);
  while (digits < LEAST || digits >= 10n * LEAST) {
    places += digits < LEAST ? 1 : -1;
    digits = scaled(low, places);
  }
  return scaled(high, places) === digits ? neighbours(digits, places) : null;
}
