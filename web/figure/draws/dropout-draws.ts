// <dropout-draws>: the numbers drawn on a line from 0 to 1, each over its place, and p, which covers what is dropped
// and is dragged through them.
import { html, nothing, type TemplateResult } from 'lit';
import { ShadowElement } from '../../design/shadow-element.ts';
import { tokens } from '../../design/styles/tokens.ts';
import { type DecisionRule, keepsBelow } from '../../experiment/draws/decision-rule.ts';
import { type DotLayout, layoutDots, type Strip } from '../../experiment/draws/dot-layout.ts';
import { halved, partedAt } from '../../experiment/draws/histogram.ts';
import { type LineOfDraws, lineOfDraws, sharedBy } from '../../experiment/draws/line-of-draws.ts';
import { endOfDropped, pAfterKey, placeOfP } from '../../experiment/draws/p-on-line.ts';
import { dotBeyond, sideWithRoom } from '../../experiment/draws/piles.ts';
import type { QuadTable } from '../../experiment/draws/quad-table.ts';
import type { Result } from '../../experiment/experiment.ts';
import { LanguageController } from '../../i18n/language-controller.ts';
import { fireSettings } from '../controls/settings-event.ts';
import { placeInFrame } from '../grids/place-in-frame.ts';
import { columnsOf } from './columns.ts';
import { drawsStyles } from './draws-styles.ts';
import { HandleDrag } from './handle-drag.ts';
import * as words from './line-words.ts';
import { blockPath, boxAt, boxIn, type Ends, threadPath } from './threads.ts';
import { withProperties } from './with-properties.ts';

type Dots = Extract<LineOfDraws, { kind: 'dots' }>;
type Counted = Extract<LineOfDraws, { kind: 'histogram' }>;

/** On a shorter line there are no threads, and half as many columns. In rem. */
const LONG = 30;
/** A finger that touches the line no farther than this from a dot means the dot. In rem. */
const NEAR = 1.4;
/** The mark of a draw among many. In rem. */
const MARK = 0.7;
/** From a cell farther above the line there is no thread: too much stands between. In rem. */
const LONGEST_THREAD = 22;

/**
 * @attr slim - As low as a field: dots without names, which only show what p passes.
 * @fires cell-point - {index} of an element that the dot under the pointer or with the focus decides about, or null;
 *   bubbles.
 * @fires settings-change - {p} while the handle is dragged, and after its keys.
 */
export class DropoutDraws extends ShadowElement {
  static override readonly styles = [tokens, drawsStyles];

  static override readonly properties = {
    result: { attribute: false },
    p: { attribute: false },
    chosen: { attribute: false },
    locked: { attribute: false },
    slim: { type: Boolean, reflect: true },
    strip: { state: true },
  };

  declare result: Result | null;
  /** Where the handle stands. A large result may still be of another p. */
  declare p: number;
  /** The row-major index of the element whose dot is marked, or null. */
  declare chosen: number | null;
  /** Whether readers may only read p. */
  declare locked: boolean;
  declare slim: boolean;
  /** The cell of the mask for an element of x; null if there is none. No rendering depends on it. */
  declare cellOf: (index: number) => Element | null;
  declare protected strip: Strip | null;

  #line: LineOfDraws = { kind: 'none' };
  #layout: DotLayout | null = null;
  /** For each dot, how often it has been drawn anew: what has been, falls. */
  #falls: number[] = [];
  /** How often another dot was chosen. */
  #choices = 0;
  // In the next frame: what follows from the width may change what is observed elsewhere, within one pass.
  readonly #size = new ResizeObserver(() => requestAnimationFrame(() => this.#measure()));
  readonly #drag = new HandleDrag({
    at: (event) => placeInFrame(event, this.renderRoot.querySelectorAll('.corner')).x,
    held: () => ({ p: this.p, end: this.#end }),
    set: (p) => fireSettings(this, { p: String(p) }),
    onChange: () => this.requestUpdate(),
  });

  constructor() {
    super();
    new LanguageController(this);
    this.result = null;
    this.p = 0.5;
    this.chosen = null;
    this.locked = false;
    this.slim = false;
    this.cellOf = () => null;
    this.strip = null;
  }

  override connectedCallback() {
    super.connectedCallback();
    this.#size.observe(this);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#size.disconnect();
  }

  override willUpdate(changed: Map<string, unknown>) {
    const { result, strip } = this;
    if (!result) return;
    if (changed.has('result')) {
      const before = this.#line;
      this.#line = lineOfDraws(result);
      this.#fall(before);
    }
    if (changed.has('chosen')) ++this.#choices;
    const line = this.#line;
    const names = 'names' in line && !this.slim ? line.names : null;
    const isLaidOut = strip !== null && line.kind === 'dots';
    this.#layout = isLaidOut
      ? layoutDots({ ...line, names, inRows: line.table !== null }, strip)
      : null;
  }

  override updated() {
    // Not at once: the cells that threads begin at are updated after this element.
    requestAnimationFrame(() => {
      if (!this.strip) this.#measure();
      this.#drawThreads();
    });
  }

  // Those of another call or seed fall; those that another p leaves where they are do not.
  #fall(before: LineOfDraws) {
    const line = this.#line;
    if (line.kind !== 'dots') return;
    const places = before.kind === 'dots' ? before.places : null;
    this.#falls = Array.from(line.places, (place, i) => {
      const isDrawnAnew = places !== null && places[i] !== place;
      return (this.#falls[i] ?? 0) + (isDrawnAnew ? 1 : 0);
    });
  }

  #measure() {
    const line = this.renderRoot.querySelector<HTMLElement>('.strip');
    if (!line) return;
    const { clientWidth: width, clientHeight: height } = line;
    const rem = Number.parseFloat(getComputedStyle(this).fontSize);
    const { strip } = this;
    if (strip?.width === width && strip.height === height && strip.rem === rem) return;
    this.strip = { width, height, rem };
  }

  /** The end at which what is dropped lies. */
  get #end() {
    const { result, p } = this;
    return result ? endOfDropped({ ...result, p }) : 'right';
  }

  /** Up to where what is dropped reaches from there. */
  get #edge(): number {
    const { result, p } = this;
    const rule = 'rule' in this.#line ? this.#line.rule : null;
    return rule && result?.p === p ? rule.place : placeOfP(p, this.#end);
  }

  get #isLong(): boolean {
    const { strip } = this;
    return strip !== null && strip.width >= LONG * strip.rem;
  }

  get #chosenDot(): number | null {
    const { result, chosen } = this;
    if (!result || chosen === null) return null;
    return Math.floor(chosen / sharedBy(result));
  }

  override render(): TemplateResult | typeof nothing {
    const { result, p } = this;
    if (!result) return nothing;
    const line = this.#line;
    const hand = this.#drag;
    return html`
      <div
        class="line"
        role="group"
        aria-label=${words.sentence(line, result)}
        data-kind=${'table' in line && line.table ? 'table' : line.kind}
        data-end=${this.#end}
        ${withProperties({ '--_edge': this.#edge, '--_handle': placeOfP(p, this.#end) })}
      >
        ${line.kind === 'dots' && line.table ? html`<p class="note">${words.tableWords()}</p>` : nothing}
        <div
          class="strip"
          @pointerdown=${this.#onStripDown}
          @pointermove=${hand.onPointerMove}
          @pointerup=${hand.onPointerUp}
          @pointercancel=${hand.onPointerUp}
        >
          ${this.#renderGround(line, result)}
          <i class="corner"></i><i class="corner right"></i><i class="corner bottom"></i>
        </div>
        ${line.kind === 'dots' ? this.#renderDots(line) : nothing}
        ${line.kind === 'histogram' ? this.#renderMark(line) : nothing}
        ${this.#renderScale(line, result)}
        <div
          class="handle"
          role="slider"
          tabindex="0"
          aria-label=${words.pLabel()}
          aria-valuemin="0"
          aria-valuemax="1"
          aria-valuenow=${p}
          aria-valuetext=${words.pWords(result, p)}
          aria-disabled=${this.locked}
          @keydown=${this.#onHandleKey}
          @pointerdown=${this.#onHandleDown}
          @pointermove=${hand.onPointerMove}
          @pointerup=${hand.onPointerUp}
          @pointercancel=${hand.onPointerUp}
        ><span class="knob"></span></div>
      </div>
      <svg class="threads" aria-hidden="true">
        <path class="ghosts"></path><path class="ghosts dropped"></path><path class="block"></path>
        <path class="thread" pathLength="1" data-grows=${this.#choices % 2}></path>
      </svg>
    `;
  }

  /** What the dots stand before: what p covers, or the table of bytes, or a histogram. */
  #renderGround(line: LineOfDraws, result: Result) {
    if (!('rule' in line)) return html`<p>${words.whyNothing(line, result)}</p>`;
    if (line.kind === 'dots' && line.table) return rowsOf(line.table);
    return html`
      ${line.table ? nothing : html`<i class="dropped"></i>`}
      ${line.kind === 'histogram' ? this.#renderColumns(line, result) : nothing}
    `;
  }

  #renderColumns({ histogram, rule }: Counted, { p }: Result) {
    const isOfP = !rule || p === this.p;
    const parted = isOfP ? histogram : partedAt(histogram, this.#edge, keepsBelow(rule));
    const { width, height, kept, dropped } = columnsOf(this.#isLong ? parted : halved(parted));
    return html`<svg class="columns" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true">
      <path class="kept" d=${kept}></path><path class="gone" d=${dropped}></path>
    </svg>`;
  }

  /** Where the chosen element's draw is among those that are counted. */
  #renderMark({ places, rule }: Counted) {
    const place = places?.[this.#chosenDot ?? -1];
    const { strip } = this;
    if (place === undefined || !strip) return nothing;
    const size = MARK * strip.rem;
    const layout = { size, width: size, rises: [0], rows: [0], isNamed: false };
    const side = this.#sideOf({ places: [place], rule }, layout, 0);
    return html`<div class="dots" aria-hidden="true" ${withProperties(sizesOf(layout))}>
      <span class="mark" ${at(place, -size / 2)}></span>
      <span class="number" data-side=${side} ${at(place, 0)}>${words.numberText(place, rule)}</span>
    </div>`;
  }

  #renderDots(line: Dots) {
    const layout = this.#layout;
    if (!layout) return nothing;
    const { places, kept, names, rule } = line;
    const chosen = this.#chosenDot;
    const label = (i: number) =>
      `${names?.[i] ?? `[${i}]`}: ${words.numberText(places[i] as number, rule)}, ${words.fateWord(kept[i])}`;
    const standing = (i: number) => at(places[i] as number, layout.rises[i] as number);
    if (this.slim) {
      return html`<div class="dots" aria-hidden="true" ${withProperties(sizesOf(layout))}>${Array.from(
        places,
        (_, i) =>
          html`<span class="dot" data-fate=${kept[i] ? 'kept' : 'dropped'} ${standing(i)}><span></span></span>`,
      )}</div>`;
    }
    return html`<div
      class="dots ${names ? 'few' : ''}"
      role="listbox"
      aria-label=${words.title()}
      aria-orientation="horizontal"
      ${withProperties(sizesOf(layout))}
      @pointerover=${(event: Event) => this.#choose(dotIn(event))}
      @pointerleave=${this.#onLeave}
      @focusin=${(event: Event) => this.#choose(dotIn(event))}
      @focusout=${() => this.#firePoint(null)}
      @keydown=${this.#onDotKey}
    >${Array.from(
      places,
      (_, i) => html`<span
        role="option"
        class="dot"
        data-index=${i}
        data-fate=${kept[i] ? 'kept' : 'dropped'}
        data-falls=${this.#falls[i] ? (this.#falls[i] as number) % 2 : nothing}
        tabindex=${i === (chosen ?? 0) ? 0 : -1}
        aria-selected=${i === chosen}
        aria-label=${label(i)}
        ${standing(i)}
      ><span>${layout.isNamed ? names?.[i] : nothing}</span></span>`,
    )}${
      chosen === null || chosen >= places.length
        ? nothing
        : html`<span class="number" aria-hidden="true" data-side=${this.#sideOf(line, layout, chosen)} ${standing(chosen)}
          >${words.numberText(places[chosen] as number, rule)}</span>`
    }</div>`;
  }

  #sideOf(
    { places, rule }: { places: ArrayLike<number>; rule: DecisionRule | null },
    { rows, width: own }: DotLayout,
    dot: number,
  ): 'left' | 'right' {
    const { width: length = 0, rem = 16 } = this.strip ?? {};
    const text = words.numberText(places[dot] as number, rule);
    const inPixels = Array.from(places, (place) => place * length);
    const width = (text.length * 0.5 + 1) * rem + own;
    // A table has no edge.
    const edge = rule ? this.#edge * length : length;
    return sideWithRoom(inPixels, rows, dot, { width, length, edge });
  }

  /** The line itself, and what lies on either side of p. */
  #renderScale(line: LineOfDraws, result: Result) {
    const isTable = 'table' in line && line.table !== null;
    const sides = [
      words.keptWords(line, result, this.p),
      words.droppedWords(line, result, this.p),
    ].map((side, i) =>
      side
        ? html`<span class=${i === 0 ? 'kept' : 'gone'}><b>${side.fate}</b> <span>${side.more} <code>${side.code}</code></span></span>`
        : nothing,
    );
    const [first, last] = this.#end === 'right' ? sides : sides.reverse();
    return html`<div class="scale">
      <div><code>0</code>${first}</div>
      <div>${last}<code>${isTable ? 255 : 1}</code></div>
    </div>`;
  }

  #choose(dot: number | null) {
    const { result, chosen } = this;
    if (!result || dot === null) return;
    const shared = sharedBy(result);
    // Of elements that share the dot, the one that is explained already.
    const isExplained = chosen !== null && Math.floor(chosen / shared) === dot;
    this.#firePoint(isExplained ? chosen : dot * shared);
  }

  #firePoint(index: number | null) {
    this.dispatchEvent(new CustomEvent('cell-point', { detail: { index }, bubbles: true }));
  }

  // A dot stays pointed out when a finger is lifted, but not when a mouse leaves.
  #onLeave({ pointerType }: PointerEvent) {
    if (pointerType === 'mouse') this.#firePoint(null);
  }

  #onHandleKey(event: KeyboardEvent) {
    if (this.locked || event.altKey || event.ctrlKey || event.metaKey) return;
    const p = pAfterKey(event.key, this.p, this.#end);
    if (p === null) return;
    event.preventDefault();
    if (p !== this.p) fireSettings(this, { p: String(p) });
  }

  #onHandleDown(event: PointerEvent) {
    if (!this.locked) this.#drag.start(event, false);
  }

  // A mouse brings the handle to where it presses. A finger, which may want to scroll, chooses the dot that it
  // touches.
  #onStripDown(event: PointerEvent) {
    if (event.pointerType === 'touch' && !this.slim) this.#choose(this.#dotNear(event));
    else if (!this.locked) this.#drag.start(event, true);
  }

  // From dot to dot along the line; Home and End lead to its ends.
  #onDotKey(event: KeyboardEvent) {
    const line = this.#line;
    const steps = Object.hasOwn(DOT_KEYS, event.key) ? DOT_KEYS[event.key] : undefined;
    if (line.kind !== 'dots' || steps === undefined || event.altKey || event.metaKey) return;
    event.preventDefault();
    this.#dot(dotBeyond(line.places, dotIn(event) ?? 0, steps))?.focus();
  }

  #dot(index: number): HTMLElement | null {
    return this.renderRoot.querySelector(`.dot[data-index="${index}"]`);
  }

  #dotNear({ clientX, clientY }: PointerEvent): number | null {
    let nearest: number | null = null;
    let least = NEAR * (this.strip?.rem ?? 16);
    for (const dot of this.renderRoot.querySelectorAll<HTMLElement>('.dot')) {
      const { x, y, width, height } = dot.getBoundingClientRect();
      const distance = Math.hypot(clientX - x - width / 2, clientY - y - height / 2);
      if (distance >= least) continue;
      least = distance;
      nearest = Number(dot.dataset.index);
    }
    return nearest;
  }

  // The thread of the chosen dot, and those of all while p is dragged through them.
  #drawThreads() {
    const line = this.#line;
    const chosen = this.#chosenDot;
    // Nothing has a place in a figure that is not laid out.
    const isSeen = line.kind === 'dots' && this.#isLong && this.offsetWidth > 0;
    const own = isSeen && chosen !== null ? this.#endsOf(chosen) : null;
    const isBlock = this.result !== null && sharedBy(this.result) > 1;
    const ghosts = (fate: number) => {
      if (!isSeen || !line.names || !this.#drag.isHeld) return '';
      const others = Array.from(line.kept, (kept, i) =>
        i !== chosen && kept === fate ? this.#endsOf(i) : null,
      );
      return others.map((ends) => (ends ? threadPath(ends) : '')).join('');
    };
    const paths = [
      ghosts(1),
      ghosts(0),
      own && isBlock ? blockPath(own) : '',
      own ? threadPath(own) : '',
    ];
    for (const [i, path] of this.renderRoot.querySelectorAll('.threads path').entries()) {
      path.setAttribute('d', paths[i] ?? '');
    }
  }

  /** Null if there are no cells, or too far away. */
  #endsOf(index: number): Ends | null {
    const { result, strip } = this;
    const layout = this.#layout;
    const line = this.#line;
    if (!result || !strip || !layout || line.kind !== 'dots') return null;
    const shared = sharedBy(result);
    const elements = [
      ...[index * shared, (index + 1) * shared - 1, result.x.size - 1].map(this.cellOf),
      this.renderRoot.querySelector('.strip'),
    ];
    const [first, last, end, ground] = elements.map((element) => element && boxIn(this, element));
    if (!first || !last || !end || !ground) return null;
    const dot = boxAt(ground, line.places[index] ?? 0, layout.rises[index] ?? 0, layout.size);
    const isFar = dot.bottom - first.top > LONGEST_THREAD * strip.rem;
    return isFar ? null : { first, last, lowest: end.bottom, dot };
  }
}

const DOT_KEYS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

function sizesOf({ size, width }: DotLayout) {
  return { '--_dot': `${size}px`, '--_dot-width': `${width}px` } as const;
}

/** At a place on the line, and so many pixels above it. */
function at(place: number, rise: number) {
  return withProperties({ '--_at': place, '--_rise': `${rise}px` });
}

function dotIn(event: Event): number | null {
  const dot = (event.target as Element).closest<HTMLElement>('.dot');
  return dot ? Number(dot.dataset.index) : null;
}

/** A row for each of the four elements of a byte, hatched where the byte drops it. */
function rowsOf({ undecided, dropped }: QuadTable) {
  const spanning = (from: number, to: number) =>
    withProperties({ '--_from': from / 256, '--_to': to / 256 });
  return html`<div class="table">${dropped.map(
    (row) =>
      html`<div>${row.map(({ from, to }) => html`<i class="dropped" ${spanning(from, to)}></i>`)}</div>`,
  )}<i class="undecided" ${spanning(0, undecided)}></i></div>`;
}
