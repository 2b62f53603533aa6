// What <dropout-program> fetches in a post when a reader runs it.
import '../program/program-texts.ts';
import { define } from '../design/define.ts';
import { languageOf } from '../i18n/language-controller.ts';
import { loadLanguage } from '../i18n/localization.ts';
import { DropoutProgram } from '../program/dropout-program.ts';
import { programElements } from '../program/program-elements.ts';

// The build appends the package's version to these names, as to those of a figure.
define({ ...programElements, 'program-figure': DropoutProgram });

/** Where the files are that a program needs, unless the page says otherwise. */
const FILES = new URL('./', import.meta.url).href;

/** The playground is the page beside whose folder of embeds this file is; elsewhere there is none that is known. */
const PLAYGROUND = /^(https?:.*\/)embed\/$/.exec(FILES)?.[1] ?? '';

/** The program in place of the block of an element, whose attributes it has. */
export async function createProgram(place: Element, source: string): Promise<DropoutProgram> {
  // It stays English where the texts cannot be fetched.
  await loadLanguage(languageOf(place)).catch(() => {});
  const program = document.createElement('program-figure') as DropoutProgram;
  const attribute = (name: string, without: string) => place.getAttribute(name) ?? without;
  program.source = source;
  program.engine = attribute('engine', 'torch-cpu');
  program.session = attribute('session', '');
  program.playground = attribute('playground', PLAYGROUND);
  program.parts = {
    // With a slash at its end, whether or not the page has written one.
    pyodide: new URL(attribute('pyodide', `${FILES}pyodide`).replace(/\/?$/, '/'), document.baseURI)
      .href,
    library: `${FILES}python-library.zip.txt`,
    operations: `${FILES}wasm/dropout-operations.wasm`,
  };
  return program;
}
