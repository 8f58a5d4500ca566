/** What a name can hold beside numbers, truths and CODEs (strings); which of several absent values wins. */

const RANK = { not_computable: 3, missing: 2, not_due: 1, not_applicable: 0 };

export const WORDS = Object.keys(RANK);

/** A value that is not there: its word, perhaps a reason, and a note as [Indonesian, English]. */
export class Absent {
  constructor(word, reason = null, note = null) {
    this.word = word;
    this.reason = reason;
    this.note = note;
  }

  /** The status that programs see. */
  get status() {
    return { not_computable: "error", not_due: "not_applicable" }[this.word] ?? this.word;
  }

  /** The reason that goes with the status. */
  get statusReason() {
    if (this.word === "not_due") return "not_due";
    return this.word === "missing" ? this.reason || "not_given" : this.reason;
  }
}

export const MISSING = new Absent("missing");
export const NOT_APPLICABLE = new Absent("not_applicable");
export const notComputable = (reason, note = null) => new Absent("not_computable", reason, note);
export const isAbsent = (value) => value instanceof Absent;

/** The absent value that needs attention first; of two equal ones the left one. */
export const worst = (absents) => absents.reduce((a, b) => (RANK[b.word] > RANK[a.word] ? b : a));

/** A target between two numbers. */
export class Range {
  constructor(low, high) {
    this.low = low;
    this.high = high;
  }
}

/** A band of a scale as a value; `place` is its place among the bands. */
export class Category {
  constructor(band, place) {
    this.label = band.category;
    this.code = band.code ?? null;
    this.place = place;
  }
}

/** What a choice or category is compared by. */
export const codeOf = (value) => (value instanceof Category ? (value.code ?? value.label) : value);

/** The rows of a collection: `{id, values}`, where `values` is a Map or an `AbsentRow`. */
export class Rows {
  constructor(rows) {
    this.rows = rows;
  }
}

/** The fields of a row that stands for an absent collection: all are so absent. */
export class AbsentRow {
  constructor(absent) {
    this.absent = absent;
  }

  get() {
    return this.absent;
  }
}

export const absentRows = (absent) => new Rows([{ id: null, values: new AbsentRow(absent) }]);

export function rowsIn(collection) {
  if (collection instanceof Rows) return collection.rows;
  return isAbsent(collection) ? absentRows(collection).rows : [];
}

/** What `build` makes of a part of a plan, made once. */
export function once(build) {
  const made = new WeakMap();
  return (part) => {
    if (!made.has(part)) made.set(part, build(part));
    return made.get(part);
  };
}
