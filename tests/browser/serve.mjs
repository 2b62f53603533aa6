// Serves the built page to its tests, at the port it is told, and axe along with it: the page's
// policy allows no script from elsewhere.
import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { preview } from 'vite';

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

await preview({
  preview: { port: Number(process.argv[2]), strictPort: true },
  plugins: [serveAxe],
});
