/** The formulas of one record: the nodes of a plan evaluated on exact, absent-aware values, with their cost. */

import { geometricMean, ln, refuseBelowZero, root } from "./enclosing.js";
import {
  absolute, add, bits, checkSize, divide, exact, highEnd, integer, isNumber, lowEnd, maximum, minimum, multiply,
  negate, ONE, order, power, product, Refusal, refuse, subtract, total,
} from "./numbers.js";
import { classify, lookUp } from "./scales.js";
import {
  Absent, AbsentRow, codeOf, isAbsent, MISSING, NOT_APPLICABLE, notComputable, once, Range, rowsIn, worst,
} from "./values.js";

const BUDGET = 1_000_000;
const FREE_BITS = 1000;
const FREE = 1n << 1000n;
const NAMED_ROWS = 20;

/** Counts the units of a record and of the rules that it calls. */
export class Meter {
  spent = 0;

  spend(units) {
    this.spent += units;
    if (this.spent > BUDGET) refuse("too-large");
  }
}

const FUNCTIONS = {
  "+": add, "-": subtract, "*": multiply, "/": divide, neg: negate, abs: absolute, ln,
  "**": (x, n) => power(x, Number(n.above)),
  root: (x, n) => root(x, Number(n.above)),
  min: (...list) => minimum(list),
  max: (...list) => maximum(list),
  clamp: (x, low, high) => (isOrdered(">", low, high) ? refuse("outside-domain") : maximum([low, minimum([x, high])])),
};

const AGGREGATES = {
  sum: total, geomean: geometricMean, product, min: minimum, max: maximum,
  mean: (list, weights) => (weights.length > 0 ? weightedMean(list, weights) : divide(total(list), integer(list.length))),
  first: (list) => list[0],
  last: (list) => list.at(-1),
  count: (list) => integer(list.length),
};

function weightedMean(list, weights) {
  refuseBelowZero(weights);
  return divide(total(list.map((x, i) => multiply(x, weights[i]))), total(weights));
}

/** What computing gives; a refusal is an absent value. */
function unlessRefused(compute) {
  try {
    return compute();
  } catch (error) {
    if (error instanceof Refusal) return notComputable(error.reason);
    throw error;
  }
}

/** What a function gives; an absent operand is the result. */
function guarded(compute, operands) {
  const absents = operands.filter(isAbsent);
  return absents.length > 0 ? worst(absents) : unlessRefused(() => compute(...operands));
}

const ORDERS = {
  "<": (sign) => sign < 0, "<=": (sign) => sign <= 0, ">": (sign) => sign > 0, ">=": (sign) => sign >= 0,
  "==": (sign) => sign === 0, "!=": (sign) => sign !== 0,
};

/** Compares two numbers; where the ends of intervals answer differently, nothing settles it. */
function isOrdered(op, a, b) {
  const signs = [order(lowEnd(a), highEnd(b)), order(highEnd(a), lowEnd(b))];
  if (signs[0] <= 0 && signs[1] >= 0) signs.push(0); // they overlap, so they may be equal
  const answers = new Set(signs.map(ORDERS[op]));
  return answers.size > 1 ? refuse("precision") : answers.has(true);
}

const compared = (op, a, b) =>
  isNumber(a) && isNumber(b) ? isOrdered(op, a, b) : (codeOf(a) === codeOf(b)) === (op === "==");

/** `and` and `or`: a false, or a true, decides, whatever is absent beside it. */
function joined(op, operands) {
  const decisive = op === "or";
  if (operands.includes(decisive)) return decisive;
  const absents = operands.filter(isAbsent);
  return absents.length > 0 ? worst(absents) : !decisive;
}

/** A bare range is its number when its ends are equal. */
function bare(value) {
  if (!(value instanceof Range)) return value;
  return order(value.low, value.high) === 0 ? value.low : notComputable("range-target");
}

function endOf(value, end) {
  if (!(value instanceof Range) || end === undefined) return value;
  return end === "min" ? value.low : value.high;
}

/** The rows of a collection path, in order: one flat list. */
const flatten = (names, [head, ...path]) =>
  path.reduce((rows, part) => rows.flatMap((row) => rowsIn(row.values.get(part))), rowsIn(names.get(head)));

/** Evaluates formulas over `names`, a Map that may grow meanwhile; `aliases` gives the plan of an alias. */
export class Formulas {
  #nodes;
  #row = null;
  #aggregates = [];

  constructor(names, aliases, meter) {
    this.names = names;
    this.aliases = aliases;
    this.meter = meter;
  }

  /**
   * The value of a formula, or of the case that applies; how it was computed; and a diagnostic if it broke here.
   * Of a case that calls a rule, the value is the call.
   */
  evaluate(name, how) {
    if (this.meter.spent > BUDGET) return { value: notComputable("too-large"), trace: {}, diagnostics: [] };
    const { value, trace } = this.#withinBudget(() => (Array.isArray(how) ? this.#cases(how) : this.#formula(how)));
    const used = trace.nodes === undefined ? [] : usedValues(trace.nodes, this.names);
    return { value, trace, diagnostics: ownFailure(name, value, used) };
  }

  /** What a check says; absent where it has no verdict. */
  verdict(formula) {
    return this.#withinBudget(() => this.#formula(formula)).value;
  }

  /** What computing gives; the value at which the record passes its budget is too large. */
  #withinBudget(compute) {
    const found = unlessRefused(compute);
    return isAbsent(found) ? { value: found, trace: {} } : found;
  }

  #formula({ text, nodes }) {
    [this.#nodes, this.#row, this.#aggregates] = [nodes, null, []];
    return { value: this.#value(nodes.length - 1), trace: { formula: text, nodes, aggregates: this.#aggregates } };
  }

  /** The first case whose condition is true; an absent condition is the result. */
  #cases(cases) {
    for (const [place, { when, then, note }] of cases.entries()) {
      const held = { case: place, when: when?.text, note };
      const condition = when === undefined ? { value: true } : this.#formula(when);
      if (isAbsent(condition.value)) return { value: condition.value, trace: { ...condition.trace, ...held } };
      if (condition.value !== true) continue;
      if (then.nodes === undefined) return { value: then.word === undefined ? then : absentOf(then), trace: held };
      const { value, trace } = this.#formula(then);
      return { value, trace: { ...trace, ...held } };
    }
    return { value: notComputable("no-case"), trace: {} };
  }

  #value(place) {
    const node = this.#nodes[place];
    this.meter.spend(1);
    if (typeof node === "string") return this.#measured(bare(this.names.get(node) ?? node));
    const [op, ...parts] = node;
    if (op === "if") {
      const test = this.#value(parts[0]);
      return isAbsent(test) ? test : this.#value(test ? parts[1] : parts[2]);
    }
    return this.#measured(this.#computed(op, parts));
  }

  #computed(op, parts) {
    const operands = (places) => places.map((place) => this.#value(place));
    switch (op) {
      case "#": return exact(parts[0]);
      case "end": return bare(endOf(this.names.get(parts[0]) ?? MISSING, parts[1]));
      case "row": return bare(endOf(this.#row.values.get(parts[0]) ?? MISSING, parts[1]));
      case "over": return this.#aggregate(...parts);
      case "call": return called(this.aliases(parts[0]), operands(parts.slice(1)));
      case "compare": return comparison(parts[0], operands(parts.slice(1)));
    }
    const values = operands(parts);
    switch (op) {
      case "and": case "or": return joined(op, values);
      case "not": return isAbsent(values[0]) ? values[0] : !values[0];
      case "pos": return values[0];
      case "given": return !isAbsent(values[0]) || values[0].word === "not_computable";
    }
    return guarded(FUNCTIONS[op], values);
  }

  /** Holds a number to the limits of size, and counts what it weighs. */
  #measured(value) {
    if (!isNumber(value) || (value.below < FREE && value.above < FREE && value.above > -FREE)) return value;
    const sized = unlessRefused(() => checkSize(value));
    if (isAbsent(sized)) return sized;
    this.meter.spend(Math.floor(Math.max(bits(value) - FREE_BITS, 0) / 100));
    return value;
  }

  #aggregate(name, path, argument, where, weight) {
    const remaining = new Remaining();
    for (const [index, row] of flatten(this.names, path).entries()) {
      this.meter.spend(1);
      this.#row = row;
      const condition = where === null ? true : this.#value(where);
      const value = argument === null ? this.#counted(row) : this.#value(argument);
      remaining.take(row.id || String(index + 1), condition, value, weight === null ? null : this.#value(weight));
    }
    this.#row = null;
    this.#aggregates.push(remaining.used(name));
    return remaining.result(name);
  }

  /** What `count(c)` sees of a row: that it is there. */
  #counted({ values }) {
    this.meter.spend(1);
    return values instanceof AbsentRow ? values.absent : ONE;
  }
}

/** Which rows remain in an aggregate, and what they give (language 3.5). */
class Remaining {
  #left = [];
  #kept = [];
  #weights = [];
  #blocking = [];
  #leftValues = [];

  take(row, condition, value, weight) {
    const absents = [condition, value, weight].filter(isAbsent);
    const absent = absents.length > 0 ? worst(absents) : null;
    if (condition === false) this.#leave(row, "where", value);
    else if (absent?.word === "not_applicable" || absent?.word === "not_due") this.#leave(row, absent.word, value);
    else if (absent !== null) this.#blocking.push(absent);
    else {
      this.#kept.push(value);
      if (weight !== null) this.#weights.push(weight);
    }
  }

  #leave(row, why, value) {
    this.#left.push({ row, why });
    if (isAbsent(value) && value.word !== "not_computable") this.#leftValues.push(value);
  }

  /** How many rows were counted, and which left and why: so many are named, of the others there is the number. */
  used(name) {
    const counted = this.#kept.length + this.#blocking.length;
    const left = this.#left.slice(0, NAMED_ROWS);
    return { function: name, counted, left, more: this.#left.length - left.length };
  }

  result(name) {
    if (this.#blocking.length > 0) return worst(this.#blocking);
    if (this.#kept.length === 0 && name !== "count") return worst([...this.#leftValues, NOT_APPLICABLE]);
    return guarded(() => AGGREGATES[name](this.#kept, this.#weights), []);
  }
}

const called = (plan, operands) => (plan.kind === "scale" ? classify(plan, operands[0]) : lookUp(plan, operands));

function comparison(ops, operands) {
  const answers = ops.map((op, i) => guarded((a, b) => compared(op, a, b), operands.slice(i, i + 2)));
  return joined("and", answers);
}

/** The absent value that a plan states: one object, so that it is known again where it is passed on. */
export const absentOf = once(({ word, reason, note }) => new Absent(word, reason, note));

/** The diagnostic of a value that cannot be computed, unless it is that of an operand: the same object. */
export function ownFailure(name, value, operands) {
  if (!isAbsent(value) || value.word !== "not_computable" || operands.includes(value)) return [];
  return [{ code: value.reason, severity: "error", figure: name, message: value.note }];
}

/** The values that the nodes of a formula name: of the record, and of rows. */
function usedValues(nodes, names) {
  return nodes.flatMap((node, place) => {
    if (typeof node === "string") return [names.get(node) ?? MISSING];
    const [op, name] = node;
    if (op === "end") return [names.get(name) ?? MISSING];
    if (op !== "row") return [];
    const [, , path] = nodes.slice(place).find((later) => later[0] === "over");
    return flatten(names, path).map((row) => row.values.get(name) ?? MISSING);
  });
}
