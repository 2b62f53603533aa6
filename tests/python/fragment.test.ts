// Fragments: what people paste from a post or a notebook runs as they mean it.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { pinned } from '../../web/program/pinned.ts';
import type { Interpreter, Program } from '../../web/python/interpreter.ts';
import { startInterpreter } from './start-interpreter.ts';

let interpreter: Interpreter;
before(async () => {
  interpreter = await startInterpreter();
});

function run(source: string, more: Partial<Program> = {}) {
  const told = { status: 0, stdout: '', stderr: '', prelude: '', isUnseeded: false };
  const program = { source, filename: 'program.py', isFragment: true, ...more };
  told.status = interpreter.run(program, {
    stdout: (bytes) => {
      told.stdout += Buffer.from(bytes);
    },
    stderr: (bytes) => {
      told.stderr += Buffer.from(bytes);
    },
    prelude: (lines) => {
      told.prelude += lines;
    },
    unseeded: () => {
      told.isUnseeded = true;
    },
  });
  return told;
}

describe('a fragment', () => {
  const prints: [string, string, string][] = [
    ['shows its last expression, as a notebook does', 'x = [1]\nx', '[1]\n'],
    ['shows no None', 'print(1)\nprint(2)', '1\n2\n'],
    [
      'is what was typed after prompts, without what was printed',
      '>>> x = 2\n>>> for i in range(2):\n...     print(i * x)\n...\n0\n2\n>>> x\n2',
      '0\n2\n2\n',
    ],
    ['has prompts of IPython', 'In [1]: y = 3\n\nIn [2]: y\nOut[2]: 3', '3\n'],
    ['has commands of a notebook', '!pip install torch\n%matplotlib inline\nprint(4)', '4\n'],
    ['has the fences of Markdown', '```python\nprint(5)\n```', '5\n'],
    ['is indented as it was in its class', '    x = 6\n    print(x)', '6\n'],
    ['has the spaces of a web page', 'if True:\n\u00a0\u00a0\u00a0\u00a0print(7)', '7\n'],
    [
      'keeps what only looks like a command',
      's = """\n%d\n!x\n"""\nprint(s.split())',
      "['%d', '!x']\n",
    ],
  ];
  for (const [how, source, stdout] of prints) {
    test(how, () =>
      assert.deepEqual(run(source), {
        status: 0,
        stdout,
        stderr: '',
        prelude: '',
        isUnseeded: false,
      }),
    );
  }

  test('gets the imports that it lacks', () => {
    const { prelude, stdout } = run('print(math.floor(2.5), json.dumps([1]))');
    assert.equal(prelude, 'import json\nimport math');
    assert.equal(stdout, '2 [1]\n');
  });

  test('gets settings that nobody defined, and those that the reader has given', () => {
    const source = "print(config.dropout, config['n_head'], cfg.model.n_embd, dropout_rate)";
    const { prelude, stdout } = run(source);
    assert.deepEqual(prelude.split('\n'), [
      'cfg.model.n_embd = 8',
      'config.dropout = 0.5',
      "config['n_head'] = 2",
      'dropout_rate = 0.5',
    ]);
    assert.equal(stdout, '0.5 2 8 0.5\n');
    assert.equal(run(source, { given: { 'config.dropout': '0.25' } }).stdout, '0.25 2 8 0.5\n');
  });

  test('gets no settings in place of what it calls or sets', () => {
    for (const source of ['model.train()', 'thing', 'config.p = 1', 'print(foo(1))']) {
      const { prelude, stderr } = run(source);
      assert.equal(prelude, '', source);
      assert.match(stderr, /^NameError: name '\w+' is not defined/m, source);
    }
  });

  test('has its errors at its own lines', () => {
    assert.match(run('%time\n\nmath.floor("a")').stderr, /File "program\.py", line 3, in <module>/);
    assert.match(run('>>> x = (').stderr, /File "program\.py", line 1\n/);
    assert.doesNotMatch(run('1/0').stderr, /playground/);
  });

  test('names a setting that is no Python', () => {
    const { status, stderr } = run('print(config.p)', { given: { 'config.p': '0.5)' } });
    assert.equal(status, 1);
    assert.match(stderr, /File "config\.p", line 1\n.*\nSyntaxError: unmatched '\)'\n$/s);
  });
});

test('what is run as a program stays one', () => {
  const { stdout, stderr } = run('3\nmath', { isFragment: false });
  assert.equal(stdout, '');
  assert.match(stderr, /^NameError: name 'math' is not defined/m);
});

test('fragments of one session share what they define, and others see nothing of it', () => {
  run('import math\nx = 8', { session: 'post' });
  const { stdout, prelude } = run('print(math.sqrt(x * 2))', { session: 'post' });
  assert.deepEqual([stdout, prelude], ['4.0\n', '']);
  assert.match(run('print(y)', { session: 'other' }).stderr, /name 'y' is not defined/);
});

test('random draws from the seed that is given', () => {
  const source = 'import random\nprint(random.random())';
  assert.equal(run(source, { seed: 42 }).stdout, '0.6394267984578837\n'); // What CPython prints.
  assert.notEqual(run(source).stdout, run(source).stdout);
});

describe('a program of torch', () => {
  const drawn = 'import torch\nprint(torch.nn.Dropout(0.5)(torch.ones(8)))';
  const isUnseeded = (source: string, seed: number) => run(source, { seed }).isUnseeded;

  test('without a seed tells so, and prints the same where its seed is written into it', () => {
    const unseeded = run(drawn, { seed: 7 });
    assert.ok(unseeded.isUnseeded);
    const { stdout, isUnseeded } = run(pinned(drawn, 7), { seed: 8 });
    assert.equal(stdout, unseeded.stdout);
    assert.ok(!isUnseeded);
    assert.notEqual(run(drawn, { seed: 8 }).stdout, stdout);
  });

  test('that draws nothing, or gives a seed, is not said to be without one', () => {
    assert.ok(!isUnseeded('import torch\nprint(torch.ones(2))', 7));
    assert.ok(!isUnseeded(`import torch\ntorch.manual_seed(42)\n${drawn}`, 7));
  });

  test('runs as the line of a post that lacks all else', () => {
    const { prelude, stdout } = run('drop = nn.Dropout(config.dropout)\ndrop.eval()(x)');
    assert.deepEqual(prelude.split('\n').slice(0, 3), [
      'import torch',
      'import torch.nn as nn',
      'config.dropout = 0.5',
    ]);
    // What PyTorch prints.
    assert.equal(stdout, 'tensor([[1., 2., 3., 4.],\n        [5., 6., 7., 8.]])\n');
  });
});
