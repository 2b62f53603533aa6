// The numbers of a program that can be dragged: which, what they are called, and how far a step goes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeNumbers } from '../../web/program/code-numbers.ts';
import { stepped } from '../../web/program/number-step.ts';

test('each number of the code is found, with the name of what it is given to', () => {
  const source = [
    'import torch, torch.nn as nn',
    'class Config:',
    '    dropout = 0.5  # not 0.1',
    'torch.manual_seed(42)',
    'drop = nn.Dropout(p=0.3)',
    'x = torch.ones(2, 3) * 1.5',
    'name = "layer 7" + f"{8}"',
    'def f(rate=0.25): return [0xff, 2j, 1e-3, 10_000]',
    'print(x[0])',
  ].join('\n');
  const found = codeNumbers(source).map(({ line, name, text }) => `${line} ${name} ${text}`);
  assert.deepEqual(found.slice(0, 6), [
    '3 dropout 0.5',
    '4 manual_seed 42',
    '5 p 0.3',
    '6 ones 2',
    '6 ones 3',
    '6 x 1.5',
  ]);
  assert.ok(found.includes('8 rate 0.25'));
  assert.ok(found.includes('8  10_000'));
  assert.ok(!found.some((one) => /0xff|2j|1e-3|0\.1|layer/.test(one)), found.join());
  for (const { from, to, text } of codeNumbers(source)) assert.equal(source.slice(from, to), text);
});

test('a step goes by the last decimal, of a probability by five hundredths, and keeps the form', () => {
  const steps: [string, string, number, string][] = [
    ['0.5', 'p', 1, '0.55'],
    ['0.55', 'p', 1, '0.60'],
    ['0.5', 'dropout', -2, '0.4'],
    ['0.5', 'Dropout', 50, '1.0'],
    ['0.5', 'drop_prob', -50, '0.0'],
    ['.5', 'p', 1, '0.55'],
    ['42', 'manual_seed', 1, '43'],
    ['0', 'manual_seed', -1, '0'],
    ['1', 'p', 1, '2'],
    ['1.', 'tensor', 2, '3.'],
    ['2.5', 'tensor', 1, '2.6'],
    ['0.01', 'lr', 1, '0.02'],
    ['0.01', 'lr', -5, '0.00'],
    ['1.10', 'tensor', 1, '1.11'],
    ['10_000', 'n', 1, '10001'],
    ['0xff', 'n', 1, '0xff'],
  ];
  for (const [text, name, count, expected] of steps) {
    assert.equal(stepped(text, name, count), expected, `${text} of ${name}, ${count} steps`);
  }
});
