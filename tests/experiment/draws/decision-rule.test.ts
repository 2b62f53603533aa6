// On which side of the line's threshold a number lies, against what each engine decides.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ENGINES, type Engine, type EngineOptions } from '../../../web/core/index.ts';
import { load } from '../../../web/core/node.ts';
import { derivationOf } from '../../../web/experiment/derivation/derivation.ts';
import { keeps, keepsBelow, lies, ruleOf } from '../../../web/experiment/draws/decision-rule.ts';
import { isResult, type Result, run } from '../../../web/experiment/experiment.ts';
import { parseAny } from '../../../web/experiment/large-input.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../web/experiment/settings.ts';

const core = await load();

/** Every engine, and every way in which those with several draw. */
const MACHINES: readonly [Engine, form?: EngineOptions['form']][] = [
  ...ENGINES.map((engine): [Engine] => [engine]),
  ...(['torch-cpu', 'torch-cpu-mkl'] as const).flatMap(
    (engine): [Engine, EngineOptions['form']][] => [
      [engine, 'rand<keep'],
      [engine, 'rand>p'],
    ],
  ),
  ...(['numpy', 'numpy-pcg64'] as const).flatMap((engine): [Engine, EngineOptions['form']][] => [
    [engine, 'rand>p'],
    [engine, 'binomial'],
  ]),
];

const nameOf = ([engine, form]: (typeof MACHINES)[number]) =>
  form ? `${engine},form=${form}` : engine;

function resultOf(settings: Partial<Settings>): Result {
  const outcome = run(core, { ...DEFAULT_SETTINGS, ...settings }, 1, parseAny);
  assert.ok(isResult(outcome), JSON.stringify(settings));
  return outcome;
}

/** That each number drawn lies on the side on which its decision is, here and in the derivation. */
function assertSides(result: Result, what: string): void {
  const rule = ruleOf(result);
  const { draws } = result;
  assert.ok(rule && draws, what);
  draws.uniforms.forEach((uniform, i) => {
    const isKept = draws.kept[i] === 1;
    assert.equal(keeps(rule, uniform), isKept, `${what}: ${uniform} ${rule.sign} ${rule.place}`);
    // As it lies on the line: what is dropped is covered, from the place to one of the ends.
    const { place } = rule;
    const isCovered = keepsBelow(rule) ? uniform >= place : uniform <= place;
    if (uniform !== place) assert.equal(isCovered, !isKept, what);
    const { draw, kept } = derivationOf(result, i);
    assert.ok(draw.kind === 'compared', what);
    assert.equal(kept, isKept);
    assert.equal(draw.uniform, uniform);
    assert.ok(lies(draw.uniform, draw.sign, draw.threshold), `${what}: ${JSON.stringify(draw)}`);
  });
}

describe('a number lies on the side of its decision', () => {
  for (const machine of MACHINES) {
    const engine = nameOf(machine);
    if (machine[0] === 'fast') continue;

    test(`for each p, of ${engine}`, () => {
      for (let percent = 1; percent < 100; ++percent) {
        const p = String(percent / 100);
        const result = resultOf({ engine, p, input: 'torch.ones(100)', seed: '7' });
        assertSides(result, `p = ${p}`);
        assert.ok(result.draws?.uniforms.every((uniform) => uniform >= 0 && uniform <= 1));
      }
    });

    test(`where p lies within a unit of a number, of ${engine}`, () => {
      for (const seed of ['1', '2']) {
        const settings = { engine, input: 'torch.ones(12)', seed };
        const { draws } = resultOf({ ...settings, p: '0.5' });
        assert.ok(draws);
        for (const uniform of draws.uniforms) {
          for (const exact of [uniform, 1 - uniform, Math.fround(1 - Math.fround(1 - uniform))]) {
            for (const p of near(exact)) {
              if (p <= 0 || p >= 1) continue;
              assertSides(resultOf({ ...settings, p: String(p) }), `p = ${p}, seed ${seed}`);
            }
          }
        }
      }
    });
  }
});

/** The number, and those a unit and less from it, in float64 and float32. */
function near(number: number): number[] {
  const unit = 2 ** -24;
  return [
    number,
    nextUp(number),
    nextDown(number),
    ...[unit, unit / 2, unit / 4].flatMap((step) => [number - step, number + step]),
  ];
}

/** The float64 next above a number from 0 to 1. */
function nextUp(number: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, number);
  view.setBigUint64(0, view.getBigUint64(0) + 1n);
  return view.getFloat64(0);
}

function nextDown(number: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, number);
  if (number > 0) view.setBigUint64(0, view.getBigUint64(0) - 1n);
  return view.getFloat64(0);
}

test('where nothing is compared there is no rule', () => {
  assert.equal(ruleOf(resultOf({ engine: 'fast' })), null);
  for (const p of ['0', '1']) assert.equal(ruleOf(resultOf({ p })), null);
});

test('NumPy compares for p = 0 and p = 1, too', () => {
  for (const form of ['rand<keep', 'rand>p', 'binomial']) {
    for (const p of ['0', '1']) {
      assertSides(resultOf({ engine: `numpy,form=${form}`, p }), `${form}, p = ${p}`);
    }
  }
});
