// The page's address, kept in step with the experiment: read at the start and when it changes,
// written a moment after an edit.
import { msg } from '@lit/localize';
import { fragmentOf, machinesIn, readFragment, UnreadableLink } from '../experiment/link.ts';
import type { Settings } from '../experiment/settings.ts';
import { OPENING } from './opening.ts';

/** Safari allows 100 changes of the address in 30 seconds, and a slider makes more. */
const REST = 400;

/** What the address holds. */
export interface Place {
  settings: Settings;
  /** The machines compared; empty where the reader chose none. */
  machines: string;
}

let waiting: { place: Place; timer: number } | null = null;

/** What the address names, or the experiment that the page opens with. */
export function readAddress(): Place {
  const { hash } = location;
  const reading = readFragment(hash);
  const settings = reading === null || reading instanceof UnreadableLink ? OPENING : reading;
  return { settings, machines: machinesIn(hash) };
}

/** Why the address is not shown, to be told to the reader; empty if it is. */
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
  // Going back and forth between fragments is a hashchange too.
  window.addEventListener('hashchange', onHash);
  // Who goes for the address bar finds it written.
  window.addEventListener('blur', writeNow);
  window.addEventListener('pagehide', writeNow);
  return () => {
    writeNow();
    window.removeEventListener('hashchange', onHash);
    window.removeEventListener('blur', writeNow);
    window.removeEventListener('pagehide', writeNow);
  };
}

/** Puts the experiment into the address when the edits rest. No new entry in the history. */
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
  // An experiment too large for a link leaves none, rather than that of another.
  const fragment = fragmentOf(settings, machines) ?? '';
  const address = location.pathname + location.search + (fragment && `#${fragment}`);
  if (address === location.pathname + location.search + location.hash) return;
  history.replaceState(history.state, '', address);
}
