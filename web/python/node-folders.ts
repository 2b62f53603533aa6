// The folders of the machine that a program sees in Node, at their own paths.
import type { loadPyodide } from 'pyodide';

type Pyodide = Awaited<ReturnType<typeof loadPyodide>>;

export interface Folders {
  /** Where the program is run. */
  current: string;
  /** Where it imports its own modules from, first of all. */
  modules: string;
}

/** Makes them a part of Pyodide's file system, unless something of its own is there, as at `/` and `/lib`. */
export function enterFolders(pyodide: Pyodide, { current, modules }: Folders): void {
  const [inside, importing] = [pathOf(current), pathOf(modules)];
  // The outer one first, if one is inside of the other: that is all then.
  const [outer = '', other = ''] = [current, modules].sort((one, two) => one.length - two.length);
  mount(pyodide, outer);
  if (!`${pathOf(other)}/`.startsWith(`${pathOf(outer)}/`)) mount(pyodide, other);
  if (pyodide.FS.analyzePath(inside).exists) pyodide.FS.chdir(inside);
  const globals = pyodide.toPy({ importing });
  pyodide.runPython('import sys; sys.path.insert(0, importing)', { globals });
  globals.destroy();
}

function mount({ FS, mountNodeFS }: Pyodide, folder: string): void {
  const path = pathOf(folder);
  const isTaken = FS.analyzePath(path).exists && FS.readdir(path).length > 2;
  if (!isTaken) mountNodeFS(path, folder);
}

/** Of Windows as well: `/C:/Users`. */
const pathOf = (folder: string) =>
  folder
    .replaceAll('\\', '/')
    .replace(/^(?!\/)/, '/')
    .replace(/(?<=.)\/$/, '');
