// What a task shows: one line for each step, the progress of the long ones, and plain words when one
// fails. Built-in modules only, here and in everything that runs before `npm ci`.
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const terminal = process.stdout.isTTY;
const quickMs = 400; // A quicker step prints its line only when it is done.
const logEveryMs = 5_000; // The time between two lines of progress, if lines cannot be rewritten.

/** An expected failure: `message` says what is wrong, `remedy` how to mend it. */
export class Failure extends Error {
  /** @param {string} message @param {string} [remedy] */
  constructor(message, remedy = '') {
    super(message);
    this.remedy = remedy;
  }
}

/**
 * Runs one step of a task under its title; several may run at once. Whatever `work` returns is added to
 * the finished line.
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

/** Prints a text while steps run: above their lines, and in one piece. @param {string} text */
export function say(text) {
  erase();
  console.log(text);
  draw();
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
    console.error(`\n${inWords(error)}`);
  }
}

/** What is wrong, and below it how to mend it. @param {Failure} failure */
export const inWords = ({ message, remedy }) => (remedy ? `${message}\n\n${remedy}` : message);

/** The line of a step that runs: rewritten on a terminal, repeated now and then in a log. */
class StatusLine {
  #started = performance.now();
  #logged = this.#started;
  #progress = '';
  #timer;

  /** @param {string} text */
  constructor(text) {
    this.text = text;
    this.#timer = setTimeout(() => this.#announce(), quickMs);
  }

  /** What there is room for in so many columns. @param {number} columns */
  within(columns) {
    return `${this.text} ${this.#progress}`.trimEnd().slice(0, columns);
  }

  /** @param {string} progress */
  update(progress) {
    if (!running.has(this)) return;
    this.#progress = progress.trim();
    if (terminal) {
      erase();
      draw();
    } else if (performance.now() - this.#logged > logEveryMs) {
      this.#logged = performance.now();
      // Among several it has to say whose progress it is.
      console.log(
        `    ${running.size > 1 ? `${this.text.replace(/^▸ /, '')} ` : ''}${this.#progress}`,
      );
    }
  }

  /** @param {string} text */
  finish(text) {
    clearTimeout(this.#timer);
    const seconds = (performance.now() - this.#started) / 1000;
    const took = seconds < 0.1 ? '' : ` (${seconds.toFixed(1)} s)`;
    erase();
    running.delete(this);
    console.log(`${text}${took}`);
    draw();
  }

  #announce() {
    erase();
    running.add(this);
    if (!terminal) console.log(this.text);
    draw();
  }
}

/** @type {Set<StatusLine>} The steps that have a line, in its order. */
const running = new Set();

/** How many lines of a terminal they take up now. The cursor is at the end of the last. */
let drawn = 0;

function draw() {
  if (!terminal) return;
  // A line that a terminal breaks would be two to erase.
  const columns = (process.stdout.columns || 80) - 1;
  process.stdout.write([...running].map((line) => line.within(columns)).join('\n'));
  drawn = running.size;
}

function erase() {
  if (drawn > 1) process.stdout.write(`\x1b[${drawn - 1}A`);
  if (drawn > 0) process.stdout.write('\r\x1b[J');
  drawn = 0;
}
