/**
 * Answers the questions of a file with the JavaScript runtime: node runner.mjs QUESTIONS ANSWERS; with SCRIPT behind them
 * as the script of a page does.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { runInThisContext } from "node:vm";
import * as enclosing from "../../runtimes/javascript/src/enclosing.js";
import { load, SakipError } from "../../runtimes/javascript/src/index.js";
import * as numbers from "../../runtimes/javascript/src/numbers.js";
import * as printing from "../../runtimes/javascript/src/printing.js";
import { isAbsent } from "../../runtimes/javascript/src/values.js";

const { plans, asked } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const page = process.argv[4] === undefined ? null : runInThisContext(`window = {}; ${readFileSync(process.argv[4], "utf8")}; window.Sakip`);
const loaded = plans.map(page === null ? load : (text) => page.loadPlans(JSON.parse(text)));
const functions = { ...numbers, ...enclosing, ...printing };
const { Fraction, Interval, readExact } = numbers;

function datum(tagged) {
  if (typeof tagged !== "object" || tagged === null) return tagged;
  if (tagged.map !== undefined) return new Map(tagged.map.map(([key, value]) => [key, datum(value)]));
  if (tagged.list !== undefined) return tagged.list.map(datum);
  if (tagged.integer !== undefined) return BigInt(tagged.integer);
  if (tagged.interval !== undefined) return new Interval(...tagged.interval.map(readExact));
  return tagged.number === undefined ? Number(tagged.float) : exact(tagged.number);
}

/** A number as a program holds it, of the page's own kind for the page. */
function exact(text) {
  const number = readExact(text);
  return page === null ? number : new page.Fraction(number.above, number.below);
}

function ask({ plan, rule, ask: call, with: data }) {
  if (call === "number") return written(functions[rule](...data.map(argument)));
  if (call === "version") return { rule: loaded[plan].rule(rule, { on: data[0] }).reference };
  const found = page === null ? loaded[plan].rule(rule) : loaded[plan].rules.find(({ reference }) => reference === rule);
  return found[call === "look_up" ? "lookUp" : call](...data.map(datum));
}

/** Integers beside numbers are places and exponents. */
const argument = (tagged) => (tagged?.integer === undefined ? datum(tagged) : Number(tagged.integer));

function written(found) {
  if (found instanceof Interval) return [String(found.low), String(found.high)];
  return found instanceof Fraction ? String(found) : (found ?? null);
}

function answer(question) {
  try {
    return ask(question);
  } catch (error) {
    if (isAbsent(error)) return { errors: [error.reason] };
    if (!(error instanceof (page?.SakipError ?? SakipError))) throw error;
    return { errors: error.mistakes.map(({ code }) => code).sort() };
  }
}

writeFileSync(process.argv[3], JSON.stringify(asked.map(answer)));
