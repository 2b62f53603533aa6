// What a task shows: one line for each step, the progress of a long one, and plain words when one
// fails. Built-in modules only, here and in everything that runs before `npm ci`.
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const terminal = process.stdout.isTTY;
const quickMs = 400; // A step that is done sooner needs no line of its own while it runs.
const logEveryMs = 5_000; // How often progress adds a line where lines cannot be rewritten.

/** An expected failure: `message` says what is wrong, `remedy` how to mend it. */
export class Failure extends Error {
  /** @param {string} message @param {string} [remedy] */
  constructor(message, remedy = '') {
    super(message);
    this.remedy = remedy;
  }
}

/**
 * Runs one step of a task under its title. Whatever `work` returns is added to the finished line.
 *
 * @template T
 * @param {string} title
 * @param {(progress: (text: string) => void) => T | Promise<T>} work
 */
export async function step(title, work) {
  const line = new StatusLine(`▸ ${title}…`);
  try {
    const note = await work((text) => line.update(text));
    line.finish(`✓ ${title}${note ? `: ${note}` : ''}`);
  } catch (error) {
    line.finish(`✗ ${title}`);
    throw error;
  }
}

/**
 * Runs `work`, in the root of the clone, if the module at `url` is the one that was started. A
 * Failure becomes its words and exit status 1; anything else is a bug and keeps its stack trace.
 *
 * @param {string} url
 * @param {() => Promise<void>} work
 */
export async function main(url, work) {
  if (realpathSync(process.argv[1]) !== fileURLToPath(url)) return;
  process.chdir(fileURLToPath(new URL('..', import.meta.url)));
  try {
    await work();
  } catch (error) {
    process.exitCode = 1;
    if (!(error instanceof Failure)) throw error;
    console.error(`\n${error.message}`);
    if (error.remedy) console.error(`\n${error.remedy}`);
  }
}

/** The line of the step that runs now: rewritten on a terminal, repeated now and then in a log. */
class StatusLine {
  #started = performance.now();
  #logged = this.#started;
  #announced = false;
  #timer;

  /** @param {string} text */
  constructor(text) {
    this.text = text;
    this.#timer = setTimeout(() => this.#announce(), quickMs);
  }

  /** @param {string} progress */
  update(progress) {
    if (!this.#announced) return;
    if (terminal) {
      const room = (process.stdout.columns || 80) - this.text.length - 2;
      if (room > 0) process.stdout.write(`\r\x1b[K${this.text} ${progress.trim().slice(0, room)}`);
    } else if (performance.now() - this.#logged > logEveryMs) {
      this.#logged = performance.now();
      console.log(`    ${progress.trim()}`);
    }
  }

  /** @param {string} text */
  finish(text) {
    clearTimeout(this.#timer);
    const seconds = (performance.now() - this.#started) / 1000;
    const took = seconds < 0.1 ? '' : ` (${seconds.toFixed(1)} s)`;
    console.log(`${terminal && this.#announced ? '\r\x1b[K' : ''}${text}${took}`);
  }

  #announce() {
    this.#announced = true;
    if (terminal) process.stdout.write(this.text);
    else console.log(this.text);
  }
}
