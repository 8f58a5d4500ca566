/** The formulas of one record: the nodes of a plan evaluated on exact, absent-aware values, with their cost. */

import { geometricMean, ln, refuseBelowZero, root } from "./enclosing.js";
import {
  absolute, add, bits, divide, integer, isNumber, isWithinLimits, maximum, minimum, multiply, negate, ONE, order,
  power, product, readExact, refuse, subtract, total,
} from "./numbers.js";
import { classify, lookUp } from "./scales.js";
import { Absent, BROKEN, codeOf, isAbsent, MISSING, notComputable, Range, Row, rowsIn, worst } from "./values.js";

const BUDGET = 1_000_000;
const FREE_BITS = 1000;
const FREE = 1n << 1000n;
const NAMED_ROWS = 20;
const LEAVING = ["where", "not_applicable", "not_due"];

const FUNCTIONS = {
  "+": add, "-": subtract, "*": multiply, "/": divide, neg: negate, abs: absolute, ln,
  pos: (x) => x, not: (truth) => !truth,
  "**": (x, n) => power(x, Number(n.above)),
  root: (x, n) => root(x, Number(n.above)),
  min: (...list) => minimum(list),
  max: (...list) => maximum(list),
  clamp: (x, low, high) => (isOrdered(">", low, high) ? refuse("outside-domain") : maximum([low, minimum([x, high])])),
};

const AGGREGATES = {
  sum: total, geomean: geometricMean, product, min: minimum, max: maximum, mean,
  first: (list) => list[0], last: (list) => list.at(-1),
  count: (list) => integer(list.length),
};

function mean(list, weights) {
  refuseBelowZero(weights);
  return divide(total(list.map((x, place) => multiply(x, weights[place]))), total(weights));
}

/** What computing gives: a number that is refused is an absent value. */
function unlessRefused(compute) {
  try {
    return compute();
  } catch (error) {
    if (isAbsent(error)) return error;
    throw error;
  }
}

/** What a function gives; an absent operand is the result. */
const guarded = (compute, operands) => worst(operands) ?? unlessRefused(() => compute(...operands));

/** The signs of a - b with which a comparison holds. */
const HOLDS = { "<": [-1], "<=": [-1, 0], ">": [1], ">=": [0, 1], "==": [0], "!=": [-1, 1] };

/** Compares two numbers; where the ends of intervals answer differently, nothing settles it. */
function isOrdered(op, a, b) {
  const signs = [order(a.low, b.high), order(a.high, b.low)];
  if (signs[0] <= 0 && signs[1] >= 0) signs.push(0); // they overlap, so they may be equal
  const answers = new Set(signs.map((sign) => HOLDS[op].includes(sign)));
  return answers.size > 1 ? refuse("precision") : answers.has(true);
}

const compared = (op, a, b) =>
  isNumber(a) && isNumber(b) ? isOrdered(op, a, b) : (codeOf(a) === codeOf(b)) === (op === "==");

/** `and` and `or`: a false, or a true, decides, whatever is absent beside it. */
function joined(op, operands) {
  const decisive = op === "or";
  return operands.includes(decisive) ? decisive : (worst(operands) ?? !decisive);
}

/** A value, or the end of a range that is asked for; a bare range is its number when its ends are equal. */
function plain(value, end) {
  if (!(value instanceof Range)) return value;
  if (end !== undefined) return value[end];
  return order(value.min, value.max) === 0 ? value.min : notComputable("range-target");
}

/** The diagnostic of a value that cannot be computed, unless it was told where it arose. */
export function ownFailure(figure, value) {
  if (!isAbsent(value) || value.word !== BROKEN || value.isTold) return [];
  value.isTold = true;
  return [{ code: value.reason, severity: "error", figure, message: value.note }];
}

/** The absent value that a plan states. */
const absentOf = ({ word, reason, note }) => new Absent(word, reason, note);

/** A value as a plan states it; what is no value, such as a call, stays. */
export function statedValue(stated) {
  if (stated.word !== undefined) return absentOf(stated);
  if (stated.number !== undefined) return readExact(stated.number);
  return stated.low === undefined ? stated : new Range(readExact(stated.low), readExact(stated.high));
}

/**
 * Evaluates formulas over the `values` of a record, which may grow meanwhile; `aliases` gives the plan of an alias,
 * `meter` counts the units that this record and the rules that it calls have `spent`.
 */
export class Formulas extends Row {
  constructor(id, aliases, meter) {
    super(id, new Map());
    Object.assign(this, { aliases, meter });
  }

  #spend(units) {
    this.meter.spent += units;
    if (this.meter.spent > BUDGET) refuse("too-large");
  }

  /**
   * The value of a formula, or of the case that applies; how it was computed; and a diagnostic if it broke here.
   * Of a case that calls a rule, the value is the call.
   */
  evaluate(name, how) {
    if (this.meter.spent > BUDGET) return { value: notComputable("too-large"), diagnostics: [] };
    const done = unlessRefused(() => (Array.isArray(how) ? this.#cases(how) : this.#formula(how)));
    const told = isAbsent(done) ? { value: done } : done; // here it passed its budget
    return { ...told, diagnostics: ownFailure(name, told.value) };
  }

  #formula({ text, nodes }) {
    Object.assign(this, { nodes, aggregates: [] });
    return { value: this.#value(nodes.length - 1), formula: text, aggregates: this.aggregates };
  }

  /** The first case whose condition is true; an absent condition is the result. */
  #cases(cases) {
    for (const [place, { when, then, note = null }] of cases.entries()) {
      const condition = when === undefined ? { value: true } : this.#formula(when);
      if (condition.value === false) continue;
      const done = isAbsent(condition.value) ? condition : this.#consequence(then);
      return { ...done, case: { place, when: when?.text ?? null, note } };
    }
    return { value: notComputable("no-case") };
  }

  #consequence(then) { return then.nodes === undefined ? { value: statedValue(then) } : this.#formula(then); }

  #value(place) {
    const node = this.nodes[place];
    this.#spend(1);
    if (typeof node === "string") return this.#measured(plain(this.values.get(node) ?? node));
    const [op, ...parts] = node;
    if (op !== "if") return this.#measured(this.#computed(op, parts));
    const test = this.#value(parts[0]);
    return isAbsent(test) ? test : this.#value(test ? parts[1] : parts[2]);
  }

  #computed(op, parts) {
    const operands = (places) => places.map((place) => this.#value(place));
    switch (op) {
      case "#": return readExact(parts[0]);
      case "end": return plain(this.values.get(parts[0]) ?? MISSING, parts[1]);
      case "row": return plain(this.row.get(parts[0]), parts[1]);
      case "over": return this.#aggregate(...parts);
      case "call": return called(this.aliases(parts[0]), operands(parts.slice(1)));
      case "compare": return comparison(parts[0], operands(parts.slice(1)));
    }
    const values = operands(parts);
    if (op === "given") return !isAbsent(values[0]) || values[0].word === BROKEN;
    return op === "and" || op === "or" ? joined(op, values) : guarded(FUNCTIONS[op], values);
  }

  /** Holds a number to the limits of size, and counts what it weighs. */
  #measured(value) {
    if (!isNumber(value) || (value.below < FREE && value.above < FREE && value.above > -FREE)) return value;
    if (!isWithinLimits(value)) return notComputable("too-large");
    this.#spend(Math.floor(Math.max(bits(value) - FREE_BITS, 0) / 100));
    return value;
  }

  /** What an aggregate gives of the rows that remain (language 3.5). */
  #aggregate(name, path, ...parts) {
    const rows = this.#rows(path).map((row, index) => this.#seen(row, index, ...parts));
    const [left, counted] = [true, false].map((leaves) => rows.filter(({ why }) => LEAVING.includes(why) === leaves));
    const named = left.slice(0, NAMED_ROWS).map(({ row, why }) => ({ row, why }));
    this.aggregates.push({ function: name, counted: counted.length, left: named, more: left.length - named.length });
    const [values, weights, absent] = ["value", "weight", "absent"].map((key) => counted.map((row) => row[key]));
    const blocking = worst(absent);
    if (blocking !== undefined) return blocking;
    if (counted.length > 0 || name === "count") return unlessRefused(() => AGGREGATES[name](values, weights));
    const stated = left.map(({ value }) => value).filter(({ word }) => word !== BROKEN);
    return worst([...stated, new Absent("not_applicable")]);
  }

  /** A row as an aggregate sees it; `why` it leaves, or what blocks the aggregate. */
  #seen(row, index, argument, where, weighed) {
    this.#spend(argument === null ? 2 : 1);
    this.row = row;
    const there = row.absent === null ? ONE : absentOf(row.absent); // what `count(c)` sees; it is told again here
    const condition = where === null || this.#value(where);
    const value = argument === null ? there : this.#value(argument);
    const weight = weighed === null ? ONE : this.#value(weighed);
    const absent = worst([condition, value, weight]);
    const why = condition === false ? "where" : absent?.word;
    return { row: row.id || String(index + 1), why, value, weight, absent };
  }

  /** The rows of a collection path, in order: one flat list. */
  #rows([head, ...path]) {
    return path.reduce((rows, part) => rows.flatMap((row) => rowsIn(row.get(part))), rowsIn(this.values.get(head)));
  }
}

const called = (plan, operands) => (plan.kind === "scale" ? classify(plan, operands[0]) : lookUp(plan, operands));

function comparison(ops, operands) {
  const answers = ops.map((op, place) => guarded((a, b) => compared(op, a, b), operands.slice(place, place + 2)));
  return joined("and", answers);
}
