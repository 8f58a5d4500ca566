/** Data as people and programs write them -> values (language 2.1, 2.3, 4.1); each mistake by its code and place. */

import { integer, isExact, isWithinLimits, order, readExact } from "./numbers.js";
import { Absent, BROKEN, MISSING, Range, Row, WORDS } from "./values.js";

/** What is wrong in data, or in how a rule is asked: `mistakes` is a list of `{code, path}`. */
export class SakipError extends Error {
  constructor(mistakes) {
    super(mistakes.map(({ code, path }) => [...path, code].join(": ")).join("; "));
    Object.assign(this, { name: "SakipError", mistakes });
  }
}

export function reject(code, ...path) { throw new SakipError([{ code, path }]); }

const LONGEST = 400;
const DECIMAL_UNITS = ["persen", "poin persen", "rasio", "indeks", "nilai"];
const BLANK = "[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
const STRIPPED = new RegExp(`^${BLANK}*([^]*[^${BLANK.slice(1)})?`);
const ANY_BLANK = new RegExp(BLANK);
const MONEY = new RegExp(`^(-?)Rp\\.?${BLANK}*(.*)$`, "i");
const WHOLE_MONEY = /^(-?(?:[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+)),-$/;
const AMBIGUOUS = /^-?[1-9][0-9]{0,2}[.,][0-9]{3}$/;
const DOTS = /^-?(?:[0-9]{1,3}(?:\.[0-9]{3}){2,}(?:,[0-9]+)?|(?:[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+),[0-9]+)$/;
/** How numbers are written, and how each form gets a point and loses its thousands. */
const FORMS = [
  [/^-?[0-9]+(?:\.[0-9]+)?$/, (body) => body],
  [/^-?[0-9]{1,3}(?:,[0-9]{3}){2,}(?:\.[0-9]+)?$/, (body) => body.replaceAll(",", "")],
  [DOTS, (body) => body.replaceAll(".", "").replace(",", ".")],
];
const GIVEN = WORDS.filter((word) => word !== BROKEN); // what may be written in place of a value
const SIGNS = [
  "-", "--", "---", "–", "—", "−", "…", "...", "n/a", "na", "n.a", "n.a.", "t/a", "nihil", "kosong",
  "tidak ada", "belum ada", "belum ada data", "#n/a", "#div/0!",
];
const TRUE = ["ya", "yes", "true", true];
const FALSE = ["tidak", "no", "false", false];
const POLARITIES = ["higher_is_better", "lower_is_better", "closer_is_better"];
const REASONS = [
  "division-by-zero", "outside-domain", "no-case", "scale-gap", "not-in-table", "undefined-cell", "range-target",
  "check-failed", "precision", "too-large",
];

const strip = (text) => STRIPPED.exec(text)[1] ?? "";
const isBlank = (written) => (written ?? null) === null || (typeof written === "string" && strip(written) === "");
const absentWord = (text, words = GIVEN) => (words.includes(text) ? new Absent(text) : null);

/** The number that a text stands for, by the unit that counts. */
function readNumber(text, unit) {
  let body = strip(text).replaceAll("−", "-");
  if (unit === "rupiah") body = withoutCurrency(body);
  if (body.endsWith("%")) {
    if (![null, "persen", "poin persen"].includes(unit)) reject("bad-value");
    [body, unit] = [strip(body.slice(0, -1)), "persen"];
  }
  if (!DECIMAL_UNITS.includes(unit) && AMBIGUOUS.test(body)) reject("ambiguous-number");
  const [, plain] = FORMS.find(([form]) => form.test(body)) ?? [];
  if (plain !== undefined && body.replace(/[^0-9]/g, "").length <= LONGEST) return readExact(plain(body));
  return reject(SIGNS.includes(strip(text).toLowerCase()) ? "which-absent" : "bad-value");
}

/** Drops `Rp` and `,-`; behind `,-` the dots are thousands. */
function withoutCurrency(written) {
  const body = written.replace(MONEY, "$1$2");
  const whole = WHOLE_MONEY.exec(body);
  return whole === null ? body : whole[1].replaceAll(".", "");
}

/** A map of a program, as a Map with texts as keys; null for what is none. */
function mapOf(written) {
  if (typeof written !== "object" || written === null || Array.isArray(written) || isExact(written)) return null;
  const entries = written instanceof Map ? [...written] : Object.entries(written);
  return new Map(entries.map(([key, value]) => [String(key), value]));
}

/** What a program gives, as data: text, `Fraction`, truth, null, list, or a Map of these. */
function asData(written, depth = 0) {
  if (typeof written === "bigint" || Number.isSafeInteger(written)) return integer(written);
  if (typeof written === "number") reject("float-given");
  const map = mapOf(written);
  if (map === null) return written ?? null;
  if (depth > 1) reject("bad-value");
  return new Map([...map].map(([key, value]) => [key, asData(value, depth + 1)]));
}

/** The value of a literal, for an input as the plan declares it; blank is `missing`. */
function readLiteral(written, declared) {
  if (isBlank(written)) return MISSING;
  if (written instanceof Map && written.has("status")) return readAbsent(written);
  const text = typeof written === "string" ? strip(written) : written;
  const codes = { choice: declared.choices ?? [], polarity: POLARITIES }[declared.type];
  const absent = absentWord(text, declared.words);
  if (absent !== null) return absent;
  if (codes !== undefined) return codes.includes(text) ? text : reject("bad-value");
  if (declared.type === "code") return typeof text === "string" ? text : reject("bad-value");
  if (declared.type === "truth") return readTruth(typeof text === "string" ? text.toLowerCase() : text);
  if (declared.type !== "range") return readNumeral(written, declared);
  const ends = written instanceof Map ? valuesAt(written, "min", "max") : [written, written];
  const [low, high] = ends.map((end) => readNumeral(end, declared));
  return order(low, high) > 0 ? reject("bad-value") : new Range(low, high);
}

const readTruth = (word) => TRUE.includes(word) || (FALSE.includes(word) ? false : reject("bad-value"));

/** A CODE of the input's `codes` is looked up last: a text that reads as a number is that number. */
function readNumeral(written, declared) {
  if (isExact(written)) return held(written, declared);
  if (typeof written !== "string") reject("bad-value");
  try {
    return held(readNumber(written, declared.unit ?? null), declared);
  } catch (error) {
    const pair = declared.codes?.find(([code]) => code === strip(written));
    if (pair === undefined) throw error;
    return readExact(pair[1]);
  }
}

/** A number that an input may hold: of a count none with decimals, or below zero. */
function held(number, { type }) {
  const isCount = number.below === 1n && number.above >= 0n;
  const isHeld = type === "count" ? isCount : type === "number" || type === "range";
  return isHeld && isWithinLimits(number) ? number : reject("bad-value");
}

/** What a map holds at each of these keys, which are all that it may have. */
function valuesAt(map, ...keys) {
  const strange = [...map.keys()].find((key) => !keys.includes(key));
  if (strange !== undefined) reject("bad-value", strange);
  return keys.map((key) => map.get(key) ?? null);
}

/** The absent value written as `{status, reason, note}`. */
function readAbsent(written) {
  const [word, reason, note] = valuesAt(written, "status", "reason", "note");
  if (!WORDS.includes(word)) reject("bad-value", "status");
  if (word === BROKEN && reason === null) reject("missing-key");
  const isWord = typeof reason === "string" && !ANY_BLANK.test(reason);
  if (reason !== null && !(word === BROKEN ? REASONS.includes(reason) : isWord)) reject("bad-value", "reason");
  return new Absent(word, reason, note === null ? null : readNote(note), true);
}

function readNote(note) {
  const [id, en] = note instanceof Map ? valuesAt(note, "id", "en") : [note];
  return typeof id === "string" ? [id, typeof en === "string" ? en : id] : reject("bad-value", "note");
}

/** What a scale or an interpolation is asked about: a number or any absent value. Throws a `SakipError`. */
export const readBanded = (written, unit) =>
  alone(written, (data) => readLiteral(data, { type: "number", unit, words: WORDS }));

/** A CODE that a table is asked about, or an absent value. Throws a `SakipError`. */
export const readCode = (written) =>
  alone(written, (data) => readLiteral(isExact(data) ? String(data) : data, { type: "code" }));

/** The number of a text as people type it, as a `Fraction`; throws a `SakipError`. */
export const parseNumber = (text, { unit = null, type = "number" } = {}) =>
  alone(text, (data) => (typeof data === "string" ? held(readNumber(data, unit), { type }) : reject("bad-value")));

const alone = (written, read) => readEach([["value", written]], (datum) => read(asData(datum)))[0][1];

/** What `read` gives of each value, beside its key; all mistakes are thrown, each with the key before its path. */
function readEach(entries, read) {
  const mistakes = [];
  const done = entries.map(([key, written]) => {
    try {
      return [key, read(written, key)];
    } catch (error) {
      if (!(error instanceof SakipError)) throw error;
      mistakes.push(...error.mistakes.map(({ code, path }) => ({ code, path: [key, ...path] })));
      return [];
    }
  });
  if (mistakes.length > 0) throw new SakipError(mistakes);
  return done;
}

/** The values that are given for the inputs of a record, as a Map; throws a `SakipError` with every mistake. */
export function readInputs(written, { inputs = {} }) {
  const read = (datum, name) => (Object.hasOwn(inputs, name) ? readInput(datum, inputs[name]) : reject("unknown-name"));
  const map = mapOf(written) ?? reject("bad-value");
  return new Map(readEach([...map], read).filter(([, value]) => value !== undefined));
}

/** The value of one input, perhaps written beside its source; undefined where nothing is given. */
function readInput(written, declared) {
  if (declared.each !== undefined) return readRows(written, declared.each);
  const read = (datum) => (isBlank(datum) ? undefined : readLiteral(asData(datum), declared));
  const map = mapOf(written);
  if (!map?.has("value")) return read(written);
  const beside = ["document", "year", "note"];
  const part = (datum, key) => (key === "value" ? read(datum) : beside.includes(key) || reject("unknown-key"));
  return new Map(readEach([...map], part)).get("value");
}

/** The rows of a collection: a list of maps, a map of maps, or one absent value. */
function readRows(written, each) {
  const isList = Array.isArray(written);
  const rows = () => (isList ? [...written.entries()] : [...(mapOf(written) ?? reject("bad-value"))]);
  const row = (datum, id) => readRow(isList ? null : id, datum, each);
  return absentIn(written) ?? readEach(rows(), row).map(([, read]) => read);
}

function readRow(id, written, each) {
  const absent = Object.hasOwn(each.inputs ?? {}, "status") ? null : absentIn(written);
  if (absent !== null) return new Row(id, null, absent);
  return new Row(id, readInputs(written, each));
}

/** The absent value that stands in place of rows, if one does; nothing there is `missing`. */
function absentIn(written) {
  if (isBlank(written)) return MISSING;
  if (typeof written === "string") return absentWord(strip(written));
  return mapOf(written)?.has("status") ? readAbsent(asData(written)) : null;
}
