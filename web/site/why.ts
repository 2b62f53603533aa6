// The part "Why dropout?": the training lab, whose script comes when it is nearly in sight.
import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { DropoutLab } from '../parts/lab/dropout-lab.ts';
import { LAB_SETTINGS } from '../parts/lab/lab-attributes.ts';
import { labText, readLab } from '../parts/lab/lab-settings.ts';

/** So far from the window the lab is nearly in sight. */
const NEAR = '600px';

/**
 * @param lab What it trains at first.
 * @param onChange Told of what the reader changes.
 * @param onRun Told of a program that the reader wants to run.
 * @param lesson What speaks of the lab, above it.
 */
export function why(
  title: string,
  lab: string,
  onChange: (lab: string) => void,
  onRun: (source: string) => void,
  lesson: Element | null,
): TemplateResult {
  const { scenario, p, seed, steps, width, noise, activation } = readLab(lab);
  return html`
    <h2>${title}</h2>
    <p class="lede">
      ${msg(
        'A large network learns its few examples by heart, noise and all. With dropout the same network learns what is behind them.',
        { id: 'why-lede' },
      )}
    </p>
    ${lesson}
    <dropout-lab
      scenario=${scenario}
      p=${p}
      seed=${seed}
      steps=${steps}
      width=${width}
      noise=${noise}
      activation=${activation}
      @lab-change=${(event: Event) => onChange(labText((event.currentTarget as DropoutLab).settings))}
      @program-choose=${({ detail }: CustomEvent<{ source: string }>) => onRun(detail.source)}
      runs
      ${ref(loadWhenNear)}
    ></dropout-lab>
  `;
}

const near = new IntersectionObserver(
  (entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) loadLab();
  },
  { rootMargin: NEAR },
);

function loadWhenNear(lab: Element | undefined) {
  if (!lab) return;
  near.observe(lab);
  document.addEventListener('keydown', onKeyDown);
}

// The focus leaves the figure for what can take it, and would pass over a lab that is not there yet.
function onKeyDown({ key }: KeyboardEvent) {
  if (key === 'Tab') loadLab();
}

/** For who needs it before it is nearly in sight. */
export function loadLab(): void {
  near.disconnect();
  document.removeEventListener('keydown', onKeyDown);
  // Where it cannot be loaded, the rest of the page is still there.
  import('../parts/lab/lab-define.ts').catch(() => {});
}

/** Makes a lab another one: the reader went back, or opened another link. */
export function setLab(within: ParentNode, lab: string): void {
  const element = within.querySelector('dropout-lab');
  const settings = readLab(lab);
  for (const name of LAB_SETTINGS) element?.setAttribute(name, settings[name]);
}
