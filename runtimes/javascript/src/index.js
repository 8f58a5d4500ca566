/**
 * The package: rules by reference, or by the day on which they hold; days are texts, `2021-12-31`. A page of the site
 * needs `rules.js` alone, for it has a file for each stretch of years.
 */

import { parseNumber, reject } from "./reading.js";
import { formatNumber, Fraction, loadPlans, ruleOf, SakipError } from "./rules.js";

export { formatNumber, Fraction, parseNumber, SakipError };

const FORMAT = "sakip-plan/1";

/** The rules of a JSON text or of parsed JSON; throws a `SakipError` for another format, and for a part of one. */
export function load(json) {
  const data = typeof json === "string" ? parsed(json) : json;
  const { format, rules: listed, roots } = data ?? {};
  if (format !== FORMAT || !listed?.every?.((plan) => plan?.source) || !roots?.every) reject("bad-value");
  const { plans, rules } = loadPlans(data);
  const versions = (id) => [...plans.values()].filter(({ source }) => source.id === id);
  const rule = (reference, { on } = {}) => ruleOf(plans, plans.get(reference) ?? inForce(versions(reference), on));
  return { rules, rule };
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const lastDay = ({ source }) => source.valid_to ?? "9999-12-31";
const byVersion = (a, b) => a.source.version.localeCompare(b.source.version, "en", { numeric: true });

/** The version in force on a day, or the only one; what another one in force supersedes stands back. */
function inForce(versions, on) {
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
