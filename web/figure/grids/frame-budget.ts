// Shares the time for drawing in an animation frame among all that have something to draw.

/** Half a frame at 60 Hz; the browser and other code need the other half. */
const BUDGET_MS = 8;

/** Draws for some milliseconds, and returns whether another call would improve the drawing. */
export type DrawStep = () => boolean;

const waiting = new Set<DrawStep>();
let isAsked = false;

/** Calls `draw` once a frame, as time allows, until it is done. Asking again meanwhile changes nothing. */
export function drawSoon(draw: DrawStep): void {
  waiting.add(draw);
  ask();
}

export function drawNoMore(draw: DrawStep): void {
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

// Calls each at most once. Those that had no turn in this frame are the first in the next one.
function drawAll(): void {
  const start = performance.now();
  for (const draw of [...waiting]) {
    waiting.delete(draw);
    if (draw()) waiting.add(draw);
    if (performance.now() - start > BUDGET_MS) return;
  }
}
