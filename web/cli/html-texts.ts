// The texts of the static figure, in each language of the page.
import type { InEachLanguage } from '../i18n/languages.ts';

export interface HtmlTexts {
  input: string;
  mask: string;
  train: string;
  eval: string;
  call: (call: number) => string;
  /** The settings of what is drawn before the layer. */
  skip: (skip: string) => string;
  reseed: (seed: string) => string;
  earlier: (p: string) => string;
  /** All arguments are HTML. */
  caption: (what: { layer: string; seed: string; engine: string; product: string }) => string;
}

export const HTML_TEXTS: InEachLanguage<HtmlTexts> = {
  en: {
    input: 'input x',
    mask: 'mask',
    train: 'train output',
    eval: 'eval output',
    call: (call) => `call ${call}`,
    skip: (skip) => `after ${skip} words`,
    reseed: (seed) => `then seed ${seed}`,
    earlier: (p) => `after a layer of p = ${p}`,
    caption: ({ layer, seed, engine, product }) =>
      `${layer}, seed ${seed}, as ${engine} draws: ${product} = train`,
  },
  de: {
    input: 'Eingabe x',
    mask: 'Maske',
    train: 'Train-Ausgabe',
    eval: 'Eval-Ausgabe',
    call: (call) => `Aufruf ${call}`,
    skip: (skip) => `nach ${skip} Wörtern`,
    reseed: (seed) => `dann Seed ${seed}`,
    earlier: (p) => `nach einer Schicht mit p = ${p}`,
    caption: ({ layer, seed, engine, product }) =>
      `${layer}, Seed ${seed}, wie ${engine} zieht: ${product} = Train`,
  },
  fr: {
    input: 'entrée x',
    mask: 'masque',
    train: 'sortie train',
    eval: 'sortie eval',
    call: (call) => `appel ${call}`,
    skip: (skip) => `après ${skip} mots`,
    reseed: (seed) => `puis graine ${seed}`,
    earlier: (p) => `après une couche de p = ${p}`,
    caption: ({ layer, seed, engine, product }) =>
      `${layer}, graine ${seed}, tirages de ${engine}\u00a0: ${product} = train`,
  },
  hi: {
    input: 'इनपुट x',
    mask: 'मास्क',
    train: 'train आउटपुट',
    eval: 'eval आउटपुट',
    call: (call) => `कॉल ${call}`,
    skip: (skip) => `${skip} शब्दों के बाद`,
    reseed: (seed) => `फिर seed ${seed}`,
    earlier: (p) => `p = ${p} वाली परत के बाद`,
    caption: ({ layer, seed, engine, product }) =>
      `${layer}, seed ${seed}, ${engine} की तरह: ${product} = train`,
  },
};
