// Texts from files and standard input: UTF-8, or UTF-16 where a byte order mark says so, as in what
// Excel saves as "Unicode text".
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';

export async function readTextFile(path: string): Promise<string> {
  return decoded(await readFile(path));
}

export async function readStandardInput(): Promise<string> {
  return decoded(await buffer(process.stdin));
}

// Without the byte order mark, which is no part of the text.
function decoded(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
