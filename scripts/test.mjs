// `npm test`: sets everything up, builds, and runs every `test:…` script of package.json but
// `test:package`, which installs half of npm.
import { buildBlog } from './blog.mjs';
import { build } from './build.mjs';
import { CommandFailure, run } from './commands.mjs';
import { setup } from './setup.mjs';
import { main, step } from './steps.mjs';

const parts = {
  'test:format': 'Formatting and lint',
  'test:types': 'Types',
  'test:cpp': 'C++, natively, with ASan and UBSan',
  'test:fuzz': 'Fuzzing the parser',
  'test:wasm': 'C++, as WebAssembly under Node',
  'test:node': 'The package, in Node',
  'test:browser': 'The page, in Chromium, Firefox and WebKitGTK',
};

await main(import.meta.url, async () => {
  await setup({ tests: true });
  await build();
  await buildBlog();

  /** @type {string[]} */
  const failed = [];
  for (const [script, title] of Object.entries(parts)) {
    try {
      await step(title, async (progress) => {
        await run('npm', ['run', '--silent', script], { onLine: progress });
      });
    } catch (error) {
      if (!(error instanceof CommandFailure)) throw error;
      console.log(`${error.output}\n`);
      failed.push(title);
    }
  }

  const passed = Object.keys(parts).length - failed.length;
  const names = failed.length > 0 ? `: ${failed.join('; ')}` : '';
  console.log(`\n${passed} passed, ${failed.length} failed${names}`);
  if (failed.length > 0) process.exitCode = 1;
});
