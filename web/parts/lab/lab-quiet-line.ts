// The quiet line of the lab: what is trained, each a choice.
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { formatNumber, formatPercent } from '../../i18n/number-format.ts';
import type { LabSettings } from './lab-attributes.ts';
import { choicesOf, noiseOf, SCENARIOS, scenarioOf, seedOf, widthOf } from './lab-settings.ts';

export function quietLine(
  settings: LabSettings,
  onChoose: (settings: Partial<LabSettings>) => void,
  program: () => string,
  data: () => string,
  onRun: (() => void) | null,
): TemplateResult {
  const { widths, noises } = choicesOf(settings);
  const seed = seedOf(settings);
  const choice = (
    name: keyof LabSettings,
    label: string,
    chosen: string | number,
    all: readonly (string | number)[],
    said: (one: string) => string,
  ) =>
    html`<select
      class="quiet"
      aria-label=${label}
      .value=${live(String(chosen))}
      @change=${(event: Event) => onChoose(changeOf(name, (event.target as HTMLSelectElement).value))}
    >
      ${all.map((one) => html`<option value=${one} ?selected=${one === chosen}>${said(String(one))}</option>`)}
    </select>`;
  return html`<div class="quiet" role="group" aria-label=${msg('What is trained', { id: 'lab-quiet-line' })}>
    ${choice('scenario', msg('What is learned', { id: 'lab-scenario' }), scenarioOf(settings), Object.keys(SCENARIOS), scenarioName)}
    ${choice(
      'width',
      msg('Units of a layer', { id: 'lab-width' }),
      widthOf(settings),
      widths,
      (width) => msg(str`${width} units a layer`, { id: 'lab-width-of' }),
    )}
    ${choice(
      'noise',
      msg('Noise of the examples', { id: 'lab-noise' }),
      noiseOf(settings),
      noises,
      (noise) => noiseWords(scenarioOf(settings), Number(noise)),
    )}
    <span class="seed">
      <label for="seed">${msg('seed', { id: 'seed' })}</label>
      <input
        id="seed"
        class="box"
        inputmode="numeric"
        .value=${live(String(seed))}
        @change=${(event: Event) => onChoose({ seed: (event.target as HTMLInputElement).value })}
      />
      <button type="button" @click=${() => onChoose({ seed: String(seed + 1) })}>
        ${msg('another seed', { id: 'lab-another-seed' })}
      </button>
    </span>
    <span class="end">
      ${
        onRun
          ? html`<button type="button" class="run-program" @click=${onRun}>
              ${msg('Run as a PyTorch program', { id: 'lab-run-program' })}
            </button>`
          : nothing
      }
      <copy-button
        quiet
        .text=${program}
        .what=${msg('this training', { id: 'lab-this' })}
        .label=${msg('Copy the program', { id: 'lab-program' })}
      ></copy-button>
      <copy-button
        quiet
        .text=${data}
        .what=${msg('losses over the steps', { id: 'lab-data' })}
        .label=${msg('Copy data', { id: 'copy-data' })}
      ></copy-button>
    </span>
  </div>`;
}

function scenarioName(scenario: string): string {
  switch (scenario) {
    case 'glyphs':
      return msg('digits, some with wrong labels', { id: 'lab-glyphs' });
    case 'disc':
      return msg('a disc in the plane', { id: 'lab-disc' });
    case 'linear':
      return msg('where it does not help', { id: 'lab-linear' });
    case 'transformer':
      return msg('more than four filled? (a transformer)', { id: 'lab-transformer' });
    default:
      return msg('a curve', { id: 'lab-curve' });
  }
}

/** Another scenario has its own steps, width and noise. */
function changeOf(name: keyof LabSettings, value: string): Partial<LabSettings> {
  return name === 'scenario'
    ? { scenario: value, steps: '', width: '', noise: '' }
    : { [name]: value };
}

function noiseWords(scenario: string, noise: number): string {
  return scenario === 'glyphs' || scenario === 'transformer'
    ? msg(str`wrong labels ${formatPercent(noise)}`, { id: 'lab-wrong-labels' })
    : msg(str`noise ${formatNumber(noise)}`, { id: 'lab-noise-of' });
}
