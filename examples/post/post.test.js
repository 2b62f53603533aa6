// Every output in post.md is what PyTorch prints.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from 'dropout-playground';
import { outputsOf } from './outputs.js';

const { tensor, ones, Generator, Dropout } = await load();
const outputs = await outputsOf(new URL('./post.md', import.meta.url));

// torch.manual_seed() and the layers of the post.
const generator = new Generator('torch-cpu').manualSeed(42);
const drop = new Dropout(0.5, { generator });
const x = tensor([1, 2, 3, 4, 5, 6, 7, 8]);

const printed = [
  drop.forward(x),
  drop.forward(x),
  new Dropout(0.2, { generator: generator.manualSeed(123) }).forward(ones([3, 8])),
  drop.eval().forward(x),
].map(String);

test('the post shows as many outputs as its code prints', () => {
  assert.equal(outputs.length, printed.length);
});

for (const [i, output] of outputs.entries()) {
  test(`output ${i + 1} of the post is what PyTorch prints`, () => {
    assert.equal(output, printed[i]);
  });
}
