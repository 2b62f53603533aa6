// A screen without a monitor: WebKitGTK draws on nothing else.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

/** Starts Xvfb on a display that is free, passes its name to `use`, and stops it after that. */
export async function withDisplay(use: (display: string) => Promise<void>) {
  const options = ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'];
  const xvfb = spawn('Xvfb', options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const ended = once(xvfb, 'exit');
  try {
    const chosen = once(xvfb.stdio[3] as Readable, 'data');
    const [number] = await Promise.race([
      chosen,
      ended.then(() => Promise.reject(new Error('Xvfb ended before it had a display'))),
    ]);
    await use(`:${String(number).trim()}`);
  } finally {
    xvfb.kill();
    await ended;
  }
}
