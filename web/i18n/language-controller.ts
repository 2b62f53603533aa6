// Makes an element speak the language of its place, which is that of the nearest ancestor with a `lang`, also
// when that changes.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { bestLanguage, type Language } from './languages.ts';
import { activate, isLoaded, loadLanguage } from './localization.ts';

const followers = new Set<LanguageController>();
const watched = new WeakSet<Document>();

/** While its host renders, messages and numbers are in the language of the host's place. */
export class LanguageController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  #wanted: Language = 'en';
  #language: Language = 'en';

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    followers.add(this);
    watch(this.#host.ownerDocument);
    void this.follow();
  }

  hostDisconnected(): void {
    followers.delete(this);
  }

  // Called right before the host renders. A render is never interrupted, so that no other element speaks between.
  hostUpdate(): void {
    activate(this.#language);
  }

  renew(): void {
    this.#host.requestUpdate();
  }

  async follow(): Promise<void> {
    const wanted = languageOf(this.#host);
    this.#wanted = wanted;
    // Until the texts are there, and if they cannot be loaded, the element keeps its language.
    if (!isLoaded(wanted)) await loadLanguage(wanted).catch(() => {});
    if (wanted !== this.#wanted || wanted === this.#language || !isLoaded(wanted)) return;
    this.#language = wanted;
    this.#host.requestUpdate();
  }
}

/** To be called after a `lang` has changed in a shadow tree, where the observer of the document sees nothing. */
export function followLanguages(): void {
  for (const follower of followers) void follower.follow();
}

/** Renders all elements again, after more texts of a language have been loaded. */
export function renewLanguages(): void {
  for (const follower of followers) follower.renew();
}

/** The language of an element's place: English if we do not have that; the reader's if no ancestor has a `lang`. */
export function languageOf(element: Element): Language {
  for (let at: Element | null = element; at; at = hostOf(at)) {
    const named = at.closest('[lang]');
    if (named) return bestLanguage([named.getAttribute('lang')]);
  }
  return bestLanguage(navigator.languages);
}

// Not by `instanceof`, since an element may have come from another document with classes of its own.
function hostOf(element: Element): Element | null {
  return (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
}

function watch(document: Document): void {
  if (watched.has(document)) return;
  watched.add(document);
  new MutationObserver(followLanguages).observe(document, {
    attributes: true,
    attributeFilter: ['lang'],
    subtree: true,
  });
}
