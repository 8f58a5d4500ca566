/** Rules as checked plans (`sakip export RULE --format plan`), computed exactly. */

/** A text in Indonesian and English. */
export type Pair = [id: string, en: string];

export type Kind = "indicator" | "achievement" | "efficiency" | "index" | "scale" | "table" | "framework";
export type InputType = "number" | "count" | "truth" | "choice" | "polarity" | "range" | "rows";
export type Status = "ok" | "missing" | "not_applicable" | "error";
export type Severity = "error" | "warning";

/** An exact number; `String(number)` is `p/q`, or `p` for an integer. */
export class Fraction {
  readonly above: bigint;
  readonly below: bigint;
}

/** One mistake in data: its code (`ambiguous-number`, `which-absent`, `bad-value`, …) and where it is. */
export interface Mistake {
  code: string;
  path: (string | number)[];
}

/** What is wrong in data, or in how a rule is asked. */
export class SakipError extends Error {
  mistakes: Mistake[];
}

/** An absent value in data. */
export interface AbsentDatum {
  status: "missing" | "not_applicable" | "not_due" | "not_computable";
  reason?: string | null;
  note?: string | { id: string; en?: string } | null;
}

/** A number as text, as people type it, or as a program has it; a number with decimals is refused (`float-given`). */
export type NumberDatum = string | bigint | number | Fraction;
export type RowData = Inputs | AbsentDatum | string | null;
export type Datum =
  | NumberDatum
  | boolean
  | null
  | undefined
  | AbsentDatum
  | { min: NumberDatum; max: NumberDatum }
  | { value: Datum; document?: string; year?: string; note?: string }
  | RowData[]
  | { [id: string]: RowData }
  | Map<string, RowData>;
export type Inputs = { [name: string]: Datum } | Map<string, Datum>;

/** What a form must ask for. */
export interface Field {
  name: string;
  title: Pair;
  type: InputType;
  unit: string | null;
  /** The CODEs of a choice. */
  choices: string[];
  /** The CODEs that may stand for a number. */
  codes: string[];
  /** As the plan states it: a CODE, a truth, `{number}`, `{low, high}`, `{word}`; null if there is none. */
  default: string | boolean | { number: string } | { low: string; high: string } | { word: string } | null;
  /** Of a collection: the inputs of its rows. */
  fields: Field[] | null;
}

export interface Outcome {
  status: Status;
  /** Why there is no value. */
  reason: string | null;
  note: Pair | null;
}

export interface Diagnostic {
  code: string;
  severity: Severity;
  figure: string | null;
  /** Of a failed check: its words; of a value that cannot be computed: the note of the case that says so. */
  message?: Pair | null;
  /** Of `display-hazard`: the category, the one that the displayed value would get, and that value. */
  category?: string;
  other?: string;
  shown?: string;
  /** Of a number without a category: the scale that was asked. */
  scale?: string;
}

/** What an aggregate did with its rows; of those that left, 20 are named. */
export interface Aggregate {
  function: string;
  counted: number;
  left: { row: string; why: "where" | "not_applicable" | "not_due" }[];
  more: number;
}

/** The band of a scale; `band` is its place among the `bands` of the scale. */
export interface InBand {
  category: string | null;
  code: string | null;
  band: number | null;
}

/** One named value: an input, a step or the result. */
export interface Figure extends Outcome, InBand {
  name: string;
  title: Pair;
  unit: string | null;
  origin: "given" | "default" | "computed";
  /** As it is shown, with a decimal point: `formatNumber` prints it as people write it. */
  text: string | null;
  /** The exact number before rounding, `p/q`; null if it is approximate or none. */
  exact: string | null;
  range: { min: string; max: string } | null;
  rounding: { places: number; mode?: string; carry?: "exact" | "rounded" } | null;
  /** The formula that was computed: that of the case that applies, or the condition that is absent. */
  formula: string | null;
  case: { place: number; when: string | null; note: Pair | null } | null;
  aggregates: Aggregate[];
  /** The rule that was called, with all its steps. */
  called: Result | null;
  diagnostics: Diagnostic[];
}

export interface Steps {
  /** Inputs and steps in the order in which they were computed. */
  steps: Figure[];
  collections: { name: string; rows: Row[] }[];
}

export interface Row extends Steps {
  id: string | null;
  diagnostics: Diagnostic[];
}

/** What a formula rule gives; `diagnostics` are those of everything that it is made of, each once. */
export interface Result extends Figure, Steps {
  rule: string;
  id: string;
  version: string;
  kind: Kind;
}

export interface Band {
  category: string;
  code?: string;
  /** No end is no limit; an end that is not `closed` is itself not of the band. */
  span?: { low?: string; low_closed?: boolean; high?: string; high_closed?: boolean };
  status?: string;
  reason?: string;
  words?: string;
  color?: string;
}

export interface Rule {
  reference: string;
  id: string;
  version: string;
  kind: Kind;
  title: Pair;
  basis: object[];
  /** The days on which it holds, `2021-12-31`; null is no end. */
  validFrom: string;
  validTo: string | null;
  unit: string | null;
  inputs: Field[];
  /** Of a scale. */
  bands: Band[];
  /** Of a table of CODEs: what each argument is. */
  keys: string[];
  evaluate(given?: Inputs): Result;
  classify(value: Datum): Outcome & InBand;
  lookUp(...codes: Datum[]): Outcome & { text: string | null; exact: string | null };
}

export interface Plans {
  /** The rules that were exported, in order. */
  rules: Rule[];
  /**
   * The rule of `owner/name@x.y.z`, or of an id: the version in force `on` a year (then: on its last day) or a day such
   * as `2021-06-30`; without `on`, the only version there is. What a rule refers to is as it was on the day of the export.
   */
  rule(reference: string, options?: { on?: number | string }): Rule;
}

/** The plans of a JSON text or of parsed JSON; throws a `SakipError` for another format. */
export function load(json: string | object): Plans;

/** The number of a text as people type it; `unit` decides what `1.250` means. Throws a `SakipError`. */
export function parseNumber(text: string, options?: { unit?: string | null; type?: "number" | "count" }): Fraction;

/** A decimal text with a point, as people of a language print it. */
export function formatNumber(text: string, language?: "id" | "en"): string;
