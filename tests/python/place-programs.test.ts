// The programs of the places where dropout stands print what the figure there shows.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { FigureCore } from '../../web/core/figure-core.ts';
import { load } from '../../web/core/node.ts';
import { isResult, run as runExperiment } from '../../web/experiment/experiment.ts';
import { PLACE_PROGRAMS, type PlaceName } from '../../web/parts/places/place-programs.ts';
import { placeNamed } from '../../web/parts/places/places.ts';
import type { Interpreter } from '../../web/python/interpreter.ts';
import { startInterpreter } from './start-interpreter.ts';
import { run } from './told.ts';

let core: FigureCore;
let interpreter: Interpreter;
before(async () => {
  [core, interpreter] = await Promise.all([load(), startInterpreter()]);
});

for (const name of Object.keys(PLACE_PROGRAMS) as PlaceName[]) {
  test(`the program of “${name}” prints its figure’s output first, and ends without an error`, () => {
    const { settings, program } = placeNamed(name);
    const result = runExperiment(core, settings);
    assert.ok(isResult(result));
    assert.ok(result.dropped > 0, 'something is dropped, else there is nothing to see');
    const { stdout, warnings, error } = run(interpreter, { name: 'place', source: program });
    assert.deepEqual({ warnings, error }, { warnings: [], error: [] });
    assert.equal(stdout.slice(0, result.train.printed.length + 1), `${result.train.printed}\n`);
  });
}

test('rows of attention weights sum to 1 before dropout, and not all of them after it', () => {
  const result = runExperiment(core, placeNamed('weights').settings);
  assert.ok(isResult(result));
  const sums = (values: ArrayLike<number | bigint>) =>
    [0, 1, 2, 3].map((row) =>
      Array.from({ length: 4 }, (_, i) => Number(values[4 * row + i])).reduce((a, b) => a + b),
    );
  for (const sum of sums(result.x.values)) assert.ok(Math.abs(sum - 1) < 1e-6);
  assert.ok(sums(result.train.values).some((sum) => Math.abs(sum - 1) > 0.1));
});
