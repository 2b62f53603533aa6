// The place of a lab in somebody's post: what stands inside of it until it is nearly in sight, and then the lab, for which
// it keeps the room.
import { importAgain } from '../loading/import-again.ts';
import { labPlaceStyle } from './lab-place-style.ts';
import { isWrittenIn, keepInside } from './own-events.ts';
import { LOADING, NOT_LOADED, textIn } from './texts.ts';

/** The distance from the window at which it begins to load. */
const NEAR = '600px';

export function wake(element: HTMLElement): void {
  if (element.shadowRoot) return;
  const root = element.attachShadow({ mode: 'open' });
  const style = new CSSStyleSheet();
  style.replaceSync(labPlaceStyle);
  root.adoptedStyleSheets = [style];
  const place = document.createElement('div');
  root.append(place);
  show(place, document.createElement('slot'));
  keepInside(root);
  // What decks and pages with shortcuts ask of the element with the focus.
  Object.defineProperty(element, 'isContentEditable', { get: () => isWrittenIn(element) });
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      void begin(element, place);
    },
    { rootMargin: NEAR },
  );
  observer.observe(element);
}

/** Beside the room that is kept for it. */
function show(place: Element, ...shown: Element[]): void {
  const room = document.createElement('div');
  room.className = 'room';
  place.replaceChildren(room, ...shown);
}

async function begin(element: HTMLElement, place: Element): Promise<void> {
  const slot = document.createElement('slot');
  show(place, box(slot, paragraph('sign', textIn(LOADING, element))));
  try {
    const { createLab } = await importAgain(() => import('./lab.ts'));
    const lab = await createLab(element);
    lab.addEventListener('lab-failed', () => place.firstElementChild?.remove(), { once: true });
    show(place, lab);
  } catch {
    const problem = paragraph('', textIn(NOT_LOADED, element));
    problem.setAttribute('role', 'alert');
    place.replaceChildren(box(slot, problem));
    addEventListener('online', () => element.isConnected && begin(element, place), { once: true });
  }
}

function box(...shown: Element[]): HTMLElement {
  const made = document.createElement('div');
  made.append(...shown);
  return made;
}

function paragraph(name: string, text: string): HTMLElement {
  const made = document.createElement('p');
  made.className = name;
  made.dir = 'ltr';
  made.textContent = text;
  return made;
}
