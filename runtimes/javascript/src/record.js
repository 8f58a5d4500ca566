/** Runs the plan of one record: inputs, then every step after those it uses, then the formula, then the checks. */

import { Formulas, ownFailure, statedValue } from "./formulas.js";
import { isNumber } from "./numbers.js";
import { decimalText, DISPLAY_PLACES, roundNumber } from "./printing.js";
import { classify } from "./scales.js";
import { Category, codeOf, isAbsent, MISSING, notComputable, rowsIn } from "./values.js";

/** What a rule gives for typed inputs; a failed check takes the result's place. */
export function evaluateRule(plans, rule, given, meter, caller = null) {
  const record = new RecordRun(plans, rule.record, meter);
  record.run(given);
  const name = caller === null ? "result" : `${caller} (${rule.reference})`;
  const result = record.computed(rule.result, record.evaluate(name, rule.result.how));
  record.values.set("result", result.value);
  const failure = record.check();
  return Object.assign(record, { rule, result: failure === undefined ? result : failed(result, failure) });
}

/** A record while it is computed; that of a row is then a row for formulas. */
class RecordRun extends Formulas {
  figures = new Map();
  rows = new Map();
  diagnostics = [];

  constructor(plans, plan, meter, id = null) {
    super(id, (alias) => plans.get(plan.aliases[alias]), meter);
    Object.assign(this, { plans, plan });
  }

  run(given) {
    for (const declared of Object.values(this.plan.inputs ?? {})) {
      const value = given.get(declared.name);
      if (declared.each === undefined) this.take(declared, value);
      else this.collection(declared, value ?? []);
    }
    for (const step of this.plan.steps ?? []) this.step(step);
  }

  keep(figure) {
    this.figures.set(figure.name, figure);
    this.values.set(figure.name, figure.value);
  }

  /** An input as given, or by default; else it is missing. */
  take(declared, given) {
    const value = given ?? (declared.default === undefined ? MISSING : statedValue(declared.default));
    this.keep(figureOf(declared, { origin: given === undefined ? "default" : "given", value }));
  }

  /** The rows of a collection, each computed; an absent value in its place is one absent row. */
  collection({ name, each }, given) {
    const seen = rowsIn(given).map((row) => (row.absent === null ? this.ofRow(each, row) : row));
    this.values.set(name, seen);
    if (!isAbsent(given)) this.rows.set(name, seen.filter(({ absent }) => absent === null));
  }

  /** A row computed by itself; a failed check takes the place of every step, as seen from outside. */
  ofRow(plan, { id, values }) {
    const record = new RecordRun(this.plans, plan, this.meter, id);
    record.run(values);
    const failure = record.check();
    for (const { name } of failure === undefined ? [] : (plan.steps ?? [])) {
      if (record.figures.has(name)) record.keep(failed(record.figures.get(name), failure));
      else record.values.set(name, rowsIn(failure));
    }
    return record;
  }

  step(step) {
    if (step.how.columns !== undefined) return this.fixedRows(step);
    if (step.how.rule !== undefined) return this.called(step, step.how, {});
    const done = this.evaluate(step.name, step.how);
    return done.value.bindings === undefined
      ? this.keep(this.computed(step, done))
      : this.called(step, done.value, done);
  }

  /** The figure of a value that a formula gave: rounded, with its category. */
  computed(step, done) {
    const settled = settle(step.name, done.value, step.rounding, done.diagnostics);
    return this.banded(step, figureOf(step, { ...done, ...settled, rounding: step.rounding ?? null }));
  }

  /** A collection written in the rule: every cell is a formula over this record. */
  fixedRows({ name, how: { columns, rows } }) {
    const done = rows.map(([id, cells]) => {
      const row = new RecordRun(this.plans, {}, this.meter, id);
      for (const [column, formula] of cells) {
        const declared = { name: column, title: [column, column], unit: columns[column].unit };
        row.keep(figureOf(declared, this.evaluate(column, formula)));
      }
      return row;
    });
    this.values.set(name, done);
    this.rows.set(name, done);
  }

  /** A step by another rule, from what the rule's inputs are bound to; `done` has its case. */
  called(step, { rule, bindings }, done) {
    const named = (bound) => ({ value: this.values.get(bound) ?? bound, diagnostics: [] });
    const operand = (name, bound) => (typeof bound === "string" ? named(bound) : this.evaluate(name, bound));
    const operands = bindings.map(([name, bound]) => [name, operand(name, bound)]);
    const given = new Map(operands.map(([name, { value }]) => [name, codeOf(value)]));
    const failures = operands.flatMap(([, { diagnostics }]) => diagnostics);
    const record = evaluateRule(this.plans, this.plans.get(rule), given, this.meter, step.name);
    this.keep(this.ofRule(step, record, { ...done, called: record }, failures));
  }

  /** A step with the value of a called rule, and its own category, else the rule's. */
  ofRule(step, { result: theirs }, done, failures) {
    const { unit, rounding, scale, category } = theirs;
    const settled = settle(step.name, theirs.value, rounding === null ? step.rounding : undefined, failures);
    if (rounding !== null && !isAbsent(theirs.value)) settled.exact = theirs.exact;
    const more = { rounding: rounding ?? step.rounding ?? null, scale, category };
    const figure = figureOf({ ...step, unit: step.unit ?? unit }, { ...done, ...settled, ...more });
    return step.scale === undefined ? inherited(figure, theirs) : this.banded(step, figure);
  }

  /** The figure with the category that the step's scale, if it has one, gives its carried value. */
  banded(step, figure) {
    if (step.scale === undefined) return figure;
    const scale = this.plans.get(step.scale);
    const found = classify(scale, figure.value);
    const done = { ...figure, scale, category: asCategory(found) };
    if (!isAbsent(found) || isAbsent(figure.value)) return withHazard(done);
    const lack = { code: found.reason, severity: "warning", figure: figure.name, scale: scale.reference };
    return { ...done, diagnostics: [...figure.diagnostics, lack] };
  }

  /** Notes every false check; gives the first failure that is an error. */
  check() {
    const broken = (this.plan.checks ?? []).filter(({ expect }) => this.evaluate("", expect).value === false);
    const told = ({ message, severity }) => ({ code: "check-failed", severity, figure: null, message });
    this.diagnostics.push(...broken.map(told));
    const first = broken.find(({ severity }) => severity === "error");
    return first && notComputable("check-failed", first.message, true);
  }
}

const PLAIN = { origin: "computed", rounding: null, formula: null, aggregates: [], case: null, diagnostics: [] };

/** A figure of an input or a step; what is not said of it is as usual. */
const figureOf = ({ name, title, unit = null }, more) =>
  ({ name, title, unit, ...PLAIN, exact: more.value, ...more });

/** A computed value before and after its rounding, with the diagnostic of one that an interval does not settle. */
function settle(name, exact, rounding, diagnostics) {
  if (rounding === undefined || !isNumber(exact)) return { value: exact, exact, diagnostics };
  const rounded = roundNumber(exact, rounding.places, rounding.mode);
  if (rounded !== null) return { value: rounding.carry === "rounded" ? rounded : exact, exact, diagnostics };
  const lost = notComputable("precision");
  return { value: lost, exact: lost, diagnostics: [...diagnostics, ...ownFailure(name, lost)] };
}

const asCategory = (found) => (found instanceof Category ? found : undefined);

/** The figure with the category of the called rule, which another rounding may belie. */
function inherited(figure, { diagnostics }) {
  if (isAbsent(figure.value)) return failed(figure, figure.value);
  return diagnostics.some(({ code }) => code === "display-hazard") ? figure : withHazard(figure);
}

/** The figure as it is seen from outside after a failed check; a scale may have a band for that. */
function failed(figure, value) {
  const { scale } = figure;
  return { ...figure, value, category: scale === undefined ? undefined : asCategory(classify(scale, value)) };
}

/** The figure with a warning if its displayed value would earn another category. */
function withHazard(figure) {
  const { name, exact, scale, category } = figure;
  const { places, mode } = figure.rounding ?? { places: DISPLAY_PLACES };
  const shown = category === undefined || !isNumber(exact) ? null : roundNumber(exact, places, mode);
  if (shown === null) return figure;
  const other = asCategory(classify(scale, shown)) ?? { category: "–", code: null };
  if (other.category === category.category && other.code === category.code) return figure;
  const texts = { category: category.category, other: other.category, shown: decimalText(shown, places) };
  const hazard = { code: "display-hazard", severity: "warning", figure: name, ...texts };
  return { ...figure, diagnostics: [...figure.diagnostics, hazard] };
}
