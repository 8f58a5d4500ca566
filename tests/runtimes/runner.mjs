/** Answers the questions of a file with the JavaScript runtime: node runner.mjs QUESTIONS ANSWERS. */

import { readFileSync, writeFileSync } from "node:fs";
import { exact } from "../../runtimes/javascript/src/numbers.js";
import { load, SakipError } from "../../runtimes/javascript/src/index.js";

const { plans, asked } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const loaded = plans.map(load);

function datum(tagged) {
  if (typeof tagged !== "object" || tagged === null) return tagged;
  if (tagged.map !== undefined) return new Map(tagged.map.map(([key, value]) => [key, datum(value)]));
  if (tagged.list !== undefined) return tagged.list.map(datum);
  return tagged.number === undefined ? Number(tagged.float) : exact(tagged.number);
}

function ask({ plan, rule, ask: call, with: data }) {
  if (call === "version") return { rule: loaded[plan].rule(rule, { on: data[0] }).reference };
  return loaded[plan].rule(rule)[call === "look_up" ? "lookUp" : call](...data.map(datum));
}

function answer(question) {
  try {
    return ask(question);
  } catch (error) {
    if (!(error instanceof SakipError)) throw error;
    return { errors: error.mistakes.map(({ code }) => code).sort() };
  }
}

writeFileSync(process.argv[3], JSON.stringify(asked.map(answer)));
