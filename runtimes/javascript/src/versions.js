/** Which of several versions of a rule holds on a day; days are texts, `2021-12-31`. */

import { reject } from "./reading.js";

const lastDay = ({ source }) => source.valid_to ?? "9999-12-31";
const byVersion = (a, b) => a.source.version.localeCompare(b.source.version, "en", { numeric: true });

/** The day of a text, or the last day of a year. */
export function dayOf(on) {
  const day = Number.isInteger(on) ? `${String(on).padStart(4, "0")}-12-31` : on;
  return /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(day) ? day : reject("bad-date");
}

/** The version in force on a day; one that another in force supersedes, directly or through others, stands back. */
export function inForce(versions, day) {
  const holding = versions.filter((plan) => plan.source.valid_from <= day && day <= lastDay(plan)).sort(byVersion);
  if (holding.length === 0) {
    reject(versions.some((plan) => lastDay(plan) < day) ? "no-longer-in-force" : "not-yet-in-force");
  }
  const replaced = new Set(holding.flatMap((plan) => [...superseded(plan, versions)]));
  return holding.findLast(({ source }) => !replaced.has(source.version)) ?? holding.at(-1);
}

/** The versions that a plan supersedes, directly or through others. */
function superseded(plan, versions, found = new Set()) {
  const next = plan?.source.supersedes;
  if (next === undefined || found.has(next)) return found;
  return superseded(versions.find(({ source }) => source.version === next), versions, found.add(next));
}
