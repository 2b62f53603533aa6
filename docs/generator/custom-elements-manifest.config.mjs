// The custom-elements manifest: what the class of web/embed/embed.ts and its comments say. In the
// package its module is the one that registers it.

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
    // The analyzer takes for a member what is set of the shadow root, too.
    embed.members = embed.members.filter(({ description }) => description);
    embed.attributes = embed.attributes.map(asAttribute);
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

// An attribute is text, and its default the text itself; the property is null without one.
function asAttribute({ default: value, ...attribute }) {
  const text = value && /^'(.*)'$/.exec(value)?.[1];
  return { ...attribute, type: { text: 'string' }, ...(text && { default: text }) };
}

export default {
  globs: ['web/embed/embed.ts'],
  // Where the package has it, package.json says itself.
  packagejson: false,
  plugins: [asInThePackage],
};
