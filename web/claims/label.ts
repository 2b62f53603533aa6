// What stands in a comment in front of a value tells whether the value is meant as an output.
import type { Claim } from './claim.ts';

const wordIn = (words: string) =>
  new RegExp(`(?<![\\p{L}\\p{M}])(?:${words})(?![\\p{L}\\p{M}])`, 'iu');

/** What people call an output: in English, German, French, Hindi. */
export const OUTPUT_WORD = wordIn(
  [
    'outputs?|out|prints?|printed|results?|returns?|gives?|yields?|shows?|displays?|shown',
    'ausgabe|ausgaben|ergibt|ergebnis|ergebnisse|gibt|zeigt|druckt|liefert',
    'sorties?|affiche|imprime|donne|résultats?|renvoie|retourne|obtient',
    'आउटपुट|परिणाम|नतीजा|नतीजे|प्रिंट|छपता|छापता|दिखाता|देता|मिलता',
  ].join('|'),
);

const SHAPE_WORD = wordIn('shape|size|form|gestalt|größe|forme|taille|आकार|शेप');

// About something else than what is printed, or only about what it is near to.
const OTHER_WORD = wordIn(
  [
    'not|no|never|versus|vs|than|instead|unlike|like|as|input|inputs|before|was|from|of|without',
    'about|around|roughly|approx|approximately|near|nearly|close|circa|ca|between|in|with|or',
    'nicht|kein|keine|nie|statt|anders|wie|als|eingabe|vorher|war|ohne|etwa|ungefähr|rund|fast|zwischen|oder',
    'pas|non|jamais|contre|plutôt|comme|entrée|avant|était|sans|environ|presque|vers|entre|ou',
    'नहीं|बजाय|जैसा|जैसे|इनपुट|पहले|था|बिना|लगभग|करीब|बीच|या',
  ].join('|'),
);

const MOST_LETTERS = 80;

const ENDS_AS_LABEL = /(?:[::]|[-=]>|[→⇒]|=)$/;

/**
 * @param label What a comment has in front of something that looks as only a print does, such as `tensor([1.])`.
 * @param code That it stands beside.
 * @returns when it counts as a claim; undefined for never
 */
export function countsOfPrint(label: string, code: string): Claim['counts'] | undefined {
  const text = label.trim();
  if (text === '') return 'always';
  if (text.length > MOST_LETTERS || OTHER_WORD.test(text)) return undefined;
  // Code that is commented out, with a comment of its own.
  if (/\w\(|#/.test(text)) return undefined;
  const isNamed = ENDS_AS_LABEL.test(text);
  if (/[\d[\]{}'"]/.test(text)) return isNamed ? 'true' : undefined;
  if (text.endsWith('=')) return isOwn(text.slice(0, -1), code) ? 'always' : 'true';
  if (isNamed || OUTPUT_WORD.test(text)) return 'always';
  return /^[\p{L}\p{M}.]+$/u.test(text) ? 'alike' : undefined;
}

/** The same for a number or a list, which may be about anything. */
export function countsOfNumbers(label: string, code: string): Claim['counts'] | undefined {
  const text = label.trim();
  if (text === '') return 'alike';
  if (text.length > MOST_LETTERS || OTHER_WORD.test(text)) return undefined;
  if (/^(?:[-=]>|[→⇒])$/.test(text)) return 'always';
  const isNamed = ENDS_AS_LABEL.test(text);
  const name = text.replace(ENDS_AS_LABEL, '').trim();
  const isKnown = OUTPUT_WORD.test(name) || SHAPE_WORD.test(name) || isOwn(name, code);
  if (isKnown) return isNamed ? 'always' : 'alike';
  return isNamed || /^[\p{L}\p{M}.]+$/u.test(name) ? 'true' : undefined;
}

/** Whether the code calls what it gives by this name. */
function isOwn(label: string, code: string): boolean {
  const name = label.trim().split(/\s+/).at(-1) ?? '';
  if (!/^[\p{L}_][\p{L}\p{M}\w.]*$/u.test(name)) return false;
  const word = name.replaceAll('.', '\\.');
  return new RegExp(`^${word}\\s*[:=]|^print\\(${word}\\)$|\\.${word}(?!\\w)`, 'u').test(code);
}
