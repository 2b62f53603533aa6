// The banner above the figure: what the page shows of its own choice, where to look, and the way back.
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { machineName, machineOf } from '../experiment/machines.ts';
import { readProbability } from '../experiment/read-settings.ts';
import type { Settings } from '../experiment/settings.ts';
import type { OutputCodes } from '../figure/output-codes.ts';
import { publicExperiments } from '../parts/machines/public-experiments.ts';
import { mistakes } from '../parts/mistakes/mistakes.ts';
import { isPlaceName } from '../parts/places/place-programs.ts';
import { placeNamed } from '../parts/places/places.ts';
import { type From, isChanged, type ShownCase } from './shown-case.ts';

/** The code of both outputs, where it is other code than that of a layer; null for the usual one. */
export function codesOf(shown: ShownCase | null, now: Settings): OutputCodes | null {
  if (!shown || isChanged(shown, now)) return null;
  const { codes } = mistakeOf(shown) ?? {};
  return codes?.(now) ?? null;
}

/** @param onBack Called when the reader wants to have their own experiment back. */
export function banner(shown: ShownCase, now: Settings, onBack: () => void): TemplateResult {
  const { title, look } = textsOf(shown);
  const changed = isChanged(shown, now);
  return html`<aside class="banner" aria-label=${msg('What is shown', { id: 'banner' })}>
    <p>
      <b>${changed ? msg(str`Changed from: ${title}`, { id: 'banner-changed' }) : msg(str`Shown: ${title}`, { id: 'banner-shown' })}</b>
      ${changed ? nothing : look}
    </p>
    <p class="leads">
      <button type="button" @click=${onBack}>${msg('Back to my experiment', { id: 'banner-back' })}</button>
      ${wayTo(shown)}
    </p>
  </aside>`;
}

// The lesson is just above the figure, and needs no way.
function wayTo({ from }: ShownCase) {
  const titles: Partial<Record<From, string>> = {
    places: msg('Where it is used', { id: 'places-title' }),
    practice: msg('What goes wrong', { id: 'mistakes-title' }),
    why: msg('Why dropout?', { id: 'why-title' }),
    search: msg('Which seed prints this?', { id: 'search-title' }),
    machines: msg('Same seed, another machine', { id: 'machines-title' }),
  };
  const title = titles[from];
  return title ? html`<a href="#${from}">${title}</a>` : nothing;
}

function mistakeOf({ from, key }: ShownCase) {
  const isMistake = from === 'practice' || from === 'lesson';
  return isMistake ? mistakes().find((mistake) => mistake.key === key) : undefined;
}

function textsOf(shown: ShownCase): { title: string; look: string } {
  const { from, key, settings } = shown;
  const mistake = mistakeOf(shown);
  if (mistake) return mistake;
  switch (from) {
    case 'places': {
      if (!isPlaceName(key)) return { title: '', look: '' };
      const { network, title, about } = placeNamed(key);
      return { title: `${network}, ${title}`, look: about };
    }
    case 'machines': {
      const found = publicExperiments().find(({ thread }) => thread.name === key);
      return {
        title: found?.about ?? key,
        look: msg('The machines that disagreed stand side by side further down.', {
          id: 'look-machines',
        }),
      };
    }
    case 'search': {
      if (key === '') {
        return { title: msg('the example of the search', { id: 'shown-example' }), look: '' };
      }
      const machine = machineName(machineOf(settings.engine));
      return {
        title: msg(
          str`a match of the search: ${machine}, seed ${settings.seed}, call ${settings.call}`,
          {
            id: 'shown-match',
          },
        ),
        look: msg('Its train output is the one that was pasted.', { id: 'look-match' }),
      };
    }
    case 'lesson':
      return { title: msg('the last step of the lesson', { id: 'shown-lesson' }), look: '' };
    default:
      return { title: `p = ${settings.p}`, look: lookAtP(readProbability(settings.p)) };
  }
}

function lookAtP(p: number): string {
  return p < 0.5
    ? msg('Few are dropped, and the others hardly grow.', { id: 'look-small-p' })
    : msg('Few are left, and each counts for many.', { id: 'look-large-p' });
}
