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
  const { diagnostics, failure } = record.checks();
  return { ...record.done(diagnostics), rule, result: failure === null ? result : failed(result, failure) };
}

class RecordRun {
  names = new Map();
  figures = new Map();
  rows = new Map();

  constructor(plans, plan, meter) {
    Object.assign(this, { plans, plan, meter });
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

  done(diagnostics) {
    return { figures: this.figures, rows: this.rows, diagnostics };
  }

  keep(figure) {
    this.figures.set(figure.name, figure);
    this.names.set(figure.name, figure.value);
  }

  /** An input as given, or by default; else it is missing. */
  take(declared, given) {
    const value = given ?? (declared.default === undefined ? MISSING : defaultOf(declared.default));
    this.keep(figureOf(declared, { origin: given === undefined ? "default" : "given", value, exact: value }));
  }

  /** The rows of a collection, each computed; an absent value in its place is one absent row. */
  collection({ name, each }, given) {
    const done = [];
    const seen = rowsIn(given).map((row) => {
      if (row.absent !== null) return row;
      const record = new RecordRun(this.plans, each, this.meter);
      record.run(row.values);
      done.push({ id: row.id, ...record.done(record.finish()) });
      return new Row(row.id, record.names);
    });
    this.names.set(name, seen);
    if (!isAbsent(given)) this.rows.set(name, done);
  }

  /** The diagnostics of a row's checks; a failed one takes the place of every step, as seen from outside. */
  finish() {
    const { diagnostics, failure } = this.checks();
    for (const { name } of failure === null ? [] : (this.plan.steps ?? [])) {
      if (this.figures.has(name)) this.keep(failed(this.figures.get(name), failure));
      else this.names.set(name, rowsIn(failure));
    }
    return diagnostics;
  }

  step(step) {
    if (step.how.columns !== undefined) this.fixedRows(step);
    else if (step.how.rule !== undefined) this.called(step, step.how, {});
    else {
      const done = this.formulas.evaluate(step.name, step.how);
      if (done.value.bindings !== undefined) this.called(step, done.value, done.trace);
      else this.keep(this.computed(step, done));
    }
  }

  /** The figure of a value that a formula gave: rounded, with its category. */
  computed(step, { value, trace, diagnostics }) {
    const { lost, ...settled } = settle(step.name, value, step.rounding);
    const more = { rounding: step.rounding, trace, diagnostics: [...diagnostics, ...lost] };
    return this.banded(step, figureOf(step, { ...settled, ...more }));
  }

  /** A collection written in the rule: every cell is a formula over this record. */
  fixedRows({ name, how }) {
    const done = how.rows.map(([id, cells]) => {
      const cell = ([column, formula]) => {
        const { value, trace, diagnostics } = this.formulas.evaluate(column, formula);
        const declared = { name: column, title: [column, column], unit: how.columns[column].unit };
        return [column, figureOf(declared, { value, exact: value, trace, diagnostics })];
      };
      return { id, figures: new Map(cells.map(cell)), rows: new Map(), diagnostics: [] };
    });
    const values = ({ figures }) => new Map([...figures].map(([column, { value }]) => [column, value]));
    this.names.set(name, done.map((row) => new Row(row.id, values(row))));
    this.rows.set(name, done);
  }

  /** A step by another rule, from what the rule's inputs are bound to; `trace` has its case. */
  called(step, { rule, bindings }, trace) {
    const [given, failures] = [new Map(), []];
    for (const [name, bound] of bindings) {
      const isFormula = typeof bound !== "string";
      const done = isFormula ? this.formulas.evaluate(name, bound) : { value: this.names.get(bound) ?? bound };
      given.set(name, codeOf(done.value));
      failures.push(...(done.diagnostics ?? []));
    }
    const record = evaluateRule(this.plans, this.plans.get(rule), given, this.meter, step.name);
    this.keep(this.ofRule(step, record, { ...trace, called: record }, failures));
  }

  /** A step with the value of a called rule, and its own category, else the rule's. */
  ofRule(step, { result: theirs }, trace, failures) {
    const { unit, rounding = step.rounding, scale, category } = theirs;
    const isRounded = theirs.rounding !== undefined;
    const { lost, ...settled } = settle(step.name, theirs.value, isRounded ? undefined : step.rounding);
    if (isRounded && !isAbsent(theirs.value)) settled.exact = theirs.exact;
    const more = { rounding, scale, category, trace, diagnostics: [...failures, ...lost] };
    const figure = figureOf({ ...step, unit: step.unit ?? unit }, { ...settled, ...more });
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

  /** The diagnostics of false checks, and the first failure that is an error. */
  checks() {
    const broken = (this.plan.checks ?? []).filter(({ expect }) => this.formulas.evaluate("", expect).value === false);
    const first = broken.find(({ severity }) => severity === "error");
    return {
      diagnostics: broken.map(({ message, severity }) => ({ code: "check-failed", severity, figure: null, message })),
      failure: first === undefined ? null : notComputable("check-failed", first.message),
    };
  }
}

/** A figure of an input or a step; what is not said of it is as usual. */
const figureOf = ({ name, title, unit }, more) => ({ name, title, unit, origin: "computed", diagnostics: [], ...more });

/** A computed value before and after its rounding, and the diagnostic of one that an interval does not settle. */
function settle(name, value, rounding) {
  if (rounding === undefined || !isNumber(value)) return { exact: value, value, lost: [] };
  const rounded = roundNumber(value, rounding.places, rounding.mode);
  if (rounded !== null) return { exact: value, value: rounding.carry === "rounded" ? rounded : value, lost: [] };
  const lost = notComputable("precision");
  return { exact: lost, value: lost, lost: ownFailure(name, lost) };
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
