// Writes the output of a command to standard output.

/**
 * Resolves when all of it is written, or when the reader has closed the pipe, as `| head -1` does.
 *
 * @throws Error, by a rejection, if there is no room for it.
 */
export function writeOutput(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    // The callback handles the error, but without a listener the error would end the program first.
    process.stdout.once('error', () => {});
    process.stdout.write(`${text}\n`, (error) => {
      if (!error || (error as NodeJS.ErrnoException).code === 'EPIPE') resolve();
      else reject(new Error(`the output cannot be written: ${error.message}`));
    });
  });
}
