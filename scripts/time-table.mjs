// When the parts of a task began, how long each took, and after which other: what to look at when the
// whole takes too long.

/**
 * @param {readonly import('./side-by-side.mjs').Outcome[]} outcomes
 */
export function timeTable(outcomes) {
  const rows = [
    ['part', 'began', 'took', ''],
    ...outcomes
      .toSorted((a, b) => a.from - b.from)
      .map((outcome) => [
        outcome.name,
        clock(outcome.from),
        outcome.missing === undefined ? `${((outcome.to - outcome.from) / 1000).toFixed(1)} s` : '',
        remark(outcome),
      ]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map(([name, began, took, after]) =>
      [name.padEnd(widths[0]), began.padStart(widths[1]), took.padStart(widths[2]), after]
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** @param {import('./side-by-side.mjs').Outcome} outcome */
function remark({ after, failure, missing }) {
  if (missing !== undefined) return `not done, for want of: ${missing}`;
  return [failure ? 'failed' : '', after ? `after: ${after}` : ''].filter(Boolean).join(', ');
}

/** Minutes and seconds. @param {number} ms */
function clock(ms) {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
