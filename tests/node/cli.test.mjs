// The command line of the package, as a shell runs it, and where many are tried, in a thread.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { languages } from './languages.mjs';

const root = new URL('../../', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
const command = fileURLToPath(new URL(manifest.bin['dropout-playground'], root));

function run(args, input) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    encoding: 'utf8',
    input: input ?? '',
  });
  return { status, out: stdout.trimEnd(), err: stderr.trimEnd() };
}

/** In a thread of this process, which starts in half the time of another. It has no standard input. */
async function runInThread(args) {
  const thread = new Worker(command, { argv: args, stdout: true, stderr: true });
  const [out, err, [status]] = await Promise.all([
    text(thread.stdout),
    text(thread.stderr),
    once(thread, 'exit'),
  ]);
  return { status, out: out.trimEnd(), err: err.trimEnd() };
}

const prints = (args, out, input) =>
  assert.deepEqual(run(args, input), { status: 0, out, err: '' });

describe('a layer', () => {
  test('prints what PyTorch prints', () => {
    prints(['[1, 2, 3, 4]', '--seed', '42'], 'tensor([2., 4., 6., 8.])');
  });

  test('reads its input from standard input or a file', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'cli-')), 'x.txt');
    writeFileSync(file, 'tensor([1., 2., 3., 4.])\n');
    prints(['--seed', '42'], 'tensor([2., 4., 6., 8.])', '[1, 2, 3, 4]\n');
    prints(['-', '--seed', '42'], 'tensor([2., 4., 6., 8.])', '1,2,3,4\n');
    prints(['--file', file, '--seed', '42'], 'tensor([2., 4., 6., 8.])');
  });

  test('reads the tensor of a program that is piped into it, and tells that it does not run it', () => {
    const made = 'import torch\n\ntorch.manual_seed(7)\nx = torch.ones(4)\nprint(x)\n';
    const { status, out, err } = run(['--seed', '42'], made);
    assert.deepEqual({ status, out }, { status: 0, out: 'tensor([2., 2., 2., 2.])' });
    assert.match(err, /the seed in the text is not followed: set it beside the input$/);
    const whole = run([], `${made}drop = torch.nn.Dropout(0.5)\nprint(drop(x))\n`);
    assert.deepEqual({ status: whole.status, out: whole.out }, { status: 1, out: '' });
    assert.match(whole.err, /this is a program: paste one tensor of it, .*\(line 6, column 1\)$/);
  });

  test('reads UTF-16 and UTF-8 by their byte order marks', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'cli-')), 'x.txt');
    const text = '\ufeff1\t2,5\r\n3\t4\r\n';
    for (const bytes of [
      Buffer.from(text, 'utf16le'),
      Buffer.from(text, 'utf16le').swap16(),
      Buffer.from(text),
    ]) {
      const out = 'tensor([[1.0000, 2.5000],\n        [3.0000, 4.0000]])';
      writeFileSync(file, bytes);
      prints(['--file', file, '--eval'], out);
      prints(['--eval'], out, bytes);
      const halves = ['identify', '[[0.5, 1.25], [1.5, 2]]', '--output-file', file];
      assert.match(run([...halves, '--seeds', '0-9']).out, /^p = 0\.5, 4 elements known/m);
    }
  });

  test('in evaluation mode changes nothing', () => {
    prints(['[1, 2, 3, 4]', '--eval'], 'tensor([1., 2., 3., 4.])');
  });

  // rasbt/LLMs-from-scratch#57, the output of a wheel on Linux and its first row of a second call.
  test('draws as the engine does, call after call', () => {
    const { out } = run('torch.ones(6,6) --seed 123 --engine torch-cpu-mkl --calls 2'.split(' '));
    const [first, second] = out.split('\n').filter((line) => line.startsWith('tensor'));
    assert.equal(first, 'tensor([[2., 2., 2., 2., 2., 2.],');
    assert.match(second, /^tensor\(\[\[2\., /);
  });

  test('takes p as a quotient or in percent, and seeds as the framework does', () => {
    const half = run(['torch.ones(6)', '--p', '0.5', '--seed', '42']).out;
    for (const p of ['1/2', '50%', '.5', '5e-1', '0,5', '50 %', '2/4']) {
      prints(['torch.ones(6)', '--p', p, '--seed', '42'], half);
    }
    // torch.manual_seed(42.7) is torch.manual_seed(int(42.7)); NumPy takes no floats.
    for (const seed of ['42.0', '42.7', '4.2e1', '0x2A', '4_2', '0b101010']) {
      prints(['torch.ones(6)', '--p', '0.5', '--seed', seed], half);
    }
    assert.match(
      run(['[1, 2]', '--engine', 'numpy', '--seed', '42.0']).err,
      /Cannot cast scalar from dtype\('float64'\)/,
    );
    assert.match(
      run(['[1, 2]', '--engine', 'jax', '--seed', '1e3']).err,
      /PRNG key seed must be an integer; got 1e3/,
    );
  });

  test('tells on standard error what is read otherwise', () => {
    assert.deepEqual(run(['tensor([1., 2.], dtype=torch.float16)', '--eval']), {
      status: 0,
      out: 'tensor([1., 2.])',
      err: 'dropout-playground: note: float16 is not reproduced here: this is read as float32',
    });
  });

  test('shares its generator with the expression', () => {
    // torch.manual_seed(0); torch.rand(2)
    prints(['torch.rand(2)', '--seed', '0', '--p', '0'], 'tensor([0.4963, 0.7682])');
  });

  // tests/fixtures/torch-before-layer.json, and docstrings of Flax.
  test('says what is drawn between the seed and the layer', async () => {
    const rows = [
      [
        ['torch.randn(5)', '--seed', '42', '--p', '0.5', '--earlier', '0.3'],
        'tensor([0.6734, 0.0000, 0.0000, 0.4607, -0.0000])',
      ],
      [
        ['torch.ones(3, 4)', '--seed', '0', '--skip', '16'],
        'tensor([[0., 2., 2., 2.],\n        [2., 0., 2., 2.],\n        [2., 2., 0., 0.]])',
      ],
      [
        ['torch.rand(2, 4)', '--seed', '0', '--skip', '0, 20'],
        'tensor([[0.9925, 1.5364, 0.1770, 0.2641],\n        [0.0000, 0.0000, 0.9802, 0.0000]])',
      ],
      [
        ['torch.rand(2, 3)', '--seed', '1', '--reseed', '7', '--skip', '9'],
        'tensor([[0.0000, 0.5586, 0.0000],\n        [0.0000, 0.0000, 0.0000]])',
      ],
      [['torch.rand(3, 3)', '--seed', '1', '--reseed', '-1', '--p', '1'], /^tensor\(\[\[0\., 0/],
      [
        ['torch.ones(8)', '--engine', 'jax', '--seed', 'split(key(0))[1]'],
        'tensor([2., 2., 0., 2., 2., 2., 2., 0.])',
      ],
      [
        ['torch.ones(1, 4)', '--engine', 'flax-nnx', '--seed', '0', '--skip', '2'],
        'tensor([[2., 2., 2., 2.]])',
      ],
    ];
    for (const [args, expected] of rows) {
      const { status, out, err } = await runInThread(args);
      assert.deepEqual({ status, err }, { status: 0, err: '' }, args.join(' '));
      if (typeof expected === 'string') assert.equal(out, expected);
      else assert.match(out, expected);
    }
  });

  test('says so in JSON and in the figure, too', async () => {
    const before = ['torch.rand(2)', '--skip', '4', '--reseed', '7', '--earlier', '0.3'];
    const { engine, seed, skip, reseed, earlier } = JSON.parse(
      (await runInThread([...before, '--json'])).out,
    );
    assert.deepEqual(
      { engine, seed, skip, reseed, earlier },
      {
        ...{ engine: 'torch-cpu', seed: '42', skip: '4', reseed: '7', earlier: '0.3' },
      },
    );
    const { out } = await runInThread([...before, '--html']);
    assert.ok(out.includes(' skip="4" reseed="7" earlier="0.3"'), out);
    assert.ok(
      out.includes(', after 4 words, then seed 7, after a layer of p = 0.3, as torch-cpu'),
      out,
    );
    const key = await runInThread([
      '[1, 2]',
      '--engine',
      'jax',
      '--seed',
      'split(key(0))[1]',
      '--html',
    ]);
    assert.ok(key.out.includes(' seed="split(key(0))[1]" engine="jax"'), key.out);
  });

  test('takes negative numbers as values', () => {
    assert.equal(run(['[1, 2]', '--seed', '-1']).status, 0);
    prints(['-3.5', '--eval'], 'tensor(-3.5000)');
    prints(['--eval', '-1, 2'], 'tensor([-1.,  2.])');
    prints(['--eval', '--', '-inf'], 'tensor(-inf)');
    const found = run(['identify', '-1, 2, 3', '--output', '-2, 0, 6', '--seeds', '-3-5']);
    assert.match(found.out, /^p = 0\.5, 3 elements known/m);
    assert.match(run(['-x', '--eval']).err, /^dropout-playground: Unknown option '-x'/);
    assert.deepEqual(run(['[1, 2]', '--p', '-0.1']), {
      status: 1,
      out: '',
      err: 'dropout-playground: dropout probability has to be between 0 and 1, but got -0.1',
    });
  });

  test('as JSON gives shape, values and bits', () => {
    const { out } = run(['[[-1, inf, 3]]', '--p', '1', '--json']);
    assert.deepEqual(JSON.parse(out), {
      engine: 'torch-cpu',
      seed: '42',
      layer: 'Dropout(p=1, inplace=False)',
      training: true,
      calls: [
        {
          shape: [1, 3],
          dtype: 'float32',
          values: ['-0', 'nan', 0],
          bits: ['80000000', JSON.parse(out).calls[0].bits[1], '00000000'],
        },
      ],
    });
  });

  test('has every layer and every option of the engines', () => {
    for (const args of [
      ['torch.ones(1, 2, 2, 2)', '--layer', 'Dropout2d'],
      ['[1, 2]', '--engine', 'torch-cuda', '--gpu', 'T4'],
      ['[1, 2]', '--engine', 'jax', '--no-partitionable'],
      ['[1, 2]', '--engine', 'flax-linen', '--path', 'Dropout_0'],
      ['[1, 2]', '--engine', 'flax-nnx', '--flax', '0.10'],
      ['[1, 2]', '--engine', 'tfjs', '--seed', 'any text'],
      ['[1, 2]', '--engine', 'numpy-pcg64', '--seed', '123456789012345678901234567890'],
      ['torch.randn(16)', '--scalar-normals'],
    ]) {
      const { status, err } = run(args);
      assert.deepEqual({ args, status, err }, { args, status: 0, err: '' });
    }
  });
});

describe('identify', () => {
  const output = 'tensor([[2., 2., 0., 2., 2., 0.], [0., 0., 0., 2., 0., 2.]])';

  test('finds the engine and the seed', () => {
    const args = ['identify', 'torch.ones(2, 6)', '--output', output, '--engine', 'torch-cpu'];
    const { status, out } = run([...args, '--seeds', '100-200']);
    assert.equal(status, 0);
    assert.match(out, /^torch-cpu: seed 123\n/);
    assert.match(out, /p = 0\.5, 12 elements known, 101 seeds tried/);
  });

  test('looks at as many calls as it is told to', () => {
    const { out: printed } = run(['torch.ones(32)', '--seed', '7', '--calls', '5']);
    const output = printed.slice(printed.lastIndexOf('tensor('));
    const args = ['identify', 'torch.ones(32)', '--output', output, '--engine', 'torch-cpu'];
    const found = (...more) => run([...args, '--seeds', '7-7', ...more]).out.split('\n')[0];
    assert.equal(found(), 'No engine and seed that was tried gives this output.');
    assert.equal(found('--calls', '5'), 'torch-cpu: seed 7, call 5');
  });

  test('gives each engine the options that are for it', () => {
    const args = ['identify', 'torch.ones(2, 6)', '--output', output, '--seeds', '0-9', '--json'];
    const engines = ['torch-cpu', 'jax', 'flax-nnx'].flatMap((engine) => ['--engine', engine]);
    const { out } = run([...args, ...engines, '--no-partitionable', '--flax', '0.10']);
    assert.deepEqual(
      JSON.parse(out).engines.map(({ engine, options }) => ({ engine, options })),
      [
        { engine: 'torch-cpu', options: {} },
        { engine: 'jax', options: { partitionable: false } },
        { engine: 'flax-nnx', options: { version: '0.10', partitionable: false } },
      ],
    );
  });

  test('takes no output that is drawn', () => {
    assert.deepEqual(run(['identify', '[1, 2]', '--output', '2 * torch.randn(2)']), {
      status: 1,
      out: '',
      err: 'dropout-playground: identify needs an output that draws nothing, but torch.randn draws from a generator',
    });
  });

  test('finds an input that was drawn, a layer, what was made before, and dropout by hand', () => {
    const printed = (...args) => run(args).out;
    const found = (input, output, ...more) => {
      const args = ['identify', input, '--output', output, '--engine', 'torch-cpu', ...more];
      return run([...args, '--seeds', '0-50']).out.split('\n')[0];
    };
    const drawn = printed('torch.rand(4, 6)', '--seed', '42');
    assert.equal(
      found('torch.rand(4, 6)', drawn),
      'torch-cpu: seed 42, the input drawn first by torch.rand(4, 6)',
    );
    const ones = 'torch.ones(8, 5, 2)';
    const channels = printed(ones, '--seed', '7', '--layer', 'Dropout2d');
    assert.equal(found(ones, channels, '--layer', 'Dropout2d'), 'torch-cpu: seed 7, Dropout2d');
    const hand = printed('torch.ones(40)', '--seed', '3', '--form', 'rand>p');
    assert.equal(found('torch.ones(40)', hand), 'torch-cpu: seed 3, by hand as rand(…) > p');
    // torch.manual_seed(0); nn.Linear(3, 4); nn.Dropout(0.5)(torch.ones(3, 4)), printed by PyTorch 1.13.
    const behind = 'tensor([[0., 2., 2., 2.], [2., 0., 2., 2.], [2., 2., 0., 0.]])';
    assert.match(
      run([
        ...['identify', 'torch.ones(3, 4)', '--output', behind, '--engine', 'torch-cpu'],
        ...['--skip', '16', '--calls', '1', '--seed', '0'],
      ]).out,
      /^torch-cpu: seed 0, after 16 words\n/,
    );
  });

  test('asks a short output of one seed, and says why', () => {
    const args = ['identify', '[1, 2, 3, 4]', '--output', 'tensor([2., 4., 6., 8.])'];
    const { status, out } = run(args);
    assert.equal(status, 0);
    assert.match(out, /^4 elements tell too little: one seed in 16 prints this/);
    assert.match(out, /\n\nSeed 42 alone:\ntorch-cpu: seed 42\n/);
  });

  test('names what it has tried in vain, and what not', () => {
    const args = [
      'identify',
      'torch.ones(40)',
      '--output',
      run(['torch.ones(40)', '--seed', '60']).out,
    ];
    const { out } = run([...args, '--engine', 'torch-cpu', '--engine', 'numpy', '--seeds', '0-50']);
    assert.match(out, /^No engine and seed that was tried gives this output\.$/m);
    assert.match(out, /^Tried: seeds 0 to 50, calls 1 to 3, Dropout of torch-cpu, numpy$/m);
    assert.match(out, /^ {2}by hand: rand\(…\) < 1 − p, rand\(…\) > p$/m);
    assert.match(
      out,
      /^ {2}drawn before, with 51 seeds: torch\.rand\(40\); nn\.Linear\(40, n\), n = 1, 2/m,
    );
    assert.match(out, /^Not tried: other seeds, calls, layers and engines; anything else/m);
  });

  test('says so when nothing fits, and when nothing can', () => {
    const args = ['identify', 'torch.ones(2, 6)', '--output', output, '--engine', 'torch-cpu'];
    assert.match(run([...args, '--seeds', '0-9']).out, /^No engine and seed/);
    assert.equal(run(['identify', '[1, 2]', '--output', '[1, 5]']).status, 1);
  });
});

describe('an option that would be ignored', () => {
  const search = ['identify', '[1, 2]', '--output', '[2, 0]', '--seeds', '0-9'];
  const ignored = [
    [['--html'], search, '--html is for running a layer, not for identify'],
    [['--reseed', '1'], search, '--reseed is for running a layer, not for identify'],
    [['--earlier', '0.3'], search, '--earlier is for running a layer, not for identify'],
    [['--inplace'], search, '--inplace is for running a layer, not for identify'],
    [['--scalar-normals'], search, '--scalar-normals is for running a layer, not for identify'],
    [['--eval'], search, '--eval is for printed outputs, not for identify'],
    [['--gpu', 'T4'], search, '--gpu is for --engine torch-cuda'],
    [['--path', 'Dropout_0'], search, '--path is for --engine flax-linen'],
    [['--flax', '0.10'], search, '--flax is for --engine flax-nnx'],
    [
      ['--no-partitionable'],
      search,
      '--no-partitionable is for --engine jax or flax-linen or flax-nnx',
    ],
    [['--gpu', 'T4'], [...search, '--engine', 'jax'], '--gpu is for --engine torch-cuda'],
    [['--scalar-normals'], ['[1]', '--engine', 'jax'], /^--scalar-normals is for --engine torch-c/],
    [['--output', '[2]'], ['[1]'], '--output is for identify, not for printed outputs'],
    [['--output-file', 'y.txt'], ['[1]'], '--output-file is for identify, not for printed outputs'],
    [['--seeds', '0-9'], ['[1]', '--html'], '--seeds is for identify, not for --html'],
    [['--form', 'rand>p'], search, /^--form is for --engine torch-cpu or /],
    [['--lang', 'de'], ['[1]'], '--lang is for --html, not for printed outputs'],
    [['--no-style'], search, '--no-style is for --html, not for identify'],
    [['--script', 'a.js'], ['[1]'], '--script is for --html, not for printed outputs'],
    [['--eval'], ['[1]', '--html'], '--eval is for printed outputs, not for --html'],
    [['--json'], ['[1]', '--html'], '--json is for printed outputs and identify, not for --html'],
  ];
  for (const [option, others, message] of ignored) {
    test(`is refused: ${option.join(' ')} with ${others.join(' ')}`, async () => {
      const { status, out, err } = await runInThread([...others, ...option]);
      assert.deepEqual({ status, out }, { status: 2, out: '' });
      const [, said] = /^dropout-playground: (.*)\nTry --help\.$/.exec(err) ?? [];
      if (typeof message === 'string') assert.equal(said, message);
      else assert.match(said, message);
    });
  }
});

describe('a wrong command line', () => {
  const wrong = [
    [['--bad'], /Unknown option '--bad'/],
    [['[1]', '[2]'], /unexpected argument '\[2\]'; quote the input/],
    [['[1]', '--layer', 'Dropout4d'], /unknown layer 'Dropout4d'; known are Dropout, /],
    [['[1]', '--p', 'half'], /--p must be a number from 0 to 1, but got 'half'/],
    [['[1]', '--p', '1/0'], /--p must be a number from 0 to 1, but got '1\/0'/],
    [['[1]', '--p', '%'], /--p must be a number from 0 to 1, but got '%'/],
    [['[1]', '--p', '0x1'], /--p must be a number from 0 to 1, but got '0x1'/],
    [['[1]', '--p', ''], /--p must be a number from 0 to 1, but got ''/],
    [
      ['[1]', '--seed', 'split(key(0))[1]'],
      /--seed must be a whole number, but got 'split\(key\(0\)\)\[1\]'; keys are for --engine jax/,
    ],
    [
      ['[1]', '--engine', 'jax', '--seed', 'split(key(0))'],
      /--seed: split gives 2 keys: say which/,
    ],
    [['[1]', '--engine', 'jax', '--reseed', 'split(3)[0]'], /--reseed: unexpected PRNG key type/],
    [['[1]', '--reseed', 'x'], /--reseed must be a whole number, but got 'x'/],
    [['[1]', '--skip', 'many'], /--skip: skip is how many words are drawn before, .* got 'many'/],
    [['[1]', '--earlier', 'x'], /--earlier: p must be a number from 0 to 1, but got 'x'/],
    [['[1]', '--seed', '0xg'], /--seed must be a whole number, but got '0xg'/],
    [['[1]', '--seed', '1.5.0'], /--seed must be a whole number, but got '1.5.0'/],
    [['[1]', '--engine', 'caffe'], /unknown engine 'caffe'; known are torch-cpu/],
    [['[1]', '--engine', 'torch-cuda', '--gpu', 'Voodoo'], /unknown GPU 'Voodoo'; known are /],
    [['[1]', '--engine', 'flax-nnx', '--flax', '1'], /expected '0\.11' or '0\.10', but got '1'/],
    [['[1]', '--html', '--engine', 'caffe'], /unknown engine 'caffe'; known are torch-cpu/],
    [['[1]', '--html', '--layer', 'Dropout4d'], /unknown layer 'Dropout4d'; known are Dropout, /],
    [['[1]', '--html', '--p', 'half'], /--p must be a number from 0 to 1, but got 'half'/],
    [['[1]', '--html', '--calls', '1001'], /--calls must be a whole number from 1 to 1000, but g/],
    [
      ['identify', '[1]', '--output', '[2]', '--engine', 'caffe'],
      /unknown engine 'caffe'; known are torch-cpu/,
    ],
    [['[1]', '--calls', '0'], /--calls must be a whole number from 1, but got '0'/],
    [['identify', '[1]'], /identify needs --output or --output-file/],
    [['[1]', '--file', 'x.txt'], /--file is the input, and '\[1\]' would be another: give one/],
    [
      ['identify', '[1]', '--output', '[2]', '--output-file', 'y.txt'],
      /--output is the output, and --output-file would be another: give one/,
    ],
  ];
  for (const [args, message] of wrong) {
    test(`${args.join(' ')} is explained`, async () => {
      const { status, out, err } = await runInThread(args);
      assert.equal(status, 2);
      assert.equal(out, '');
      assert.match(err, message);
      assert.match(err, /Try --help\.$/);
    });
  }

  test('a wrong value is explained in the words of the framework', async () => {
    const { status, err } = await runInThread(['[1, 2', '--seed', '1']);
    assert.equal(status, 1);
    assert.equal(
      err,
      "dropout-playground: expected ',' or ']', but the text ends (line 1, column 6)",
    );
    for (const [args, words] of [
      [['--p', '1.5'], 'dropout probability has to be between 0 and 1, but got 1.5'],
      [['--p', 'inf'], 'dropout probability has to be between 0 and 1, but got inf'],
      [['--p', '-inf', '--html'], 'dropout probability has to be between 0 and 1, but got -inf'],
      [['--seed', '-1', '--engine', 'numpy'], 'Seed must be between 0 and 2**32 - 1'],
      [['--reseed', '-1', '--engine', 'numpy'], 'Seed must be between 0 and 2**32 - 1'],
      [['--earlier', '1.5'], 'dropout probability has to be between 0 and 1, but got 1.5'],
      [
        ['--skip', '3', '--engine', 'tfjs'],
        'tfjs has no stream in which anything could be skipped',
      ],
    ]) {
      const err = `dropout-playground: ${words}`;
      assert.deepEqual(await runInThread(['[1]', ...args]), { status: 1, out: '', err });
    }
  });
});

describe('standard output', () => {
  // A device that is always full, on Linux alone.
  const full = '/dev/full';
  const skip = !existsSync(full);

  test('that cannot be written is an error', { skip }, () => {
    for (const args of [['torch.ones(3)'], ['--help']]) {
      const stdout = openSync(full, 'w');
      const { status, stderr } = spawnSync(process.execPath, [command, ...args], {
        encoding: 'utf8',
        stdio: ['ignore', stdout, 'pipe'],
      });
      closeSync(stdout);
      assert.equal(status, 1);
      assert.match(stderr, /^dropout-playground: the output cannot be written: ENOSPC.*\n$/);
    }
  });

  test('may be closed before all is read', async () => {
    const large = spawn(process.execPath, [command, 'torch.ones(300, 300)', '--json']);
    let err = '';
    large.stderr.on('data', (text) => {
      err += text;
    });
    large.stdout.once('data', () => large.stdout.destroy());
    const [status] = await once(large, 'close');
    assert.deepEqual({ status, err }, { status: 0, err: '' });
  });
});

test('--help names every option, --version the version', () => {
  const { out } = run(['--help']);
  for (const option of ['--p', '--seed', '--engine', '--layer', '--calls', '--json', '--output']) {
    assert.ok(out.includes(option), option);
  }
  prints(['--version'], manifest.version);
});

/** What the page says in that language. */
function textsOf(language) {
  const file = new URL(`web/i18n/locales/${language}.ts`, root);
  return Object.fromEntries(
    Array.from(
      readFileSync(file, 'utf8').matchAll(/^ {2}'?([\w-]+)'?: '(.*)',$/gm),
      ([, ...pair]) => pair,
    ),
  );
}

describe('--html', () => {
  test('writes the element with its settings, and texts as text', () => {
    const args = ['[[1, -2]]', '--html', '--seed', '7', '--p', '0.25', '--script', 'a"b<c>&.js'];
    const { out } = run(args);
    assert.match(out, /^<script type="module" src="a&quot;b&lt;c&gt;&amp;\.js"><\/script>\n/);
    assert.match(out, /<dropout-playground input="\[\[1, -2\]\]" p="0\.25" seed="7">/);
  });

  test('speaks the languages of the page, in its words', async () => {
    const column = ['[[1], [2]]', '--html', '--lang'];
    const english = { input: 'input', mask: 'mask', train: 'train output', eval: 'eval output' };
    for (const language of languages) {
      const texts = language === 'en' ? english : textsOf(language);
      const { out } = await runInThread([...column, language]);
      assert.deepEqual(
        Array.from(out.matchAll(/<caption>(.*?)<\/caption>/g), ([, caption]) => caption),
        [`${texts.input} x`, texts.mask, texts.train, texts.eval],
      );
      assert.match(out, /<figcaption>nn\.Dropout\(p=0\.5\), [^<]* 42, [^<]*torch-cpu[^<]*× 2 = /);
    }
    for (const unknown of ['es', 'constructor']) {
      assert.deepEqual(await runInThread([...column, unknown]), {
        status: 2,
        out: '',
        err: `dropout-playground: --lang is one of en, de, fr, hi, but got '${unknown}'\nTry --help.`,
      });
    }
  });

  test('states the equation of the live figure', async () => {
    const equation = async (...args) => {
      const { out } = await runInThread(['[[-1, 4]]', '--html', ...args]);
      return /<figcaption>.*: (.*)<\/figcaption>/.exec(out)?.[1];
    };
    const alpha = 'a · (x | −α′) + b';
    for (const [language, mask, train] of [
      ['en', 'mask', 'train'],
      ['de', 'Maske', 'Train'],
      ['fr', 'masque', 'train'],
      ['hi', 'मास्क', 'train'],
    ]) {
      const said = (...args) => equation('--lang', language, ...args);
      assert.equal(await said('--layer', 'AlphaDropout'), `${alpha} = ${train}`);
      assert.equal(await said('--layer', 'FeatureAlphaDropout'), `${alpha} = ${train}`);
      assert.equal(await said('--engine', 'jax', '--p', '0.3'), `x × ${mask} ÷ 0.7 = ${train}`);
      // As float32 rounds 1 / 0.7.
      assert.equal(await said('--p', '0.3'), `x × ${mask} × 1.4285715 = ${train}`);
    }
    for (const engine of ['flax-linen', 'flax-nnx', 'numpy', 'numpy-pcg64']) {
      assert.equal(await equation('--engine', engine, '--p', '0.3'), 'x × mask ÷ 0.7 = train');
    }
    // PyTorch multiplies by zeros there.
    assert.equal(await equation('--p', '1'), 'x × mask × 0 = train');
    assert.equal(await equation('--p', '1', '--layer', 'AlphaDropout'), 'x × mask × 0 = train');
    assert.equal(await equation('--engine', 'jax', '--p', '1'), 'x × mask ÷ 0 = train');
  });

  test('writes an iframe of the same figure, as high as it is in its column', () => {
    const frame = ['--html', '--iframe', 'https://a.example/embed/1/frame.html'];
    // What is as in a link without anything is named, too: a figure of version 1 has other defaults.
    const { out } = run(['[1, 2, 3, 4]', '--lang', 'de', ...frame]);
    assert.match(
      out,
      /^<iframe src="https:\/\/a\.example\/embed\/1\/frame\.html\?lang=de#input=\[1,2,3,4\]&amp;p=0\.5&amp;seed=42" title="nn\.Dropout\(p=0\.5\), Seed 42, [^"]*" width="100%" height="\d+" loading="lazy"><\/iframe>$/,
    );
    const heightOf = (...args) => Number(/ height="(\d+)"/.exec(run([...args, ...frame]).out)?.[1]);
    const [narrow, usual, broad] = ['390', '600', '1280'].map((width) =>
      heightOf('[[1, 2, 3, 4], [5, 6, 7, 8]]', '--width', width),
    );
    assert.ok(narrow > usual && usual > broad && broad > 300, `${[narrow, usual, broad]}`);
    assert.ok(heightOf('torch.ones(64, 64)', '--width', '700') > heightOf('torch.ones(64, 64)'));
    for (const [args, told] of [
      [['--width', '9'.repeat(6)], `--width is a number of pixels, but got '${'9'.repeat(6)}'`],
      [['--script', 'a.js'], '--script is not for --iframe'],
    ]) {
      assert.match(run(['[1]', ...frame, ...args]).err, new RegExp(told));
    }
    assert.match(run(['[1]', '--html', '--width', '600']).err, /--width is for --iframe/);
  });

  test('writes no zeros in the place of digits', () => {
    const { out } = run(['[123456, 20000000, 22222224, 137173.34, 1.5]', '--html']);
    const cells = [...out.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(([, text]) => text);
    const written = ['123456', '20000000', '2.2222e+7', '1.3717e+5', '1.5'];
    assert.deepEqual(cells.slice(0, 5), written);
  });

  test('leaves its looks to a style sheet where a policy forbids inline styles', () => {
    const [styled, plain] = [[], ['--no-style']].map(
      (more) => run(['[1, 2]', '--html', ...more]).out,
    );
    assert.match(styled, /<link rel="stylesheet" .+\/>\n/);
    assert.equal(plain, styled.replace(/<link .*\/>\n/, ''));
  });

  test('is lines that Markdown, MDX, Vue and Liquid leave alone', () => {
    for (const [input, ...args] of [
      ['[1, 2]'],
      ['[[1],\n\n [2]]', '--script', 'a.js'],
      ['torch.ones(2, 2, 2)', '--no-style'],
      ['torch.ones(21, 20)'],
    ]) {
      const { out } = run([input, '--html', ...args]);
      for (const line of out.trimEnd().split('\n')) assert.match(line, /^<[^{}]*>$/);
      assert.match(out, /<div class="dropout-post">\n.*<\/dropout-playground>\n<\/div>\n?$/s);
    }
  });

  test('tells what is wrong, and writes nothing', () => {
    assert.deepEqual(run(['[1, 2]', '--html', '--p', '2']), {
      status: 1,
      out: '',
      err: 'dropout-playground: dropout probability has to be between 0 and 1, but got 2',
    });
  });
});
