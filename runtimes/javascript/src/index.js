/**
 * Rules as checked plans (`sakip export RULE --format plan`, format `sakip-plan/1`), computed exactly: what the Python
 * package gives, step by step. Results are plain data: texts, lists, `null` for what is not there.
 */

import { Meter } from "./formulas.js";
import { Fraction, isExact, isNumber } from "./numbers.js";
import { decimalText, displayText, DISPLAY_PLACES, formatNumber, roundNumber, shortestText } from "./printing.js";
import { parseNumber, readBanded, readCode, readInputs, reject, SakipError } from "./reading.js";
import { evaluateRule } from "./record.js";
import { classify, lookUp } from "./scales.js";
import { Category, isAbsent, Range } from "./values.js";
import { inForce } from "./versions.js";

export { formatNumber, Fraction, parseNumber, SakipError };

const FORMAT = "sakip-plan/1";

/** The plans of a JSON text or of parsed JSON; throws a `SakipError` for another format. */
export function load(json) {
  const data = typeof json === "string" ? parsed(json) : json;
  return data?.format === FORMAT ? new Plans(data) : reject("bad-value");
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

class Plans {
  #plans;

  constructor({ roots, rules }) {
    const named = rules.map((plan) => ({ ...plan, reference: `${plan.source.id}@${plan.source.version}` }));
    this.#plans = new Map(named.map((plan) => [plan.reference, plan]));
    this.rules = roots.map((reference) => this.rule(reference));
  }

  /** The rule of `owner/name@x.y.z`, or of an id: the version in force `on` a year or a day, or the only one. */
  rule(reference, { on } = {}) {
    const versions = [...this.#plans.values()].filter(({ source }) => source.id === reference);
    return new Rule(this.#plans, this.#plans.get(reference) ?? inForce(versions, on));
  }
}

class Rule {
  #plans;
  #plan;

  constructor(plans, plan) {
    [this.#plans, this.#plan] = [plans, plan];
    const { id, version, title, basis, valid_from: validFrom, valid_to: validTo = null } = plan.source;
    Object.assign(this, { reference: plan.reference, id, version, kind: plan.kind, title, basis, validFrom, validTo });
    this.unit = plan.result?.unit ?? plan.unit ?? null;
    this.inputs = fieldsOf(plan.record);
    this.bands = plan.scale?.bands ?? [];
    this.keys = plan.table?.keys ?? [];
  }

  /** The result of a formula rule for an object or a Map of inputs; throws a `SakipError`. */
  evaluate(given = {}) {
    if (this.#plan.record === undefined) reject("bad-value");
    return described(evaluateRule(this.#plans, this.#plan, readInputs(given, this.#plan.record), new Meter()));
  }

  /** The band of a number, or of an absent value. */
  classify(value) {
    if (this.#plan.scale === undefined) reject("bad-value");
    const found = classify(this.#plan, readBanded(value, this.unit));
    return { ...inBand(found), ...outcomeOf(found) };
  }

  /** The number of a table for one CODE a key, or of an interpolation for a number. */
  lookUp(...codes) {
    const { table } = this.#plan;
    if (table === undefined || codes.length !== (table.keys ?? [1]).length) reject("bad-value");
    const operands = codes.map((code) => (table.keys === undefined ? readBanded(code, this.unit) : readCode(code)));
    const found = lookUp(this.#plan, operands);
    return { text: isNumber(found) ? displayText(found, null) : null, exact: exactText(found), ...outcomeOf(found) };
  }
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

const partsOf = ({ figures, rows }) => ({
  steps: [...figures.values()].map(shownFigure),
  collections: [...rows].map(([name, list]) => ({
    name,
    rows: list.map((row) => ({ id: row.id, ...partsOf(row), diagnostics: row.diagnostics })),
  })),
});

function shownFigure(figure) {
  const { name, title, unit = null, origin, value, rounding = null, category, diagnostics } = figure;
  const { formula = null, aggregates = [], called, case: chosen = null } = figure;
  return {
    ...{ name, title, unit, origin, rounding, formula, aggregates, case: chosen, diagnostics },
    ...inBand(category ?? value),
    ...outcomeOf(value),
    text: textOf(figure),
    exact: isAbsent(value) ? null : exactText(figure.exact),
    range: value instanceof Range ? { min: endText(value.min), max: endText(value.max) } : null,
    called: called === undefined ? null : described(called),
  };
}

const endText = (number) => shortestText(number) ?? String(number);

/** A value as text: a number with exactly the places that it is shown with; null if absent or no scalar. */
function textOf({ value, exact, rounding, origin }) {
  if (value instanceof Category) return value.text;
  if (!isNumber(value)) return ["boolean", "string"].includes(typeof value) ? String(value) : null;
  const number = isNumber(exact) ? exact : value;
  if (rounding === undefined) return displayText(number, origin === "computed" ? DISPLAY_PLACES : null);
  const settled = roundNumber(number, rounding.places, rounding.mode);
  return settled === null ? null : decimalText(settled, Math.max(rounding.places, 0));
}

/** The diagnostics of a record and of all that it is made of, each once. */
function everything(record) {
  const found = new Map(within(record).map((diagnostic) => [JSON.stringify(diagnostic), diagnostic]));
  return [...found.values()];
}

function within({ diagnostics, figures, result, rows }) {
  const all = result === undefined ? [...figures.values()] : [...figures.values(), result];
  const inner = [...[...rows.values()].flat(), ...all.flatMap(({ called }) => called ?? [])];
  return [...diagnostics, ...all.flatMap((figure) => figure.diagnostics), ...inner.flatMap(within)];
}
