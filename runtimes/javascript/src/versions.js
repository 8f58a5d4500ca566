/** Which of several versions of a rule holds on a day; days are texts, `2021-12-31`. */

import { refuse } from "./reading.js";

const LAST_DAY = "9999-12-31";
const lastDay = ({ source }) => source.valid_to ?? LAST_DAY;

/** The day of a text, or the last day of a year. */
export function dayOf(on) {
  const day = Number.isInteger(on) ? `${String(on).padStart(4, "0")}-12-31` : on;
  return /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(day) ? day : refuse("bad-date");
}

/** The version in force on a day; one that another in force supersedes, directly or through others, stands back. */
export function inForce(versions, day) {
  const holding = versions.filter((plan) => plan.source.valid_from <= day && day <= lastDay(plan)).sort(byVersion);
  if (holding.length === 0) {
    refuse(versions.some((plan) => lastDay(plan) < day) ? "no-longer-in-force" : "not-yet-in-force");
  }
  const replaced = new Set(holding.flatMap((plan) => supersededBy(plan, versions)));
  return holding.findLast(({ source }) => !replaced.has(source.version)) ?? holding.at(-1);
}

function supersededBy(plan, versions) {
  const found = new Set();
  for (let next = plan?.source.supersedes; next !== undefined && !found.has(next); next = plan?.source.supersedes) {
    found.add(next);
    plan = versions.find(({ source }) => source.version === next);
  }
  return [...found];
}

function byVersion(a, b) {
  const [left, right] = [a, b].map(({ source }) => source.version.split(".").map(Number));
  const place = left.findIndex((part, i) => part !== right[i]);
  return place < 0 ? 0 : left[place] - right[place];
}
