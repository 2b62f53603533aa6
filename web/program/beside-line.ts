// What stands beside a line of a program: what it has printed, what is found of its comments, and its dropout calls.
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../i18n/number-format.ts';
import type { ProgramEngine } from '../python/program-engines.ts';
import { callFigure, callsButton, type LineCalls } from './call-figure.ts';
import { claimOf } from './claim-words.ts';
import { differing } from './differing.ts';
import type { JudgedClaim, JudgedProgram } from './program-claims.ts';
import { MACHINES } from './program-machines.ts';

export interface BesideLine {
  line: number;
  /** Print by print. */
  texts: readonly string[];
  /** What it had printed before the reader stepped a number, where that is something else; null if it is not. */
  earlier: readonly string[] | null;
  /** The last line of the error that ended the program here. */
  error: string;
  claims: readonly JudgedClaim[];
  /** What another machine prints here, where that is something else. */
  other: { engine: ProgramEngine; texts: readonly string[] } | null;
  /** null for none. */
  calls: LineCalls | null;
}

/** Of a print, lines that are shown before the reader asks for more, and characters. */
const LINES = 10;
const CHARACTERS = 800;

/** Of a line that prints often, how many are shown besides the last. */
const OTHERS = 200;

export function besideLine(
  { texts, earlier, error, claims, calls, other }: BesideLine,
  judged: JudgedProgram | null,
  onCorrect: (claim: JudgedClaim) => void,
): TemplateResult {
  return html`${calls ? callFigure(calls) : nothing}
  <div class="said">
    ${texts.length > 0 ? printed(texts.at(-1) ?? '', earlier?.at(-1)) : nothing} ${othersOf(texts)}
    ${error ? html`<pre class="stderr">${error}</pre>` : nothing}
    ${other ? otherOf(other, texts) : nothing}
    ${calls ? callsButton(calls) : nothing}
    ${judged ? claims.map((claim) => claimOf(claim, judged, onCorrect)) : nothing}
  </div>`;
}

function printed(text: string, earlier?: string): TemplateResult {
  const [shown, rest] = cut(text);
  // Without white space in it, which would be printed.
  const marked = earlier === undefined ? shown : differing(shown, cut(earlier)[0]);
  return html`<pre ?data-changed=${earlier !== undefined}>${marked}</pre>
    ${rest ? html`<details class="rest"><summary>${restWords(rest)}</summary><pre>${rest}</pre></details>` : nothing}`;
}

function restWords(rest: string): string {
  const lines = rest.split('\n').length;
  return lines > 1
    ? msg(str`… ${formatNumber(lines)} more lines`, { id: 'answer-more-lines' })
    : msg(str`… ${formatNumber(rest.length)} more characters`, { id: 'answer-more-characters' });
}

/** What is shown at once, and what the reader asks for. */
function cut(text: string): [shown: string, rest: string] {
  const whole = text.replace(/\n$/, '');
  const lines = whole.split('\n');
  const shown = lines.slice(0, LINES).join('\n').slice(0, CHARACTERS);
  return [shown, whole.slice(shown.length).replace(/^\n/, '')];
}

function othersOf(texts: readonly string[]) {
  if (texts.length < 2) return nothing;
  const others = texts.slice(0, -1);
  const left = others.length - OTHERS;
  return html`<details class="others">
    <summary>${msg(str`the last of ${formatNumber(texts.length)}`, { id: 'answer-last-of' })}</summary>
    <ol>
      ${others.slice(0, OTHERS).map((text) => html`<li><pre>${text.replace(/\n$/, '')}</pre></li>`)}
    </ol>
    ${left > 0 ? html`<p class="note">${msg(str`${formatNumber(left)} more are in the whole output.`, { id: 'answer-others-left' })}</p>` : nothing}
  </details>`;
}

// The last print, as beside it; of a loop whose last ones are alike, how many others are not.
function otherOf(
  { engine, texts }: NonNullable<BesideLine['other']>,
  own: readonly string[],
): TemplateResult {
  const [last, ownLast] = [texts.at(-1) ?? '', own.at(-1) ?? ''];
  const name = MACHINES[engine];
  const unlike = texts.filter((text, i) => text !== own[i]).length;
  return html`<div class="other" part="other">
    <span>${name}</span>
    ${
      texts.length === 0
        ? html`<p>${msg('prints nothing here', { id: 'other-nothing' })}</p>`
        : last === ownLast
          ? html`<p>${msg(str`prints something else ${formatNumber(unlike)} times`, { id: 'other-times' })}</p>`
          : html`<pre>${differing(cut(last)[0], cut(ownLast)[0])}</pre>`
    }
  </div>`;
}
