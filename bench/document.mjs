// docs/speed.md, made of the last results of each environment.
import { requirementTable, tablesOf } from './tables.mjs';

/** @param {(import('./tables.mjs').Run & { machine: object, date: string, commit: string, note?: string })[]} runs */
export function documentOf(runs) {
  return `# Speed

Written by \`npm run bench\`; \`npm run bench -- --in page\` measures one environment anew and keeps
the others. All on one thread. The figures with everything behind them are in
[bench/results](../bench/results).

**How it is measured.** The plain passes, the engines and the others run in one process (native PyTorch in
one of its own), interleaved: 21 rounds, in each of which every case runs once, in an order drawn anew, for at least 8 ms. A figure is
the median over the rounds, with its quartiles in brackets. A multiple is the median of the quotients
within a round.

- _scale_ is a SIMD pass \`y = x * s\` out of place, compiled into the same module: the least that dropout
  could do, in nanoseconds for an element. What stands below it are multiples of its time.
- An engine's name stands for its bare kernel. \`Dropout(p).forward\` is what a user calls: it allocates an
  output, remembers the call, and the output is disposed of.
- All go over the same two buffers again and again, which the processor's caches keep as far as they are
  large enough; _from memory_ takes 16 pairs of them in turn.
- The others drop from a million ones with p = 0.3 and hand the result to JavaScript; that it is a
  dropout is checked. Ours is read through \`view()\`.

- A step of training is forward, backward and the optimizer's, for one batch that stays the same, in each
  library as its users write it; in jax-js it is one compiled function. That the loss goes down is checked.
- An operation's own cost is a hundredth of a chain of a hundred in \`tidy()\`, with all that is made and released.
- The operations' kernels run in a program of their own. Their peak is what independent products and sums
  in registers reach, in the same run.

**The page** is the built one, in a window of 1280 × 1000 (a phone's, 390 × 844, while it opens;
900 × 900 for the hundred figures), under mouse and keys that a program moves. An
edit is repainted when the frame ends in which all heat maps that it changed are drawn. A pointer's moves
come with a frame; a key comes when it likes, and then waits up to 16.7 ms for the display's next one: so the
page's own time, without that wait, is told, too.
The longest task is that of the page's thread in Chromium's tracing: by the clock, but while a page opens by
the thread's own time, since the browser is still starting beside it. Layout shift is what the
web's vitals call so: 0 if nothing jumps. 4,000 × 4,000 elements are computed, drawn, zoomed into and left
again. A hundred figures are the embed's, in a page of somebody else's, which all load at once; for a
reader they would one by one.

## Wanted and found

The worst case counts: of p = 0.3 and p = 0.5, say. ✗ marks what is missed.

${requirementTable(runs)}

${runs.map(sectionOf).join('\n\n')}
`;
}

// A run that was not made as the others are says so in a note.
function sectionOf(run) {
  const { environment, machine, date, commit, note } = run;
  const { processor, cores, memoryGiB, system, load } = machine;
  const busy = load === undefined ? '' : `, load ${load}`;
  return `## ${environment}

On ${date.slice(0, 10)} at commit ${commit}: ${processor}, ${cores} cores, ${memoryGiB} GiB, ${system}${busy}.${note ? ` ${note}` : ''}

${tablesOf(run)}`;
}
