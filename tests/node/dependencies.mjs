// What a source file depends on, read from its text: #include lines of C++, imports of TypeScript.
import { nodesOf } from './syntax-tree.mjs';

const COMMENT_OR_TEXT =
  /R"(?<mark>[^(\s]*)\([\s\S]*?\)\k<mark>"|"(?:\\.|[^"\\\n])*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
const INCLUDE = /^[ \t]*#[ \t]*include[ \t]*("[^"\n]+"|<[^>\n]+>)/gm;

/** The names of #include lines in their quotation marks or angle brackets. */
export function includesOf(text) {
  const code = text.replace(COMMENT_OR_TEXT, (found) => (found.startsWith('/') ? ' ' : found));
  return Array.from(code.matchAll(INCLUDE), ([, name]) => name);
}

/**
 * The specifiers of imports and exports, of types too, of import() and of new URL(…, import.meta.url).
 * Of a template, what is before its first hole; '?' for one that is made at run time.
 */
export function importsOf(text) {
  const specifiers = [];
  for (const node of nodesOf(text, 'ts')) {
    const source = sourceOf(node);
    if (!source) continue;
    const specifier = source.value || source.quasis?.[0].value.cooked || '?';
    // A URL is relative also without the dot that an import needs.
    const isBareUrl = node.type === 'NewExpression' && /^\w[^:]*$/.test(specifier);
    specifiers.push(isBareUrl ? `./${specifier}` : specifier);
  }
  return specifiers;
}

function sourceOf(node) {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return node.source;
    case 'NewExpression': {
      const [address, base] = node.arguments;
      return node.callee.name === 'URL' && base?.object?.type === 'MetaProperty' ? address : null;
    }
  }
  return null;
}
