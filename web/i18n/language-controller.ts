// An element speaks the language of its place: that of the nearest ancestor with a lang, live.
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { activate, bestLanguage, isLoaded, type Language, loadLanguage } from './localization.ts';

const followers = new Set<LanguageController>();
let isWatching = false;

/** Has the messages and numbers of an element's templates in the language of its place. */
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
    watch();
    void this.follow();
  }

  hostDisconnected(): void {
    followers.delete(this);
  }

  // Right before the host renders, all at once: nobody else's messages come between.
  hostUpdate(): void {
    activate(this.#language);
  }

  renew(): void {
    this.#host.requestUpdate();
  }

  async follow(): Promise<void> {
    const wanted = languageOf(this.#host);
    this.#wanted = wanted;
    // Until the texts have come, and if they never do, it goes on as it was.
    if (!isLoaded(wanted)) await loadLanguage(wanted).catch(() => {});
    if (wanted !== this.#wanted || wanted === this.#language || !isLoaded(wanted)) return;
    this.#language = wanted;
    this.#host.requestUpdate();
  }
}

/** To be called after a lang has changed in a shadow tree, which no document tells of. */
export function followLanguages(): void {
  for (const follower of followers) void follower.follow();
}

/** Renders all anew, for what a language has got since. */
export function renewLanguages(): void {
  for (const follower of followers) follower.renew();
}

/** English if its place is in a language that we do not have; the reader's where it names none. */
export function languageOf(element: Element): Language {
  for (let at: Element | null = element; at; at = hostOf(at)) {
    const named = at.closest('[lang]');
    if (named) return bestLanguage([named.getAttribute('lang')]);
  }
  return bestLanguage(navigator.languages);
}

function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

function watch(): void {
  if (isWatching) return;
  isWatching = true;
  new MutationObserver(followLanguages).observe(document, {
    attributes: true,
    attributeFilter: ['lang'],
    subtree: true,
  });
}
