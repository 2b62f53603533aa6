// <playground-page>: what stands around the playground: title, introduction, languages.
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { html, LitElement, type TemplateResult } from 'lit';
import { getLocale, LANGUAGES, type Language, setLocale } from '../i18n/localization.ts';

export class PlaygroundPage extends LitElement {
  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  // In the light DOM, so that site.css and search engines reach it.
  protected override createRenderRoot() {
    this.replaceChildren();
    return this;
  }

  override render(): TemplateResult {
    return html`
      <header>
        <a class="brand" href="./"><img src=${new URL('./icon.svg', import.meta.url).href} alt="" width="22" height="22" />Dropout Playground</a>
        <label class="language">
          <span class="visually-hidden">${msg('Language', { id: 'language' })}</span>
          <select @change=${this.#onLanguage}>
            ${Object.entries(LANGUAGES).map(
              ([language, name]) =>
                html`<option value=${language} lang=${language} ?selected=${language === getLocale()}>${name}</option>`,
            )}
          </select>
        </label>
      </header>
      <main>
        <h1>${msg(html`What does <code>nn.Dropout</code> do to this tensor?`, { id: 'title' })}</h1>
        <p class="lede">
          ${msg(
            'Edit a number, move p, change the seed. Both outputs are what PyTorch prints, bit for bit.',
            { id: 'lede' },
          )}
        </p>
        <dropout-playground input="[1, 2, 3, 4]" p="0.5" seed="42"></dropout-playground>
      </main>
      <footer>
        <p>
          ${msg('Everything is computed in your browser; nothing is sent anywhere.', { id: 'privacy' })}
        </p>
      </footer>
    `;
  }

  async #onLanguage(event: Event) {
    const language = (event.currentTarget as HTMLSelectElement).value as Language;
    await setLocale(language);
    document.documentElement.lang = language;
    const url = new URL(location.href);
    url.searchParams.set('lang', language);
    history.replaceState(history.state, '', url);
  }
}
