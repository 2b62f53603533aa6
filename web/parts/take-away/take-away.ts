// <take-away>: what readers can take of an experiment: a link, a program that asserts its output, what PyTorch
// prints, and a picture.
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { FigureCore } from '../../core/figure-core.ts';
import { saveFile } from '../../design/save-file.ts';
import { fields } from '../../design/styles/fields.ts';
import { host } from '../../design/styles/host.ts';
import { sections } from '../../design/styles/sections.ts';
import { tokens } from '../../design/styles/tokens.ts';
import { embedElement, embedScript } from '../../experiment/embed-markup.ts';
import type { Result } from '../../experiment/experiment.ts';
import { explain } from '../../experiment/explanation.ts';
import { fragmentOf } from '../../experiment/link.ts';
import { machineName, machineOf } from '../../experiment/machines.ts';
import {
  FRAMEWORKS,
  type Framework,
  largeProgramOf,
  type Program,
  programOf,
} from '../../experiment/programs/program.ts';
import type { Settings } from '../../experiment/settings.ts';
import { activeLanguage } from '../../i18n/localization.ts';
import { FollowingElement } from '../following-element.ts';
import { pageLink } from '../page-link.ts';
import { takeAwayStyles } from './take-away-styles.ts';

/** The address of the embed's script, which is beside the page. */
const EMBED_SCRIPT = 'embed/1/dropout-playground.js';

export class TakeAway extends FollowingElement {
  static override readonly styles = [tokens, fields, host, sections, takeAwayStyles];

  static override readonly properties = {
    ...FollowingElement.properties,
    framework: { state: true },
    shown: { state: true },
    saved: { state: true },
  };

  declare protected framework: Framework;
  /** The experiment that is shown, which lags behind the settings while they change. */
  declare protected shown: { settings: Settings; result: Result | null } | null;
  /** The name of the file that was saved last, which is announced. */
  declare protected saved: string;

  constructor() {
    super('400px');
    this.framework = 'PyTorch';
    this.shown = null;
    this.saved = '';
  }

  protected override get isFilled(): boolean {
    return this.shown !== null;
  }

  protected override follow(core: FigureCore, settings: Settings) {
    if (JSON.stringify(settings) === JSON.stringify(this.shown?.settings)) return;
    const result = this.resultOf(core, settings);
    this.shown = { settings: result?.settings ?? settings, result };
  }

  override render(): TemplateResult | typeof nothing {
    const { core, shown, framework, saved } = this;
    if (this.failure) return nothing;
    if (!core || !shown) return html`<div class="parts"><div class="waiting"></div></div>`;
    // While the settings change, the program is not written anew.
    return html`<div class="parts">
      ${guard([shown, framework, saved, activeLanguage()], () => this.#renderParts(core, shown))}
    </div>`;
  }

  #renderParts(core: FigureCore, shown: { settings: Settings; result: Result | null }) {
    return html`
      ${this.#renderLink(shown.settings)} ${this.#renderProgram(core, shown)}
      ${this.#renderOutput(shown.result)} ${this.#renderPicture(shown.result)}
    `;
  }

  #renderLink(settings: Settings) {
    const fragment = fragmentOf(settings);
    const title = msg('Link', { id: 'link' });
    if (fragment === null) {
      return html`<section class="link">
        <h3>${title}</h3>
        <p class="note">
          ${msg('This input is too long for a link. The program below holds all of it.', { id: 'no-link' })}
        </p>
      </section>`;
    }
    const link = pageLink(fragment);
    return html`<section class="link">
      <h3><label for="link">${title}</label></h3>
      <div class="line">
        <input id="link" class="box" readonly .value=${link} @focus=${selectAll} />
        <copy-button .text=${link} .what=${title} .source=${this.#sourceOf('#link')}></copy-button>
        ${
          'share' in navigator
            ? html`<button type="button" @click=${() => share(link, settings)}>
                ${msg('Share…', { id: 'share' })}
              </button>`
            : nothing
        }
      </div>
      ${this.#renderEmbed(settings)}
    </section>`;
  }

  #renderEmbed(settings: Settings) {
    const title = msg('In a post', { id: 'embed' });
    const script = embedScript(new URL(EMBED_SCRIPT, pageLink(null)).href);
    const snippet = `${script}\n${embedElement(settings)}\n`;
    return html`
      <h3><label for="embed">${title}</label></h3>
      <div class="line">
        <textarea id="embed" class="box" readonly rows="2" wrap="off" spellcheck="false" .value=${snippet} @focus=${selectAll}></textarea>
        <copy-button .text=${snippet} .what=${title} .source=${this.#sourceOf('#embed')}></copy-button>
      </div>
    `;
  }

  #renderProgram(
    core: FigureCore,
    { settings, result }: { settings: Settings; result: Result | null },
  ) {
    const { framework } = this;
    const program = result
      ? programOf(core, framework, result)
      : largeProgramOf(core, framework, settings);
    return html`<section class="program ${result ? '' : 'alone'}">
      <header>
        <h3 id="program-title">${msg('Program', { id: 'program' })}</h3>
        <div class="tabs" role="tablist" aria-labelledby="program-title" @keydown=${this.#onTabKey}>
          ${FRAMEWORKS.map(
            (name) => html`<button
              type="button"
              role="tab"
              id="tab-${name}"
              aria-controls="program"
              aria-selected=${name === framework ? 'true' : 'false'}
              tabindex=${name === framework ? 0 : -1}
              @click=${() => {
                this.framework = name;
              }}
            >
              ${name}
            </button>`,
          )}
        </div>
        ${
          program instanceof Error
            ? nothing
            : html`<copy-button
                .text=${program.text}
                .what=${framework}
                .source=${this.#sourceOf('#program pre')}
              ></copy-button>`
        }
      </header>
      <div id="program" role="tabpanel" aria-labelledby="tab-${framework}">
        ${
          program instanceof Error
            ? html`<p class="note">${explain(program)}</p>`
            : html`<p class="note">${noteOf(program, settings, framework)}</p>
                <pre tabindex="0" role="group" aria-label=${framework}>${highlighted(program.text)}</pre>`
        }
      </div>
    </section>`;
  }

  #renderOutput(result: Result | null) {
    if (!result) return nothing;
    const { printed } = result.train;
    const title = msg('Printed output', { id: 'printed-output' });
    return html`<section class="output">
      <header>
        <h3>${title}</h3>
        <copy-button .text=${printed} .what=${title} .source=${this.#sourceOf('.output pre')}></copy-button>
      </header>
      <pre tabindex="0" role="group" aria-label=${title}>${printed}</pre>
    </section>`;
  }

  #renderPicture(result: Result | null) {
    const title = msg('Picture', { id: 'picture' });
    if (!result) {
      return html`<section class="picture">
        <h3>${title}</h3>
        <p class="note">
          ${msg('This tensor is too large for a picture.', { id: 'too-large-for-picture' })}
        </p>
      </section>`;
    }
    return html`<section class="picture">
      <header>
        <h3>${title}</h3>
        <button type="button" @click=${() => this.#save('svg', result)}>
          ${msg('Save SVG', { id: 'save-svg' })}
        </button>
        <button type="button" @click=${() => this.#save('png', result)}>
          ${msg('Save PNG', { id: 'save-png' })}
        </button>
        <span role="status" class="visually-hidden">${this.saved}</span>
      </header>
      <experiment-picture .result=${result}></experiment-picture>
    </section>`;
  }

  async #save(format: 'svg' | 'png', result: Result) {
    const name = `dropout-p${result.p}-seed${fileText(result.settings.seed)}.${format}`;
    const picture = this.renderRoot.querySelector('experiment-picture');
    const blob = await picture?.fileOf(format);
    if (!blob) return;
    saveFile(name, blob);
    this.saved = msg(str`Saved: ${name}`, { id: 'saved' });
  }

  #sourceOf(selector: string) {
    return () => this.renderRoot.querySelector(selector);
  }

  #onTabKey(event: KeyboardEvent) {
    const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };
    const now = FRAMEWORKS.indexOf(this.framework);
    const last = FRAMEWORKS.length - 1;
    const step = steps[event.key];
    const next =
      event.key === 'Home' ? 0 : event.key === 'End' ? last : step ? now + step : undefined;
    if (next === undefined) return;
    event.preventDefault();
    this.framework = FRAMEWORKS.at(next % FRAMEWORKS.length) as Framework;
    this.renderRoot.querySelector<HTMLElement>(`#tab-${this.framework}`)?.focus();
  }
}

function noteOf(program: Program, settings: Settings, framework: Framework): string {
  if (!program.asserts) {
    return msg('Without an assertion at the end, since the tensor is large.', {
      id: 'program-large',
    });
  }
  if (program.isShown) {
    return msg('Ends in an assertion of the output shown here, every bit of it.', {
      id: 'program-holds',
    });
  }
  const shown = machineName(machineOf(settings.engine));
  return program.sameOutput
    ? msg(
        str`Shown here is ${shown}. ${framework} has another generator, which gives the same output this time.`,
        { id: 'program-same' },
      )
    : msg(
        str`Shown here is ${shown}. ${framework} draws otherwise: the program asserts its own output, which differs.`,
        { id: 'program-differs' },
      );
}

/** The program with its comments marked. */
function highlighted(text: string) {
  return text
    .split(/^(\s*(?:#|\/\/).*)$/m)
    .map((part, i) => (i % 2 === 1 ? html`<span class="comment">${part}</span>` : part));
}

function selectAll(event: FocusEvent) {
  (event.currentTarget as HTMLInputElement).select();
}

async function share(url: string, { p, seed }: Settings) {
  try {
    await navigator.share({ title: `nn.Dropout(${p}), seed ${seed}`, url });
  } catch {
    // The reader has cancelled.
  }
}

function fileText(text: string): string {
  return text.replace(/[^\w.-]+/g, '-').slice(0, 24);
}
