// `dropout-playground run`, as a shell runs it: a program prints and ends as `python program.py` does.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const command = join(root, manifest.bin['dropout-playground']);

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'run-')));

function written(name, source) {
  writeFileSync(join(folder, name), source);
  return name;
}

function run(args, { input = '', cwd = folder, cli = command } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'run', ...args], {
    encoding: 'utf8',
    input,
    cwd,
  });
  return { status, stdout, stderr };
}

describe('a program', () => {
  test('has its arguments, its input, and the files and modules beside it', () => {
    written('beside.py', 'X = 4\n');
    written('data.txt', 'some data');
    const program = written(
      'program.py',
      [
        'import sys, beside',
        'print("ü", __name__, __file__, sys.argv, beside.X)',
        'print(open("data.txt").read(), input(), sys.stdin.read())',
        'open("made.txt", "w").write("made")',
        'print("mind", file=sys.stderr)',
      ].join('\n'),
    );
    const args = ['--engine', 'torch-cpu-mkl', program, '--lr', '1', '--engine', 'mine'];
    assert.deepEqual(run(args, { input: 'one\ntwo\n' }), {
      status: 0,
      stdout: `ü __main__ ${join(folder, program)} ['program.py', '--lr', '1', '--engine', 'mine'] 4\nsome data one two\n\n`,
      stderr: 'mind\n',
    });
    assert.equal(readFileSync(join(folder, 'made.txt'), 'utf8'), 'made');
  });

  test('runs from elsewhere', () => {
    written('beside.py', 'X = 4\n');
    const program = written('elsewhere.py', 'import os, beside\nprint(os.getcwd(), beside.X)\n');
    const cwd = join(folder, 'inner');
    mkdirSync(cwd, { recursive: true });
    assert.deepEqual(run([`../${program}`, '--'], { cwd }).stdout, `${cwd} 4\n`);
  });

  test('is read from standard input', () => {
    const input = 'import sys\nprint(sys.argv)\nprint(1 / 0)\n';
    const { status, stdout, stderr } = run(['-', 'x'], { input });
    assert.deepEqual([status, stdout], [1, "['-', 'x']\n"]);
    assert.match(
      stderr,
      /^Traceback .*File "<stdin>", line 3, .*\nZeroDivisionError: division by zero\n$/s,
    );
  });

  test('ends with its own status', () => {
    const program = written('status.py', 'import sys\nprint("before")\nsys.exit(7)\n');
    assert.deepEqual(run([program]), { status: 7, stdout: 'before\n', stderr: '' });
  });

  test('fails as Python fails, without frames of ours', () => {
    const program = written('fails.py', 'def f():\n    raise ValueError("no")\nf()\n');
    const { status, stderr } = run([program]);
    assert.equal(status, 1);
    assert.deepEqual(stderr.split('\n'), [
      'Traceback (most recent call last):',
      `  File "${join(folder, program)}", line 3, in <module>`,
      '    f()',
      '    ~^^',
      `  File "${join(folder, program)}", line 2, in f`,
      '    raise ValueError("no")',
      'ValueError: no',
      '',
    ]);
  });

  test('draws as the machine that it names', () => {
    const program = written(
      'draws.py',
      'import torch\ntorch.manual_seed(42)\nx = torch.tensor([[1., 2., 3., 4.], [5., 6., 7., 8.]])\nprint(torch.nn.Dropout(0.5)(x))\n',
    );
    for (const engine of ['torch-cpu', 'torch-cpu-mkl']) {
      // The same without a program, by the core of the figures.
      const input = '[[1, 2, 3, 4], [5, 6, 7, 8]]';
      const args = [command, input, '--p', '0.5', '--seed', '42', '--engine', engine];
      const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
      assert.deepEqual(run([program, '--engine', engine]), { status: 0, stdout, stderr: '' });
    }
  });

  test('writes into a pipe that nobody reads to its end', () => {
    const program = written('much.py', 'for i in range(10**5): print(i)\n');
    const line = `"${process.execPath}" "${command}" run ${program} | head -1`;
    const { stdout, stderr } = spawnSync('sh', ['-c', line], { encoding: 'utf8', cwd: folder });
    assert.equal(stdout, '0\n');
    assert.match(stderr, /\nBrokenPipeError: .*Broken pipe\n$/);
  });
});

test('a figure is told of in a sentence, and no file is written for it', () => {
  const program = written(
    'plots.py',
    'import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.savefig("plot.png")\nplt.show()\nprint(1)\n',
  );
  const { status, stdout, stderr } = run([program]);
  assert.deepEqual([status, stdout], [0, '1\n']);
  assert.match(
    stderr,
    /plots\.py:3: UserWarning: savefig writes no file in the playground, so that plot\.png is not there\n/,
  );
  assert.match(stderr, /matplotlib: 1 figure would be shown here, on a screen\n$/);
});

describe('a wrong command line', () => {
  for (const [args, status, error] of [
    [[], 2, 'a program is missing: run program.py'],
    [['--lr', 'program.py'], 2, "run has no option '--lr'"],
    [
      ['--engine', 'jax', 'program.py'],
      2,
      "the engine of a program is one of torch-cpu, torch-cpu-mkl, torch-cuda, but got 'jax'",
    ],
    [['nowhere.py'], 2, "can't open file 'nowhere.py'"],
  ]) {
    test(`run ${args.join(' ')} is explained`, () => {
      const told = run(args);
      assert.equal(told.status, status);
      assert.ok(told.stderr.startsWith(`dropout-playground: ${error}`), told.stderr);
    });
  }
});

test('without Pyodide a sentence says how to add it', () => {
  const alone = mkdtempSync(join(tmpdir(), 'alone-'));
  cpSync(join(root, 'package.json'), join(alone, 'package.json'));
  cpSync(join(root, 'dist'), join(alone, 'dist'), {
    recursive: true,
    filter: (path) => basename(path) !== 'site',
  });
  const cli = join(alone, manifest.bin['dropout-playground']);
  const program = written('any.py', 'print(1)\n');
  const { status, stdout, stderr } = run([program], { cli });
  assert.deepEqual([status, stdout], [1, '']);
  const version = manifest.peerDependencies.pyodide;
  assert.equal(
    stderr,
    `dropout-playground: running a program needs Pyodide. Add it by: npm install pyodide@${version}, or run: npx --package dropout-playground --package pyodide@${version} dropout-playground run …\n`,
  );
});
