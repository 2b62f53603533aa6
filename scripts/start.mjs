// `npm start`: sets everything up, builds, and serves the page.
import { build } from './build.mjs';
import { setup } from './setup.mjs';
import { main } from './steps.mjs';

await main(import.meta.url, async () => {
  await setup({ tests: false });
  await build();

  const { preview } = await import('vite');
  // 127.0.0.1, which every client on this machine can reach. If the port is taken, Vite tries the next one.
  const server = await preview({ preview: { host: '127.0.0.1', port: 4173 } });
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.httpServer.address());
  console.log(`\nThe playground is at http://localhost:${port}/ (Ctrl-C ends it)`);
});
