// The interpreter in Node, with the sources of the library and the operations as they are built.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { loadPyodide } from 'pyodide';
import { pythonLibrary, pythonPlotting } from '../../scripts/python-library.mjs';
import { openCoreDoor } from '../../web/python/core-door.ts';
import { Interpreter, type InterpreterParts } from '../../web/python/interpreter.ts';

const WASM = new URL('../../web/core/wasm/dropout-operations.wasm', import.meta.url);

/** A new one, which takes seconds. @param others Parts that take the place of these. */
export async function startInterpreter(
  others: Partial<InterpreterParts> = {},
): Promise<Interpreter> {
  const indexURL = `${dirname(createRequire(import.meta.url).resolve('pyodide'))}/`;
  const [library, plotting, core] = await Promise.all([
    pythonLibrary(),
    pythonPlotting(),
    openCoreDoor(WASM, async (url) => readFileSync(url)),
  ]);
  return Interpreter.start({
    ...{ loadPyodide, indexURL, library, core, plotting: () => plotting },
    ...others,
  });
}
