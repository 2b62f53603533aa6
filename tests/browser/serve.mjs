// Serves the built page to its tests, at the port it is told, and along with it what the page's policy
// allows from no other origin: axe, and at /package/ what npm would install.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { preview } from 'vite';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const serveAxe = {
  name: 'serve-axe',
  configurePreviewServer({ middlewares }) {
    middlewares.use('/axe.min.js', (_, response) => {
      response.setHeader('Content-Type', 'text/javascript');
      createReadStream(axe).pipe(response);
    });
  },
};

const servePackage = {
  name: 'serve-package',
  configurePreviewServer({ middlewares }) {
    middlewares.use('/package', async (request, response, next) => {
      const { pathname } = new URL(request.url, 'http://localhost');
      const file = join(dist, normalize(decodeURIComponent(pathname)));
      const found = await stat(file).catch(() => null);
      if (!found?.isFile()) return next();
      response.setHeader('Content-Type', typeOf(file));
      response.setHeader('Cache-Control', 'no-store');
      createReadStream(file).pipe(response);
    });
  },
};

const typeOf = (file) => (file.endsWith('.wasm') ? 'application/wasm' : 'text/javascript');

await preview({
  preview: { port: Number(process.argv[2]), strictPort: true },
  plugins: [serveAxe, servePackage],
});
