// Where code looks at what an error says instead of asking for its kind: found in the syntax tree.
import { nodesOf } from './syntax-tree.mjs';

/** What of an error is English. */
const ENGLISH = new Set(['message', 'reason', 'template']);

/** Methods of a text that look into it, and methods that look for a text, which they are given. */
const OF_THE_TEXT = new Set([
  ...['match', 'matchAll', 'search', 'startsWith', 'endsWith', 'includes', 'indexOf'],
  ...['lastIndexOf', 'split', 'replace', 'replaceAll', 'slice', 'substring', 'at', 'charAt'],
  'localeCompare',
]);
const WITH_THE_TEXT = new Set(['test', 'exec', 'includes', 'indexOf', 'has', 'get', 'startsWith']);

/** Methods that give the same English once more. */
const STILL_ENGLISH = new Set(['trim', 'toLowerCase', 'toUpperCase', 'toString', 'normalize']);

const COMPARISONS = new Set(['==', '!=', '===', '!==']);

/**
 * The source of each place where the English of an error is tested, followed through names it is bound to.
 *
 * @param codes What a `reason` may be compared with, since it is a code.
 */
export function testedEnglish(text, { lang = 'ts', codes = [] } = {}) {
  const nodes = [...nodesOf(text, lang)];
  const patterns = nodes.filter(({ type }) => type === 'ObjectPattern');
  const taken = new Set(patterns.flatMap(({ properties }) => properties));
  const english = new Set();
  const caught = new Set();
  for (const node of nodes) bind(node);
  // Once more for names that are bound to names that come later in the file.
  for (const node of nodes) bind(node);
  return nodes.filter(isTest).map(({ start, end }) => text.slice(start, end));

  function bind(node) {
    const { type, id, init, param, left, right, key, value, params } = node;
    if (type === 'CatchClause' && param?.type === 'Identifier') caught.add(param.name);
    if (type === 'VariableDeclarator' && id.type === 'Identifier' && isEnglish(init)) {
      english.add(id.name);
    }
    if (type === 'AssignmentExpression' && left.type === 'Identifier' && isEnglish(right)) {
      english.add(left.name);
    }
    for (const { typeAnnotation, name } of Array.isArray(params) ? params : []) {
      const typeName = typeAnnotation?.typeAnnotation?.typeName?.name;
      if (name && /Error$/.test(typeName ?? '')) caught.add(name);
    }
    // { message }, { message: text } and { message = '' } of a pattern, whatever it takes apart.
    if (taken.has(node) && ENGLISH.has(key?.name)) {
      const bound = value.type === 'AssignmentPattern' ? value.left : value;
      if (bound.type === 'Identifier') english.add(bound.name);
    }
  }

  function isEnglish(node) {
    switch (node?.type) {
      case 'Identifier':
        return english.has(node.name) || node.name === 'message';
      case 'MemberExpression':
        return !node.computed && ENGLISH.has(node.property.name);
      case 'ChainExpression':
      case 'ParenthesizedExpression':
      case 'TSAsExpression':
      case 'TSNonNullExpression':
        return isEnglish(node.expression);
      case 'LogicalExpression':
        return isEnglish(node.left) || isEnglish(node.right);
      case 'TemplateLiteral':
        return node.expressions.some((part) => isEnglish(part) || isCaught(part));
      case 'CallExpression':
        return isTextOf(node);
      default:
        return false;
    }
  }

  // String(error), error.toString(), error.message.trim()
  function isTextOf({ callee, arguments: given }) {
    if (callee.type === 'Identifier') return callee.name === 'String' && isCaught(given[0]);
    const { object, property } = callee;
    if (!STILL_ENGLISH.has(property?.name)) return false;
    return isEnglish(object) || isCaught(object);
  }

  function isCaught(node) {
    const inner = node?.type === 'TSAsExpression' ? node.expression : node;
    return inner?.type === 'Identifier' && (caught.has(inner.name) || inner.name === 'error');
  }

  function isTest({
    type,
    operator,
    left,
    right,
    discriminant,
    callee,
    arguments: given,
    ...node
  }) {
    if (type === 'BinaryExpression' && COMPARISONS.has(operator)) {
      return (isEnglish(left) && !isCode(right)) || (isEnglish(right) && !isCode(left));
    }
    if (type === 'SwitchStatement') {
      return isEnglish(discriminant) && !node.cases.every(({ test }) => !test || isCode(test));
    }
    if (type === 'MemberExpression' && node.computed) return isEnglish(node.property);
    if (type !== 'CallExpression' || callee.type !== 'MemberExpression') return false;
    const method = callee.property.name;
    if (OF_THE_TEXT.has(method) && isEnglish(callee.object)) return true;
    return WITH_THE_TEXT.has(method) && isEnglish(given[0]);
  }

  // Whether there is an error at all, or which code a reason is.
  function isCode(node) {
    const isNothing = node.type === 'Identifier' && node.name === 'undefined';
    return isNothing || (node.type === 'Literal' && [null, ...codes].includes(node.value));
  }
}
