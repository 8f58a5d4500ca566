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

function answer({ plan, rule, ask, with: data }) {
  const asked = loaded[plan].rule(rule);
  try {
    return asked[ask === "look_up" ? "lookUp" : ask](...data.map(datum));
  } catch (error) {
    if (!(error instanceof SakipError)) throw error;
    return { errors: error.mistakes.map(({ code }) => code).sort() };
  }
}

writeFileSync(process.argv[3], JSON.stringify(asked.map(answer)));
