/** Which of several versions of a rule holds on a day; days are texts, `2021-12-31`. */

import { reject } from "./reading.js";

const lastDay = ({ source }) => source.valid_to ?? "9999-12-31";
const byVersion = (a, b) => a.source.version.localeCompare(b.source.version, "en", { numeric: true });

/** The version in force on a day, or the only one; what another one in force supersedes stands back. */
export function inForce(versions, on) {
  if (versions.length === 0) reject("unknown-rule");
  if (on === undefined) return versions.length === 1 ? versions[0] : reject("missing-key");
  const day = Number.isInteger(on) ? `${String(on).padStart(4, "0")}-12-31` : on; // of a year its last day
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(day)) reject("bad-date");
  const holding = versions.filter((plan) => plan.source.valid_from <= day && day <= lastDay(plan)).sort(byVersion);
  const isOver = versions.some((plan) => lastDay(plan) < day);
  if (holding.length === 0) reject(isOver ? "no-longer-in-force" : "not-yet-in-force");
  const known = new Map(versions.map(({ source }) => [source.version, source.supersedes]));
  const replaced = new Set();
  for (const { source } of holding) {
    let next = source.supersedes;
    for (; next !== undefined && !replaced.has(next); next = known.get(next)) replaced.add(next);
  }
  return holding.findLast(({ source }) => !replaced.has(source.version)) ?? holding.at(-1);
}
