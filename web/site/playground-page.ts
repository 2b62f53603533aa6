// <playground-page>: the parts of the page, which all show one experiment, with headings and links around them.
import { msg } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { LinkedProgram } from '../experiment/link.ts';
import type { Settings } from '../experiment/settings.ts';
import { offerToRun } from '../figure/controls/run-program.ts';
import type { QuietPlayground } from '../figure/quiet/quiet-playground.ts';
import { LanguageController } from '../i18n/language-controller.ts';
import { LANGUAGES, type Language } from '../i18n/languages.ts';
import { activeLanguage, activeSentences, loadLanguage } from '../i18n/localization.ts';
import type { DropoutLab } from '../parts/lab/dropout-lab.ts';
import { labText } from '../parts/lab/lab-settings.ts';
import type { LessonScene } from '../parts/lesson/dropout-lesson.ts';
import { threadOf } from '../parts/machines/public-experiments.ts';
import type { DropoutProgram } from '../program/dropout-program.ts';
import {
  addressProblem,
  nameShown,
  namesLesson,
  type Place,
  partIn,
  pushAddress,
  pushPart,
  readAddress,
  readShown,
  watchAddress,
  writeAddress,
} from './address.ts';
import { banner, codesOf } from './banner.ts';
import { clearFocus } from './clear-focus.ts';
import { EXAMPLE } from './example-program.ts';
import { figureBar, watchHands } from './figure-bar.ts';
import { footer } from './footer.ts';
import { nameLanguage } from './head.ts';
import { Landing } from './landing.ts';
import { LessonStage } from './lesson-stage.ts';
import { isPart, type Part, PartsWhenNear } from './parts-when-near.ts';
import { choosing, conventions, notUsed } from './practice.ts';
import { Projector } from './projector.ts';
import { anchorBelow } from './scroll-anchor.ts';
import type { ShownCase } from './shown-case.ts';
import { setLab, why } from './why.ts';
import { linkedProgram, readProgram, yourCode } from './your-code.ts';

/** For this long after an edit another one is likely. */
const REST_MS = 1000;

/** Milliseconds between two parts that are laid out again: all at once would be a long task. */
const APART_MS = 50;

// Only in Chromium. In Firefox a part that is laid out again may keep the size of its placeholder and be cut off;
// in browsers without scroll anchoring the page would jump.
const CAN_SET_ASIDE = 'userAgentData' in navigator && CSS.supports('overflow-anchor', 'auto');

export class PlaygroundPage extends LitElement {
  static override readonly properties = {
    settings: { state: true },
    machines: { state: true },
    program: { state: true },
    code: { state: true },
    isUnreadable: { state: true },
    shown: { state: true },
    isStale: { state: true },
    hasSections: { state: true },
    current: { state: true },
    areHandsAway: { state: true },
    isMenuOpen: { state: true },
  };

  declare settings: Settings;
  /** The machines that are compared; empty for the usual ones. */
  declare machines: string;
  /** The program, as the address has it. */
  declare program: LinkedProgram;
  /** What the lab trains. It shows what its reader changes by itself. */
  declare lab: string;
  /** The program that the reader is shown, until they edit it. */
  declare protected code: { source: string; engine: string };
  /** Whether the program in the address cannot be read. */
  declare protected isUnreadable: boolean;
  /** What is shown of the page's own choice; null if it is the reader's experiment. */
  declare protected shown: ShownCase | null;
  /** Whether the figure shows something else than the settings say, since these are wrong. */
  declare protected isStale: boolean;
  /** Whether there are the sections below the playground, which has its size before that. */
  declare protected hasSections: boolean;
  /** The part of the page in the middle of the window; empty for the figure. */
  declare protected current: string;
  /** Whether p and the button for another call have scrolled away with the figure. */
  declare protected areHandsAway: boolean;
  /** Whether the ways to the parts are unfolded, where there is no room for them. */
  declare protected isMenuOpen: boolean;

  /** Whether the page was opened by a link to a comparison, whose author meant its prints to be seen. */
  readonly #isPosted: boolean;
  /** What the lab begins with. */
  #firstLab: string;
  readonly #parts = new PartsWhenNear(this);
  readonly #landing = new Landing();
  /** The step at which the lesson begins once there are the sections; '' for the first, null for no lesson. */
  #waitingStep: string | null;
  readonly #stage = new LessonStage(this, {
    bring: (at) => this.#parts.bring(at),
    onScene: (scene) => this.#onScene(scene),
    onLeave: () => this.#onLessonLeave(),
  });
  #stopWatching: (() => void) | null = null;
  /** The settings of the parts below the playground, which follow an edit a little later. */
  #followed: Settings;
  #isFollowing = false;
  #resting = 0;
  /** Whether there is an edit that is not in the address yet. */
  #isEdited = false;
  readonly #projector = new Projector(this);
  #stopWatchingHands: (() => void) | null = null;
  #stopClearing: (() => void) | null = null;
  /** Tells which part is in the middle of the window. */
  readonly #middle =
    typeof IntersectionObserver === 'undefined'
      ? null
      : new IntersectionObserver(
          (entries) => {
            const entry = entries.findLast(({ isIntersecting }) => isIntersecting);
            if (entry) this.current = entry.target.id;
          },
          { rootMargin: '-45% 0px -54% 0px' },
        );

  constructor() {
    super();
    new LanguageController(this);
    const { lesson, ...place } = readAddress();
    Object.assign(this, place);
    this.#waitingStep = namesLesson(location.hash) ? lesson : null;
    this.code = { source: EXAMPLE, engine: '' };
    this.isUnreadable = false;
    void this.#readProgram();
    this.#firstLab = this.lab;
    this.#isPosted = this.machines !== '';
    this.shown = readShown();
    this.isStale = false;
    this.#followed = this.settings;
    this.hasSections = false;
    this.current = '';
    this.areHandsAway = false;
    this.isMenuOpen = false;
    void this.#addSections();
  }

  // Rendered into the light DOM, so that site.css and search engines reach it.
  protected override createRenderRoot() {
    this.replaceChildren();
    return this;
  }

  override connectedCallback() {
    super.connectedCallback();
    this.#stopWatching = watchAddress((place) => this.#goTo(place));
    offerToRun((source) => this.#onProgram(source));
    this.#stopClearing = clearFocus(this, () => this.#playground?.hands ?? null);
  }

  override willUpdate() {
    if (!this.#isFollowing) this.#followed = this.settings;
  }

  #land(place: HTMLElement) {
    this.#landing.at(place);
    if (isPart(place.id)) this.#parts.bring(place.id).catch(() => {});
  }

  // Scrolls to the place that the address names, which was not there when the browser looked for it.
  override updated(changed: Map<string, unknown>) {
    if (!changed.has('hasSections') || !this.hasSections) return;
    const part = partIn(location.hash);
    if (this.#waitingStep !== null) {
      this.#beginLesson(this.#waitingStep);
      return;
    }
    const place = this.#placeOf(part || this.#partOfAddress);
    // A frame later the page has its length.
    if (place) requestAnimationFrame(() => this.#land(place));
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#stopWatching?.();
    this.#stopWatchingHands?.();
    this.#stopClearing?.();
    this.#landing.end();
    this.#middle?.disconnect();
    clearTimeout(this.#resting);
  }

  override render(): TemplateResult {
    // Given only once, so that a script may set something else while the page still adds parts.
    const { settings, shown } = this;
    const problem = addressProblem();
    return html`
      <header data-bar=${this.#hasBar} @keydown=${this.#onHeaderKey}>
        <a class="skip" href="#figure" @click=${this.#onSkip}>${msg('Skip to the figure', { id: 'skip' })}</a>
        <a class="brand" href=${pageAddress()}><img src=${new URL('./icon.svg', import.meta.url).href} alt="" width="20" height="20" />Dropout Playground</a>
        ${this.#renderWays()}
        ${figureBar(this.#playground, settings, this.#hasBar)}
      </header>
      <main @click=${this.#onWay} @experiment-choose=${this.#onChoose} @experiment-show=${this.#onShow}>
        <h1>${msg(html`What does <code>nn.Dropout</code> do to this tensor?`, { id: 'title' })}</h1>
        <p class="lede">
          ${msg(
            'Training drops each number with probability p and makes the others larger; eval changes nothing. Bit for bit what PyTorch prints.',
            { id: 'lede' },
          )}
        </p>
        ${shown && !this.#stage.isTaken ? banner(shown, settings, this.#onBack) : nothing}
        ${problem ? html`<p class="problem" role="alert">${problem}</p>` : nothing}
        <dropout-playground
          .settings=${guard([settings], () => settings)}
          .pointing=${this.#stage.pointing}
          .codes=${guard([shown, settings], () => codesOf(shown, settings))}
          @dropout-change=${this.#onChange}
          @dropout-settle=${this.#onSettle}
        >
          ${this.#stage.beside('figure')}
        </dropout-playground>
        ${this.hasSections ? this.#renderSections() : nothing}
      </main>
      ${footer()} ${this.#projector.leave()}
    `;
  }

  #renderSections() {
    // Given only once, too: rendering the page again must not undo what a reader chose in a part.
    const settings = this.#followed;
    const followed = guard([settings], () => settings);
    const { whyTitle, places, code, machines, average, mistakes, search, takeAway } = titles();
    const stale = this.isStale
      ? html`<p class="stale">${msg('Still of the last valid experiment.', { id: 'still-here' })}</p>`
      : nothing;
    const parts = this.#parts;
    return html`
      <section id="why" tabindex="-1" data-room>${why(
        whyTitle,
        parts.has('why') ? this.#firstLab : null,
        (lab) => this.#onLab(lab),
        (source) => this.#onProgram(source),
        this.#stage.beside('why'),
      )}
        <div class="beside">${choosing((settings) => this.#onChoosing(settings))}</div>
      </section>
      <section id="places" tabindex="-1" data-room>
        <h2>${places}</h2>
        <p class="lede">
          ${msg(
            'Wherever a network should not rely on any single number. Choose a hatched place, and see what is dropped there.',
            { id: 'places-lede' },
          )}
        </p>
        ${this.#stage.beside('places')}
        ${
          parts.has('places')
            ? html`<dropout-places
          @place-show=${this.#onPlace}
          @program-choose=${(event: CustomEvent<{ source: string }>) => this.#onProgram(event.detail.source)}
        ></dropout-places>`
            : nothing
        }
        <div class="beside">${notUsed()}</div>
      </section>
      <section id="code" tabindex="-1" data-room>
        <h2>${code}</h2>
        <p class="lede">
          ${msg(
            'Paste what a post says, a whole program or a piece of one, and see what PyTorch prints.',
            { id: 'code-lede' },
          )}
        </p>
        ${parts.has('code') ? yourCode(this.code, this.isUnreadable, (program) => this.#onCode(program)) : nothing}
      </section>
      <section id="average" tabindex="-1" data-room>
        <h2>${average}</h2>
        <p class="lede">
          ${msg(
            'The same layer, called millions of times: single calls miss x, their mean does not. Drawn by the engine “fast”.',
            { id: 'average-lede' },
          )}
        </p>
        ${stale} ${this.#stage.beside('average')}
        ${parts.has('average') ? html`<on-average .settings=${followed}></on-average>` : nothing}
      </section>
      <section id="practice" tabindex="-1" data-room>
        <h2>${mistakes}</h2>
        <p class="lede">
          ${msg('Each mistake with what it gives, and with what the right code gives.', {
            id: 'mistakes-lede',
          })}
        </p>
        ${parts.has('practice') ? html`<dropout-mistakes @mistake-show=${this.#onMistake}></dropout-mistakes>` : nothing}
        <div class="beside">${conventions()}</div>
      </section>
      <section id="machines" tabindex="-1" data-room>
        <h2>${machines}</h2>
        <p class="lede">
          ${msg(
            'What each framework, version and device makes of this input and this seed. Cells that differ are marked.',
            { id: 'machines-lede' },
          )}
        </p>
        ${this.#stage.beside('machines')}
        ${
          parts.has('machines')
            ? html`<machine-comparison
          .settings=${followed}
          .machines=${this.machines}
          ?prints=${this.#isPosted}
          @machines-change=${this.#onMachines}
        ></machine-comparison>`
            : nothing
        }
      </section>
      <section id="search" tabindex="-1" data-room>
        <h2>${search}</h2>
        <p class="lede">
          ${msg(
            'Paste what was printed for this input, and find the engine and the seed that drew it.',
            { id: 'search-lede' },
          )}
        </p>
        ${parts.has('search') ? html`<seed-search .settings=${followed}></seed-search>` : nothing}
      </section>
      <section id="take-away" tabindex="-1" data-room>
        <h2>${takeAway}</h2>
        <p class="lede">
          ${msg('As a link, as a program that checks itself, or as a picture.', {
            id: 'take-away-lede',
          })}
        </p>
        ${stale} ${parts.has('take-away') ? html`<take-away .settings=${followed}></take-away>` : nothing}
      </section>`;
  }

  #renderWays() {
    const { whyTitle, places, code, machines, average, mistakes, search, takeAway } = ways();
    const way = (part: string, name: string) =>
      html`<a href="#${part}" aria-current=${this.current === part ? 'true' : nothing}>${name}</a>`;
    const menu = msg('All parts', { id: 'menu' });
    return html`<nav aria-label=${msg('Parts of the page', { id: 'ways' })} @click=${this.#onWay}>
        <a class="learn" href="#lesson" aria-current=${this.#stage.isTaken ? 'true' : nothing}>
          <span class="long">${msg('Learn it in five minutes', { id: 'lesson-start' })}</span>
          <span class="short">${msg('Lesson', { id: 'lesson' })}</span>
        </a>
        <div id="ways" class="ways" data-open=${this.isMenuOpen}>
          ${way('why', whyTitle)} ${way('places', places)} ${way('code', code)} ${way('average', average)} ${way('practice', mistakes)} ${way('machines', machines)}
          ${way('search', search)} ${way('take-away', takeAway)}
        </div>
      </nav>
      <div class="tools" data-open=${this.isMenuOpen}>
        ${this.#projector.button()} ${this.#renderLanguages()}
      </div>
      <button
        type="button"
        class="menu"
        title=${menu}
        aria-label=${menu}
        aria-expanded=${this.isMenuOpen}
        aria-controls="ways"
        @click=${() => {
          this.isMenuOpen = !this.isMenuOpen;
        }}
      ></button>`;
  }

  #onWay(event: Event) {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a');
    const part = link ? partIn(link.hash) : '';
    if (part === 'lesson') {
      event.preventDefault();
      this.isMenuOpen = false;
      if (this.#stage.isTaken) this.#stage.bringIntoSight();
      else this.#beginLesson('');
      return;
    }
    const place = this.#placeOf(part);
    if (!place) return;
    event.preventDefault();
    this.isMenuOpen = false;
    pushPart(part, this.#place);
    this.#land(place);
    place.focus({ preventScroll: true });
  }

  #onSkip = (event: Event) => {
    event.preventDefault();
    this.#playground?.scrollIntoView();
    this.#focusPlayground();
  };

  #onHeaderKey(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !this.isMenuOpen) return;
    this.isMenuOpen = false;
    this.querySelector<HTMLElement>('.menu')?.focus();
  }

  /** The part that an address is about which names none; '' for the figure. */
  get #partOfAddress(): Part | '' {
    if (this.program.packed !== '') return 'code';
    return this.machines === '' ? '' : 'machines';
  }

  #placeOf(part: string): HTMLElement | null {
    return part === '' ? null : this.querySelector<HTMLElement>(`section#${part}`);
  }

  // When the playground has its size, so that nothing below moves. If the core cannot be loaded, the rest of the page is
  // still there.
  async #addSections() {
    await this.updateComplete;
    const playground = this.#playground;
    await playground?.shown;
    if (playground) {
      anchorBelow(playground);
      this.#middle?.observe(playground);
      const { hands } = playground;
      if (hands) {
        this.#stopWatchingHands = watchHands(hands, (areAway) => {
          this.areHandsAway = areAway;
        });
      }
    }
    this.hasSections = true;
    await this.updateComplete;
    for (const section of this.querySelectorAll('section')) this.#middle?.observe(section);
    this.#parts.watch();
    // Fetched early, so that even the first error is in the language of the page.
    await activeSentences()?.().catch(() => {});
  }

  #renderLanguages() {
    return html`<label class="language">
      <span class="visually-hidden">${msg('Language', { id: 'language' })}</span>
      <select @change=${this.#onLanguage}>
        ${Object.entries(LANGUAGES).map(
          ([language, name]) =>
            html`<option value=${language} lang=${language} ?selected=${language === activeLanguage()}>${name}</option>`,
        )}
      </select>
    </label>`;
  }

  #onChange(event: Event) {
    this.settings = (event.target as QuietPlayground).settings;
    this.#isEdited = true;
    this.#follow();
    this.#setPartsAside();
  }

  // What is wrong with an edit is known only when it has been run. The address holds valid settings.
  #onSettle(event: Event) {
    this.isStale = (event.target as QuietPlayground).isStale;
    // The bar shows the result.
    if (this.areHandsAway) this.requestUpdate();
    if (!this.#isEdited) return;
    this.#isEdited = false;
    writeAddress(this.#place);
  }

  get #place(): Place {
    const { machines, program, lab } = this;
    const settings = this.#playground?.valid ?? this.settings;
    return { settings, machines, program, lab, lesson: this.#stage.name };
  }

  #onLab(lab: string) {
    this.lab = lab;
    writeAddress(this.#place);
  }

  // The reader went back or forward, or opened another link.
  #goTo({ lesson, ...place }: Place) {
    this.#landing.end();
    if (lesson !== '') {
      this.shown = readShown();
      this.#beginLesson(lesson);
      return;
    }
    this.#leaveLesson();
    const isOther = place.program.packed !== this.program.packed;
    if (place.lab !== this.lab) this.#setLab(place.lab);
    Object.assign(this, place);
    if (isOther) void this.#readProgram();
    this.shown = readShown();
  }

  #setLab(lab: string) {
    this.lab = lab;
    this.#firstLab = lab;
    setLab(this, lab);
  }

  // A program of an address is shown, and runs when its reader says so.
  async #readProgram() {
    const { program } = this;
    const read = await readProgram(program).catch(() => null);
    if (program !== this.program) return;
    this.isUnreadable = read === null;
    this.code = read ?? { source: EXAMPLE, engine: '' };
  }

  async #onCode({ source, engine }: DropoutProgram) {
    this.code = { source, engine };
    this.isUnreadable = false;
    const program = await linkedProgram(source, engine);
    if (source !== this.code.source || engine !== this.code.engine) return;
    this.program = program;
    writeAddress(this.#place);
  }

  // Somebody has pasted a program where a tensor was expected.
  async #onProgram(source: string) {
    await this.#parts.bring('code').catch(() => {});
    const place = this.#placeOf('code');
    const program = place?.querySelector('dropout-program');
    if (!place || !program) return;
    program.source = source;
    await this.#onCode(program);
    this.#land(place);
    program.focus();
    void program.run();
  }

  // During a series of edits, site.css leaves out what is far from the window. Not for
  // ever, since pictures of the whole page would be blank where it has not been in sight.
  #setPartsAside() {
    if (!CAN_SET_ASIDE) return;
    for (const part of this.querySelectorAll<HTMLElement>('section:not([data-room])'))
      part.dataset.aside = 'yes';
    clearTimeout(this.#resting);
    this.#resting = window.setTimeout(() => this.#takePartsBack(), REST_MS);
  }

  #takePartsBack() {
    const part = this.querySelector<HTMLElement>('section[data-aside=yes]');
    if (!part) return;
    part.dataset.aside = 'no';
    this.#resting = window.setTimeout(() => this.#takePartsBack(), APART_MS);
  }

  // In a task after the frame, so that the frame has only the playground to render.
  async #follow() {
    if (this.#isFollowing) return;
    this.#isFollowing = true;
    await new Promise(requestAnimationFrame);
    await new Promise((resolve) => setTimeout(resolve));
    this.#isFollowing = false;
    this.requestUpdate();
  }

  // A part has something that the playground should show.
  #onChoose(event: CustomEvent<Partial<Settings>>) {
    const part = event.target as Element;
    if (part.localName === 'seed-search') this.#showCase('search', '', event.detail);
    else this.#showCase('machines', threadOf(event.detail)?.name ?? '', event.detail);
  }

  #beginLesson(step: string) {
    this.#waitingStep = step;
    if (!this.hasSections) return;
    this.#waitingStep = null;
    this.#stage.begin(step).catch(() => {});
  }

  #leaveLesson() {
    if (!this.#stage.isTaken) return;
    this.#stage.leave();
    this.#followLab();
  }

  // The lesson shows trainings of its own.
  #followLab() {
    const lab = this.querySelector<DropoutLab>('dropout-lab:defined');
    if (lab) this.lab = labText(lab.settings);
  }

  // All steps of the lesson are one entry of the history, whose address is that of the present step.
  #onScene({ scene }: LessonScene) {
    const { settings = {}, mistake = '' } = scene;
    if (this.shown?.from !== 'lesson') this.#showCase('lesson', mistake, settings);
    else {
      this.#playground?.choose(settings);
      this.#rename({ key: mistake, settings: this.#playground?.settings ?? this.settings });
    }
    writeAddress(this.#place);
  }

  // What was shown last stays, and is the reader's from now on.
  #onLessonLeave() {
    this.#followLab();
    writeAddress(this.#place);
    this.querySelector<HTMLElement>('.learn')?.focus({ preventScroll: true });
  }

  // As an edit of the playground itself, so that undo leads back to the reader's experiment, too.
  #showCase(from: ShownCase['from'], key: string, choice: Partial<Settings>) {
    const playground = this.#playground;
    if (!playground) return;
    const own = this.shown?.own ?? playground.valid;
    playground.choose(choice);
    const { settings } = playground;
    const machines = this.shown?.machines ?? this.machines;
    const lab = this.shown?.lab ?? this.lab;
    if (from !== 'lesson') this.#leaveLesson();
    this.shown = { from, key, settings, own, machines, lab };
    pushAddress({ ...this.#place, settings }, this.shown);
  }

  #rename(change: Partial<ShownCase>) {
    if (!this.shown) return;
    this.shown = { ...this.shown, ...change };
    nameShown(this.shown);
  }

  #onBack = () => {
    const { shown } = this;
    if (!shown) return;
    this.#playground?.choose(shown.own);
    this.machines = shown.machines;
    this.#setLab(shown.lab);
    this.shown = null;
    pushAddress({ ...this.#place, settings: shown.own }, null);
    this.#focusPlayground();
  };

  // Not over the lab, which has a p and a seed of its own, and not over the lesson.
  get #hasBar(): boolean {
    return this.areHandsAway && this.current !== 'why' && !this.#stage.isTaken;
  }

  get #playground(): QuietPlayground | null {
    return this.querySelector<QuietPlayground>('dropout-playground');
  }

  // A match of the search was chosen just before.
  #onShow() {
    this.#rename({ key: 'match' });
    void this.#showPlayground();
  }

  async #showPlayground() {
    // With the banner, which says what is shown.
    await this.updateComplete;
    (this.querySelector('.banner') ?? this.#playground)?.scrollIntoView({ block: 'start' });
    this.#focusPlayground();
  }

  #focusPlayground() {
    const playground = this.#playground;
    // Not the element itself: a tabindex on it would take everything inside out of the tab order.
    const figure = playground?.renderRoot.querySelector<HTMLElement>('[part=playground]');
    if (!figure) return;
    figure.tabIndex = -1;
    figure.focus({ preventScroll: true });
  }

  #onMistake = ({ detail }: CustomEvent<{ key: string; settings: Settings }>) => {
    this.#showCase('practice', detail.key, detail.settings);
    void this.#showPlayground();
  };

  #onChoosing(settings: Settings) {
    this.#showCase('why', '', settings);
    void this.#showPlayground();
  }

  #onPlace = ({ detail }: CustomEvent<{ place: string; settings: Settings }>) => {
    this.#showCase('places', detail.place, detail.settings);
    void this.#showPlayground();
  };

  #onMachines(event: CustomEvent<{ machines: string }>) {
    this.machines = event.detail.machines;
    writeAddress(this.#place);
  }

  async #onLanguage(event: Event) {
    const language = (event.currentTarget as HTMLSelectElement).value as Language;
    await loadLanguage(language);
    // All elements follow the language of the document.
    nameLanguage(language);
    const url = new URL(location.href);
    url.searchParams.set('lang', language);
    history.replaceState(history.state, '', url);
  }
}

/** The address of the page without an experiment, in the language that is shown. */
function pageAddress() {
  const isAsked = new URLSearchParams(location.search).has('lang');
  return isAsked ? `./?lang=${activeLanguage()}` : './';
}

function titles() {
  return {
    whyTitle: msg('Why dropout?', { id: 'why-title' }),
    places: msg('Where it is used', { id: 'places-title' }),
    code: msg('Your code', { id: 'code-title' }),
    machines: msg('Same seed, another machine', { id: 'machines-title' }),
    average: msg('On average', { id: 'average-title' }),
    mistakes: msg('What goes wrong', { id: 'mistakes-title' }),
    search: msg('Which seed prints this?', { id: 'search-title' }),
    takeAway: msg('Take it with you', { id: 'take-away-title' }),
  };
}

/** The titles, as short as a way to them has to be. */
function ways(): ReturnType<typeof titles> {
  return {
    ...titles(),
    whyTitle: msg('Why dropout', { id: 'why-way' }),
    places: msg('Where', { id: 'places-way' }),
    machines: msg('Machines', { id: 'machines-way' }),
    search: msg('Which seed?', { id: 'search-way' }),
    takeAway: msg('Take away', { id: 'take-away-way' }),
  };
}
