// Which inputs are left to the worker: those of more elements than a page computes in a frame, however a text says it.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { FigureCore } from '../../web/core/figure-core.ts';
import { load } from '../../web/core/node.ts';
import { isResult, run } from '../../web/experiment/experiment.ts';
import { isForWorker, LARGE } from '../../web/experiment/large-input.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../web/experiment/settings.ts';

let core: FigureCore;
before(async () => {
  core = await load();
});

const outcomeOf = (settings: Partial<Settings>) => run(core, { ...DEFAULT_SETTINGS, ...settings });

test('a large input is left to the worker', () => {
  for (const input of [
    'torch.ones(300, 300)',
    'torch.ones(size=(300, 300))',
    '>>> x = torch.rand(300, 300)  # drawn',
    'np.arange(100_000)',
    'tf.range(0, 100000, 1)',
    'jnp.arange(start=0, stop=70000)',
    'torch.Tensor([1.] * 100000)',
    'torch.tensor([[1.] * 1000] * 100)',
    'torch.ones(1000).repeat(1000)',
    'torch.ones(10).repeat(100, 100)',
    'torch.tile(torch.ones(10), (100, 100))',
    'torch.ones(1, 1).expand(300, 300)',
    'torch.ones(300, 1) + torch.ones(1, 300)',
    'torch.stack([torch.ones(300, 200), torch.ones(300, 200)])',
    'torch.empty(300, 300).fill_(1)',
    'tf.fill([300, 300], 2.)',
    'torch.linspace(0, 1, steps=70000)',
    'torch::rand({300, 300})',
    `[${'1, '.repeat(LARGE)}1]`,
    `${'1 '.repeat(2 ** 20)}`,
    // What no memory holds is for the worker to say.
    'torch.ones(100000, 100000, 100000)',
  ]) {
    assert.ok(isForWorker(outcomeOf({ input })), input.slice(0, 80));
  }
  const numpy = { engine: 'numpy' };
  for (const input of ['np.random.uniform(-1, 1, (300, 300))', 'np.random.normal(0, 1, 70000)']) {
    assert.ok(isForWorker(outcomeOf({ ...numpy, input })), input);
  }
});

test('what is no larger than that is computed at once, whatever its text looks like', () => {
  for (const [input, size] of [
    ['torch.ones(256, 256)', LARGE],
    ['torch.ones(200, 200) + torch.ones(200, 200)', 40_000],
    ['2 * torch.ones(200, 200) - 1', 40_000],
    ['torch.ones(300, 300)[0]', null],
    ['torch.ones(1, 60000).expand(1, 60000)', 60_000],
    [`[${'1, '.repeat(9999)}1]`, 10_000],
  ] as const) {
    const outcome = outcomeOf({ input });
    assert.equal(isForWorker(outcome), false, input);
    assert.equal(isResult(outcome) ? outcome.x.size : null, size, input);
  }
});

test('a large input has no error of its own before the worker has read it', () => {
  const outcome = outcomeOf({ input: 'torch.ones(300, 300)', p: '2' });
  assert.ok(!isResult(outcome) && outcome.p instanceof RangeError);
  assert.ok(isForWorker(outcome));
});
