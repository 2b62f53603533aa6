// The syntax tree of JavaScript or TypeScript text, by the parser of our bundler.
import { parseAst } from 'rolldown/parseAst';

/** Every node of the tree, parents first. Comments are none, and neither are texts' insides. */
export function* nodesOf(text, lang = 'js') {
  yield* nodesBelow(parseAst(text, { lang, sourceType: 'module' }));
}

function* nodesBelow(value) {
  if (value === null || typeof value !== 'object') return;
  if (typeof value.type === 'string') yield value;
  for (const part of Object.values(value)) yield* nodesBelow(part);
}
