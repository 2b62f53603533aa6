// Any text can be read, and soon.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { piecesOf } from '../../web/check/pieces.ts';
import { readPost } from '../../web/check/read-post.ts';
import { isAlike } from '../../web/claims/alike.ts';
import { agrees } from '../../web/claims/verdict.ts';

const FOLDER = new URL('posts/', import.meta.url);
const posts = readdirSync(FOLDER).map((name) => readFileSync(new URL(name, FOLDER), 'utf8'));

/** Numbers from 0 up to n, always the same. Source: Numerical Recipes' linear congruential generator. */
function drawing(seed: number) {
  let state = seed;
  return (n: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

const PRINTED = { answers: [{ kind: 'print' as const, text: 'tensor([1., 2.])\nx 3\n' }] };

/** All that is done with a text before a program runs, and what is done with what it prints. */
function read(text: string) {
  for (const { claims } of piecesOf(readPost(text))) {
    for (const claim of claims) {
      assert.ok(claim.at.first <= claim.at.last && claim.of.first <= claim.of.last);
      agrees(claim, PRINTED);
      isAlike(claim, PRINTED);
    }
  }
}

test('2,000 posts with parts left out, repeated and put elsewhere', () => {
  const draw = drawing(7);
  const some = () => posts[draw(posts.length)] as string;
  for (let i = 0; i < 2000; ++i) {
    let text = some();
    for (let change = 0; change <= draw(4); ++change) {
      const [from, length] = [draw(text.length), draw(60)];
      const other = some();
      const at = draw(other.length);
      text = `${text.slice(0, from)}${other.slice(at, at + draw(60))}${text.slice(from + length)}`;
    }
    try {
      read(text);
    } catch (error) {
      throw new Error(`of the post ${JSON.stringify(text)}`, { cause: error });
    }
  }
});

const LONG = 200_000;

for (const [name, unit, frame] of [
  ['brackets', '(', '```python\nprint(x)  # tensor(@\n```\n'],
  ['closing brackets', '])', '```python\nprint(x)  # tensor([@\n```\n'],
  ['spaces', ' ', '```python\nprint(x)  #@1\n```\n'],
  ['spaces in front', ' ', '```python\nprint(x)\n```\n\n@tensor(1)\n'],
  ['gaps', '... ', '```python\nprint(x)\n```\n```output\n@\n```\n'],
  ['words', 'word ', '```python\nprint(x)  # @: 3\n```\n'],
  ['numbers', '1, ', '```python\nprint(x)  # [@]\n```\n'],
  ['comments', '\n# tensor([1.])', '```python\nprint(x)@\n```\n'],
  ['prints', 'print(x)  # 3\n', '```python\n@```\n'],
  ['colons', 'a: ', '```python\nprint(x)\n```\n@\n```\nError: 1\n```\n'],
  ['prompts', '>>> x\n1\n', '@'],
  ['lines', '\n', '```python\nprint(x)\n```\n@tensor(1)\n'],
  ['tags', '{% highlight python %}\n', '@'],
  ['imports and words', 'import torch\nSome words.\n', '@'],
] as const) {
  test(`200 KB of ${name}`, { timeout: 60_000 }, () => {
    read(frame.replace('@', unit.repeat(LONG / unit.length)));
  });
}
