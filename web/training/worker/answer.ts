// How requests are answered, in slices between which others may say stop.
import type { Torch } from '../../core/torch.ts';
import { Parting } from '../parting.ts';
import { scenarioOf } from '../scenarios/scenarios.ts';
import { nextTold } from '../told-steps.ts';
import type { AnyTraining, Moment, Outcome } from '../training.ts';
import { TrainingRun } from '../training-run.ts';
import { plainExamples } from './plain-examples.ts';
import type { Advanced, Answer, Answers, Begun, Request } from './requests.ts';

const SLICE_MS = 8;

/** After each slice, how far the work is: steps. */
type Slices<Result> = Generator<{ done: number; total: number }, Result, void>;

/** Those that have begun and not ended, by their numbers. */
const runs = new Map<number, TrainingRun>();
let begun = 0;

export function* answer(torch: Torch, request: Request): Slices<Answer> {
  switch (request.kind) {
    case 'begin':
      return begin(torch, request.training);
    case 'advance':
      return yield* advance(request);
    case 'weights':
      return { layers: runOf(request.run).weights() };
    case 'unit':
      return { view: runOf(request.run).unit(request.layer, request.unit) };
    case 'band':
      return { band: runOf(request.run).band(request.passes) };
    case 'end':
      runs.get(request.run)?.dispose();
      runs.delete(request.run);
      return {};
    case 'parting':
      return yield* parting(torch, request.training);
    case 'outcome':
      return yield* outcome(torch, request.training);
  }
}

function begin(torch: Torch, training: AnyTraining): Begun {
  const run = new TrainingRun(torch, scenarioOf(training), training);
  runs.set(++begun, run);
  const { data, steps, grid } = run;
  return {
    ...{ run: begun, steps, grid, moment: run.moment() },
    training: plainExamples(data.training),
    validation: plainExamples(data.validation),
  };
}

function runOf(number: number): TrainingRun {
  const run = runs.get(number);
  if (!run) throw new Error(`there is no training ${number}: it has ended`);
  return run;
}

function* advance({ run: number, to, p }: Answers['advance']['request']): Slices<Advanced> {
  const run = runOf(number);
  const moments: Moment[] = [];
  if (p !== undefined) run.changeP(p);
  const first = run.step;
  for (let end = performance.now() + SLICE_MS; run.step < to; ) {
    const next = Math.min(nextTold(run.step), to);
    run.advance(next, end - performance.now());
    if (run.step === next) moments.push(run.moment());
    if (run.step < to && performance.now() >= end) {
      yield { done: run.step - first, total: to - first };
      end = performance.now() + SLICE_MS;
    }
  }
  return { moments, training: run.training };
}

function* parting(torch: Torch, training: AnyTraining): Slices<Answers['parting']['answer']> {
  const work = new Parting(torch, training);
  try {
    while (!work.isOver) {
      work.advance();
      yield work.progress;
    }
    return { step: work.step };
  } finally {
    work.dispose();
  }
}

function* outcome(torch: Torch, training: AnyTraining): Slices<Outcome> {
  const run = new TrainingRun(torch, scenarioOf(training), training);
  try {
    while (run.step < run.steps) {
      run.advance(run.steps, SLICE_MS);
      if (run.step < run.steps) yield { done: run.step, total: run.steps };
    }
    return run.outcome();
  } finally {
    run.dispose();
  }
}
