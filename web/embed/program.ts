// What <dropout-program> fetches in a post when a reader runs it.
import '../program/program-texts.ts';
import { operationsWasmIn } from '../core/operations-wasm.ts';
import { define } from '../design/define.ts';
import { languageOf } from '../i18n/language-controller.ts';
import { loadLanguage } from '../i18n/localization.ts';
import { DropoutProgram } from '../program/dropout-program.ts';
import { programElements } from '../program/program-elements.ts';
import { DEFAULT_MACHINE } from '../program/program-machines.ts';
import type { PartAddresses } from '../python/messages.ts';
import { FILES, PLAYGROUND } from './playground.ts';

// The build appends the package's version to these names, as to those of a figure.
define({ ...programElements, 'program-figure': DropoutProgram });

/** The program in place of the block of an element, whose attributes it has. */
export async function createProgram(place: Element, source: string): Promise<DropoutProgram> {
  // It stays English where the texts cannot be fetched.
  await loadLanguage(languageOf(place)).catch(() => {});
  const program = document.createElement('program-figure') as DropoutProgram;
  const attribute = (name: string, without: string) => place.getAttribute(name) ?? without;
  program.source = source;
  program.engine = attribute('engine', DEFAULT_MACHINE);
  program.session = attribute('session', '');
  program.playground = attribute('playground', PLAYGROUND);
  program.parts = await partsFor(place.getAttribute('pyodide'));
  return program;
}

/**
 * Beside the script, where the site has it; or where the page says that Pyodide is, and then with all of Pyodide's own
 * standard library.
 */
async function partsFor(pyodide: string | null): Promise<PartAddresses> {
  const own = pyodide === null ? await partsOfSite().catch(() => null) : null;
  if (own) return own;
  return {
    // With a slash at its end, whether or not the page has written one.
    pyodide: new URL(`${pyodide ?? `${FILES}pyodide`}`.replace(/\/?$/, '/'), document.baseURI).href,
    library: `${FILES}python-library.zip.txt`,
    plotting: `${FILES}python-plotting.zip.txt`,
    operations: operationsWasmIn(FILES),
  };
}

/** The build of the site names them: scripts/python-files.mjs. */
async function partsOfSite(): Promise<PartAddresses | null> {
  const response = await fetch(`${FILES}python-parts.json`);
  if (!response.ok) return null;
  const { bytes, ...paths } = (await response.json()) as Required<PartAddresses>;
  const at = ([name, path]: [string, string]) => [name, new URL(`../${path}`, FILES).href];
  return { ...(Object.fromEntries(Object.entries(paths).map(at)) as typeof paths), bytes };
}
