// The operations in JavaScript: dropout-playground/torch.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inspect } from 'node:util';
import { load } from 'dropout-playground/torch';

const torch = await load();
const { tensor, tidy } = torch;

describe('a tensor', () => {
  test('is made of nested arrays, whose elements decide its dtype', () => {
    const dtypes = [[1, 2.5], [1n, 2n], [true, false], new Float64Array(2), new Int32Array(2)];
    assert.deepEqual(
      dtypes.map((data) => tensor(data).dtype),
      ['float32', 'int64', 'bool', 'float64', 'int32'],
    );
    assert.deepEqual(tensor([[1], [2]]).shape, [2, 1]);
    assert.equal(tensor(3).item(), 3);
    assert.throws(() => tensor([[1], [2, 3]]), { exception: 'ValueError', name: 'RangeError' });
  });

  test('is shown as PyTorch prints it, and as JSON in nested arrays', () => {
    const x = tensor([
      [1, 2.5],
      [-3, 4],
    ]);
    const printed = 'tensor([[ 1.0000,  2.5000],\n        [-3.0000,  4.0000]])';
    assert.equal(String(x), printed);
    assert.equal(inspect(x), printed);
    assert.equal(
      JSON.stringify({ x, y: tensor([2n ** 60n, 1n]) }),
      '{"x":[[1,2.5],[-3,4]],"y":["1152921504606846976",1]}',
    );
    assert.deepEqual(tensor([true, false]).toArray(), [true, false]);
  });

  test('has the methods of PyTorch in camelCase', () => {
    const x = tensor([
      [1, 2],
      [3, 4],
    ]);
    assert.deepEqual(x.matmul(x).toArray(), [
      [7, 10],
      [15, 22],
    ]);
    assert.deepEqual(x.maskedFill(x.gt(2), 0).toArray(), [
      [1, 2],
      [0, 0],
    ]);
    assert.deepEqual(x.sum(0, { keepdim: true }).toArray(), [[4, 6]]);
    assert.deepEqual(x.view(4).toArray(), [1, 2, 3, 4]);
    assert.equal(x.add_(1), x);
    assert.deepEqual(torch.maximum(x, tensor(3)).toArray(), [
      [3, 3],
      [4, 5],
    ]);
  });

  test('is indexed as in Python', () => {
    const x = tensor([
      [0, 1, 2],
      [3, 4, 5],
    ]);
    assert.deepEqual(x.at(1).toArray(), [3, 4, 5]);
    assert.deepEqual(x.at(0, [1, null]).toArray(), [1, 2]);
    assert.deepEqual(x.at(null, [null, null, 2]).toArray(), [
      [0, 2],
      [3, 5],
    ]);
    assert.deepEqual(x.at('...', -1).toArray(), [2, 5]);
    assert.deepEqual(x.at(null, tensor([2n, 0n])).toArray(), [
      [2, 0],
      [5, 3],
    ]);
    assert.deepEqual(x.at(x.gt(2)).toArray(), [3, 4, 5]);
    assert.throws(() => x.at(0, 0, 0), { exception: 'IndexError' });
    x.at(0).fill_(9);
    assert.deepEqual(x.toArray(), [
      [9, 9, 9],
      [3, 4, 5],
    ]);
  });

  test('is used no more after dispose()', () => {
    const x = tensor([1]);
    x.dispose();
    x.dispose();
    assert.throws(() => x.add(1), { code: 'state' });
    assert.equal(inspect(x), '[Tensor, disposed of]');
  });
});

describe('gradients', () => {
  test('are added to the leaves', () => {
    const w = tensor([1, 2], { requiresGrad: true });
    const loss = w.mul(w).sum();
    assert.equal(loss.gradFn, 'SumBackward0');
    loss.backward();
    w.mul(3).sum().backward();
    assert.deepEqual(w.grad?.toArray(), [5, 7]);
    w.grad = null;
    assert.equal(w.grad, null);
  });

  test('are not recorded within noGrad()', () => {
    const w = tensor([1], { requiresGrad: true });
    assert.equal(torch.noGrad(() => w.mul(2)).requiresGrad, false);
    assert.throws(() => torch.noGrad(() => assert.fail('thrown')), /thrown/);
    assert.equal(w.mul(2).requiresGrad, true);
  });

  test('are given by grad(), also those of gradients', () => {
    const x = tensor([2], { requiresGrad: true });
    const [first] = torch.grad([x.pow(3)], [x], { createGraph: true });
    const [second] = torch.grad([first], [x]);
    assert.deepEqual([first.item(), second.item()], [12, 12]);
  });

  test('go through an operation of the program, whose errors come back', () => {
    const double = torch.operation({
      name: 'Double',
      forward: (x) => x.mul(2),
      backward: (gradient) => [gradient.mul(2)],
    });
    const x = tensor([3], { requiresGrad: true });
    const [y] = double(x);
    assert.equal(y.gradFn, 'Double');
    y.backward();
    assert.deepEqual(x.grad.toArray(), [2]);

    const reason = new Error('of the program');
    const fails = torch.operation({
      name: 'Fails',
      forward: (x) => x.mul(2),
      backward() {
        throw reason;
      },
    });
    assert.throws(() => fails(x)[0].backward(), reason);
  });

  test('are seen by hooks until these are removed', () => {
    const x = tensor([1], { requiresGrad: true });
    const seen = [];
    const hook = x.registerHook((gradient) => {
      seen.push(gradient.item());
      return gradient.mul(10);
    });
    x.mul(3).backward();
    hook.remove();
    x.mul(4).backward();
    assert.deepEqual([seen, x.grad.toArray()], [[3], [34]]);
  });
});

describe('what is drawn', () => {
  test('is what PyTorch draws', () => {
    torch.manualSeed(42);
    const x = tensor([
      [1, 2, 3, 4],
      [5, 6, 7, 8],
    ]);
    assert.deepEqual(torch.dropout(x, 0.5, true).toArray(), [
      [2, 4, 6, 8],
      [0, 12, 0, 0],
    ]);
    assert.deepEqual(torch.dropout(x, 0.5, false), x);
  });

  test('comes from the generator that is given', () => {
    const draw = () => torch.rand(3, { generator: new torch.Generator().manualSeed(7) }).toArray();
    assert.deepEqual(draw(), draw());
  });
});

describe('an error', () => {
  for (const [claim, fail, expected] of [
    [
      'of shapes',
      () => torch.ones(2, 3).matmul(torch.ones(2, 3)),
      {
        exception: 'RuntimeError',
        message: 'mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)',
      },
    ],
    ['of a dimension', () => torch.ones(2).sum(2), { exception: 'IndexError', name: 'RangeError' }],
    [
      'of an argument',
      () => torch.ones(2).matmul(3),
      { exception: 'TypeError', name: 'TypeError' },
    ],
    ['of memory', () => torch.empty(2 ** 40), { exception: 'RuntimeError' }],
  ]) {
    test(`${claim} has PyTorch's words and class, and leaves all usable`, () => {
      assert.throws(fail, { code: 'torch', ...expected });
      assert.equal(torch.ones(2).sum().item(), 2);
    });
  }
});

describe('tidy()', () => {
  test('disposes of all that was made but what is returned', () => {
    const before = torch.heldTensors;
    const kept = tidy(() => {
      const x = tensor([1, 2]);
      return { y: x.mul(2), z: [tidy(() => x.add(x.mul(3)))] };
    });
    assert.equal(torch.heldTensors, before + 2);
    assert.deepEqual(kept.z[0].toArray(), [4, 8]);
    assert.throws(
      () =>
        tidy(() => {
          tensor([1]);
          throw new Error('thrown');
        }),
      /thrown/,
    );
    assert.equal(torch.heldTensors, before + 2);
  });

  test('disposes of hundreds', () => {
    const before = torch.heldTensors;
    const last = tidy(() => {
      let x = tensor([0, 1]);
      for (let i = 0; i < 300; i++) x = x.add(1);
      return x;
    });
    assert.equal(torch.heldTensors, before + 1);
    assert.deepEqual(last.toArray(), [300, 301]);
    last.dispose();
  });

  test('holds nothing over 10,000 steps of training', () => {
    const w = tensor([1, 2], { requiresGrad: true });
    const step = () =>
      tidy(() => {
        w.grad = null;
        w.mul(w).sum().backward();
        torch.noGrad(() => w.sub_(w.grad.mul(0.01)));
      });
    step();
    const before = torch.heldTensors;
    for (let i = 0; i < 10_000; i++) step();
    assert.equal(torch.heldTensors, before);
  });
});

test('arguments by name go where they belong, in any order and of any kind', () => {
  const x = tensor([1, 2, 3]);
  for (let i = 0; i < 2; i++) {
    assert.deepEqual(x.add(x, { alpha: 2 }).toArray(), [3, 6, 9]);
    assert.deepEqual(x.add(x, { alpha: 0.5 }).toArray(), [1.5, 3, 4.5]);
    assert.deepEqual(torch.clamp(x, { min: 2 }).toArray(), [2, 2, 3]);
    assert.deepEqual(torch.clamp(x, { max: 2 }).toArray(), [1, 2, 2]);
    assert.deepEqual(torch.clamp(x, { min: undefined, max: 2 }).toArray(), [1, 2, 2]);
    assert.deepEqual(torch.clamp(x, { min: null, max: 2 }).toArray(), [1, 2, 2]);
    assert.deepEqual(torch.clamp(x, { min: 1.5, max: 2.5 }).toArray(), [1.5, 2, 2.5]);
    assert.deepEqual(torch.clamp(x, { max: 2.5, min: 1.5 }).toArray(), [1.5, 2, 2.5]);
    assert.deepEqual(torch.clamp(x, { max: tensor([1, 1, 1]) }).toArray(), [1, 1, 1]);
    assert.throws(() => x.add(x, { beta: 2 }), /beta/);
    assert.throws(() => torch.add(x, { alpha: 2 }), /other/);
  }
});

test('there may be any number of ways of calling: those that are forgotten are told again', () => {
  const x = tensor([1, 2, 3, 4]);
  const quick = () => [x.add(x).toArray(), x.mul(2).toArray(), torch.clamp(x, null, 2).toArray()];
  const before = quick();
  for (let i = 0; i < 5100; i++) assert.throws(() => x.to(`no dtype ${i}`));
  assert.deepEqual(quick(), before);
  assert.deepEqual(before, [
    [2, 4, 6, 8],
    [2, 4, 6, 8],
    [1, 2, 2, 2],
  ]);
});

test('an operation is a function, a method, or both, as in PyTorch', () => {
  assert.equal(typeof torch.crossEntropy, 'function');
  assert.equal(typeof torch.gelu, 'function');
  const z = tensor([[1, 2, 3]]);
  const reductions = ['none', 'mean', 'sum'].map(
    (reduction) => torch.crossEntropy(z, tensor([2n]), { reduction }).shape,
  );
  assert.deepEqual(reductions, [[1], [], []]);
});
