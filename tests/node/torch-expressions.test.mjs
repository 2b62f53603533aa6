// Random expressions of makers, methods and arithmetic print what PyTorch printed, also compiled to wasm.
// tests/cpp/text/torch_expressions_test.cpp checks its refusals, too.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from 'dropout-playground';
import { readCases } from './fixtures.mjs';

const { parse, Generator } = await load();

/** What we refuse on purpose: the last bit of other powers depends on the machine, bool tensors have no dropout. */
const REFUSED = /^(?:of powers only|True and False make a bool)/;

function outcomeOf(text) {
  const generator = new Generator('torch-cpu').manualSeed(0);
  try {
    const x = parse(text, { generator });
    const printed = String(x);
    x.dispose();
    return printed;
  } catch ({ reason }) {
    return `!${reason}`;
  } finally {
    generator.dispose();
  }
}

test('1,200 random expressions print what PyTorch printed', () => {
  const cases = readCases('torch-expressions.json');
  let refused = 0;
  for (const [text, printed] of cases.filter(([, printed]) => !printed.startsWith('!'))) {
    const ours = outcomeOf(text);
    if (REFUSED.test(ours.slice(1))) ++refused;
    else assert.equal(ours, printed, text);
  }
  assert.equal(cases.length, 1200);
  assert.ok(refused < 60, `${refused} refused`);
});
