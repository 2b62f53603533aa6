// Printing and parsing: String(tensor) is what print(tensor) writes in PyTorch, and parse() reads it.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { load } from 'dropout-playground';
import { readCases, tensorFrom } from './fixtures.mjs';

const api = await load();
const { parse } = api;

const cases = readCases('torch-print.json');
const complete = cases.filter(({ text }) => !text.includes('...'));

// Read without the package: every word before the keywords that looks like a number.
function numbersIn(text) {
  const [body] = text.split(/(?:size|dtype)=/);
  return body.match(/-?(?:\d[\d.]*(?:e[+-]\d+)?|inf|nan)/g) ?? [];
}

const toNumber = (word) => Number(word.replace('inf', 'Infinity'));
const READ = { float32: (word) => Math.fround(toNumber(word)), float64: toNumber, int64: BigInt };

describe("of PyTorch's printed tensors", () => {
  test('all 265 are here, and most of them are complete', () => {
    assert.equal(cases.length, 265);
    assert.ok(complete.length > 200);
  });

  test('each comes out of String(tensor) character by character', () => {
    for (const printed of cases) {
      assert.equal(String(tensorFrom(api, printed)), printed.text, printed.id);
    }
  });

  test('each complete one is read back by parse() with its dtype, shape and digits', () => {
    for (const { id, text, dtype, shape } of complete) {
      const x = parse(text);
      const numbers = Array.from(numbersIn(text), READ[dtype]);
      assert.deepEqual({ dtype: x.dtype, shape: [...x.shape] }, { dtype, shape }, id);
      assert.deepEqual(Array.from(x.toTypedArray()), numbers, `${id}: ${text}`);
    }
  });

  test('each abbreviated one is refused at its first gap', () => {
    for (const { id, text } of cases.filter((printed) => !complete.includes(printed))) {
      const before = text.slice(0, text.indexOf('...')).split('\n');
      const place = { line: before.length, column: before.at(-1).length + 1 };
      assert.throws(() => parse(text), { name: 'SyntaxError', code: 'text', ...place }, id);
    }
  });
});
