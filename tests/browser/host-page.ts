// Somebody's page with embeds on it: its host serves the page, and another one, a CDN, the package.
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import type { Page } from '@playwright/test';
import packageJson from '../../package.json' with { type: 'json' };
import { test as base, expect } from './browsers/fixtures.ts';

const dist = new URL('../../dist/', import.meta.url);
/** Below these paths the CDN has a program for slides, and what Python programs run in. */
const ELSEWHERE: readonly (readonly [string, URL])[] = [
  ['reveal.js/', new URL('../../node_modules/reveal.js/dist/', import.meta.url)],
  ['pyodide/', new URL('../../node_modules/pyodide/', import.meta.url)],
];
const { version } = packageJson;

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.wasm': 'application/wasm',
};

/** Where the page's own host has the package. */
const OWN = '/package/';
const SCRIPTS = ['dropout-playground.js'];
/** The script of figures that are small at first. */
export const VERSION_1 = 'embed/1/dropout-playground.js';

/** Told where the package is. */
export const STRICT = (cdn: string) =>
  `default-src 'none'; script-src ${cdn} 'wasm-unsafe-eval'; connect-src ${cdn}; style-src 'self'; img-src data:`;

export interface HostOptions {
  /** Of the body; `{cdn}` is where the package is. */
  html: string;
  /** Whether the page's own host has the package, and not the CDN. */
  isOwn?: boolean;
  /** Of an iframe around the page; none without it. */
  sandbox?: string;
  policy?: ((cdn: string) => string) | undefined;
  /** Of the document. */
  lang?: string;
  /** More attributes of its root. */
  root?: string;
  /** In its head. */
  head?: string;
  /** What the page's host sends with it, and the CDN with its files. */
  headers?: Record<string, string>;
  cdnHeaders?: Record<string, string>;
  /** Scripts of the CDN in the head. */
  scripts?: readonly string[];
}

export class HostPage {
  readonly page: Page;
  /** The CDN's files that were asked for. */
  readonly fetched: string[] = [];
  /** What the CDN gives instead of some files: nothing for 404. */
  readonly faults = new Map<string, { body?: Buffer; type?: string }>();
  /** What went wrong in the page, in its own words. */
  readonly errors: string[] = [];

  #cdn = '';
  #host = '';
  #html = '';
  #sandbox: string | undefined;
  #policy: string | undefined;
  #headers: Record<string, string> = {};
  #cdnHeaders: Record<string, string> = {};
  readonly #servers: Server[] = [];

  constructor(page: Page) {
    this.page = page;
    page.on('pageerror', (error) => {
      // Firefox's account of what a policy refused, which no script threw.
      const text = String(error);
      if (!text.startsWith('Content-Security-Policy:')) this.errors.push(text);
    });
  }

  get cdn(): string {
    return this.#cdn;
  }

  get embed() {
    return this.page.locator('dropout-playground');
  }

  async start(): Promise<void> {
    this.#cdn = await this.#listen((request, response) => {
      const { pathname } = new URL(request.url ?? '/', this.#cdn);
      void this.#givePackage(pathname.slice(1), response);
    });
    this.#host = await this.#listen((request, response) => {
      const { pathname } = new URL(request.url ?? '/', this.#host);
      if (pathname.startsWith(OWN)) {
        void this.#givePackage(pathname.slice(OWN.length), response);
        return;
      }
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      if (pathname === '/' && this.#sandbox !== undefined) {
        response.end(`<iframe src="/post" sandbox="${this.#sandbox}" width="800" height="800">`);
        return;
      }
      for (const [name, value] of Object.entries(this.#headers)) response.setHeader(name, value);
      if (this.#policy) response.setHeader('Content-Security-Policy', this.#policy);
      response.end(this.#html);
    });
  }

  async stop(): Promise<void> {
    for (const server of this.#servers) {
      server.close();
      server.closeAllConnections();
    }
  }

  /** The document of the post, which may be in an iframe. */
  get post() {
    return this.#sandbox === undefined ? this.page : this.page.frameLocator('iframe');
  }

  async open({ html, policy, isOwn, sandbox, lang = 'en', ...more }: HostOptions) {
    const { scripts = SCRIPTS, root = '', head = '', headers = {}, cdnHeaders = {} } = more;
    const source = isOwn ? this.#host + OWN.slice(0, -1) : this.#cdn;
    const tags = scripts.map((name) => `<script type="module" src="${source}/${name}"></script>`);
    this.#sandbox = sandbox;
    this.#policy = policy?.(isOwn ? "'self'" : this.#cdn);
    this.#headers = headers;
    this.#cdnHeaders = cdnHeaders;
    this.#html =
      `<!doctype html><html lang="${lang}" ${root}><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>Post</title>${head}${tags.join('')}<body>${html}`.replaceAll(
        '{cdn}',
        source,
      );
    await this.page.goto(this.#host);
  }

  async #givePackage(path: string, response: ServerResponse): Promise<void> {
    this.fetched.push(path);
    const fault = this.faults.get(path);
    const body = fault ? fault.body : await fileOf(path).catch(() => undefined);
    response.writeHead(body ? 200 : 404, {
      'Access-Control-Allow-Origin': '*',
      'Content-Type': fault?.type ?? TYPES[extname(path)] ?? 'application/octet-stream',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
      ...this.#cdnHeaders,
    });
    response.end(body);
  }

  async #listen(answer: RequestListener): Promise<string> {
    const server = createServer(answer);
    this.#servers.push(server);
    await once(server.listen(0), 'listening');
    return `http://localhost:${(server.address() as AddressInfo).port}`;
  }
}

/** Below `newer/` is the package as another version of it, by its elements' names. */
async function fileOf(path: string): Promise<Buffer> {
  const [folder, files] = ELSEWHERE.find(([folder]) => path.startsWith(folder)) ?? [];
  if (folder && files) return await readFile(new URL(path.slice(folder.length), files));
  const name = path.replace(/^newer\//, '');
  const file = await readFile(new URL(name, dist));
  if (name === path || !name.endsWith('.js')) return file;
  return Buffer.from(file.toString().replaceAll(`-${version.replaceAll('.', '-')}`, '-99-0-0'));
}

export const test = base.extend<{ host: HostPage }>({
  host: async ({ page }, use) => {
    const host = new HostPage(page);
    await host.start();
    await use(host);
    await host.stop();
    expect(host.errors).toEqual([]);
  },
});

export { expect };
