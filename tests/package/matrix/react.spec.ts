// A post in React with the embed: its types, what Node renders of it, and what the browser makes of that.
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Locator } from '@playwright/test';
import { expect, test } from '../../browser/browsers/fixtures.ts';
import { POLICY } from './bundlers.ts';
import { withFiles } from './file-server.ts';
import { errorsOn } from './page-errors.ts';
import { expected, numbersIn } from './posts.ts';
import { run, runTool, tools, versionOf } from './programs.ts';
import { withProject } from './project.ts';

/** Gives the project packages of the matrix, each under the name it has there or another. */
async function link(folder: string, packages: Record<string, string>): Promise<void> {
  for (const [name, from] of Object.entries(packages)) {
    const path = join(folder, 'node_modules', name);
    await mkdir(dirname(path), { recursive: true });
    await symlink(join(tools, from), path);
  }
}

/** Puts the guide's programs into files of the project, and returns their names. */
async function writeExamples(folder: string): Promise<string[]> {
  const guide = await readFile(new URL('../../../docs/embed.md', import.meta.url), 'utf8');
  const programs = [...guide.matchAll(/^```(tsx?)\n(.*?)^```$/gms)];
  expect(programs.length).toBeGreaterThanOrEqual(3);
  return await Promise.all(
    programs.map(async ([, extension, code = ''], index) => {
      const name = `example-${index}.${extension}`;
      await writeFile(join(folder, name), code);
      return name;
    }),
  );
}

const react = { react: 'react', 'react-dom': 'react-dom' };

for (const [version, packages, files] of [
  [
    '@types/react',
    { '@types/react': '@types/react', '@types/react-dom': '@types/react-dom' },
    ['main.tsx', 'server.tsx', 'wrong.tsx'],
  ],
  // Whose react-dom is another one.
  [
    'types-react-18',
    { '@types/react': 'types-react-18' },
    ['post.tsx', 'served-post.tsx', 'wrong.tsx'],
  ],
] as const) {
  const major = versionOf(version)?.split('.')[0];
  test(`JSX of React ${major}`, async () => {
    test.info().annotations.push({ type: 'version', description: versionOf(version) ?? '' });
    await withProject('react', async (folder) => {
      await link(folder, packages);
      const inTheGuide = await writeExamples(folder);
      for (const moduleResolution of ['nodenext', 'bundler']) {
        const module = moduleResolution === 'bundler' ? 'esnext' : moduleResolution;
        const compilerOptions = {
          ...{ noEmit: true, strict: true, skipLibCheck: false, exactOptionalPropertyTypes: true },
          ...{ module, moduleResolution, allowImportingTsExtensions: true, types: [] },
          ...{ target: 'es2022', lib: ['es2022', 'dom', 'dom.iterable'], jsx: 'react-jsx' },
        };
        await writeFile(
          join(folder, 'tsconfig.json'),
          JSON.stringify({ compilerOptions, files: [...files, ...inTheGuide] }),
        );
        await runTool('tsc', ['--project', '.'], folder);
      }
    });
  });
}

/** What a reader and the post make of the figure, each in the eyes of the other. */
async function followsAndLeads(post: Locator): Promise<void> {
  const embed = post.locator('dropout-playground').first();
  const printed = embed.getByRole('group', { name: 'print(drop.train()(x))', exact: true });
  const shown = async () => numbersIn((await printed.allInnerTexts()).join());
  await embed.scrollIntoViewIfNeeded();
  await expect.poll(shown).toEqual(expected[0]);

  const slider = embed.getByRole('slider');
  await slider.press('ArrowRight');
  await expect(post.locator('output')).toHaveText('p = 0.51');
  await slider.press('ArrowLeft');
  await expect(post.locator('output')).toHaveText('p = 0.5');

  // And back: the same seed, with the engine of another machine.
  await post.getByRole('button', { name: 'on Linux' }).click();
  await expect.poll(shown).toEqual(expected[1]);
  await expect(embed).toHaveAttribute('engine', 'torch-cpu-mkl');
}

test('a post in React, and one that a server renders', async ({ page }) => {
  test.info().annotations.push({ type: 'version', description: versionOf('react') ?? '' });
  await withProject('react', async (folder) => {
    await link(folder, react);
    await runTool('vite', ['build'], folder);
    await runTool('vite', ['build', '--ssr', 'server.tsx', '--outDir', 'server'], folder);
    const served = (await run(process.execPath, ['server/server.js'], folder)).trim();
    expect(served).toContain('<dropout-playground input="torch.ones(6, 6)" p="0.5" seed="123"');
    expect(served).toContain('<p>ones of 6 × 6</p></dropout-playground>');
    const index = join(folder, 'dist/index.html');
    const html = await readFile(index, 'utf8');
    expect(html).toContain('<!--served-->');
    await writeFile(index, html.replace('<!--served-->', served));

    const errors = errorsOn(page);
    await withFiles(
      join(folder, 'dist'),
      { 'Content-Security-Policy': POLICY },
      async (address) => {
        await page.goto(`${address}/`);
        await followsAndLeads(page.locator('#post'));
        await followsAndLeads(page.locator('#served-post'));

        // Attributes of any type are attributes of the element.
        const hidden = page.locator('dropout-playground[hidden]');
        const { settings, controls, loading } = await hidden.evaluate((embed) => ({
          settings: (embed as HTMLElementTagNameMap['dropout-playground']).settings,
          controls: embed.getAttribute('controls'),
          loading: embed.getAttribute('loading'),
        }));
        expect({ ...settings, controls, loading }).toEqual({
          ...{ input: '[1, 2]', p: '0.25', seed: '7', engine: 'torch-cpu', layer: 'Dropout' },
          ...{ inplace: 'true', call: '1', gradient: '[1, 1]', controls: '', loading: 'lazy' },
          ...{ skip: '0', reseed: '', earlier: '' },
        });
      },
    );
    expect(errors).toEqual([]);
  });
});
