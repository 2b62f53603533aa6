// The page for an iframe, where a platform takes no scripts: one figure, its experiment in the
// fragment as in every link, and its height told to the page around it.
import './dropout-playground.ts';
import { readFragment, UnreadableLink } from '../experiment/link.ts';
import type { DropoutPlaygroundEmbed } from './embed.ts';

/** The element; and what is posted to the page around: `{ type, height }`, in its pixels. */
const TYPE = 'dropout-playground';

const embed = document.querySelector<DropoutPlaygroundEmbed>(TYPE) as DropoutPlaygroundEmbed;

function show(): void {
  const settings = readFragment(location.hash);
  if (settings !== null && !(settings instanceof UnreadableLink)) embed.settings = settings;
}

const options = new URLSearchParams(location.search);
embed.controls = options.get('controls');
// Without it the reader's own.
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
// Whoever listens too late for what was told asks again.
addEventListener('message', ({ data, source }) => {
  if (source === parent && data?.type === TYPE) tellHeight();
});
