// The interpreter as Node has it: programs end as `python program.py` ends.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { AnswerSender } from '../../web/python/answer-sender.ts';
import type { Interpreter } from '../../web/python/interpreter.ts';
import {
  answersIn,
  type FromWorker,
  readFromWorker,
  type Stream,
} from '../../web/python/messages.ts';
import { MOST_OUTPUT, OutputSender } from '../../web/python/output-sender.ts';
import { startInterpreter } from './start-interpreter.ts';

let start: Promise<Interpreter> | undefined;

/** One for all, since a start takes seconds. */
function started(): Promise<Interpreter> {
  start ??= startInterpreter();
  return start;
}

describe('a program', () => {
  let interpreter: Interpreter;
  before(async () => {
    interpreter = await started();
  });

  function run(source: string, args: string[] = []) {
    const texts = { stdout: '', stderr: '' };
    const status = interpreter.run(
      { source, filename: 'program.py', arguments: args },
      {
        stdout: (bytes) => {
          texts.stdout += Buffer.from(bytes);
        },
        stderr: (bytes) => {
          texts.stderr += Buffer.from(bytes);
        },
      },
    );
    return { status, ...texts };
  }

  test('is __main__, with its arguments', () => {
    const source = 'import sys\nprint(__name__, __file__, sys.argv)';
    const stdout = "__main__ program.py ['program.py', '--lr', '1']\n";
    assert.deepEqual(run(source, ['--lr', '1']), { status: 0, stdout, stderr: '' });
  });

  test('sees nothing of the one before', () => {
    run('secret = 1');
    assert.match(run('secret').stderr, /^NameError: name 'secret' is not defined$/m);
  });

  test('has streams and warnings as they are at the start', () => {
    run('import sys, warnings\nsys.stdout = None\nwarnings.simplefilter("ignore")');
    const { stdout, stderr } = run('import warnings\nwarnings.warn("mind")\nprint("there")');
    assert.equal(stdout, 'there\n');
    assert.equal(stderr, 'program.py:2: UserWarning: mind\n  warnings.warn("mind")\n');
  });

  test('is told what to do instead of what is not there', () => {
    const { stderr } = run('import torchvision.transforms');
    assert.match(stderr, /^ModuleNotFoundError: No module named 'torchvision': nothing can be/m);
    assert.match(run('import torch\nimport torch.jit').stderr, /'torch\.jit': leave it out/);
    assert.match(run('import nowhere').stderr, /^ModuleNotFoundError: No module named 'nowhere'$/m);
  });

  const endings: [string, number, string | RegExp][] = [
    ['import sys\nsys.exit()', 0, ''],
    ['import sys\nsys.exit(3)', 3, ''],
    ['import sys\nsys.exit(-1)', 255, ''],
    ['raise SystemExit("bye")', 1, 'bye\n'],
    ['print(1', 1, /^ {2}File "program.py", line 1\n.*SyntaxError: '\(' was never closed\n$/s],
    ['1/0', 1, /^Traceback.*line 1, in <module>\n.*ZeroDivisionError: division by zero\n$/s],
    ['import nothing', 1, /ModuleNotFoundError: No module named 'nothing'\n$/],
    ['def f(n): return f(n + 1)\nf(0)', 1, /RecursionError: maximum recursion depth exceeded\n$/],
    ['import sys\nsys.stdout = None\n1/0', 1, /ZeroDivisionError/],
  ];
  for (const [source, status, stderr] of endings) {
    test(`${JSON.stringify(source)} ends with ${status}`, () => {
      const told = run(source);
      assert.equal(told.status, status);
      if (typeof stderr === 'string') assert.equal(told.stderr, stderr);
      else assert.match(told.stderr, stderr);
      assert.doesNotMatch(told.stderr, /playground_program/);
    });
  }
});

describe('what a program writes is sent', () => {
  function sent(...writes: [Stream, Uint8Array][]): FromWorker[] {
    const messages: FromWorker[] = [];
    const sender = new OutputSender(7, (message) => messages.push(message));
    for (const [stream, bytes] of writes) sender.write(stream, bytes);
    sender.flush();
    return messages;
  }
  const bytes = (text: string) => new TextEncoder().encode(text);

  test('whole, where a character is cut, and in its order', () => {
    const [head, tail] = [bytes('ü').slice(0, 1), bytes('ü').slice(1)];
    const messages = sent(['stdout', head], ['stdout', tail], ['stderr', bytes('!')]);
    assert.deepEqual(messages, [
      { type: 'output', run: 7, stream: 'stdout', text: 'ü' },
      { type: 'output', run: 7, stream: 'stderr', text: '!' },
    ]);
  });

  test('up to a limit, once', () => {
    const line = bytes(`${'x'.repeat(999)}\n`);
    const messages = sent(
      ...Array.from({ length: 400 }, (): [Stream, Uint8Array] => ['stdout', line]),
    );
    const texts = messages.flatMap((message) => (message.type === 'output' ? [message.text] : []));
    assert.equal(texts.join('').length, MOST_OUTPUT);
    assert.equal(messages.filter(({ type }) => type === 'capped').length, 1);
    assert.ok(messages.length < 60);
  });
});

describe('a message of the worker', () => {
  test('is read by its shape, and nothing else of it', () => {
    const message = { type: 'done', run: 1, status: 0 };
    assert.deepEqual(readFromWorker({ ...message, more: [] }), message);
  });

  for (const forged of [
    null,
    'done',
    {},
    { type: 'toString' },
    { type: '__proto__' },
    { type: 'done', run: '1', status: 0 },
    { type: 'output', run: 1, stream: 'page', text: '' },
    { type: 'output', run: 1, stream: 'stdout', text: { toString: 1 } },
    { type: 'answers', run: 1, answers: [] },
  ]) {
    test(`${JSON.stringify(forged)} is none`, () => {
      assert.equal(readFromWorker(forged), undefined);
    });
  }
});

describe('answers in a message', () => {
  const answer = { line: 1, endLine: 2, outerLine: 3, kind: 'print', text: 'x\n' } as const;
  const read = (answers: string) => answersIn({ type: 'answers', run: 1, answers });

  test('are read one by one, and what is none is left out', () => {
    const value = { ...answer, kind: 'value', shape: [2, 3] } as const;
    const forged = [null, 7, [], { ...answer, line: '1' }, { ...answer, text: {} }];
    assert.deepEqual(read(JSON.stringify([answer, ...forged, value])), [answer, value]);
    assert.deepEqual(read(JSON.stringify([{ ...answer, shape: ['2'], more: 1 }])), [answer]);
  });

  test('are none where the message is no list', () => {
    for (const text of ['', '{', '{}', 'null', '7']) assert.deepEqual(read(text), []);
  });

  test('are sent several at once, those of the lines that are asked or all', () => {
    const sentBy = (program: { asked?: number[]; tellsAll?: boolean }) => {
      const texts: string[] = [];
      const program_ = { source: '', filename: '', ...program };
      const sender = new AnswerSender(1, program_, (message) => {
        assert.equal(message.type, 'answers');
        if (message.type === 'answers') texts.push(message.answers);
      });
      assert.equal(sender.isWanted, true);
      for (let i = 0; i < 1200; ++i) sender.add({ ...answer, line: i, endLine: i, outerLine: i });
      sender.flush();
      return { messages: texts.length, answers: texts.flatMap((text) => JSON.parse(text)) };
    };
    assert.equal(sentBy({ asked: [3] }).answers.length, 1);
    const all = sentBy({ tellsAll: true });
    assert.equal(all.answers.length, 1200);
    assert.ok(all.messages < 60, `${all.messages} messages`);
    assert.equal(new AnswerSender(1, { source: '', filename: '' }, () => {}).isWanted, false);
  });
});

describe('every program of the corpus', () => {
  const folder = new URL('./programs/', import.meta.url);
  const sources = ['corpus', 'own'].flatMap((name) =>
    readdirSync(new URL(`${name}/`, folder))
      .filter((file) => file.endsWith('.py'))
      .map((file) => [file, readFileSync(new URL(`${name}/${file}`, folder), 'utf8')] as const),
  );

  test('is one for CPython 3.14, too', async () => {
    assert.equal(sources.length, 174);
    const interpreter = await started();
    const source = `import sys\nfor name, text in ${JSON.stringify(sources)}:\n    compile(text, name, 'exec')\nprint('all')`;
    let told = '';
    const take = (bytes: Uint8Array) => {
      told += Buffer.from(bytes);
    };
    interpreter.run({ source, filename: 'compile.py' }, { stdout: take, stderr: take });
    assert.equal(told, 'all\n');
  });
});
