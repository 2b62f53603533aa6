// What helps to edit an input: ready-made inputs, undo and redo.
import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Settings } from '../../experiment/settings.ts';
import { examples } from './examples.ts';

/** @param onChoose Takes what an example sets. */
export function exampleChoice(onChoose: (settings: Partial<Settings>) => void): TemplateResult {
  const onChange = (event: Event) => {
    const select = event.currentTarget as HTMLSelectElement;
    const example = examples()[Number(select.value)];
    select.value = '';
    if (example) onChoose({ call: '1', gradient: '', ...example.settings });
  };
  return html`<select
    id="example"
    class="quiet"
    aria-label=${msg('Examples of inputs', { id: 'examples' })}
    .value=${live('')}
    @change=${onChange}
  >
    <option value="" disabled selected>${msg('Examples…', { id: 'examples-prompt' })}</option>
    ${examples().map(({ name }, i) => html`<option value=${i}>${name}</option>`)}
  </select>`;
}

export function historyButtons(
  { canUndo, canRedo }: { canUndo: boolean; canRedo: boolean },
  onStep: (step: 'undo' | 'redo') => void,
): readonly TemplateResult[] {
  const button = (step: 'undo' | 'redo', sign: string, label: string, enabled: boolean) =>
    html`<button
      type="button"
      title=${label}
      aria-label=${label}
      aria-disabled=${!enabled}
      @click=${() => onStep(step)}
    >
      ${sign}
    </button>`;
  return [
    button('undo', '↶', msg('Undo', { id: 'undo' }), canUndo),
    button('redo', '↷', msg('Redo', { id: 'redo' }), canRedo),
  ];
}
