// `dropout-playground INPUT --html`: the figure as static HTML with the real numbers, which the embed's
// script brings to life where there is one.
import type { Playground } from 'dropout-playground';
import { filled } from '../core/phrase.ts';
import { productOf } from '../experiment/derivation/scaling.ts';
import {
  embedElement,
  embedScript,
  escapedHtml,
  frameAddress,
} from '../experiment/embed-markup.ts';
import { isResult, type Result, run } from '../experiment/experiment.ts';
import { heightAt, heightsOf } from '../experiment/figure-height.ts';
import { shortestText } from '../experiment/number-text.ts';
import { SMALL } from '../experiment/offers.ts';
import { engineText, MOST_CALLS } from '../experiment/read-settings.ts';
import { DEFAULT_SETTINGS, type Settings } from '../experiment/settings.ts';
import type { ShownTensor } from '../experiment/shown-tensor.ts';
import { isLanguage, LANGUAGES } from '../i18n/languages.ts';
import { type Arguments, UsageError } from './arguments.ts';
import { readEngine } from './engine-choice.ts';
import { htmlStyle, roomClass } from './html-style.ts';
import { HTML_TEXTS, type HtmlTexts } from './html-texts.ts';
import { beforeTexts, callCount, layerName, probabilityText, seedText } from './option-values.ts';
import { tellNote } from './tell-note.ts';

/** @throws UsageError and the errors of the package. */
export function runHtml(core: Playground, parsed: Arguments, input: string): string {
  const { values } = parsed;
  const texts = textsIn(values.lang ?? 'en');
  const settings = readSettings(core, parsed, input);
  const outcome = run(core, settings);
  if (!isResult(outcome)) throw Object.values(outcome)[0] as Error;
  for (const note of outcome.notes) tellNote({ message: filled(note) });
  if (values.iframe !== undefined) return iframeOf(outcome, parsed, values.iframe, texts);
  if (values.width !== undefined) throw new UsageError('--width is for --iframe');
  const heights = heightsOf(settings, SMALL);
  const figure = figureOf(outcome, texts, roomClass(heights));
  // In a <div>, without an empty line and with each line beginning with a tag, since Markdown, MDX and Vue take it so.
  return [
    ...(values.script ? [embedScript(values.script)] : []),
    '<div class="dropout-post">',
    ...(values['no-style'] ? [] : [htmlStyle(heights)]),
    embedElement(settings, figure),
    '</div>',
  ].join('\n');
}

// As high as the figure is at first, with what a figure of version 1 offers.
function iframeOf(result: Result, { values }: Arguments, address: string, texts: HtmlTexts) {
  const ignored = (['script', 'no-style'] as const).find((option) => values[option] !== undefined);
  if (ignored) throw new UsageError(`--${ignored} is not for --iframe`);
  const { settings } = result;
  const source = frameAddress(settings, address, values.lang);
  if (source === null) throw new UsageError('the input is too long for the address of an iframe');
  const height = heightAt(widthOf(values.width ?? '600'), settings, SMALL);
  return `<iframe src="${escapedHtml(source)}" title="${captionOf(result, texts)}" width="100%" height="${height}" loading="lazy"></iframe>`;
}

function widthOf(text: string): number {
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
  throw new UsageError(`--width is a number of pixels, but got '${text}'`);
}

function textsIn(lang: string): HtmlTexts {
  if (isLanguage(lang)) return HTML_TEXTS[lang];
  const languages = Object.keys(LANGUAGES).join(', ');
  throw new UsageError(`--lang is one of ${languages}, but got '${lang}'`);
}

function readSettings(core: Playground, parsed: Arguments, input: string): Settings {
  const { values } = parsed;
  const choice = readEngine(core, parsed);
  return {
    ...DEFAULT_SETTINGS,
    input: input.trim(),
    p: probabilityText(values.p ?? DEFAULT_SETTINGS.p),
    seed: seedText(values.seed ?? DEFAULT_SETTINGS.seed, choice.engine),
    engine: engineText(choice),
    layer: layerName(values.layer ?? DEFAULT_SETTINGS.layer),
    inplace: String(values.inplace ?? false),
    call: String(callCount(values.calls ?? DEFAULT_SETTINGS.call, MOST_CALLS)),
    ...beforeTexts(parsed, choice.engine),
  };
}

function captionOf(result: Result, texts: HtmlTexts): string {
  const { settings, x, p, layer } = result;
  const more = [
    settings.seed,
    ...(settings.skip === DEFAULT_SETTINGS.skip ? [] : [texts.skip(settings.skip)]),
    ...(settings.reseed === '' ? [] : [texts.reseed(settings.reseed)]),
    ...(settings.earlier === '' ? [] : [texts.earlier(settings.earlier)]),
    ...(result.call === 1 ? [] : [texts.call(result.call)]),
  ];
  return texts.caption({
    layer: `nn.${layer}(p=${p})`,
    seed: escapedHtml(more.join(', ')),
    engine: escapedHtml(settings.engine),
    product: productOf(result, texts.mask, (number) => shortestText(number, x.dtype)),
  });
}

function figureOf(result: Result, texts: HtmlTexts, room: string): string {
  const { x, kept, train } = result;
  return [
    '',
    '<div class="dropout-room">',
    `<figure class="dropout-figure ${room}" dir="ltr">`,
    `<figcaption>${captionOf(result, texts)}</figcaption>`,
    '<div>',
    ...table(texts.input, x, null),
    ...table(texts.mask, maskOf(result), kept),
    ...table(texts.train, train, kept),
    ...table(texts.eval, result.eval, null),
    '</div>',
    '</figure>',
    '</div>',
    '',
  ].join('\n');
}

// The mask in the shape of x, if it has one decision for each channel.
function maskOf({ x, mask, kept }: Result): ShownTensor {
  return x.cells ? { ...x, cells: { ...x.cells, texts: Array.from(kept, String) } } : mask;
}

// A table of cells; if there are too many of them to read, what PyTorch prints.
function table(caption: string, figure: ShownTensor, kept: Uint8Array | null): string[] {
  const { cells, shape, printed } = figure;
  if (!cells) return [`<pre role="group" aria-label="${caption}">${printedLines(printed)}</pre>`];
  const columns = shape.at(-1) ?? 1;
  const rows = shape.at(-2) ?? 1;
  const cell = (text: string, i: number) =>
    `<td${kept?.[i] === 0 ? ' class="dropped"' : ''}>${escapedHtml(text)}</td>`;
  const written = cells.texts.map(cell);
  const lines: string[] = [];
  for (let at = 0; at < written.length; at += columns) {
    // A <tbody> for each matrix.
    if (at > 0 && (at / columns) % rows === 0) lines.push('</tbody>', '<tbody>');
    lines.push(`<tr>${written.slice(at, at + columns).join('')}</tr>`);
  }
  return ['<table>', `<caption>${caption}</caption>`, '<tbody>', ...lines, '</tbody>', '</table>'];
}

// MDX takes away the spaces with which a line begins, unless they are what an element begins with.
function printedLines(printed: string): string {
  const [first = '', ...others] = printed.split('\n').map(escapedHtml);
  return [first, ...others.map((line) => `<span>${line}</span>`)].join('&#10;');
}
