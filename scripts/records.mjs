// `npm run records`: writes web/core/records.ts, what the package knows of engines and layers, from
// their records in C++.
import { buildPreset } from './cmake.mjs';
import { run } from './commands.mjs';
import { main } from './steps.mjs';

await main(import.meta.url, async () => {
  await buildPreset('native-debug', { target: 'records', onLine: console.log });
  await run('build/native-debug/src/records', ['--write', 'web/core/records.ts']);
});
