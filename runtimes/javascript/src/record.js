/** Runs the plan of one record: inputs, then every step after those it uses, then the formula, then the checks. */

import { exact, isNumber } from "./numbers.js";
import { absentOf, Formulas, ownFailure } from "./formulas.js";
import { decimalText, DISPLAY_PLACES, roundNumber } from "./printing.js";
import { classify } from "./scales.js";
import { AbsentRow, absentRows, Category, codeOf, isAbsent, MISSING, notComputable, Range, Rows, rowsIn } from "./values.js";

/** What a rule gives for typed inputs; a failed check takes the result's place. */
export function evaluateRule(plans, rule, given, meter, caller = null) {
  const record = new RecordRun(plans, rule.record, meter);
  record.run(given);
  const name = caller === null ? "result" : `${caller} (${rule.reference})`;
  let result = record.computed(rule.result, record.formulas.evaluate(name, rule.result.how));
  record.names.set("result", result.inside);
  const { diagnostics, failure } = record.checks();
  if (failure !== null) result = failed(result, failure);
  return { rule, result, figures: record.figures, rows: record.rows, diagnostics };
}

class RecordRun {
  names = new Map();
  figures = new Map();
  rows = new Map();

  constructor(plans, plan, meter) {
    this.plans = plans;
    this.plan = plan;
    this.meter = meter;
    this.formulas = new Formulas(this.names, (alias) => plans.get(plan.aliases[alias]), meter);
  }

  run(given) {
    for (const declared of Object.values(this.plan.inputs ?? {})) {
      const value = given.get(declared.name);
      if (declared.each === undefined) this.take(declared, value);
      else this.collection(declared, value);
    }
    for (const step of this.plan.steps ?? []) this.step(step);
  }

  keep(figure) {
    this.figures.set(figure.name, figure);
    this.names.set(figure.name, figure.inside);
  }

  /** An input as given, or by default; else it is missing. */
  take(declared, given) {
    const origin = given === undefined ? "default" : "given";
    const value = given ?? (declared.default === undefined ? MISSING : defaultOf(declared.default));
    this.keep({ ...headOf(declared), origin, value, inside: value, exact: value, diagnostics: [] });
  }

  /** The rows of a collection, each computed; an absent value in its place is one absent row. */
  collection({ name, each }, given) {
    if (isAbsent(given)) {
      this.names.set(name, absentRows(given));
      return;
    }
    const [seen, done] = [[], []];
    for (const row of rowsIn(given)) {
      if (row.values instanceof AbsentRow) seen.push(row);
      else {
        const record = new RecordRun(this.plans, each, this.meter);
        record.run(row.values);
        done.push({ id: row.id, figures: record.figures, rows: record.rows, diagnostics: record.finish() });
        seen.push({ id: row.id, values: record.outward() });
      }
    }
    this.names.set(name, new Rows(seen));
    this.rows.set(name, done);
  }

  /** The diagnostics of a row's checks; a failed one takes the place of every step, as seen from outside. */
  finish() {
    const { diagnostics, failure } = this.checks();
    for (const { name } of failure === null ? [] : (this.plan.steps ?? [])) {
      if (this.figures.has(name)) this.figures.set(name, failed(this.figures.get(name), failure));
      else this.names.set(name, absentRows(failure));
    }
    return diagnostics;
  }

  /** The values of the record as others see them, collections included. */
  outward() {
    const seen = new Map([...this.names].filter(([, value]) => value instanceof Rows));
    for (const [name, figure] of this.figures) seen.set(name, figure.value);
    return seen;
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
    const [unrounded, carried] = settle(value, step.rounding);
    const lost = carried === value ? [] : ownFailure(step.name, carried, []);
    const figure = { ...headOf(step), origin: "computed", value: carried, inside: carried, exact: unrounded };
    const whole = { ...figure, rounding: step.rounding, trace, diagnostics: [...diagnostics, ...lost] };
    return step.scale === undefined ? whole : banded(whole, this.plans.get(step.scale));
  }

  /** A collection written in the rule: every cell is a formula over this record. */
  fixedRows({ name, how }) {
    const done = how.rows.map(([id, cells]) => {
      const figures = new Map(cells.map(([column, cell]) => [column, this.cell(column, how.columns[column], cell)]));
      return { id, figures, rows: new Map(), diagnostics: [] };
    });
    const values = ({ figures }) => new Map([...figures].map(([column, figure]) => [column, figure.value]));
    this.names.set(name, new Rows(done.map((row) => ({ id: row.id, values: values(row) }))));
    this.rows.set(name, done);
  }

  cell(name, { unit }, how) {
    const { value, trace, diagnostics } = this.formulas.evaluate(name, how);
    return { name, title: [name, name], unit, origin: "computed", value, inside: value, exact: value, trace, diagnostics };
  }

  /** A step by another rule, from what the rule's inputs are bound to; `trace` has its case. */
  called(step, { rule, bindings }, trace) {
    const [given, failures] = [new Map(), []];
    for (const [name, bound] of bindings) {
      if (typeof bound === "string") given.set(name, codeOf(this.names.get(bound) ?? bound));
      else {
        const { value, diagnostics } = this.formulas.evaluate(name, bound);
        given.set(name, codeOf(value));
        failures.push(...diagnostics);
      }
    }
    const record = evaluateRule(this.plans, this.plans.get(rule), given, this.meter, step.name);
    this.keep(this.ofRule(step, record, { ...trace, called: record }, failures));
  }

  /** A step with the value of a called rule, and its own category, else the rule's. */
  ofRule(step, { result: theirs }, trace, failures) {
    const isRounded = theirs.rounding !== undefined;
    const [unrounded, carried] = isRounded ? [theirs.exact, theirs.value] : settle(theirs.value, step.rounding);
    const lost = carried === theirs.value ? [] : ownFailure(step.name, carried, []);
    const value = { value: carried, inside: carried, exact: isAbsent(theirs.value) ? carried : unrounded };
    const { scale, category, unit, rounding = step.rounding } = theirs;
    const head = { ...headOf(step), unit: step.unit ?? unit, origin: "computed", rounding };
    const figure = { ...head, ...value, scale, category, trace, diagnostics: [...failures, ...lost] };
    if (step.scale !== undefined) return banded(figure, this.plans.get(step.scale));
    return theirs.scale === undefined ? figure : inherited(figure, theirs);
  }

  /** The diagnostics of false checks, and the first failure that is an error. */
  checks() {
    const broken = (this.plan.checks ?? []).filter(({ expect }) => this.formulas.verdict(expect) === false);
    const first = broken.find(({ severity }) => severity === "error");
    return {
      diagnostics: broken.map(({ message, severity }) => ({ code: "check-failed", severity, figure: null, message })),
      failure: first === undefined ? null : notComputable("check-failed", first.message),
    };
  }
}

const headOf = ({ name, title, unit }) => ({ name, title, unit });

/** A computed value before and after its rounding; one that an interval does not settle leaves none. */
function settle(value, rounding) {
  if (rounding === undefined || !isNumber(value)) return [value, value];
  const rounded = roundNumber(value, rounding.places, rounding.mode);
  if (rounded !== null) return [value, rounding.carry === "rounded" ? rounded : value];
  const lost = notComputable("precision");
  return [lost, lost];
}

const asCategory = (found) => (found instanceof Category ? found : undefined);

/** The figure with the category that a scale gives its carried value. */
function banded(figure, scale) {
  const found = classify(scale, figure.value);
  const category = asCategory(found);
  const hasNone = category === undefined && !isAbsent(figure.value);
  const warnings = hasNone ? [{ code: found.reason, severity: "warning", figure: figure.name, scale: scale.reference }] : [];
  const diagnostics = [...figure.diagnostics, ...warnings, ...hazards(figure, category, scale)];
  return { ...figure, scale, category, diagnostics };
}

/** The figure with the category of the called rule, which another rounding may belie. */
function inherited(figure, theirs) {
  const { scale } = theirs;
  if (isAbsent(figure.value)) return { ...figure, category: asCategory(classify(scale, figure.value)) };
  if (theirs.diagnostics.some(({ code }) => code === "display-hazard")) return figure;
  return { ...figure, diagnostics: [...figure.diagnostics, ...hazards(figure, figure.category, scale)] };
}

/** The figure as it is seen from outside after a failed check; a scale may have a band for that. */
function failed(figure, failure) {
  const { scale } = figure;
  return { ...figure, value: failure, category: scale === undefined ? undefined : asCategory(classify(scale, failure)) };
}

/** The warning that the displayed value would earn another category, if it would. */
function hazards(figure, category, scale) {
  if (category === undefined || !isNumber(figure.exact)) return [];
  const { places, mode } = figure.rounding ?? { places: DISPLAY_PLACES };
  const shown = roundNumber(figure.exact, places, mode);
  const other = shown === null ? category : (asCategory(classify(scale, shown)) ?? { label: "–", code: null });
  if (other.label === category.label && other.code === category.code) return [];
  const texts = { category: category.label, other: other.label, shown: decimalText(shown, places) };
  return [{ code: "display-hazard", severity: "warning", figure: figure.name, ...texts }];
}

/** The default of an input as the plan states it. */
function defaultOf(stated) {
  if (typeof stated !== "object") return stated;
  if (stated.word !== undefined) return absentOf(stated);
  return stated.number === undefined ? new Range(exact(stated.low), exact(stated.high)) : exact(stated.number);
}
