// Every example of the README, the guides and the reference runs, and prints what it says.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { examplesIn, printedBy, promisedBy } from './examples.mjs';

const root = new URL('../../', import.meta.url);

const markdownIn = (folder) =>
  readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}${name}`);

const documents = ['README.md', ...markdownIn('docs/'), ...markdownIn('docs/reference/')];

describe('the examples', () => {
  let count = 0;
  for (const path of documents) {
    for (const { code, line } of examplesIn(readFileSync(new URL(path, root), 'utf8'))) {
      count += 1;
      test(`${path}:${line}`, async () => {
        assert.equal(await printedBy(code), promisedBy(code));
      });
    }
  }

  test('are many', () => assert.ok(count >= 14, `${count}`));

  test('of which one that is wrong would be found', async () => {
    const right = 'console.log(String(ones([2])));\n// tensor([1., 1.])\n';
    assert.equal(await printedBy(right), promisedBy(right));
    const wrong = right.replace('1.])', '2.])');
    assert.notEqual(await printedBy(wrong), promisedBy(wrong));
    assert.throws(() => promisedBy('console.log(1);\nconsole.log(2);\n// 2'), /must stand below/);
    assert.throws(() => promisedBy('console.log(1);'), /must stand below/);
    await assert.rejects(printedBy('ones([-1]);'));
  });
});
