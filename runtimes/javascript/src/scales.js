/** From a number to its band, and from CODEs or a number to the number of a table. */

import {
  add, between, divide, exact, Fraction, highEnd, least, lowEnd, most, multiply, order, subtract,
} from "./numbers.js";
import { roundNumber } from "./printing.js";
import { Category, codeOf, isAbsent, notComputable, once, worst } from "./values.js";

/** The category of a number, or of an absent value if a band names its status or reason. */
export function classify({ scale }, value) {
  const found = isAbsent(value) ? value : bandOf(scale, value);
  if (typeof found === "number") return new Category(scale.bands[found], found);
  // What the scale itself makes has a band only by its reason.
  const reasons = found === value ? [reasonOf(found), null] : [found.reason];
  const place = reasons.map((reason) => placeOf(scale.bands, found.word, reason)).find((at) => at >= 0);
  return place === undefined ? found : new Category(scale.bands[place], place);
}

const reasonOf = ({ word, reason }) => (word === "missing" ? (reason ?? "not_given") : reason);
const placeOf = (bands, word, reason) =>
  bands.findLastIndex((band) => band.status === word && (band.reason ?? null) === reason);

/** The place of the band that a number lies in, or why it has none. */
function bandOf({ cuts, places, mode }, value) {
  const x = places === undefined ? value : roundNumber(value, places, mode);
  if (x === null) return notComputable("precision");
  const [first, last] = [lowEnd(x), highEnd(x)].map((end) => cuts.findLastIndex((cut) => reaches(cut, end)));
  const answers = new Set(cuts.slice(first, last + 1).map(([, , answer]) => answer));
  if (answers.size > 1) return notComputable("precision");
  const [answer] = answers;
  return typeof answer === "number" ? answer : notComputable(answer);
}

function reaches([from, isOpen], x) {
  const sign = from === null ? 1 : order(x, exact(from));
  return sign > 0 || (sign === 0 && !isOpen);
}

/** The number of a table of CODEs, or of a line at a number. */
export function lookUp({ table }, operands) {
  const absents = operands.filter(isAbsent);
  if (absents.length > 0) return worst(absents);
  if (table.points !== undefined) return heightAt(knotsOf(table), table.outside, operands[0]);
  const cell = cellsOf(table).get(JSON.stringify(operands.map(codeOf)));
  if (cell === undefined) return notComputable("not-in-table");
  return cell === null ? notComputable("undefined-cell") : exact(cell);
}

const cellsOf = once(({ cells }) => new Map(cells.map(([codes, number]) => [JSON.stringify(codes), number])));
const knotsOf = once(({ points }) => points.map((point) => point.map(exact)));

function heightAt(knots, outside, x) {
  const [low, high] = [lowEnd(x), highEnd(x)];
  const [first, last] = [knots[0][0], knots.at(-1)[0]];
  if (outside === "refuse" && (order(low, first) < 0 || order(high, last) > 0)) {
    return notComputable(order(high, first) < 0 || order(low, last) > 0 ? "outside-domain" : "precision");
  }
  const at = (end) => height(knots, outside === "hold" ? least([most([end, first]), last]) : end);
  if (x instanceof Fraction) return at(x);
  const within = knots.filter(([knot]) => order(knot, low) > 0 && order(knot, high) < 0).map(([, y]) => y);
  const heights = [at(low), ...within, at(high)];
  return between(least(heights), most(heights));
}

function height(knots, x) {
  const beyond = knots.findIndex(([knot]) => order(knot, x) > 0);
  const right = Math.min(Math.max(beyond < 0 ? knots.length : beyond, 1), knots.length - 1);
  const [[x0, y0], [x1, y1]] = knots.slice(right - 1, right + 1);
  return add(y0, divide(multiply(subtract(x, x0), subtract(y1, y0)), subtract(x1, x0)));
}
