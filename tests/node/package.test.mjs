// The npm package as others get it: packed, installed into an empty project, imported, type-checked.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { importsOf } from './dependencies.mjs';
import { nodesOf } from './syntax-tree.mjs';

const KB = 1000;
const MOST_OF_THE_TARBALL = 1197 * KB;

const root = fileURLToPath(new URL('../..', import.meta.url));

// Under `npm test`, npm tells its children in npm_… variables to work where it does itself; and Node its
// tests not to start others.
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(?:npm_|NODE_TEST_)/i.test(name)),
);

let project;

const run = async (command, ...args) =>
  (await promisify(execFile)(command, args, { cwd: project, env })).stdout;

const installed = (...names) => join(project, 'node_modules/dropout-playground', ...names);

let packed;
before(async () => {
  project = await mkdtemp(join(tmpdir(), 'dropout-playground-'));
  const options = ['--json', '--ignore-scripts', '--pack-destination', project];
  [packed] = JSON.parse(await run('npm', 'pack', ...options, root));
  await writeFile(join(project, 'package.json'), '{ "private": true, "type": "module" }');
  await run('npm', 'install', '--offline', '--no-audit', '--no-fund', `./${packed.filename}`);
});
after(() => rm(project, { recursive: true, force: true }));

describe('the tarball', () => {
  test(`is at most ${MOST_OF_THE_TARBALL / KB} KB`, (t) => {
    t.diagnostic(`${packed.size} B packed, ${packed.unpackedSize} B unpacked`);
    assert.ok(packed.size <= MOST_OF_THE_TARBALL, `${packed.size} B`);
  });

  test('holds what package.json names, and neither the page nor sources', async () => {
    const paths = packed.files.map(({ path }) => path);
    const expected =
      /^(?:package\.json|LICENSE|(?:README|CHANGELOG)\.md|dist\/(?:worker\/)?[\w.-]+\.(?:d\.ts|js)|dist\/(?:check|embed|experiment|identify|jax|operations|parts\/lab|program|python|seeds)\/[\w.-]+\.d\.ts|dist\/(?:embed\/1\/)?frame\.(?:css|html)|dist\/embed\/1\/[\w-]+\.(?:d\.ts|js|css)|dist\/custom-elements\.json|dist\/THIRD-PARTY-NOTICES\.txt|dist\/python-(?:library|plotting)\.zip\.txt|dist\/wasm\/dropout-(?:figure|playground|operations)\.(?:d\.ts|js|wasm))$/;
    assert.deepEqual(
      paths.filter((path) => !expected.test(path)),
      [],
    );

    const { exports, bin, customElements, main, types, typesVersions } = JSON.parse(
      await readFile(installed('package.json'), 'utf8'),
    );
    const entries = [main, types, typesVersions];
    const named = [exports, bin ?? {}, customElements, entries].flatMap(function leaves(value) {
      return typeof value === 'string' ? [value] : Object.values(value).flatMap(leaves);
    });
    assert.ok(named.length >= 5);
    for (const name of named) assert.ok(paths.includes(name.replace(/^\.\//, '')), name);
  });
});

describe('of what is wrong with packages', () => {
  const lint = (name, ...args) => run(join(root, 'tests/package/node_modules/.bin', name), ...args);
  const found = ({ stdout, message }) => assert.fail(stdout || message);

  test('publint finds nothing', async () => {
    const told = await lint('publint', 'run', '--strict', packed.filename).catch(found);
    assert.match(told, /All good!/);
  });

  // What it says of CommonJS is left aside: there is none here.
  test('Are The Types Wrong finds nothing', async () => {
    const options = ['--profile', 'esm-only', '--format', 'json'];
    const told = JSON.parse(await lint('attw', packed.filename, ...options).catch(found));
    const { types, entrypoints } = told.analysis;
    assert.equal(types.kind, 'included');
    assert.ok(Object.keys(entrypoints).length >= 7);
  });
});

describe('the installed package', () => {
  test('runs', async () => {
    const program = `
      import { load } from 'dropout-playground';
      const { tensor, Generator, Dropout } = await load();
      const generator = new Generator('torch-cpu').manualSeed(42);
      console.log(String(new Dropout(0.5, { generator }).forward(tensor([1, 2, 3, 4]))));
    `;
    await writeFile(join(project, 'main.js'), program);
    assert.equal(await run(process.execPath, 'main.js'), 'tensor([2., 4., 6., 8.])\n');
  });

  test('offers the wasm, for hosts that put it elsewhere', async () => {
    const program = `
      import { readFile } from 'node:fs/promises';
      const url = new URL(import.meta.resolve('dropout-playground/dropout-playground.wasm'));
      console.log(WebAssembly.validate(await readFile(url)));
    `;
    await writeFile(join(project, 'wasm.js'), program);
    assert.equal(await run(process.execPath, 'wasm.js'), 'true\n');
  });

  test('offers the embed to servers that render a page, where it does nothing', async () => {
    const program = `
      const before = Object.keys(globalThis).length;
      const { DropoutPlaygroundEmbed } = await import('dropout-playground/embed');
      const forReact = await import('dropout-playground/react');
      console.log(
        DropoutPlaygroundEmbed.observedAttributes.length,
        forReact.DropoutPlaygroundEmbed === DropoutPlaygroundEmbed,
        Object.keys(globalThis).length - before,
      );
    `;
    await writeFile(join(project, 'embed.js'), program);
    assert.equal(await run(process.execPath, 'embed.js'), '14 true 0\n');
  });

  test('needs nothing of Node in a browser', async () => {
    const reached = new Set(['index.js']);
    for (const name of reached) {
      const text = await readFile(installed('dist', name), 'utf8');
      // Even to ask whether there is one: bundlers would add a polyfill.
      assert.doesNotMatch(text, /\b(?:process|Buffer)\b/, name);
      // Inside of a bundle it would name a file that is not there.
      if (name.startsWith('wasm/')) assert.doesNotMatch(text, /import\.meta|\bfetch\b/, name);
      for (const specifier of importsOf(text)) {
        assert.match(specifier, /^\.\//, `${name} imports ${specifier}`);
        if (specifier.endsWith('.js')) reached.add(join(name, '..', specifier));
      }
    }
    assert.ok(reached.has('wasm/dropout-playground.js'));
  });
});

describe('the notices', () => {
  test('name what is bundled and compiled in, each with its licence', async () => {
    const notices = await readFile(installed('dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
    for (const name of ['lit', '@lit/localize', 'comlink']) {
      const own = JSON.parse(
        await readFile(join(root, 'node_modules', name, 'package.json'), 'utf8'),
      );
      assert.ok(notices.includes(`${name} ${own.version}`), name);
      const licence = await readFile(join(root, 'node_modules', name, 'LICENSE'), 'utf8');
      assert.ok(notices.includes(licence.trim()), name);
    }
    // The site alone serves Python itself.
    const ofSite = ['cpython.txt', 'pyodide.txt'];
    for (const name of await readdir(join(root, 'third-party'))) {
      if (ofSite.includes(name)) continue;
      const licence = await readFile(join(root, 'third-party', name), 'utf8');
      assert.ok(notices.includes(licence.trim()), name);
    }
    assert.doesNotMatch(notices, /node_modules/);
  });

  test('name every package whose code is in a file', async () => {
    const notices = await readFile(installed('dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
    const bundled = ['core', 'experiment-host', 'training-host', 'embed', 'standalone', 'cli'].map(
      (name) =>
        JSON.parse(
          readFileSync(join(root, 'build/bundled-packages/package', `${name}.json`), 'utf8'),
        ),
    );
    const names = new Set(bundled.flat().map((folder) => folder.split(/node_modules[\\/]/).at(-1)));
    assert.ok(names.has('lit-html') && names.has('comlink'), [...names].join(', '));
    for (const name of names) assert.ok(notices.includes(`${name.replaceAll('\\', '/')} `), name);
  });
});

describe('check', () => {
  const check = (text) => `
    import { check } from 'dropout-playground/check';
    const { isTrue, claims } = await check(${JSON.stringify(text)}, { name: 'post.py' });
    console.log(JSON.stringify([isTrue, claims.map(({ line, verdict }) => [line, verdict])]));
  `;

  test('tells what it needs where there is no Pyodide', async () => {
    await writeFile(join(project, 'check.js'), check('print(1)'));
    await assert.rejects(run(process.execPath, 'check.js'), /npm install pyodide@/);
  });

  test('says what is untrue', async () => {
    await symlink(join(root, 'node_modules/pyodide'), join(project, 'node_modules/pyodide'), 'dir');
    await writeFile(join(project, 'check.js'), check('print(2 + 2)  # 4\nprint(2 * 3)  # 5\n'));
    const told = JSON.parse(await run(process.execPath, 'check.js'));
    assert.deepEqual(told, [
      false,
      [
        [1, 'true'],
        [2, 'untrue'],
      ],
    ]);
  });
});

describe('the types', () => {
  // The example of the design, one use that is wrong, and what TypeScript can do beyond JavaScript.
  const program = `
    import { load, parseSeed } from 'dropout-playground';
    import address from 'dropout-playground/dropout-playground.wasm';
    import { DropoutWorker, type DropoutResult } from 'dropout-playground/worker';
    import type { DType, Generator, PlaygroundError, Playground, Tensor } from 'dropout-playground';
    const api: Playground = await load();
    const { tensor, ones, parse, Generator: NewGenerator, Dropout } = api;

    const generator: Generator = new NewGenerator('torch-cpu').manualSeed(42);
    const drop = new Dropout(0.5, { generator });
    const x = tensor([[1, 2, 3, 4], [5, 6, 7, 8]]);

    const y: Tensor = drop.train().forward(x);
    const text: string = String(y);
    const mask: Tensor | null = drop.mask;
    const gradient: Tensor = drop.backward(ones(x.shape));
    drop.eval().forward(x);

    const whole: Tensor = tensor([1n, 2n], { shape: [2, 1], dtype: 'int64' });
    const flat: Float32Array | Float64Array | BigInt64Array = whole.toTypedArray();
    const dtype: DType = parse(text).dtype;
    generator.manualSeed(parseSeed('-1'));
    generator.state = generator.clone().state;
    using short = ones([2]);
    const isFull = (error: PlaygroundError) => error.code === 'memory';

    const worker: DropoutWorker = new DropoutWorker();
    const result: DropoutResult = await worker.dropout({ input: 'torch.ones(2)', seed: 42 });
    await load({ wasm: new URL(address, import.meta.url) });

    // @ts-expect-error: p is no text
    new Dropout('0.5');
    // @ts-expect-error: no such dtype
    ones([2], { dtype: 'float16' });
    export { dtype, flat, gradient, isFull, mask, result, short };
  `;

  // Our own declarations are checked too, and only what is named is there to help them.
  async function compiles(text, ...options) {
    await writeFile(join(project, 'program.ts'), text);
    const strictly = ['--noEmit', '--strict', '--skipLibCheck', 'false', '--target', 'es2022'];
    const tsc = join(root, 'node_modules/.bin/tsc');
    await run(tsc, ...strictly, ...options, 'program.ts').catch(({ stdout }) =>
      assert.fail(stdout),
    );
  }

  for (const [module, moduleResolution] of [
    ['nodenext', 'nodenext'],
    ['node16', 'node16'],
    ['esnext', 'bundler'],
  ]) {
    test(`suit strict programs, with moduleResolution ${moduleResolution}`, async () => {
      const resolution = ['--module', module, '--moduleResolution', moduleResolution];
      await compiles(program, ...resolution, '--lib', 'es2022,dom', '--types', '');
    });
  }

  test('suit programs for Node, which have no types of a browser', async () => {
    const types = ['--typeRoots', join(root, 'node_modules/@types'), '--types', 'node'];
    const text = `
      import { load } from 'dropout-playground';
      import { readFile } from 'node:fs/promises';
      const { tensor, Dropout } = await load({ wasm: await readFile('some.wasm') });
      export const y: string = String(new Dropout(0.5).forward(tensor([1, 2])));
    `;
    await compiles(text, '--module', 'nodenext', '--lib', 'es2022', ...types);
  });

  test('know the embed as an element, its settings and its event', async () => {
    const text = `
      import 'dropout-playground/embed';
      import type { DropoutPlaygroundEmbed, Settings } from 'dropout-playground/embed';
      const embed: DropoutPlaygroundEmbed = document.createElement('dropout-playground');
      embed.p = '0.25';
      embed.controls = null;
      embed.settings = { seed: '7' };
      export const settings: Settings | undefined =
        document.querySelector('dropout-playground')?.settings;
      const types: string[] = [];
      embed.addEventListener('dropout-change', (event: Event) => types.push(event.type));
      document.addEventListener('dropout-change', ({ target }) => target && types.push('above'));
      embed.closest('article')?.append(embed);

      // @ts-expect-error: an attribute is text
      embed.p = 0.5;
      // @ts-expect-error: no such setting
      embed.settings = { rate: '0.5' };
      // @ts-expect-error: no such event
      embed.addEventListener('dropout-change', (event: KeyboardEvent) => event.key);
      // @ts-expect-error: for the element itself
      embed.wake;
    `;
    await compiles(text, '--module', 'nodenext', '--lib', 'es2022,dom', '--types', '');
  });

  test('know the embed also where there are no types of a browser', async () => {
    const types = ['--typeRoots', join(root, 'node_modules/@types'), '--types', 'node'];
    const text = `
      import { DropoutPlaygroundEmbed, type Settings } from 'dropout-playground/embed';
      export const names: readonly string[] = DropoutPlaygroundEmbed.observedAttributes;
      export const settings: Settings = new DropoutPlaygroundEmbed().settings;
    `;
    await compiles(text, '--module', 'nodenext', '--lib', 'es2022', ...types);
    await compiles(text, '--module', 'nodenext', '--lib', 'es2022', '--types', '');
  });

  test('know what check finds', async () => {
    const text = `
      import { check, type CheckedPost } from 'dropout-playground/check';
      const post: CheckedPost = await check('print(1)  # 2', { engine: 'torch-cpu-mkl' });
      export const lines: number[] = post.claims.map(({ line }) => line);
      // @ts-expect-error: no machine of PyTorch
      await check('', { engine: 'jax' });
    `;
    await compiles(text, '--module', 'nodenext', '--lib', 'es2022', '--types', '');
  });

  test('suit programs for workers', async () => {
    const text = `
      import { load } from 'dropout-playground';
      onmessage = async ({ data }) => postMessage((await load({ wasm: data })).ones([2]).sum());
    `;
    await compiles(text, '--module', 'nodenext', '--lib', 'es2022,webworker', '--types', '');
  });
});

describe('under a policy without unsafe-eval', () => {
  // What makes code of text: eval(…), Function(…), new Function(…), and timers of a text.
  function evaluations(text) {
    const found = [];
    for (const { type, callee, arguments: [argument] = [], start, end } of nodesOf(text)) {
      if (type !== 'CallExpression' && type !== 'NewExpression') continue;
      const name = callee.name ?? callee.property?.name;
      const isTimer = /^set(?:Timeout|Interval)$/.test(name) && argument?.type === 'Literal';
      const isMethod = callee.type === 'MemberExpression' && callee.object.name !== 'globalThis';
      if (isTimer || (/^(?:eval|Function)$/.test(name) && !isMethod))
        found.push(text.slice(start, end));
    }
    return found;
  }

  test('no file makes code of text', async () => {
    const names = await readdir(installed('dist'), { recursive: true });
    const scripts = names.filter((name) => name.endsWith('.js'));
    assert.ok(scripts.length >= 4);
    for (const name of scripts) {
      assert.deepEqual(evaluations(await readFile(installed('dist', name), 'utf8')), [], name);
    }
  });

  test('a file that did would be found, and a method called eval is none', () => {
    const text = `
      class Layer { eval() {} }
      new Layer().eval(); // eval('1')
      eval('1'); globalThis.eval('2'); new Function('3'); Function('4'); setTimeout('5', 0);
    `;
    assert.deepEqual(evaluations(text), [
      "eval('1')",
      "globalThis.eval('2')",
      "new Function('3')",
      "Function('4')",
      "setTimeout('5', 0)",
    ]);
  });
});
