// What sets the project up begins before npm has installed anything.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, test } from 'node:test';

/** The scripts that call set-up, and so are the first that somebody runs. */
const FIRST = ['start', 'test', 'setup', 'build', 'dev', 'blog', 'docs'];

const checkout = mkdtempSync(join(tmpdir(), 'bare-checkout-'));
for (const folder of ['scripts', 'docs/generator']) {
  cpSync(folder, join(checkout, folder), {
    recursive: true,
    filter: (path) => basename(path) !== 'node_modules',
  });
}
after(() => rmSync(checkout, { recursive: true }));

for (const name of FIRST) {
  test(`scripts/${name}.mjs begins without any npm package`, () => {
    // A script that another one imports loads all that it knows, and does nothing.
    const importing = join(checkout, `import-${name}.mjs`);
    writeFileSync(importing, `await import('./scripts/${name}.mjs');\nconsole.log('begun');\n`);
    const output = execFileSync(process.execPath, [importing], { encoding: 'utf8' });
    assert.equal(output, 'begun\n');
  });
}
