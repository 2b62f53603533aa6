// What a training's worker is asked, and answers.
import type { AnyTraining, Band, LayerWeights, Moment, Outcome, UnitView } from '../training.ts';

/** Examples as a page draws them. */
export interface PlainExamples {
  /** [examples, features], row by row. */
  readonly inputs: Float32Array;
  readonly features: number;
  /** Of each example the number, or the class, that the training sees. */
  readonly targets: Float32Array;
  /** Of labels some of which are wrong, the right ones. */
  readonly right?: Float32Array | undefined;
}

/** A training that has begun. */
export interface Begun {
  /** By which the worker knows it. */
  readonly run: number;
  /** Where it ends by itself. */
  readonly steps: number;
  readonly training: PlainExamples;
  readonly validation: PlainExamples;
  /** Points [points, features] of the predictions, row by row; empty where there is nothing to draw. */
  readonly grid: Float32Array;
  /** Before the first step. */
  readonly moment: Moment;
}

export interface Advanced {
  /** At each step of which is told, and at the last one that was taken. */
  readonly moments: readonly Moment[];
  /** With the changes of p that came: trained again, it gives the same numbers. */
  readonly training: AnyTraining;
}

/** Each request with its answer. */
export interface Answers {
  begin: { request: { readonly training: AnyTraining }; answer: Begun };
  /** Until so many steps have been taken in all. From here on with p, if there is one. */
  advance: {
    request: { readonly run: number; readonly to: number; readonly p?: number | undefined };
    answer: Advanced;
  };
  weights: {
    request: { readonly run: number };
    answer: { readonly layers: readonly LayerWeights[] };
  };
  /** null where the scenario's units are not drawn. */
  unit: {
    request: { readonly run: number; readonly layer: number; readonly unit: number };
    answer: { readonly view: UnitView | null };
  };
  /** null where there is nothing to draw. */
  band: {
    request: { readonly run: number; readonly passes: number };
    answer: { readonly band: Band | null };
  };
  end: { request: { readonly run: number }; answer: Record<string, never> };
  /** Trains it and its twins, whose last bits differ, until their losses part: at which step, or null. */
  parting: {
    request: { readonly training: AnyTraining };
    answer: { readonly step: number | null };
  };
  /** Trains from beginning to end. */
  outcome: { request: { readonly training: AnyTraining }; answer: Outcome };
}

export type Kind = keyof Answers;

export type RequestOf<Asked extends Kind> = { readonly kind: Asked } & Answers[Asked]['request'];
export type AnswerTo<Asked extends Kind> = Answers[Asked]['answer'];

export type Request = { [Asked in Kind]: RequestOf<Asked> }[Kind];
export type Answer = AnswerTo<Kind>;
