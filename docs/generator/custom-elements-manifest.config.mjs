// The custom-elements manifest: what the class of web/embed/embed.ts and its comments say, with the
// attributes that are recorded elsewhere. In the package its module is the one that registers it.
import { recordedAttributes } from './recorded-attributes.mjs';

/** That of the version whose defaults the manifest tells. */
const MODULE = 'dist/embed/1/dropout-playground.js';

/** Adds what the source of the class does not say: its module in the package, its base, and the recorded attributes. */
const asInThePackage = {
  name: 'as-in-the-package',
  packageLinkPhase({ customElementsManifest: manifest }) {
    const embed = manifest.modules
      .flatMap(({ declarations }) => declarations)
      .find(({ tagName }) => tagName);
    // The source extends a constant, which is another class where there is no DOM.
    embed.superclass = { name: 'HTMLElement', package: 'global:' };
    const recorded = recordedAttributes('dropout-playground');
    // The analyzer also takes properties of the shadow root that are set for members, which have no description.
    const others = embed.members.filter(({ description }) => description);
    embed.members = [...recorded.map(asMember), ...others];
    embed.attributes = [...recorded.map(asAttribute), ...embed.attributes];
    for (const one of [...embed.members, ...embed.attributes]) {
      one.description = one.description.replaceAll('\n', ' ');
    }
    const lab = labElement();
    const declaration = { name: embed.name, module: MODULE };
    manifest.modules = [
      {
        kind: 'javascript-module',
        path: MODULE,
        declarations: [embed, lab],
        exports: [
          { kind: 'js', name: embed.name, declaration },
          { kind: 'custom-element-definition', name: embed.tagName, declaration },
          {
            kind: 'custom-element-definition',
            name: lab.tagName,
            declaration: { name: lab.name, module: MODULE },
          },
        ],
      },
    ];
  },
};

// Its class has no name: what it is comes in a chunk, which reads the attributes.
function labElement() {
  return {
    kind: 'class',
    description:
      'Two networks, alike but for p, that learn from the same examples while the reader watches; what p does over several seeds; and how sure a network is.',
    name: 'DropoutLabEmbed',
    customElement: true,
    tagName: 'dropout-lab',
    superclass: { name: 'HTMLElement', package: 'global:' },
    attributes: [
      ...recordedAttributes('dropout-lab').map((one) => {
        const { fieldName: _, ...attribute } = asAttribute(one);
        return attribute;
      }),
      {
        name: 'playground',
        type: { text: 'string' },
        description: 'The page on which the lab can be opened; the one beside the folder `embed`.',
      },
      {
        name: 'lang',
        type: { text: 'string' },
        description: 'As of a figure.',
      },
    ],
    events: [
      {
        name: 'dropout-change',
        type: { text: 'Event' },
        description:
          'After each choice of the reader; bubbles. The new state is in the attributes by then.',
      },
    ],
    slots: [
      {
        name: '',
        description:
          'What readers see without JavaScript, while it loads, and where it cannot be loaded.',
      },
    ],
  };
}

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

// An attribute is text, so its default has no quotes.
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
  // package.json names the manifest already.
  packagejson: false,
  plugins: [asInThePackage],
};
