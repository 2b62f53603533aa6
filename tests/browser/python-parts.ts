// Where the site has what programs run in, by the names that its build has given.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../dist/site/python/', import.meta.url));

/** From the site's top. */
export function pythonParts() {
  const names = readdirSync(FOLDER);
  const named = (begin: string) => `python/${names.find((name) => name.startsWith(begin))}`;
  return {
    pyodide: `${named('pyodide-')}/`,
    standardLibrary: named('standardLibrary-'),
    restOfLibrary: named('restOfLibrary-'),
    library: named('library-'),
    plotting: named('plotting-'),
    operations: named('operations-'),
  };
}
