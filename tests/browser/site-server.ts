// A server of a folder's files as any static host is one, which can be stopped and started again.
import { once } from 'node:events';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import config from '../../vite.config.ts';

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
};

export class SiteServer {
  /** What it serves; another one from the next request on. */
  folder: string;
  /** Files from elsewhere that it serves too, by their paths. */
  readonly also = new Map<string, string>();
  /** Paths it has lost, as a host in the middle of a deployment may. */
  readonly lost = new Set<string>();
  /** Which of those were asked for. */
  readonly missed = new Set<string>();

  readonly #path: string;
  #server: Server | null = null;
  #port = 0;

  /** @param path Of the site on its host: `/`, or `/some/where/`. */
  constructor(folder: string, path = '/') {
    this.folder = folder;
    this.#path = path;
  }

  /** The site's address. */
  get url(): string {
    return `http://localhost:${this.#port}${this.#path}`;
  }

  /** At the same port as before. */
  async start(): Promise<void> {
    const server = createServer(async (request, response) => {
      const { pathname } = new URL(request.url ?? '/', this.url);
      const file = await this.#fileOf(decodeURIComponent(pathname));
      if (file === null) {
        response.writeHead(404).end();
        return;
      }
      response.writeHead(200, {
        ...(config.preview?.headers as Record<string, string>),
        'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
        'Cache-Control': 'no-cache',
      });
      response.end(await readFile(file));
    });
    await once(server.listen(this.#port), 'listening');
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (!server) return;
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  }

  async #fileOf(pathname: string): Promise<string | null> {
    if (!pathname.startsWith(this.#path)) return null;
    const path = pathname.slice(this.#path.length).replace(/(^|\/)$/, '$1index.html');
    if (this.lost.has(path)) this.missed.add(path);
    if (path.includes('..') || this.lost.has(path)) return null;
    const file = this.also.get(path) ?? join(this.folder, path);
    const isFile = await stat(file).then(
      (found) => found.isFile(),
      () => false,
    );
    return isFile ? file : null;
  }
}
