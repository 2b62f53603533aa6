// The outputs that a post shows: its ```text blocks, in their order.
import { readFile } from 'node:fs/promises';

/** @param {URL} post a Markdown file */
export async function outputsOf(post) {
  const text = await readFile(post, 'utf8');
  return [...text.matchAll(/^```text\n(.*?)\n```$/gms)].map(([, output]) => output);
}
