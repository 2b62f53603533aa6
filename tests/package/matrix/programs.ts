// Other programs, run to their end: what they print, or why they failed.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify, stripVTControlCharacters } from 'node:util';

/** Where the bundlers and runtimes are installed. */
export const tools = fileURLToPath(new URL('./node_modules', import.meta.url));

// npm and Playwright tell their children in variables how to work, which these must not hear.
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_OPTIONS|NODE_ENV|PW)/i.test(name)),
);

export async function run(command: string, args: string[], cwd: string): Promise<string> {
  try {
    return (await promisify(execFile)(command, args, { cwd, env, timeout: 120_000 })).stdout;
  } catch (error) {
    const { stdout, stderr, message } = error as Error & { stdout: string; stderr: string };
    throw new Error(`${message}\n${stdout}\n${stderr}`);
  }
}

/** A command of an npm package of `tools`. */
export function runTool(name: string, args: string[], cwd: string): Promise<string> {
  return run(join(tools, '.bin', name), args, cwd);
}

/** What a server prints, as it comes. */
interface Told {
  /** Resolves with the first match; rejects if the server ends. */
  match(pattern: RegExp): Promise<string>;
}

/** Starts a server of `tools`, calls `use`, and ends it. */
export async function withServer(
  name: string,
  args: string[],
  cwd: string,
  use: (told: Told) => Promise<void>,
): Promise<void> {
  const child = spawn(join(tools, '.bin', name), args, {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  let printed = '';
  const match = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (text) => {
          printed += stripVTControlCharacters(`${text}`);
          const [found] = pattern.exec(printed) ?? [];
          if (found) resolve(found);
        });
      }
      child.on('exit', () => reject(new Error(`${name} ended: ${printed}`)));
    });
  try {
    await use({ match });
  } finally {
    child.kill();
    await ended;
  }
}

/** Starts a server of `tools`, passes the address that it prints to `use`, and ends it. */
export function withTool(
  name: string,
  args: string[],
  cwd: string,
  use: (address: string) => Promise<void>,
): Promise<void> {
  return withServer(name, args, cwd, async (told) =>
    use(await told.match(/http:\/\/localhost:\d+\//)),
  );
}

/** The version that is installed; undefined if none is. */
export function versionOf(name: string): string | undefined {
  const path = join(tools, name, 'package.json');
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).version : undefined;
}
