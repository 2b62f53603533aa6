// load(): one instance, from wherever the wasm comes, and an error that can be recovered from.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { load } from 'dropout-playground';
import { inFreshProcess } from './fresh-process.mjs';

const wasmUrl = import.meta.resolve('dropout-playground/dropout-playground.wasm');

test('load() gives everyone the same API, whatever the options and however it is awaited', async () => {
  const [first, second] = await Promise.all([load(), load()]);
  assert.equal(first, second);
  assert.equal(await load({ wasm: Uint8Array.of() }), first);
  assert.ok(Object.isFrozen(first));
});

// In a fresh process: loads from each source in turn, `none` being the default, and tells of each.
async function loadFrom(wasmUrl, sources) {
  const { readFile } = await import('node:fs/promises');
  const { load } = await import('dropout-playground');
  const url = new URL(wasmUrl);
  const bytes = await readFile(url);
  const headers = { 'content-type': 'application/wasm' };
  const make = {
    none: () => undefined,
    'a Uint8Array': () => new Uint8Array(bytes),
    'an ArrayBuffer': () => new Uint8Array(bytes).buffer,
    'a Response': () => new Response(bytes, { headers }),
    'a Response of no media type': () => new Response(bytes),
    'a URL of a file': () => url,
    'a URL': (address) => new URL(address),
    'a Module': () => WebAssembly.compile(bytes),
    'bytes that are no wasm': () => Uint8Array.of(1, 2, 3, 4),
    'the wasm cut short': () => new Uint8Array(bytes).slice(0, 50_000),
    'the wasm of another program': () => Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0),
    'a page instead of the wasm': () => new Response('<!doctype html>', { headers }),
    'a Response of status 404': () => new Response('not here', { status: 404 }),
    'a text': () => wasmUrl,
  };

  const results = [];
  for (const [source, address] of sources) {
    try {
      const { tensor, Dropout, Generator } = await load({ wasm: await make[source](address) });
      const generator = new Generator('torch-cpu').manualSeed(42);
      results.push(String(new Dropout(0.5, { generator }).forward(tensor([1, 2, 3, 4]))));
    } catch (error) {
      const { name, code, reason, message } = error;
      results.push({ name, code, reason, message });
    }
  }
  return results;
}

const RIGHT = 'tensor([2., 4., 6., 8.])';

describe('the wasm comes', { concurrency: 2 }, () => {
  let server;
  let address;
  before(async () => {
    const wasm = await readFile(new URL(wasmUrl));
    server = createServer((request, response) => {
      const found = request.url === '/right.wasm';
      response.writeHead(found ? 200 : 404, { 'content-type': 'application/wasm' });
      response.end(found ? wasm : undefined);
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${server.address().port}`;
  });
  after(() => server.close());

  const sources = [
    'none',
    'a Uint8Array',
    'an ArrayBuffer',
    'a Response',
    'a Response of no media type',
    'a URL of a file',
    'a Module',
  ];
  for (const source of sources) {
    test(source === 'none' ? 'from beside the package, by default' : `as ${source}`, async () => {
      const results = await inFreshProcess(loadFrom, { args: [wasmUrl, [[source]]] });
      assert.deepEqual(results, [RIGHT]);
    });
  }

  test("from beside the package without loading Node's fetch, which would take longer", async () => {
    const loaded = await inFreshProcess(async () => {
      const { load } = await import('dropout-playground');
      await load();
      const before = process.moduleLoadList.filter((name) => /undici/.test(name));
      Response.name;
      const after = process.moduleLoadList.filter((name) => /undici/.test(name));
      return { before: before.length, after: after.length };
    });
    assert.equal(loaded.before, 0);
    assert.ok(loaded.after > 0, 'this is where it would show');
  });

  test('as a URL of a server, and one it does not have is an error that names it', async () => {
    const sources = [
      ['a URL', `${address}/wrong.wasm`],
      ['a URL', `${address}/right.wasm`],
    ];
    const [error, output] = await inFreshProcess(loadFrom, { args: [wasmUrl, sources] });
    assert.equal(error.code, 'wasm');
    assert.equal(error.reason, 'unreachable');
    assert.match(error.message, /wrong\.wasm could not be loaded: HTTP 404$/);
    assert.equal(output, RIGHT);
  });
});

describe('an Error with the code "wasm", and a right load() later works, after', {
  concurrency: 2,
}, () => {
  const sources = [
    ['broken', 'bytes that are no wasm'],
    ['broken', 'the wasm cut short'],
    ['version', 'the wasm of another program'],
    ['broken', 'a page instead of the wasm'],
    ['unreachable', 'a Response of status 404'],
    ['broken', 'a text'],
    ['unreachable', 'a URL', 'file:///no/such/file.wasm'],
    ['unreachable', 'a URL', 'http://127.0.0.1:1/refused.wasm'],
  ];
  for (const [reason, source, address] of sources) {
    test(address ? `${source} such as ${address}` : source, async () => {
      const args = [wasmUrl, [[source, address], ['none']]];
      const [error, output] = await inFreshProcess(loadFrom, { args });
      assert.equal(error.name, 'Error', error.message);
      assert.equal(error.code, 'wasm', error.message);
      assert.equal(error.reason, reason, error.message);
      assert.equal(output, RIGHT);
    });
  }
});

test('an engine without SIMD or exceptions is told to be too old', async () => {
  const error = await inFreshProcess(
    async (wasmUrl) => {
      const { readFile } = await import('node:fs/promises');
      const { load } = await import('dropout-playground');
      // As such an engine says it, of which none is at hand.
      WebAssembly.compile = () => Promise.reject(new WebAssembly.CompileError('invalid opcode'));
      WebAssembly.validate = () => false;
      const wasm = await readFile(new URL(wasmUrl));
      return load({ wasm }).catch(({ code, reason }) => ({ code, reason }));
    },
    { args: [wasmUrl] },
  );
  assert.deepEqual(error, { code: 'wasm', reason: 'old' });
});

test('what tells an old engine is a module for this one', async () => {
  const source = await readFile(
    new URL('../../web/core/compiled-wasm.ts', import.meta.url),
    'utf8',
  );
  const [, list] = /const NEWEST_MODULE = Uint8Array\.from\(\[(.*?)\]\);/s.exec(source);
  const bytes = Array.from(list.matchAll(/\d+/g), Number);
  assert.ok(WebAssembly.validate(Uint8Array.from(bytes)));
});

// As in a CommonJS bundle, where nothing says where the files are: esbuild makes import.meta an empty object.
test('without a place of its own load() says what it needs', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'placeless-'));
  try {
    await cp(new URL('../../dist/', import.meta.url), folder, {
      recursive: true,
      filter: (path) => !path.includes('site'),
    });
    for (const name of await readdir(folder)) {
      if (!name.endsWith('.js')) continue;
      const text = await readFile(join(folder, name), 'utf8');
      await writeFile(join(folder, name), text.replaceAll('import.meta', '({})'));
    }
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
    const [forBrowsers, forNode] = await Promise.all(
      ['index.js', 'node.js'].map((entry) => import(pathToFileURL(join(folder, entry)).href)),
    );
    for (const { load } of [forBrowsers, forNode]) {
      await assert.rejects(load(), (error) => {
        assert.equal(error.code, 'wasm');
        assert.equal(error.reason, 'unreachable');
        assert.match(
          error.message,
          /pass the file dropout-playground\/dropout-playground\.wasm to load\(\{ wasm \}\)$/,
        );
        return true;
      });
    }
    const wasm = await readFile(join(folder, 'wasm/dropout-playground.wasm'));
    const { ones } = await forNode.load({ wasm });
    assert.equal(ones([2]).sum(), 2);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
