// Where a program goes that somebody puts into a field for a tensor: the page has a place that runs it, embeds have none.
import { kindOf } from '../../core/errors.ts';

type Run = (source: string) => void;

let run: Run | null = null;

/** Has input fields offer to run programs from now on. */
export function offerToRun(programs: Run): void {
  run = programs;
}

/** What runs the text of a field; null if that is no program, or nothing here runs any. */
export function runnerOf(error: Error): Run | null {
  return kindOf(error) === 'program' ? run : null;
}
