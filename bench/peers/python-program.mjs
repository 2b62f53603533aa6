// A program in Python, in a process of its own, that answers each line with a line.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** @param {string} python @param {string} file  beside this one */
export function startProgram(python, file) {
  const program = fileURLToPath(new URL(file, import.meta.url));
  const child = spawn(python, [program], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    /** @param {unknown} line */
    tell: (line) => child.stdin.write(`${line}\n`),
    async answer() {
      const { value, done } = await lines.next();
      if (done) throw new Error(`${program} ended early`);
      return value;
    },
    dispose: () => child.kill(),
  };
}
