/** From a number to its band, and from CODEs or a number to the number of a table. */

import { add, between, divide, least, most, multiply, order, readExact, subtract } from "./numbers.js";
import { roundNumber } from "./printing.js";
import { Category, codeOf, isAbsent, notComputable, worst } from "./values.js";

/** The category of a number, or of an absent value if a band names its status or reason. */
export function classify({ scale }, value) {
  const found = isAbsent(value) ? value : bandOf(scale, value);
  if (!isAbsent(found)) return new Category(scale.bands[found], found);
  const { word } = found;
  const own = word === "missing" ? (found.reason ?? "not_given") : found.reason;
  const reasons = found === value ? [own, null] : [own]; // what the scale itself makes has a band only by its reason
  const isNamed = (reason) => (band) => band.status === word && (band.reason ?? null) === reason;
  const place = reasons.map((reason) => scale.bands.findLastIndex(isNamed(reason))).find((at) => at >= 0);
  return place === undefined ? found : new Category(scale.bands[place], place);
}

/** The place of the band that a number lies in, or why it has none. */
function bandOf({ cuts, places, mode }, value) {
  const x = places === undefined ? value : roundNumber(value, places, mode);
  if (x === null) return notComputable("precision");
  const [first, last] = [x.low, x.high].map((end) => cuts.findLastIndex((cut) => reaches(cut, end)));
  const answers = new Set(cuts.slice(first, last + 1).map(([, , answer]) => answer));
  const [answer] = answers.size > 1 ? ["precision"] : answers;
  return typeof answer === "number" ? answer : notComputable(answer);
}

function reaches([from, isOpen], x) {
  const sign = from === null ? 1 : order(x, readExact(from));
  return sign > 0 || (sign === 0 && !isOpen);
}

/** The number of a table of CODEs, or of a line at a number. */
export function lookUp({ table }, operands) {
  const absent = worst(operands);
  if (absent !== undefined) return absent;
  if (table.points !== undefined) return heightAt(table, operands[0]);
  const asked = operands.map(codeOf);
  const cell = table.cells.find(([codes]) => codes.every((code, place) => code === asked[place]));
  if (cell === undefined) return notComputable("not-in-table");
  return cell[1] === null ? notComputable("undefined-cell") : readExact(cell[1]);
}

function heightAt({ points, outside }, x) {
  const knots = points.map((point) => point.map(readExact));
  const [first, last] = [knots[0][0], knots.at(-1)[0]];
  if (outside === "refuse" && (order(x.low, first) < 0 || order(x.high, last) > 0)) {
    return notComputable(order(x.high, first) < 0 || order(x.low, last) > 0 ? "outside-domain" : "precision");
  }
  const held = (end) => (outside === "hold" ? most([first, least([end, last])]) : end);
  const [low, high] = [held(x.low), held(x.high)];
  const within = knots.filter(([knot]) => order(knot, low) > 0 && order(knot, high) < 0).map(([, y]) => y);
  const heights = [height(knots, low), ...within, height(knots, high)];
  return between(least(heights), most(heights));
}

function height(knots, x) {
  const place = knots.slice(1, -1).findIndex(([knot]) => order(x, knot) < 0);
  const [[x0, y0], [x1, y1]] = place < 0 ? knots.slice(-2) : knots.slice(place, place + 2);
  return add(y0, divide(multiply(subtract(x, x0), subtract(y1, y0)), subtract(x1, x0)));
}
