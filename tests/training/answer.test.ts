// What the worker answers, without a worker: in slices, between which it may be stopped.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { load, type Torch } from '../../web/core/torch-node.ts';
import { nextTold } from '../../web/training/told-steps.ts';
import type { Training } from '../../web/training/training.ts';
import { answer } from '../../web/training/worker/answer.ts';
import type { AnswerTo, Kind, RequestOf } from '../../web/training/worker/requests.ts';

let torch: Torch;
before(async () => {
  torch = await load();
});

const training: Training = { scenario: 'curve', p: 0.5, seed: 42, steps: 120 };

/** Of all slices the progress, and the answer. */
function answered<Asked extends Kind>(request: RequestOf<Asked>) {
  const slices = answer(torch, request as never);
  const progress: { done: number; total: number }[] = [];
  let slice = slices.next();
  for (; !slice.done; slice = slices.next()) progress.push(slice.value);
  return { progress, answer: slice.value as AnswerTo<Asked> };
}

const begin = () => answered<'begin'>({ kind: 'begin', training }).answer.run;

describe('a training that is asked for its steps', () => {
  test('begins with its data, its grid and how it stands', () => {
    const { answer: begun } = answered<'begin'>({ kind: 'begin', training });
    assert.equal(begun.steps, 120);
    assert.equal(begun.training.inputs.length, 30);
    assert.equal(begun.validation.targets.length, 500);
    assert.equal(begun.grid.length, begun.moment.predictions.length);
    assert.equal(begun.moment.step, 0);
    answered<'end'>({ kind: 'end', run: begun.run });
  });

  test('tells the same moments however its steps are asked for, and the one at which it stops', () => {
    const whole = begin();
    const { moments } = answered<'advance'>({ kind: 'advance', run: whole, to: 60 }).answer;
    assert.deepEqual(
      moments.map(({ step }) => step),
      [...Array.from({ length: 20 }, (_, i) => i + 1), 30, 40, 50, 60],
    );
    const parts = begin();
    const told = [7, 33, 60].flatMap(
      (to) => answered<'advance'>({ kind: 'advance', run: parts, to }).answer.moments,
    );
    assert.deepEqual(
      told.filter(({ step }) => step !== 33),
      moments,
    );
    for (const run of [whole, parts]) answered<'end'>({ kind: 'end', run });
  });

  test('gives others their turn between slices, and goes on after it was stopped', () => {
    const run = begin();
    const slices = answer(torch, { kind: 'advance', run, to: 100_000 });
    const first = slices.next();
    assert.ok(!first.done && first.value.done > 0 && first.value.total === 100_000);
    slices.return({ moments: [], training });
    const stopped = first.value.done;
    const [moment] = answered<'advance'>({ kind: 'advance', run, to: stopped + 1 }).answer.moments;
    assert.equal(moment?.step, stopped + 1);
    const again = begin();
    const { moments } = answered<'advance'>({
      kind: 'advance',
      run: again,
      to: stopped + 1,
    }).answer;
    assert.deepEqual(moments.at(-1), moment);
    for (const each of [run, again]) answered<'end'>({ kind: 'end', run: each });
  });

  test('says that it has ended', () => {
    const run = begin();
    answered<'end'>({ kind: 'end', run });
    assert.throws(() => answered<'weights'>({ kind: 'weights', run }), /it has ended/);
  });
});

test('what comes of a training is what it tells at its end', () => {
  const held = torch.heldTensors;
  const { answer: outcome, progress } = answered<'outcome'>({ kind: 'outcome', training });
  assert.ok(progress.length > 0);
  assert.ok(progress.every(({ done, total }) => done > 0 && done < total && total === 120));
  assert.equal(torch.heldTensors, held);
  const run = begin();
  const { moments } = answered<'advance'>({ kind: 'advance', run, to: 120 }).answer;
  assert.deepEqual(moments.at(-1)?.losses, outcome.losses);
  answered<'end'>({ kind: 'end', run });
  assert.equal(torch.heldTensors, held);
});

test('told steps are all of the first twenty, and each tenth', () => {
  const told = [0];
  while ((told.at(-1) as number) < 60) told.push(nextTold(told.at(-1) as number));
  assert.deepEqual(told, [...Array.from({ length: 21 }, (_, i) => i), 30, 40, 50, 60]);
});
