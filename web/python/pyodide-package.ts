// npm's Pyodide, if whoever runs a program has it: most who have this package need no Python.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { loadPyodide } from 'pyodide';

export interface PyodidePackage {
  loadPyodide: typeof loadPyodide;
  /** Its folder, with a slash at the end. */
  indexURL: string;
}

/**
 * Finds it beside this package, or from where the command is run.
 *
 * @throws Error that says how to add it.
 */
export async function pyodidePackage(): Promise<PyodidePackage> {
  const wanted = await wantedVersion();
  const folder = folderFrom(import.meta.url) ?? folderFrom(join(process.cwd(), 'here.js'));
  if (folder === undefined) throw new Error(`running a program needs Pyodide. ${howToAdd(wanted)}`);
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  if (version !== wanted) {
    throw new Error(
      `running a program needs Pyodide ${wanted}, not ${version}. ${howToAdd(wanted)}`,
    );
  }
  const module: typeof import('pyodide') = await import(
    pathToFileURL(join(folder, 'pyodide.mjs')).href
  );
  return { loadPyodide: module.loadPyodide, indexURL: `${folder}/` };
}

async function wantedVersion(): Promise<string> {
  const manifest = await readFile(new URL('../package.json', import.meta.url), 'utf8');
  return JSON.parse(manifest).peerDependencies.pyodide;
}

function folderFrom(module: string): string | undefined {
  try {
    return dirname(createRequire(module).resolve('pyodide/package.json'));
  } catch {
    return undefined;
  }
}

const howToAdd = (version: string) =>
  `Add it by: npm install pyodide@${version}, or run: npx --package dropout-playground --package pyodide@${version} dropout-playground run …`;
