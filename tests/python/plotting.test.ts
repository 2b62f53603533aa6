// matplotlib: what a program plots is told in numbers, and what is not there is left out with a warning.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Interpreter, Program } from '../../web/python/interpreter.ts';
import { type PlottedFigure, readFigure } from '../../web/python/plotted-figure.ts';
import { startInterpreter } from './start-interpreter.ts';

let interpreter: Interpreter;
before(async () => {
  interpreter = await startInterpreter();
});

const PLT = 'import matplotlib.pyplot as plt\n';

function run(
  source: string,
  { hears = true, ...more }: Partial<Program> & { hears?: boolean } = {},
) {
  const told = { stdout: '', stderr: '', figures: [] as PlottedFigure[], status: 0 };
  told.status = interpreter.run(
    { source, filename: 'program.py', ...more },
    {
      stdout: (bytes) => {
        told.stdout += Buffer.from(bytes);
      },
      stderr: (bytes) => {
        told.stderr += Buffer.from(bytes);
      },
      ...(hears && {
        figure: (text: string) => {
          const figure = readFigure(text);
          assert.ok(figure, text);
          told.figures.push(figure);
        },
      }),
    },
  );
  return told;
}

/** Of a program without a word on stderr. */
function axesOf(source: string) {
  const { figures, stderr } = run(`${PLT}${source}\nplt.show()\n`);
  assert.equal(stderr, '');
  const [axes] = figures[0]?.axes ?? [];
  assert.ok(axes);
  return axes;
}

describe('a program that plots', () => {
  test('tells of lines, points and bars, with their labels and limits', () => {
    const axes = axesOf(
      [
        'import torch',
        'plt.plot([1, 2, 4], label="loss")',
        'plt.plot(torch.arange(3), torch.ones(3), "r--o", lw=3)',
        'plt.scatter([0.5], [1.5], c="tab:green", s=16)',
        'plt.title("T"); plt.xlabel("step"); plt.ylabel("loss"); plt.legend(); plt.grid(True)',
      ].join('\n'),
    );
    const { title, xlabel, ylabel, grid, legend, xlim, ylim, artists } = axes;
    assert.deepEqual(
      { title, xlabel, ylabel, grid, legend },
      {
        ...{ title: 'T', xlabel: 'step', ylabel: 'loss', grid: true, legend: true },
      },
    );
    assert.deepEqual(
      [xlim, ylim],
      [
        [-0.1, 2.1],
        [0.85, 4.15],
      ],
    );
    assert.deepEqual(artists[0], {
      ...{ kind: 'line', x: [0, 1, 2], y: [1, 2, 4], colour: 'C0', style: '-', width: 1.5 },
      ...{ marker: '', alpha: 1, label: 'loss' },
    });
    assert.deepEqual(artists[1], {
      ...{ kind: 'line', x: [0, 1, 2], y: [1, 1, 1], colour: 'red', style: '--', width: 3 },
      ...{ marker: 'o', alpha: 1, label: null },
    });
    assert.deepEqual(artists[2], {
      ...{ kind: 'points', x: [0.5], y: [1.5], marker: 'o', alpha: 1, size: 4, cmap: null },
      ...{ label: null, colour: 'C2', shades: null, colours: null },
    });
  });

  test('counts a histogram as NumPy does', () => {
    const { stdout } = run(
      `${PLT}n, bins, _ = plt.hist([0, 1, 1, 2, 4], bins=4)\nprint(n, bins)\nn, bins, _ = plt.hist([0, 1, 1, 2, 4], bins=[0, 1, 4], density=True)\nprint(n, bins)`,
    );
    // numpy.histogram([0, 1, 1, 2, 4], 4) of NumPy 1.24; with the bins [0, 1, 4] and density=True
    assert.equal(stdout, '[1. 2. 1. 1.] [0. 1. 2. 3. 4.]\n[0.2        0.26666667] [0. 1. 4.]\n');
  });

  test('has names along an axis, and bars that begin at it', () => {
    const { xticks, xlim, ylim, artists } = axesOf('plt.bar(["train", "eval"], [2.0, 1.0])');
    assert.deepEqual(xticks, [
      [0, 1],
      ['train', 'eval'],
    ]);
    assert.deepEqual(
      xlim.map((one) => Number(one.toFixed(6))),
      [-0.49, 1.49],
    );
    assert.deepEqual(ylim, [0, 2.1]);
    assert.deepEqual(artists[0]?.kind === 'bars' && artists[0].x, [0, 1]);
  });

  test('shows a tensor as an image, its first row on top', () => {
    const { ylim, xlim, artists, equal } = axesOf(
      'import torch\nplt.imshow(torch.tensor([[0., 2.], [1., float("nan")]]), cmap="gray"); plt.colorbar()',
    );
    assert.deepEqual([xlim, ylim, equal], [[-0.5, 1.5], [1.5, -0.5], true]);
    assert.deepEqual(artists[0], {
      ...{
        kind: 'image',
        rows: [
          [0, 2],
          [1, null],
        ],
        extent: [-0.5, 1.5, 1.5, -0.5],
      },
      ...{ low: 0, high: 2, cmap: 'gray', scale: '' },
    });
  });

  test('has diagrams in rows and columns, and goes through them as through an array', () => {
    const { figures, stderr } = run(
      [
        'from matplotlib import pyplot as plt',
        'fig, axes = plt.subplots(2, 2, figsize=(8, 4))',
        'for i, ax in enumerate(axes.flat):',
        '    ax.plot([i, i]); ax.set_title(str(i))',
        'axes[1, 0].set_ylim(0, 9)',
        'fig.suptitle("all"); fig.tight_layout(); plt.show()',
      ].join('\n'),
    );
    assert.equal(stderr, '');
    assert.deepEqual(
      figures[0]?.axes.map(({ place, title }) => [...place, title]),
      [
        ...[
          [2, 2, 0, 0, '0'],
          [2, 2, 1, 1, '1'],
          [2, 2, 2, 2, '2'],
          [2, 2, 3, 3, '3'],
        ],
      ],
    );
    assert.deepEqual(figures[0]?.axes[2]?.ylim, [0, 9]);
    assert.deepEqual([figures[0]?.title, figures[0]?.size], ['all', [8, 4]]);
  });

  test('tells its figures in the order in which they are shown, each once', () => {
    const { figures } = run(
      `${PLT}for i in range(3):\n    plt.figure(); plt.plot([i]); plt.title(str(i))\n    if i == 0: plt.show()\nplt.show()\nplt.show()`,
    );
    assert.deepEqual(
      figures.map(({ axes }) => axes[0]?.title),
      ['0', '1', '2'],
    );
  });

  test('draws on a logarithmic axis, with rules, areas, steps and texts', () => {
    const { yscale, ylim, artists } = axesOf(
      'plt.semilogy([1, 10, 100]); plt.axhline(10, ls=":"); plt.fill_between([0, 2], 1, [2, 3], alpha=.3); plt.step([0, 1], [1, 2]); plt.text(1, 2, "here")',
    );
    assert.equal(yscale, 'log');
    assert.ok(ylim[0] > 0.7 && ylim[0] < 1 && ylim[1] > 100);
    assert.deepEqual(
      artists.map(({ kind }) => kind),
      ['line', 'rule', 'area', 'line', 'text'],
    );
  });
});

describe('what is not there', () => {
  test('warns at the line of the program, and the program goes on', () => {
    const { figures, stderr, stdout, status } = run(
      `${PLT}fig, ax = plt.subplots()\nax.quiver([1], [2])\nplt.polar([1], [1]).set_x(3)\nax.plot([1])\nplt.show()\nprint("end")`,
    );
    assert.equal(status, 0);
    assert.equal(stdout, 'end\n');
    assert.equal(figures.length, 1);
    assert.match(stderr, /^program\.py:3: UserWarning: Axes\.quiver is not in the playground/m);
    assert.match(stderr, /^program\.py:4: UserWarning: pyplot\.polar is not in the playground/m);
  });

  test('is an error where Python asks for a module', () => {
    const { stderr } = run('import matplotlib.ticker');
    assert.match(stderr, /No module named 'matplotlib.ticker': of it the playground has pyplot/);
  });

  test('says what matplotlib says of what cannot be plotted', () => {
    const { stderr } = run(`${PLT}plt.plot([1, 2], [1, 2, 3])`);
    assert.match(
      stderr,
      /ValueError: x and y must have same first dimension, but have shapes \(2,\) and \(3,\)\n$/,
    );
    assert.match(
      run(`${PLT}import torch\nplt.plot(torch.ones(2, requires_grad=True))`).stderr,
      /RuntimeError: Can't call numpy\(\) on Tensor that requires grad/,
    );
  });
});

describe('where nobody sees figures', () => {
  test('show() says how many there would be', () => {
    const { stderr, stdout } = run(
      `${PLT}plt.plot([1]); plt.figure(); plt.plot([2]); plt.show(); plt.show()\nprint(1)`,
      { hears: false },
    );
    assert.equal(stderr, 'matplotlib: 2 figures would be shown here, on a screen\n');
    assert.equal(stdout, '1\n');
  });

  test('savefig() writes nothing and says so', () => {
    const { stderr } = run(`${PLT}plt.plot([1]); plt.savefig("a.png")`, { hears: false });
    assert.match(
      stderr,
      /UserWarning: savefig writes no file in the playground, so that a.png is not there\n/,
    );
  });
});

test('savefig() shows the figure where somebody sees it, once', () => {
  const { stderr, figures } = run(`${PLT}plt.plot([1]); plt.savefig("a.png"); plt.show()`);
  assert.match(stderr, /a.png is not there: the figure is shown instead\n/);
  assert.equal(figures.length, 1);
});

test('a cell shows what it has plotted, reads past its command, and needs no import', () => {
  const { figures, stderr } = run('%matplotlib inline\nplt.plot([1, 2])\nplt.title("a")\n', {
    isFragment: true,
  });
  assert.equal(figures.length, 1);
  assert.equal(stderr, '');
});

test('the next program begins with no figure', () => {
  run(`${PLT}plt.plot([1])`);
  assert.equal(run(`${PLT}plt.show()`).figures.length, 0);
});

test('what a program forges is no figure', () => {
  for (const text of [
    '',
    '[]',
    '{"title":"","size":[1,1],"axes":[{}]}',
    '{"title":"","size":[1],"axes":[]}',
  ]) {
    assert.equal(readFigure(text), undefined);
  }
});
