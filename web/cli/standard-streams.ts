// Standard input and output while a program runs, which waits for both: Node's own streams would read and write only
// when it has ended.
import { readSync, writeSync } from 'node:fs';

/** Milliseconds until a pipe is tried again, whose other end is slower. */
const WAIT = 5;

/** Writes all of it. @throws Error of the system, such as EPIPE where nobody reads any more. */
export function writeStandardStream(stream: 1 | 2, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) {
    at += whenReady(() => writeSync(stream, bytes, at));
  }
}

/** Fills a part of the buffer and returns how much: 0 at the end. @throws Error of the system. */
export function readStandardStream(stream: 0, buffer: Uint8Array): number {
  try {
    return whenReady(() => readSync(stream, buffer));
  } catch (error) {
    // What Windows says of the end of a pipe.
    if ((error as NodeJS.ErrnoException).code === 'EOF') return 0;
    throw error;
  }
}

function whenReady(attempt: () => number): number {
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT);
    }
  }
}
