// <dropout-playground> under the policies, origins and sandboxes that posts are served with: where the
// figure is alive, where large tensors are, and what is said where one of them is not.
import { expect, type HostOptions, type HostPage, test } from './host-page.ts';
import { asPosted, publicOutput } from './public-outputs.ts';

const TRAIN = 'print(drop.train()(x))';
const BOOK =
  '<dropout-playground input="torch.ones(6, 6)" seed="123"><p>six by six</p></dropout-playground>';
const LARGE =
  '<dropout-playground loading="eager" input="torch.ones(300, 300)"></dropout-playground>';

const WASM =
  "script-src {cdn} 'wasm-unsafe-eval'; connect-src {cdn}; style-src 'self'; img-src data:";
const STRICT = `default-src 'none'; ${WASM}`;
const TRUSTED = "require-trusted-types-for 'script'";

type Place = Omit<HostOptions, 'html'>;

interface Row {
  name: string;
  place: Place;
  /** What a large tensor beside it comes to; there is none without it. */
  large?: 'computed' | 'told of' | 'computed, or told of';
}

const policy = (text: string) => (cdn: string) => text.replaceAll('{cdn}', cdn);

const ROWS: Row[] = [
  { name: 'its own host, no policy', place: { isOwn: true }, large: 'computed' },
  { name: 'another host, no policy', place: {}, large: 'computed' },
  {
    name: 'its own host, a strict policy',
    // Without worker-src, script-src is what a worker has to be in.
    place: { isOwn: true, policy: policy(STRICT) },
    large: 'computed',
  },
  { name: 'another host, a strict policy', place: { policy: policy(STRICT) }, large: 'told of' },
  {
    name: 'another host, a strict policy that allows the worker',
    place: { policy: policy(`${STRICT}; worker-src blob: {cdn}`) },
    large: 'computed',
  },
  {
    name: 'trusted types',
    place: {
      policy: policy(`${STRICT}; worker-src blob: {cdn}; ${TRUSTED}; trusted-types lit-html`),
    },
    large: 'told of',
  },
  // Which may store nothing, either. Chromium starts no worker there.
  {
    name: 'a sandbox of an origin of its own',
    place: { sandbox: 'allow-scripts' },
    large: 'computed, or told of',
  },
  {
    name: 'a sandbox of an origin of its own, a strict policy',
    place: { sandbox: 'allow-scripts', policy: policy(STRICT) },
  },
  {
    name: 'a sandbox of the same origin',
    place: { sandbox: 'allow-scripts allow-same-origin', isOwn: true },
    large: 'computed',
  },
];

const printed = (host: HostPage) =>
  host.post.locator('dropout-playground').first().getByRole('group', { name: TRAIN, exact: true });

for (const { name, place, large } of ROWS) {
  const claims = `prints what a book printed${large ? `, and a large tensor is ${large}` : ''}`;
  test(`from ${name}: ${claims}`, { tag: '@engines' }, async ({ host }) => {
    await host.open({ ...place, html: BOOK + (large ? LARGE : '') });
    await expect.soft(printed(host)).toHaveText(asPosted(publicOutput('llms-57-macos')));
    const computed = host.post.getByText('300 × 300').first();
    const told = host.post.getByRole('alert').filter({ hasText: 'worker' });
    if (large === 'computed') await expect(computed).toBeVisible();
    else if (large === 'told of') await expect(told).toBeVisible();
    else if (large) await expect(computed.or(told)).toBeVisible();
  });
}

test('in a sandbox without scripts what stands inside of the element is read', {
  tag: ['@engines', '@scriptless-frame'],
}, async ({ host }) => {
  await host.open({ sandbox: '', html: BOOK });
  await expect(host.post.getByText('six by six')).toBeVisible();
});

test('a policy that lets it make no templates leaves the fallback, and says so', {
  tag: '@engines',
}, async ({ host }) => {
  await host.open({ policy: policy(`${STRICT}; ${TRUSTED}; trusted-types 'none'`), html: BOOK });
  await expect(host.post.getByRole('alert')).toBeVisible();
  await expect(host.post.getByText('six by six')).toBeVisible();
});

const ISOLATED = { 'Cross-Origin-Embedder-Policy': 'require-corp' };

test('on an isolated page the script is as anywhere, and a frame needs headers of its own', {
  tag: '@engines',
}, async ({ host }) => {
  const html = `${BOOK}<iframe src="{cdn}/embed/1/frame.html#seed=42" width="600" height="600"></iframe>`;
  await host.open({ html, headers: ISOLATED });
  await expect(printed(host)).toHaveText(asPosted(publicOutput('llms-57-macos')));
  const grid = host.page
    .frameLocator('iframe')
    .getByRole('grid', { name: 'train output', exact: true });
  await expect(grid).toHaveCount(0);
  await host.open({
    html,
    headers: ISOLATED,
    cdnHeaders: { ...ISOLATED, 'Cross-Origin-Resource-Policy': 'cross-origin' },
  });
  await expect(grid).toBeVisible();
});
