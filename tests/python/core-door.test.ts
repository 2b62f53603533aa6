// What crosses between Python and the operations arrives as it left, and nothing is left behind.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Interpreter, Program } from '../../web/python/interpreter.ts';
import { startInterpreter } from './start-interpreter.ts';

let interpreter: Interpreter;
before(async () => {
  interpreter = await startInterpreter();
});

/** The lines that a program prints, and then what it raises. */
function printed(source: string, more: Partial<Program> = {}): string[] {
  let text = '';
  const take = (bytes: Uint8Array) => {
    text += Buffer.from(bytes);
  };
  const program = { source: `import torch\n${source}`, filename: 'program.py', ...more };
  interpreter.run(program, { stdout: take, stderr: take });
  return text.trimEnd().split('\n');
}

describe('a number', () => {
  for (const value of ['1.0', '-0.0', '0.1', '1e300', 'inf', 'nan', '16777217.0']) {
    test(`${value} stays the float that it is`, () => {
      const source = `print(torch.tensor(float('${value}'), dtype=torch.float64).item(), torch.full((), float('${value}'), dtype=torch.float64).item())`;
      const [shown] = printed(`print(float('${value}'))`);
      assert.deepEqual(printed(source), [`${shown} ${shown}`]);
    });
  }

  for (const value of ['0', '-1', '9007199254740993', '-9223372036854775808']) {
    test(`${value} stays the integer that it is`, () => {
      const source = `print(torch.tensor(${value}).item(), torch.full((), ${value}).item())`;
      assert.deepEqual(printed(source), [`${value} ${value}`]);
    });
  }

  test('beyond 64 bits is an error', () => {
    assert.match(printed('torch.ones(1) + 2 ** 64').at(-1) ?? '', /^RuntimeError: Overflow/);
  });
});

test('lists are as long and as deep as they were', () => {
  const source = [
    'for shape in [(), (0,), (3,), (2, 0), (2, 3), (1, 2, 1)]:',
    '    x = torch.arange(torch.Size(shape).numel()).view(shape)',
    '    print(x.tolist(), torch.tensor(x.tolist(), dtype=torch.int64).shape == x.shape)',
    'x = torch.arange(5000.)',
    'print(torch.equal(torch.tensor(x.tolist()), x), torch.tensor([True, False]).tolist())',
  ].join('\n');
  assert.deepEqual(printed(source), [
    '0 True',
    '[] True',
    '[0, 1, 2] True',
    '[[], []] True',
    '[[0, 1, 2], [3, 4, 5]] True',
    '[[[0], [1]]] True',
    'True [True, False]',
  ]);
});

test('the same tensor is the same object, whichever way it comes back', () => {
  const source = [
    'x = torch.ones(2, requires_grad=True)',
    'x.grad = torch.zeros(2)',
    'y = torch.ones(2)',
    'print(x.grad is x.grad, y.add_(1) is y, torch.dropout(y, 0.5, False) is y, y.to(torch.float32) is y)',
  ].join('\n');
  assert.deepEqual(printed(source), ['True True True True']);
});

describe('what a program raises on the way back', () => {
  test('is raised where it called backward(), as the object that it was', () => {
    const source = [
      'class Own(Exception): pass',
      'reason = Own("mine")',
      'class Double(torch.autograd.Function):',
      '    @staticmethod',
      '    def forward(ctx, x): return x * 2',
      '    @staticmethod',
      '    def backward(ctx, gradient): raise reason',
      'x = torch.ones(2, requires_grad=True)',
      'try:',
      '    Double.apply(x).sum().backward()',
      'except Own as error:',
      '    print(error is reason)',
      'x.register_hook(lambda gradient: 1 / 0)',
      'x.sum().backward()',
    ].join('\n');
    const lines = printed(source);
    assert.equal(lines[0], 'True');
    assert.equal(lines.at(-1), 'ZeroDivisionError: division by zero');
  });
});

test('nothing is held any more when Python has let go of it', () => {
  const source = [
    'import playground_core',
    'def step(w):',
    '    y = torch.dropout(w * 2, 0.5, True).relu()',
    '    y.sum().backward()',
    '    return [part.item() for part in y.chunk(4)], y.max(0), w.grad.tolist()',
    'w = torch.ones(4, requires_grad=True)',
    'step(w)',
    'torch.ones(1).shape',
    'before = playground_core.held()',
    'for _ in range(1000): step(w)',
    'torch.ones(1).shape',
    'print(playground_core.held() - before)',
  ].join('\n');
  assert.deepEqual(printed(source), ['0']);
});

describe('a machine', () => {
  const DRAW = 'print(torch.rand(2).tolist(), torch.initial_seed(), torch.cuda.is_available())';

  test('draws from the seed that it is given, and a new one from a seed of its own', () => {
    const seeded = printed(DRAW, { seed: 7 });
    assert.deepEqual(printed(`torch.manual_seed(7)\n${DRAW}`), seeded);
    assert.notDeepEqual(printed(DRAW), printed(DRAW));
  });

  test('is the one that a program asks for, and is not left to the next', () => {
    assert.match(printed(DRAW, { seed: 7, engine: 'torch-cuda' })[0] ?? '', /True$/);
    assert.match(printed(DRAW, { seed: 7 })[0] ?? '', /False$/);
    const dropped = 'torch.manual_seed(1)\nprint(torch.dropout(torch.ones(40), 0.1, True))';
    assert.notDeepEqual(printed(dropped), printed(dropped, { engine: 'torch-cpu-mkl' }));
  });

  test('has the default dtype and the mode that PyTorch begins with', () => {
    printed('torch.set_default_dtype(torch.float64)\ntorch.set_grad_enabled(False)');
    const source = 'print(torch.ones(1).dtype, torch.is_grad_enabled())';
    assert.deepEqual(printed(source), ['torch.float32 True']);
  });
});
