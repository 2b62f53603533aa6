// The page on a host of its own, as docs/hosting.md says: real nginx, with the configuration that examples/hosting gives away.
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import config from '../../vite.config.ts';
import { expect, test } from './browsers/fixtures.ts';
import { hasNginx, type Nginx, startNginx } from './nginx.ts';
import { PlaygroundPage } from './playground-page.ts';

// Files that a page keeps are no storage that is emptied between tests.
test.use({ isKeptOffline: true, reuseContext: false });

const SITE = fileURLToPath(new URL('../../dist/site', import.meta.url));
const HEADERS = readFileSync(new URL('../../examples/hosting/_headers', import.meta.url), 'utf8');
const policy = config.preview?.headers?.['Content-Security-Policy'] as string;

// A busy machine takes its time to start Python.
const STARTS = { timeout: 150_000 };

const files = readdirSync(SITE, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => `/${relative(SITE, join(entry.parentPath, entry.name)).replaceAll('\\', '/')}`);

/** What the file for Netlify and Cloudflare gives an address: a rule may end in `*`, and each that fits adds its headers. */
function givenBy(headers: string, path: string): Headers {
  const given = new Headers();
  let fits = false;
  for (const line of headers.split('\n')) {
    if (line.startsWith('/')) {
      fits = line.endsWith('*') ? path.startsWith(line.slice(0, -1)) : path === line;
    } else if (fits && line.startsWith('  ')) {
      const [name = '', ...value] = line.split(':');
      given.append(name.trim(), value.join(':').trim());
    }
  }
  return given;
}

test('the example for Netlify and Cloudflare keeps for ever what has a hash or a version in its name', () => {
  const kept = files.filter((path) => givenBy(HEADERS, path).has('Cache-Control'));
  const changing = kept.filter(
    (path) => !/[-.][\w-]{8}\.\w+(?:\.txt)?$|-\d+\.\d+\.\d+\//.test(path),
  );
  expect(changing).toEqual([]);
  expect(kept.length).toBeGreaterThan(100);
  for (const path of ['/index.html', '/service-worker.js', '/embed/1/dropout-playground.js']) {
    expect(files).toContain(path);
    expect(kept).not.toContain(path);
  }
  expect(givenBy(HEADERS, '/').get('Content-Security-Policy')).toBe(policy);
});

test.describe('on nginx', () => {
  test.skip(!hasNginx, 'the system has no nginx');
  test.describe.configure({ mode: 'serial', timeout: 300_000 });

  let folder: string;
  let nginx: Nginx;

  // At the root and in a subfolder at once.
  test.beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hosted-'));
    cpSync(SITE, folder, { recursive: true });
    cpSync(SITE, join(folder, 'some', 'where'), { recursive: true });
    nginx = await startNginx(folder);
  });

  test.afterAll(async () => {
    await nginx?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('each file has its type, its policy, and is kept as long as it may be', async () => {
    for (const base of ['', '/some/where']) {
      for (const path of files) {
        const { status, headers } = await fetch(nginx.origin + base + path, { method: 'HEAD' });
        const forever = givenBy(HEADERS, path);
        expect(status, path).toBe(200);
        expect(headers.get('Cache-Control'), path).toBe(forever.get('Cache-Control') ?? 'no-cache');
        expect(headers.get('Access-Control-Allow-Origin'), path).toBe(
          forever.get('Access-Control-Allow-Origin'),
        );
        expect(headers.get('Content-Security-Policy'), path).toBe(policy);
        expect(headers.get('Content-Type'), path).not.toBe('application/octet-stream');
        if (/\.m?js$/.test(path)) {
          expect(headers.get('Content-Type'), path).toBe('text/javascript; charset=utf-8');
        }
        if (path.endsWith('.wasm')) {
          expect(headers.get('Content-Type'), path).toBe('application/wasm');
        }
      }
    }
  });

  test('what is large is compressed', async () => {
    const large = files.filter((path) => /\.(?:m?js|wasm|css|html|zip\.txt)$/.test(path));
    for (const path of large) {
      const { headers, body } = await fetch(nginx.origin + path, {
        headers: { 'Accept-Encoding': 'gzip' },
      });
      await body?.cancel();
      const isSmall = readFileSync(SITE + path).length < 20; // as nginx leaves them
      expect(headers.get('Content-Encoding'), path).toBe(isSmall ? null : 'gzip');
    }
  });

  for (const base of ['/', '/some/where/']) {
    test.describe(`at ${base}`, () => {
      test('the page opens, runs a program, and opens again without its host', async ({ page }) => {
        const playground = new PlaygroundPage(page);
        const url = nginx.origin + base;
        await page.goto(`${url}#code`);
        await expect(playground.printed('print(x)')).not.toBeEmpty();
        await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
        const program = page.locator('dropout-program');
        await program.getByRole('button', { name: 'Run', exact: true }).click();
        await expect(program.locator('.phase')).toHaveText(/^\s*Done/, STARTS);
        await expect(program.locator('.all pre')).toContainText('tensor([[');
        await nginx.stop();
        try {
          await page.goto(`${url}de/#p=0&seed=1`);
          await expect(page.locator('html')).toHaveAttribute('lang', 'de');
          await expect(playground.train).toContainText('tensor([1., 2., 3., 4.])');
        } finally {
          nginx = await startNginx(folder);
        }
      });
    });
  }

  test('a post on another site has its figure and runs its program', async ({ page }) => {
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    const post = `<!doctype html><title>Post</title><link rel="icon" href="data:,">
      <script type="module" src="${nginx.origin}/embed/1/dropout-playground.js"></script>
      <dropout-playground input="[1, 2, 3, 4]" loading="eager"></dropout-playground>
      <dropout-program><pre><code>import torch\nprint(torch.ones(2))\n</code></pre></dropout-program>`;
    const blog = createServer((_, response) => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8').end(post);
    }).listen(0, '127.0.0.1');
    await once(blog, 'listening');
    try {
      await page.goto(`http://127.0.0.1:${(blog.address() as AddressInfo).port}/`);
      const train = page.locator('dropout-playground').getByRole('grid', { name: 'train output' });
      await expect(train.getByRole('gridcell')).toHaveText(['2', '4', '6', '8']);
      const program = page.locator('dropout-program');
      await program.getByRole('button', { name: 'Run', exact: true }).click();
      await expect(program.locator('.all pre')).toHaveText('tensor([1., 1.])\n', STARTS);
      expect(errors).toEqual([]);
    } finally {
      blog.close();
      blog.closeAllConnections();
    }
  });
});
