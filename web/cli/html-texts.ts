// The texts of the static figure, in each language of the page.

export interface HtmlTexts {
  input: string;
  mask: string;
  train: string;
  eval: string;
  call: (call: number) => string;
  /** All arguments are HTML. */
  caption: (what: { layer: string; seed: string; engine: string; product: string }) => string;
}

const texts: Record<'en' | 'de' | 'fr' | 'hi', HtmlTexts> = {
  en: {
    input: 'input x',
    mask: 'mask',
    train: 'train output',
    eval: 'eval output',
    call: (call) => `call ${call}`,
    caption: ({ layer, seed, engine, product }) =>
      `${layer}, seed ${seed}, as ${engine} draws: ${product} = train`,
  },
  de: {
    input: 'Eingabe x',
    mask: 'Maske',
    train: 'Train-Ausgabe',
    eval: 'Eval-Ausgabe',
    call: (call) => `Aufruf ${call}`,
    caption: ({ layer, seed, engine, product }) =>
      `${layer}, Seed ${seed}, wie ${engine} zieht: ${product} = Train`,
  },
  fr: {
    input: 'entrée x',
    mask: 'masque',
    train: 'sortie train',
    eval: 'sortie eval',
    call: (call) => `appel ${call}`,
    caption: ({ layer, seed, engine, product }) =>
      `${layer}, graine ${seed}, tirages de ${engine}\u00a0: ${product} = train`,
  },
  hi: {
    input: 'इनपुट x',
    mask: 'मास्क',
    train: 'train आउटपुट',
    eval: 'eval आउटपुट',
    call: (call) => `कॉल ${call}`,
    caption: ({ layer, seed, engine, product }) =>
      `${layer}, seed ${seed}, ${engine} की तरह: ${product} = train`,
  },
};

/** By language. A map, since an object would also answer to `constructor` and the like. */
export const HTML_TEXTS: ReadonlyMap<string, HtmlTexts> = new Map(Object.entries(texts));
