// What <dropout-program> knows without a page: links, colours, seeds and lines of errors.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { notebookBlocks } from '../../web/check/notebook-blocks.ts';
import { errorLine, isUnfinished } from '../../web/program/error-line.ts';
import { pinned } from '../../web/program/pinned.ts';
import { programEmbed } from '../../web/program/program-embed.ts';
import { packed, UnreadableProgram, unpacked } from '../../web/program/program-link.ts';
import { notebookOf } from '../../web/program/program-notebook.ts';
import { tokensOf } from '../../web/program/python-tokens.ts';
import { RunOutput } from '../../web/program/run-output.ts';

const PROGRAM = `import torch
import torch.nn as nn

x = torch.ones(2, 3)  # ü
torch.manual_seed(42)
print(nn.Dropout(0.5)(x))
`;

describe('a program in a link', () => {
  test('comes back as it was', async () => {
    for (const source of [PROGRAM, '', 'x', 'é\u0000\n'.repeat(5000)]) {
      assert.equal(await unpacked(await packed(source)), source);
    }
  });

  test('is of letters that no chat and no Markdown change', async () => {
    const text = await packed(PROGRAM);
    assert.match(text, /^1\.[\w-]+$/);
    const longer = PROGRAM.replaceAll('x', 'input_tensor').repeat(3);
    assert.ok((await packed(longer)).length < longer.length / 2);
  });

  // Of links that are out: what they hold is read for ever.
  test('is read in the form of its first version', async () => {
    for (const [link, source] of [
      ['1.y8wtyC8qUSjJL0rO4AIA', 'import torch\n'],
      ['1.ARwA4_9wcmludCgi4KSo4KSu4KS44KWN4KSk4KWHIikK', 'print("नमस्ते")\n'],
      [
        '1.y8wtyC8qUSjJL0rO4MpE4ujl5SkkFivk5XFxQfi5iXmliTnxxampKRomRppcBUWZeSUaeXl6LkX5BfmlJRoFtgZ6ppoaENX5eanFGkY6CsaampoKCsoKh1dyAQA',
        'import torch\nimport torch.nn as nn\n\ntorch.manual_seed(42)\nprint(nn.Dropout(p=0.5)(torch.ones(2, 3)))  # é\n',
      ],
    ] as const) {
      assert.equal(await unpacked(link), source);
    }
  });

  test('that has lost a part, or is of a newer version, is refused', async () => {
    const whole = await packed(PROGRAM);
    for (const text of ['', 'x', whole.slice(0, -9), `2.${whole.slice(2)}`, '1.%%', '1.']) {
      await assert.rejects(unpacked(text), UnreadableProgram, text);
    }
  });

  test('that unfolds to more than anybody writes is refused', async () => {
    const most = 64 * 1024;
    const bytes = deflateRawSync(Buffer.alloc(most + 1, ' '));
    await assert.rejects(unpacked(`1.${bytes.toString('base64url')}`), UnreadableProgram);
    assert.equal(await packed(' '.repeat(most + 1)), '');
    assert.equal((await unpacked(await packed(' '.repeat(most)))).length, most);
  });

  test('has at most 950 characters for 1 KB of code', async () => {
    const folder = new URL('../python/programs/corpus/', import.meta.url);
    const sources = readdirSync(folder)
      .filter((name) => name.endsWith('.py'))
      .map((name) => readFileSync(new URL(name, folder), 'latin1'));
    const kilobytes = sources.join('').match(/[\s\S]{1024}/g) ?? [];
    assert.ok(kilobytes.length > 20, `${kilobytes.length} kilobytes`);
    for (const kilobyte of kilobytes) {
      const link = await packed(kilobyte.replace(/[\x80-\xff]/g, '?'));
      assert.ok(link.length <= 950, `${link.length} characters: ${kilobyte}`);
    }
  });
});

describe('the colours of a program', () => {
  test('leave its text as it is', () => {
    for (const source of [
      PROGRAM,
      '',
      '\n\n',
      's = """a\n# b\n"""\nf\'{1}\'',
      "'open",
      '"""open\n',
    ]) {
      const text = tokensOf(source).map((line) => line.map(({ text }) => text).join(''));
      assert.equal(text.join('\n'), source);
    }
  });

  test('tell comments, texts, numbers and keywords', () => {
    const kinds = (source: string) =>
      tokensOf(source)
        .flat()
        .filter(({ kind }) => kind)
        .map(({ kind, text }) => [kind, text]);
    assert.deepEqual(kinds('for x1 in rb"#": y = 1e-5  # "no"'), [
      ['keyword', 'for'],
      ['keyword', 'in'],
      ['text', 'rb"#"'],
      ['number', '1e-5'],
      ['comment', '# "no"'],
    ]);
    assert.deepEqual(kinds('true = None\nTrue'), [
      ['keyword', 'None'],
      ['keyword', 'True'],
    ]);
    assert.deepEqual(kinds("'''a\nb'''"), [
      ['text', "'''a"],
      ['text', "b'''"],
    ]);
  });
});

describe('a seed is written', () => {
  const cases: [string, string, string][] = [
    ['after the imports', 'import a\nfrom b import c\nx', 'import a\nfrom b import c\n\nS\nx'],
    ['after a comment above them', '# why\n\nimport a\n\nx', '# why\n\nimport a\n\nS\n\nx'],
    ['first where there are none', 'x = 1\nimport a', 'S\nx = 1\nimport a'],
  ];
  for (const [where, source, expected] of cases) {
    test(where, () => {
      assert.equal(pinned(source, 7), expected.replace('S', 'torch.manual_seed(7)'));
    });
  }
});

describe('the line of an error', () => {
  const trace = (...lines: number[]) =>
    lines.map((line) => `  File "program.py", line ${line}, in f\n    x\n`).join('');

  test('is that of the innermost frame in the program', () => {
    assert.equal(errorLine(`Traceback:\n${trace(9, 3)}  File "other.py", line 5\nE: e\n`), 3);
    assert.equal(errorLine('  File "program.py", line 2\n    x =\nSyntaxError: invalid\n'), 2);
    assert.equal(errorLine('bye\n'), null);
  });

  test('is not told of what somebody is still typing', () => {
    assert.ok(isUnfinished('  File "program.py", line 2\n    x =\nSyntaxError: invalid syntax\n'));
    assert.ok(!isUnfinished(`Traceback:\n${trace(1)}NameError: name 'SyntaxError: ' is not\n`));
  });
});

test('an output keeps its order, in pieces that do not change once they are full', () => {
  const output = new RunOutput();
  for (let i = 0; i < 3000; ++i) output.add('stdout', 'line\n');
  output.add('stderr', 'warning\n');
  output.add('stdout', 'end\n');
  assert.equal(output.text, `${'line\n'.repeat(3000)}warning\nend\n`);
  assert.equal(output.textOf('stderr'), 'warning\n');
  assert.ok(output.pieces.length < 8);
  assert.ok(output.pieces.every(({ text }) => text.length < 9000));
  for (let i = 0; i < 10_000; ++i) output.add(i % 2 ? 'stdout' : 'stderr', 'x');
  assert.ok(output.isCapped && output.pieces.length <= 5000);
});

describe('a program that is taken away', () => {
  test('is a block of HTML without an empty line, which has the very same code', () => {
    const source = 'if a < b and "&":\n\n    x = {1: [2]}\n  \n\n    y = *a, `b`';
    const html = programEmbed(`${source}\n`, 'torch-cuda', 'https://example.org/p/de/#code');
    const [script = '', block = ''] = html.trimEnd().split('\n\n');
    assert.equal(html.trimEnd().split('\n\n').length, 2);
    assert.equal(
      script,
      '<script type="module" src="https://example.org/p/de/embed/1/dropout-playground.js"></script>',
    );
    assert.match(
      block,
      /^<dropout-program engine="torch-cuda">\n<pre><code class="language-python">/,
    );
    const [, code = ''] = /<code[^>]*>(.*)<\/code>/s.exec(block) ?? [];
    assert.doesNotMatch(code, /[<>{}]/);
    const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };
    const read = code.replace(/&(?:#(\d+)|(\w+));/g, (_, number, name) =>
      number ? String.fromCharCode(number) : (named[name] ?? ''),
    );
    assert.equal(read, source);
  });

  test('is a notebook with what it has printed', () => {
    const text = notebookOf({
      source: 'print(1)\nprint(p)\n',
      prelude: ['p = 0.5'],
      pieces: [{ stream: 'stdout', text: '1\n0.5\n' }],
      status: 0,
    });
    assert.deepEqual(
      notebookBlocks(text)?.map((block) => [block.language, block.text.trimEnd()]),
      [
        ['python', 'p = 0.5'],
        ['python', 'print(1)\nprint(p)'],
        ['text', '1\n0.5'],
      ],
    );
  });

  test('keeps an error apart from what it has written before', () => {
    const stderr =
      'mind\nTraceback (most recent call last):\n  File "program.py", line 1, in <module>\nValueError: a: b\n';
    const { cells, nbformat } = JSON.parse(
      notebookOf({
        source: 'f()',
        prelude: [],
        pieces: [{ stream: 'stderr', text: stderr }],
        status: 1,
      }),
    );
    assert.equal(nbformat, 4);
    assert.deepEqual(cells[0].outputs[0], {
      output_type: 'stream',
      name: 'stderr',
      text: ['mind\n'],
    });
    const { ename, evalue, traceback } = cells[0].outputs[1];
    assert.deepEqual([ename, evalue, traceback.at(-1)], ['ValueError', 'a: b', 'ValueError: a: b']);
  });
});
