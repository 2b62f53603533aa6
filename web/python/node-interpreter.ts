// The interpreter in Node, of the files that the package has.
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { operationsWasm } from '../core/operations-wasm.ts';
import { openCoreDoor } from './core-door.ts';
import { Interpreter, type InterpreterParts } from './interpreter.ts';
import { pyodidePackage } from './pyodide-package.ts';

/** Where the package has the Python files. */
const LIBRARY = new URL('./python-library.zip.txt', import.meta.url);
const PLOTTING = new URL('./python-plotting.zip.txt', import.meta.url);

/**
 * Starts it, which takes two to three seconds.
 *
 * @param more What it has of the machine: nothing without it.
 * @throws Error where there is no Pyodide: it says how to add it.
 */
export async function startNodeInterpreter(
  more: Pick<InterpreterParts, 'folders' | 'stdin'> = {},
): Promise<Interpreter> {
  return Interpreter.start({
    ...(await pyodidePackage()),
    library: await readFile(LIBRARY),
    plotting: () => readFileSync(PLOTTING),
    core: await openCoreDoor(operationsWasm(), (url) => readFile(url)),
    ...more,
  });
}
