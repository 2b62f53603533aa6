// The gap before each slice in a row but the first.
import { html, nothing, type TemplateResult } from 'lit';

export function gap(slice: number): TemplateResult | typeof nothing {
  return slice === 0 ? nothing : html`<td class="gap" role="none"></td>`;
}
