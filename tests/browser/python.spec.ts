// Python in a worker, under the page's policy: programs run, are stopped, and reach nothing but their worker.
import type { Page } from '@playwright/test';
import type * as Python from '../../web/python/python-worker.ts';
import { expect, test } from './browsers/fixtures.ts';
import { openPackage } from './package-page.ts';
import { pythonParts } from './python-parts.ts';

interface Told {
  status: number;
  stdout: string;
  stderr: string;
  isCapped: boolean;
}

/** Runs programs one after the other in one worker; of one that has no end of its own, the reason. */
async function run(page: Page, programs: string[]): Promise<(Told | string)[]> {
  await openPackage(page);
  return page.evaluate(
    async ({ programs, parts }) => {
      const { PythonWorker }: typeof Python = await import(
        `${location.href}package/python-worker.js`
      );
      const at = (path: string) => location.href + path;
      const worker = new PythonWorker({
        pyodide: at(parts.pyodide),
        standardLibrary: at(parts.standardLibrary),
        restOfLibrary: at(parts.restOfLibrary),
        library: at(parts.library),
        operations: at(parts.operations),
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
            ({ status, isCapped }) => ({ ...texts, status, isCapped }),
            (error: Error) => error.message,
          ),
        );
      }
      worker.terminate();
      return told;
    },
    { programs, parts: pythonParts() },
  );
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
    'import sys\nprint("stop me")\nn = 0\nwhile True:\n    n += 1\n    if n % 10**6 == 0: print(n)',
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
  // The one request that is left: for one file, whatever it is asked for.
  'import sys\nfinder = next(f for f in sys.meta_path if hasattr(f, "_fetch"))\nfinder._fetch("/leak")',
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
  'import js\njs.caches.open("kept-after-use")\nprint("reached")',
  'import js\njs.XMLHttpRequest.new().open("GET", "/leak")\nprint("reached")',
  'import js\njs.WebSocket.new("ws://localhost/leak")\nprint("reached")',
  'import js\njs.EventSource.new("/leak")\nprint("reached")',
  'import js\njs.WebTransport.new("https://localhost/leak")\nprint("reached")',
  'import js\njs.RTCPeerConnection.new()\nprint("reached")',
  'import js\njs.cookieStore.set("a", "reached")\nprint("reached")',
  'import js\njs.indexedDB.open("page")\nprint("reached")',
  'import js\njs.navigator.serviceWorker.register("/leak.js")\nprint("reached")',
  'import js\njs.navigator.locks.request("page", print)\nprint("reached")',
  'import js\njs.SharedWorker.new("/leak.js")\nprint("reached")',
  'import js\njs.MessageChannel.new()\nprint("reached")',
  'import js\njs.eval("1")\nprint("reached")',
  'import js\njs.setTimeout.constructor.constructor("return 1")()\nprint("reached")',
  'import js\njs.Promise.resolve(1).then.constructor("return 1")()\nprint("reached")',
  'import js\njs.URL.createObjectURL(js.Blob.new(["fetch(\'/leak\')"]))\nprint("reached")',
  'import pickle\npickle.loads(b"cjs\\nfetch\\n(S\'/leak\'\\ntR.")\nprint("reached")',
  'import pickle\npickle.loads(b"cbuiltins\\n__import__\\n(S\'socket\'\\ntR.").create_connection(("localhost", 80))\nprint("reached")',
  // What it could do to the functions that the worker itself calls.
  'import js\nfrom pyodide.ffi import create_proxy\njs.Function.prototype = js.Object.new()\njs.Object.prototype.postMessage = create_proxy(lambda *a: print("reached"))',
  'import js\nfrom pyodide.ffi import create_proxy\njs.Object.defineProperty(js.Object.prototype, "run", js.Object.fromEntries([["get", create_proxy(lambda *a: 1)]]))\nprint("forged")',
  // Frames of callers, as V8 gives them, lead to their functions only where code is sloppy.
  'import js\nfrom pyodide.ffi import create_proxy\ndef prepare(error, frames):\n    for frame in frames:\n        if frame.getFunction(): print("reached")\n    return frames\njs.Error.prepareStackTrace = create_proxy(prepare)\njs.Error.new("x").stack',
];

test('a second start is from the memory of the first, and draws other numbers', {
  tag: '@engines',
}, async ({ page }) => {
  await openPackage(page);
  const told = await page.evaluate(async (parts) => {
    const { PythonWorker }: typeof Python = await import(
      `${location.href}package/python-worker.js`
    );
    const at = (path: string) => location.href + path;
    const own = Object.fromEntries(Object.entries(parts).map(([name, path]) => [name, at(path)]));
    const snapshot = at('python/of-this-test.snapshot');
    const starts: { text: string; kept: number; milliseconds: number }[] = [];
    for (let i = 0; i < 3; ++i) {
      const worker = new PythonWorker({ ...(own as typeof parts), snapshot });
      const begunAt = performance.now();
      let text = '';
      await worker.run(
        { source: 'import random\nprint(random.random())', filename: 'program.py' },
        { onOutput: (_, more) => (text += more) },
      );
      const milliseconds = performance.now() - begunAt;
      worker.terminate();
      const kept = (await (await caches.open('python-snapshot')).keys()).length;
      starts.push({ text, kept, milliseconds });
    }
    await caches.delete('python-snapshot');
    return starts;
  }, pythonParts());
  expect(told.map(({ kept }) => kept)).toEqual([1, 1, 1]);
  for (const { text } of told) expect(text).toMatch(/^0\.\d+\n$/);
  expect(new Set(told.map(({ text }) => text)).size).toBe(told.length);
  const times = told.map(({ milliseconds }) => Math.round(milliseconds)).join(', ');
  test.info().annotations.push({ type: 'milliseconds to the first print', description: times });
});

test('the rest of the standard library comes when it is imported', { tag: '@engines' }, async ({
  page,
}) => {
  const [without, first, again] = await run(page, [
    'import json\nprint(json.dumps(1))',
    'import difflib\nprint(difflib.__name__)',
    'import doctest\nprint(doctest.__name__)',
  ]);
  expect(without).toMatchObject({ stdout: '1\n', stderr: '' });
  expect(first).toMatchObject({ stdout: 'difflib\n', stderr: '' });
  expect(again).toMatchObject({ stdout: 'doctest\n', stderr: '' });
});

test('the end of memory is an error of Python, and what Python does not survive costs one worker', {
  tag: '@engines',
}, async ({ page }) => {
  test.slow();
  const [large, many, bomb, fatal, after] = await run(page, [
    'x = [0] * (1 << 30)',
    'held = []\nwhile True: held.append(bytearray(1 << 28))',
    'import zlib\ndata = zlib.compress(bytes(1 << 24), 9)\nheld = []\nwhile True: held.append(zlib.decompress(data))',
    'import ctypes\nctypes.memset(0xfffffff0, 1, 1 << 20)',
    'print("alive")',
  ]);
  for (const one of [large, many, bomb]) {
    expect((one as Told).stderr).toMatch(/^MemoryError\b/m);
  }
  expect(typeof fatal).toBe('string');
  expect(after).toMatchObject({ status: 0, stdout: 'alive\n' });
});

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
