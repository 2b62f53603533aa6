// Digits of 8 × 8 pixels, drawn here: each of ten in six styles.

/** Seven rows of five pixels each. */
const FONT = [
  '.###. #...# #...# #...# #...# #...# .###.',
  '..#.. .##.. ..#.. ..#.. ..#.. ..#.. .###.',
  '.###. #...# ....# ...#. ..#.. .#... #####',
  '####. ....# ....# .###. ....# ....# ####.',
  '...#. ..##. .#.#. #..#. ##### ...#. ...#.',
  '##### #.... ####. ....# ....# #...# .###.',
  '..##. .#... #.... ####. #...# #...# .###.',
  '##### ....# ...#. ..#.. ..#.. .#... .#...',
  '.###. #...# #...# .###. #...# #...# .###.',
  '.###. #...# #...# .#### ....# ...#. .##..',
];

const SIDE = 8;
export const PIXELS = SIDE * SIDE;
export const CLASSES = FONT.length;

/** Leaning to either side or upright, thin or bold. */
const STYLES = [-1, 0, 1].flatMap((slant) => [1, 2].map((thickness) => ({ slant, thickness })));
export const STYLE_COUNT = STYLES.length;

/** Ink, 0 or 1: [classes, styles, pixels], row by row. */
export function glyphImages(): Float32Array {
  const images = FONT.flatMap((glyph) =>
    STYLES.map(({ slant, thickness }) => {
      const image = new Float32Array(PIXELS);
      for (const [y, row] of glyph.split(' ').entries()) {
        const lean = y < 2 ? slant : y > 4 ? -slant : 0;
        for (const [x, pixel] of [...row].entries()) {
          const from = y * SIDE + 1 + x + lean;
          if (pixel === '#') image.fill(1, from, from + thickness);
        }
      }
      return image;
    }),
  );
  return Float32Array.from(images.flatMap((image) => [...image]));
}

/** The same in Python: statements that make `images`. */
export const GLYPH_PROGRAM = `FONT = '''
${FONT.join('\n')}
'''


def draw(glyph, slant, thickness):
    image = torch.zeros(${SIDE}, ${SIDE})
    for y, row in enumerate(glyph.split()):
        lean = slant if y < 2 else -slant if y > 4 else 0
        for x, pixel in enumerate(row):
            left = 1 + x + lean
            if pixel == '#':
                image[y, left : left + thickness] = 1
    return image.flatten()


styles = [(slant, thickness) for slant in (-1, 0, 1) for thickness in (1, 2)]
glyphs = FONT.strip().splitlines()
images = torch.stack([torch.stack([draw(glyph, *style) for style in styles]) for glyph in glyphs])`;
