// An empty project into which npm has installed the tarball, with the sources of one of projects/.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './programs.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Whose sources: a program of the package, a page with the embed, a post in React, one in Markdown, a simulated browser. */
export type Sources = 'program' | 'embed' | 'react' | 'simulated' | 'writing';

/** Passes the folder of a new project to `use`, and removes it after that. */
export async function withProject<T>(
  sources: Sources,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'dropout-playground-'));
  try {
    await cp(fileURLToPath(new URL(`./projects/${sources}`, import.meta.url)), folder, {
      recursive: true,
    });
    await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
    const options = ['--json', '--ignore-scripts', '--pack-destination', folder];
    const [{ filename }] = JSON.parse(await run('npm', ['pack', ...options, root], folder));
    const quietly = ['--offline', '--no-audit', '--no-fund'];
    await run('npm', ['install', ...quietly, `./${filename}`], folder);
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Adds to the project's package.json. */
export async function configure(folder: string, more: object): Promise<void> {
  const path = join(folder, 'package.json');
  const settings = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify({ ...settings, ...more }));
}
