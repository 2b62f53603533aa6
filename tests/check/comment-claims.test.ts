// Which comments of a program claim something, and which are remarks.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commentClaims } from '../../web/claims/comment-claims.ts';

/** The claims as `lines of code | when | text`. */
const claimsIn = (source: string) =>
  commentClaims(source).map(
    ({ of, counts, text }) =>
      `${of.first}${of.last > of.first ? `-${of.last}` : ''} | ${counts} | ${text}`,
  );

test('what only a print looks like is always a claim, behind any label', () => {
  for (const [comment, text] of [
    ['tensor([1.])', 'tensor([1.])'],
    ['Output: tensor([1.])  # zeros and twos', 'tensor([1.])'],
    ['Mögliche Ausgabe: tensor([1.])', 'tensor([1.])'],
    ['Sortie possible : tensor([1.])', 'tensor([1.])'],
    ['संभावित आउटपुट: tensor([1.])', 'tensor([1.])'],
    ['prints tensor([1.]) and no more', 'tensor([1.])'],
    ['-> torch.Size([2, 3])', 'torch.Size([2, 3])'],
    ['The output is tensor([1.])', 'tensor([1.])'],
    ['array([1.])', 'array([1.])'],
  ]) {
    assert.deepEqual(claimsIn(`print(x)  # ${comment}`), [`1 | always | ${text}`], comment);
  }
});

test('what is said of something else is no claim', () => {
  for (const comment of [
    'not tensor([1.])',
    'nicht tensor([1.])',
    'input: tensor([1.])',
    'Entrée : tensor([1.])',
    'unlike tensor([1.])',
    'x = torch.tensor([1.])',
    'about 0.5',
    '≈ 0.5',
    '~0.5',
    'rund 0.5',
    '[0, 1)',
    '50% of them',
    'batch of 2, 4 features',
    '(see section 3)',
    'epochs 1 and 2',
  ]) {
    assert.deepEqual(
      claimsIn(`y = f(x)  # ${comment}`).filter((claim) => !claim.includes('| true |')),
      [],
      comment,
    );
  }
});

test('a number or a list counts if something alike is printed, behind an arrow or a known word always', () => {
  assert.deepEqual(claimsIn('print(x)  # 3'), ['1 | alike | 3']);
  assert.deepEqual(claimsIn('print(x)  # prints: 3'), ['1 | always | 3']);
  assert.deepEqual(claimsIn('print(x)  # → True'), ['1 | always | True']);
  assert.deepEqual(claimsIn('y = f(x)  # (2, 3)'), ['1 | alike | (2, 3)']);
  assert.deepEqual(claimsIn('y = f(x)  # shape: (2, 3)'), ['1 | always | (2, 3)']);
  assert.deepEqual(claimsIn('y = f(x)  # (2, 3) -> (3, 2)'), ['1 | true | (3, 2)']);
});

test('comments below several prints are of all of them', () => {
  const source = 'print(a)\nprint(b)\n# tensor([1.])\n# tensor([2.])\n';
  assert.deepEqual(claimsIn(source), ['1-2 | always | tensor([1.])\ntensor([2.])']);
});

test('a value may begin beside the line and go on below it', () => {
  const source = 'print(a)  # tensor([[1.],\n          #         [2.]])\n';
  const [claim] = commentClaims(source);
  assert.deepEqual(claim?.at, { first: 1, last: 2 });
  assert.equal(claim?.text.replace(/\s+/g, ''), 'tensor([[1.],[2.]])');
});

test('between an assignment and a print, a comment is of the print, or of the other', () => {
  const [claim] = commentClaims('x = f()\n# tensor([1.])\nprint(x)\n');
  assert.deepEqual([claim?.of.first, claim?.orOf?.first], [3, 1]);
});

test('a text behind a print is a comment, too', () => {
  assert.deepEqual(claimsIn('print(x)\n"""\ntensor([1.])\n"""\n'), ['1 | always | tensor([1.])']);
});
