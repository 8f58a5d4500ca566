/**
 * Roots and logarithms: the exact fraction where one exists, else the two neighbouring decimals of 50 significant
 * digits, proved with integers. What logarithms of Numbers guess decides nothing.
 */

import {
  bitLength, checkSize, exactProduct, fraction, Fraction, highEnd, Interval, lowEnd, magnitude, negate, refuse, ZERO,
} from "./numbers.js";

const DIGITS = 50;
const LEAST = 10n ** 49n;
const FIRST_WIDTH = 256;

/** What a rising function gives: between its values at the ends. */
const rising = (compute, x) =>
  x instanceof Fraction ? compute(x) : new Interval(lowEnd(compute(x.low)), highEnd(compute(x.high)));

/** The degree-th root; `degree` is a Number. */
export function root(x, degree) {
  checkSize(x);
  refuseBelowZero([x]);
  return rising((end) => exactRoot(end, degree), x);
}

export function geometricMean(list) {
  refuseBelowZero(list);
  if (list.some((x) => x instanceof Fraction && x.above === 0n)) return ZERO;
  const ends = [lowEnd, highEnd].map((end) => exactProduct(list.map(end)));
  if (list.every((x) => x instanceof Fraction)) return exactRoot(ends[0], list.length);
  return rising((end) => exactRoot(end, list.length), new Interval(...ends));
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
  return rising(exactLn, x);
}

function exactLn({ above, below }) {
  if (above === below) return ZERO;
  return above < below ? negate(enclosedLn(below, above)) : enclosedLn(above, below);
}

/** The places with which a number has 50 digits, and those digits; `scaled` gives its whole units of 10^-places. */
function fifty(scaled, places) {
  for (;;) {
    const digits = scaled(places);
    if (digits >= LEAST && digits < 10n * LEAST) return { digits, places };
    places += digits < LEAST ? 1 : -1;
  }
}

/** The decimals digits·10^-places and (digits + 1)·10^-places. */
function neighbours({ digits, places }) {
  const scaled = (n) => fraction(n * tens(-places), tens(places));
  return new Interval(scaled(digits), scaled(digits + 1n));
}

const tens = (n) => 10n ** BigInt(Math.max(n, 0));
const shifted = (n, count) => (count >= 0 ? n << BigInt(count) : n >> BigInt(-count));

function exactRoot(x, degree) {
  const [above, below] = [x.above, x.below].map((part) => floorRoot(part, degree));
  if (above ** BigInt(degree) === x.above && below ** BigInt(degree) === x.below) return new Fraction(above, below);
  const scaled = (places) => floorRoot((x.above * tens(degree * places)) / (x.below * tens(-degree * places)), degree);
  return neighbours(fifty(scaled, DIGITS - 1 - Math.floor((log2(x.above) - log2(x.below)) / degree / Math.log2(10))));
}

/** About log2 of an integer of any length. */
function log2(n) {
  const excess = Math.max(bitLength(n) - 60, 0);
  return Math.log2(Number(n >> BigInt(excess))) + excess;
}

/** The whole part of a root of an integer; Newton's method comes down from a guess that is a little too high. */
function floorRoot(x, degree) {
  if (degree === 1 || x <= 1n) return x;
  const [n, size] = [BigInt(degree), log2(x) / degree];
  const cut = Math.max(Math.floor(size) - 45, 0);
  let result = BigInt(Math.ceil(2 ** (size - cut) * (1 + 2 ** -25)) + 1) << BigInt(cut);
  for (;;) {
    const next = ((n - 1n) * result + x / result ** (n - 1n)) / n;
    if (next >= result) return result;
    result = next;
  }
}

/** The logarithm of above / below > 1: it is irrational, so with enough bits its bounds share 50 digits. */
function enclosedLn(above, below) {
  for (let width = FIRST_WIDTH; ; width *= 2) {
    const [low, high, exponent] = lnBounds(above, below, width);
    const [up, down] = [Math.max(exponent, 0), Math.max(-exponent, 0)];
    const scaled = (n, places) => shifted(n * tens(places), up) / shifted(tens(-places), down);
    const guess = DIGITS - 1 - Math.floor((bitLength(low) + exponent - 1) * Math.log10(2));
    const found = fifty((places) => scaled(low, places), guess);
    if (scaled(high, found.places) === found.digits) return neighbours(found);
  }
}

/** Bounds low·2^exponent and high·2^exponent: with x = 2^twos · m, m near 1, ln x = twos · ln 2 + ln m. */
function lnBounds(above, below, width) {
  let twos = bitLength(above) - bitLength(below);
  below <<= BigInt(twos);
  if (2n * above > 3n * below) [twos, below] = [twos + 1, 2n * below];
  else if (4n * above < 3n * below) [twos, above] = [twos - 1, 2n * above];
  const [low, high, exponent] = lnNearOne(1n, 3n, width);
  const whole = [low * BigInt(twos), high * BigInt(twos), exponent];
  if (above === below) return whole;
  const rest = lnNearOne(magnitude(above - below), above + below, width);
  return above > below ? sum(whole, rest) : sum(whole, [-rest[1], -rest[0], rest[2]]);
}

function sum(a, b) {
  const exponent = Math.min(a[2], b[2]);
  const aligned = ([low, high, own]) => [shifted(low, own - exponent), shifted(high, own - exponent)];
  const [[lowA, highA], [lowB, highB]] = [aligned(a), aligned(b)];
  return [lowA + lowB, highA + highB, exponent];
}

/** Bounds of 2y · (1 + y²/3 + y⁴/5 + …) for y = difference / total, 0 < y ≤ 1/3. */
function lnNearOne(difference, total, width) {
  const scale = width + bitLength(total) - bitLength(difference);
  const y = (difference << BigInt(scale)) / total;
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
