// The words of each language: those that mean one thing are the same everywhere, and those that mean another thing to
// a native reader do not come back.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { translations } from './languages.mjs';

const root = new URL('../../', import.meta.url);
const i18n = new URL('web/i18n/', root);
const head = JSON.parse(readFileSync(new URL('web/site/head.json', root), 'utf8'));

/** The texts by their ids; of the core's sentences, by their English. */
function textsOf(language) {
  const texts = {};
  for (const file of [
    `locales/${language}.ts`,
    `programs/program-${language}.ts`,
    `lab/lab-${language}.ts`,
    `sentences/core-${language}.ts`,
  ]) {
    const source = readFileSync(new URL(file, i18n), 'utf8');
    const entry =
      /^ {2}(?:'([^'\n]+)'|"([^"\n]+)"):\s*(?:str|html)?(?:'([^'\n]*)'|"([^"\n]*)"|`([^`]*)`),$/gm;
    for (const [, id, quoted, ...text] of source.matchAll(entry)) {
      const written = text.find((one) => one !== undefined) ?? '';
      texts[id ?? quoted] = written.replaceAll('\\u00a0', '\u00a0');
    }
  }
  for (const [id, text] of Object.entries(head[language])) texts[`head-${id}`] = text;
  return texts;
}

// What is avoided, why, and the ids in which it has another meaning.
const AVOIDED = {
  de: [
    [/druck(?!er)/i, 'drucken is done on paper, and Ausdruck is an expression'],
    [/malnehm|malgenomm/, 'multiplizieren'],
    [/Ausfallwahrscheinlichkeit|weglass|weggelassen/, 'what is dropped is verworfen'],
    [/(?:ein|das|Das|kein) Mittel\b/, 'a Mittel is a remedy, an average a Mittelwert'],
    [/Spielplatz/, 'a playground for children'],
    [/von Haus aus|Arbeit von 2014/, 'standardmäßig; Paper'],
    [/eval-Modus|[Tt]rainingsmodus/, 'Eval-Modus, Train-Modus'],
    [/\bLoss\b/, 'Verlust'],
    [/Fassung/, 'Version'],
    [/Kein Bild/, 'Abbildung'],
    [/Spielwiese/, 'the Dropout Playground has a name'],
    [/\p{L}…/u, 'a space before an ellipsis that stands for words'],
    [/„[^“]*["”]/, '„…“ around words'],
    [/\d,\d/, 'a decimal point, as in the numbers beside it'],
  ],
  fr: [
    [/annul/i, 'what is dropped is mis à zéro; Annuler is the button that undoes', ['undo']],
    [/Rappel/, 'to ring back'],
    [/À emporter|toutes prêtes|tourne mal/, 'À réutiliser; Exemples; Les pièges'],
    [/tire comme/, 'tirages comme'],
    [/Atelier/, 'the Dropout Playground has a name'],
    [/(?<=\S) [:;?!»]|« /, 'a no-break space there, lest a line begins with it'],
    [/[\p{L}})][?!;](?!\w)|«(?!\u00a0)|(?<!\u00a0)»/u, 'a no-break space is missing'],
    [/(?<=\p{L})'(?=\p{L})/u, '’ as apostrophe'],
    [/\d,\d/, 'a decimal point, as in the numbers beside it'],
  ],
  hi: [
    [/छाप|छप/, 'print is प्रिंट'],
    [/हटाया|हटाए (?:गए|जा)|हटाई गई/, 'what is dropped stays in the tensor: ड्रॉप'],
    [/अवयव/, 'एलिमेंट'],
    [/माध्य/, 'औसत'],
    [/बाक़ी/, 'बाकी'],
    [/[Aa]ttention(?! *\()(?<!_attention)/, 'अटेंशन', ['look-attention']],
    [
      /(?<![\w.])[Dd]ropout(?![\w(]|$)/,
      'ड्रॉपआउट in prose',
      ['{0} has no {1}, only Dropout', 'head-title'],
    ],
    [/परिपाटी|इकाई/, 'परंपरा; न्यूरॉन'],
    [/हटाता/, 'what is dropped stays in the tensor: ड्रॉप'],
    [/प्रशिक्षण|मूल्यांकन|सिखा[एया]/, 'ट्रेनिंग, evaluation, ट्रेन'],
    [/चिपका/, 'पेस्ट'],
    [/निकाल|निकल(?!ें)/, 'a draw is a ड्रॉ', ['remark-overflow']],
    [/क़दम/, 'स्टेप; of the lesson चरण'],
    [/लेयर|आकृति|टिप्पणी|पृष्ठ/, 'परत, शेप, कमेंट, पेज'],
    [/(?<!\w)word(?!\w)|दो शब्द|कितने शब्द/, 'a word of a generator is a वर्ड'],
    [/बुला/, 'a layer is called: कॉल'],
    [/पाठ (?:समाप्त|का अंत|में लिखा|संख्या)/, 'a पाठ is a lesson, a text is टेक्स्ट'],
  ],
};

// The columns after English are those of the languages, by their order in the glossary.
const glossary = readFileSync(new URL('docs/glossary.md', root), 'utf8')
  .split('\n')
  .map((line) => line.split('|').slice(1, -1))
  .filter((cells) => cells.length === 4)
  .slice(2)
  .map(([english, ...words]) => ({
    english: english.trim(),
    words: Object.fromEntries(['de', 'fr', 'hi'].map((code, i) => [code, words[i].trim()])),
  }));

test('the glossary has a column for each language', () => {
  assert.ok(glossary.length > 30);
  for (const { words } of glossary)
    assert.deepEqual(Object.keys(words).sort(), [...translations].sort());
});

for (const language of translations) {
  test(`${language}: the words of the glossary are those of the texts`, () => {
    const texts = Object.values(textsOf(language)).join('\n').toLowerCase();
    const unused = glossary.filter(({ words }) => !texts.includes(words[language].toLowerCase()));
    assert.deepEqual(unused, []);
  });
}

for (const [language, avoided] of Object.entries(AVOIDED)) {
  describe(language, () => {
    const texts = textsOf(language);
    test('has texts to look at', () => assert.ok(Object.keys(texts).length > 400));
    for (const [words, why, elsewhere = []] of avoided) {
      test(`${words} is not used: ${why}`, () => {
        const found = Object.entries(texts).filter(
          ([id, text]) => words.test(text) && !elsewhere.includes(id),
        );
        assert.deepEqual(found, []);
      });
    }
  });
}

// What these say stood in words that natives would not write, or said something else.
const SAID = {
  de: {
    printed: 'print-Ausgabe',
    'p-meaning': 'Dropout-Wahrscheinlichkeit',
    'lesson-drop-title': 'drop(x) verwirft nicht alles',
    'lesson-average-title': 'Ein Mittelwert, keine Anzahl',
    'lesson-end-title': 'Das war nn.Dropout',
    'lesson-leave': 'Selbst ausprobieren',
    'draws-like': 'Zufallszahlen wie',
    'inplace-meaning': 'überschreibt x',
    'examples-prompt': 'Beispiele …',
    'places-title': 'Wo Dropout eingesetzt wird',
    reference: 'Referenz',
    'make-reference': 'als Referenz nehmen',
    'search-title': 'Welcher Seed ergibt diese Ausgabe?',
    'search-calls': 'Aufrufe seit dem Seed',
    upstream: 'ankommender Gradient',
    run: 'Starten',
    'paper-2014': 'Paper von 2014',
    'comparison-threads': 'Wo es anderen aufgefallen ist',
  },
  fr: {
    'call-again': 'Appeler à nouveau',
    'lesson-end-title': 'Vous savez tout de nn.Dropout',
    'lesson-leave': 'Explorer librement',
    'p-meaning': 'probabilité de mise à zéro',
    'examples-prompt': 'Exemples…',
    'draws-like': 'tirages comme',
    calls: 'Appels depuis manual_seed',
    'mistake-not': 'au lieu de',
    'mistake-but': 'écrire',
    'mistakes-title': 'Les pièges',
    'mistake-attention': 'Une attention qui applique le dropout en évaluation',
    'take-away-title': 'À réutiliser',
    printed: 'sortie de print',
  },
  hi: {
    dropped: 'ड्रॉप हुआ',
    'p-meaning': 'ड्रॉप होने की प्रायिकता',
    'machine-fast': 'इस पेज का अपना, बड़े टेंसरों के लिए',
    calls: 'seed के बाद की कॉल',
    'search-calls': 'seed के बाद की कॉल',
    'conventions-title': 'उलटी परंपरा',
    'mistake-not': 'ग़लत',
    'mistake-but': 'सही',
    'examples-prompt': 'उदाहरण…',
    'inplace-meaning': 'x को ही बदलता है',
    'draws-like': 'किसके रैंडम नंबर',
  },
};

for (const [language, said] of Object.entries(SAID)) {
  test(`${language} says it as its readers do`, () => {
    const texts = textsOf(language);
    for (const [id, text] of Object.entries(said)) assert.equal(texts[id], text, id);
  });
}

test('a whole number is told to be written as 1.0, since a sentence ends in a point', () => {
  for (const language of translations) {
    const hint = textsOf(language)['integer-hint'];
    assert.match(hint, /1\.0/);
    assert.match(hint, /torch\.arange\(5\.\)/);
    assert.doesNotMatch(hint, /\b1\.(?=\s|$)/);
  }
});
