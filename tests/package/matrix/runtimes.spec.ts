// The package in each runtime, without a browser; and its types in the programs of TypeScript 5.
import { existsSync } from 'node:fs';
import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '../../browser/browsers/fixtures.ts';
import { expected, numbersIn, programs, rounded } from './posts.ts';
import { run, runTool, tools, versionOf } from './programs.ts';
import { withProject } from './project.ts';

interface Runtime {
  name: string;
  /** The npm package. */
  from: string;
  command: string[];
  hasWorkers: boolean;
}

const bin = (...path: string[]) => join(tools, ...path);

const runtimes: Runtime[] = [
  ...['20', '22', '24', '26'].map((version) => ({
    name: `Node ${version}`,
    from: `node-${version}`,
    command: [bin(`node-${version}`, 'bin/node')],
    hasWorkers: false,
  })),
  {
    name: 'Deno',
    from: 'deno',
    command: [bin('.bin/deno'), 'run', '--no-prompt', '--node-modules-dir=manual', '--allow-read'],
    hasWorkers: true,
  },
  { name: 'Bun', from: 'bun', command: [bin('.bin/bun'), 'run'], hasWorkers: true },
];

for (const { name, from, command, hasWorkers } of runtimes) {
  for (const place of hasWorkers ? ['', 'worker'] : ['']) {
    test(`${name}${place && ', in a worker'}`, async () => {
      const [program = '', ...options] = command;
      test.skip(!existsSync(program), `npm has no ${from} for this machine`);
      test.info().annotations.push({ type: 'version', description: versionOf(from) ?? '' });
      await withProject('program', async (folder) => {
        const args = [...options, 'run.js', JSON.stringify(programs), place];
        const outputs = JSON.parse(await run(program, args, folder));
        const values = place ? outputs.map(rounded) : outputs.map(numbersIn);
        expect(values).toEqual(expected);
      });
    });
  }
}

const CONSUMER = `
  import { load, type Playground, type Tensor } from 'dropout-playground';
  const { tensor, Generator, Dropout }: Playground = await load();
  const generator = new Generator('torch-cpu').manualSeed(42);
  export const y: Tensor = new Dropout(0.5, { generator }).forward(tensor([1, 2, 3, 4]));
`;
const RENDERED = `
  import { DropoutPlaygroundEmbed, type Settings } from 'dropout-playground/embed';
  export const settings: Settings = new DropoutPlaygroundEmbed().settings;
`;
const EMBED = `
  import { DropoutPlaygroundEmbed, type Settings } from 'dropout-playground/embed';
  const embed: DropoutPlaygroundEmbed = document.createElement('dropout-playground');
  embed.settings = { p: '0.25' };
  export const told: Settings[] = [];
  document.addEventListener('dropout-change', ({ bubbles }) => bubbles && told.push(embed.settings));
`;
const IN_WORKER = `
  import { DropoutWorker, type DropoutResult } from 'dropout-playground/worker';
  export const y: DropoutResult = await new DropoutWorker().dropout({ input: '[1, 2]', seed: 42 });
`;
const types = fileURLToPath(new URL('../../../node_modules/@types', import.meta.url));

for (const [module, moduleResolution] of [
  ['nodenext', 'nodenext'],
  ['node16', 'node16'],
  ['esnext', 'bundler'],
  // Knows no `exports`, only `main` and `typesVersions`.
  ['esnext', 'node10'],
]) {
  test(`TypeScript 5, moduleResolution ${moduleResolution}`, async () => {
    test.info().annotations.push({ type: 'version', description: versionOf('typescript') ?? '' });
    await withProject('program', async (folder) => {
      await symlink(types, join(folder, 'node_modules/@types'));
      await writeFile(join(folder, 'consumer.ts'), CONSUMER);
      await writeFile(join(folder, 'rendered.ts'), RENDERED);
      await writeFile(join(folder, 'in-worker.ts'), IN_WORKER);
      await writeFile(join(folder, 'embed.ts'), EMBED);
      const strictly = ['--noEmit', '--strict', '--skipLibCheck', 'false', '--target', 'es2022'];
      const resolution = [`--module`, `${module}`, '--moduleResolution', `${moduleResolution}`];
      const options = [...strictly, ...resolution];
      const inNode = ['--types', 'node', '--lib', 'es2022'];
      await runTool('tsc', [...options, ...inNode, 'consumer.ts', 'rendered.ts'], folder);
      // An array of no types cannot be said on the command line of TypeScript 5.
      await writeFile(
        join(folder, 'tsconfig.json'),
        JSON.stringify({
          compilerOptions: {
            ...{ noEmit: true, strict: true, skipLibCheck: false, types: [], target: 'es2022' },
            ...{ module, moduleResolution, lib: ['es2022', 'dom'] },
          },
          files: ['consumer.ts', 'in-worker.ts', 'embed.ts'],
        }),
      );
      await runTool('tsc', ['--project', '.'], folder);
    });
  });
}
