// Dropout in a worker, in the real browser and under the page's policy.
import type * as Package from '../../web/core/index.ts';
import type { ErrorDetails } from '../../web/core/index.ts';
import type * as InWorker from '../../web/core/worker/client.ts';
import { expect, test } from './browsers/fixtures.ts';
import { openPackage } from './package-page.ts';

interface Failure {
  code: string;
  line: number;
  stage: string;
  details: ErrorDetails;
}

test('gives the bits that the package gives on the page', { tag: '@engines' }, async ({ page }) => {
  await openPackage(page);
  const same = await page.evaluate(async () => {
    const { DropoutWorker }: typeof InWorker = await import(
      `${location.href}package/worker/client.js`
    );
    const { load }: typeof Package = await import(`${location.href}package/index.js`);
    const { parse, Generator, Dropout } = await load();
    const worker = new DropoutWorker();
    const answers: boolean[] = [];
    for (const engine of ['torch-cpu', 'torch-cuda', 'fast'] as const) {
      const data = Float32Array.from({ length: 6000 }, (_, i) => i - 3000);
      const generator = new Generator(engine).manualSeed(42);
      const layer = new Dropout(0.3, { generator });
      const x = parse('torch.arange(-3000.0, 3000.0)').to('float32');
      layer.forward(x);
      const expected = layer.forward(x).toTypedArray() as Float32Array;
      const request = { input: { data, shape: [6000] }, p: 0.3, seed: 42, engine, call: 2 };
      const { output, input } = await worker.dropout(request);
      answers.push(output.every((value, i) => Object.is(value, expected[i])));
      answers.push(data.length === 0 && input.length === 6000);
    }
    worker.terminate();
    return answers;
  });
  expect(same).toEqual([true, true, true, true, true, true]);
});

test('tells of a call what the package tells of it', async ({ page }) => {
  await openPackage(page);
  const [told, expected] = await page.evaluate(async () => {
    const { DropoutWorker }: typeof InWorker = await import(
      `${location.href}package/worker/client.js`
    );
    const { load }: typeof Package = await import(`${location.href}package/index.js`);
    const { parse, ones, Generator, Dropout2d } = await load();
    const input = 'torch.randn(20, 30, 8, 4)';
    const generator = new Generator().manualSeed(3);
    const x = parse(input, { generator });
    const layer = new Dropout2d(0.4, { generator, inplace: true });
    layer.forward(x);
    const before = x.clone();
    const y = layer.forward(x);
    const mask = layer.mask as Package.Tensor;
    const gradient = layer.backward(ones(x.shape));
    const aboutOf = (tensor: Package.Tensor) => ({
      shape: tensor.shape,
      printed: String(tensor),
      sum: tensor.sum(),
      mean: tensor.mean(),
      largest: Math.max(...Array.from(tensor.view() as Float32Array, Math.abs)),
    });
    const decisions = Array.from(mask.view() as Float32Array);
    const expected = {
      scale: layer.scale(),
      dropped: decisions.filter((decision) => decision === 0).length,
      decisions,
      kept: decisions.flatMap((decision) => Array(32).fill(decision)),
      figures: [before, mask, y, ones(x.shape), gradient].map(aboutOf),
      input: Array.from(before.view() as Float32Array),
      gradient: Array.from(gradient.view() as Float32Array),
    };

    const worker = new DropoutWorker();
    const { input: values, details } = await worker.dropout({
      input,
      p: 0.4,
      seed: 3,
      layer: 'Dropout2d',
      inplace: true,
      call: 2,
      details: { gradient: '' },
    });
    const gone = await worker.dropout({ input: '[1, nan, -inf, -3]', p: 0, seed: 1, details: {} });
    worker.terminate();
    if (!details?.gradient) throw new Error('no details');
    const { upstream, gradient: back, gradientValues, upstreamValues } = details.gradient;
    const { scale, dropped, decisions: bytes, kept } = details;
    const figures = [details.input, details.mask, details.output, upstream, back];
    const told = {
      scale,
      dropped,
      decisions: Array.from(bytes),
      kept: Array.from(kept),
      figures: figures.map(({ dtype, ...about }) => about),
      input: Array.from(values as Float32Array),
      gradient: Array.from(gradientValues as Float32Array),
    };
    const more = [
      upstreamValues.length === 19_200 && upstreamValues.every((one) => Number(one) === 1),
      gone.details?.input.largest,
      gone.details?.kept === gone.details?.decisions,
      gone.details?.gradient,
    ];
    return [
      { ...told, more },
      { ...expected, more: [true, 3, true, undefined] },
    ];
  });
  expect(told).toEqual(expected);
});

test('computes 16 million elements while the page goes on, and stops when told', {
  tag: '@engines',
}, async ({ page }) => {
  test.slow();
  await openPackage(page);
  const result = await page.evaluate(async () => {
    const { DropoutWorker }: typeof InWorker = await import(
      `${location.href}package/worker/client.js`
    );
    const worker = new DropoutWorker();
    const data = new Float32Array(16_000_000).fill(1);
    const told: number[] = [];
    let longest = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 4);
    const request = { input: { data, shape: [16_000_000] }, p: 0.25, seed: 1 };
    const { output } = await worker.dropout(request, { onProgress: ({ done }) => told.push(done) });
    clearInterval(timer);
    let kept = 0;
    for (const value of output as Float32Array) kept += Number(value !== 0);

    const controller = new AbortController();
    // Of so many calls none but the first is done when it is told to stop, on any machine.
    const again = { ...request, input: { data: output, shape: [16_000_000] }, call: 1000 };
    let stopped = '';
    setTimeout(() => controller.abort(), 20);
    try {
      await worker.dropout(again, { signal: controller.signal });
    } catch (error) {
      stopped = (error as Error).name;
    }
    const after = await worker.dropout({ input: 'torch.ones(2, 3)', p: 0, seed: 0 });
    worker.terminate();
    return { told: told.length, last: told.at(-1), kept, longest, stopped, after: after.shape };
  });
  expect(result.told).toBeGreaterThan(3);
  expect(result.last).toBe(16_000_000);
  expect(Math.abs(result.kept / 16e6 - 0.75)).toBeLessThan(5 * Math.sqrt((0.75 * 0.25) / 16e6));
  expect(result.stopped).toBe('AbortError');
  expect(result.after).toEqual([2, 3]);
  test
    .info()
    .annotations.push({ type: 'longest pause of the page, ms', description: `${result.longest}` });
});

test('rejects with the errors of the package', async ({ page }) => {
  await openPackage(page);
  const errors = await page.evaluate(async () => {
    const { DropoutWorker }: typeof InWorker = await import(
      `${location.href}package/worker/client.js`
    );
    const worker = new DropoutWorker();
    const errorOf = async (attempt: Promise<unknown>) => {
      try {
        await attempt;
        return null;
      } catch (error) {
        const { name, message, code, line, stage, details } = error as Error & Failure;
        return { isRange: error instanceof RangeError, name, message, code, line, stage, details };
      }
    };
    const found = [
      await errorOf(worker.dropout({ input: '[1, 2]', p: 1.5, seed: 0 })),
      await errorOf(worker.dropout({ input: '[1,\n 2', p: 0.5, seed: 0 })),
    ];
    const pending = errorOf(worker.dropout({ input: 'torch.ones(4000, 1000)', p: 0.5, seed: 0 }));
    worker.terminate();
    found.push(await pending);
    return found;
  });
  expect(errors[0]).toMatchObject({
    isRange: true,
    message: 'dropout probability has to be between 0 and 1, but got 1.5',
    code: 'probability',
  });
  expect(errors[0]).toMatchObject({ stage: 'forward' });
  expect(errors[0]?.details).toEqual({
    kind: 'probability',
    template: 'dropout probability has to be between 0 and 1, but got {0}',
    values: ['1.5'],
  });
  expect(errors[1]).toMatchObject({ name: 'SyntaxError', code: 'text', line: 2, stage: 'input' });
  expect(errors[1]?.details).toEqual({
    kind: 'text',
    template: 'expected {0}, but the text ends',
    values: [{ template: "',' or '{0}'", values: [']'] }],
    line: 2,
    column: 3,
  });
  expect(errors[2]).toMatchObject({ message: 'the worker was terminated' });
});
