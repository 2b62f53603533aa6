// Keeps the page's address in step with the experiment. It is read at the start and when it changes, and written
// a moment after an edit.
import { msg } from '@lit/localize';
import { fragmentOf, machinesIn, readFragment, UnreadableLink } from '../experiment/link.ts';
import type { Settings } from '../experiment/settings.ts';
import { OPENING } from './opening.ts';

/** The pause after an edit. Safari allows 100 changes of the address in 30 seconds, and a slider makes more. */
const REST = 400;

/** What the address holds. */
export interface Place {
  settings: Settings;
  /** The machines that are compared; empty if the reader chose none. */
  machines: string;
}

let waiting: { place: Place; timer: number } | null = null;

/** The experiment in the address, or the one that the page opens with if it has none. */
export function readAddress(): Place {
  const { hash } = location;
  const reading = readFragment(hash);
  const settings = reading === null || reading instanceof UnreadableLink ? OPENING : reading;
  return { settings, machines: machinesIn(hash) };
}

/** A sentence for the reader that says why the experiment in the address is not shown; empty if it is. */
export function addressProblem(): string {
  const reading = readFragment(location.hash);
  if (!(reading instanceof UnreadableLink)) return '';
  return reading.reason === 'too long'
    ? msg('This link is too long to be one of this page. Shown instead: the usual example.', {
        id: 'link-too-long',
      })
    : msg(
        'This link was made by a newer version of this page: reload to get it. Shown until then: the usual example.',
        { id: 'link-newer' },
      );
}

/**
 * Calls `onChange` when the reader or another link changes the address; not for a fragment that
 * names a place on the page. Ends when the function it returns is called.
 */
export function watchAddress(onChange: (place: Place) => void): () => void {
  const onHash = () => {
    if (location.hash !== '' && readFragment(location.hash) === null) return;
    forget();
    onChange(readAddress());
  };
  // Also fired when the reader goes back or forward between fragments.
  window.addEventListener('hashchange', onHash);
  // A reader who goes to the address bar finds the experiment there.
  window.addEventListener('blur', writeNow);
  window.addEventListener('pagehide', writeNow);
  return () => {
    writeNow();
    window.removeEventListener('hashchange', onHash);
    window.removeEventListener('blur', writeNow);
    window.removeEventListener('pagehide', writeNow);
  };
}

/** Puts the experiment into the address after a pause in the edits, without a new entry in the history. */
export function writeAddress(place: Place): void {
  forget();
  waiting = { place, timer: window.setTimeout(writeNow, REST) };
}

function forget(): void {
  if (waiting) clearTimeout(waiting.timer);
  waiting = null;
}

function writeNow(): void {
  if (!waiting) return;
  const { settings, machines } = waiting.place;
  forget();
  // If the experiment is too large for a link, the address names none, rather than an older one.
  const fragment = fragmentOf(settings, machines) ?? '';
  const address = location.pathname + location.search + (fragment && `#${fragment}`);
  if (address === location.pathname + location.search + location.hash) return;
  history.replaceState(history.state, '', address);
}
