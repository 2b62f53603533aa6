// The lesson on the page: it stands beside the part that its step speaks of, which shows what the step is about.
import type { ReactiveControllerHost } from 'lit';
import type { QuietPlayground } from '../figure/quiet/quiet-playground.ts';
import { importAgain } from '../loading/import-again.ts';
import type { DropoutLab } from '../parts/lab/dropout-lab.ts';
import type { DropoutLesson, LessonScene } from '../parts/lesson/dropout-lesson.ts';
import type { At, Scene } from '../parts/lesson/step.ts';
import type { DropoutPlaces } from '../parts/places/dropout-places.ts';

/** The element of each part. */
const ELEMENTS: Readonly<Record<At, string>> = {
  figure: 'dropout-playground',
  why: 'dropout-lab',
  places: 'dropout-places',
  average: 'on-average',
  machines: 'machine-comparison',
};

/** Between the lesson, the header and the part, in px. */
const GAP = 12;

interface Reader {
  /** Resolves when the part is there to be shown. */
  bring: (at: Exclude<At, 'figure'>) => Promise<void>;
  /** Told of each scene, before its part shows it. The experiment and the address are theirs. */
  onScene: (scene: LessonScene) => void;
  /** Told when the reader leaves it. */
  onLeave: () => void;
}

export class LessonStage {
  /** Where the lesson stands. */
  at: At = 'figure';
  /** What is pointed out in the figure; '' for nothing. */
  pointing = '';

  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #bring: Reader['bring'];
  readonly #lesson: DropoutLesson;
  /** The scene that came last: the work on earlier ones ends. */
  #present: LessonScene | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement, { bring, onScene, onLeave }: Reader) {
    this.#host = host;
    this.#bring = bring;
    // One element for all parts: it keeps its step and the guess when it moves.
    this.#lesson = document.createElement('dropout-lesson');
    this.#lesson.slot = 'lesson';
    this.#lesson.addEventListener('lesson-scene', ({ detail }: CustomEvent<LessonScene>) => {
      const isNewStep = detail.step?.name !== this.#present?.step?.name;
      this.#present = detail;
      onScene(detail);
      void this.#show(detail, isNewStep);
    });
    this.#lesson.addEventListener('lesson-leave', () => {
      if (!this.isTaken) return;
      this.#end();
      onLeave();
    });
  }

  /** The step that is taken; empty for none. */
  get name(): string {
    return this.#present?.step?.name ?? '';
  }

  get isTaken(): boolean {
    return this.#present !== null;
  }

  /** The lesson where it stands at this part. */
  beside(at: At): DropoutLesson | null {
    return at === this.at ? this.#lesson : null;
  }

  /** Begins at a step; at the first if there is none of that name. */
  async begin(name = ''): Promise<void> {
    await importAgain(() => import('../parts/lesson/dropout-lesson-define.ts'));
    this.#lesson.begin(name);
  }

  /** Ends it for something else that the reader wants. */
  leave(): void {
    if (!this.isTaken) return;
    this.#end();
    this.#lesson.leave();
  }

  #end() {
    this.#present = null;
    this.at = 'figure';
    this.#point(null);
    const lab = this.#element('why') as DropoutLab | null;
    if (lab) lab.waits = false;
    this.#host.requestUpdate();
  }

  async #show(present: LessonScene, isNewStep: boolean): Promise<void> {
    const { step, scene } = present;
    this.at = step?.at ?? this.at;
    this.#point(null);
    // Without its part a step is still read.
    if (this.at !== 'figure') await this.#bring(this.at).catch(() => {});
    await this.#updated();
    if (this.#present !== present) return;
    if (isNewStep) this.bringIntoSight();
    await this.#showPart(scene);
    if (this.#present !== present || !scene.pointing) return;
    this.#point(scene.pointing);
  }

  // The part shows the scene, as far as it is no experiment.
  async #showPart({ lab, place }: Scene): Promise<void> {
    const element = this.#element(this.at);
    if (place && element) (element as DropoutPlaces).place = place;
    if (lab && element) await train(element as DropoutLab, lab);
  }

  #point(pointing: string | null) {
    this.pointing = this.at === 'figure' ? (pointing ?? '') : '';
    for (const at of Object.keys(ELEMENTS) as At[]) {
      if (at !== 'figure') this.#element(at)?.removeAttribute('data-pointing');
    }
    this.#host.requestUpdate();
    if (pointing && this.at === 'figure') this.#tellCovered();
    if (!pointing || this.at === 'figure') return;
    const element = this.#element(this.at);
    if (!element) return;
    element.dataset.pointing = pointing;
    const pointed = element.shadowRoot?.querySelector<HTMLElement>(`[part~='${pointing}']`);
    if (!pointed) return;
    pointed.style.scrollMarginTop = `${heightIfStuck(this.#lesson) + GAP}px`;
    pointed.scrollIntoView({ block: 'nearest' });
  }

  // What stays at the window's edges and would cover what the figure points out: the lesson, and on a phone the hands.
  #tellCovered() {
    const figure = this.#element('figure') as QuietPlayground | null;
    figure?.style.setProperty('--_covered', `${heightIfStuck(this.#lesson)}px`);
    figure?.style.setProperty('--_beneath', `${heightIfStuck(figure.hands)}px`);
  }

  /** Shows the lesson below the page's header, and the part below the lesson. */
  bringIntoSight(): void {
    const part = this.#element(this.at);
    if (!part) return;
    const covered = this.#host.querySelector('header')?.offsetHeight ?? 0;
    // It stands within the figure, and above the other parts.
    const above = this.at === 'figure' ? 0 : this.#lesson.offsetHeight + GAP;
    const { top } = part.getBoundingClientRect();
    window.scrollTo({ top: top + scrollY - covered - above - GAP });
    this.#lesson.focus({ preventScroll: true });
  }

  async #updated(): Promise<void> {
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    await this.#lesson.updateComplete;
  }

  #element(at: At): HTMLElement | null {
    return this.#host.querySelector<HTMLElement>(ELEMENTS[at]);
  }
}

function heightIfStuck(element: Element | null): number {
  const isStuck = element && getComputedStyle(element).position === 'sticky';
  return isStuck ? element.getBoundingClientRect().height : 0;
}

async function train(lab: DropoutLab, { settings, does }: NonNullable<Scene['lab']>) {
  // What is to be guessed is not shown before.
  lab.waits = does !== 'play';
  lab.settings = settings;
  await lab.updateComplete;
  if (does === 'rewind') lab.rewind();
  else if (does === 'play') lab.play();
  else lab.takeStep();
}
