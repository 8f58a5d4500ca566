/**
 * Roots and logarithms: the exact fraction where one exists, else the two neighbouring decimals of 50 significant
 * digits, proved with integers. What logarithms of Numbers guess decides nothing.
 */

import {
  between, bitLength, checkSize, exactProduct, fraction, Fraction, highs, Interval, isExact, lows, negate, order,
  refuse, tens, ZERO,
} from "./numbers.js";

const DIGITS = 50;
const LEAST = 10n ** 49n;

/** What a rising function gives: between its values at the ends. */
const rising = (compute, x) => (isExact(x) ? compute(x) : new Interval(compute(x.low).low, compute(x.high).high));

/** The degree-th root; `degree` is a Number. */
export function root(x, degree) {
  checkSize(x);
  refuseBelowZero([x]);
  return rising((end) => exactRoot(end, degree), x);
}

export function geometricMean(list) {
  refuseBelowZero(list);
  const product = between(exactProduct(lows(list)), exactProduct(highs(list)));
  return rising((end) => exactRoot(end, list.length), product);
}

/** One number below zero decides before one that may be. */
export function refuseBelowZero(list) {
  if (list.some(({ high }) => high.above < 0n)) refuse("outside-domain");
  if (list.some(({ low }) => low.above < 0n)) refuse("precision");
}

/** The natural logarithm. */
export function ln(x) {
  checkSize(x);
  if (x.high.above <= 0n) refuse("outside-domain");
  if (x.low.above <= 0n) refuse("precision");
  return rising(exactLn, x);
}

const exactLn = ({ above, below }) => (above < below ? negate(enclosedLn(below, above)) : enclosedLn(above, below));

/** The two decimals of 50 digits around a number of which `scaled` gives the whole units of 10^-places. */
function neighbours(scaled, places) {
  const digits = scaled(places);
  if (digits < LEAST) return neighbours(scaled, places + 1);
  if (digits >= 10n * LEAST) return neighbours(scaled, places - 1);
  return new Interval(...[digits, digits + 1n].map((n) => fraction(n * tens(-places), tens(places))));
}

function exactRoot(x, degree) {
  const [above, below] = [x.above, x.below].map((part) => floorRoot(part, degree));
  if (above ** BigInt(degree) === x.above && below ** BigInt(degree) === x.below) return new Fraction(above, below);
  const scaled = (places) => floorRoot((x.above * tens(degree * places)) / (x.below * tens(-degree * places)), degree);
  return neighbours(scaled, placesFor((bitLength(x.above) - bitLength(x.below)) / degree));
}

/** About how many decimals make 50 digits of a number of so many bits; `neighbours` corrects it. */
const placesFor = (size) => DIGITS - 1 - Math.floor(size * Math.log10(2));

/** The whole part of a root of an integer: Newton's method comes down from the root of its leading half. */
function floorRoot(x, degree) {
  if (degree === 1 || x <= 1n) return x;
  const [n, half] = [BigInt(degree), BigInt(Math.ceil(bitLength(x) / degree / 2))];
  let result = (floorRoot(x >> (n * half), degree) + 1n) << half;
  for (;;) {
    const next = ((n - 1n) * result + x / result ** (n - 1n)) / n;
    if (next >= result) return result;
    result = next;
  }
}

/**
 * The logarithm of above / below ≥ 1: irrational, so with enough bits its bounds share 50 digits. Next to one it may
 * need many; what is further away and needs more than a thousand was made to, and is refused.
 */
function enclosedLn(above, below, width = 256) {
  if (above === below) return ZERO;
  if (width > 1024 + 5 * (bitLength(above) - bitLength(above - below))) refuse("too-large");
  const bounds = lnBounds(above, below, width);
  const scaled = (n) => (places) => (n * tens(places)) >> BigInt(width);
  if (bounds[0] > 0n) {
    const [low, high] = bounds.map((n) => neighbours(scaled(n), placesFor(bitLength(n) - width)));
    if (order(low.low, high.low) === 0) return low;
  }
  return enclosedLn(above, below, 2 * width);
}

/** Bounds in units of 2^-width: with x = 2^twos · m and 1/2 < m < 2, ln x = twos · ln 2 + ln m. */
function lnBounds(above, below, width) {
  const twos = BigInt(bitLength(above) - bitLength(below));
  below <<= twos;
  const missing = 2n * BigInt(width);
  const low = lnNearOne(above, below, width) + (twos && twos * lnNearOne(2n, 1n, width)) - missing;
  return [low, low + missing * (twos + 2n)]; // below one, the rest is too high
}

/**
 * ln (above / below) = 2y · (1 + y²/3 + y⁴/5 + …) for y = (above - below) / (above + below), where |y| ≤ 1/3, in units
 * of 2^-width. It is too near to zero by less than 2·width of them: each of the width/3 terms loses less than 4, and
 * less than 2 are left at the end.
 */
function lnNearOne(above, below, width) {
  const unit = 1n << BigInt(width);
  const y = ((above - below) * unit) / (above + below);
  let [result, k] = [0n, 1n];
  for (let term = 2n * y; term; term = (term * y * y) / unit / unit) {
    result += term / k;
    k += 2n;
  }
  return result;
}
