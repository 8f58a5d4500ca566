/**
 * Rules as checked plans (`sakip export RULE --format plan`, format `sakip-plan/1`), computed exactly: what the Python
 * package gives, step by step. Results are plain data: texts, lists, `null` for what is not there.
 */

import { Fraction, isExact, isNumber } from "./numbers.js";
import { decimalText, displayText, DISPLAY_PLACES, formatNumber, roundNumber, shortestText } from "./printing.js";
import { readBanded, readCode, readInputs, reject, SakipError } from "./reading.js";
import { evaluateRule } from "./record.js";
import { classify, lookUp } from "./scales.js";
import { Category, codeOf, isAbsent, Range } from "./values.js";

export { formatNumber, Fraction, SakipError };

/** The plans of parsed JSON by their references, and the rules that were exported. */
export function loadPlans(data) {
  const named = data.rules.map((plan) => ({ ...plan, reference: `${plan.source.id}@${plan.source.version}` }));
  const plans = new Map(named.map((plan) => [plan.reference, plan]));
  return { plans, rules: data.roots.map((reference) => ruleOf(plans, plans.get(reference) ?? reject("bad-value"))) };
}

/** What people see of a plan, and may ask it. */
export function ruleOf(plans, plan) {
  const { record, scale, table, kind, reference } = plan;
  const { id, version, title, basis, valid_from: validFrom, valid_to: validTo = null } = plan.source;
  const unit = plan.result?.unit ?? plan.unit ?? null;
  const shape = { unit, inputs: fieldsOf(record), bands: scale?.bands ?? [], keys: table?.keys ?? [] };
  return {
    ...{ reference, id, version, kind, title, basis, validFrom, validTo, ...shape },

    /** The result of a formula rule for an object or a Map of inputs; throws a `SakipError`. */
    evaluate(given = {}) {
      if (record === undefined) reject("bad-value");
      return described(evaluateRule(plans, plan, readInputs(given, record), { spent: 0 }));
    },

    /** The band of a number, or of an absent value. */
    classify(value) {
      if (scale === undefined) reject("bad-value");
      const found = classify(plan, readBanded(value, unit));
      return { ...inBand(found), ...outcomeOf(found) };
    },

    /** The number of a table for one CODE a key, or of an interpolation for a number. */
    lookUp(...codes) {
      if (table === undefined || codes.length !== (table.keys ?? [1]).length) reject("bad-value");
      const operand = (code) => (table.keys === undefined ? readBanded(code, unit) : readCode(code));
      const found = lookUp(plan, codes.map(operand));
      return { text: isNumber(found) ? displayText(found, null) : null, exact: exactText(found), ...outcomeOf(found) };
    },
  };
}

/** What a form must ask for; `fields` are those of the rows of a collection. */
const fieldsOf = (record) =>
  Object.values(record?.inputs ?? {}).map((declared) => {
    const { name, title, type, unit = null, choices = [], codes = [], default: stated = null, each } = declared;
    const fields = each === undefined ? null : fieldsOf(each);
    return { name, title, type, unit, choices, codes: codes.map(([code]) => code), default: stated, fields };
  });

const exactText = (number) => (isExact(number) ? String(number) : null);
const outcomeOf = (value) => (isAbsent(value) ? value.outcome : { status: "ok", reason: null, note: null });
const inBand = (found) => (found instanceof Category ? { ...found } : { category: null, code: null, band: null });

function described(record) {
  const { rule, result } = record;
  const { id, version, title } = rule.source;
  const head = { rule: rule.reference, id, version, kind: rule.kind };
  return { ...head, ...shownFigure(result), title, ...partsOf(record), diagnostics: everything(record) };
}

const shownRow = (row) => ({ id: row.id, ...partsOf(row), diagnostics: row.diagnostics });
const partsOf = ({ figures, rows }) => ({
  steps: [...figures.values()].map(shownFigure),
  collections: [...rows].map(([name, list]) => ({ name, rows: list.map(shownRow) })),
});

function shownFigure({ value, exact, scale, category, called, ...figure }) {
  return {
    ...figure,
    ...inBand(category ?? value),
    ...outcomeOf(value),
    text: textOf(value, exact, figure),
    exact: isAbsent(value) ? null : exactText(exact),
    range: value instanceof Range ? { min: endText(value.min), max: endText(value.max) } : null,
    called: called === undefined ? null : described(called),
  };
}

const endText = (number) => shortestText(number) ?? String(number);

/** A value as text: a number with exactly the places that it is shown with; null if absent or no scalar. */
function textOf(value, exact, { rounding, origin }) {
  if (!isNumber(value)) return ["boolean", "string"].includes(typeof codeOf(value)) ? String(codeOf(value)) : null;
  const number = isNumber(exact) ? exact : value;
  if (rounding === null) return displayText(number, origin === "computed" ? DISPLAY_PLACES : null);
  const settled = roundNumber(number, rounding.places, rounding.mode);
  return settled === null ? null : decimalText(settled, Math.max(rounding.places, 0));
}

/** The diagnostics of a record and of all that it is made of, each once. */
const everything = (record) =>
  [...new Map(within(record).map((diagnostic) => [JSON.stringify(diagnostic), diagnostic])).values()];

function within({ diagnostics, figures, result, rows }) {
  const all = result === undefined ? [...figures.values()] : [...figures.values(), result];
  const inner = [...[...rows.values()].flat(), ...all.flatMap(({ called }) => called ?? [])];
  return [...diagnostics, ...all.flatMap((figure) => figure.diagnostics), ...inner.flatMap(within)];
}
