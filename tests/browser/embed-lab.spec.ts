// A lab in somebody's post: it comes when it is nearly in sight, wherever its files come from, and moves nothing.
import { load } from '../../web/core/torch-node.ts';
import { scenarioOf } from '../../web/training/scenarios/scenarios.ts';
import type { Training } from '../../web/training/training.ts';
import { TrainingRun } from '../../web/training/training-run.ts';
import { expect, type HostOptions, type HostPage, STRICT, test, VERSION_1 } from './host-page.ts';

// Trainings are long where the machine is busy with other tests.
const SOON = { timeout: 120_000 };
test.describe.configure({ timeout: 300_000 });

const torch = await load();

const lab = (attributes: string, inside = '<p id="inside">fallback</p>') =>
  `<dropout-lab ${attributes}>${inside}</dropout-lab><p id="after">after</p>`;

const open = (host: HostPage, html: string, more: Partial<HostOptions> = {}) =>
  host.open({ html, scripts: [VERSION_1], ...more });

const TRAINS = (cdn: string) => `${STRICT(cdn)}; worker-src blob: ${cdn}`;

/** What the right network loses at its end, as the lab writes it. */
function validationOf(training: Training): string {
  const run = new TrainingRun(torch, scenarioOf(training), training);
  run.advance(run.steps);
  const { validation } = run.outcome().losses;
  run.dispose();
  return validation.toFixed(2);
}

const own = (host: HostPage) => host.post.locator('dropout-lab article').nth(1).locator('dd');

test('trains what its attributes say, from another origin and under a policy that allows its worker', {
  tag: '@engines',
}, async ({ host }) => {
  await open(host, lab('scenario="disc" p="0.3" seed="7" steps="40" width="16"'), {
    policy: TRAINS,
  });
  const training = { scenario: 'disc', p: 0.3, seed: 7, steps: 40, width: 16 } as const;
  await expect(own(host).first()).toHaveText(validationOf(training), SOON);
  await expect(host.post.locator('dropout-lab output b')).toHaveText('40', SOON);
});

test('fetches nothing but its place before it is nearly in sight', async ({ host }) => {
  await open(host, `<div style="height:5000px"></div>${lab('scenario="linear" width="16"')}`);
  await expect(host.post.locator('#inside')).toBeVisible();
  const ofLab = () =>
    host.fetched.filter((path) => /embed-lab|embed-figure|training-host|\.wasm/.test(path));
  await expect
    .poll(() => ofLab().map((path) => path.replace(/-[^-]*$/, '')))
    .toEqual(['embed-lab-place']);
  await host.post.locator('dropout-lab').scrollIntoViewIfNeeded();
  await expect(own(host).first()).toHaveText(/\d/, SOON);
});

test('a post without a lab fetches nothing of it', async ({ host }) => {
  await open(host, '<dropout-playground></dropout-playground>');
  await expect(host.embed.getByRole('slider')).toBeVisible();
  expect(host.fetched.filter((path) => path.includes('lab'))).toEqual([]);
});

for (const width of [390, 1280]) {
  for (const lang of ['en', 'de', 'fr', 'hi']) {
    test(`nothing moves when it comes, at ${width} pixels in ${lang}`, async ({ host }) => {
      await host.page.setViewportSize({ width, height: 900 });
      await open(host, lab('scenario="curve" steps="30" width="16"'), { lang });
      const after = host.post.locator('#after');
      const place = () => after.evaluate((one) => one.getBoundingClientRect().top);
      await expect(host.post.locator('dropout-lab .room, #inside').first()).toBeAttached();
      await expect.poll(place).toBeGreaterThan(900);
      const before = await place();
      await expect(own(host).first()).toHaveText(/\d/, SOON);
      await expect(host.post.locator('dropout-lab output b')).toHaveText('30', SOON);
      expect(await place()).toBe(before);
    });
  }
}

test('tells the page what the reader chooses, and follows its attributes', async ({ host }) => {
  await open(host, lab('scenario="linear" steps="20" width="16"'));
  await expect(own(host).first()).toHaveText(/\d/, SOON);
  const element = host.post.locator('dropout-lab');
  const told = host.page.evaluate(
    () =>
      new Promise<string | null>((resolve) => {
        document.addEventListener(
          'dropout-change',
          ({ target }) => resolve((target as Element).getAttribute('p')),
          { once: true },
        );
      }),
  );
  await element.getByRole('slider', { name: 'p of this network' }).fill('0.2');
  expect(await told).toBe('0.2');
  await element.evaluate((one) => one.setAttribute('seed', '9'));
  const training = { scenario: 'linear', p: 0.2, seed: 9, steps: 20, width: 16 } as const;
  await expect(own(host).first()).toHaveText(validationOf(training), SOON);
});

test('where no worker can be had, it says so and opens on the playground', {
  tag: '@engines',
}, async ({ host }) => {
  await open(
    host,
    lab('scenario="disc" p="0.3" seed="7" playground="https://playground.example/"'),
    { policy: STRICT },
  );
  const element = host.post.locator('dropout-lab');
  await expect(element.getByRole('alert')).toContainText('Nothing can be trained on this page');
  await expect(element.getByRole('link', { name: 'Open on the playground' })).toHaveAttribute(
    'href',
    'https://playground.example/#lab=disc,p=0.3,seed=7',
  );
});

test('keys in it are its own', async ({ host }) => {
  await open(host, lab('scenario="linear" steps="20" width="16"'));
  await expect(own(host).first()).toHaveText(/\d/, SOON);
  await host.page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    document.addEventListener('keydown', ({ key }) => heard.push(key));
  });
  await host.post.locator('dropout-lab').getByRole('slider', { name: 'p of this network' }).focus();
  await host.page.keyboard.press('ArrowRight');
  await host.post.locator('dropout-lab').getByRole('textbox').focus();
  await host.page.keyboard.type('12');
  const heard = await host.page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  expect(heard).toEqual([]);
});
