// Serves the built page to its tests, at the port it is told, and along with it what the page's policy
// allows from no other origin: axe, at /package/ what npm would install, and at /pyodide/ npm's Pyodide.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { preview } from 'vite';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

const require = createRequire(import.meta.url);

const axe = require.resolve('axe-core/axe.min.js');

const serveAxe = {
  name: 'serve-axe',
  configurePreviewServer({ middlewares }) {
    middlewares.use('/axe.min.js', (_, response) => {
      response.setHeader('Content-Type', 'text/javascript');
      createReadStream(axe).pipe(response);
    });
  },
};

const pyodide = join(require.resolve('pyodide/package.json'), '..');

/** What lies in a folder, below a path of the server. */
const serveFolder = (path, folder) => ({
  name: `serve${path.replace('/', '-')}`,
  configurePreviewServer({ middlewares }) {
    middlewares.use(path, async (request, response, next) => {
      const { pathname } = new URL(request.url, 'http://localhost');
      const file = join(folder, normalize(decodeURIComponent(pathname)));
      const found = await stat(file).catch(() => null);
      if (!found?.isFile()) return next();
      response.setHeader('Content-Type', typeOf(file));
      response.setHeader('Cache-Control', 'no-store');
      createReadStream(file).pipe(response);
    });
  },
});

const TYPES = { '.wasm': 'application/wasm', '.zip': 'application/zip' };

const typeOf = (file) => TYPES[extname(file)] ?? 'text/javascript';

await preview({
  preview: { port: Number(process.argv[2]), strictPort: true },
  plugins: [serveAxe, serveFolder('/package', dist), serveFolder('/pyodide', pyodide)],
});
