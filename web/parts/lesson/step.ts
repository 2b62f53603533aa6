// A step of the lesson: what it asks, and what the page shows before and after the guess.
import type { Settings } from '../../experiment/settings.ts';
import type { LabSettings } from '../lab/lab-attributes.ts';
import type { PlaceName } from '../places/place-programs.ts';

/** The part of the page that a step speaks of, and stands beside. */
export type At = 'figure' | 'why' | 'places' | 'average' | 'machines';

/** What is pointed out in it. */
export type Pointed =
  | 'input'
  | 'mask'
  | 'scale'
  | 'train'
  | 'eval'
  | 'calls'
  | 'gradient'
  | 'of-fit'
  | 'of-network'
  | 'losses'
  | 'losses-over-p'
  | 'detail'
  | 'pictures'
  | 'cards';

/** What the page shows. What it says nothing of stays as it is. */
export interface Scene {
  settings?: Settings;
  /** The key of the mistake whose code the outputs are of. */
  mistake?: string;
  lab?: {
    settings: LabSettings;
    /** Shows the beginning of its trainings, plays them to their end, or takes one step of them. */
    does: 'rewind' | 'play' | 'step';
  };
  place?: PlaceName;
  pointing?: Pointed;
}

/** One of a few sentences is right. */
export interface Choice {
  kind: 'choice';
  choices: readonly string[];
  /** Index of the right one. */
  answer: number;
}

/** A number on a line, which the reader drags. */
export interface Estimate {
  kind: 'estimate';
  from: number;
  to: number;
  step: number;
  /** Where the handle stands at first. */
  begin: number;
  /** The least and the largest number that are right. */
  answer: readonly [number, number];
  /** A number of the line, as it is read. */
  text: (value: number) => string;
}

export interface Step {
  /** As the address names it: `why-survivors-grow`. It never changes, since people link to it. */
  name: string;
  at: At;
  title: string;
  question: string;
  asks: Choice | Estimate;
  /** The explanation, shown with the answer. */
  because: string;
  /** Nothing is hidden: before the guess the page shows what the answer cannot be read off. */
  before: Scene;
  after: Scene;
}
