// The dropout calls of a line: a button, and the figure of one of them beneath the line.
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { fragmentOf } from '../experiment/link.ts';
import type { Settings } from '../experiment/settings.ts';
import { formatNumber } from '../i18n/number-format.ts';
import type { DropoutCall } from '../python/dropout-call.ts';
import type { ProgramEngine } from '../python/program-engines.ts';
import { type CallSettings, callSettings } from './call-settings.ts';

/** As many of a line, and elements of an input, as the interpreter tells. */
const MOST_OF_LINE = 20;
const MOST_ELEMENTS = 256;

export interface LineCalls {
  calls: readonly DropoutCall[];
  engine: ProgramEngine;
  /** The call whose figure is open; null for none. */
  opened: number | null;
  /** The address of the playground; '' for none. */
  playground: string;
  /** @param call null closes the figure. */
  onOpen(call: number | null): void;
}

export function callsButton({ calls, opened, onOpen }: LineCalls): TemplateResult {
  const [{ layer, p }] = calls as [DropoutCall];
  const isOpen = opened !== null;
  return html`<button type="button" class="calls" aria-expanded=${isOpen} @click=${() => onOpen(isOpen ? null : 0)}>
    ${
      calls.length === 1
        ? html`<code>${layer}(p=${p})</code>`
        : msg(str`${formatNumber(calls.length)} dropout calls`, { id: 'calls-many' })
    }
  </button>`;
}

export function callFigure(line: LineCalls): TemplateResult | typeof nothing {
  const { calls, engine, opened } = line;
  const call = calls[opened ?? -1];
  if (opened === null || !call) return nothing;
  return html`<div class="figure" part="figure" role="group" aria-label=${callName(call, opened)}>
    ${calls.length > 1 ? choiceOf(line) : nothing}
    ${shown(call, callSettings(call, engine), line.playground)}
  </div>`;
}

const callName = ({ layer, p }: DropoutCall, i: number) =>
  msg(str`call ${i + 1}: ${layer}(p=${p})`, { id: 'call-name' });

function choiceOf({ calls, opened, onOpen }: LineCalls) {
  return html`<div class="choice">
    <span>${msg('Call', { id: 'calls-choice' })}</span>
    ${calls.map(
      (call, i) =>
        html`<button type="button" aria-label=${callName(call, i)} aria-pressed=${i === opened} @click=${() => onOpen(i)}>${i + 1}</button>`,
    )}
    ${calls.length < MOST_OF_LINE ? nothing : html`<span>${msg('and no more: the first ones are kept.', { id: 'calls-first' })}</span>`}
  </div>`;
}

function shown({ shape }: DropoutCall, found: CallSettings, playground: string) {
  switch (found.kind) {
    case 'eval':
      return html`<p>${msg('In eval mode dropout returns its input as it is.', { id: 'call-eval' })}</p>`;
    case 'tensor':
      return html`<p>
        ${msg(str`No figure of this call: an input of shape ${shape} has more than ${MOST_ELEMENTS} elements, or does not lie in memory row by row.`, { id: 'call-tensor' })}
      </p>`;
    case 'state':
      return html`<p>
        ${msg('No figure of this call: how much its generator has drawn since a seed is not known.', { id: 'call-state' })}
      </p>`;
    default:
      return figureOf(found.settings, playground);
  }
}

// By its tag alone: who registers programs has registered figures, too.
function figureOf(settings: Settings, playground: string) {
  const fragment = playground && fragmentOf(settings);
  return html`<dropout-playground
      controls="draws:locked derivation:locked"
      input=${settings.input}
      p=${settings.p}
      seed=${settings.seed}
      engine=${settings.engine}
      layer=${settings.layer}
      inplace=${settings.inplace}
      skip=${settings.skip}
    ></dropout-playground>
    ${
      fragment
        ? html`<a href="${playground.replace(/#.*/s, '')}#${fragment}" target="_blank" rel="noopener">${msg('Play with this call', { id: 'call-link' })}</a>`
        : nothing
    }`;
}
