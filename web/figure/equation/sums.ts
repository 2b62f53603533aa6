// The line below a tensor: its sum and its mean.
import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import type { ShownTensor } from '../../experiment/shown-tensor.ts';
import { formatNumber } from '../../i18n/number-format.ts';

export function sums({ sum, mean }: ShownTensor): TemplateResult {
  return html`<p class="sum">
    <span>${msg('sum', { id: 'sum' })} <b>${formatNumber(sum)}</b></span>
    <span>${msg('mean', { id: 'mean' })} <b>${formatNumber(mean)}</b></span>
  </p>`;
}
