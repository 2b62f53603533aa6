// The custom-elements manifest: what the class of web/embed/embed.ts and its comments say, with the
// attributes that are recorded elsewhere. In the package its module is the one that registers it.
import { recordedAttributes } from './recorded-attributes.mjs';

const MODULE = 'dist/dropout-playground.js';

/** Says of the class what its source cannot: where it lies in the package, and what it extends. */
const asInThePackage = {
  name: 'as-in-the-package',
  packageLinkPhase({ customElementsManifest: manifest }) {
    const embed = manifest.modules
      .flatMap(({ declarations }) => declarations)
      .find(({ tagName }) => tagName);
    // By a constant, which is another class where there is no DOM.
    embed.superclass = { name: 'HTMLElement', package: 'global:' };
    const recorded = recordedAttributes();
    // The analyzer takes for a member what is set of the shadow root, too.
    const others = embed.members.filter(({ description }) => description);
    embed.members = [...recorded.map(asMember), ...others];
    embed.attributes = [...recorded.map(asAttribute), ...embed.attributes];
    for (const one of [...embed.members, ...embed.attributes]) {
      one.description = one.description.replaceAll('\n', ' ');
    }
    const declaration = { name: embed.name, module: MODULE };
    manifest.modules = [
      {
        kind: 'javascript-module',
        path: MODULE,
        declarations: [embed],
        exports: [
          { kind: 'js', name: embed.name, declaration },
          { kind: 'custom-element-definition', name: embed.tagName, declaration },
        ],
      },
    ];
  },
};

/** @param {import('./recorded-attributes.mjs').RecordedAttribute} recorded */
function asMember({ name, description, standard }) {
  return {
    kind: 'field',
    name,
    type: { text: standard === null ? 'string | null' : 'string' },
    description,
    reflects: true,
    default: standard === null ? 'null' : `'${standard}'`,
    attribute: name,
  };
}

// An attribute is text, and its default the text itself.
/** @param {import('./recorded-attributes.mjs').RecordedAttribute} recorded */
function asAttribute({ name, description, standard }) {
  return {
    name,
    type: { text: 'string' },
    description,
    fieldName: name,
    ...(standard && { default: standard }),
  };
}

export default {
  globs: ['web/embed/embed.ts'],
  // Where the package has it, package.json says itself.
  packagejson: false,
  plugins: [asInThePackage],
};
