/** Numbers rounded in one of six ways, and as text: with a point, or as people of a language print them. */

import { absolute, bitLength, fraction, isExact, magnitude, order, tens } from "./numbers.js";

export const DISPLAY_PLACES = 2;

/** Whether to step up from the whole number q just below the value q + r/d, where 0 < r < d. */
const STEPS_UP = {
  half_up: (q, r, d) => 2n * r > d || (2n * r === d && q >= 0n), // a tie below zero stays down: away from zero
  half_even: (q, r, d) => 2n * r > d || (2n * r === d && q % 2n !== 0n),
  down: (q) => q < 0n,
  up: (q) => q >= 0n,
  floor: () => false,
  ceiling: () => true,
};

/** How many units of 10^-places the rounded number has. */
function roundedUnits(x, places, mode) {
  const [above, below] = [x.above * tens(places), x.below * tens(-places)];
  let [whole, rest] = [above / below, above % below];
  if (rest < 0n) [whole, rest] = [whole - 1n, rest + below]; // the division of BigInt goes towards zero
  return rest !== 0n && STEPS_UP[mode](whole, rest, below) ? whole + 1n : whole;
}

/** The number rounded to so many decimals; null if an interval does not round to one number. */
export function roundNumber({ low, high }, places, mode = "half_up") {
  const rounded = (x) => fraction(roundedUnits(x, places, mode) * tens(-places), tens(places));
  const found = rounded(low);
  return low === high || order(found, rounded(high)) === 0 ? found : null;
}

/** The number with exactly so many decimals, half up; never `-0.00`. */
export function decimalText(x, places) {
  const units = roundedUnits(x, places, "half_up");
  const sign = units < 0n ? "-" : "";
  const digits = magnitude(units * tens(-places)).toString().padStart(places + 1, "0");
  return sign + (places <= 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`);
}

/** The shortest decimal text that is exactly the number; null if it has none, as one third. */
export function shortestText(x) {
  const twos = bitLength(x.below & -x.below) - 1;
  const rest = x.below >> BigInt(twos);
  const guess = Math.floor(bitLength(rest) / Math.log2(5)); // dividing by 5 again and again would take minutes
  const fives = [guess - 1, guess, guess + 1].find((k) => k >= 0 && 5n ** BigInt(k) === rest);
  return fives === undefined ? null : decimalText(x, Math.max(twos, fives));
}

/** The number for showing: with so many places; with null its shortest text, else two places. */
export function displayText(x, places) {
  const outer = order(absolute(x.low), absolute(x.high)) > 0 ? x.low : x.high;
  const shortest = places === null && isExact(x) ? shortestText(x) : null;
  return shortest ?? decimalText(outer, places ?? DISPLAY_PLACES);
}

const SEPARATORS = { id: [".", ","], en: [",", "."] };

/** A decimal text as people print it: `1234.5` is `1.234,5` in Indonesian ("id"), `1,234.5` in English ("en"). */
export function formatNumber(text, language = "id") {
  const [thousands, point] = SEPARATORS[language];
  const [whole, ...decimals] = text.split(".");
  return [whole.replace(/\B(?=([0-9]{3})+$)/g, thousands), ...decimals].join(point);
}
