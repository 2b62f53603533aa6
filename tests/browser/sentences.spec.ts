// What people write about nn.Dropout, sentence by sentence: each is seen on the page within two presses of what
// one sees first. A program that somebody writes into the page, or a number, is no press of its own.
import type { Locator } from '@playwright/test';
import { load } from '../../web/core/torch-node.ts';
import { scenarioOf } from '../../web/training/scenarios/scenarios.ts';
import { TrainingRun } from '../../web/training/training-run.ts';
import { dropout, MersenneTwister, uniform64 } from '../node/torch-cpu-oracle.mjs';
import { POSTED_CODE } from '../python/posted-code.ts';
import { expect, type PlaygroundPage, test } from './playground-page.ts';
import { checkRows } from './rows.ts';

/** Python starts, or a network is trained, while the machine is busy with other tests. */
const LONG = { timeout: 150_000 };
const MOST_PRESSES = 2;

const X = [1, 2, 3, 4, 5, 6, 7, 8];
const FOUR = [1, 2, 3, 4];
/** What the page shows without a link, as a link: it is opened much quicker than the page is loaded. */
const FIRST_VIEW = '#input=[[1,2,3,4],[5,6,7,8]]&seed=42';

interface Sentence {
  claim: string;
  /** In their order. */
  presses: readonly ((playground: PlaygroundPage) => Locator)[];
  /** Into the program, once it has been reached; or into the field that was pressed last. */
  writes?: { program: string } | { field: string };
  seen: (playground: PlaygroundPage) => Promise<void>;
}

/** The outputs of the calls since the seed, by PyTorch's dropout written a second time. */
function outputsOf(x: readonly number[], { p = 0.5, seed = 42, calls = 1 } = {}): number[][] {
  const twister = new MersenneTwister(seed);
  return Array.from({ length: calls }, () => dropout(twister, x, p));
}

function outputOf(x: readonly number[], { p = 0.5, seed = 42, call = 1 } = {}): number[] {
  return outputsOf(x, { p, seed, calls: call })[call - 1] as number[];
}

/** The numbers of a print, in their order. */
function numbersIn(text: string): number[] {
  return (text.match(/-?\d[\d.]*(?:e[-+]\d+)?/g) ?? []).map(Number);
}

/** Printed with four decimals, or shown with two. */
function expectNear(found: readonly number[], wanted: readonly number[], by = 5.1e-5) {
  expect(found).toHaveLength(wanted.length);
  for (const [i, value] of found.entries()) {
    expect(Math.abs(value - (wanted[i] as number)), `number ${i}`).toBeLessThan(by);
  }
}

async function expectGrid(playground: PlaygroundPage, name: string, wanted: readonly number[]) {
  await expect.poll(async () => (await playground.grid(name)).map(Number)).toEqual(wanted);
}

// What is pressed.

const part = (name: string) => (playground: PlaygroundPage) =>
  playground.page.getByRole('navigation', { name: 'Parts of the page' }).getByRole('link', {
    name,
    exact: true,
  });
const again = ({ again }: PlaygroundPage) => again;
const inFigure = (name: string) => (playground: PlaygroundPage) =>
  playground.figure.getByRole('button', { name, exact: true });
const place = (title: string) => (playground: PlaygroundPage) =>
  places(playground).getByTitle(title, { exact: true }).first();
const run = (playground: PlaygroundPage) =>
  program(playground).getByRole('button', { name: 'Run', exact: true });
const CODE = [part('Your code'), run];
const slider = (playground: PlaygroundPage) =>
  lab(playground).getByRole('slider', { name: 'p of this network' });

// Where it is seen.

const program = ({ page }: PlaygroundPage) => page.locator('dropout-program');
const places = ({ page }: PlaygroundPage) => page.locator('dropout-places');
const average = ({ page }: PlaygroundPage) => page.locator('on-average');
const lab = ({ page }: PlaygroundPage) => page.locator('dropout-lab');
const network = (playground: PlaygroundPage, side: 'without' | 'own') =>
  lab(playground)
    .locator('article')
    .nth(side === 'own' ? 1 : 0);

async function printed(playground: PlaygroundPage): Promise<string> {
  await expect(program(playground).locator('.phase')).toHaveText(/^\s*Done/, LONG);
  return (await program(playground).locator('.all pre').textContent()) ?? '';
}

/** What a program prints: that text, or a tensor of these numbers. */
function prints(wanted: string | RegExp | readonly number[]) {
  return async (playground: PlaygroundPage) => {
    const text = await printed(playground);
    if (typeof wanted === 'string') expect(text).toBe(wanted);
    else if (wanted instanceof RegExp) expect(text).toMatch(wanted);
    else expectNear(numbersIn(text), wanted);
  };
}

/** The figure of a place: what comes to it, and what training makes of that. */
function placeShows(x: readonly number[], p: number) {
  return async (playground: PlaygroundPage) => {
    const detail = places(playground).getByRole('region');
    const cells = async (name: string) =>
      (
        await detail
          .getByRole('grid', { name, exact: true })
          .getByRole('gridcell')
          .allTextContents()
      ).map(Number);
    await expect.poll(() => cells('input')).toEqual([...x]);
    expectNear(await cells('train output'), outputOf(x, { p }), 0.0051);
  };
}

async function isTrained(playground: PlaygroundPage) {
  await expect(lab(playground).getByRole('button', { name: 'Train again' })).toBeVisible(LONG);
}

/** Of new examples, of those it learns from, of those with masks, and the first without the second. */
async function losses(playground: PlaygroundPage, side: 'without' | 'own'): Promise<number[]> {
  return (await network(playground, side).locator('dd').allTextContents()).map(Number);
}

const torch = await load();

function validationOf(p: number): number {
  const training = { scenario: 'curve', seed: 42, width: 64, noise: 0.7, activation: 'relu', p };
  const trained = new TrainingRun(torch, scenarioOf(training as never), training as never);
  trained.advance(trained.steps);
  const { validation } = trained.outcome().losses;
  trained.dispose();
  return validation;
}

const posted = (name: string) => {
  const found = POSTED_CODE.find(({ text }) => text.startsWith(name));
  if (!found) throw new Error(`No posted code of ${name}.`);
  return found;
};
const SAMPLE = posted('English');
const MODEL = posted('the lesson: its sample');
const HEAD =
  'import torch\nfrom torch import nn\nx = torch.tensor([1., 2., 3., 4.])\ntorch.manual_seed(42)\n';

const IN_THE_FIGURE: readonly Sentence[] = [
  {
    claim: 'each call zeroes numbers at random',
    presses: [again],
    seen: (playground) => expectGrid(playground, 'train output', outputOf(X, { call: 2 })),
  },
  {
    claim: 'training drops; evaluation gives x as it is',
    presses: [],
    seen: async (playground) => {
      await expectGrid(playground, 'train output', outputOf(X));
      await expectGrid(playground, 'eval output', X);
    },
  },
  {
    claim: 'evaluation scales nothing, whatever p is',
    presses: [inFigure('Increase p')],
    seen: async (playground) => {
      await expect(playground.p).not.toHaveValue('0.5');
      const p = Number(await playground.p.inputValue());
      const scale = playground.figure.locator('dropout-equation .scale b');
      await expect.poll(async () => Number(await scale.textContent())).toBeCloseTo(1 / (1 - p), 2);
      await expectGrid(playground, 'eval output', X);
    },
  },
  {
    claim: 'a call of the layer does not zero all of x',
    presses: [],
    seen: async (playground) => {
      const kept = (await playground.grid('train output')).map(Number).filter((y) => y !== 0);
      expect(kept).toEqual(outputOf(X).filter((y) => y !== 0));
      expect(kept.length).toBeGreaterThan(0);
    },
  },
  {
    claim: 'a number of its own decides about each element, by p',
    presses: [],
    seen: async (playground) => {
      const twister = new MersenneTwister(42);
      const wanted = X.map((_, i) => {
        const draw = uniform64(twister);
        return `${i + 1}: ${draw.toFixed(4)}, ${draw < 0.5 ? 'kept' : 'dropped'}`;
      });
      const options = playground.figure.getByRole('option', { name: /, (?:kept|dropped)$/ });
      const names = await options.evaluateAll((all) =>
        all.map((one) => one.getAttribute('aria-label')),
      );
      expect(names).toEqual(wanted);
    },
  },
  {
    claim: 'what is dropped becomes 0',
    presses: [
      (playground) =>
        playground.gridNamed('mask').getByRole('gridcell').filter({ hasText: '0' }).first(),
    ],
    seen: async (playground) => {
      const first = outputOf(X).indexOf(0);
      const product = playground.figure.getByText(`${X[first]} × 0 × 2 = 0`);
      await expect(product.filter({ visible: true }).first()).toBeVisible();
    },
  },
  {
    claim: 'each call gives another output',
    presses: [again, again],
    seen: async (playground) => {
      const calls = outputsOf(X, { calls: 3 });
      expect(new Set(calls.map(String)).size).toBe(3);
      await expectGrid(playground, 'train output', calls[2] as number[]);
    },
  },
  {
    claim: 'with inplace=True the output is in x itself',
    presses: [
      inFigure('layer: nn.Dropout'),
      (playground) => playground.figure.getByRole('checkbox', { name: 'inplace' }),
    ],
    seen: async (playground) => {
      const after = playground.figure.locator('dropout-equation .after td');
      await expect
        .poll(async () => (await after.allTextContents()).map(Number))
        .toEqual(outputOf(X));
    },
  },
];

const ON_AVERAGE: readonly Sentence[] = [
  {
    claim: 'p = 0.2 is a fifth on average, and another count in each call',
    presses: [({ p }) => p, part('On average')],
    writes: { field: '0.2' },
    seen: async (playground) => {
      const share = average(playground).locator('figure', { hasText: 'Share dropped' });
      await expect(share.locator('.below').first()).toContainText(/20(?:\.0\d*)?\s?%|0\.2/, LONG);
    },
  },
  {
    claim: 'what is left is scaled by 1 / (1 − p), which keeps the expected sum',
    presses: [part('On average')],
    seen: async (playground) => {
      const sum = average(playground).locator('figure', { hasText: 'Sum of the output' });
      const told = sum.locator('.below').first();
      // Of 100,000 sums with a deviation of 14.3 the mean is off by 0.2 once in 100,000 runs.
      const mean = async () =>
        Number(/mean of all sums is ([\d.]*\d)/.exec((await told.textContent()) ?? '')?.[1]);
      await expect.poll(async () => Math.abs((await mean()) - 36), LONG).toBeLessThan(0.2);
    },
  },
  {
    claim: 'the scale is there for the mean of each element, however large it is',
    presses: [part('On average')],
    seen: async (playground) => {
      const cells = average(playground)
        .locator('tensor-grid', {
          has: playground.page.getByLabel('mean of the calls', { exact: true }),
        })
        .locator('td');
      const farthest = async () => {
        const means = (await cells.allTextContents()).map(Number);
        return Math.max(...X.map((x, i) => Math.abs((means[i] ?? Number.NaN) - x)));
      };
      await expect.poll(farthest, LONG).toBeLessThan(0.1);
    },
  },
];

const IN_A_NETWORK: readonly Sentence[] = [
  {
    claim: 'with dropout a network learns less of its examples by heart',
    presses: [part('Why dropout')],
    seen: async (playground) => {
      await isTrained(playground);
      const [[validation, , , gap], [ownValidation, , , ownGap]] = [
        await losses(playground, 'without'),
        await losses(playground, 'own'),
      ] as [number[], number[]];
      expect(validation).toBeCloseTo(validationOf(0), 1);
      expect(ownValidation).toBeCloseTo(validationOf(0.5), 1);
      expect(ownValidation).toBeLessThan(validation as number);
      expect(ownGap).toBeLessThan(gap as number);
    },
  },
  {
    claim: 'neurons are turned off, about a share p of them',
    presses: [part('Why dropout')],
    seen: async (playground) => {
      const caption = network(playground, 'own').locator('.caption');
      await expect(caption).toContainText(/\d+ of 192 units off/);
      const off = Number(/(\d+) of 192/.exec((await caption.textContent()) ?? '')?.[1]);
      // Six deviations of 192 throws of a coin: once in 500 million.
      expect(Math.abs(off - 96)).toBeLessThan(42);
    },
  },
  {
    claim: 'no neuron is one that all hangs on',
    presses: [
      part('Why dropout'),
      (playground) =>
        network(playground, 'own').getByRole('button', { name: 'unit 4 of hidden layer 2' }),
    ],
    seen: async (playground) => {
      const own = network(playground, 'own');
      await expect(own.locator('path.without')).toHaveAttribute('d', /^M/);
      await expect(own.locator('.caption')).toContainText(/up to \d\.\d\d off/);
    },
  },
  {
    claim: 'p is found by trying, and looking at the validation loss',
    presses: [part('Why dropout'), slider],
    seen: async (playground) => {
      await isTrained(playground);
      expect((await losses(playground, 'own'))[0]).not.toBe(
        (await losses(playground, 'without'))[0],
      );
      await expect(lab(playground).locator('.told').getByRole('status')).toContainText('p = 0.');
    },
  },
  {
    claim: 'much more than one half, and the network learns too little',
    presses: [part('Why dropout'), slider],
    writes: { field: '0.95' },
    seen: async (playground) => {
      await expect(lab(playground).locator('.told').getByRole('status')).toContainText(
        'p = 0.95 is too much',
        LONG,
      );
    },
  },
];

const IN_PLACES: readonly Sentence[] = [
  {
    claim: 'what comes to it are the activations of the layer before',
    presses: [part('Where'), place('hidden units')],
    seen: placeShows([0.9, 0, 1.7, 0.4, 0, 2.1, 0.6, 0, 1.3, 0.2, 0, 0.8], 0.5),
  },
  {
    claim: 'it stands in MLPs, recurrent networks and transformers',
    presses: [part('Where'), place('between two layers')],
    seen: placeShows([0.3, -0.5, 0.1, 0.6, -0.2, 0.4, 0.7, -0.1, 0.5, 0.2, -0.4, 0.8], 0.5),
  },
  {
    claim: 'transformers such as BERT drop a tenth',
    presses: [part('Where')],
    seen: placeShows(
      [0.6, 0.2, 0.15, 0.05, 0.1, 0.4, 0.3, 0.2, 0.05, 0.15, 0.7, 0.1, 0.25, 0.25, 0.1, 0.4],
      0.1,
    ),
  },
  {
    claim: 'who forgets eval() predicts at random',
    presses: [part('What goes wrong')],
    seen: async ({ page }) => {
      const card = page.locator('#practice li').filter({ hasText: 'No eval() before predicting' });
      const cells = async (kind: 'wrong' | 'right') =>
        (await card.locator(`.${kind} tensor-grid td[data-index]`).allTextContents()).map(Number);
      await expect.poll(() => cells('wrong')).toEqual(outputsOf(X, { calls: 2 }).flat());
      await expect.poll(() => cells('right')).toEqual([...X, ...X]);
    },
  },
];

const IN_PROGRAMS: readonly Sentence[] = [
  {
    claim: 'nn.Dropout is a module of PyTorch',
    presses: CODE,
    writes: { program: 'import torch\nprint(isinstance(torch.nn.Dropout(), torch.nn.Module))' },
    seen: prints('True\n'),
  },
  {
    claim: 'a layer is made of the p in a configuration',
    presses: CODE,
    writes: { program: 'drop = nn.Dropout(config.dropout)\nprint(drop)' },
    seen: prints('Dropout(p=0.5, inplace=False)\n'),
  },
  {
    claim: 'that p is a float',
    presses: CODE,
    writes: {
      program:
        "from torch import nn\nconfig = type('Config', (), {'dropout': 0.3})()\nprint(type(nn.Dropout(config.dropout).p), nn.Dropout(config.dropout).p)",
    },
    seen: prints("<class 'float'> 0.3\n"),
  },
  {
    claim: 'a layer is called as a part of a model',
    presses: CODE,
    writes: { program: `${HEAD}print(nn.Sequential(nn.Identity(), nn.Dropout(0.5))(x))` },
    seen: prints(outputOf(FOUR)),
  },
  {
    claim: 'train() and eval() of a model switch its dropout',
    presses: CODE,
    writes: {
      program: `${HEAD}model = nn.Sequential(nn.Dropout(0.5))\nmodel.eval()\nprint(model(x))\nmodel.train()\nprint(model(x))`,
    },
    seen: prints([...FOUR, ...outputOf(FOUR)]),
  },
  {
    claim: 'of 1, 2, 3, 4 may come 0, 4, 0, 8',
    presses: CODE,
    writes: {
      program: `${HEAD}wanted = torch.tensor([0., 4., 0., 8.])\nfor seed in range(1000):\n    torch.manual_seed(seed)\n    if torch.equal(nn.Dropout(0.5)(x), wanted):\n        print(seed)\n        break`,
    },
    seen: async (playground) => {
      const seeds = Array.from({ length: 1000 }, (_, seed) => seed);
      const first = seeds.find((seed) => String(outputOf(FOUR, { seed })) === '0,4,0,8');
      await prints(`${first}\n`)(playground);
    },
  },
  {
    claim: 'the usual example runs as it is pasted',
    presses: CODE,
    writes: { program: SAMPLE.code },
    seen: prints(SAMPLE.prints),
  },
  {
    claim: 'what its comment says that it prints is held against what machines print',
    presses: CODE,
    writes: { program: SAMPLE.code },
    seen: async (playground) => {
      await printed(playground);
      await expect(program(playground).locator('.claim').first()).toContainText(
        'Printed by none of these',
        LONG,
      );
    },
  },
  {
    claim: 'after drop.eval() a print is that of x',
    presses: CODE,
    seen: prints([...outputOf(X), ...X]),
  },
  {
    claim: 'p and inplace are what a layer is made with',
    presses: CODE,
    writes: { program: posted('the lesson: its syntax').code },
    seen: prints('Dropout(p=0.5, inplace=False)\n'),
  },
  {
    claim: 'p = 0.3 drops three of ten',
    presses: CODE,
    writes: { program: `${HEAD}dropout = torch.nn.Dropout(p=0.3)\nprint(dropout(x))` },
    seen: prints(outputOf(FOUR, { p: 0.3 })),
  },
  {
    claim: 'with p = 0.7 and inplace=True x is what comes out',
    presses: CODE,
    writes: {
      program: `${HEAD}dropout = torch.nn.Dropout(p=0.7, inplace=True)\ndropout(x)\nprint(x)`,
    },
    seen: prints(outputOf(FOUR, { p: 0.7 })),
  },
  {
    claim: 'a tutorial’s program prints its input and both outputs',
    presses: CODE,
    writes: { program: MODEL.code },
    seen: prints(MODEL.prints),
  },
  {
    claim: 'without manual_seed each run is another, and the seed it had is told',
    presses: CODE,
    writes: { program: MODEL.code },
    seen: async (playground) => {
      const text = await printed(playground);
      const told = program(playground).getByText('It was drawn with seed');
      const seed = Number(/seed\D*(\d+)/.exec((await told.textContent()) ?? '')?.[1]);
      expectNear(numbersIn(text).slice(8, 16), outputOf(X, { seed }));
    },
  },
];

async function press(playground: PlaygroundPage, { presses, writes }: Sentence) {
  for (const [i, pressed] of presses.entries()) {
    const target = pressed(playground);
    // Nothing that somebody would have to look for.
    await expect(target).toBeInViewport();
    const writesProgram = writes && 'program' in writes && i === presses.length - 1;
    if (writesProgram) await write(playground, writes.program);
    await target.click();
    if (
      writes &&
      'field' in writes &&
      (await target.evaluate((one) => one.localName)) === 'input'
    ) {
      await target.fill(writes.field);
    }
  }
}

/** As who writes a program, but at once. */
async function write(playground: PlaygroundPage, source: string) {
  await program(playground).evaluate((element, source) => {
    Object.assign(element, { source });
    element.dispatchEvent(new Event('program-change'));
    return (element as unknown as { updateComplete: Promise<unknown> }).updateComplete;
  }, source);
}

const TABLES = {
  'in the figure': IN_THE_FIGURE,
  'on average': ON_AVERAGE,
  'in a network': IN_A_NETWORK,
  'in its places': IN_PLACES,
  'in programs': IN_PROGRAMS,
};

for (const [where, sentences] of Object.entries(TABLES)) {
  const isQuick = sentences === IN_THE_FIGURE || sentences === IN_PLACES;
  test(`is seen ${where}`, { tag: isQuick ? ['@viewport', '@engines'] : '@viewport' }, async ({
    playground,
  }) => {
    await playground.page.setViewportSize({ width: 1280, height: 800 });
    await checkRows(sentences, { title: ({ claim }) => claim }, async (sentence) => {
      await playground.open(FIRST_VIEW, { isFolded: true });
      await press(playground, sentence);
      await sentence.seen(playground);
    });
  });
}

test('the first view is what the rows begin with', async ({ playground }) => {
  await playground.page.goto('about:blank');
  await playground.page.goto('./?lang=en');
  await playground.beThere();
  await expectGrid(playground, 'train output', outputOf(X));
});

test('no sentence takes more than two presses', () => {
  const all = Object.values(TABLES).flat();
  expect(new Set(all.map(({ claim }) => claim)).size).toBe(all.length);
  expect(all.length).toBeGreaterThanOrEqual(33);
  expect(all.filter(({ presses }) => presses.length > MOST_PRESSES)).toEqual([]);
});
