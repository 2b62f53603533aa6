// What is said of the comments of a program.
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../i18n/number-format.ts';
import type { ProgramEngine } from '../python/program-engines.ts';
import type { JudgedClaim, JudgedProgram } from './program-claims.ts';
import { MACHINES } from './program-machines.ts';

export function claimsOf(judged: JudgedProgram | null): TemplateResult | typeof nothing {
  if (!judged) return nothing;
  return html`<ul class="claims" part="claims" aria-label=${msg('What its comments say', { id: 'claims' })}>
    ${judged.claims.map((claim) => claimOf(claim, judged))}
  </ul>`;
}

function claimOf(claim: JudgedClaim, { engine, seeds }: JudgedProgram) {
  const isTrue = claim.verdict === 'true' || claim.verdict === 'possible';
  const instead = claim.prints.find((print) => print.engine === engine)?.text;
  return html`<li data-verdict=${claim.verdict}>
    <span class="verdict" aria-hidden="true">${isTrue ? '✓' : claim.verdict === 'elsewhere' ? '◑' : '✗'}</span>
    <div>
      <p>${wordsOf(claim, seeds)}</p>
      ${isTrue ? nothing : html`<pre>${claim.claim}</pre>`}
      ${
        isTrue || instead === undefined
          ? nothing
          : html`<p>${msg('Printed is:', { id: 'claim-instead' })}</p><pre>${instead}</pre>`
      }
    </div>
  </li>`;
}

function wordsOf({ line, verdict, by, prints }: JudgedClaim, seeds: number): string {
  switch (verdict) {
    case 'true':
      return msg(str`Line ${line}: the comment is true.`, { id: 'claim-true' });
    case 'elsewhere':
      return msg(
        str`Line ${line}: the comment is true of ${namesOf(by)}, not of the machine above.`,
        {
          id: 'claim-elsewhere',
        },
      );
    case 'possible':
      return msg(
        str`Line ${line}: the program gives no seed, and some seed prints what the comment says.`,
        {
          id: 'claim-possible',
        },
      );
    case 'impossible':
      return msg(
        str`Line ${line}: the program gives no seed, and none of the ${formatNumber(seeds)} seeds that were tried prints what the comment says:`,
        { id: 'claim-impossible' },
      );
    default:
      return msg(
        str`Line ${line}: none of these machines prints what the comment says (${namesOf(prints.map(({ engine }) => engine))}):`,
        {
          id: 'claim-untrue',
        },
      );
  }
}

const namesOf = (engines: readonly ProgramEngine[]) =>
  engines.map((engine) => MACHINES[engine]).join(', ');
