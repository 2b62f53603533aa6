// The quiet line: what is chosen, each a button that unfolds its fields below the line.
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { BEFORE_LAYER } from '../../experiment/before-layer.ts';
import { machineName, machineOf } from '../../experiment/machines.ts';
import { readInplace } from '../../experiment/read-settings.ts';
import type { Settings } from '../../experiment/settings.ts';
import { exampleChoice, historyButtons } from '../controls/input-tools.ts';

/** What can be unfolded, in the order of the line. */
export const FOLDS = ['engine', 'layer', 'seed', 'call', 'text'] as const;
export type Fold = (typeof FOLDS)[number];

export interface QuietLine {
  settings: Settings;
  /** Which call is shown. */
  call: number;
  isOpen: (fold: Fold) => boolean;
  history: { canUndo: boolean; canRedo: boolean };
  onToggle: (fold: Fold) => void;
  onChoose: (settings: Partial<Settings>) => void;
  onStep: (step: 'undo' | 'redo') => void;
}

export function quietLine(line: QuietLine): TemplateResult {
  const words = wordsOf(line);
  return html`<div class="quiet" part="quiet" role="group" aria-label=${msg('What is chosen', { id: 'quiet-line' })}>
    ${FOLDS.map(
      (fold) =>
        html`<button
            type="button"
            class="fold"
            data-fold=${fold}
            aria-expanded=${line.isOpen(fold)}
            aria-controls="folded"
            @click=${() => line.onToggle(fold)}
          >${words[fold]}</button>`,
    )}
    ${exampleChoice(line.onChoose)}
    <span class="steps">${historyButtons(line.history, line.onStep)}</span>
  </div>`;
}

function wordsOf({ settings, call }: QuietLine): Record<Fold, TemplateResult> {
  const { engine, layer, inplace, seed } = settings;
  const machine = machineOf(engine);
  const isModule = /^(?:torch|flax)/.test(engine);
  const more = BEFORE_LAYER.filter((name) => settings[name] !== '' && settings[name] !== '0');
  const named = (name: string, value: unknown) =>
    html`<span class="visually-hidden">${name}: </span>${value}`;
  return {
    engine: named(
      msg('random numbers of', { id: 'draws-like' }),
      html`<b>${machineName(machine)} ${machine.versions ?? nothing}</b>`,
    ),
    layer: named(
      msg('layer', { id: 'layer' }),
      html`<b>${isModule ? `nn.${layer}` : layer}${readInplace(inplace) ? ', inplace' : nothing}</b>`,
    ),
    seed: html`${msg('seed', { id: 'seed' })} <b class="seed">${seed}</b>${more.map(
      (name) => html` · ${name} <b>${settings[name]}</b>`,
    )}`,
    call: html`${msg('call', { id: 'call' })} <b>${call}</b>`,
    text: html`${msg('text', { id: 'as-text' })}`,
  };
}
