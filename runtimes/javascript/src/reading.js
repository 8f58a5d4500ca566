/** Data as people and programs write them -> values (language 2.1, 2.3, 4.1); each mistake by its code and place. */

import { integer, isExact, isWithinLimits, order, readExact } from "./numbers.js";
import { Absent, MISSING, Range, Row, WORDS } from "./values.js";

/** What is wrong in data, or in how a rule is asked: `mistakes` is a list of `{code, path}`. */
export class SakipError extends Error {
  constructor(mistakes) {
    super(mistakes.map(({ code, path }) => [...path, code].join(": ")).join("; "));
    this.name = "SakipError";
    this.mistakes = mistakes;
  }
}

export function refuse(code, ...path) {
  throw new SakipError([{ code, path }]);
}

const LONGEST = 400;
const DECIMAL_UNITS = ["persen", "poin persen", "rasio", "indeks", "nilai"];
const BLANK = "[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
const STRIPPED = new RegExp(`^${BLANK}*([^]*[^${BLANK.slice(1)})?`);
const ANY_BLANK = new RegExp(BLANK);
const MONEY = new RegExp(`^(-?)Rp\\.?${BLANK}*(.*)$`, "i");
const WHOLE_MONEY = /^-?(?:[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+)$/;
const AMBIGUOUS = /^-?[1-9][0-9]{0,2}[.,][0-9]{3}$/;
const POINT = /^-?[0-9]+(?:\.[0-9]+)?$/;
const COMMAS = /^-?[0-9]{1,3}(?:,[0-9]{3}){2,}(?:\.[0-9]+)?$/;
const DOTS = /^-?(?:[0-9]{1,3}(?:\.[0-9]{3}){2,}(?:,[0-9]+)?|(?:[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+),[0-9]+)$/;
const SIGNS = [
  "-", "--", "---", "–", "—", "−", "…", "...", "n/a", "na", "n.a", "n.a.", "t/a", "nihil", "kosong",
  "tidak ada", "belum ada", "belum ada data", "#n/a", "#div/0!",
];
const TRUTHS = new Map(Object.entries({ ya: true, yes: true, true: true, tidak: false, no: false, false: false }));
const POLARITIES = ["higher_is_better", "lower_is_better", "closer_is_better"];
const BROKEN = "not_computable";
const REASONS = [
  "division-by-zero", "outside-domain", "no-case", "scale-gap", "not-in-table", "undefined-cell", "range-target",
  "check-failed", "precision", "too-large",
];

const strip = (text) => STRIPPED.exec(text)[1] ?? "";
const isBlank = (written) => (written ?? null) === null || (typeof written === "string" && strip(written) === "");
const absentWord = (text) => (WORDS.includes(text) && text !== BROKEN ? new Absent(text) : null);

/** The number that a text stands for, by the unit that counts. */
function readNumber(text, unit) {
  let body = strip(text).replaceAll("−", "-");
  if (unit === "rupiah") body = withoutCurrency(body);
  if (body.endsWith("%")) {
    if (![null, "persen", "poin persen"].includes(unit)) refuse("bad-value");
    [body, unit] = [strip(body.slice(0, -1)), "persen"];
  }
  if (!DECIMAL_UNITS.includes(unit) && AMBIGUOUS.test(body)) refuse("ambiguous-number");
  return readExact(plainForm(body) ?? refuse(SIGNS.includes(strip(text).toLowerCase()) ? "which-absent" : "bad-value"));
}

/** Drops `Rp` and `,-`; behind `,-` the dots are thousands. */
function withoutCurrency(body) {
  body = body.replace(MONEY, "$1$2");
  const amount = body.replace(/,-$/, "");
  return amount !== body && WHOLE_MONEY.test(amount) ? amount.replaceAll(".", "") : body;
}

/** The same number with a point and without thousands; null if it is none, or too long. */
function plainForm(body) {
  let plain = null;
  if (POINT.test(body)) plain = body;
  else if (COMMAS.test(body)) plain = body.replaceAll(",", "");
  else if (DOTS.test(body)) plain = body.replaceAll(".", "").replace(",", ".");
  return plain !== null && plain.replace(/[-.]/g, "").length <= LONGEST ? plain : null;
}

/** A map of a program, as a Map with texts as keys; null for what is none. */
function mapOf(written) {
  if (typeof written !== "object" || written === null || Array.isArray(written) || isExact(written)) return null;
  const entries = written instanceof Map ? [...written] : Object.entries(written);
  return new Map(entries.map(([key, value]) => [String(key), value]));
}

/** What a program gives, as data: text, `Fraction`, truth, null, list, or a Map of these. */
function asData(written, depth = 0) {
  if (["string", "boolean"].includes(typeof written) || Array.isArray(written) || isExact(written)) return written;
  if ((written ?? null) === null) return null;
  if (typeof written === "bigint" || Number.isSafeInteger(written)) return integer(written);
  if (typeof written === "number") refuse("float-given");
  const map = depth > 1 ? null : mapOf(written);
  return new Map([...(map ?? refuse("bad-value"))].map(([key, value]) => [key, asData(value, depth + 1)]));
}

/** The value of a literal, for an input as the plan declares it; blank is `missing`. */
function readLiteral(written, declared) {
  if (isBlank(written)) return MISSING;
  if (typeof written === "string") return readText(strip(written), declared);
  if (typeof written === "boolean" && declared.type === "truth") return written;
  if (isExact(written)) return asDeclared(held(written, declared), declared);
  if (!(written instanceof Map)) refuse("bad-value");
  if (written.has("status")) return readAbsent(written);
  return declared.type === "range" ? readRange(written, declared) : refuse("bad-value");
}

function readText(text, declared) {
  const codes = { choice: declared.choices ?? [], polarity: POLARITIES }[declared.type];
  if (absentWord(text) !== null) return absentWord(text);
  if (codes !== undefined) return codes.includes(text) ? text : refuse("bad-value");
  if (declared.type === "truth") return TRUTHS.get(text.toLowerCase()) ?? refuse("bad-value");
  return asDeclared(numberOrCode(text, declared), declared);
}

/** A CODE of the input's `codes` is looked up last: a text that reads as a number is that number. */
function numberOrCode(text, declared) {
  try {
    return held(readNumber(text, declared.unit ?? null), declared);
  } catch (error) {
    const pair = declared.codes?.find(([code]) => code === text);
    if (!(error instanceof SakipError) || pair === undefined) throw error;
    return readExact(pair[1]);
  }
}

/** A number that an input may hold: of a count none with decimals, or below zero. */
function held(number, { type }) {
  const isCount = number.below === 1n && number.above >= 0n;
  const isHeld = type === "count" ? isCount : type === "number" || type === "range";
  return isHeld && isWithinLimits(number) ? number : refuse("bad-value");
}

const asDeclared = (number, { type }) => (type === "range" ? new Range(number, number) : number);

function mustHaveOnly(written, ...keys) {
  const strange = [...written.keys()].find((key) => !keys.includes(key));
  if (strange !== undefined) refuse("bad-value", strange);
}

function readRange(written, declared) {
  mustHaveOnly(written, "min", "max");
  const [low, high] = ["min", "max"].map((key) => {
    const end = written.get(key);
    if (isExact(end)) return held(end, declared);
    return typeof end === "string" && !isBlank(end) ? numberOrCode(strip(end), declared) : refuse("bad-value", key);
  });
  return order(low, high) > 0 ? refuse("bad-value") : new Range(low, high);
}

/** The absent value written as `{status, reason, note}`. */
function readAbsent(written) {
  mustHaveOnly(written, "status", "reason", "note");
  const [word, reason, note] = ["status", "reason", "note"].map((key) => written.get(key) ?? null);
  if (!WORDS.includes(word)) refuse("bad-value", "status");
  if (word === BROKEN && reason === null) refuse("missing-key");
  const isWord = typeof reason === "string" && !ANY_BLANK.test(reason);
  if (reason !== null && !(word === BROKEN ? REASONS.includes(reason) : isWord)) refuse("bad-value", "reason");
  return new Absent(word, reason, note === null ? null : readNote(note));
}

function readNote(note) {
  const pair = typeof note === "string" ? new Map([["id", note]]) : note;
  const isPair = pair instanceof Map && [...pair.keys()].every((key) => key === "id" || key === "en");
  if (!isPair || typeof pair.get("id") !== "string") refuse("bad-value", "note");
  return ["id", "en"].map((language) => (typeof pair.get(language) === "string" ? pair.get(language) : pair.get("id")));
}

/** What a scale or an interpolation is asked about: a number or any absent value. Throws a `SakipError`. */
export const readBanded = (written, unit) =>
  alone(written, (data) => {
    const isBroken = typeof data === "string" && strip(data) === BROKEN;
    return isBroken ? new Absent(BROKEN) : readLiteral(data, { type: "number", unit });
  });

/** A CODE that a table is asked about, or an absent value. Throws a `SakipError`. */
export const readCode = (written) =>
  alone(written, (data) => {
    if (isBlank(data)) return MISSING;
    if (typeof data === "string") return absentWord(strip(data)) ?? strip(data);
    if (isExact(data)) return String(data);
    return data instanceof Map ? readAbsent(data) : refuse("bad-value");
  });

/** The number of a text as people type it, as a `Fraction`; throws a `SakipError`. */
export const parseNumber = (text, { unit = null, type = "number" } = {}) =>
  alone(text, (data) => (typeof data === "string" ? held(readNumber(data, unit), { type }) : refuse("bad-value")));

function alone(written, read) {
  const reader = new InputReader();
  const value = reader.attempt(() => read(asData(written)), ["value"]);
  reader.finish();
  return value;
}

/** Reads the inputs of records, and collects every mistake with its path. */
export class InputReader {
  mistakes = [];

  finish() {
    if (this.mistakes.length > 0) throw new SakipError(this.mistakes);
  }

  report(code, path) {
    this.mistakes.push({ code, path });
  }

  attempt(read, path) {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof SakipError)) throw error;
      for (const { code, path: inner } of error.mistakes) this.report(code, [...path, ...inner]);
    }
  }

  /** The values of a map from input names, as a Map. */
  record(written, { inputs = {} }, path = []) {
    const values = new Map();
    for (const [name, datum] of mapOf(written)) {
      const at = [...path, name];
      const value = Object.hasOwn(inputs, name) ? this.input(datum, inputs[name], at) : this.report("unknown-name", at);
      if (value !== undefined) values.set(name, value);
    }
    return values;
  }

  /** The value of one input; undefined where nothing is given, or the datum is wrong. */
  input(datum, declared, path) {
    if (declared.each !== undefined) return this.rows(datum, declared.each, path);
    const map = mapOf(datum);
    if (map?.has("value")) {
      const strange = [...map.keys()].filter((key) => !["value", "document", "year", "note"].includes(key));
      for (const key of strange) this.report("unknown-key", [...path, key]);
      [datum, path] = [map.get("value"), [...path, "value"]];
    }
    return isBlank(datum) ? undefined : this.attempt(() => readLiteral(asData(datum), declared), path);
  }

  /** The rows of a collection: a list of maps, a map of maps, or one absent value. */
  rows(written, each, path) {
    const named = Array.isArray(written) ? written.map((row) => [null, row]) : mapOf(written);
    const row = ([id, datum], index) => this.row(id, datum, each, [...path, id ?? index]);
    return this.absent(written, path) ?? (named === null ? this.report("bad-value", path) : [...named].map(row));
  }

  row(id, written, each, path) {
    const absent = Object.hasOwn(each.inputs ?? {}, "status") ? null : this.absent(written, path);
    if (absent !== null) return new Row(id, null, absent);
    if (mapOf(written) !== null) return new Row(id, this.record(written, each, path));
    this.report("bad-value", path);
    return new Row(id, new Map());
  }

  /** The absent value that stands in place of rows, if one does; nothing there is `missing`. */
  absent(written, path) {
    if (isBlank(written)) return MISSING;
    if (typeof written === "string") return absentWord(strip(written));
    if (!mapOf(written)?.has("status")) return null;
    return this.attempt(() => readAbsent(asData(written)), path) ?? MISSING;
  }
}
