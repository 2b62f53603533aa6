// Where a program goes that somebody puts into a field for a tensor: the page has a place that runs it, embeds have none.
import type { PlaygroundError } from '../../core/errors.ts';

/** As the core says it. */
export const IS_PROGRAM =
  'this is a program: paste one tensor of it, such as x = torch.ones(2, 3), or what print(x) shows';

type Run = (source: string) => void;

let run: Run | null = null;

/** Has input fields offer to run programs from now on. */
export function offerToRun(programs: Run): void {
  run = programs;
}

/** What runs the text of a field; null if that is no program, or nothing here runs any. */
export function runnerOf(error: Error): Run | null {
  const { details } = error as Partial<PlaygroundError>;
  return details?.template === IS_PROGRAM ? run : null;
}
