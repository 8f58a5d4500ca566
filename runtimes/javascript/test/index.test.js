import assert from "node:assert/strict";
import { test } from "node:test";

import { formatNumber, load, parseNumber, SakipError } from "../src/index.js";

const source = (name) => ({ id: `contoh/${name}`, version: "1.0.0", sha256: "", title: ["Judul", "Title"], basis: [], valid_from: "2020-01-01" });
const number = (name, more) => [name, { name, title: [name, name], type: "number", ...more }];
const RATIO = {
  kind: "index",
  source: source("rasio"),
  record: { inputs: Object.fromEntries([number("a"), number("b", { unit: "persen" })]) },
  result: { name: "result", title: ["Judul", "Title"], unit: "nilai", how: { text: "a / b", nodes: ["a", "b", ["/", 0, 1]] } },
};
const plans = (...rules) =>
  load({ format: "sakip-plan/1", roots: rules.map((rule) => `${rule.source.id}@1.0.0`), rules });
const codes = (call) => {
  try {
    call();
  } catch (error) {
    assert.ok(error instanceof SakipError, error);
    return error.mistakes.map(({ code, path }) => `${path.join(".")} ${code}`);
  }
  return [];
};

test("a rule says what a form must ask for", () => {
  const [rule] = plans(RATIO).rules;
  assert.deepEqual(
    rule.inputs.map(({ name, type, unit }) => [name, type, unit]),
    [
      ["a", "number", null],
      ["b", "number", "persen"],
    ],
  );
});

test("a result is exact, and shown with two places", () => {
  const result = plans(RATIO).rule("contoh/rasio").evaluate({ a: "1", b: "3" });
  assert.deepEqual([result.exact, result.text, result.status], ["1/3", "0.33", "ok"]);
});

test("every mistake is told with its code and place", () => {
  const { rules } = plans(RATIO);
  assert.deepEqual(
    codes(() => rules[0].evaluate({ a: "1.250", b: 0.1, c: "1" })),
    ["a ambiguous-number", "b float-given", "c unknown-name"],
  );
});

test("names that every object of JavaScript has are names like others", () => {
  const { rules } = plans(RATIO);
  assert.deepEqual(
    codes(() => rules[0].evaluate({ constructor: "1", toString: "1" })),
    ["constructor unknown-name", "toString unknown-name"],
  );
  assert.deepEqual(
    codes(() => rules[0].evaluate(new Map([["__proto__", "1"]]))),
    ["__proto__ unknown-name"],
  );
});

test("a file of another format is refused", () => {
  assert.deepEqual(
    codes(() => load('{"format":"sakip-plan/2"}')),
    [" bad-value"],
  );
  assert.deepEqual(codes(() => load("{")), [" bad-value"]);
});

test("a file that lost a part is refused", () => {
  const whole = { format: "sakip-plan/1", roots: ["contoh/rasio@1.0.0"], rules: [RATIO] };
  assert.equal(load(whole).rules.length, 1);
  const parts = [{ rules: undefined }, { roots: undefined }, { rules: {} }, { rules: [null] }, { rules: [{}] }, { roots: ["a/b@1.0.0"] }, { roots: [[]] }];
  for (const part of parts) assert.deepEqual(codes(() => load({ ...whole, ...part })), [" bad-value"]);
});

test("a call that does not fit the rule is refused", () => {
  const { rules } = plans(RATIO);
  assert.deepEqual(codes(() => rules[0].classify("1")), [" bad-value"]);
  for (const given of [null, 5, "1", []]) assert.deepEqual(codes(() => rules[0].evaluate(given)), [" bad-value"]);
  assert.deepEqual(codes(() => rules[0].lookUp("1")), [" bad-value"]);
  assert.deepEqual(codes(() => plans(RATIO).rule("contoh/lain")), [" unknown-rule"]);
});

test("numbers are read as people type them", () => {
  assert.equal(String(parseNumber(" 1.234,5 ")), "2469/2");
  assert.equal(String(parseNumber("Rp 1.250.000,-", { unit: "rupiah" })), "1250000");
  assert.deepEqual(codes(() => parseNumber("1.250")), ["value ambiguous-number"]);
  assert.deepEqual(codes(() => parseNumber("n/a")), ["value which-absent"]);
  assert.deepEqual(codes(() => parseNumber("-1", { type: "count" })), ["value bad-value"]);
});

test("numbers are printed as people of a language write them", () => {
  assert.equal(formatNumber("-1234567.89"), "-1.234.567,89");
  assert.equal(formatNumber("1234567.89", "en"), "1,234,567.89");
  assert.equal(formatNumber("123"), "123");
});
