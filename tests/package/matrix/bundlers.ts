// How each bundler is told to bundle the project, as its own documentation says.
import { cp, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTool } from './programs.ts';
import { configure } from './project.ts';

export interface Bundler {
  /** The npm package. */
  name: string;
  /**
   * From `folder` into its dist/, which is then a site.
   *
   * @param worker The script of the project's worker, for those that do not find it by themselves.
   */
  bundle(folder: string, worker: WorkerEntry): Promise<unknown>;
}

/** An entry of its own, which has to be bundled under this name. */
export interface WorkerEntry {
  name: string;
  from: string;
}

/** Of each project that has one. */
export const WORKERS: Record<'program' | 'embed', WorkerEntry> = {
  program: { name: 'host', from: 'dropout-playground/worker/host' },
  embed: { name: 'experiment-host', from: 'dropout-playground/embed/worker/host' },
};

const rollupConfig = fileURLToPath(new URL('./configs/rollup.config.mjs', import.meta.url));

/** What the bundles run under. */
export const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";

// Bundlers that know nothing of HTML leave the page to us: it names the script as they do.
const page = (folder: string) => cp(join(folder, 'index.html'), join(folder, 'dist/index.html'));

export const bundlers: Bundler[] = [
  { name: 'vite', bundle: (folder) => runTool('vite', ['build'], folder) },
  {
    name: 'webpack',
    async bundle(folder) {
      await runTool('webpack', ['--mode', 'production', '--entry', './main.js'], folder);
      await page(folder);
    },
  },
  {
    name: 'rollup',
    async bundle(folder, { name, from }) {
      await runTool(
        'rollup',
        ['--config', rollupConfig, '--configWorker', `${name}=${from}`],
        folder,
      );
      await page(folder);
    },
  },
  {
    name: 'esbuild',
    async bundle(folder, { name, from }) {
      // It leaves addresses alone: the worker's script is an entry, and the wasm is put beside.
      const entries = ['main.js', `${name}=${from}`];
      const options = ['--bundle', '--format=esm', '--splitting', '--outdir=dist', '--minify'];
      await runTool('esbuild', [...entries, ...options], folder);
      const wasms = join(folder, 'node_modules/dropout-playground/dist/wasm');
      const filter = (path: string) => path === wasms || path.endsWith('.wasm');
      await cp(wasms, join(folder, 'dist/wasm'), { recursive: true, filter });
      await page(folder);
    },
  },
  {
    name: 'parcel',
    async bundle(folder) {
      // It reads `exports` only where it is asked to; and for the newest browsers alone it writes an
      // import map into the page, which no policy without 'unsafe-inline' allows.
      await configure(folder, {
        '@parcel/resolver-default': { packageExports: true },
        browserslist: ['chrome >= 100', 'firefox >= 100', 'safari >= 16.4'],
      });
      const options = ['--no-cache', '--no-autoinstall', '--dist-dir', 'dist'];
      await runTool('parcel', ['build', 'index.html', ...options], folder);
    },
  },
];

/** How much a bundler has made. */
export async function sizesOf(folder: string): Promise<string> {
  const names = await readdir(join(folder, 'dist'), { recursive: true });
  const files = await Promise.all(names.map((name) => stat(join(folder, 'dist', name))));
  const bytes = files.reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0);
  return `${Math.round(bytes / 1000)} KB in ${files.filter((file) => file.isFile()).length} files`;
}
