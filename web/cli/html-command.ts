// `dropout-playground INPUT --html`: the figure as static HTML with the real numbers, which the embed's
// script brings to life where there is one.
import type { Engine, Playground } from 'dropout-playground';
import { embedElement, embedScript, escapedHtml } from '../element/experiment/embed-markup.ts';
import { isResult, type Result, run } from '../element/experiment/experiment.ts';
import type { Figure } from '../element/experiment/figure.ts';
import { engineText } from '../element/experiment/read-settings.ts';
import { DEFAULT_SETTINGS, type Settings } from '../element/experiment/settings.ts';
import { type Arguments, engineOptions, UsageError } from './arguments.ts';
import { HTML_STYLE } from './html-style.ts';

/** @throws UsageError and the errors of the package. */
export function runHtml(core: Playground, parsed: Arguments, input: string): string {
  const { values } = parsed;
  if (values.json || values.eval)
    throw new UsageError('--html shows train and eval: it goes alone');
  const [engine = 'torch-cpu', second] = (values.engine ?? []) as Engine[];
  if (second) throw new UsageError('--engine can be given only once here');
  const settings: Settings = {
    ...DEFAULT_SETTINGS,
    input: input.trim(),
    p: values.p ?? DEFAULT_SETTINGS.p,
    seed: values.seed,
    engine: engineText({ engine, options: engineOptions(parsed) }),
    layer: values.layer,
    inplace: String(values.inplace),
    call: values.calls,
  };
  const outcome = run(core, settings);
  if (!isResult(outcome)) throw Object.values(outcome)[0] as Error;
  return element(outcome, values.script);
}

function element(result: Result, script: string | undefined): string {
  const { settings, x, kept, train, p, layer, scale } = result;
  const call = result.call === 1 ? '' : `, call ${result.call}`;
  const figure = [
    '',
    '<figure class="dropout-figure">',
    `<style>${HTML_STYLE}</style>`,
    `<figcaption>nn.${layer}(p=${p}), seed ${escapedHtml(settings.seed)}${call}, as ${escapedHtml(settings.engine)} draws: x × mask × ${scale} = train</figcaption>`,
    '<div>',
    ...table('input x', x, null),
    ...table('mask', maskOf(result), kept),
    ...table('train output', train, kept),
    ...table('eval output', result.eval, null),
    '</div>',
    '</figure>',
    '',
  ].join('\n');
  return [...(script ? [embedScript(script)] : []), embedElement(settings, figure)].join('\n');
}

// Of all elements, where it is one for each channel.
function maskOf({ x, mask, kept }: Result): Figure {
  return x.cells ? { ...x, cells: { ...x.cells, texts: Array.from(kept, String) } } : mask;
}

// Its cells; where they are too many to be read, what PyTorch prints.
function table(caption: string, figure: Figure, kept: Uint8Array | null): string[] {
  const { cells, shape, printed } = figure;
  if (!cells) return [`<pre aria-label="${caption}">${escapedHtml(printed)}</pre>`];
  const columns = shape.at(-1) ?? 1;
  const rows = shape.at(-2) ?? 1;
  const cell = (text: string, i: number) =>
    `<td${kept?.[i] === 0 ? ' class="dropped"' : ''}>${escapedHtml(text)}</td>`;
  const written = cells.texts.map(cell);
  const lines: string[] = [];
  for (let at = 0; at < written.length; at += columns) {
    // A matrix each.
    if (at > 0 && (at / columns) % rows === 0) lines.push('</tbody><tbody>');
    lines.push(`<tr>${written.slice(at, at + columns).join('')}</tr>`);
  }
  return [`<table><caption>${caption}</caption><tbody>`, ...lines, '</tbody></table>'];
}
