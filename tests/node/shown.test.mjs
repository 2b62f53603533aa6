// What console.log(), JSON.stringify() and a call make of the package's objects.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect } from 'node:util';
import { load } from 'dropout-playground';

const api = await load();
const { tensor, ones, Generator, Dropout } = api;
const LAYERS = [
  'Dropout',
  'Dropout1d',
  'Dropout2d',
  'Dropout3d',
  'AlphaDropout',
  'FeatureAlphaDropout',
];

const matrix = () =>
  tensor([
    [1, 2.5],
    [-3, 0],
  ]);
const printed = 'tensor([[ 1.0000,  2.5000],\n        [-3.0000,  0.0000]])';

describe('console.log()', () => {
  test('shows the numbers of a tensor', () => {
    assert.equal(inspect(matrix()), printed);
    assert.equal(inspect(tensor(3)), 'tensor(3.)');
    assert.equal(inspect(tensor([1n, 2n])), 'tensor([1, 2])');
    assert.match(inspect(ones([1000, 1000])), /^tensor\(\[\[1\., 1\., 1\.,\s+\.\.\., 1\./);
  });

  test('also where it stands in something else', () => {
    assert.equal(inspect({ y: tensor([1, 2]) }), '{ y: tensor([1., 2.]) }');
    assert.equal(inspect([tensor([1]), tensor([2])]), '[ tensor([1.]), tensor([2.]) ]');
  });

  test('is asked alike by Node, Bun and Deno', () => {
    for (const name of ['nodejs.util.inspect.custom', 'Deno.customInspect']) {
      assert.equal(matrix()[Symbol.for(name)](), printed);
    }
    assert.equal(matrix().printed, printed, 'in the console of a browser, behind a click');
  });

  test('shows layers and generators as they are written', () => {
    const generator = new Generator('torch-cpu');
    assert.equal(inspect(generator), "Generator('torch-cpu')");
    assert.equal(inspect(new Dropout(0.25, { generator })), 'Dropout(p=0.25, inplace=False)');
  });

  test('of what was disposed of does not throw', () => {
    const x = matrix();
    x.dispose();
    assert.equal(inspect(x), '[Tensor, disposed of]');
    const drop = new Dropout();
    drop.dispose();
    assert.match(inspect(drop), /^\[Dropout, disposed of\]$/);
  });
});

describe('JSON.stringify()', () => {
  const rows = [
    ['nested arrays', () => matrix(), '[[1,2.5],[-3,0]]'],
    ['a number for a scalar', () => tensor(3), '3'],
    ['an empty list', () => tensor([]), '[]'],
    ['three dimensions', () => tensor([[[1], [2]]]), '[[[1],[2]]]'],
    ['float32 as it is', () => tensor([0.1]), `[${Math.fround(0.1)}]`],
    [
      'null for what JSON lacks',
      () => tensor([Number.NaN, Infinity, -Infinity]),
      '[null,null,null]',
    ],
    ['0 for -0', () => tensor([-0]), '[0]'],
    ['whole numbers of int64', () => tensor([1n, -(2n ** 53n - 1n)]), '[1,-9007199254740991]'],
    [
      'texts beyond 2^53',
      () => tensor([2n ** 53n, -(2n ** 63n)]),
      '["9007199254740992","-9223372036854775808"]',
    ],
  ];
  for (const [what, make, expected] of rows) {
    test(`writes ${what}`, () => {
      assert.equal(JSON.stringify(make()), expected);
      assert.equal(JSON.stringify({ y: make() }), `{"y":${expected}}`);
    });
  }
});

describe('a layer', () => {
  test('is called as in PyTorch', () => {
    const generator = new Generator('torch-cpu').manualSeed(42);
    const drop = new Dropout(0.5, { generator });
    const x = tensor([
      [1, 2, 3, 4],
      [5, 6, 7, 8],
    ]);
    assert.equal(String(drop(x)), 'tensor([[ 2.,  4.,  6.,  8.],\n        [ 0., 12.,  0.,  0.]])');
    assert.equal(drop.eval()(x), x);
    assert.equal([x, x].map(drop).length, 2);
    assert.throws(() => drop([1, 2]), /argument 'input' \(position 1\) must be Tensor, not list/);
  });

  test('is what it was besides', () => {
    for (const name of LAYERS) {
      const Layer = api[name];
      const drop = new Layer(0.25);
      assert.equal(typeof drop, 'function');
      assert.ok(drop instanceof Layer, name);
      assert.equal(drop.constructor, Layer);
      assert.equal(drop.name, name);
      assert.equal(drop.p, 0.25);
      assert.equal(String(drop), `${name}(p=0.25, inplace=False)`);
      assert.deepEqual(Object.keys(drop), []);
      assert.throws(() => Layer(0.5), TypeError, 'a class is called with new');
      drop.dispose();
      assert.throws(() => drop(ones([1, 2, 2])), { code: 'state' });
    }
    assert.ok(!(new Dropout() instanceof api.AlphaDropout));
  });

  test('of a class of ones own calls its forward', () => {
    class Doubled extends Dropout {
      forward(x) {
        return super.forward(tensor(x.toArray().map((value) => 2 * value)));
      }
    }
    const drop = new Doubled(0);
    assert.ok(drop instanceof Doubled && drop instanceof Dropout);
    assert.deepEqual(drop(tensor([1, 2])).toArray(), [2, 4]);
  });
});
