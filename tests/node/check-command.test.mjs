// `dropout-playground check`, as a shell runs it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const command = join(root, bin['dropout-playground']);
const folder = mkdtempSync(join(tmpdir(), 'check-'));

const written = (name, text) => {
  writeFileSync(join(folder, name), text);
  return name;
};

function check(args, input = '') {
  const options = { encoding: 'utf8', input, cwd: folder };
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [command, 'check', ...args],
    options,
  );
  return { status, stdout, stderr };
}

const elsewhere = written(
  'elsewhere.md',
  [
    '```python',
    'import torch',
    'torch.manual_seed(42)',
    'print(torch.nn.Dropout(0.5)(torch.tensor([1., 2., 3., 4.])))  # tensor([0., 0., 6., 8.])',
    '```',
    '',
  ].join('\n'),
);
const ELSEWHERE = `elsewhere.md:4: true elsewhere: tensor([0., 0., 6., 8.])
    PyTorch 2.6 and before, with MKL:
        tensor([0., 0., 6., 8.])
    PyTorch 2.7 and later; PyTorch on CUDA:
        tensor([2., 4., 6., 8.])
elsewhere.md: 1 output claimed: 1 true elsewhere
`;

test('without an engine, what another machine prints is no fault', () => {
  const empty = written('empty.md', '# No code\n');
  const silent = written('silent.md', '```python\nimport torch\n```\n');
  assert.deepEqual(check([elsewhere, empty, silent]), {
    status: 0,
    stdout: `${ELSEWHERE}empty.md: no Python in it\nsilent.md: no output is claimed\n`,
    stderr: '',
  });
});

test('with an engine, it is one', () => {
  assert.equal(check(['--engine', 'torch-cpu', elsewhere]).status, 1);
  const { status, stdout } = check([elsewhere, '--engine=torch-cpu-mkl']);
  assert.equal(status, 0);
  assert.match(stdout, /^elsewhere\.md:4: true: /);
});

test('of standard input, what is untrue is told with what is printed', () => {
  assert.deepEqual(check(['-'], '>>> 2 + 2\n5\n'), {
    status: 1,
    stdout:
      '-:2: untrue: 5\n    Printed on all machines:\n        4\n-: 1 output claimed: 1 untrue\n',
    stderr: '',
  });
});

test('JSON has all of it', () => {
  const { status, stdout } = check(['--json', written('post.py', 'print(6 * 7)  # 42\n')]);
  assert.equal(status, 0);
  assert.deepEqual(JSON.parse(stdout), [
    {
      file: 'post.py',
      isTrue: true,
      blocks: 1,
      claims: [
        {
          line: 1,
          endLine: 1,
          claim: '42',
          codeLine: 1,
          verdict: 'true',
          by: ['torch-cpu', 'torch-cpu-mkl', 'torch-cuda'],
          prints: [],
          otherSeeds: [],
        },
      ],
      errors: [],
      seeds: 0,
    },
  ]);
});

test('what cannot be checked ends with status 2, and nothing is said of any post', () => {
  for (const [args, told] of [
    [[], /a post is missing/],
    [['--engine', 'jax', elsewhere], /the engine of a program is one of/],
    [['--strict', elsewhere], /--strict/],
    [['nowhere.md'], /can't read 'nowhere\.md'/],
    [['.'], /can't read '\.'/],
  ]) {
    const { status, stdout, stderr } = check(args);
    assert.equal(status, 2, args.join(' '));
    assert.equal(stdout, '');
    assert.match(stderr, told);
  }
});

test('the guide shows what is printed', () => {
  const guide = readFileSync(join(root, 'docs/testing-a-post.md'), 'utf8');
  const [, post] = /^````markdown\n(.*?)^````$/ms.exec(guide);
  const [, told] = /^```console\n(.*?)^```$/ms.exec(guide);
  const { status, stdout } = check([written('post.md', post)]);
  assert.deepEqual([status, stdout], [1, told]);
});

test('the posts of the demo blog are true', () => {
  const names = [
    'gleicher-seed-anderes-ergebnis',
    'le-modele-qui-change-d-avis',
    'p-kiski-prayikta-hai',
    'why-half-of-the-numbers-doubled',
  ];
  const posts = names.map((name) => join(root, 'examples/blog/_posts', `${name}.md`));
  const { status, stdout } = check(['--json', ...posts]);
  const checked = JSON.parse(stdout);
  assert.equal(status, 0);
  for (const { claims } of checked) {
    for (const { verdict } of claims) assert.match(verdict, /^(?:true|elsewhere)$/);
  }
  const counts = checked.map(({ claims }) => claims.length);
  assert.ok(counts.reduce((sum, count) => sum + count, 0) >= 3, counts.join(', '));
});
