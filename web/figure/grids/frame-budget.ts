// One animation frame's time for drawing, shared by all that has something to draw.

/** Half a frame at 60 Hz: the other half is the browser's and everybody else's. */
const BUDGET_MS = 8;

/** Draws, once, for some milliseconds; says whether it can draw better if it is called again. */
export type Draw = () => boolean;

const waiting = new Set<Draw>();
let isAsked = false;

/** Has it called in the next frame that has time, until it is done; once, however often it is asked. */
export function drawSoon(draw: Draw): void {
  waiting.add(draw);
  ask();
}

export function drawNoMore(draw: Draw): void {
  waiting.delete(draw);
}

function ask(): void {
  if (isAsked || waiting.size === 0) return;
  isAsked = true;
  requestAnimationFrame(() => {
    isAsked = false;
    drawAll();
    ask();
  });
}

// Each at most once a frame, and those that had no turn first in the next.
function drawAll(): void {
  const start = performance.now();
  for (const draw of [...waiting]) {
    waiting.delete(draw);
    if (draw()) waiting.add(draw);
    if (performance.now() - start > BUDGET_MS) return;
  }
}
