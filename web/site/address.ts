// Keeps the page's address in step with the experiment. It is read at the start and when it changes, and written
// a moment after an edit. What the page shows of its own choice, such as a mistake, is an entry of the history.
import { msg } from '@lit/localize';
import {
  fragmentOf,
  type LinkedProgram,
  labIn,
  labPair,
  lessonIn,
  machinesIn,
  programIn,
  programPair,
  readFragment,
  UnreadableLink,
} from '../experiment/link.ts';
import { DEFAULT_SETTINGS, SETTINGS, type Settings } from '../experiment/settings.ts';
import { isShownCase, type ShownCase } from './shown-case.ts';

/** The pause after an edit. Safari allows 100 changes of the address in 30 seconds, and a slider makes more. */
const REST = 400;

/** What the address holds. */
export interface Place {
  settings: Settings;
  /** The machines that are compared; empty if the reader chose none. */
  machines: string;
  /** The program of the part "Your code". */
  program: LinkedProgram;
  /** What the lab trains, as it wrote it; empty for the usual. */
  lab: string;
  /** The step of the lesson that the reader takes, whose address needs nothing else; empty for none. */
  lesson: string;
}

/** What an entry of the history holds beside its address. */
interface Entry {
  shown: ShownCase | null;
  /** The experiment, where it is too large for a link; null where the address has it. */
  large: Settings | null;
}

let waiting: { place: Place; timer: number } | null = null;
/** The fragment that was last read or written here. */
let known = '';

/** The experiment in the address, or the one that the page opens with if it has none. */
export function readAddress(): Place {
  const { hash } = location;
  known = hash;
  const reading = readFragment(hash);
  const isRead = reading !== null && !(reading instanceof UnreadableLink);
  return {
    settings: isRead ? reading : (entry().large ?? DEFAULT_SETTINGS),
    machines: machinesIn(hash),
    program: programIn(hash),
    lab: labIn(hash),
    lesson: lessonIn(hash),
  };
}

/** What the page shows of its own choice at this place of the history; null if it is the reader's experiment. */
export function readShown(): ShownCase | null {
  return entry().shown;
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
  const tell = () => {
    // An entry that was written here has an experiment, even if its address names only a part of the page.
    const isPlace =
      location.hash !== '' &&
      readFragment(location.hash) === null &&
      programIn(location.hash).packed === '' &&
      labIn(location.hash) === '' &&
      lessonIn(location.hash) === '';
    if (isPlace && history.state === null) {
      known = location.hash;
      return;
    }
    forget();
    onChange(readAddress());
  };
  // Of two quick changes the first may be told when the second is there already, which is told next.
  const onHash = ({ newURL }: HashChangeEvent) => {
    if (newURL === location.href) tell();
  };
  // Between entries with the same fragment there is no change of it. Two such entries differ by what is shown, or
  // by an experiment that is too large for a link.
  const onStep = () => {
    if (location.hash === known) tell();
  };
  // Also fired when the reader goes back or forward between fragments.
  window.addEventListener('hashchange', onHash);
  window.addEventListener('popstate', onStep);
  // A reader who goes to the address bar finds the experiment there.
  window.addEventListener('blur', writeNow);
  window.addEventListener('pagehide', writeNow);
  return () => {
    writeNow();
    window.removeEventListener('hashchange', onHash);
    window.removeEventListener('popstate', onStep);
    window.removeEventListener('blur', writeNow);
    window.removeEventListener('pagehide', writeNow);
  };
}

/** Puts the experiment into the address after a pause in the edits, without a new entry in the history. */
export function writeAddress(place: Place): void {
  forget();
  waiting = { place, timer: window.setTimeout(writeNow, REST) };
}

/** Makes a new entry in the history, so that going back leads to the experiment before. */
export function pushAddress(place: Place, shown: ShownCase | null): void {
  writeNow();
  // Who opened a link to the lesson is there already.
  const isHere = place.lesson !== '' && namesLesson(location.hash);
  put(isHere ? 'replaceState' : 'pushState', place, shown);
}

/** Whether a fragment leads into the lesson: to its beginning or to one of its steps. */
export function namesLesson(fragment: string): boolean {
  return partIn(fragment) === 'lesson' || lessonIn(fragment) !== '';
}

/** The part of the page that a fragment names: `practice` of `#practice&p=0.3`; empty if it names none. */
export function partIn(fragment: string): string {
  return /^#([a-z-]+)(?=&|$)/.exec(fragment)?.[1] ?? '';
}

/** Makes a new entry in the history that names a part of the page, and the experiment where it is not the usual one. */
export function pushPart(part: string, place: Place): void {
  writeNow();
  const { settings, machines } = place;
  const isUsual =
    machines === '' && SETTINGS.every((name) => settings[name] === DEFAULT_SETTINGS[name]);
  const fragment = isUsual ? besidesIn(place) : fragmentIn(place);
  const state: Entry = { shown: entry().shown, large: fragment === null ? settings : null };
  history.pushState(state, '', `#${[part, fragment].filter(Boolean).join('&')}`);
  known = location.hash;
}

/** Says otherwise what is shown at this place of the history. */
export function nameShown(shown: ShownCase | null): void {
  history.replaceState({ ...entry(), shown }, '');
}

function forget(): void {
  if (waiting) clearTimeout(waiting.timer);
  waiting = null;
}

function writeNow(): void {
  if (!waiting) return;
  const { place } = waiting;
  if (location.hash !== known) {
    // Another link has been opened, and the event that tells of it is on its way: what is written now would be in its
    // place.
    writeAddress(place);
    return;
  }
  forget();
  put('replaceState', place, entry().shown);
}

function put(how: 'pushState' | 'replaceState', place: Place, shown: ShownCase | null): void {
  // If the experiment is too large for a link, the address names none, rather than an older one.
  const fragment = fragmentIn(place);
  const address = location.pathname + location.search + (fragment ? `#${fragment}` : '');
  const isSame = address === location.pathname + location.search + location.hash;
  const isKnown = isSame && shown === entry().shown;
  if (how === 'replaceState' && isKnown && fragment !== null) return;
  const state: Entry = { shown, large: fragment === null ? place.settings : null };
  try {
    history[how](state, '', address);
  } catch {
    // Browsers limit how much an entry may hold.
    history[how]({ shown, large: null }, '', address);
  }
  known = location.hash;
}

/** Null if the experiment is too large for a link: then the address has neither that nor the program. */
function fragmentIn(place: Place): string | null {
  // What a step shows is the step's own.
  if (place.lesson)
    return [`lesson=${place.lesson}`, programPair(place.program)].filter(Boolean).join('&');
  const fragment = fragmentOf(place.settings, place.machines);
  return fragment && [besidesIn(place), fragment].filter(Boolean).join('&');
}

/** What a fragment has beside the experiment. */
function besidesIn({ program, lab }: Place): string {
  return [programPair(program), labPair(lab)].filter(Boolean).join('&');
}

function entry(): Entry {
  const { shown = null, large = null } = (history.state ?? {}) as Partial<Entry>;
  return { shown: isShownCase(shown) ? shown : null, large };
}
