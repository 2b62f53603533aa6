// Style sheets as texts, `import text from 'x.css?inline'`, as Vite gives them: for what Rolldown bundles.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const INLINE = /\.css\?inline$/;

/** @returns {import('rolldown').Plugin} */
export function inlineCss() {
  const { resolve } = createRequire(import.meta.url);
  return {
    name: 'inline-css',
    resolveId: (source) =>
      INLINE.test(source) ? `${resolve(source.replace('?inline', ''))}?inline` : null,
    load(id) {
      if (!INLINE.test(id)) return null;
      const text = readFileSync(id.replace('?inline', ''), 'utf8').trim();
      return { code: `export default ${JSON.stringify(text)};`, moduleType: 'js' };
    },
  };
}
