// The part "Why dropout?": the training lab.
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { DropoutLab } from '../parts/lab/dropout-lab.ts';
import { LAB_SETTINGS } from '../parts/lab/lab-attributes.ts';
import { labText, readLab } from '../parts/lab/lab-settings.ts';

/**
 * @param lab What it trains at first; null while it is not there.
 * @param onChange Told of what the reader changes.
 * @param onRun Told of a program that the reader wants to run.
 * @param lesson What speaks of the lab, above it.
 */
export function why(
  title: string,
  lab: string | null,
  onChange: (lab: string) => void,
  onRun: (source: string) => void,
  lesson: Element | null,
): TemplateResult {
  return html`
    <h2>${title}</h2>
    <p class="lede">
      ${msg(
        'A large network learns its few examples by heart, noise and all. With dropout the same network learns what is behind them.',
        { id: 'why-lede' },
      )}
    </p>
    ${lesson} ${lab === null ? nothing : labOf(lab, onChange, onRun)}
  `;
}

function labOf(
  lab: string,
  onChange: (lab: string) => void,
  onRun: (source: string) => void,
): TemplateResult {
  const { scenario, p, seed, steps, width, noise, activation } = readLab(lab);
  return html`<dropout-lab
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
    ></dropout-lab>`;
}

/** Makes a lab another one: the reader went back, or opened another link. */
export function setLab(within: ParentNode, lab: string): void {
  const element = within.querySelector('dropout-lab');
  const settings = readLab(lab);
  for (const name of LAB_SETTINGS) element?.setAttribute(name, settings[name]);
}
