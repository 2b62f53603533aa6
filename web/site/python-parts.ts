// Where the site has what programs run in.
import type { PartAddresses } from '../python/messages.ts';

/** From the site's top. The build writes it: scripts/python-files.mjs. */
declare const PYTHON_PARTS: Required<PartAddresses>;

/** @param site The address of the site's top. */
export function pythonParts(site: string | URL): PartAddresses {
  const at = (path: string) => new URL(path, site).href;
  const { pyodide, standardLibrary, restOfLibrary, library, bytes } = PYTHON_PARTS;
  return {
    pyodide: at(pyodide),
    standardLibrary: at(standardLibrary),
    restOfLibrary: at(restOfLibrary),
    library: at(library),
    bytes,
  };
}
