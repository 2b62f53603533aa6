// Where the site has what programs run in.
import { isSparing } from '../design/sparing.ts';

/** From the site's top, as scripts/python-files.mjs writes it. */
declare const PYTHON_PARTS: {
  pyodide: string;
  standardLibrary: string;
  restOfLibrary: string;
  library: string;
  plotting: string;
  operations: string;
  /** Of all that is fetched at the start. */
  bytes: number;
};

/** @param site The address of the site's top. */
export function pythonParts(site: string | URL) {
  const at = (path: string) => new URL(path, site).href;
  const { pyodide, standardLibrary, restOfLibrary, library, plotting, operations, bytes } =
    PYTHON_PARTS;
  return {
    // Of all that has a part in it, the standard library alone has a name that differs.
    ...(!isSparing() && { snapshot: `${at(standardLibrary)}.snapshot` }),
    pyodide: at(pyodide),
    standardLibrary: at(standardLibrary),
    restOfLibrary: at(restOfLibrary),
    library: at(library),
    plotting: at(plotting),
    operations: at(operations),
    bytes,
  };
}
