// The comments of a program, judged by running it on each machine.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { judgedProgram } from '../../web/program/judged-program.ts';
import type { Interpreter } from '../../web/python/interpreter.ts';
import { PROGRAM_ENGINES } from '../../web/python/program-engines.ts';
import { startInterpreter } from './start-interpreter.ts';

let interpreter: Interpreter;
before(async () => {
  interpreter = await startInterpreter();
});

/** `line verdict: machines that print it`, of each claim. */
async function judged(source: string, { seeds = 0, isCurrent = (): boolean => true } = {}) {
  let runs = 0;
  const { claims, ...rest } = await judgedProgram(
    { source, engine: 'torch-cpu', seed: 5, given: {} },
    {
      engines: PROGRAM_ENGINES,
      seeds,
      mostMs: 60_000,
      filename: 'program.py',
      isCurrent,
      run: async (program, onAnswer) => {
        runs++;
        interpreter.run(program, { stdout() {}, stderr() {}, answer: onAnswer });
      },
    },
  );
  const told = claims.map(({ line, verdict, by }) => `${line} ${verdict}: ${by.join(' ')}`);
  return { told, runs, seeds: rest.seeds, claims };
}

test('a comment is true, true elsewhere, or printed by none', async () => {
  const source = [
    'import torch, torch.nn as nn',
    'drop, x = nn.Dropout(0.5), torch.tensor([1., 2., 3., 4.])',
    'torch.manual_seed(42)',
    'print(drop(x))  # tensor([2., 4., 6., 8.])',
    'torch.manual_seed(42)',
    'print(drop(x))  # tensor([0., 0., 6., 8.])',
    'torch.manual_seed(42)',
    'print(drop(x))  # Possible output: tensor([0., 0., 0., 8.])  # random',
    'y = drop.eval()(x)  # tensor([1., 2., 3., 4.])',
    'z = 50  # 50 % of them',
  ].join('\n');
  const { claims, ...found } = await judged(source);
  // One true elsewhere is not made untrue there.
  assert.deepEqual(
    claims.map(({ correction }) => correction !== null),
    [false, false, true, false],
  );
  assert.deepEqual(found, {
    told: [
      '4 true: torch-cpu torch-cuda',
      '6 elsewhere: torch-cpu-mkl',
      '8 untrue: ',
      '9 true: torch-cpu torch-cpu-mkl torch-cuda',
    ],
    runs: 3,
    seeds: 0,
  });
});

test('of a program without a seed, a comment is possible or impossible', async () => {
  const source = [
    'drop = nn.Dropout(0.5)',
    'print(drop(torch.ones(4)))  # tensor([2., 0., 2., 0.])',
    'print(drop(torch.ones(4)))  # tensor([2., 0., 1., 0.])',
    'print(drop.eval()(torch.ones(2)))  # tensor([1., 1.])',
  ].join('\n');
  const { told, seeds } = await judged(source, { seeds: 60 });
  assert.deepEqual(
    told.map((one) => one.split(':')[0]),
    ['2 possible', '3 impossible', '4 true'],
  );
  assert.equal(seeds, 60);
});

test('what claims nothing is not run, nor is what nobody waits for', async () => {
  assert.equal((await judged('print(1)\n')).runs, 0);
  assert.equal((await judged('print(1)  # 1\n', { isCurrent: () => false })).runs, 0);
});

test('what is not reached is not judged', async () => {
  assert.deepEqual((await judged('print(1)  # 1\n1 / 0\nprint(2)  # 3\n')).told, [
    '1 true: torch-cpu torch-cpu-mkl torch-cuda',
  ]);
});

const SEEDED = 'import torch\ntorch.manual_seed(42)\nx = torch.nn.Dropout(0.5)(torch.ones(2, 3))\n';

const UNTRUE: Record<string, [wrong: string, right: string]> = {
  'beside a print': [
    'print(x)  # tensor([[2., 2., 0.], [2., 2., 2.]])',
    'print(x)  # tensor([[2., 2., 2.],\n#         [2., 0., 2.]])',
  ],
  'beside one in a function, behind a word': [
    'def f():\n    print(x[0])  # Output: tensor([0., 2., 2.])\nf()',
    'def f():\n    print(x[0])  # Output: tensor([2., 2., 2.])\nf()',
  ],
  'below it': [
    'print(x)\n# tensor([[2., 2., 0.],\n#         [0., 0., 2.]])\ny = 1',
    'print(x)\n# tensor([[2., 2., 2.],\n#         [2., 0., 2.]])\ny = 1',
  ],
  'in a text below it': [
    'print(x)\n"""\ntensor([[2., 2., 0.],\n        [0., 0., 2.]])\n"""',
    'print(x)\n"""\ntensor([[2., 2., 2.],\n        [2., 0., 2.]])\n"""',
  ],
  'of a number': ['print(x.sum())  # tensor(9.)', 'print(x.sum())  # tensor(10.)'],
};

for (const [where, [wrong, right]] of Object.entries(UNTRUE)) {
  test(`the true output takes the place of an untrue comment ${where}, and is true then`, async () => {
    const source = SEEDED + wrong;
    const { claims } = await judged(source);
    assert.deepEqual(
      claims.map(({ verdict }) => verdict),
      ['untrue'],
    );
    const { from, to, text } = claims[0]?.correction ?? assert.fail('no correction');
    const corrected = source.slice(0, from) + text + source.slice(to);
    assert.equal(corrected, SEEDED + right);
    const { claims: again } = await judged(corrected);
    assert.deepEqual(
      again.map(({ verdict }) => verdict),
      ['true'],
    );
  });
}

test('between prompts, too', async () => {
  const source = '>>> 1 + 1\n3\n>>> [1,\n...  2]\n[1, 3]\n';
  const { claims } = await judged(source);
  const fixed = claims
    .toReversed()
    .reduce(
      (text, { correction }) =>
        correction
          ? text.slice(0, correction.from) + correction.text + text.slice(correction.to)
          : text,
      source,
    );
  assert.equal(fixed, '>>> 1 + 1\n2\n>>> [1,\n...  2]\n[1, 2]\n');
});
