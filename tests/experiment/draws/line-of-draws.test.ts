// What the line of draws shows of an experiment: which dots, their names, or how many numbers lie where.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ENGINES } from '../../../web/core/index.ts';
import { load } from '../../../web/core/node.ts';
import { derivationOf } from '../../../web/experiment/derivation/derivation.ts';
import { fullest, halved } from '../../../web/experiment/draws/histogram.ts';
import { type LineOfDraws, lineOfDraws } from '../../../web/experiment/draws/line-of-draws.ts';
import { QUAD, quadTableOf } from '../../../web/experiment/draws/quad-table.ts';
import { isResult, type Result, run } from '../../../web/experiment/experiment.ts';
import { parseAny } from '../../../web/experiment/large-input.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../web/experiment/settings.ts';
import { fastMask } from '../../node/fast-oracle.mjs';

const core = await load();

function resultOf(settings: Partial<Settings>): Result {
  const outcome = run(core, { ...DEFAULT_SETTINGS, ...settings }, 1, parseAny);
  assert.ok(isResult(outcome), JSON.stringify(settings));
  return outcome;
}

function only<Kind extends LineOfDraws['kind']>(kind: Kind, line: LineOfDraws) {
  assert.equal(line.kind, kind);
  return line as Extract<LineOfDraws, { kind: Kind }>;
}

const dotsOf = (settings: Partial<Settings>) => only('dots', lineOfDraws(resultOf(settings)));

describe('dots', () => {
  for (const engine of ENGINES) {
    test(`of ${engine} stand where the derivation says, and are kept as the mask is`, () => {
      const result = resultOf({ engine, p: '0.3', input: 'torch.ones(5, 7)' });
      const { places, kept } = only('dots', lineOfDraws(result));
      assert.equal(places.length, 35);
      places.forEach((place, i) => {
        const { draw, kept: isKept } = derivationOf(result, i);
        if (draw.kind === 'compared') assert.equal(place, draw.uniform);
        else assert.ok(draw.kind === 'table' && place === draw.byte / 256);
        assert.equal(kept[i], isKept ? 1 : 0);
        assert.equal(kept[i], result.mask.values[i]);
      });
    });
  }

  test('are one for each channel', () => {
    const settings = { layer: 'Dropout2d', input: 'torch.ones(2, 3, 4, 5)' };
    const { places, names } = dotsOf(settings);
    assert.equal(places.length, 6);
    assert.deepEqual(names, ['[0,0]', '[0,1]', '[0,2]', '[1,0]', '[1,1]', '[1,2]']);
    const result = resultOf(settings);
    assert.equal(derivationOf(result, 59).maskIndex, 2);
  });

  test('are one for each channel of a large tensor, too', () => {
    const result = resultOf({ layer: 'Dropout1d', input: 'torch.ones(1, 9, 10000)' });
    assert.equal(only('dots', lineOfDraws(result)).places.length, 9);
    assert.equal(result.histogram, null);
  });

  test('are there for p = 0 and p = 1 where a program draws then, too', () => {
    for (const p of ['0', '1']) {
      assert.equal(dotsOf({ engine: 'numpy', p }).places.length, 8);
      assert.equal(lineOfDraws(resultOf({ p })).kind, 'none');
    }
  });

  test('are called by their numbers where these are short and unlike, else by their places', () => {
    const rows: [input: string, names: readonly string[] | null][] = [
      ['[[1, 2], [3, 4]]', ['1', '2', '3', '4']],
      ['[0.5, -2, 1.5, 100]', ['0.5', '\u22122', '1.5', '100']],
      ['[1, 1, 2]', ['[0]', '[1]', '[2]']],
      ['[[0.4574, 1]]', ['[0,0]', '[0,1]']],
      ['[[[7], [7]]]', ['[0,0,0]', '[0,1,0]']],
      ['torch.ones(24)', Array.from({ length: 24 }, (_, i) => `[${i}]`)],
      ['torch.ones(25)', null],
      ['7', ['7']],
    ];
    for (const [input, names] of rows) assert.deepEqual(dotsOf({ input }).names, names, input);
  });
});

describe('a histogram', () => {
  const settings = { input: 'torch.ones(401)', p: '0.3' };

  test('is for more than 400', () => {
    assert.equal(lineOfDraws(resultOf({ ...settings, input: 'torch.ones(400)' })).kind, 'dots');
    assert.equal(lineOfDraws(resultOf(settings)).kind, 'histogram');
  });

  for (const engine of ENGINES) {
    test(`of ${engine} counts the numbers drawn, and those of a large tensor alike`, () => {
      // As many as a worker computes, and as many as a page does.
      for (const input of ['torch.ones(5000)', 'torch.ones(65537)']) {
        const result = resultOf({ engine, p: '0.3', input });
        const { histogram } = only('histogram', lineOfDraws(result));
        const bins = histogram.kept.length;
        assert.equal(bins, engine === 'fast' ? 256 : 200);
        assert.equal(histogram.kept.length, histogram.dropped.length);
        const total = (counts: Uint32Array) => counts.reduce((sum, count) => sum + count, 0);
        assert.equal(total(histogram.dropped), result.dropped);
        assert.equal(total(histogram.kept), result.x.size - result.dropped);
        assert.equal(result.draws === null, result.x.size > 65536);
        const half = halved(histogram);
        assert.equal(total(half.kept), total(histogram.kept));
        assert.ok(fullest(half) >= fullest(histogram));
        for (let bin = 0; engine !== 'fast' && bin < bins; ++bin) {
          // p is a multiple of a hundredth, so that no bin has both.
          assert.ok(!histogram.kept[bin] || !histogram.dropped[bin], `${bin}`);
        }
      }
    });
  }

  test('of a large tensor is that of its numbers', () => {
    // A large tensor draws what a smaller one draws first.
    const [large, smaller] = ['torch.ones(65537)', 'torch.ones(65536)'].map((input) => {
      const { histogram } = only('histogram', lineOfDraws(resultOf({ input, p: '0.3' })));
      return Array.from(histogram.kept, (count, i) => count + (histogram.dropped[i] as number));
    }) as [number[], number[]];
    const more = large.map((count, i) => count - (smaller[i] as number));
    assert.deepEqual(
      more.filter((count) => count !== 0),
      [1],
    );
  });

  test('of a large tensor has a rule', () => {
    const line = only('histogram', lineOfDraws(resultOf({ input: 'torch.ones(65537)', p: '0.3' })));
    assert.equal(line.rule?.place, 0.7);
    assert.equal(line.rule?.sign, '<');
    assert.equal(lineOfDraws(resultOf({ input: 'torch.ones(65537)', p: '1' })).kind, 'none');
  });
});

describe('the table of fast', () => {
  for (const p of [0.01, 0.1, 0.3, 0.5, 0.75, 0.9, 0.999]) {
    test(`drops with p = ${p} what the engine drops`, () => {
      const size = 4000;
      const { undecided, dropped } = quadTableOf(p);
      const { places, kept } = {
        places: resultOf({ engine: 'fast', p: String(p), input: `torch.ones(${size})`, seed: '3' })
          .draws?.uniforms as Float64Array,
        kept: fastMask(3, 0, p, size),
      };
      let decided = 0;
      kept.forEach((bit, i) => {
        const byte = (places[i] as number) * 256;
        if (byte < undecided) return;
        ++decided;
        const isHatched = dropped[i % QUAD]?.some(({ from, to }) => byte >= from && byte < to);
        assert.equal(isHatched, bit === 0, `${i}: ${byte}`);
      });
      assert.ok(decided > size / 2);
    });
  }

  test('hatches p of each row, but for the undecided bytes', () => {
    for (let percent = 1; percent < 100; ++percent) {
      const { undecided, dropped } = quadTableOf(percent / 100);
      assert.ok(undecided <= 15);
      for (const row of dropped) {
        const bytes = row.reduce((sum, { from, to }) => sum + to - from, 0);
        const wanted = (256 * percent) / 100;
        assert.ok(bytes <= wanted + 1e-9 && bytes >= wanted - undecided, `${percent} %: ${bytes}`);
      }
    }
  });
});
