// The embed as others meet it: the element, its types, its custom-elements manifest and docs/embed.md say
// the same of attributes, properties, event, slots, parts and custom properties. What `npm run docs` writes
// of the attributes is compared to nothing here: examples.test.mjs says whether it is up to date.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import * as script from '../../dist/dropout-playground.js';
import { nodesOf } from './syntax-tree.mjs';

const { DropoutPlaygroundEmbed } = script;

const root = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');
const lint = createRequire(new URL('tests/package/package.json', root));
const ts = createRequire(new URL('docs/generator/package.json', root))('typescript');

const manifest = JSON.parse(read('dist/custom-elements.json'));
const [module] = manifest.modules;
const [element, lab] = module.declarations;
const guide = read('docs/embed.md');
const figure = read('web/figure/dropout-playground.ts');
const embed = read('web/embed/embed.ts');

const namesOf = (list) => list.map(({ name }) => name).sort();
const found = (text, pattern) => [...text.matchAll(pattern)].map(([, name = '']) => name);
const sorted = (names) => [...new Set(names)].sort();

/** The rows of the guide's table that begins with this heading, as the texts of their first cells. */
function rows(heading) {
  const [, table] = guide.split(new RegExp(`^\\| ${heading} .*\\n\\| -.*\\n`, 'm'));
  assert.ok(table, `docs/embed.md has no table of each ${heading}`);
  const lines = table.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('|'));
  return lines.slice(0, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replace(/^`(.*)`$/, '$1')),
  );
}

/** The members of a class or interface, wherever it is declared in a file of types. */
function membersIn(path, declared) {
  const kinds = ['ClassDeclaration', 'TSInterfaceDeclaration'];
  const node = [...nodesOf(read(path), 'dts')].find(
    ({ type, id }) => kinds.includes(type) && id.name === declared,
  );
  assert.ok(node, `${path} declares no ${declared}`);
  const members = node.body.body.filter(
    ({ key, static: isStatic }) => key && key.type !== 'PrivateIdentifier' && !isStatic,
  );
  return sorted(members.map(({ key }) => key.name ?? key.value));
}

/**
 * What editors say of each property of a type that a file exports. React stands in for itself, with types that
 * have nothing: what they have is not ours.
 */
function propertiesOf(path, name) {
  const react = fileURLToPath(new URL('dist/embed/react-itself.d.ts', root));
  const options = { moduleResolution: ts.ModuleResolutionKind.Bundler, paths: { react: [react] } };
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile } = host;
  const text = 'export interface HTMLAttributes<T> {} export interface ClassAttributes<T> {}';
  host.fileExists = (file) => file === react || fileExists(file);
  host.getSourceFile = (file, ...rest) =>
    file === react ? ts.createSourceFile(file, text, ...rest) : getSourceFile(file, ...rest);
  const file = fileURLToPath(new URL(path, root));
  const program = ts.createProgram([file], options, host);
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(program.getSourceFile(file));
  const exported = checker.getExportsOfModule(module).find((symbol) => symbol.name === name);
  assert.ok(exported, `${path} exports no ${name}`);
  const isAlias = exported.flags & ts.SymbolFlags.Alias;
  const declared = isAlias ? checker.getAliasedSymbol(exported) : exported;
  const properties = checker.getDeclaredTypeOfSymbol(declared).getProperties();
  return new Map(
    properties.map((property) => {
      const said = ts.displayPartsToString(property.getDocumentationComment(checker));
      return [property.name, said.replaceAll('\n', ' ')];
    }),
  );
}

describe('the manifest', () => {
  test('is what its schema asks for', () => {
    const Ajv = lint('ajv');
    const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(
      lint('custom-elements-manifest/schema.json'),
    );
    assert.ok(validate(manifest), JSON.stringify(validate.errors, null, 2));
    assert.ok(!validate({ ...manifest, modules: [{ kind: 'javascript-module' }] }));
  });

  test('names the element, its class and the module, which are there', () => {
    assert.deepEqual(Object.keys(script), [element.name]);
    assert.ok(element.customElement);
    const { default: path } = JSON.parse(read('package.json')).exports['./embed/1'];
    assert.equal(path, `./${module.path}`);
    const exported = module.exports.map(({ kind, name }) => [kind, name]);
    assert.deepEqual(exported, [
      ['js', 'DropoutPlaygroundEmbed'],
      ['custom-element-definition', element.tagName],
      ['custom-element-definition', 'dropout-lab'],
    ]);
    assert.match(read('web/embed/register.ts'), new RegExp(`= '${element.tagName}';`));
  });

  test('describes everything it names', () => {
    for (const list of ['attributes', 'members', 'events', 'slots', 'cssParts', 'cssProperties']) {
      assert.ok(element[list].length > 0, list);
      for (const { name, description } of element[list]) assert.ok(description, `${list} ${name}`);
    }
  });
});

describe('of a lab', () => {
  test('the manifest, the guide and React say the same of its attributes, and each does something', () => {
    assert.equal(lab.tagName, 'dropout-lab');
    assert.match(read('web/embed/labs.ts'), /defineLater\('dropout-lab'/);
    const documented = propertiesOf('dist/embed/react.d.ts', 'DropoutLabAttributes');
    const settings = lab.attributes.filter(({ name }) => !['lang', 'playground'].includes(name));
    for (const { name, description } of settings) assert.equal(documented.get(name), description);
    assert.ok(documented.has('playground') && documented.has('ondropout-change'));
    for (const { name } of lab.attributes) assert.match(guide, new RegExp(`^\\| \`${name}\``, 'm'));
    assert.deepEqual(
      namesOf(settings),
      sorted(found(read('web/parts/lab/lab-attributes.ts'), /^ {2}(\w+): [a-z]/gm)),
    );
  });
});

describe('the same is said of', () => {
  const observed = [...DropoutPlaygroundEmbed.observedAttributes].sort();
  const others = observed.filter((name) => name !== 'lang');

  test('the attributes: by the element and the manifest', () => {
    assert.deepEqual(namesOf(element.attributes), observed);
  });

  test('the attributes: in the types, on hover, and to React', () => {
    const told = Object.fromEntries(
      element.members
        .filter(({ attribute }) => attribute)
        .map((one) => [one.name, one.description]),
    );
    assert.deepEqual(Object.keys(told).sort(), others);
    for (const name of ['DropoutPlaygroundEmbed', 'DropoutPlaygroundAttributes']) {
      const documented = propertiesOf('dist/embed/react.d.ts', name);
      for (const attribute of others) {
        assert.equal(documented.get(attribute), told[attribute], `${name}: ${attribute}`);
      }
    }
  });

  test('the properties: by the element, the manifest, the types and the guide', () => {
    const more = rows('property').map(([name]) => name);
    assert.deepEqual(namesOf(element.members), [...others, ...more].sort());
    const { prototype } = DropoutPlaygroundEmbed;
    for (const name of [...others, ...more]) assert.ok(name in prototype, name);
    const callbacks = ['constructor', ...found(embed, /^ {2}(\w+Callback)\(/gm)];
    const typed = membersIn('dist/embed/embed.d.ts', 'DropoutPlaygroundEmbed');
    assert.deepEqual(
      typed.filter((name) => !callbacks.includes(name)),
      more,
    );
  });

  test('the event: by the figure, the manifest, the types and the guide', () => {
    const leaving = found(figure, /CustomEvent\(\s*'([\w-]+)',\s*\{[^}]*composed: true/g);
    assert.deepEqual(namesOf(element.events), leaving);
    assert.deepEqual(
      rows('event').map(([name]) => name),
      leaving,
    );
    const types = 'dist/embed/embed.d.ts';
    assert.deepEqual(membersIn(types, 'GlobalEventHandlersEventMap'), leaving);
    assert.deepEqual(membersIn(types, 'HTMLElementTagNameMap'), [element.tagName]);
  });

  test('the slots: by the figure, the manifest and the guide', () => {
    const slots = sorted(found(figure, /<slot(?: name="(\w+)")?>/g));
    assert.equal(slots.length, 2);
    assert.deepEqual(namesOf(element.slots), slots);
    assert.deepEqual(sorted(rows('slot').map(([name]) => name)), slots);
  });

  test('the parts: by the figure, what lets them out, the manifest and the guide', () => {
    const parts = sorted(found(figure, /\bpart="([\w-]+)"/g));
    assert.ok(parts.length >= 8);
    const [letOut] = found(embed, /^const PARTS = '([^']+)';$/gm);
    assert.deepEqual(sorted(letOut.split(', ')), parts);
    assert.deepEqual(namesOf(element.cssParts), parts);
    const [told] = found(guide, /^\*\*Parts\*\*, for `::part\(\)`: (.*)\.$/gm);
    assert.deepEqual(sorted(found(told, /`([\w-]+)`/g)), parts);
  });

  test('the custom properties and their defaults: by the styles, the manifest and the guide', () => {
    const sources = ['web/design', 'web/figure', 'web/parts'].flatMap((folder) =>
      readdirSync(new URL(folder, root), { recursive: true })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => read(`${folder}/${name}`)),
    );
    const used = sources.flatMap((text) =>
      [...text.matchAll(/var\(\s*(--dropout-[\w-]+),\s*([^;]+?)\s*\);/g)].map(
        ([, name, standard]) => ({ name, default: standard.replace(/\s+/g, ' ') }),
      ),
    );
    const mentioned = sources.flatMap((text) => found(text, /(--dropout-[\w-]+)/g));
    assert.deepEqual(sorted(mentioned), namesOf(used));
    const inTheManifest = element.cssProperties.map(({ name, default: value }) => [name, value]);
    assert.deepEqual(
      Object.fromEntries(inTheManifest),
      Object.fromEntries(used.map(({ name, default: value }) => [name, value])),
    );
    const [told] = found(guide, /^\*\*Custom properties\*\*([\s\S]*?)\n\n/gm);
    assert.deepEqual(sorted(found(told, /`(--[\w-]+)`/g)), namesOf(used));
  });
});
