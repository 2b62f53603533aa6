// Python in a worker, under the page's policy: programs run, are stopped, and reach nothing but their worker.
import type { Page } from '@playwright/test';
import type * as Python from '../../web/python/python-worker.ts';
import { expect, test } from './browsers/fixtures.ts';
import { openPackage } from './package-page.ts';

interface Told {
  status: number;
  stdout: string;
  stderr: string;
  isCapped: boolean;
}

/** Runs programs one after the other in one worker; of one that has no end of its own, the reason. */
async function run(page: Page, programs: string[]): Promise<(Told | string)[]> {
  await openPackage(page);
  return page.evaluate(async (programs) => {
    const { PythonWorker }: typeof Python = await import(
      `${location.href}package/python-worker.js`
    );
    const worker = new PythonWorker({
      pyodide: `${location.href}pyodide/`,
      library: `${location.href}package/python-library.zip.txt`,
      operations: `${location.href}package/wasm/dropout-operations.wasm`,
    });
    const told: (Told | string)[] = [];
    for (const source of programs) {
      const texts = { stdout: '', stderr: '' };
      const stop = new AbortController();
      const program = { source, filename: 'program.py' };
      const running = worker.run(program, {
        signal: stop.signal,
        onOutput(stream, text) {
          texts[stream] += text;
          if (text.includes('stop me')) stop.abort(new Error('stopped'));
        },
      });
      told.push(
        await running.then(
          (ended) => ({ ...texts, ...ended }),
          (error: Error) => error.message,
        ),
      );
    }
    worker.terminate();
    return told;
  }, programs);
}

test('runs programs, each in a namespace of its own, and survives their errors', async ({
  page,
}) => {
  const [first, error, exit, last] = (await run(page, [
    'x = "ü"\nprint(x, __name__)',
    'def f():\n    return x\nf()',
    'import sys\nsys.exit("bye")',
    'import random\nrandom.seed(42)\nprint(f"{random.random():.6f}", end="")',
  ])) as Told[];
  expect(first).toEqual({ status: 0, stdout: 'ü __main__\n', stderr: '', isCapped: false });
  expect(error?.status).toBe(1);
  expect(error?.stderr.split('\n')).toEqual([
    'Traceback (most recent call last):',
    '  File "program.py", line 3, in <module>',
    '    f()',
    '    ~^^',
    '  File "program.py", line 2, in f',
    '    return x',
    '           ^',
    "NameError: name 'x' is not defined",
    '',
  ]);
  expect(exit).toMatchObject({ status: 1, stderr: 'bye\n' });
  expect(last?.stdout).toBe('0.639427'); // What CPython prints.
});

test('an endless loop is stopped at once, a flood is capped, and the next program runs', async ({
  page,
}) => {
  const [stopped, flood, after] = await run(page, [
    'import sys\nprint("stop me", flush=True)\nn = 0\nwhile True:\n    n += 1\n    if n % 10**6 == 0: print(n)',
    'for i in range(10**5): print("x" * 50)',
    'print("alive")',
  ]);
  expect(stopped).toBe('stopped');
  expect(flood).toMatchObject({ status: 0, isCapped: true });
  expect((flood as Told).stdout).toHaveLength(256 * 1024);
  expect(after).toMatchObject({ status: 0, stdout: 'alive\n' });
});

/** Each prints `reached` where it has got out of its worker, or is seen by the server. */
const HOSTILE = [
  'import js\njs.fetch("/leak")',
  'from pyodide.code import run_js\nrun_js("fetch(\'/leak\')")',
  'import js\njs.Object.constructor("fetch(\'/leak\')")()',
  'import js\njs.Function.new("import(\'/leak.js\')")()',
  'import js\njs.Reflect.construct(js.Function, js.Array.of("return 1"))\nprint("reached")',
  'import js\njs.Object.getPrototypeOf(js.setTimeout).constructor("return 1")()\nprint("reached")',
  'import js\njs.setTimeout("fetch(\'/leak\')", 0)',
  'import ctypes\nctypes.CDLL(None).emscripten_run_script(b"fetch(\'/leak\')")',
  'import pyodide_js\npyodide_js.loadPackage("/leak.whl")',
  'import pyodide_js\npyodide_js._api.loadBinaryFile("/leak")',
  'import urllib.request\nurllib.request.urlopen("http://localhost/leak")\nprint("reached")',
  'import socket\nsocket.create_connection(("localhost", 80))\nprint("reached")',
  'from pyodide.http import open_url\nopen_url("/leak")\nprint("reached")',
  'import js\nprint("reached", js.indexedDB, js.caches)',
  'import js\nprint("reached", js.navigator.storage)',
  'import js\njs.BroadcastChannel.new("page")\nprint("reached")',
  'import js\njs.Worker.new("/leak.js")',
  'import js\njs.FontFace.new("a", "url(/leak)").load()',
  'import js\njs.postMessage("reached")\nprint("reached")',
  'import js\njs.dispatchEvent(js.Event.new("message"))',
  'import js\njs.close()\nprint("reached")',
  'import js\njs.importScripts("/leak.js")',
  'import subprocess\nsubprocess.run(["ls"])\nprint("reached")',
];

test('a hostile program reaches nothing but its own worker', { tag: '@engines' }, async ({
  page,
}) => {
  test.slow(); // Each may cost a worker, and a worker an interpreter.
  const leaks: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('leak')) leaks.push(request.url());
  });
  const told = await run(page, [...HOSTILE, 'print("alive")']);
  for (const [i, one] of told.slice(0, -1).entries()) {
    expect(JSON.stringify(one), HOSTILE[i]).not.toMatch(/"stdout":"reached/);
  }
  expect(told.at(-1)).toMatchObject({ status: 0, stdout: 'alive\n' });
  expect(leaks).toEqual([]);
});
