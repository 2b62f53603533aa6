// <dropout-program>: a Python program that its reader can run and edit, and what it prints.
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { saveFile } from '../design/save-file.ts';
import { ShadowElement } from '../design/shadow-element.ts';
import { fields } from '../design/styles/fields.ts';
import { tokens } from '../design/styles/tokens.ts';
import { machineOf } from '../experiment/machines.ts';
import { LanguageController } from '../i18n/language-controller.ts';
import { formatNumber } from '../i18n/number-format.ts';
import { importAgain } from '../loading/import-again.ts';
import type { PartAddresses } from '../python/messages.ts';
import type { ProgramEngine } from '../python/program-engines.ts';
import { answerStyles } from './answer-styles.ts';
import { type BesideLine, besideLine } from './beside-line.ts';
import type { LineCalls } from './call-figure.ts';
import { claimWords } from './claim-words.ts';
import type { CodeEditor } from './code-editor.ts';
import { errorLine, lastLine } from './error-line.ts';
import { OtherMachine } from './other-machine.ts';
import { pinned } from './pinned.ts';
import { type JudgedClaim, ProgramClaims } from './program-claims.ts';
import { programEmbed } from './program-embed.ts';
import { packed } from './program-link.ts';
import { DEFAULT_MACHINE, MACHINES, machineNamed } from './program-machines.ts';
import { notebookOf } from './program-notebook.ts';
import type { ProgramOutput } from './program-output.ts';
import { type Asked, anySeed, ProgramRun } from './program-run.ts';
import { programStyles } from './program-styles.ts';
import { phaseWords } from './run-words.ts';
import { slotOfLine } from './slot-of-line.ts';

/** After an edit, milliseconds of rest before the program runs again. */
const REST = 500;

/** After a run that comes while somebody types, milliseconds until it is run on other machines. */
const JUDGE_REST = 700;

/** A program that took longer, in milliseconds, is not run again by itself. */
const QUICK = 1000;

/** The comments of one that took longer are not judged, and stepping its numbers does not run it. */
const LONG = 10_000;

/** As much of an output as is read aloud. */
const ANNOUNCED = 600;

/**
 * @fires program-change - After each edit; `source` and `engine` have it by then.
 * @fires dropout-run - {ProgramOutput} at the end of each run; bubbles.
 */
export class DropoutProgram extends ShadowElement {
  static override readonly styles = [tokens, fields, programStyles, answerStyles];

  static override readonly properties = {
    source: {},
    engine: {},
    parts: { attribute: false },
    session: {},
    playground: {},
    isHome: { attribute: false },
    given: { state: true },
    link: { state: true },
    announced: { state: true },
    opened: { state: true },
    saved: { state: true },
  };

  declare source: string;
  declare engine: string;
  /** Where the interpreter's files are. */
  declare parts: PartAddresses;
  /** Programs of one name go on where the one before ended; '' for none. */
  declare session: string;
  /** The address of the playground, where the program can be opened; '' for none. */
  declare playground: string;
  /** Whether this is the playground. */
  declare isHome: boolean;
  /** What the reader has given for settings that the program lacks. */
  declare protected given: Readonly<Record<string, string>>;
  /** The program on the playground; '' if there is none. */
  declare protected link: string;
  /** What a screen reader says of the last run. */
  declare protected announced: string;

  /** Of lines with an open figure, which of their dropout calls it shows. */
  declare protected opened: ReadonlyMap<number, number>;
  /** The name of the file that was saved last, which is announced. */
  declare protected saved: string;

  readonly #run = new ProgramRun(this);
  readonly #claims = new ProgramClaims(this);
  readonly #other = new OtherMachine(this);
  #resting = 0;
  #linking = 0;
  #isPrepared = false;
  #isStepping = false;
  /** Whether a number was stepped that no run has begun with. */
  #isStepAwaited = false;

  constructor() {
    super();
    new LanguageController(this);
    this.source = '';
    this.engine = DEFAULT_MACHINE;
    this.parts = { pyodide: '', library: '', operations: '' };
    this.session = '';
    this.playground = '';
    this.isHome = false;
    this.given = {};
    this.link = '';
    this.announced = '';
    this.opened = new Map();
    this.saved = '';
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#resting);
  }

  override willUpdate(changed: Map<string, unknown>) {
    if (changed.has('source') || changed.has('playground') || changed.has('engine')) {
      void this.#writeLink();
    }
  }

  override focus(): void {
    this.#editor?.focus();
  }

  get #editor(): CodeEditor | null {
    return this.renderRoot.querySelector<CodeEditor>('code-editor');
  }

  get #machine(): ProgramEngine {
    return machineNamed(this.engine);
  }

  override render(): TemplateResult {
    const { phase, isBusy } = this.#run;
    const beside = this.#besideLines;
    const isWrong = phase.name === 'failed' || (phase.name === 'ended' && phase.ended.status !== 0);
    return html`
      <section class="program" part="program" role="group" aria-label=${msg('Program', { id: 'program' })} @focusin=${this.#prepare}>
        <header>
          <button type="button" class="primary" @click=${() => this.run()}>${msg('Run', { id: 'program-run' })}</button>
          <button type="button" aria-disabled=${!isBusy} @click=${() => this.#run.stop()}>${msg('Stop', { id: 'stop' })}</button>
          <p class="phase" ?data-wrong=${isWrong} ?data-failed=${phase.name === 'failed'}>
            ${phaseWords(this.#run, this.parts.pyodide)} ${phase.name === 'failed' ? this.#renderWayOut() : nothing}
          </p>
          ${this.#renderMachines()} ${this.#renderProgress()}
        </header>
        ${this.#renderFront()}
        <code-editor
          .source=${this.source}
          .label=${msg('Program', { id: 'program' })}
          .errorLine=${this.#errorLine}
          .answered=${beside.map(({ line }) => line)}
          @code-change=${(event: CustomEvent<{ isStepped: boolean }>) => this.#onCode((event.currentTarget as CodeEditor).source, event.detail.isStepped)}
          @code-run=${() => this.run()}
          @code-leave=${() => this.renderRoot.querySelector('button')?.focus()}
        >${repeat(
          beside,
          ({ line }) => line,
          (one) =>
            html`<div class="answer" part="answer" slot=${slotOfLine(one.line)} ?data-old=${this.#isOld}>${besideLine(one, this.#claims.judged, (claim) => this.#correct(claim))}</div>`,
        )}</code-editor>
        <div class="numbers">
          <number-fields
            .source=${this.source}
            @number-change=${(event: CustomEvent<{ source: string }>) => this.#onCode(event.detail.source, true)}
          ></number-fields>
        </div>
        ${this.#renderResult(isWrong)} ${this.#renderFoot()}
        <span role="status" class="visually-hidden">${this.announced}</span>
      </section>
    `;
  }

  #renderMachines() {
    return html`<fieldset>
      <legend class="visually-hidden">${msg('Whose random numbers', { id: 'program-machine' })}</legend>
      ${Object.entries(MACHINES).map(
        ([engine, name]) => html`<label title=${machineOf(engine).standsFor}>
          <input
            type="radio"
            name="machine"
            value=${engine}
            .checked=${live(engine === this.#machine)}
            @change=${() => this.#choose(engine)}
          />${name}
        </label>`,
      )}
    </fieldset>
    ${this.#run.asked ? this.#renderOther() : nothing}`;
  }

  #renderOther() {
    const others = Object.entries(MACHINES).filter(([engine]) => engine !== this.#machine);
    return html`<label class="beside">
      ${msg('beside', { id: 'program-beside' })}
      <select @change=${(event: Event) => this.#setBeside((event.currentTarget as HTMLSelectElement).value)}>
        <option value="" .selected=${this.#other.engine === null}>${msg('no other', { id: 'program-beside-none' })}</option>
        ${others.map(([engine, name]) => html`<option value=${engine} .selected=${engine === this.#other.engine}>${name}</option>`)}
      </select>
    </label>`;
  }

  #setBeside(engine: string) {
    const { asked } = this.#run;
    this.#other.engine = engine === '' ? null : machineNamed(engine);
    if (asked && !this.#run.isBusy) void this.#other.run(this.parts, asked);
    this.requestUpdate();
  }

  // Where both print the same, nothing stands beside the lines.
  #renderSame() {
    const { engine, answers } = this.#other;
    const own = this.#run.answers;
    if (!engine || !answers || this.#isOld) return nothing;
    const lines = new Set([...own.printing, ...answers.printing]);
    const unlike = [...lines].filter((line) => this.#other.differs(own, line)).length;
    return html`<p class="note">
      ${
        unlike === 0
          ? msg(str`${MACHINES[engine]} prints the same.`, { id: 'other-same' })
          : msg(
              str`${MACHINES[engine]} prints something else on ${formatNumber(unlike)} of ${formatNumber(lines.size)} lines.`,
              { id: 'other-lines' },
            )
      }
    </p>`;
  }

  #renderProgress() {
    const { phase } = this.#run;
    if (phase.name !== 'starting') return nothing;
    const { loaded, total } = phase;
    const share = total > 0 && loaded > 0 ? Math.min(1, loaded / total) : nothing;
    return html`<progress aria-label=${msg('Python is starting…', { id: 'program-starting' })} max="1" value=${share}></progress>`;
  }

  // What stands in front of the program: imports, and fields for settings that it lacks.
  #renderFront() {
    const { prelude } = this.#run;
    if (prelude.length === 0) return nothing;
    const imports = prelude.filter((line) => !line.includes(' = '));
    const settings = prelude.filter((line) => line.includes(' = '));
    return html`<div class="front" part="front">
      ${
        imports.length > 0
          ? html`<p>
              ${msg('Put in front:', { id: 'program-front' })}
              ${imports.map((line) => html`<code>${line}</code>`)}
            </p>`
          : nothing
      }
      ${
        settings.length > 0
          ? html`<p>
              ${msg('Taken, since the program does not say it:', { id: 'program-given' })}
              ${settings.map((line) => this.#renderSetting(line))}
            </p>`
          : nothing
      }
    </div>`;
  }

  #renderSetting(line: string) {
    const at = line.indexOf(' = ');
    const [name, value] = [line.slice(0, at), line.slice(at + 3)];
    return html`<label>
      <code>${name} =</code>
      <input
        class="box"
        spellcheck="false"
        autocapitalize="off"
        size=${Math.max(4, Math.min(44, value.length))}
        .value=${value}
        @change=${(event: Event) => this.#give(name, event)}
        @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && this.#give(name, event)}
      />
    </label>`;
  }

  #renderResult(isWrong: boolean) {
    const { output, asked, phase } = this.#run;
    if (!output || !asked) return nothing;
    const isOld = this.#isOld;
    const isSilent = output.pieces.length === 0 && this.#run.figures.length === 0;
    const title = msg('Output', { id: 'program-output' });
    return html`<div class="result" part="output" ?data-wrong=${isWrong} ?data-old=${isOld}>
      ${this.#renderFigures()}
      ${
        output.pieces.length === 0
          ? nothing
          : html`<details class="all" ?open=${isWrong || (this.#run.answers.printing.length === 0 && this.#run.figures.length === 0)}>
              <summary>${msg('All output', { id: 'program-all-output' })}</summary>
              <pre tabindex="0" role="group" aria-label=${title}>${output.pieces.map(({ stream, text }) => html`<span class=${stream}>${text}</span>`)}</pre>
            </details>`
      }
      ${isSilent && phase.name === 'ended' ? html`<p class="note">${msg('It printed nothing.', { id: 'program-silent' })}</p>` : nothing}
      ${output.isCapped ? html`<p class="note">${msg('It printed more, which is left out.', { id: 'program-capped' })}</p>` : nothing}
      ${isOld ? html`<p class="note">${msg('Of the program before your last edit.', { id: 'program-old' })}</p>` : this.#renderSeed()}
      ${this.#renderSame()}
    </div>`;
  }

  #renderFigures() {
    const { figures } = this.#run;
    if (figures.length === 0) return nothing;
    // Registered where the first program plots.
    importAgain(() => import('./plots/plots-define.ts')).catch(() => {});
    return html`<div class="figures" part="figures">
      ${figures.map((figure, i) => html`<plotted-figure .figure=${figure} .number=${i + 1}></plotted-figure>`)}
    </div>`;
  }

  #renderSeed() {
    const { phase, asked } = this.#run;
    if (phase.name !== 'ended' || !phase.ended.isUnseeded || !asked) return nothing;
    return html`<p class="note">
      ${msg(str`The program gives no seed: this output is one of many. It was drawn with seed ${asked.seed}.`, { id: 'program-unseeded' })}
      <button type="button" @click=${() => this.#pin(asked.seed)}>${msg('Write that seed into the program', { id: 'program-pin' })}</button>
    </p>`;
  }

  #renderFoot() {
    const code = msg('Program', { id: 'program' });
    const output = this.#run.output?.text ?? '';
    return html`<footer>
      ${output ? html`<copy-button quiet .label=${msg('Copy output', { id: 'program-copy-output' })} .text=${output} .what=${msg('Output', { id: 'program-output' })} .source=${() => this.renderRoot.querySelector('.result pre')}></copy-button>` : nothing}
      <copy-button quiet .label=${msg('Copy program', { id: 'program-copy' })} .text=${this.source} .what=${code}></copy-button>
      ${
        this.isHome && this.link
          ? html`<copy-button quiet .label=${msg('Copy link', { id: 'program-copy-link' })} .text=${this.link} .what=${msg('Link', { id: 'link' })}></copy-button>`
          : nothing
      }
      ${this.#renderTakeAway()}
      ${this.isHome ? nothing : this.#renderWayOut()}
    </footer>`;
  }

  #renderTakeAway() {
    const { source, playground } = this;
    return html`<details class="take">
      <summary>${msg('Take away', { id: 'program-take' })}</summary>
      <div>
        <button type="button" @click=${() => this.#save('program.py', source, 'text/x-python')}>${msg('Save program.py', { id: 'program-save' })}</button>
        <button type="button" @click=${() => this.#save('program.ipynb', this.#notebook, 'application/x-ipynb+json')}>${msg('Save as a notebook', { id: 'program-save-notebook' })}</button>
        ${
          playground
            ? html`<copy-button quiet .label=${msg('Copy for a post', { id: 'program-copy-embed' })} .text=${() => programEmbed(source, this.engine, playground)} .what=${msg('Program', { id: 'program' })}></copy-button>`
            : nothing
        }
        <span role="status" class="visually-hidden">${this.saved}</span>
      </div>
    </details>`;
  }

  /** With what this very program has printed. */
  get #notebook(): string {
    const { output, phase, prelude } = this.#run;
    const hasRun = phase.name === 'ended' && output !== null && !this.#isOld;
    return notebookOf({
      source: this.source,
      prelude: hasRun ? prelude : [],
      pieces: hasRun ? output.pieces : [],
      status: hasRun ? phase.ended.status : 0,
    });
  }

  #save(name: string, text: string, type: string) {
    saveFile(name, new Blob([text], { type }));
    this.saved = msg(str`Saved: ${name}`, { id: 'program-saved' });
  }

  #renderWayOut() {
    if (this.isHome || !this.link) return nothing;
    return html`<a href=${this.link} target="_blank" rel="noopener">${msg('Open on the playground', { id: 'program-open' })}</a>`;
  }

  /** What stands beside the lines, those of the program before the last edit, too. */
  get #besideLines(): BesideLine[] {
    const { answers, output, phase } = this.#run;
    const claims = this.#isOld ? [] : (this.#claims.judged?.claims ?? []);
    const hasFailed = phase.name === 'ended' && phase.ended.status !== 0;
    const stderr = hasFailed ? (output?.textOf('stderr') ?? '') : '';
    const failedAt = errorLine(stderr);
    const others = this.#isOld ? [] : (this.#other.answers?.printing ?? []);
    const claimed = claims.map(({ codeLine }) => codeLine);
    const lines = [...answers.lines, ...others, ...claimed, failedAt ?? 0];
    return [...new Set(lines)]
      .filter((line) => line > 0)
      .sort((a, b) => a - b)
      .map((line) => ({
        line,
        texts: answers.textsOf(line),
        earlier: earlierThan(answers.textsOf(line), this.#run.earlier?.textsOf(line)),
        error: line === failedAt ? lastLine(stderr) : '',
        claims: claims.filter(({ codeLine }) => codeLine === line),
        calls: this.#callsOf(line),
        other: this.#otherOf(line),
      }));
  }

  #otherOf(line: number): BesideLine['other'] {
    const { engine } = this.#other;
    const texts = this.#isOld ? null : this.#other.differs(this.#run.answers, line);
    return engine && texts ? { engine, texts } : null;
  }

  #callsOf(line: number): LineCalls | null {
    const { answers, asked } = this.#run;
    const calls = answers.callsOf(line);
    if (!asked || calls.length === 0) return null;
    return {
      calls,
      engine: asked.engine,
      opened: this.opened.get(line) ?? null,
      playground: this.playground,
      onOpen: (call) => {
        const others = [...this.opened].filter(([one]) => one !== line);
        this.opened = new Map(call === null ? others : [...others, [line, call]]);
      },
    };
  }

  /** Whether the output is that of another program, or of another machine. */
  get #isOld(): boolean {
    const { asked } = this.#run;
    return asked !== null && (asked.source !== this.source || asked.engine !== this.#machine);
  }

  get #errorLine(): number | null {
    const { output, asked, phase } = this.#run;
    const isOfThis = asked?.source === this.source && phase.name === 'ended';
    return isOfThis && phase.ended.status !== 0 ? errorLine(output?.textOf('stderr') ?? '') : null;
  }

  /** Runs the program, for a reader who asked for it. */
  async run({ isTyped = false, isStepped = false } = {}): Promise<void> {
    clearTimeout(this.#resting);
    if (!isTyped) {
      this.announced = '';
      void this.#editor?.enlarge();
    }
    this.#claims.forget();
    this.#other.forget();
    const hasEnded = await this.#run.run(
      this.parts,
      {
        source: this.source,
        engine: this.#machine,
        seed: anySeed(),
        given: this.given,
        session: this.session || undefined,
      },
      { isTyped, isStepped },
    );
    if (hasEnded) this.#tell(isTyped);
    else if (this.#run.phase.name === 'failed') this.announced = this.#words;
  }

  get #words(): string {
    return phaseWords(this.#run, this.parts.pyodide);
  }

  #tell(isTyped: boolean) {
    const { output, asked, phase } = this.#run;
    // What is typed and no Python yet has left the earlier output.
    if (!output || !asked || phase.name !== 'ended' || asked.source !== this.source) return;
    const text = output.text.trim();
    const more = text.length - ANNOUNCED;
    const left =
      more > 0 ? msg(str`and ${formatNumber(more)} characters more`, { id: 'program-more' }) : '';
    this.announced = `${this.#words}. ${text.slice(0, ANNOUNCED)} ${left}`;
    const { status, isUnseeded } = phase.ended;
    const detail: ProgramOutput = {
      source: asked.source,
      engine: asked.engine,
      status,
      stdout: output.textOf('stdout'),
      stderr: output.textOf('stderr'),
      seed: isUnseeded ? asked.seed : null,
      isCapped: output.isCapped,
    };
    this.dispatchEvent(new CustomEvent('dropout-run', { detail, bubbles: true, composed: true }));
    clearTimeout(this.#resting);
    // Whoever types goes on.
    const rest = isTyped ? JUDGE_REST : 0;
    this.#resting = window.setTimeout(() => this.#judge(asked, isUnseeded), rest);
  }

  async #judge(asked: Asked, isUnseeded: boolean) {
    const { phase } = this.#run;
    if (phase.name !== 'ended') return;
    // Programs of a session go on from one another, and what takes long is not run again and again.
    if (this.session || phase.milliseconds >= LONG) return;
    await this.#other.run(this.parts, asked);
    await this.#claims.judge(this.parts, asked, isUnseeded);
    this.#tellJudged();
  }

  // Once a run, too: what is found of the comments comes later than the output.
  #tellJudged() {
    const { judged } = this.#claims;
    if (!judged) return;
    const found = judged.claims.map((claim) => [
      msg(str`Line ${claim.line}`, { id: 'program-line' }),
      claimWords(claim, judged.seeds),
    ]);
    this.announced = found
      .map((words) => words.join(': '))
      .join(' ')
      .slice(0, ANNOUNCED);
  }

  // The reader is about to run it, or to write in it.
  #prepare() {
    if (this.#isPrepared) return;
    this.#isPrepared = true;
    this.#run.prepare(this.parts);
  }

  #onCode(source: string, isStepped: boolean) {
    this.source = source;
    this.#tellChange();
    clearTimeout(this.#resting);
    const { phase } = this.#run;
    const milliseconds = phase.name === 'ended' ? phase.milliseconds : Number.POSITIVE_INFINITY;
    if (isStepped) void this.#step(milliseconds < LONG);
    else if (milliseconds < QUICK) {
      this.#resting = window.setTimeout(() => this.run({ isTyped: true }), REST);
    }
  }

  // At once, but never in place of a run: that would end Python.
  async #step(isQuick: boolean) {
    this.#isStepAwaited = this.#isStepping || isQuick;
    if (this.#isStepping) return;
    this.#isStepping = true;
    while (this.#isStepAwaited) {
      this.#isStepAwaited = false;
      await this.run({ isTyped: true, isStepped: true });
    }
    this.#isStepping = false;
  }

  #choose(engine: string) {
    this.engine = engine;
    this.#tellChange();
    if (this.#run.asked) void this.run();
  }

  // At Enter, and where the reader goes on: then it has been given already.
  #give(name: string, { type, currentTarget }: Event) {
    const { value } = currentTarget as HTMLInputElement;
    if (type === 'change' && value === this.given[name]) return;
    this.given = { ...this.given, [name]: value };
    void this.run();
  }

  // As an edit in the editor, which it can undo; and judged again at once.
  #correct({ correction }: JudgedClaim) {
    if (!correction || this.#isOld) return;
    this.#editor?.replace(correction);
    void this.run();
  }

  #pin(seed: number) {
    this.source = pinned(this.source, seed);
    this.#tellChange();
    void this.run();
  }

  #tellChange() {
    this.dispatchEvent(new Event('program-change'));
  }

  async #writeLink() {
    const turn = ++this.#linking;
    const { playground, source, engine } = this;
    if (!playground) {
      this.link = '';
      return;
    }
    const program = await packed(source);
    if (turn !== this.#linking) return;
    const on = engine === DEFAULT_MACHINE ? '' : `&program-engine=${engine}`;
    this.link = program && `${playground.replace(/#.*/s, '')}#code&program=${program}${on}`;
  }
}

/** Null where it is the same. */
function earlierThan(texts: readonly string[], earlier: readonly string[] | undefined) {
  return earlier && earlier.length > 0 && texts.join('') !== earlier.join('') ? earlier : null;
}
