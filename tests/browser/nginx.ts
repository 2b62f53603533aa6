// nginx with the configuration that examples/hosting gives away, for a folder and at a free port. Where the system has none
// there is nothing to test.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const EXAMPLE = new URL('../../examples/hosting/nginx.conf', import.meta.url);

/** Debian's is on root's PATH only. */
const NGINX = ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/bin/nginx'].find(existsSync);

export const hasNginx = NGINX !== undefined;

export interface Nginx {
  /** Without a slash at its end. */
  origin: string;
  stop(): Promise<void>;
}

/** @param root The folder that is served. */
export async function startNginx(root: string): Promise<Nginx> {
  const folder = await mkdtemp(join(tmpdir(), 'nginx-'));
  const port = await freePort();
  const example = await readFile(EXAMPLE, 'utf8');
  const site = written(example, [
    ['listen 80;', `listen 127.0.0.1:${port};`],
    ['server_name dropout.example.org;', 'server_name localhost;'],
    ['root /var/www/dropout;', `root "${root}";`],
  ]);
  const own = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const config = `
    daemon off;
    master_process off;
    pid "${folder}/pid";
    error_log stderr;
    events {}
    http {
      access_log off;
      ${own.map((name) => `${name}_temp_path "${folder}/${name}";`).join(' ')}
      ${site}
    }`;
  const path = join(folder, 'nginx.conf');
  await writeFile(path, config);
  const server = spawn(NGINX as string, ['-p', folder, '-c', path, '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said: string[] = [];
  server.stderr.on('data', (text) => said.push(String(text)));
  const ended = once(server, 'exit');
  const origin = `http://localhost:${port}`;
  while (!(await fetch(origin).catch(() => null))) {
    if (server.exitCode !== null) throw new Error(said.join(''));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    origin,
    async stop() {
      if (server.exitCode === null) {
        server.kill();
        await ended;
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function written(text: string, replacements: readonly (readonly [string, string])[]): string {
  return replacements.reduce((made, [from, to]) => {
    if (!made.includes(from)) throw new Error(`the example has no ${from}`);
    return made.replace(from, to);
  }, text);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}
