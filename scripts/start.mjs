// `npm start`: sets everything up, builds, and serves the page.
import { build } from './build.mjs';
import { setup } from './setup.mjs';
import { main } from './steps.mjs';

await main(import.meta.url, async () => {
  await setup({ tests: false });
  await build();

  const { preview } = await import('vite');
  // The address of every loopback client; a taken port makes Vite try the next.
  const server = await preview({ preview: { host: '127.0.0.1', port: 4173 } });
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.httpServer.address());
  console.log(`\nThe playground is at http://localhost:${port}/ (Ctrl-C ends it)`);
});
