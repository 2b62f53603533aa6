// Every link in the documents leads somewhere: to a file that there is, and to a heading in it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';
import { headingsIn } from '../../docs/generator/anchors.mjs';

const documents = execFileSync('git', ['ls-files', '*.md'], { encoding: 'utf8' })
  .trim()
  .split('\n');

test('headings have the anchors that GitHub gives them', () => {
  const text = '# One `two()`\n## A, b & c\n## one two\n```sh\n# no heading\n```\n';
  const anchors = headingsIn(text).map(({ anchor }) => anchor);
  assert.deepEqual(anchors, ['one-two', 'a-b--c', 'one-two-1']);
});

for (const document of documents) {
  test(`${document} has no dead link`, () => {
    const text = readFileSync(document, 'utf8').replace(/^```.*?^```$|`[^`\n]*`/gms, '');
    const dead = [...text.matchAll(/\]\(([^)\s]+)\)|(?:href|src|srcset)="([^"]+)"/g)]
      .map(([, markdown, html]) => markdown ?? html)
      .filter((link) => !/^(\w+:|\/\/)/.test(link))
      .filter((link) => {
        const [path, anchor] = link.split('#');
        const file = path ? normalize(join(dirname(document), path)) : document;
        if (!existsSync(file)) return true;
        if (!anchor || !file.endsWith('.md')) return false;
        return !headingsIn(readFileSync(file, 'utf8')).some((one) => one.anchor === anchor);
      });
    assert.deepEqual(dead, []);
  });
}
