// The package's `dropout-playground/check`, for Node.
import type { Interpreter } from '../python/interpreter.ts';
import { startNodeInterpreter } from '../python/node-interpreter.ts';
import { checkPost } from './check-post.ts';
import type { CheckedPost, CheckOptions } from './checked-post.ts';

export type * from './checked-post.ts';

let starting: Promise<Interpreter> | undefined;

/**
 * Says of every output that a post claims for its code whether PyTorch prints it, and on which machine. The code runs in
 * Pyodide, with the rights of Python here: check nobody's post whom you would not let run Python.
 *
 * @param text A post in Markdown, a notebook, or a program. Its blocks of Python run one after the other in one session.
 *   Claims are the comments beside and below what prints, the outputs between prompts, the block of output that follows
 *   a block of code, and the outputs that a notebook keeps.
 * @throws Error, by a rejection, where there is no Pyodide: it says how to add it.
 */
export async function check(text: string, options: CheckOptions = {}): Promise<CheckedPost> {
  starting ??= startNodeInterpreter();
  try {
    return checkPost(await starting, text, options);
  } catch (error) {
    // It may not have survived.
    starting = undefined;
    throw error;
  }
}
