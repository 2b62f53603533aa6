// What is said of the comments of a program.
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../i18n/number-format.ts';
import type { ProgramEngine } from '../python/program-engines.ts';
import { differing } from './differing.ts';
import type { JudgedClaim, JudgedProgram } from './program-claims.ts';
import { MACHINES } from './program-machines.ts';

export function claimOf(
  claim: JudgedClaim,
  { seeds }: JudgedProgram,
  onCorrect: (claim: JudgedClaim) => void,
): TemplateResult {
  const isTrue = claim.verdict === 'true' || claim.verdict === 'possible';
  return html`<div class="claim" part="claim" data-verdict=${claim.verdict}>
    <p>
      <span class="verdict" aria-hidden="true">${isTrue ? '✓' : claim.verdict === 'elsewhere' ? '◑' : '✗'}</span>
      ${claimWords(claim, seeds)}
    </p>
    ${isTrue ? nothing : printsOf(claim)}
    ${
      claim.correction
        ? html`<button type="button" class="correct" @click=${() => onCorrect(claim)}>${msg('Write the true output into the comment', { id: 'claim-correct' })}</button>`
        : nothing
    }
  </div>`;
}

/** The comment, and beneath it what the machines print that do not agree with it. */
function printsOf({ claim, prints }: JudgedClaim) {
  return html`<dl>
    <dt>${msg('the comment', { id: 'claim-comment' })}</dt>
    <dd><pre class="untrue">${claim}</pre></dd>
    ${grouped(prints).map(
      ({ engines, text }) => html`<dt>${namesOf(engines)}</dt>
        <dd><pre>${differing(text, claim)}</pre></dd>`,
    )}
  </dl>`;
}

/** In one sentence. */
export function claimWords({ verdict, by, prints }: JudgedClaim, seeds: number): string {
  switch (verdict) {
    case 'true':
      return msg('as the comment says', { id: 'claim-true' });
    case 'elsewhere':
      return msg(str`The comment is true of ${namesOf(by)}, not of the machine above.`, {
        id: 'claim-elsewhere',
      });
    case 'possible':
      return msg('The program gives no seed, and some seed prints what the comment says.', {
        id: 'claim-possible',
      });
    case 'impossible':
      return msg(
        str`The program gives no seed, and none of the ${formatNumber(seeds)} seeds that were tried prints what the comment says.`,
        { id: 'claim-impossible' },
      );
    default:
      return msg(str`Printed by none of these: ${namesOf(prints.map(({ engine }) => engine))}.`, {
        id: 'claim-untrue',
      });
  }
}

interface Group {
  engines: ProgramEngine[];
  text: string;
}

/** Machines that print alike, together. */
function grouped(prints: JudgedClaim['prints']): Group[] {
  const groups = new Map<string, Group>();
  for (const { engine, text } of prints) {
    const group = groups.get(text);
    if (group) group.engines.push(engine);
    else groups.set(text, { engines: [engine], text });
  }
  return [...groups.values()];
}

const namesOf = (engines: readonly ProgramEngine[]) =>
  engines.map((engine) => MACHINES[engine]).join(', ');
