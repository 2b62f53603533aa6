// The attributes that the sources record, each as a member of an interface with its comment and in an object
// of defaults: the settings of an experiment and the options of the embed.
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';

/** Of each element where its attributes are recorded, in the order of the manifest and the guide, and what they are by default. */
const RECORDS = {
  'dropout-playground': {
    interfaces: [
      { path: 'web/experiment/settings.ts', given: 'GivenSettings' },
      { path: 'web/embed/options.ts', given: 'GivenOptions' },
    ],
    // That of the latest version of the embed.
    defaults: { path: 'web/embed/options.ts', name: 'VERSION_1' },
  },
  'dropout-lab': {
    interfaces: [{ path: 'web/parts/lab/lab-attributes.ts', given: 'GivenLab' }],
    defaults: { path: 'web/parts/lab/lab-attributes.ts', name: 'DEFAULT_LAB' },
  },
};

/**
 * @typedef {object} RecordedAttribute
 * @property {string} name
 * @property {string} description  the comment, in one line
 * @property {string | null} standard  what the property is without the attribute
 */

/** @param {keyof typeof RECORDS} element @returns {RecordedAttribute[]} */
export function recordedAttributes(element) {
  const { interfaces, defaults: recorded } = RECORDS[element];
  const defaults = sourceAt(recorded.path);
  const standards = new Map(
    propertiesOf(defaults, recorded.name).map(({ name, initializer }) => [
      name.getText(),
      ts.isIdentifier(initializer) ? importedText(defaults, initializer.text) : textOf(initializer),
    ]),
  );
  return interfaces.flatMap(({ path, given }) => {
    const source = sourceAt(path);
    return membersOf(source, given).map((member) => {
      const name = member.name.getText();
      const description = ts
        .getJSDocCommentsAndTags(member)
        .map(({ comment }) => ts.getTextOfJSDocComment(comment)?.replaceAll('\n', ' '))
        .join(' ');
      if (!description) throw new Error(`${path}: ${given} does not say what ${name} is`);
      return { name, description, standard: standards.get(name) ?? null };
    });
  });
}

/** @param {string} path */
function sourceAt(path) {
  return ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);
}

/** @param {ts.SourceFile} source @param {string} name */
function membersOf(source, name) {
  const found = source.statements.find(
    (statement) => ts.isInterfaceDeclaration(statement) && statement.name.text === name,
  );
  if (!found) throw new Error(`${source.fileName} has no interface ${name}`);
  return found.members;
}

/** @param {ts.Expression | undefined} value */
function textOf(value) {
  return value && ts.isStringLiteral(value) ? value.text : null;
}

/** A text that another file records. @param {ts.SourceFile} source @param {string} name */
function importedText(source, name) {
  const from = source.statements
    .filter(ts.isImportDeclaration)
    .find(({ importClause }) => importClause?.getText().match(new RegExp(`\\b${name}\\b`)));
  if (!from) throw new Error(`${source.fileName} does not import ${name}`);
  const path = posix.join(posix.dirname(source.fileName), from.moduleSpecifier.text);
  const text = textOf(initializerOf(sourceAt(path), name));
  if (text === null) throw new Error(`${path}: ${name} is no text`);
  return text;
}

/** @param {ts.SourceFile} source @param {string} name */
function initializerOf(source, name) {
  return source.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations)
    .find((declaration) => declaration.name.getText() === name)?.initializer;
}

// The properties of a constant that is an object literal, or a frozen one.
/** @param {ts.SourceFile} source @param {string} name */
function propertiesOf(source, name) {
  const value = initializerOf(source, name);
  const literal = value && ts.isCallExpression(value) ? value.arguments[0] : value;
  if (!literal || !ts.isObjectLiteralExpression(literal)) {
    throw new Error(`${source.fileName} has no object ${name}`);
  }
  return literal.properties;
}
