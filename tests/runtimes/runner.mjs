/** Answers the questions of a file with the JavaScript runtime: node runner.mjs QUESTIONS ANSWERS. */

import { readFileSync, writeFileSync } from "node:fs";
import * as enclosing from "../../runtimes/javascript/src/enclosing.js";
import { load, SakipError } from "../../runtimes/javascript/src/index.js";
import * as numbers from "../../runtimes/javascript/src/numbers.js";
import * as printing from "../../runtimes/javascript/src/printing.js";
import { isAbsent } from "../../runtimes/javascript/src/values.js";

const { plans, asked } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const loaded = plans.map(load);
const functions = { ...numbers, ...enclosing, ...printing };
const { Fraction, Interval, readExact } = numbers;

function datum(tagged) {
  if (typeof tagged !== "object" || tagged === null) return tagged;
  if (tagged.map !== undefined) return new Map(tagged.map.map(([key, value]) => [key, datum(value)]));
  if (tagged.list !== undefined) return tagged.list.map(datum);
  if (tagged.integer !== undefined) return BigInt(tagged.integer);
  if (tagged.interval !== undefined) return new Interval(...tagged.interval.map(readExact));
  return tagged.number === undefined ? Number(tagged.float) : readExact(tagged.number);
}

function ask({ plan, rule, ask: call, with: data }) {
  if (call === "number") return written(functions[rule](...data.map(argument)));
  if (call === "version") return { rule: loaded[plan].rule(rule, { on: data[0] }).reference };
  return loaded[plan].rule(rule)[call === "look_up" ? "lookUp" : call](...data.map(datum));
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
    if (!(error instanceof SakipError)) throw error;
    return { errors: error.mistakes.map(({ code }) => code).sort() };
  }
}

writeFileSync(process.argv[3], JSON.stringify(asked.map(answer)));
