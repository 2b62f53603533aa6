// What is drawn between the seed and the layer: what PyTorch prints of such programs, and settings that are wrong.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { load } from '../../web/core/node.ts';
import { MOST_SKIPPED, readEarlier, readSkip } from '../../web/experiment/before-layer.ts';
import { isResult, run } from '../../web/experiment/experiment.ts';
import { fragmentOf, readFragment } from '../../web/experiment/link.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../web/experiment/settings.ts';
import { fixture } from './programs/programs.ts';

interface Seen {
  settings: Partial<Settings>;
  python: string;
  printed: string;
}

const core = await load();

function outcomeOf(changes: Partial<Settings>) {
  return run(core, { ...DEFAULT_SETTINGS, ...changes });
}

function errorsOf(changes: Partial<Settings>): Record<string, string> {
  const outcome = outcomeOf(changes);
  assert.ok(!isResult(outcome), 'nothing is wrong');
  return Object.fromEntries(
    Object.entries(outcome).map(([field, error]) => [field, (error as Error).message]),
  );
}

function printedOf(changes: Partial<Settings>): string {
  const outcome = outcomeOf(changes);
  if (!isResult(outcome)) throw Object.values(outcome)[0];
  return outcome.train.printed;
}

describe('the settings print what PyTorch prints', () => {
  const { cases } = fixture('torch-before-layer.json') as { cases: Seen[] };
  for (const { settings, python, printed } of cases) {
    test(`for ${python}`, () => {
      assert.equal(printedOf(settings), printed);
      const link = fragmentOf({ ...DEFAULT_SETTINGS, ...settings }) as string;
      const read = readFragment(link) as Settings;
      assert.equal(printedOf(read), printed, link);
    });
  }
});

test('a link has what differs from the ordinary, and no more', () => {
  const link = (changes: Partial<Settings>) => fragmentOf({ ...DEFAULT_SETTINGS, ...changes });
  assert.equal(link({ skip: '20' })?.endsWith('skip=20'), true);
  assert.equal(
    link({ seed: 'split(key(0))[1]', engine: 'jax' }),
    'input=[[1,2,3,4],[5,6,7,8]]&seed=split(key(0))[1]&engine=jax',
  );
  assert.equal(
    link({ earlier: '0.3, 0.2', reseed: '7' }),
    'input=[[1,2,3,4],[5,6,7,8]]&reseed=7&earlier=0.3,%200.2',
  );
  assert.deepEqual(readFragment('#seed=split(key(0))[1]&engine=jax'), {
    ...DEFAULT_SETTINGS,
    input: '[1, 2, 3, 4]',
    seed: 'split(key(0))[1]',
    engine: 'jax',
  });
});

describe('a key of JAX', () => {
  test('is a seed, and a second one', () => {
    const ones = { input: 'torch.ones(8)', p: '0.5', engine: 'jax' };
    const expected = 'tensor([2., 2., 0., 2., 2., 2., 2., 0.])'; // tests/fixtures/jax-keys.json
    assert.equal(printedOf({ ...ones, seed: 'split(key(0))[1]' }), expected);
    assert.equal(
      printedOf({ ...ones, seed: '1', reseed: 'jax.random.split(jax.random.key(0))[1]' }),
      expected,
    );
    assert.notEqual(
      printedOf({ ...ones, seed: 'split(key(0))[1]', engine: 'jax,partitionable=false' }),
      expected,
    );
  });

  test('that is wrong is an error of its field', () => {
    assert.deepEqual(errorsOf({ seed: 'split(key(0))', engine: 'jax' }), {
      seed: 'split gives 2 keys: say which, as in split(key(0))[0]',
    });
    assert.deepEqual(errorsOf({ reseed: 'split(0)[1]', engine: 'flax-nnx' }), {
      reseed: "unexpected PRNG key type <class 'int'>",
    });
    assert.deepEqual(Object.keys(errorsOf({ seed: 'split(key(0))[1]' })), ['seed']);
  });
});

describe('wrong settings are errors of their fields', () => {
  const rows: [Partial<Settings>, Record<string, string>][] = [
    [
      { skip: 'x' },
      {
        skip: "skip is how many words are drawn before, such as 20, or 20, 0 with those after the input; but got 'x'",
      },
    ],
    [{ skip: '100000001' }, { skip: 'skip is at most 100000000' }],
    [
      { skip: '5', engine: 'jax' },
      { skip: 'jax has no stream in which anything could be skipped' },
    ],
    [
      { skip: '0, 5', engine: 'tfjs' },
      { skip: 'tfjs has no stream in which anything could be skipped' },
    ],
    [{ reseed: 'x' }, { reseed: "invalid literal for int() with base 10: 'x'" }],
    [{ reseed: '-1', engine: 'numpy' }, { reseed: 'Seed must be between 0 and 2**32 - 1' }],
    [{ earlier: '1.5' }, { earlier: 'dropout probability has to be between 0 and 1, but got 1.5' }],
    [{ earlier: 'x' }, { earlier: "p must be a number from 0 to 1, but got 'x'" }],
    [{ earlier: 'nan' }, { earlier: 'dropout probability has to be between 0 and 1, but got nan' }],
    [
      { earlier: '0.3', engine: 'flax-linen' },
      { earlier: 'flax-linen: each layer has a scope of its own there; name it by path=Dropout_1' },
    ],
    [
      { earlier: '0.3', input: 'torch.tensor([1, 2])' },
      { input: "result type Float can't be cast to the desired output type Long" },
    ],
  ];
  for (const [changes, errors] of rows) {
    test(JSON.stringify(changes), () => assert.deepEqual(errorsOf(changes), errors));
  }
});

test('skip is read as it is written', () => {
  const none = { beforeInput: 0, afterInput: 0 };
  assert.deepEqual(readSkip('', false), none);
  assert.deepEqual(readSkip(' 0 ', true), none);
  assert.deepEqual(readSkip('20', false), { beforeInput: 20, afterInput: 0 });
  assert.deepEqual(readSkip('20', true), { beforeInput: 0, afterInput: 20 });
  assert.deepEqual(readSkip('1_000, 4', true), { beforeInput: 1000, afterInput: 4 });
  assert.deepEqual(readSkip('0,4', false), { beforeInput: 0, afterInput: 4 });
  assert.deepEqual(readSkip(String(MOST_SKIPPED), false), {
    beforeInput: MOST_SKIPPED,
    afterInput: 0,
  });
  for (const wrong of ['-1', '1.5', ', 4', '1, 2, 3', '1 2', '1e3']) {
    assert.throws(() => readSkip(wrong, false), RangeError, wrong);
  }
});

test('earlier layers are read as lists of p, also with commas for points', () => {
  assert.deepEqual(readEarlier(' ', 'torch-cpu'), []);
  for (const text of ['0.3, 0.2', '0.3,0.2', '0.3 0.2', '0.3; 0.2', '0,3; 0,2', '0,3 0,2']) {
    assert.deepEqual(readEarlier(text, 'torch-cpu'), [0.3, 0.2], text);
  }
});

test('with torch-cuda an expression is drawn on the CPU, and the mask on the GPU', () => {
  const [cuda, cpu] = ['torch-cuda', 'torch-cpu'].map((engine) => {
    const outcome = outcomeOf({ input: 'torch.rand(2, 4)', engine, skip: '20' });
    assert.ok(isResult(outcome));
    return outcome;
  });
  assert.equal(cuda?.x.printed, cpu?.x.printed);
  assert.match(
    Object.values(
      errorsOf({ input: "torch.rand(2, 4, device='cuda')", engine: 'torch-cuda' }),
    )[0] ?? '',
    /^torch\.rand with device='cuda' is not reproduced; without it the numbers are the CPU's/,
  );
});

test("Flax nnx's place in the module is how many keys were taken before", () => {
  // flax/nnx/nn/stochastic.py, 0.12: nnx.Linear(3, 4), then nnx.Dropout(0.5), Rngs(0): nothing is dropped.
  const nnx = { input: 'torch.ones(1, 4)', p: '0.5', seed: '0', engine: 'flax-nnx' };
  assert.equal(printedOf({ ...nnx, skip: '2' }), 'tensor([[2., 2., 2., 2.]])');
  assert.notEqual(printedOf(nnx), 'tensor([[2., 2., 2., 2.]])');
});
