// Programs of WebKitGTK. Each has a home of its own, and is ended along with all that it started.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const longestStartMs = 20_000;

export interface Program {
  path: string;
  args: string[];
  display: string;
  env?: Record<string, string>;
  /** Whether it answers; to fail counts as no. */
  isReady: () => Promise<boolean>;
}

/** Starts it, calls `use` once it is ready, and leaves nothing of it behind. */
export async function withProgram(program: Program, use: () => Promise<void>) {
  const home = await mkdtemp(join(tmpdir(), 'webkit-'));
  try {
    await withProgramIn(home, program, use);
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function withProgramIn(home: string, program: Program, use: () => Promise<void>) {
  const { path, args, display, env, isReady } = program;
  const child = spawn(path, args, {
    detached: true, // At the head of a group, which the processes that it starts join.
    stdio: 'ignore',
    env: {
      ...process.env,
      HOME: home,
      XDG_RUNTIME_DIR: home,
      LANG: 'en_US.UTF-8',
      DISPLAY: display,
      GDK_BACKEND: 'x11',
      LIBGL_ALWAYS_SOFTWARE: '1',
      NO_AT_BRIDGE: '1', // No search for a bus of assistive technology.
      ...env,
    },
  });
  await once(child, 'spawn');
  const ended = once(child, 'exit');
  try {
    await untilReady(child, isReady);
    await use();
  } finally {
    if (isRunning(child)) process.kill(-(child.pid as number));
    await ended;
  }
}

async function untilReady(child: ChildProcess, isReady: () => Promise<boolean>) {
  const started = performance.now();
  while (!(await isReady().catch(() => false))) {
    const waitedTooLong = performance.now() - started > longestStartMs;
    if (waitedTooLong || !isRunning(child)) throw new Error(`${child.spawnfile} does not start`);
    await setTimeout(50);
  }
}

function isRunning({ exitCode, signalCode }: ChildProcess) {
  return exitCode === null && signalCode === null;
}
