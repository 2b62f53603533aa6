// The diagrams of <dropout-places>: boxes in columns through which the numbers go upwards, as papers draw them. In the
// document, and so for the keyboard and a screen reader, they stand in the order in which the numbers pass.
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { PlaceName } from './place-programs.ts';

/** Draws a place of dropout that can be pressed. */
type Spot = (name: PlaceName, label?: string) => TemplateResult;

export function renderMlp(spot: Spot): TemplateResult {
  return html`<div class="column">
    ${end('x')} ${box('Linear')} ${box('ReLU')} ${spot('hidden')} ${box('Linear')} ${box('ReLU')}
    ${spot('hidden')} ${box('Linear')} ${end(msg('output', { id: 'place-output' }))}
  </div>`;
}

export function renderRnn(spot: Spot): TemplateResult {
  const layer = (number: number, step: number) =>
    html`<span class="step stage">
      ${msg(str`layer ${number}`, { id: 'place-layer' })} ${step < 3 ? html`<i class="across"></i>` : nothing}
    </span>`;
  return html`<div class="columns times">
    ${[1, 2, 3].map(
      (step) => html`<div class="column">
        ${end(msg(str`word ${step}`, { id: 'place-word' }))} ${spot('words')} ${layer(1, step)}
        ${spot('between')} ${layer(2, step)} ${end(msg(str`step ${step}`, { id: 'place-step' }))}
      </div>`,
    )}
    </div>
    <p class="note">${msg('None after the last layer.', { id: 'place-none' })}</p>`;
}

export function renderTransformer(spot: Spot): TemplateResult {
  const added = html`<span class="step stage sum">${msg('add & norm', { id: 'place-add' })}</span>`;
  const residual = () => spot('residual', msg('added part', { id: 'place-residual-short' }));
  return html`<div class="columns halves">
    <div class="column">
      ${end(msg('tokens + positions', { id: 'place-tokens' }))}
      ${spot('embedding', msg('embedding', { id: 'place-embedding' }))}
      <div class="column part attention">
        ${box('Q, K, V')} ${box('softmax')} ${spot('weights', msg('weights', { id: 'place-weights-short' }))}
        ${box('× V, Linear')} ${residual()} ${added} <i class="around"></i><i class="into"></i><i class="out"></i>
      </div>
    </div>
    <div class="column">
      <div class="column part forward">
        ${box('Linear')} ${box('GELU')} ${spot('feedforward', msg('hidden', { id: 'place-hidden-short' }))}
        ${box('Linear')} ${residual()} ${added} <i class="from"></i><i class="around"></i><i class="into"></i>
      </div>
    </div>
    </div>
    <p class="note">${msg('The paths around stay whole.', { id: 'place-whole' })}</p>`;
}

function box(label: string) {
  return html`<span class="step stage">${label}</span>`;
}

/** Where numbers come in or go out. */
function end(label: string) {
  return html`<span class="step end">${label}</span>`;
}
