// Links: what an experiment is called in an address, and what any address means.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { load } from '../../web/core/node.ts';
import {
  compact,
  fragmentOf,
  LONGEST_LINK,
  labIn,
  labPair,
  lessonIn,
  machinesIn,
  readFragment,
  UnreadableLink,
} from '../../web/experiment/link.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../web/experiment/settings.ts';

interface Link {
  fragment: string;
  settings: Partial<Settings>;
  /** Those that it says are compared. */
  machines?: string;
}

const { links }: { links: Link[] } = JSON.parse(
  readFileSync(new URL('../fixtures/links.json', import.meta.url), 'utf8'),
);

/** What links have always meant where they say nothing, whatever the page opens with. */
const LEFT_OUT: Settings = {
  input: '[1, 2, 3, 4]',
  p: '0.5',
  seed: '42',
  engine: 'torch-cpu',
  layer: 'Dropout',
  inplace: 'false',
  call: '1',
  gradient: '',
  skip: '0',
  reseed: '',
  earlier: '',
};

const settingsOf = (changes: Partial<Settings>): Settings => ({ ...LEFT_OUT, ...changes });

describe('every link ever made', () => {
  for (const { fragment, settings, machines = '' } of links) {
    test(`means the same: #${fragment}`, () => {
      for (const text of [`#${fragment}`, fragment]) {
        assert.deepEqual(readFragment(text), settingsOf(settings));
        assert.equal(machinesIn(text), machines);
      }
    });
  }

  test('is made again of what it means', () => {
    for (const { fragment, settings, machines } of links) {
      assert.equal(fragmentOf(settingsOf(settings), machines), fragment);
    }
  });

  test('is what a browser keeps as it is, and URL too', () => {
    for (const { fragment } of links) {
      assert.equal(new URL(`https://example.org/#${fragment}`).hash.replace(/^#/, ''), fragment);
    }
  });
});

describe('the step of the lesson', () => {
  test('is named by a fragment that is no experiment', () => {
    assert.equal(lessonIn('#lesson=why-survivors-grow'), 'why-survivors-grow');
    assert.equal(readFragment('#lesson=why-survivors-grow'), null);
    assert.equal(lessonIn('#program=1.c0_O&lesson=what-p-means'), 'what-p-means');
  });

  test('is none where a fragment says something else', () => {
    for (const fragment of [
      '',
      '#lesson',
      '#seed=1',
      '#lesson=',
      '#lesson=%3Cb%3E',
      '#lesson=A_b',
    ]) {
      assert.equal(lessonIn(fragment), '', fragment);
    }
  });
});

describe('what the lab trains', () => {
  const lab = 'curve,p=0.3,seed=7';

  test('is read beside an experiment, a place and nothing else', () => {
    for (const fragment of ['', 'why&', 'seed=1&']) {
      assert.equal(labIn(`#${fragment}${labPair(lab)}`), lab);
    }
    assert.equal(labIn('#seed=1'), '');
  });

  test('is no experiment', () => {
    assert.equal(readFragment(`#${labPair(lab)}`), null);
    assert.deepEqual(readFragment(`#${labPair(lab)}&seed=1`), settingsOf({ seed: '1' }));
  });

  test('is as readable in an address as it is written', () => {
    assert.equal(labPair(lab), `lab=${lab}`);
    assert.equal(labPair(''), '');
  });
});

describe('a link', () => {
  const sixteen =
    '[[-1.2345, -2.3456, -3.4567, -4.5678], [-5.6789, -6.7891, -7.8912, -8.9123], \
[-9.1234, -1.3456, -2.4567, -3.5678], [-4.6789, -5.7891, -6.8912, -7.9123]]';

  test('of 16 values has at most 160 characters', () => {
    const settings = settingsOf({ input: sixteen, p: '0.3', seed: '123' });
    assert.ok((fragmentOf(settings) as string).length <= 160);
    const printed = `tensor(${sixteen.replaceAll('], [', '],\n        [')})`;
    assert.equal(fragmentOf({ ...settings, input: printed }), fragmentOf(settings));
  });

  test('survives Markdown and chats: plain characters, a plain end, parentheses that match', () => {
    const hostile = [
      'a b',
      '"',
      "'",
      '<b>',
      '`x`',
      '*x*',
      '~',
      '|',
      '\\',
      '{}',
      '!',
      '?',
      '#',
      '%',
    ];
    const inputs = ['[1]', '(1,)', '[1,', '1.', 'x)', '-', '"1","2"', '[1;2]', ...hostile];
    for (const input of inputs) {
      for (const seed of ['42', '7', '', ...hostile]) {
        const fragment = fragmentOf(settingsOf({ input, seed })) as string;
        assert.match(fragment, /^[\w[\]().,:/=&%-]*[A-Za-z\d=]$/);
        const meant = readFragment(fragment) as Settings;
        assert.deepEqual([compact(meant.input), meant.seed], [compact(input), seed]);
      }
    }
  });

  test('is never empty: the page by itself opens with something else', () => {
    assert.equal(fragmentOf(LEFT_OUT), 'seed=42');
    assert.equal(fragmentOf(settingsOf({ input: ' [1,2,\n3, 4]' })), 'seed=42');
    assert.deepEqual(readFragment('input=[1,2,3,4]&p=0.5&seed=42'), LEFT_OUT);
  });

  test('of what the page opens with says so, and is read as that', () => {
    const fragment = fragmentOf(DEFAULT_SETTINGS) as string;
    assert.equal(fragment, 'input=[[1,2,3,4],[5,6,7,8]]&seed=42');
    assert.deepEqual(readFragment(fragment), DEFAULT_SETTINGS);
  });

  test('that leaves out one setting or more shows what it showed when it was made', () => {
    for (const [fragment, changes] of [
      ['seed=7', { seed: '7' }],
      ['p=0.3', { p: '0.3' }],
      ['input=[1,2]', { input: '[1, 2]' }],
      ['call=3', { call: '3' }],
      ['engine=torch-cpu-mkl', { engine: 'torch-cpu-mkl' }],
      ['machines=torch-cpu/jax', {}],
      ['v=1&p=0.25', { p: '0.25' }],
    ] as const) {
      assert.deepEqual(readFragment(fragment), settingsOf(changes));
    }
  });

  test('is none where it would be too long', () => {
    assert.equal(fragmentOf(settingsOf({ input: `[${'1,'.repeat(20_000)}1]` })), null);
    assert.equal(fragmentOf(settingsOf({ input: 'x'.repeat(1_000_000) })), null);
    assert.equal(fragmentOf(settingsOf({ seed: ' '.repeat(LONGEST_LINK) })), null);
  });

  test('holds half a surrogate pair without failing', () => {
    assert.equal(
      fragmentOf(settingsOf({ seed: 'a\ud83c', engine: 'tfjs' })),
      'seed=a%EF%BF%BD&engine=tfjs',
    );
  });
});

describe('a fragment', () => {
  test('with names nobody knows is read without them', () => {
    assert.deepEqual(
      readFragment('#seed=7&colour=red&__proto__=1&constructor=x'),
      settingsOf({ seed: '7' }),
    );
  });

  test('of a later version is no experiment', () => {
    assert.deepEqual(readFragment('#v=2&seed=7'), new UnreadableLink('newer version'));
    assert.deepEqual(readFragment('#v=1&seed=7'), settingsOf({ seed: '7' }));
  });

  test('that names a place on the page is no experiment either', () => {
    assert.equal(readFragment('#code'), null);
    assert.equal(readFragment(''), null);
    assert.equal(readFragment('#'), null);
  });

  test('has machines that there are not left out, and is not without end', () => {
    assert.equal(machinesIn('#seed=7'), '');
    assert.equal(machinesIn('#machines'), '');
    assert.equal(machinesIn('#v=2&machines=jax'), '');
    assert.equal(
      machinesIn('#machines=abacus/torch-cuda,gpu=GTX%201650/jax'),
      'torch-cuda,gpu=GTX 1650 jax',
    );
    assert.equal(machinesIn('#machines=torch-cuda,gpu=T4/abacus'), 'torch-cuda,gpu=T4');
    assert.equal(machinesIn('#machines=jax/abacus'), 'jax');
    assert.equal(machinesIn('#machines=foo/bar'), '');
    const many = Array.from({ length: 1000 }, (_, i) => `tfjs,key=${i}`).join('/');
    assert.ok(machinesIn(`#machines=${many}`).split(' ').length <= 16);
  });

  test('of any kind does not throw', () => {
    const hostile = [
      'seed=%',
      'seed=%E0%A4%A',
      'input=%ff%fe',
      'input=\ud83c&seed=\udf00',
      '&&==&=&',
      'input=<script>alert(1)</script>',
      'input=%3Cimg%20src=x%20onerror=alert(1)%3E',
      'p=1e308&seed=NaN&call=-1&engine=__proto__&layer=toString',
      `input=${'['.repeat(30_000)}`,
    ];
    for (const fragment of hostile) {
      const settings = readFragment(`#${fragment}`) as Settings;
      assert.deepEqual(Object.keys(settings), Object.keys(LEFT_OUT));
    }
    assert.equal(readFragment('%'), null);
    const long = `input=${'1,'.repeat(500_000)}`;
    assert.deepEqual(readFragment(long), new UnreadableLink('too long'));
  });
});

test('dropping white space leaves the tensor as it was', async () => {
  const core = await load();
  const corpus = new URL('../fuzz/corpus/parse/', import.meta.url);
  const texts = [
    ...readdirSync(corpus).map((file) => readFileSync(new URL(file, corpus), 'utf8')),
    ...links.map(({ settings }) => settings.input ?? ''),
    '[[ 1.  -2. ]\n [ 3.5  nan]]',
    '[1 -2 3]',
    '[1 - 2]',
    '2 * torch.ones(2) ** 2 / 3 - 1',
    '( torch.ones( 2 , 3 ) + 1 ) * 2',
    '[ [ 1 , 2 ] , [ 3 , 4 ] ]',
    'x = torch.tensor( [ [ 1. ] ] )',
    'tensor([1, 2])',
    'tensor([1., 2], dtype=torch.float64)',
    'tensor([1.5, 2.])',
    'torch.tensor([1e3])',
    'a == [1]',
  ];
  const tensorOf = (text: string) => {
    for (const engine of ['torch-cpu', 'numpy', 'numpy-pcg64'] as const) {
      const generator = new core.Generator(engine).manualSeed(7);
      try {
        const tensor = core.parse(text, { generator });
        const bytes = new Uint8Array(tensor.toTypedArray().buffer);
        return [tensor.dtype, [...tensor.shape], [...bytes], [...generator.state.bytes]];
      } catch (error) {
        if (!/draws from/.test((error as Error).message)) return null;
      }
    }
    return null;
  };
  let read = 0;
  for (const text of texts) {
    const before = tensorOf(text);
    if (before) {
      ++read;
      assert.deepEqual(tensorOf(compact(text)), before, text);
      assert.ok(compact(text).length <= text.length);
    }
  }
  assert.ok(read > 50);
});
