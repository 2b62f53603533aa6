// The picture of an experiment: x × mask × scale = train, and eval beside it, as on the page.
import { msg, str } from '@lit/localize';
import { factorOf, scalingOf } from '../../../experiment/derivation/scaling.ts';
import type { Result } from '../../../experiment/experiment.ts';
import { machineName, machineOf } from '../../../experiment/machines.ts';
import { frameworkOf } from '../../../experiment/read-settings.ts';
import { DEFAULT_SETTINGS } from '../../../experiment/settings.ts';
import type { ShownTensor } from '../../../experiment/shown-tensor.ts';
import { formatNumber, formatPercent } from '../../../i18n/number-format.ts';
import { type Drawing, type Shape, wordsWidth } from './drawing.ts';
import { PALETTE } from './palette.ts';
import { moved, type Panel, type PanelContent, panelOf, textsOf, words } from './panel.ts';

const MARGIN = 28;
/** A wider picture is broken into lines, so that it can be read in a post. */
const WIDEST = 1400;
const BETWEEN = 18;

/** A panel, or the operator between two panels. */
interface Part {
  width: number;
  panel: Panel | null;
  /** The shapes with the part's left edge at x = 0 and the middle of its cells at y = 0. */
  shapes: readonly Shape[];
}

export function experimentDrawing(result: Result): Drawing {
  const { x, train, eval: unchanged, kept, mask, dropped } = result;
  const largest = Math.max(x.largest, train.largest);
  const panel = (
    name: string,
    code: string,
    figure: ShownTensor,
    more: Partial<PanelContent> = {},
  ): Part => {
    const drawn = panelOf({
      name,
      code,
      below: sumsText(figure),
      shape: figure.shape,
      values: figure.values as ArrayLike<number>,
      texts: textsOf(figure),
      kept: null,
      isMask: false,
      largest,
      ...more,
    });
    return { width: drawn.width, panel: drawn, shapes: [] };
  };
  const share = formatPercent(mask.size === 0 ? 0 : dropped / mask.size);
  const input = panel(msg('input', { id: 'input' }), 'x', x);
  const decisions = panel(msg('mask', { id: 'mask' }), '', x, {
    below: `${droppedText(result)} · ${share}`,
    values: kept,
    texts: x.cells ? Array.from(kept, String) : null,
    kept,
    isMask: true,
  });
  const output = panel(msg('train output', { id: 'train' }), 'drop.train()', train, { kept });
  const evaluated = panel(msg('eval output', { id: 'eval' }), 'drop.eval()', unchanged);

  const lines = broken([
    [input, operator(scalingOf(result).join), decisions, scaleOf(result), operator('=')],
    [output, rule(output), evaluated],
  ]);
  return composed(lines, result);
}

/** The parts in one line if they fit; otherwise in two lines, or with each panel in a line of its own. */
function broken([first, second]: [Part[], Part[]]): Part[][] {
  const widthOf = (parts: readonly Part[]) =>
    parts.reduce((sum, { width }) => sum + width + BETWEEN, -BETWEEN);
  const all = [...first, ...second];
  if (widthOf(all) <= WIDEST) return [all];
  if (widthOf(first) <= WIDEST && widthOf(second) <= WIDEST) return [first, second];
  return all.filter(({ panel }) => panel).map((part) => [part]);
}

function composed(lines: readonly Part[][], result: Result): Drawing {
  const shapes: Shape[] = [];
  const title = titleOf(result);
  let right = wordsWidth(title, 'mono', 18);
  let y = MARGIN + 44;
  for (const line of lines) {
    const panels = line.flatMap(({ panel }) => panel ?? []);
    const height = Math.max(...panels.map((panel) => panel.height));
    const [highest] = panels.toSorted((a, b) => b.height - a.height) as [Panel, ...Panel[]];
    const middle = y + (highest.top + highest.bottom) / 2;
    let x = MARGIN;
    for (const { width, panel, shapes: own } of line) {
      if (panel) shapes.push(...panel.shapes.map((shape) => moved(shape, x, y)));
      shapes.push(...own.map((shape) => moved(shape, x, middle)));
      x += width + BETWEEN;
    }
    right = Math.max(right, x - BETWEEN - MARGIN);
    y += height + 26;
  }
  const settings = settingsOf(result);
  right = Math.max(right, wordsWidth(settings, 'sans', 13));
  const width = Math.ceil(right + 2 * MARGIN);
  const height = Math.ceil(y + MARGIN - 26);
  const heading = [
    words(title, MARGIN, MARGIN + 14, {
      family: 'mono',
      size: 18,
      weight: 600,
      colour: PALETTE.accent,
    }),
    words(settings, MARGIN, MARGIN + 36 - 2, { size: 13 }),
  ];
  return {
    width,
    height: height + 10,
    title: `${title}, ${settings}`,
    description: descriptionOf(result),
    shapes: [
      {
        kind: 'box',
        x: 0,
        y: 0,
        width,
        height: height + 10,
        radius: 16,
        fill: PALETTE.card,
      },
      ...heading,
      ...shapes.map((shape) => moved(shape, 0, 10)),
    ],
  };
}

function operator(text: string): Part {
  const width = 16;
  const sign = words(text, width / 2, 7, { anchor: 'middle', size: 20 });
  return { width, panel: null, shapes: [sign] };
}

function scaleOf(result: Result): Part {
  const scaling = scalingOf(result);
  const { sign, formula } = scaling;
  const scaled = `${sign} ${factorOf(scaling, formatNumber)}`;
  const width = Math.max(wordsWidth(formula, 'mono', 12), wordsWidth(scaled, 'mono', 18));
  return {
    width,
    panel: null,
    shapes: [
      words(scaled, width / 2, 5, {
        anchor: 'middle',
        family: 'mono',
        size: 18,
        weight: 600,
        colour: PALETTE.accent,
      }),
      words(formula, width / 2, 24, { anchor: 'middle', family: 'mono', size: 12 }),
    ],
  };
}

// The line between train and eval, since eval is no part of the product.
function rule({ panel }: Part): Part {
  const { bottom = 0, top = 0 } = panel ?? {};
  const height = bottom + 28;
  return {
    width: 12,
    panel: null,
    shapes: [{ kind: 'rule', x: 6, y: -(top + bottom) / 2, height, colour: PALETTE.line }],
  };
}

function titleOf({ layer, p, inplace }: Result): string {
  return `nn.${layer}(p=${p}${inplace ? ', inplace=True' : ''})`;
}

function settingsOf({ settings, call }: Result): string {
  const machine = machineOf(settings.engine);
  const seed = settings.seed.length > 40 ? `${settings.seed.slice(0, 40)}…` : settings.seed;
  return [
    `${msg('seed', { id: 'seed' })} ${seed}`,
    ...beforeTexts(settings),
    ...(call > 1 ? [msg(str`call ${call}`, { id: 'picture-call' })] : []),
    [machineName(machine), machine.standsFor].filter(Boolean).join(': '),
  ].join(' · ');
}

// As the fields of the settings call them.
function beforeTexts({ engine, skip, reseed, earlier }: Result['settings']): string[] {
  const words =
    frameworkOf(engine) === 'Flax'
      ? msg('keys taken first', { id: 'skip-keys' })
      : msg('words drawn first', { id: 'skip' });
  return [
    ...(skip === DEFAULT_SETTINGS.skip ? [] : [`${words}: ${skip}`]),
    ...(reseed === '' ? [] : [`${msg('seed again', { id: 'reseed' })}: ${reseed}`]),
    ...(earlier === '' ? [] : [`${msg('p of a layer before', { id: 'earlier' })}: ${earlier}`]),
  ];
}

function sumsText({ sum, mean }: ShownTensor): string {
  return `${msg('sum', { id: 'sum' })} ${formatNumber(sum)} · ${msg('mean', { id: 'mean' })} ${formatNumber(mean)}`;
}

function droppedText({ dropped, mask }: Result): string {
  return msg(str`dropped: ${formatNumber(dropped)} of ${formatNumber(mask.size)}`, {
    id: 'picture-dropped',
  });
}

function descriptionOf({ x, train, eval: unchanged, mask }: Result): string {
  if (!x.cells) return '';
  return [
    `x = ${x.printed}`,
    `mask = ${mask.printed}`,
    `drop.train()(x) = ${train.printed}`,
    `drop.eval()(x) = ${unchanged.printed}`,
  ].join('\n');
}
