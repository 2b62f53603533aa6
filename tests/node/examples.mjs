// The examples of a document: what each runs, and what it says that it prints, which stands in comments
// below each console.log().
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));

// Examples that import nothing have what load() resolves to, and the package's own names.
const beforeAnExample = `
import * as thePackage from 'dropout-playground';
Object.assign(globalThis, thePackage, await thePackage.load());
`;

/** The JavaScript in a Markdown text, each with the line it begins at. @param {string} markdown */
export function examplesIn(markdown) {
  return [...markdown.matchAll(/^```js\n(.*?)^```$/gms)].map(({ 1: code = '', index }) => ({
    code,
    line: markdown.slice(0, index).split('\n').length + 1,
  }));
}

/**
 * What an example says that it prints.
 *
 * @param {string} code
 * @returns {string} in lines
 * @throws Error for a console.log() without
 */
export function promisedBy(code) {
  const promised = [];
  let isPrinting = false;
  let isOwed = false;
  for (const line of code.split('\n').map((line) => line.replace(/(?<=;) \/\/ .*/, '').trim())) {
    const [, comment] = /^\/\/ ?(.*)/.exec(line) ?? [];
    if (isPrinting && comment !== undefined) {
      promised.push(comment);
      isOwed = false;
      continue;
    }
    if (isOwed && isPrinting) throw new Error('what console.log() prints must stand below it');
    if (line.startsWith('console.log(')) isOwed = true;
    isPrinting = isOwed && line.endsWith(';');
  }
  if (isOwed) throw new Error('what console.log() prints must stand below it');
  return promised.join('\n');
}

/**
 * What an example prints. Spaces at the beginning of a line are not kept: comments cannot show them.
 *
 * @param {string} code
 */
export async function printedBy(code) {
  const program = /from 'dropout-playground/.test(code) ? code : beforeAnExample + code;
  const command = ['--input-type=module', '--eval', program];
  const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: root });
  return stdout.trimEnd();
}
