// Runs other programs. Their output is not shown, but callers can follow its lines, and a failure shows its end.
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { setPriority, constants as system } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { Failure } from './steps.mjs';

const shownLines = 60; // Lines from the end of a failed program's output, which have the error and what led to it.

/** @type {Set<(signal: NodeJS.Signals) => void>} How to stop each program that runs. */
const running = new Set();
let interrupted = false;

// An interrupt first ends the programs, so that a step can still remove what they left unfinished.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    interrupted = true;
    if (running.size === 0) process.exit(130);
    for (const stop of running) stop(signal);
  });
}

/** A program that could not be started, or failed. `output` is all it printed. */
export class CommandFailure extends Failure {
  /** @param {string} message @param {string} output @param {string} [remedy] */
  constructor(message, output, remedy) {
    const end = output.trim().split('\n').slice(-shownLines);
    super([...end, message].join('\n').trim(), remedy);
    this.output = output;
  }
}

/** What ends when the user does not want to wait for it. */
export class Interrupted extends Failure {
  constructor() {
    super('Interrupted.');
  }
}

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {string} [name]    the name of the program in failures, if another program starts it
 * @property {string} [remedy]  what to do about a failure
 * @property {boolean} [group]  when it is stopped, also stops what it has started; none of them gets a terminal
 * @property {boolean} [yields]  to all programs that do not, where there are too few processors
 * @property {(line: string) => unknown} [onLine]  `false` drops the line from the output
 */

/**
 * Runs a program to its end. Resolves to the output of both streams, in the order in which it came.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<string>}
 */
export function run(program, args, options = {}) {
  const { cwd, name = basename(program), remedy, group = false, yields = false, onLine } = options;
  return new Promise((resolve, reject) => {
    if (interrupted) throw new Interrupted();
    const child = spawn(program, args, {
      cwd,
      detached: group,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    // Before it starts others, which have the priority that it has by then.
    if (yields && child.pid) setPriority(child.pid, system.priority.PRIORITY_BELOW_NORMAL);
    /** @param {NodeJS.Signals} signal */
    const stop = (signal) => {
      if (group && child.pid) process.kill(-child.pid, signal);
      else child.kill(signal);
    };
    running.add(stop);
    /** @type {string[]} */
    const lines = [];
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        if (onLine?.(line) !== false) lines.push(line);
      });
    }
    /** @param {string} problem */
    const fail = (problem) => reject(new CommandFailure(problem, lines.join('\n'), remedy));
    child.on('error', ({ message }) => {
      running.delete(stop);
      fail(`${name} could not be started: ${message}`);
    });
    child.on('close', (status, signal) => {
      running.delete(stop);
      if (interrupted) reject(new Interrupted());
      else if (status === 0) resolve(lines.join('\n'));
      else fail(`${name} failed with ${signal ?? `status ${status}`}.`);
    });
  });
}

/**
 * Whether a program of this name is on the PATH.
 *
 * @param {string} name
 */
export function onPath(name) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
