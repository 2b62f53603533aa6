// What the pages for an iframe do, which are for platforms that allow no scripts. Such a page shows one figure, whose
// experiment is in the fragment as in every link, and tells its height to the page around it.
import { readFragment, UnreadableLink } from '../experiment/link.ts';
import { SETTINGS } from '../experiment/settings.ts';
import type { DropoutPlaygroundEmbed } from './embed.ts';

/** The name of the element, and the type of the messages to the page around: `{ type, height }`, in pixels. */
const TYPE = 'dropout-playground';

const embed = document.querySelector<DropoutPlaygroundEmbed>(TYPE) as DropoutPlaygroundEmbed;

function show(): void {
  const settings = readFragment(location.hash);
  if (settings === null || settings instanceof UnreadableLink) return;
  // What the fragment does not name is what the figure shows without attributes, which is no matter of links.
  const named = new URLSearchParams(location.hash.slice(1));
  for (const name of SETTINGS) {
    if (named.has(name)) embed[name] = settings[name];
    else embed.removeAttribute(name);
  }
}

const options = new URLSearchParams(location.search);
embed.controls = options.get('controls');
// Without `lang` the figure speaks the reader's language, which an attribute on the root would override.
const language = options.get('lang');
if (language) document.documentElement.lang = language;
else document.documentElement.removeAttribute('lang');

show();
addEventListener('hashchange', show);

const tellHeight = () => {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  parent.postMessage({ type: TYPE, height }, '*');
};

new ResizeObserver(tellHeight).observe(document.documentElement);
// A page whose script starts after the first message asks for the height.
addEventListener('message', ({ data, source }) => {
  if (source === parent && data?.type === TYPE) tellHeight();
});
