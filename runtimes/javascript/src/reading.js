/** Data as people and programs write them -> values (language 2.1, 2.3, 4.1); each mistake by its code and place. */

import { checkSize, Fraction, integer, order, readExact, Refusal } from "./numbers.js";
import { Absent, AbsentRow, MISSING, Range, Rows, WORDS } from "./values.js";

/** What is wrong in data, or in how a rule is asked: `mistakes` is a list of `{code, path}`. */
export class SakipError extends Error {
  constructor(mistakes) {
    super(mistakes.map(({ code, path }) => [...path, code].join(": ")).join("; "));
    this.name = "SakipError";
    this.mistakes = mistakes;
  }
}

export function refuse(code) {
  throw new SakipError([{ code, path: [] }]);
}

class LiteralError {
  constructor(code, path) {
    this.code = code;
    this.path = path;
  }
}

function wrong(code, ...path) {
  throw new LiteralError(code, path);
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
const SIGNS = new Set([
  "-", "--", "---", "–", "—", "−", "…", "...", "n/a", "na", "n.a", "n.a.", "t/a", "nihil", "kosong",
  "tidak ada", "belum ada", "belum ada data", "#n/a", "#div/0!",
]);
const TRUTHS = new Map(Object.entries({ ya: true, yes: true, true: true, tidak: false, no: false, false: false }));
const POLARITIES = ["higher_is_better", "lower_is_better", "closer_is_better"];
const DATA_WORDS = new Map(WORDS.filter((word) => word !== "not_computable").map((word) => [word, new Absent(word)]));
const REASONS = [
  "division-by-zero", "outside-domain", "no-case", "scale-gap", "not-in-table", "undefined-cell", "range-target",
  "check-failed", "precision", "too-large",
];

const strip = (text) => STRIPPED.exec(text)[1] ?? "";
const isBlank = (written) => written === null || (typeof written === "string" && strip(written) === "");

/** The number that a text stands for, by the unit that counts; `whole` for a count. Throws a `LiteralError`. */
export function readNumber(text, unit = null, whole = false) {
  let body = strip(text).replaceAll("−", "-");
  if (unit === "rupiah") body = withoutCurrency(body);
  if (body.endsWith("%")) {
    if (unit !== null && unit !== "persen" && unit !== "poin persen") wrong("bad-value");
    [body, unit] = [strip(body.slice(0, -1)), "persen"];
  }
  if (!DECIMAL_UNITS.includes(unit) && AMBIGUOUS.test(body)) wrong("ambiguous-number");
  const number = readExact(plainForm(body) ?? wrong(SIGNS.has(strip(text).toLowerCase()) ? "which-absent" : "bad-value"));
  if (whole) mustBeCount(number);
  return number;
}

/** Drops `Rp` and `,-`; behind `,-` the dots are thousands. */
function withoutCurrency(body) {
  body = body.replace(MONEY, "$1$2");
  const amount = body.endsWith(",-") ? body.slice(0, -2) : body;
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
  if (typeof written !== "object" || written === null || Array.isArray(written) || written instanceof Fraction) return null;
  const entries = written instanceof Map ? [...written] : Object.entries(written);
  return new Map(entries.map(([key, value]) => [String(key), value]));
}

/** What a program gives, as data: text, `Fraction`, truth, null, list, or a Map of these. */
function asData(written, depth = 0) {
  if (written === undefined || written === null) return null;
  if (typeof written === "string" || typeof written === "boolean" || Array.isArray(written)) return written;
  if (written instanceof Fraction) return written;
  if (typeof written === "bigint" || Number.isSafeInteger(written)) return integer(written);
  if (typeof written === "number") wrong("float-given");
  const map = depth > 1 ? null : mapOf(written);
  return new Map([...(map ?? wrong("bad-value"))].map(([key, value]) => [key, asData(value, depth + 1)]));
}

/** The value of a literal, for an input as the plan declares it; blank is `missing`. */
function readLiteral(written, declared) {
  if (isBlank(written)) return MISSING;
  if (typeof written === "string") return readText(strip(written), declared);
  if (typeof written === "boolean") return declared.type === "truth" ? written : wrong("bad-value");
  if (written instanceof Fraction) return readGiven(written, declared);
  if (!(written instanceof Map)) wrong("bad-value");
  if (written.has("status")) return readAbsent(written);
  return declared.type === "range" ? readRange(written, declared) : wrong("bad-value");
}

function readText(text, declared) {
  const word = DATA_WORDS.get(text);
  if (word !== undefined) return word;
  const codes = { choice: declared.choices ?? [], polarity: POLARITIES }[declared.type];
  if (codes !== undefined) return codes.includes(text) ? text : wrong("bad-value");
  if (declared.type === "truth") return TRUTHS.get(text.toLowerCase()) ?? wrong("bad-value");
  const number = numberOrCode(text, declared);
  return declared.type === "range" ? new Range(number, number) : number;
}

/** A CODE of the input's `codes` is looked up last: a text that reads as a number is that number. */
function numberOrCode(text, declared) {
  try {
    return readNumber(text, declared.unit, declared.type === "count");
  } catch (error) {
    const pair = declared.codes?.find(([code]) => code === text);
    if (!(error instanceof LiteralError) || pair === undefined) throw error;
    return readExact(pair[1]);
  }
}

function readGiven(number, declared) {
  if (!["number", "count", "range"].includes(declared.type)) wrong("bad-value");
  if (declared.type === "count") mustBeCount(number);
  sized(number);
  return declared.type === "range" ? new Range(number, number) : number;
}

function mustBeCount(number) {
  if (number.below !== 1n || number.above < 0n) wrong("bad-value");
}

function sized(number) {
  try {
    checkSize(number);
  } catch (error) {
    throw error instanceof Refusal ? new LiteralError("bad-value", []) : error;
  }
  return number;
}

function mustHaveOnly(written, ...keys) {
  const strange = [...written.keys()].find((key) => !keys.includes(key));
  if (strange !== undefined) wrong("bad-value", strange);
}

function readRange(written, declared) {
  mustHaveOnly(written, "min", "max");
  const [low, high] = ["min", "max"].map((key) => {
    const end = written.get(key);
    if (end instanceof Fraction) return sized(end);
    return typeof end === "string" && !isBlank(end) ? numberOrCode(strip(end), declared) : wrong("bad-value", key);
  });
  return order(low, high) > 0 ? wrong("bad-value") : new Range(low, high);
}

/** The absent value written as `{status, reason, note}`. */
function readAbsent(written) {
  mustHaveOnly(written, "status", "reason", "note");
  const [word, reason, note] = ["status", "reason", "note"].map((key) => written.get(key) ?? null);
  if (!WORDS.includes(word)) wrong("bad-value", "status");
  if (word === "not_computable" && reason === null) wrong("missing-key");
  const isWord = typeof reason === "string" && !ANY_BLANK.test(reason);
  if (reason !== null && !(word === "not_computable" ? REASONS.includes(reason) : isWord)) wrong("bad-value", "reason");
  return new Absent(word, reason, typeof note === "string" ? [note, note] : note && readNote(note));
}

function readNote(note) {
  const isPair = note instanceof Map && [...note.keys()].every((key) => key === "id" || key === "en");
  if (!isPair || typeof note.get("id") !== "string") wrong("bad-value", "note");
  return ["id", "en"].map((language) => (typeof note.get(language) === "string" ? note.get(language) : note.get("id")));
}

/** What a scale or an interpolation is asked about: a number or any absent value. Throws a `SakipError`. */
export const readBanded = (written, unit) =>
  alone(written, (data) => {
    const isBroken = typeof data === "string" && strip(data) === "not_computable";
    return isBroken ? new Absent("not_computable") : readLiteral(data, { type: "number", unit });
  });

/** A CODE that a table is asked about, or an absent value. Throws a `SakipError`. */
export const readCode = (written) =>
  alone(written, (data) => {
    if (isBlank(data)) return MISSING;
    if (typeof data === "string") return DATA_WORDS.get(strip(data)) ?? strip(data);
    if (data instanceof Fraction) return String(data);
    return data instanceof Map ? readAbsent(data) : wrong("bad-value");
  });

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
      if (!(error instanceof LiteralError)) throw error;
      return this.report(error.code, [...path, ...error.path]);
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
    if (isBlank(datum ?? null)) return undefined;
    return this.attempt(() => readLiteral(asData(datum), declared), path);
  }

  /** The rows of a collection: a list of maps, a map of maps, or one absent value. */
  rows(written, each, path) {
    const absent = this.absent(written, path);
    if (absent !== null) return absent;
    const named = Array.isArray(written) ? written.map((row) => [null, row]) : mapOf(written);
    if (named === null) return this.report("bad-value", path);
    const row = ([id, datum], index) => ({ id, values: this.row(datum, each, [...path, id ?? index]) });
    return new Rows([...named].map(row));
  }

  row(written, each, path) {
    const absent = Object.hasOwn(each.inputs ?? {}, "status") ? null : this.absent(written, path);
    if (absent !== null) return new AbsentRow(absent);
    if (mapOf(written) !== null) return this.record(written, each, path);
    this.report("bad-value", path);
    return new Map();
  }

  /** The absent value that stands in place of rows, if one does; nothing there is `missing`. */
  absent(written, path) {
    if (isBlank(written ?? null)) return MISSING;
    if (typeof written === "string") return DATA_WORDS.get(strip(written)) ?? null;
    if (!mapOf(written)?.has("status")) return null;
    return this.attempt(() => readAbsent(asData(written)), path) ?? MISSING;
  }
}

/** The number of a text as people type it, as a `Fraction`; throws a `SakipError`. */
export const parseNumber = (text, { unit = null, type = "number" } = {}) =>
  alone(text, (data) => (typeof data === "string" ? readNumber(data, unit, type === "count") : wrong("bad-value")));
