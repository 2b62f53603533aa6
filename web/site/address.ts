// The page's address, kept in step with the experiment: read at the start and when it changes,
// written a moment after an edit.
import { msg } from '@lit/localize';
import { fragmentOf, readFragment, UnreadableLink } from '../element/experiment/link.ts';
import { DEFAULT_SETTINGS, type Settings } from '../element/experiment/settings.ts';

/** Safari allows 100 changes of the address in 30 seconds, and a slider makes more. */
const REST = 400;

let waiting: { settings: Settings; timer: number } | null = null;

/** The experiment that the address names, or the default one. */
export function readAddress(): Settings {
  const reading = readFragment(location.hash);
  return reading === null || reading instanceof UnreadableLink ? DEFAULT_SETTINGS : reading;
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
export function watchAddress(onChange: (settings: Settings) => void): () => void {
  const onHash = () => {
    if (readFragment(location.hash) === null) return;
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
export function writeAddress(settings: Settings): void {
  forget();
  waiting = { settings, timer: window.setTimeout(writeNow, REST) };
}

function forget(): void {
  if (waiting) clearTimeout(waiting.timer);
  waiting = null;
}

function writeNow(): void {
  if (!waiting) return;
  const { settings } = waiting;
  forget();
  // An experiment too large for a link leaves none, rather than that of another.
  const fragment = fragmentOf(settings) ?? '';
  const address = location.pathname + location.search + (fragment && `#${fragment}`);
  if (address === location.pathname + location.search + location.hash) return;
  history.replaceState(history.state, '', address);
}
