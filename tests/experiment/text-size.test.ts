// How many elements a text has at least, without reading it: never fewer than there are.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { elementsIn, LARGE } from '../../web/experiment/text-size.ts';

const sizes: readonly (readonly [string, number])[] = [
  ['[1, 2, 3, 4]', 4],
  ['1 2\n3 4', 4],
  ['torch.ones(300, 300)', 90_000],
  ['torch.ones(size=(300, 300))', 90_000],
  ['>>> x = torch.rand(300, 300)  # drawn', 90_000],
  ['np.arange(100_000)', 100_000],
  ['tf.range(0, 100000, 1)', 100_000],
  ['jnp.arange(start=0, stop=70000)', 70_000],
  ['torch.Tensor([1.] * 100000)', 100_000],
  ['torch.tensor([[1.] * 1000] * 100)', 100_000],
  ['torch.ones(1000).repeat(1000)', 1_000_000],
  ['torch.ones(10).repeat(100, 100)', 100_000],
  ['torch.tile(torch.ones(10), (100, 100))', 100_000],
  ['torch.ones(1, 1).expand(300, 300)', 90_000],
  ['torch.ones(300, 1) + torch.ones(1, 300)', 90_000],
  ['torch.stack([torch.ones(300, 200), torch.ones(300, 200)])', 120_000],
  ['torch.empty(300, 300).fill_(1)', 90_000],
  ['tf.fill([300, 300], 2.)', 90_000],
  ['torch.linspace(0, 1, steps=70000)', 70_000],
  ['np.random.uniform(-1, 1, (300, 300))', 90_000],
  ['np.random.normal(0, 1, 70000)', 70_000],
  ['torch::rand({300, 300})', 90_000],
];

test('a text has at most as many elements as are told', () => {
  for (const [text, size] of sizes)
    assert.ok(elementsIn(text) >= size, `${text}: ${elementsIn(text)}`);
});

test('what is computed element by element is no larger than what it is made of', () => {
  for (const text of [
    'torch.ones(300) + torch.ones(300)',
    '2 * torch.ones(200, 200) - 1',
    '[1, 2] * 3',
  ]) {
    assert.ok(elementsIn(text) <= LARGE, `${text}: ${elementsIn(text)}`);
  }
});
