/** Runs the plan of one record: inputs, then every step after those it uses, then the formula, then the checks. */

import { absentOf, Formulas, ownFailure } from "./formulas.js";
import { isNumber, readExact } from "./numbers.js";
import { decimalText, DISPLAY_PLACES, roundNumber } from "./printing.js";
import { classify } from "./scales.js";
import { Category, codeOf, isAbsent, MISSING, notComputable, Range, Row, rowsIn } from "./values.js";

/** What a rule gives for typed inputs; a failed check takes the result's place. */
export function evaluateRule(plans, rule, given, meter, caller = null) {
  const record = new RecordRun(plans, rule.record, meter);
  record.run(given);
  const name = caller === null ? "result" : `${caller} (${rule.reference})`;
  const result = record.computed(rule.result, record.formulas.evaluate(name, rule.result.how));
  record.names.set("result", result.value);
  const failure = record.check();
  return Object.assign(record, { rule, result: failure === undefined ? result : failed(result, failure) });
}

/** A record while it is computed; that of a row is then a row for formulas. */
class RecordRun extends Row {
  figures = new Map();
  rows = new Map();
  diagnostics = [];

  constructor(plans, plan, meter, id = null) {
    super(id, new Map());
    Object.assign(this, { plans, plan, meter, names: this.values });
    this.formulas = new Formulas(this.names, (alias) => plans.get(plan.aliases[alias]), meter);
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
    this.names.set(figure.name, figure.value);
  }

  /** An input as given, or by default; else it is missing. */
  take(declared, given) {
    const value = given ?? (declared.default === undefined ? MISSING : defaultOf(declared.default));
    this.keep(figureOf(declared, { origin: given === undefined ? "default" : "given", value }));
  }

  /** The rows of a collection, each computed; an absent value in its place is one absent row. */
  collection({ name, each }, given) {
    const seen = rowsIn(given).map((row) => (row.absent === null ? this.ofRow(each, row) : row));
    this.names.set(name, seen);
    if (!isAbsent(given)) this.rows.set(name, seen.filter(({ absent }) => absent === null));
  }

  /** A row computed by itself; a failed check takes the place of every step, as seen from outside. */
  ofRow(plan, { id, values }) {
    const record = new RecordRun(this.plans, plan, this.meter, id);
    record.run(values);
    const failure = record.check();
    for (const { name } of failure === undefined ? [] : (plan.steps ?? [])) {
      if (record.figures.has(name)) record.keep(failed(record.figures.get(name), failure));
      else record.names.set(name, rowsIn(failure));
    }
    return record;
  }

  step(step) {
    if (step.how.columns !== undefined) return this.fixedRows(step);
    if (step.how.rule !== undefined) return this.called(step, step.how, {});
    const done = this.formulas.evaluate(step.name, step.how);
    return done.value.bindings === undefined
      ? this.keep(this.computed(step, done))
      : this.called(step, done.value, done);
  }

  /** The figure of a value that a formula gave: rounded, with its category. */
  computed(step, done) {
    const settled = settle(step.name, done.value, step.rounding, done.diagnostics);
    return this.banded(step, figureOf(step, { ...done, ...settled, rounding: step.rounding }));
  }

  /** A collection written in the rule: every cell is a formula over this record. */
  fixedRows({ name, how: { columns, rows } }) {
    const done = rows.map(([id, cells]) => {
      const row = new RecordRun(this.plans, {}, this.meter, id);
      for (const [column, formula] of cells) {
        const declared = { name: column, title: [column, column], unit: columns[column].unit };
        row.keep(figureOf(declared, this.formulas.evaluate(column, formula)));
      }
      return row;
    });
    this.names.set(name, done);
    this.rows.set(name, done);
  }

  /** A step by another rule, from what the rule's inputs are bound to; `done` has its case. */
  called(step, { rule, bindings }, done) {
    const [given, failures] = [new Map(), []];
    for (const [name, bound] of bindings) {
      const isFormula = typeof bound !== "string";
      const operand = isFormula ? this.formulas.evaluate(name, bound) : { value: this.names.get(bound) ?? bound };
      given.set(name, codeOf(operand.value));
      failures.push(...(operand.diagnostics ?? []));
    }
    const record = evaluateRule(this.plans, this.plans.get(rule), given, this.meter, step.name);
    this.keep(this.ofRule(step, record, { ...done, called: record }, failures));
  }

  /** A step with the value of a called rule, and its own category, else the rule's. */
  ofRule(step, { result: theirs }, done, failures) {
    const { unit, rounding, scale, category } = theirs;
    const settled = settle(step.name, theirs.value, rounding === undefined ? step.rounding : undefined, failures);
    if (rounding !== undefined && !isAbsent(theirs.value)) settled.exact = theirs.exact;
    const more = { rounding: rounding ?? step.rounding, scale, category };
    const figure = figureOf({ ...step, unit: step.unit ?? unit }, { ...done, ...settled, ...more });
    return step.scale === undefined ? inherited(figure, theirs) : this.banded(step, figure);
  }

  /** The figure with the category that the step's scale, if it has one, gives its carried value. */
  banded({ scale: reference }, figure) {
    if (reference === undefined) return figure;
    const scale = this.plans.get(reference);
    const found = classify(scale, figure.value);
    const category = asCategory(found);
    const hasNone = category === undefined && !isAbsent(figure.value);
    const lack = { code: found.reason, severity: "warning", figure: figure.name, scale: scale.reference };
    const warnings = hasNone ? [lack] : hazards(figure, category, scale);
    return { ...figure, scale, category, diagnostics: [...figure.diagnostics, ...warnings] };
  }

  /** Notes every false check; gives the first failure that is an error. */
  check() {
    const broken = (this.plan.checks ?? []).filter(({ expect }) => this.formulas.evaluate("", expect).value === false);
    const told = ({ message, severity }) => ({ code: "check-failed", severity, figure: null, message });
    this.diagnostics.push(...broken.map(told));
    const first = broken.find(({ severity }) => severity === "error");
    return first && notComputable("check-failed", first.message, true);
  }
}

/** A figure of an input or a step; what is not said of it is as usual. */
const figureOf = ({ name, title, unit }, more) =>
  ({ name, title, unit, origin: "computed", exact: more.value, diagnostics: [], ...more });

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
function inherited(figure, { scale, diagnostics }) {
  if (scale === undefined) return figure;
  if (isAbsent(figure.value)) return failed(figure, figure.value);
  if (diagnostics.some(({ code }) => code === "display-hazard")) return figure;
  return { ...figure, diagnostics: [...figure.diagnostics, ...hazards(figure, figure.category, scale)] };
}

/** The figure as it is seen from outside after a failed check; a scale may have a band for that. */
function failed(figure, value) {
  const { scale } = figure;
  return { ...figure, value, category: scale === undefined ? undefined : asCategory(classify(scale, value)) };
}

/** The warning that the displayed value would earn another category, if it would. */
function hazards({ name, exact, rounding = { places: DISPLAY_PLACES } }, category, scale) {
  const shown = category === undefined || !isNumber(exact) ? null : roundNumber(exact, rounding.places, rounding.mode);
  if (shown === null) return [];
  const other = asCategory(classify(scale, shown)) ?? { category: "–", code: null };
  if (other.category === category.category && other.code === category.code) return [];
  const texts = { category: category.category, other: other.category, shown: decimalText(shown, rounding.places) };
  return [{ code: "display-hazard", severity: "warning", figure: name, ...texts }];
}

/** The default of an input as the plan states it. */
function defaultOf(stated) {
  if (typeof stated !== "object") return stated;
  if (stated.word !== undefined) return absentOf(stated);
  if (stated.number !== undefined) return readExact(stated.number);
  return new Range(readExact(stated.low), readExact(stated.high));
}
