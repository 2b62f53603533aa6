// <dropout-playground> in other people's posts: from another origin, under a strict policy, asleep
// until it is near, in the language of its place, and no harm to the page it is on.
import { execFileSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { expect, type HostPage, STRICT, test } from './host-page.ts';
import { asPosted, publicOutput } from './public-outputs.ts';
import { checkRows } from './rows.ts';

const BOOK = 'input="torch.ones(6, 6)" p="0.5" seed="123"';
const TRAIN = 'print(drop.train()(x))';
/** What a figure begins with, and what it fetches when that does not do. */
const FIRST = 'wasm/dropout-figure.wasm';
const WHOLE = 'wasm/dropout-playground.wasm';

const printed = ({ page }: HostPage, code = TRAIN) =>
  page.getByRole('group', { name: code, exact: true });

test('prints what a book printed, from another origin under a strict policy', async ({ host }) => {
  await host.open({ html: `<dropout-playground ${BOOK}></dropout-playground>`, policy: STRICT });
  await expect(printed(host)).toHaveText(asPosted(publicOutput('llms-57-macos')));
  await host.embed.evaluate((embed) => embed.setAttribute('engine', 'torch-cpu-mkl'));
  await expect(printed(host)).toHaveText(asPosted(publicOutput('llms-57-linux')));
});

test('its properties are its attributes, also those set before it was loaded', async ({ host }) => {
  await host.open({ html: '<p>A post.</p>' });
  const told = await host.page.evaluate(async () => {
    const embed = document.createElement('dropout-playground') as HTMLElement &
      Record<'input' | 'p' | 'seed', string>;
    document.body.append(embed);
    embed.input = '[5., 6.]';
    await customElements.whenDefined('dropout-playground');
    embed.p = '0.25';
    const { input, p, seed } = embed;
    return { input, p, seed, attributes: embed.getAttributeNames().sort() };
  });
  expect(told).toEqual({ input: '[5., 6.]', p: '0.25', seed: '42', attributes: ['input', 'p'] });
  await expect(printed(host, 'print(x)')).toHaveText('tensor([5., 6.])');
});

test('an edit is told of, and is in the attributes by then', {
  tag: ['@engines', '@real-input'],
}, async ({ host }) => {
  await host.open({ html: `<dropout-playground ${BOOK}></dropout-playground>` });
  await host.page.evaluate(() => {
    const told: unknown[] = [];
    Object.assign(globalThis, { told });
    document.addEventListener('dropout-change', ({ target }) => {
      const embed = target as Element;
      told.push([embed.localName, embed.getAttribute('p')]);
    });
  });
  const slider = host.page.getByRole('slider');
  await slider.focus();
  await host.page.keyboard.press('ArrowRight');
  await expect(printed(host)).toContainText('2.0408');
  expect(await host.page.evaluate(() => (globalThis as { told?: unknown }).told)).toEqual([
    ['dropout-playground', '0.51'],
  ]);
});

test('nothing but the script is fetched before it is nearly in sight', {
  tag: ['@engines', '@viewport'],
}, async ({ host }) => {
  const far = '<div style="height: 6000px"></div>';
  await host.open({ html: `${far}<dropout-playground ${BOOK}></dropout-playground>` });
  // What is in sight is told to its observer before this one, and what it asks for then, before this.
  await host.embed.evaluate(async (embed) => {
    await customElements.whenDefined('dropout-playground');
    await new Promise((resolve) => new IntersectionObserver(resolve).observe(embed));
    await new Promise(requestAnimationFrame);
    await fetch(new URL('frame.css', document.querySelector('script')?.src));
  });
  await expect.poll(() => host.fetched).toContain('frame.css');
  host.fetched.splice(host.fetched.indexOf('frame.css'), 1);
  const isLoader = (path: string) => /^(dropout-playground|embed-register-.*)\.js$/.test(path);
  expect(host.fetched.filter((path) => !isLoader(path))).toEqual([]);
  await host.page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expect(printed(host)).toHaveText(asPosted(publicOutput('llms-57-macos')));
});

test('with loading="eager" it does not wait', async ({ host }) => {
  const far = '<div style="height: 6000px"></div>';
  await host.open({ html: `${far}<dropout-playground loading="eager"></dropout-playground>` });
  await expect(printed(host)).toHaveText('tensor([2., 4., 6., 8.])');
});

test('it offers what its controls name, and locks what they say', async ({ host }) => {
  await host.open({
    html: '<dropout-playground controls="p seed:locked printed"></dropout-playground>',
  });
  const { page } = host;
  await expect(printed(host)).toHaveText('tensor([2., 4., 6., 8.])');
  await expect(page.locator('#p')).toBeEditable();
  await expect(page.locator('#seed')).not.toBeEditable();
  await expect(page.getByRole('button', { name: 'Next seed' })).toBeDisabled();
  await expect(page.locator('#engine, #layer, #inplace, #input, details')).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'row 1, column 1' })).toHaveCount(0);
  await host.embed.evaluate((embed) => embed.removeAttribute('controls'));
  await expect(page.locator('#input')).toBeEditable();
  await expect(page.getByRole('textbox', { name: 'row 1, column 1' })).toBeVisible();
});

test('each speaks the language of its place, live', async ({ host }) => {
  await host.open({
    html: `<article lang="de-AT"><dropout-playground loading="eager"></dropout-playground></article>
      <article lang="hi"><dropout-playground loading="eager"></dropout-playground></article>
      <dropout-playground loading="eager" lang="es"></dropout-playground>`,
    lang: 'fr',
  });
  const names = () => host.page.locator('label[for="seed"]').allTextContents();
  await expect.poll(names).toEqual(['Seed', 'seed', 'seed']);
  const inputs = () => host.page.locator('label[for="input"]').allTextContents();
  await expect.poll(inputs).toEqual(['Eingabe als Text', 'इनपुट, टेक्स्ट के रूप में', 'input, as text']);
  await host.page.evaluate(() => {
    document.querySelector('article')?.setAttribute('lang', 'en');
    document.querySelector('body > dropout-playground')?.removeAttribute('lang');
  });
  await expect
    .poll(inputs)
    .toEqual(['input, as text', 'इनपुट, टेक्स्ट के रूप में', 'entrée, sous forme de texte']);
});

test('what is wrong is told of in the language of its place, whatever was rendered last', async ({
  host,
}) => {
  await host.open({
    html: `<dropout-playground loading="eager" lang="de"></dropout-playground>
      <dropout-playground loading="eager" lang="hi"></dropout-playground>`,
  });
  await expect(printed(host)).toHaveCount(2);
  await host.embed.last().evaluate((embed) => embed.setAttribute('seed', '7'));
  await host.embed.first().getByRole('textbox', { name: 'Zeile 1, Spalte 2' }).fill('drei');
  await expect(host.page.getByRole('alert')).toHaveText(
    "eine Zahl wird erwartet, hier steht 'drei'",
  );
  // The core's own words, which have been put together in English.
  await host.embed.last().evaluate((embed) => embed.setAttribute('input', '[1, [2]]'));
  await expect(host.page.getByRole('alert').last()).toHaveText(
    'लाइन 1, अक्षर 5: यहाँ पहले जैसी संख्या चाहिए, पर मिला सूची',
  );
  // PyTorch's, which have not.
  await host.embed.last().evaluate((embed) => embed.setAttribute('input', '[[1, 2], [3]]'));
  await expect(host.page.getByRole('alert').last()).toHaveText(
    'लाइन 1, अक्षर 10: expected sequence of length 2 at dim 1 (got 1)',
  );
});

test.describe('where something is missing', () => {
  const FALLBACK = '<dropout-playground><p>x = [1, 2, 3, 4]</p></dropout-playground>';

  test('a policy without WebAssembly leaves the fallback, and says what to allow', {
    tag: '@engines',
  }, async ({ host }) => {
    const policy = (cdn: string) => `script-src ${cdn}`;
    await host.open({ html: FALLBACK, policy, lang: 'de' });
    await expect(host.page.getByRole('alert')).toHaveText(
      "Die Sicherheitsrichtlinie dieser Seite erlaubt kein WebAssembly. Ergänzen Sie script-src um 'wasm-unsafe-eval', oder binden Sie die Abbildung als iframe ein.",
    );
    await expect(host.page.getByText('x = [1, 2, 3, 4]')).toBeVisible();
  });

  const faults = [
    ['missing', {}],
    [
      'truncated',
      { body: Buffer.from([0, 97, 115, 109, 1, 0, 0, 0, 1]), type: 'application/wasm' },
    ],
    ['a page of HTML', { body: Buffer.from('<!doctype html>'), type: 'text/html' }],
  ] as const;
  test('a wasm file that is none leaves the fallback, and a sentence', async ({ host }) => {
    await checkRows(faults, { title: ([name]) => name }, async ([, fault]) => {
      host.faults.set(FIRST, fault);
      await host.open({ html: FALLBACK });
      await expect(host.page.getByRole('alert')).toContainText(/could not be (loaded|started)/);
      await expect(host.page.getByText('x = [1, 2, 3, 4]')).toBeVisible();
    });
  });

  test('a wasm file that is served as a text is a wasm file', { tag: '@engines' }, async ({
    host,
  }) => {
    const body = await readFile(new URL(`../../dist/${FIRST}`, import.meta.url));
    host.faults.set(FIRST, { body, type: 'text/plain' });
    await host.open({ html: FALLBACK });
    await expect(printed(host)).toHaveText('tensor([2., 4., 6., 8.])');
  });

  test('a wasm file of another version leaves the fallback, and says so', async ({ host }) => {
    // A valid module with nothing in it but the name of another build.
    const other = [0, 97, 115, 109, 1, 0, 0, 0, 0, 7, 5, ...Buffer.from('build'), 0x39];
    host.faults.set(FIRST, {
      body: Buffer.from(other),
      type: 'application/wasm',
    });
    await host.open({ html: FALLBACK, lang: 'de' });
    await expect(host.page.getByRole('alert')).toHaveText(
      'Dateien zweier Versionen sind durcheinandergeraten: Laden Sie die Seite ohne Cache neu.',
    );
    await expect(host.page.getByText('x = [1, 2, 3, 4]')).toBeVisible();
  });

  test('in one file it says the same of a policy', async ({ host }) => {
    await host.open({
      html: `<script src="{cdn}/dropout-playground.standalone.js"></script>${FALLBACK}`,
      scripts: [],
      policy: (cdn) => `script-src ${cdn}`,
    });
    await expect(host.page.getByRole('alert')).toContainText("'wasm-unsafe-eval'");
    await expect(host.page.getByText('x = [1, 2, 3, 4]')).toBeVisible();
  });

  test('no memory for the module leaves the fallback, and a sentence', async ({ host }) => {
    // As engines say it when the address space is used up, which no test should bring about.
    const fault =
      "<script>WebAssembly.instantiate = () => Promise.reject(new RangeError('could not allocate memory'))</script>";
    await host.open({ html: fault + FALLBACK });
    await expect(host.page.getByRole('alert')).toContainText('could not allocate memory');
    await expect(host.page.getByText('x = [1, 2, 3, 4]')).toBeVisible();
  });

  test('without its heat maps a large tensor says so in their places, and later has them', {
    tag: '@engines',
  }, async ({ host }) => {
    const names = await readdir(new URL('../../dist/', import.meta.url));
    const file = names.find((name) => name.startsWith('embed-large-tensor-')) as string;
    host.faults.set(file, {});
    await host.open({ html: FALLBACK, lang: 'de' });
    await expect(printed(host)).toHaveText('tensor([2., 4., 6., 8.])');
    expect(host.fetched).not.toContain(file);

    await host.embed.evaluate((embed) => embed.setAttribute('input', 'torch.ones(30, 30)'));
    await expect(host.page.getByText('Die Heatmap konnte nicht geladen werden.')).toHaveCount(4);
    await expect(printed(host)).toContainText('tensor([[');

    expect(host.errors).toEqual([]);
    host.faults.clear();
    await host.embed.evaluate((embed) => embed.setAttribute('input', 'torch.ones(40, 40)'));
    await expect(host.page.getByRole('application')).toHaveCount(4);
    await expect(host.page.getByText('Die Heatmap konnte nicht geladen werden.')).toHaveCount(0);
  });

  test('heat maps are fetched beside the core where the input is large', async ({ host }) => {
    const isFetched = () => host.fetched.some((name) => name.startsWith('embed-large-tensor-'));
    // The core comes only after them; that it comes at all is what is tested.
    await host.page.route(/\.wasm$/, async (route) => {
      while (!isFetched()) await new Promise((resolve) => setTimeout(resolve, 10));
      await route.continue();
    });
    await host.open({
      html: '<dropout-playground input="torch.ones(30, 30)"></dropout-playground>',
    });
    await expect(host.page.getByRole('application')).toHaveCount(4);
  });

  test('without its figure it says so in the language of its place', async ({ host }) => {
    const names = await readdir(new URL('../../dist/', import.meta.url));
    host.faults.set(names.find((name) => name.startsWith('embed-figure-')) as string, {});
    await host.open({ html: FALLBACK, lang: 'de' });
    await expect(host.page.getByRole('alert')).toHaveText(
      'Die interaktive Abbildung konnte nicht geladen werden.',
    );
    await expect(host.page.getByText('x = [1, 2, 3, 4]')).toBeVisible();
  });
});

test.describe('the whole core', () => {
  const wasms = ({ fetched }: HostPage) => fetched.filter((name) => name.endsWith('.wasm'));
  const FIGURE = `<p>A post.</p><dropout-playground ${BOOK}></dropout-playground>`;

  test('is not fetched for a figure that is read and edited by its page', async ({ host }) => {
    await host.open({ html: FIGURE });
    await expect(printed(host)).toHaveText(asPosted(publicOutput('llms-57-macos')));
    await host.embed.evaluate((embed) => {
      Object.assign(embed, { input: '[[1.5, -2], [3, 4]]', p: '0.25', seed: '-7' });
    });
    await expect(printed(host, 'print(x)')).toContainText('1.5000');
    await host.embed.evaluate((embed) => {
      Object.assign(embed, { p: '0', call: '2', inplace: 'true' });
    });
    await expect(printed(host, 'print(drop.train()(x))  # call 2')).toHaveText(
      'tensor([[ 1.5000, -2.0000],        [ 3.0000,  4.0000]])',
    );
    expect(wasms(host)).toEqual([FIRST]);
  });

  test('comes when a reader does, before anything needs it', {
    tag: ['@engines', '@real-input'],
  }, async ({ host }) => {
    await host.open({ html: FIGURE });
    await expect(printed(host)).toHaveText(asPosted(publicOutput('llms-57-macos')));
    expect(wasms(host)).toEqual([FIRST]);
    await host.page.getByRole('slider').hover();
    await expect.poll(() => wasms(host)).toEqual([FIRST, WHOLE]);
  });

  test('comes for an error, while what was there stays', async ({ host }) => {
    await host.open({ html: FIGURE });
    await expect(printed(host)).toHaveText(asPosted(publicOutput('llms-57-macos')));
    await host.embed.evaluate((embed) => embed.setAttribute('input', '[1, two]'));
    await expect(host.page.getByRole('alert')).toContainText("found 'two'");
    await expect(printed(host)).toHaveText(asPosted(publicOutput('llms-57-macos')));
    await host.embed.evaluate((embed) => {
      const input = '[[1.5, -2], [3, 4]]';
      Object.assign(embed, { input, p: '1.5', seed: '7', gradient: '[[1, 2], [3, 4]]' });
    });
    await expect(host.page.getByRole('alert')).toHaveText(/^dropout probability has to be/);
    expect(wasms(host)).toEqual([FIRST, WHOLE]);
  });

  test('comes for what needs it, while what was there stays', async ({ host }) => {
    let isAskedFor = false;
    let isLetThrough = false;
    await host.page.route(/dropout-playground\.wasm$/, async (route) => {
      isAskedFor = true;
      while (!isLetThrough) await new Promise((resolve) => setTimeout(resolve, 10));
      await route.continue();
    });
    await host.open({ html: FIGURE });
    await expect(printed(host)).toHaveText(asPosted(publicOutput('llms-57-macos')));
    await host.embed.evaluate((embed) => embed.setAttribute('engine', 'torch-cpu-mkl'));
    await expect.poll(() => isAskedFor).toBe(true);
    await expect(printed(host)).toHaveText(asPosted(publicOutput('llms-57-macos')));
    isLetThrough = true;
    await expect(printed(host)).toHaveText(asPosted(publicOutput('llms-57-linux')));
  });

  test('is missed beside the fields that need it, and asked for again', async ({ host }) => {
    host.faults.set(WHOLE, {});
    await host.open({ html: FIGURE, lang: 'de' });
    await expect(printed(host)).toHaveText(asPosted(publicOutput('llms-57-macos')));
    await host.embed.evaluate((embed) => embed.setAttribute('engine', 'torch-cpu-mkl'));
    await expect(host.page.getByRole('alert')).toHaveText(
      'Der Rest des Programms, der dafür nötig ist, konnte nicht geladen werden.',
    );
    await host.embed.evaluate((embed) => embed.setAttribute('p', '0'));
    await host.embed.evaluate((embed) => embed.removeAttribute('engine'));
    await expect(host.page.getByRole('alert')).toHaveCount(0);
    await expect(printed(host)).toContainText('1., 1., 1.');

    host.faults.clear();
    await host.embed.evaluate((embed) => embed.removeAttribute('p'));
    await host.embed.evaluate((embed) =>
      Object.assign(embed, { p: '0.5', engine: 'torch-cpu-mkl' }),
    );
    await expect(printed(host)).toHaveText(asPosted(publicOutput('llms-57-linux')));
  });

  test('is not there before a figure’s module, which is asked for beside the figure’s script', async ({
    host,
  }) => {
    // The script comes only after it; that it comes at all is what is tested.
    await host.page.route(/embed-figure-/, async (route) => {
      while (!host.fetched.includes(FIRST)) await new Promise((resolve) => setTimeout(resolve, 10));
      await route.continue();
    });
    await host.open({ html: (FIGURE + FIGURE).replaceAll('seed', 'loading="eager" seed') });
    await expect(printed(host)).toHaveCount(2);
    expect(wasms(host)).toEqual([FIRST]);
  });

  test('is what a figure of another engine begins with', async ({ host }) => {
    await host.open({ html: FIGURE.replace('seed', 'engine="torch-cpu-mkl" seed') });
    await expect(printed(host)).toHaveText(asPosted(publicOutput('llms-57-linux')));
    expect(wasms(host)).toEqual([WHOLE]);
  });

  test('comes at once for a figure of a random input', async ({ host }) => {
    const figure = '<dropout-playground input="torch.rand(2, 2)"></dropout-playground>';
    await host.open({ html: figure });
    await expect(printed(host, 'print(x)')).toContainText('tensor([[0.8823, 0.9150]');
    expect(wasms(host)).toEqual([FIRST, WHOLE]);
  });

  test('comes for a figure that begins with an input that needs it, or it says why not', async ({
    host,
  }) => {
    const html = '<dropout-playground input="[1, 1] + [2, 2]"></dropout-playground>';
    host.faults.set(WHOLE, {});
    await host.open({ html });
    await expect(host.page.getByRole('alert')).toContainText('could not be loaded');
    host.faults.clear();
    await host.open({ html });
    await expect(printed(host, 'print(x)')).toHaveText('tensor([3., 3.])');
    expect(wasms(host).slice(-2)).toEqual([FIRST, WHOLE]);
  });

  test('is nothing to who loads the package beside a figure: that has a core of its own', async ({
    host,
  }) => {
    await host.open({ html: FIGURE });
    await expect(printed(host)).toHaveText(asPosted(publicOutput('llms-57-macos')));
    const output = await host.page.evaluate(async (cdn) => {
      const { load } = await import(`${cdn}/index.js`);
      const { Generator } = await load();
      return String(new Generator('torch-cpu').manualSeed(42).rand([2, 2]));
    }, host.cdn);
    expect(output).toContain('0.8823, 0.9150');
    expect(wasms(host)).toEqual([FIRST, WHOLE]);
  });
});

test('two copies of the script, and elements of the page with names like ours, do no harm', {
  tag: '@engines',
}, async ({ host }) => {
  await host.open({
    html: `<copy-button>mine</copy-button><dropout-playground ${BOOK}></dropout-playground>
      <dropout-playground ${BOOK}></dropout-playground>`,
    scripts: ['dropout-playground.js', 'dropout-playground.js?copy'],
  });
  await expect(printed(host).last()).toHaveText(asPosted(publicOutput('llms-57-macos')));
  const names = await host.page.evaluate(() => ({
    isTheirs: customElements.get('copy-button') === undefined,
    inside: Array.from(
      document.querySelector('dropout-playground')?.shadowRoot?.firstElementChild?.children ?? [],
      ({ localName }) => localName,
    ),
  }));
  expect(names.isTheirs).toBe(true);
  expect(names.inside).toEqual([expect.stringMatching(/^playground-figure-\d+-\d+-\d+/)]);
});

test('two versions of the script do no harm: the first one’s figures are shown', async ({
  host,
}) => {
  await host.open({
    html: `<dropout-playground loading="eager" ${BOOK}></dropout-playground>`.repeat(2),
    scripts: ['newer/dropout-playground.js', 'dropout-playground.js'],
  });
  await expect(printed(host)).toHaveCount(2);
  for (const one of await printed(host).all()) {
    await expect(one).toHaveText(asPosted(publicOutput('llms-57-macos')));
  }
  const inside = await host.page.evaluate(() =>
    Array.from(
      document.querySelectorAll('dropout-playground'),
      (embed) => embed.shadowRoot?.querySelector('div > *')?.localName,
    ),
  );
  expect(inside).toEqual(['playground-figure-99-0-0', 'playground-figure-99-0-0']);
});

test('it can be removed in mid-computation, put elsewhere, and goes on', async ({ host }) => {
  await host.open({ html: `<main></main><dropout-playground ${BOOK}></dropout-playground>` });
  await host.page.evaluate(async () => {
    const embed = document.querySelector('dropout-playground') as Element;
    for (let i = 0; i < 20; ++i) {
      embed.remove();
      await new Promise((resolve) => setTimeout(resolve, 10 * (i % 3)));
      document.querySelector('main')?.append(embed);
      await new Promise((resolve) => setTimeout(resolve, 10 * (i % 2)));
    }
  });
  await expect(printed(host)).toHaveText(asPosted(publicOutput('llms-57-macos')));
});

test('the command line’s figure is read without a script, and comes to life with one', async ({
  host,
}) => {
  const cli = new URL('../../dist/cli.js', import.meta.url).pathname;
  const html = execFileSync(process.execPath, [
    ...[cli, 'torch.ones(6, 6)', '--seed', '123', '--engine', 'torch-cpu-mkl', '--html'],
  ]).toString();
  const posted = publicOutput('llms-57-linux');
  await host.open({ html, scripts: [] });
  const rows = host.page.getByRole('table', { name: 'train output' }).getByRole('row');
  for (const [i, row] of posted.entries()) {
    await expect(rows.nth(i).getByRole('cell')).toHaveText(row.map(String));
  }
  await host.open({ html });
  await expect(printed(host)).toHaveText(asPosted(posted));
  await expect(rows.first()).toBeHidden();
});

test('with everything in one file it asks for no other', { tag: '@engines' }, async ({ host }) => {
  await host.open({
    html: `<script src="{cdn}/dropout-playground.standalone.js"></script>
      <dropout-playground ${BOOK} lang="fr"></dropout-playground>`,
    scripts: [],
    policy: (cdn) => `script-src ${cdn} 'wasm-unsafe-eval'; connect-src 'none'`,
  });
  await expect(printed(host)).toHaveText(asPosted(publicOutput('llms-57-macos')));
  await expect(host.page.locator('label[for="input"]')).toHaveText('entrée, sous forme de texte');
  expect(host.fetched).toEqual(['dropout-playground.standalone.js']);
});

test.describe('in an iframe', () => {
  const book = 'input=torch.ones(6,6)&seed=123';
  const iframe = `<iframe src="{cdn}/frame.html?lang=de&controls=p%20printed#${book}" width="700"></iframe>`;
  const isWhole = (host: HostPage) =>
    host.page
      .frameLocator('iframe')
      .locator('html')
      .evaluate((html) => [html.scrollHeight - innerHeight, innerHeight > 400]);

  test('it shows what a link holds, as high as the lines of the guide make it', {
    tag: '@engines',
  }, async ({ host }) => {
    const guide = await readFile(new URL('../../docs/embed.md', import.meta.url), 'utf8');
    const lines = /```html\n(<script>.*?<\/script>)/s.exec(guide)?.[1] as string;
    await host.open({ html: iframe + lines, scripts: [] });
    const frame = host.page.frameLocator('iframe');
    const output = frame.getByRole('group', { name: TRAIN });
    await expect(output).toHaveText(asPosted(publicOutput('llms-57-macos')));
    await expect(frame.locator('label[for="p"]')).toContainText('Dropout-Wahrscheinlichkeit');
    await expect.poll(() => isWhole(host)).toEqual([0, true]);
  });

  test('it tells its height to who asks for it', async ({ host }) => {
    await host.open({ html: iframe, scripts: [] });
    await expect(
      host.page.frameLocator('iframe').getByRole('group', { name: TRAIN }),
    ).not.toBeEmpty();
    await host.page.evaluate(() => {
      const frame = document.querySelector('iframe') as HTMLIFrameElement;
      addEventListener('message', ({ data }) => {
        frame.height = data.height;
      });
      frame.contentWindow?.postMessage({ type: 'dropout-playground' }, '*');
    });
    await expect.poll(() => isWhole(host)).toEqual([0, true]);
  });
});

test('a hundred share one instance, take little, and give it back', async ({
  host,
  browserName,
}) => {
  test.skip(browserName !== 'chromium', 'others tell nothing of their heap');
  test.slow();
  const { page } = host;
  await page.addInitScript(() => {
    const counted = { instances: 0 };
    const { instantiate } = WebAssembly;
    Object.assign(globalThis, { counted });
    Object.assign(WebAssembly, {
      instantiate: (...call: Parameters<typeof instantiate>) => {
        counted.instances += 1;
        return instantiate(...call);
      },
    });
  });
  const embed =
    '<dropout-playground loading="eager" input="[[1, 2, 3], [4, 5, 6]]"></dropout-playground>';
  await host.open({ html: embed.repeat(100) });
  // One after the other: on a busy machine that is a minute.
  await expect(printed(host)).toHaveCount(100, { timeout: 300_000 });
  const session = await page.context().newCDPSession(page);
  const heap = async () => {
    await page.waitForTimeout(500);
    for (let i = 0; i < 2; ++i) await session.send('HeapProfiler.collectGarbage');
    return (await session.send('Runtime.getHeapUsage')).usedSize;
  };
  const ofHundred = await heap();
  await page.evaluate(() => {
    for (const embed of [...document.querySelectorAll('dropout-playground')].slice(1))
      embed.remove();
  });
  const ofOne = await heap();
  const apiece = (ofHundred - ofOne) / 99;
  console.log(`heap apiece: ${Math.round(apiece)} B`);
  expect(apiece).toBeLessThan(150_000);

  await page.evaluate(async () => {
    const embed = document.querySelector('dropout-playground') as Element;
    for (let i = 0; i < 1000; ++i) {
      embed.remove();
      if (i % 50 === 0) await new Promise(requestAnimationFrame);
      document.body.append(embed);
    }
  });
  // No more than one of them takes: a thousand left behind would be much more.
  expect((await heap()) - ofOne).toBeLessThan(150_000);
  expect(await page.evaluate(() => (globalThis as { counted?: unknown }).counted)).toEqual({
    instances: 1,
  });
});

test.describe('a large tensor', () => {
  const LARGE = '<dropout-playground input="torch.ones(300, 300)" seed="123"></dropout-playground>';

  test('is computed by a worker that imports the CDN’s', async ({ host }) => {
    await host.open({ html: LARGE });
    await expect(host.page.getByText('300 × 300').first()).toBeVisible();
    expect(host.fetched).toContain('experiment-host.js');
  });

  test('can be removed while it is computed, and is computed again elsewhere', async ({ host }) => {
    // Of so many calls that it is not done before it has been seen, on any machine.
    await host.open({ html: LARGE.replace('300, 300)"', '3000, 3000)" call="1000"') });
    await expect(host.page.getByRole('progressbar').first()).toBeVisible();
    await host.page.evaluate(async () => {
      const embed = document.querySelector('dropout-playground') as Element;
      embed.remove();
      await new Promise((resolve) => setTimeout(resolve, 200));
      document.body.append(embed);
      embed.setAttribute('input', 'torch.ones(300, 300)');
      embed.removeAttribute('call');
    });
    await expect(host.page.getByText('300 × 300').first()).toBeVisible();
  });

  test('where no worker may be started is told of in the figure', async ({ host }) => {
    await host.open({ html: '<dropout-playground></dropout-playground>', policy: STRICT });
    await expect(printed(host)).toHaveText('tensor([2., 4., 6., 8.])');
    await host.embed.evaluate((embed) => embed.setAttribute('input', 'torch.ones(300, 300)'));
    await expect(host.page.getByRole('alert')).toContainText('worker');
    await host.embed.evaluate((embed) => embed.setAttribute('input', '[1, 2, 3, 4]'));
    await expect(printed(host)).toHaveText('tensor([2., 4., 6., 8.])');
    await expect(host.page.getByRole('alert')).toHaveCount(0);
  });
});

const WRONG = [
  ['an input that readers are not offered', 'input="[1, " controls=""', 'line 1, column'],
  ['p of a large tensor', 'input="torch.ones(300, 300)" p="2"', 'has to be between 0 and 1'],
  [
    'a size beyond all memory',
    'input="torch.ones(99999, 99999)" controls="p"',
    'does not fit into memory',
  ],
] as const;

test('what is wrong from the start is told of beside what stands in for it', async ({ host }) => {
  await checkRows(WRONG, { title: ([name]) => name }, async ([, attributes, sentence]) => {
    await host.open({ html: `<dropout-playground ${attributes}></dropout-playground>` });
    await expect(host.page.getByRole('alert')).toContainText(sentence);
    await expect(host.page.getByRole('grid', { name: 'train output' })).toBeVisible();
  });
});

test('hostile attributes are texts that are wrong, told of in the figure', async ({ host }) => {
  await host.open({ html: '<dropout-playground></dropout-playground>' });
  await expect(printed(host)).toHaveText('tensor([2., 4., 6., 8.])');
  const { page } = host;
  const hostile = [
    { input: '<img src=x onerror="throw Error(1)">' },
    { input: 'torch.ones(99999, 99999)' },
    { input: `[${'1,'.repeat(500_000)}1]`, p: '0.5' },
    { input: '['.repeat(100_000) },
    { input: '[1, 2]', p: 'NaN' },
    { p: '1e308' },
    { p: '-1', seed: '9'.repeat(10_000) },
    { seed: '\ud800', engine: '\udfff' },
    { call: '1e9', layer: '__proto__' },
    { controls: 'constructor __proto__ p', gradient: '</script>' },
  ];
  for (const attributes of hostile) {
    await host.embed.evaluate((embed, all) => {
      for (const [name, value] of Object.entries(all)) embed.setAttribute(name, value as string);
    }, attributes);
    await page.waitForTimeout(100);
  }
  await host.embed.evaluate((embed) => {
    for (const name of embed.getAttributeNames()) embed.removeAttribute(name);
  });
  await expect(printed(host)).toHaveText('tensor([2., 4., 6., 8.])');
  await expect(page.locator('img')).toHaveCount(0);
});
