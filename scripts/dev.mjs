// `npm run dev`: serves the page from its sources; a change in src/ or web/ shows at once.
import { watch } from 'node:fs';
import { buildWasm } from './build-wasm.mjs';
import { setup } from './setup.mjs';
import { Failure, main } from './steps.mjs';

await main(import.meta.url, async () => {
  await setup({ tests: false });
  await buildWasm();

  const { createServer } = await import('vite');
  const server = await createServer();
  await server.listen();
  server.printUrls();

  // An editor writes a file in several goes, and the next change may come while one is compiled.
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  let building = Promise.resolve();
  watch('src', { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      building = building.then(rebuild);
    }, 100);
  });
});

/** Compiles again; an error is shown, and the next change is another chance. */
async function rebuild() {
  try {
    await buildWasm();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    console.error(error.message);
  }
}
