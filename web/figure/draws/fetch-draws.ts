// Fetches <dropout-draws> for the first figure that shows it. Most figures in posts show it only when a reader asks
// for more, and room is kept for it until it is there.
import { importAgain } from '../../loading/import-again.ts';

let isAsked = false;

/** After a failure the next figure asks for it again. */
export function fetchDraws(): void {
  if (isAsked) return;
  isAsked = true;
  importAgain(() => import('../draws-define.ts')).catch(() => {
    isAsked = false;
  });
}
