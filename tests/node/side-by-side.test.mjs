// How `npm test` does its parts side by side: in which order, what a failure ends and what it does not.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { Interrupted } from '../../scripts/commands.mjs';
import { isDone, sideBySide } from '../../scripts/side-by-side.mjs';
import { Failure } from '../../scripts/steps.mjs';
import { timeTable } from '../../scripts/time-table.mjs';

/** Parts that write down when they begin and end; `until` is what a part waits for at its work. */
function written(parts) {
  const events = [];
  const all = Object.entries(parts).map(([name, { until, error, ...part }]) => [
    name,
    {
      ...part,
      work: async () => {
        events.push(`${name} begins`);
        await until;
        events.push(`${name} ends`);
        if (error) throw error;
      },
    },
  ]);
  return { events, outcomes: sideBySide(Object.fromEntries(all)) };
}

/** A promise, and what resolves it. */
function gate() {
  let open;
  const opened = new Promise((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('parts side by side', () => {
  test('begin when what they need is done, and in their lane one after the other', async () => {
    const [core, cpp] = [gate(), gate()];
    const { events, outcomes } = written({
      core: { lane: 'compile', until: core.opened },
      cpp: { lane: 'compile', until: cpp.opened },
      format: { lane: 'run' },
      node: { lane: 'run', needs: ['core'] },
    });
    await turn();
    assert.deepEqual(events.splice(0), ['core begins', 'format begins', 'format ends']);
    core.open();
    await turn();
    assert.deepEqual(events.splice(0).sort(), [
      'core ends',
      'cpp begins',
      'node begins',
      'node ends',
    ]);
    cpp.open();
    assert.deepEqual(
      (await outcomes).map(({ name, after }) => [name, after]),
      [
        ['core', undefined],
        ['cpp', 'core'],
        ['format', undefined],
        ['node', 'core'],
      ],
    );
  });

  test('that fail end what needs them, not what comes after them in their lane', async () => {
    const { events, outcomes } = written({
      core: { error: new Failure('no compiler') },
      package: { needs: ['core'], lane: 'run' },
      node: { needs: ['package'], lane: 'run' },
      format: { lane: 'run' },
    });
    const all = await outcomes;
    assert.deepEqual(events, ['core begins', 'core ends', 'format begins', 'format ends']);
    assert.deepEqual(
      all.map(({ missing, failure }) => missing ?? failure?.message),
      ['no compiler', 'core', 'package', undefined],
    );
    assert.deepEqual(
      all.filter(isDone).map(({ name }) => name),
      ['format'],
    );
  });

  for (const error of [new Interrupted(), new TypeError('a mistake')]) {
    test(`begin no more after ${error}, and are waited for`, async () => {
      const slow = gate();
      const { events, outcomes } = written({
        first: { error, lane: 'run' },
        slow: { until: slow.opened },
        second: { lane: 'run' },
        third: { needs: ['slow'] },
      });
      const ended = assert.rejects(outcomes, error);
      await turn();
      slow.open();
      await ended;
      assert.deepEqual(events, ['first begins', 'slow begins', 'first ends', 'slow ends']);
    });
  }

  test('name only what is listed before them', async () => {
    const parts = { node: { needs: ['core'], work: async () => {} } };
    await assert.rejects(sideBySide(parts), /node needs core, which is not listed before it/);
  });

  test('have their times in a table, in the order in which they began', () => {
    const table = timeTable([
      { name: 'core', from: 0, to: 61_234 },
      { name: 'node', after: 'core', from: 61_240, to: 61_240, missing: 'core' },
      { name: 'format', from: 1_000, to: 1_040, failure: new Failure('no') },
      { name: 'C++', after: 'core', from: 61_240, to: 700_000 },
    ]);
    assert.deepEqual(table.split('\n'), [
      'part    began     took',
      'core     0:00   61.2 s',
      'format   0:01    0.0 s  failed',
      'node     1:01           not done, for want of: core',
      'C++      1:01  638.8 s  after: core',
    ]);
  });
});

test('npm test leaves out no test of package.json but that of the package in every bundler', () => {
  const text = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
  const wanted = Object.keys(JSON.parse(text('package.json')).scripts)
    .filter((name) => name.startsWith('test:') && name !== 'test:package')
    .sort();
  const run = Array.from(
    text('scripts/test.mjs').matchAll(/script: '([^']+)'/g),
    ([, name]) => name,
  );
  assert.deepEqual(run.sort(), wanted);
});
