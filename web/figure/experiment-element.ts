// ExperimentElement: the base of all elements that show an experiment. It has the settings as attributes, and
// loads the core.

import type { FigureCore } from '../core/figure-core.ts';
import { ShadowElement } from '../design/shadow-element.ts';
import { loadCore } from '../experiment/core-source.ts';
import { DEFAULT_SETTINGS, SETTINGS, type Settings } from '../experiment/settings.ts';
import { LanguageController } from '../i18n/language-controller.ts';

/** Its attributes are the experiment: each part draws what the settings say, alone or beside others. */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: Lit makes each setting a property.
export abstract class ExperimentElement extends ShadowElement {
  static override readonly properties: Record<string, object> = {
    ...Object.fromEntries(SETTINGS.map((name) => [name, { reflect: true, useDefault: true }])),
    core: { state: true },
    failure: { state: true },
  };

  declare protected core: FigureCore | null;
  /** Why the core could not be loaded; null if it could, or still may be. */
  declare protected failure: Error | null;

  #settings = DEFAULT_SETTINGS;

  constructor() {
    super();
    new LanguageController(this);
    Object.assign(this, DEFAULT_SETTINGS);
    this.core = null;
    this.failure = null;
  }

  override connectedCallback() {
    super.connectedCallback();
    loadCore().then(
      (core) => {
        // Not in the task in which the core has started, so that neither task is long.
        setTimeout(() => {
          this.core = core;
        });
      },
      (error: Error) => {
        this.failure = error;
      },
    );
  }

  /** The settings, frozen. The same object until a setting changes, so that identity tells whether one has. */
  get settings(): Settings {
    const entries = SETTINGS.map((name) => [name, String(this[name])]);
    const settings = Object.fromEntries(entries) as Settings;
    if (SETTINGS.some((name) => this.#settings[name] !== settings[name])) {
      this.#settings = Object.freeze(settings);
    }
    return this.#settings;
  }

  set settings(settings: Partial<Settings>) {
    for (const name of SETTINGS) {
      const text = settings[name];
      if (text !== undefined) this[name] = text;
    }
  }

  /** Whether an update changes what there is to compute. */
  protected isOtherExperiment(changed: Map<PropertyKey, unknown>): boolean {
    return changed.has('core') || SETTINGS.some((name) => changed.has(name));
  }
}

export interface ExperimentElement extends Settings {}
