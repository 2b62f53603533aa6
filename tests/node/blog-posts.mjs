// The posts of the demo blog (examples/blog), and what frameworks gave for each of their figures.
import { readFileSync } from 'node:fs';
import { fromHex, readCases, readFixture } from './fixtures.mjs';

const folder = new URL('../../examples/blog/_posts/', import.meta.url);

const printed = (id) =>
  readCases('public-outputs.json')
    .find((one) => one.id === id)
    .printed.flat();

function torchOutput(id) {
  const { dtype, hex } = readCases('torch-cpu-default.json').find((one) => one.id === id).outputs.y;
  return [...fromHex(dtype, hex)];
}

/** The expected output of a program that PyTorch was seen to run. */
function asserted(wanted) {
  const { program } = readFixture('pytorch-programs.json').programs.find(({ settings }) =>
    Object.entries(wanted).every(([name, value]) => settings[name] === value),
  );
  const [, list] = /^expected = torch\.tensor\(\[(.*)\]\)$/m.exec(program.join('\n'));
  return list.split(',').map(Number);
}

// Twenty ones in one call draw as eight in the first call and eight in the second.
const drawn = torchOutput('dropout-ones/seed-42');
const ofEight = (call) => drawn.slice(8 * (call - 1), 8 * call).map((scale, i) => scale * (i + 1));

/** What the second call of the first figure in French gives. */
export const SECOND_CALL = ofEight(2);

/** Each with the train outputs of its figures, in their order and row by row, by frameworks. */
export const POSTS = [
  {
    lang: 'en',
    slug: 'why-half-of-the-numbers-doubled',
    outputs: [asserted({ input: '[1, 2, 3, 4]' }), asserted({ seed: '-1' })],
  },
  {
    lang: 'de',
    slug: 'gleicher-seed-anderes-ergebnis',
    outputs: [printed('llms-57-macos'), printed('llms-57-linux')],
  },
  {
    lang: 'fr',
    slug: 'le-modele-qui-change-d-avis',
    outputs: [ofEight(1), printed('pytorch-121595-macos')],
  },
  {
    lang: 'hi',
    slug: 'p-kiski-prayikta-hai',
    outputs: [torchOutput('dropout-ones/p-0.9'), torchOutput('dropout-ones/p-0.2')],
  },
];

/** The Markdown of a post. */
export function sourceOf({ slug }) {
  return readFileSync(new URL(`${slug}.md`, folder), 'utf8');
}

/** Numbers as the cells of a figure, or a print, write them: four digits after the point at most. */
export function areWritten(texts, numbers) {
  return (
    texts.length === numbers.length &&
    texts.every((text, i) => text.trim() !== '' && Math.abs(Number(text) - numbers[i]) < 5.01e-5)
  );
}
