// Python's standard library as the site serves it: a part, and the rest when a program asks for it.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { shortPythonLibrary } from '../../scripts/python-library.mjs';
import { pythonStandardLibrary } from '../../scripts/python-standard-library.mjs';
import type { Interpreter } from '../../web/python/interpreter.ts';
import { startInterpreter } from './start-interpreter.ts';

const folder = mkdtempSync(join(tmpdir(), 'python-library-'));
after(() => rmSync(folder, { recursive: true }));

let start: (restOfLibrary: () => Uint8Array) => Promise<Interpreter>;
let rest: Uint8Array;
before(async () => {
  const parts = await pythonStandardLibrary();
  rest = parts.rest;
  const stdLibURL = join(folder, 'used.zip');
  writeFileSync(stdLibURL, parts.used);
  const library = await shortPythonLibrary();
  start = (restOfLibrary) => startInterpreter({ stdLibURL, library, restOfLibrary });
});

function run(interpreter: Interpreter, source: string) {
  const told = { stdout: '', stderr: '' };
  interpreter.run(
    { source, filename: 'program.py' },
    {
      stdout: (bytes) => {
        told.stdout += Buffer.from(bytes);
      },
      stderr: (bytes) => {
        told.stderr += Buffer.from(bytes);
      },
    },
  );
  return told;
}

describe('of the standard library', () => {
  let interpreter: Interpreter;
  let asked = 0;
  before(async () => {
    interpreter = await start(() => {
      asked++;
      return rest;
    });
  });
  beforeEach(() => {
    asked = 0;
  });

  // What programs of the survey do with it, and what Python itself imports only on the way.
  const used: [string, string | RegExp][] = [
    ['import time\ntime.sleep(0)\nprint(time.strftime("%Y", time.gmtime(0)))', '1970\n'],
    [
      'from datetime import datetime\nprint(datetime.strptime("2020-02-03", "%Y-%m-%d"))',
      '2020-02-03 00:00:00\n',
    ],
    [
      'import argparse\np = argparse.ArgumentParser()\np.add_argument("--lr", type=float, default=1)\nprint(p.parse_args([]))',
      'Namespace(lr=1)\n',
    ],
    [
      'from dataclasses import dataclass\n@dataclass\nclass A:\n    x: int = 1\nprint(A())',
      'A(x=1)\n',
    ],
    [
      'import json, pickle\nprint(json.dumps(pickle.loads(pickle.dumps({"a": [1]}))))',
      '{"a": [1]}\n',
    ],
    [
      'import statistics, fractions\nprint(statistics.mean([1, 2, 3]), fractions.Fraction(1, 3))',
      '2 1/3\n',
    ],
    [
      'import tempfile, os, pathlib\nwith tempfile.TemporaryDirectory() as d:\n    p = pathlib.Path(d) / "a"\n    p.write_text("ü")\n    print(p.read_text(), os.listdir(d))',
      "ü ['a']\n",
    ],
    ['print("a".encode("latin-1"), b"a".decode("ascii"))', "b'a' a\n"],
    ['import logging\nlogging.basicConfig(format="%(message)s")\nlogging.warning("mind")', ''],
    ['import textwrap, pprint\npprint.pprint(textwrap.wrap("a b", 1))', "['a', 'b']\n"],
    ['import timeit\nprint(timeit.timeit("1", number=1) >= 0)', 'True\n'],
    ['import inspect\ndef f(a, *, b=1): pass\nprint(inspect.signature(f))', '(a, *, b=1)\n'],
    ['import warnings\nwarnings.warn("mind")', ''],
    ['def f(): 1 / 0\nf()', ''],
  ];
  for (const [source, stdout] of used) {
    test(`what ${JSON.stringify(source)} needs is there`, () => {
      assert.equal(run(interpreter, source).stdout, stdout);
      assert.equal(asked, 0);
    });
  }

  test('what is nowhere is not asked for', () => {
    const { stderr } = run(interpreter, 'import nothing_of_that_name');
    assert.match(stderr, /^ModuleNotFoundError: No module named 'nothing_of_that_name'$/m);
    assert.equal(asked, 0);
  });

  test('the rest comes at the first import of something in it, once', () => {
    const source =
      'import difflib, xml.dom.minidom, unittest.mock\nprint(len(difflib.ndiff.__name__), "é".encode("cp1252"))';
    assert.deepEqual(run(interpreter, source), { stdout: "5 b'\\xe9'\n", stderr: '' });
    assert.equal(asked, 1);
    assert.equal(
      run(interpreter, 'import calendar, doctest\nprint(doctest.__name__)').stdout,
      'doctest\n',
    );
    assert.equal(asked, 1);
  });
});

test('a rest that does not come is an error of the import, and may come later', async () => {
  let isThere = false;
  const interpreter = await start(() => {
    if (!isThere) throw new Error('no network');
    return rest;
  });
  const { stderr } = run(interpreter, 'import doctest');
  assert.match(
    stderr,
    /ImportError: doctest is in a part of Python's standard library that could not be fetched\n$/,
  );
  isThere = true;
  assert.equal(run(interpreter, 'import doctest\nprint(doctest.__name__)').stdout, 'doctest\n');
});
