// Undo and redo: the settings that were, and those that were undone.
import { SETTINGS, type Settings } from './settings.ts';

/** Edits of one field within this time are one step, as when a word is typed or a slider moved. */
const ONE_EDIT_MS = 800;

const MOST_STEPS = 200;

export class SettingsHistory {
  #past: Settings[] = [];
  #future: Settings[] = [];
  #lastFields = '';
  #lastTime = Number.NEGATIVE_INFINITY;

  get canUndo(): boolean {
    return this.#past.length > 0;
  }

  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** Call it for each edit, with the time in milliseconds, or NaN to make the edit a step of its own. */
  record(before: Settings, after: Settings, time: number): void {
    const fields = String(SETTINGS.filter((name) => before[name] !== after[name]));
    if (fields === '') return;
    const goesOn = fields === this.#lastFields && time - this.#lastTime < ONE_EDIT_MS;
    if (!goesOn || !this.canUndo) this.#past.push(before);
    if (this.#past.length > MOST_STEPS) this.#past.shift();
    this.#future = [];
    this.#lastFields = fields;
    this.#lastTime = time;
  }

  /** The settings before `now`, or null if there are none. */
  undo(now: Settings): Settings | null {
    return this.#move(this.#past, this.#future, now);
  }

  redo(now: Settings): Settings | null {
    return this.#move(this.#future, this.#past, now);
  }

  #move(from: Settings[], to: Settings[], now: Settings): Settings | null {
    const settings = from.pop();
    if (!settings) return null;
    to.push(now);
    this.#lastFields = '';
    return settings;
  }
}
