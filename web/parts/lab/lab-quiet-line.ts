// The quiet line of the lab: what is trained, each a choice.
import { msg, str } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { formatNumber } from '../../i18n/number-format.ts';
import { choicesOf, type LabSettings, noiseOf, seedOf, widthOf } from './lab-settings.ts';

export function quietLine(
  settings: LabSettings,
  onChoose: (settings: Partial<LabSettings>) => void,
): TemplateResult {
  const { widths, noises } = choicesOf(settings);
  const seed = seedOf(settings);
  const choice = (
    name: keyof LabSettings,
    label: string,
    chosen: number,
    all: readonly number[],
    said: (one: number) => string,
  ) =>
    html`<select
      class="quiet"
      aria-label=${label}
      .value=${live(String(chosen))}
      @change=${(event: Event) => onChoose({ [name]: (event.target as HTMLSelectElement).value })}
    >
      ${all.map((one) => html`<option value=${one} ?selected=${one === chosen}>${said(one)}</option>`)}
    </select>`;
  return html`<div class="quiet" role="group" aria-label=${msg('What is trained', { id: 'lab-quiet-line' })}>
    ${choice(
      'width',
      msg('Units of a layer', { id: 'lab-width' }),
      widthOf(settings),
      widths,
      (width) => msg(str`${width} units a layer`, { id: 'lab-width-of' }),
    )}
    ${choice(
      'noise',
      msg('Noise of the points', { id: 'lab-noise' }),
      noiseOf(settings),
      noises,
      (noise) => msg(str`noise ${formatNumber(noise)}`, { id: 'lab-noise-of' }),
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
  </div>`;
}
