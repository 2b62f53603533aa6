// The text that a command ends with, on standard output.

/**
 * Resolves once all of it is written, or when nobody wants the rest, as behind `| head -1`.
 *
 * @throws Error, by a rejection, if there is no room for it.
 */
export function writeOutput(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    // The callback tells of it; without a listener it would end the program first.
    process.stdout.once('error', () => {});
    process.stdout.write(`${text}\n`, (error) => {
      if (!error || (error as NodeJS.ErrnoException).code === 'EPIPE') resolve();
      else reject(new Error(`the output cannot be written: ${error.message}`));
    });
  });
}
