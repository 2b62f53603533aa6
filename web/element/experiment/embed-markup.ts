// What a post needs to show the experiment: one script tag, and the element with what is not usual.
import { DEFAULT_SETTINGS, SETTINGS, type Settings } from '../experiment/settings.ts';

/** @param script The address of the embed's script. */
export function embedSnippet(settings: Settings, script: string): string {
  const attributes = SETTINGS.filter((name) => settings[name] !== DEFAULT_SETTINGS[name]).map(
    (name) => ` ${name}="${escaped(settings[name])}"`,
  );
  return `<script type="module" src="${escaped(script)}"></script>
<dropout-playground${attributes.join('')}></dropout-playground>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
