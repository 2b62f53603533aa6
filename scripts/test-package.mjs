// `npm run test:package`: tests the tarball in bundlers, runtimes and browsers, each in an empty project. The results
// are written into tests/package/results.md.
import { build } from './build.mjs';
import { run } from './commands.mjs';
import { installNpmPackages } from './npm-packages.mjs';
import { setup } from './setup.mjs';
import { main, step } from './steps.mjs';

const matrix = 'tests/package/matrix';

await main(import.meta.url, async () => {
  const selection = process.argv.slice(2);
  await setup({ tests: true });
  await build();
  await installNpmPackages(matrix, 'install');
  // Only if all tests run, and not a selection, as by `-- --grep parcel`.
  if (selection.length === 0) process.env.KEEP_RESULTS = 'yes';
  await step('The package, wherever it is used', async (progress) => {
    const config = ['--config', `${matrix}/playwright.config.ts`];
    await run('node_modules/.bin/playwright', ['test', ...config, ...selection], {
      onLine: (line) => (/^\s+(?:✓|✘|-|ok|x)\s/.test(line) ? progress(line) : undefined),
    });
  });
  if (selection.length === 0) console.log('See tests/package/results.md');
});
