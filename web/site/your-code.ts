// The part "Your code": a program that the reader runs, and its place in the address.
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { type LinkedProgram, NO_PROGRAM } from '../experiment/link.ts';
import { pageLink } from '../parts/page-link.ts';
import type { DropoutProgram } from '../program/dropout-program.ts';
import { DEFAULT_MACHINE } from '../program/program-machines.ts';
import { EXAMPLE } from './example-program.ts';
import { pythonParts } from './python-parts.ts';

/** @param isUnreadable Whether the address has a program that this page cannot read. */
export function yourCode(
  { source, engine }: { source: string; engine: string },
  isUnreadable: boolean,
  onChange: (program: DropoutProgram) => void,
): TemplateResult {
  const page = pageLink(null);
  return html`
    ${
      isUnreadable
        ? html`<p class="problem" role="alert">
            ${msg('The program in this link cannot be read: a part of the link is missing, it is longer than 64 KB, or it was made by a newer version of this page.', { id: 'program-unreadable' })}
          </p>`
        : nothing
    }
    <dropout-program
      .source=${source}
      .engine=${engine || DEFAULT_MACHINE}
      .parts=${guard([page], () => pythonParts(page))}
      .playground=${page}
      .isHome=${true}
      @program-change=${(event: Event) => onChange(event.currentTarget as DropoutProgram)}
    ></dropout-program>
  `;
}

/** The program of an address. @throws UnreadableProgram, by a rejection. */
export async function readProgram({ packed, engine }: LinkedProgram) {
  if (packed === '') return { source: EXAMPLE, engine: '' };
  const { unpacked } = await import('../program/program-link.ts');
  return { source: await unpacked(packed), engine };
}

/** What an address says of a program: nothing of the example. */
export async function linkedProgram(source: string, engine: string): Promise<LinkedProgram> {
  const own = engine === DEFAULT_MACHINE ? '' : engine;
  if (source === EXAMPLE && own === '') return NO_PROGRAM;
  const { packed } = await import('../program/program-link.ts');
  return { packed: await packed(source), engine: own };
}
