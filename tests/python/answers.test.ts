// What each line of a program gives.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Answer, Interpreter, Program } from '../../web/python/interpreter.ts';
import { startInterpreter } from './start-interpreter.ts';

let interpreter: Interpreter;
before(async () => {
  interpreter = await startInterpreter();
});

/** The answers as `line-endLine kind text`, and what was written. */
function run(source: string, more: Partial<Program> = {}) {
  const answers: Answer[] = [];
  let written = '';
  const write = (bytes: Uint8Array) => {
    written += Buffer.from(bytes);
  };
  interpreter.run(
    { source, filename: 'program.py', ...more },
    { stdout: write, stderr: write, answer: (answer) => answers.push(answer) },
  );
  return { answers: answers.map(asText), written };
}

const asText = ({ line, endLine, outerLine, kind, text, shape }: Answer) =>
  `${outerLine !== line ? `${outerLine}: ` : ''}${line}${endLine > line ? `-${endLine}` : ''} ${kind} ${JSON.stringify(text)}${shape ? ` [${shape}]` : ''}`;

test('prints are told with their lines, a call over several lines with all of them', () => {
  const { answers, written } = run('print(1)\nprint(\n  "a\\nb",\n  2,\n)\nprint("c", end="")\n');
  assert.deepEqual(answers, ['1 print "1\\n"', '2-5 print "a\\nb 2\\n"', '6 print "c"']);
  assert.equal(written, '1\na\nb 2\nc');
});

test('a loop and a function tell each of their prints', () => {
  const { answers } = run('def f(x):\n  print("f", x)\nfor i in range(2):\n  f(i)\n  print(i)\n');
  assert.deepEqual(answers, [
    '4: 2 print "f 0\\n"',
    '5 print "0\\n"',
    '4: 2 print "f 1\\n"',
    '5 print "1\\n"',
  ]);
});

test('values are told where somebody asks, and change nothing of what is printed', () => {
  const source = [
    'import torch',
    'x = torch.ones(2)',
    'x * 2',
    'for i in range(2):',
    '  x += i',
    '  x.add_(1)',
    'print(x)',
    'y: int = 3',
    'a, b = 1, 2',
  ].join('\n');
  const asked = [2, 3, 5, 6, 7, 8, 9];
  const { answers, written } = run(source, { asked });
  assert.deepEqual(answers, [
    '2 value "tensor([1., 1.])" [2]',
    '3 value "tensor([2., 2.])" [2]',
    '5 value "tensor([1., 1.])" [2]',
    '6 value "tensor([2., 2.])" [2]',
    '5 value "tensor([3., 3.])" [2]',
    '6 value "tensor([4., 4.])" [2]',
    '7 print "tensor([4., 4.])\\n"',
    '8 value "3"',
  ]);
  assert.equal(written, 'tensor([4., 4.])\n');
});

test('the last line of a fragment is a value that is printed', () => {
  const { answers, written } = run('>>> x = 2\n>>> print(x)\n>>> x + 1\n', { isFragment: true });
  assert.deepEqual(answers, ['2 print "2\\n"', '3 value "3"']);
  assert.equal(written, '2\n3\n');
});

test('an error is told as without questions', () => {
  const source = 'x = 1\nx = x / 0  # 1.0\n';
  assert.equal(run(source, { asked: [1, 2] }).written, run(source).written);
});

test('a value that cannot be shown changes nothing of the program', () => {
  const source = 'class A:\n  def __repr__(self): return 1 / 0\na = A()\nprint(2)\n';
  const { answers, written } = run(source, { asked: [3, 4] });
  assert.deepEqual(answers, ['4 print "2\\n"']);
  assert.equal(written, '2\n');
});

test('more than anybody reads is left out, and all of it is written', () => {
  const { answers, written } = run('for i in range(20000): print(i)\n');
  assert.equal(answers.length, 10_000);
  assert.equal(written.length, 108_890);
});

test('the next program has standard output as it was', () => {
  run('1 / 0');
  assert.deepEqual(run('import sys\nprint(type(sys.stdout).__name__)', {}).answers, [
    '2 print "_Stdout\\n"',
  ]);
  let written = '';
  interpreter.run(
    { source: 'import sys\nprint(type(sys.stdout).__name__)', filename: 'program.py' },
    {
      stdout: (bytes) => {
        written += Buffer.from(bytes);
      },
      stderr: () => {},
    },
  );
  assert.equal(written, 'TextIOWrapper\n');
});
