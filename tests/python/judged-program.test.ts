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
  return { told, runs, seeds: rest.seeds };
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
  assert.deepEqual(await judged(source), {
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
