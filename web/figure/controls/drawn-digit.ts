// A picture such as networks are trained on: a 3, drawn with a soft pen on 28 by 28 pixels.

const EXTENT = 28;

/** Half of the pen's width, in pixels. */
const PEN = 1.3;

/** Brightness from 0 to 1 with one decimal, row-major. */
export function drawnDigit(): string[] {
  return Array.from({ length: EXTENT * EXTENT }, (_, i) => {
    const x = (i % EXTENT) + 0.5;
    const y = Math.floor(i / EXTENT) + 0.5;
    const distance = Math.min(toArc(x, y, 9.2, 4.6), toArc(x, y, 18.8, 5.2));
    const brightness = Math.min(1, Math.max(0, PEN + 0.5 - distance));
    return String(Math.round(brightness * 10) / 10);
  });
}

// Two arcs, open to the left, stand one on the other.
function toArc(x: number, y: number, centreY: number, radius: number): number {
  const centreX = 13.4;
  const angle = Math.atan2(y - centreY, x - centreX);
  const open = 2.4;
  if (Math.abs(angle) <= open) return Math.abs(Math.hypot(x - centreX, y - centreY) - radius);
  const ends = [open, -open].map((end) =>
    Math.hypot(x - centreX - radius * Math.cos(end), y - centreY - radius * Math.sin(end)),
  );
  return Math.min(...ends);
}
