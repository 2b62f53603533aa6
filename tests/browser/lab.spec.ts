// <dropout-lab>: what the page shows of two trainings, against the same trainings in Node.
import type { Page } from '@playwright/test';
import { load } from '../../web/core/torch-node.ts';
import { programOf } from '../../web/training/program.ts';
import { scenarioOf } from '../../web/training/scenarios/scenarios.ts';
import { effectOf, quartiles } from '../../web/training/sweep.ts';
import type { Losses, Training } from '../../web/training/training.ts';
import { TrainingRun } from '../../web/training/training-run.ts';
import { axeFindings } from './axe.ts';
import { expect as expectSoon, test } from './playground-page.ts';

// Trainings are long where the machine is busy with other tests.
const LONG = 300_000;
test.describe.configure({ timeout: 2 * LONG });
const expect = expectSoon.configure({ timeout: LONG });

const torch = await load();

const CURVE = { scenario: 'curve', seed: 42, width: 64, noise: 0.7, activation: 'relu' } as const;

/** The losses after so many steps, as the lab writes them. */
function lossesOf(training: Training, to?: number): string[] {
  const run = new TrainingRun(torch, scenarioOf(training), training);
  run.advance(to ?? run.steps);
  const { losses } = run.outcome();
  run.dispose();
  return shown(losses);
}

function shown({ masked, training, validation }: Losses): string[] {
  return [validation, training, masked, validation - training].map((loss) => loss.toFixed(2));
}

/** The part, as a reader sees and reads it. */
class Lab {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get host() {
    return this.page.locator('dropout-lab');
  }

  async comeInSight() {
    await this.page.locator('#why').evaluate((section) => section.scrollIntoView());
    await expect(this.host).toBeAttached();
    await this.host.evaluate((host) => host.scrollIntoView({ block: 'start' }));
  }

  button(name: string) {
    return this.host.getByRole('button', { name, exact: true });
  }

  get p() {
    return this.host.getByRole('slider', { name: 'p of this network' });
  }

  get step() {
    return this.host.locator('output b');
  }

  get verdict() {
    return this.host.locator('.told').getByRole('status');
  }

  losses(side: 'without' | 'own') {
    return this.host
      .locator('article')
      .nth(side === 'own' ? 1 : 0)
      .locator('dd');
  }

  /** Once no more are taken: those that are on their way still come. */
  async stepAtRest(): Promise<number> {
    let step = Number.NaN;
    const more = async () => {
      const before = step;
      step = Number(await this.step.textContent());
      return step - before;
    };
    await expect.poll(more, { intervals: [1000] }).toBe(0);
    return step;
  }

  async isOver() {
    await expect(this.button('Train again')).toBeVisible();
    await expect(this.step).toHaveText('1000');
  }
}

let lab: Lab;
test.beforeEach(({ playground }) => {
  lab = new Lab(playground.page);
});

test('trains by itself when it comes into sight, and ends with the losses of the same trainings in Node', {
  tag: '@engines',
}, async () => {
  await lab.comeInSight();
  await expect(lab.button('Pause')).toBeVisible();
  await lab.isOver();
  await expect(lab.losses('without')).toHaveText(lossesOf({ ...CURVE, p: 0 }));
  await expect(lab.losses('own')).toHaveText(lossesOf({ ...CURVE, p: 0.5 }));
  await expect(lab.verdict).toContainText('On new examples the network with p = 0.5 is better');
  await expect(
    lab.host.getByRole('img', { name: /^Fit with p = 0\.5 after step 1,000:/ }),
  ).toBeVisible();
});

test('fetches nothing before it is nearly in sight', async ({ playground: { page } }) => {
  // The document before may still fetch its parts.
  await page.goto('about:blank');
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  await page.setViewportSize({ width: 390, height: 600 });
  await page.goto('./#seed=42');
  await expect(page.locator('#take-away')).toBeAttached();
  const ofLab = () =>
    fetched.filter((path) => /lab-define|training-host|operations.*wasm/.test(path));
  expect(ofLab()).toEqual([]);
  await lab.comeInSight();
  await expect.poll(() => ofLab().length).toBeGreaterThan(2);
});

test('is not passed over by who comes from the figure by keys', {
  tag: ['@engines', '@real-input'],
}, async ({ playground: { page } }) => {
  await page.setViewportSize({ width: 390, height: 600 });
  await page.reload();
  await expect(page.locator('#take-away')).toBeAttached();
  await page.keyboard.press('Tab');
  await expect.poll(() => page.evaluate(() => !!customElements.get('dropout-lab'))).toBe(true);
  const focused = () => page.evaluate(() => document.activeElement?.localName);
  for (let presses = 0; presses < 100 && (await focused()) !== 'dropout-lab'; presses++) {
    expect(await focused()).not.toBe('dropout-places');
    await page.keyboard.press('Tab');
  }
  expect(await focused()).toBe('dropout-lab');
});

test('pauses, takes a step, goes on and trains again, by keys', {
  tag: ['@engines', '@real-input'],
}, async ({ playground: { page } }) => {
  await lab.comeInSight();
  await lab.isOver();
  await lab.button('Train again').focus();
  await page.keyboard.press('Enter');
  await expect(lab.button('Pause')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(lab.button('Go on')).toBeFocused();
  const paused = await lab.stepAtRest();
  expect(paused).toBeLessThan(1000);
  await page.keyboard.press('Tab');
  await expect(lab.button('Step')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(lab.step).toHaveText(String(paused + 1));
  await expect(lab.losses('own')).toHaveText(lossesOf({ ...CURVE, p: 0.5 }, paused + 1));
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await lab.isOver();
  await expect(lab.losses('own')).toHaveText(lossesOf({ ...CURVE, p: 0.5 }));
});

test('another p is trained at once, by keys', { tag: '@real-input' }, async ({
  playground: { page },
}) => {
  await lab.comeInSight();
  await lab.isOver();
  await lab.p.focus();
  await page.keyboard.press('End');
  await expect(lab.losses('own')).toHaveText(lossesOf({ ...CURVE, p: 0.95 }));
  await expect(lab.losses('without')).toHaveText(lossesOf({ ...CURVE, p: 0 }));
  await expect(lab.verdict).toContainText('p = 0.95 is too much');
  await page.keyboard.press('Home');
  await expect(lab.verdict).toContainText('they are the same network');
});

test('another p while it trains holds from the next step on', async () => {
  await lab.comeInSight();
  await lab.isOver();
  await lab.button('Train again').click();
  await lab.button('Pause').click();
  await expect(lab.button('Go on')).toBeVisible();
  const step = await lab.stepAtRest();
  await lab.p.fill('0.1');
  await lab.button('Go on').click();
  await lab.isOver();
  const changes = step === 0 ? [] : [{ step, p: 0.1 }];
  const training = { ...CURVE, p: step === 0 ? 0.1 : 0.5, changes };
  await expect(lab.losses('own')).toHaveText(lossesOf(training));
});

test('seed, width and noise make both trainings other ones', async () => {
  await lab.comeInSight();
  await lab.isOver();
  await lab.button('another seed').click();
  await lab.host.getByRole('combobox', { name: 'Units of a layer' }).selectOption('32');
  await lab.host.getByRole('combobox', { name: 'Noise of the examples' }).selectOption('0.5');
  const other = { ...CURVE, seed: 43, width: 32, noise: 0.5 };
  await lab.isOver();
  await expect(lab.losses('without')).toHaveText(lossesOf({ ...other, p: 0 }));
  await expect(lab.losses('own')).toHaveText(lossesOf({ ...other, p: 0.5 }));
});

test('other scenarios are trained and shown, one of which dropout does not help', async ({
  playground: { page },
}) => {
  await lab.comeInSight();
  await lab.isOver();
  const scenario = lab.host.getByRole('combobox', { name: 'What is learned' });
  const rest = { p: 0.5, seed: 42, activation: 'relu' } as const;
  for (const name of ['disc', 'glyphs', 'transformer', 'linear'] as const) {
    await scenario.selectOption(name);
    const [validation] = lossesOf({ ...rest, scenario: name });
    await expect(lab.losses('own').first()).toHaveText(validation as string);
    await expect(page).toHaveURL(new RegExp(`#lab=${name}&`));
  }
  await expect(lab.verdict).toContainText('With this seed dropout does not help');
});

test('a unit is reached and pressed by keys, and is shown without its neighbours and they without it', {
  tag: ['@engines', '@real-input'],
}, async ({ playground: { page } }) => {
  await lab.comeInSight();
  await lab.isOver();
  const own = lab.host.locator('article').nth(1);
  await lab.p.focus();
  await page.keyboard.press('Tab');
  await expect(own.getByRole('button', { name: 'unit 1 of hidden layer 1' })).toBeFocused();
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter']) {
    await page.keyboard.press(key);
  }
  const unit = own.getByRole('button', { name: 'unit 4 of hidden layer 2' });
  await expect(unit).toBeFocused();
  await expect(unit).toHaveAttribute('aria-pressed', 'true');
  const run = new TrainingRun(torch, scenarioOf({ ...CURVE, p: 0.5 }), { ...CURVE, p: 0.5 });
  run.advance(run.steps);
  const { predictions } = run.moment();
  const without = run.unit(1, 3)?.without ?? new Float32Array();
  run.dispose();
  const farthest = Math.max(...without.map((value, i) => Math.abs(value - (predictions[i] ?? 0))));
  await expect(own.locator('.caption')).toContainText(`up to ${farthest.toFixed(2)} off`);
  await expect(own.locator('path.without')).toHaveAttribute('d', /^M/);
  await page.keyboard.press(' ');
  await expect(unit).toHaveAttribute('aria-pressed', 'false');
  await expect(own.locator('path.without')).toHaveAttribute('d', '');
});

test('of a unit in the plane it is drawn where it is on, and what changes without it', async ({
  playground: { page },
}) => {
  await page.goto('./?lang=en#lab=disc,width=16');
  await lab.comeInSight();
  await expect(lab.button('Train again')).toBeVisible();
  const own = lab.host.locator('article').nth(1);
  const training = { scenario: 'disc', p: 0.5, seed: 42, width: 16 } as const;
  const run = new TrainingRun(torch, scenarioOf(training), training);
  run.advance(run.steps);
  const { predictions } = run.moment();
  const views = Array.from({ length: 8 }, (_, unit) => run.unit(0, unit));
  run.dispose();
  const isOn = (activation: number) => activation > 0;
  const chosen = views.findIndex((view) => view?.activations.some(isOn));
  const { without, activations } = views[chosen] as NonNullable<(typeof views)[number]>;
  await own
    .getByRole('button', { name: `unit ${chosen + 1} of hidden layer 1`, exact: true })
    .click();
  const farthest = Math.max(...without.map((value, i) => Math.abs(value - (predictions[i] ?? 0))));
  await expect(own.locator('.caption')).toContainText(`up to ${farthest.toFixed(2)} off`);
  await expect(own.locator('.caption')).toContainText('tinted where it is on');
  // A rectangle for each run of points in a row where it is on.
  const rows = Array.from({ length: 41 }, (_, row) => [
    ...activations.subarray(row * 41, (row + 1) * 41),
  ]);
  const runs = rows.map(
    (row) => row.filter((one, i) => isOn(one) && !isOn(row[i - 1] ?? 0)).length,
  );
  const drawn = (await own.locator('path.active').getAttribute('d')) ?? '';
  expect(drawn.split('M').length - 1).toBe(runs.reduce((sum, count) => sum + count, 0));
});

test('the losses over p are those of the same trainings in Node, and p is chosen there', async ({
  playground: { page },
}) => {
  test.slow();
  await page.goto('./?lang=en#lab=disc,width=16');
  await lab.comeInSight();
  const sweep = lab.host.locator('losses-over-p');
  await expect(lab.button('Train again')).toBeVisible();
  await sweep.evaluate((host) => host.scrollIntoView({ block: 'center' }));
  await expect(sweep.locator('output')).toHaveText('64 of 64 trainings');
  const rows = [42, 43, 44, 45, 46, 47, 48, 49].map((seed) =>
    [0, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9, 0.95].map((p) => {
      const training = { scenario: 'disc', p, seed, width: 16 } as const;
      const run = new TrainingRun(torch, scenarioOf(training), training);
      run.advance(run.steps);
      const { validation } = run.outcome().losses;
      run.dispose();
      return validation;
    }),
  );
  const median = (i: number) =>
    quartiles(rows.map((row) => row[i] ?? Number.NaN)).median.toFixed(2);
  const wins = effectOf(rows).better[4];
  const readout = sweep.locator('.readout');
  await expect(readout).toContainText(`p = 0.5: median ${median(4)}, `);
  await expect(readout).toContainText(`in ${wins} of 8 seeds`);
  await sweep.getByRole('slider').focus();
  await page.keyboard.press('Home');
  await expect(readout).toHaveText(`p = 0: median of 8 seeds ${median(0)}.`);
  await expect(lab.p).toHaveValue('0');
});

for (const [cores, workers] of [
  [1, 1],
  [2, 2],
  [16, 4],
] as const) {
  test(`on ${cores} cores the losses over p are trained by ${workers} at once`, async ({
    playground: { page },
  }) => {
    await page.addInitScript((value) => {
      Object.defineProperty(navigator, 'hardwareConcurrency', { value, configurable: true });
    }, cores);
    await page.goto('./?lang=en#lab=linear,width=16');
    await lab.comeInSight();
    await expect(lab.button('Train again')).toBeVisible();
    const training = () =>
      page.workers().filter((worker) => worker.url().includes('training-host')).length;
    const without = training();
    await lab.host
      .locator('losses-over-p')
      .evaluate((host) => host.scrollIntoView({ block: 'center' }));
    await expect(lab.host.locator('losses-over-p output')).toHaveText('64 of 64 trainings');
    // The band beside it has one, too, once it is in sight.
    expect(training() - without).toBeGreaterThanOrEqual(workers);
    expect(training() - without).toBeLessThanOrEqual(workers + 1);
  });
}

test('the band grows where there is no data with ReLU, not with tanh, and takes points', async () => {
  await lab.comeInSight();
  await lab.isOver();
  const band = lab.host.locator('uncertainty-band');
  await band.evaluate((host) => host.scrollIntoView({ block: 'center' }));
  const told = band.getByRole('status');
  await expect(told).toContainText('Away from the data the answers differ');
  await band.getByRole('button', { name: 'tanh' }).click();
  await expect(told).toContainText('Away from the data the band does not grow');
  const points = band.locator('circle.point');
  await expect(points).toHaveCount(30);
  await band.getByLabel('x', { exact: true }).fill('1.75');
  await band.getByLabel('y', { exact: true }).press('Enter');
  await expect(points).toHaveCount(31);
  await band.locator('.plot').click({ position: { x: 20, y: 60 } });
  await expect(points).toHaveCount(32);
  await band.getByRole('button', { name: 'Remove mine' }).click();
  await expect(points).toHaveCount(30);
});

test('what it trains is in the address, and comes back with it', async ({
  playground: { page },
}) => {
  await page.goto('./?lang=en#lab=curve,p=0.2,seed=7,width=32');
  await lab.comeInSight();
  await lab.isOver();
  const training = { ...CURVE, seed: 7, width: 32 };
  await expect(lab.losses('without')).toHaveText(lossesOf({ ...training, p: 0 }));
  await expect(lab.losses('own')).toHaveText(lossesOf({ ...training, p: 0.2 }));
  await lab.p.fill('0.3');
  await expect(page).toHaveURL(/#lab=curve,p=0\.3,seed=7,width=32&/);
});

test('is run as the program that it is, which prints its losses', async ({
  playground: { page },
}) => {
  test.slow();
  await page.goto('./?lang=en#lab=linear,width=16');
  await lab.comeInSight();
  await expect(lab.button('Train again')).toBeVisible();
  await lab.button('Run as a PyTorch program').click();
  const training = { scenario: 'linear', p: 0.5, seed: 42, width: 16 } as const;
  const run = new TrainingRun(torch, scenarioOf(training), training);
  run.advance(run.steps);
  const { masked, training: seen, validation } = run.outcome().losses;
  run.dispose();
  const last = ` 300 ${[masked, seen, validation].map((loss) => loss.toFixed(6)).join(' ')}`;
  await expect(page.locator('dropout-program')).toContainText(last);
});

test('is copied as the program that it is', async ({ playground: { page } }) => {
  await page.evaluate(() => {
    const clipboard = {
      writeText: async (text: string) => {
        (globalThis as unknown as { copied: string }).copied = text;
      },
    };
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
  });
  await lab.comeInSight();
  await lab.isOver();
  await lab.button('Copy the program: this training').click();
  const copied = await page.evaluate(() => (globalThis as unknown as { copied: string }).copied);
  expect(copied).toBe(programOf({ ...CURVE, p: 0.5 }));
});

test('shows only the end where motion is reduced', {
  tag: ['@engines', '@reduced-motion'],
}, async ({ playground: { page } }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const steps = new Set<string>();
  await page.exposeFunction('stepShown', (text: string) => steps.add(text));
  await page.evaluate(() => {
    const told = (globalThis as unknown as { stepShown(text: string): void }).stepShown;
    setInterval(() => {
      const root = document.querySelector('dropout-lab')?.shadowRoot;
      told(root?.querySelector('output b')?.textContent ?? '0');
    }, 20);
  });
  await lab.comeInSight();
  await lab.isOver();
  expect([...steps].sort()).toEqual(['0', '1000']);
});

for (const [language, name] of [
  ['en', 'Train again'],
  ['de', 'Neu trainieren'],
  ['fr', 'Réentraîner'],
  ['hi', 'फिर से ट्रेन करें'],
] as const) {
  test(`in ${language} everything has a name`, async ({ playground }) => {
    await playground.page.goto(`./?lang=${language}`);
    await lab.comeInSight();
    await expect(lab.button(name)).toBeVisible();
    expect(await axeFindings(playground.page, 'dropout-lab')).toEqual([]);
  });
}
