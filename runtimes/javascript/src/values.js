/** What a name can hold beside numbers, truths and CODEs (strings); which of several absent values wins. */

/** Those that need more attention stand later. */
export const WORDS = ["not_applicable", "not_due", "missing", "not_computable"];
export const BROKEN = WORDS.at(-1);

/**
 * A value that is not there: its word, perhaps a reason, and a note as [Indonesian, English]. One that cannot be
 * computed is told where it arises; what was given, or told before, `isTold`.
 */
export class Absent {
  constructor(word, reason = null, note = null, isTold = false) { Object.assign(this, { word, reason, note, isTold }); }

  /** Whether it is there, and why not, as programs see it. */
  get outcome() {
    const status = { not_computable: "error", not_due: "not_applicable" }[this.word] ?? this.word;
    const reason = { not_due: "not_due", missing: this.reason || "not_given" }[this.word] ?? this.reason;
    return { status, reason, note: this.note };
  }
}

export const MISSING = new Absent("missing");
export const notComputable = (reason, note = null, isTold = false) => new Absent(BROKEN, reason, note, isTold);
export const isAbsent = (value) => value instanceof Absent;

/** The absent value that needs attention first, of two equal ones the left one; undefined if none is absent. */
export function worst(values) {
  const rank = (absent) => WORDS.indexOf(absent.word);
  return values.filter(isAbsent).reduce((a, b) => (a !== undefined && rank(a) >= rank(b) ? a : b), undefined);
}

/** A target between two numbers. */
export class Range {
  constructor(min, max) { Object.assign(this, { min, max }); }
}

/** A band of a scale as a value; `band` is its place among the bands. */
export class Category {
  constructor({ category, code = null }, band) { Object.assign(this, { category, code, band }); }
}

/** What a choice or category is compared by. */
export const codeOf = (value) => (value instanceof Category ? (value.code ?? value.category) : value);

/** A row of a collection; where `absent` stands in its place, all its fields are so absent. */
export class Row {
  constructor(id, values, absent = null) { Object.assign(this, { id, values, absent }); }

  get(name) { return this.absent ?? this.values.get(name) ?? MISSING; }
}

/** The rows that a name holds: a list, or one row for an absent value in its place. */
export const rowsIn = (held) => (isAbsent(held) ? [new Row(null, null, held)] : held);
