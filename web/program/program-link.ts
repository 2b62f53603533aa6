// A program as a text for an address, and back: compressed, since a program is long.
//
// `1.` and the program in UTF-8, deflated, in base64 for addresses. A later form will have another number.

const FORM = '1.';

/** Bytes of a program in a link: more is none that somebody has written, and might take all memory. */
const MOST = 64 * 1024;

/** A link that was made by a newer version of this page, that has lost a part on its way, or that holds too much. */
export class UnreadableProgram extends Error {}

/** Empty for a program that is too long for a link. */
export async function packed(source: string): Promise<string> {
  const plain = new TextEncoder().encode(source);
  if (plain.length > MOST) return '';
  const bytes = await through(plain, new CompressionStream('deflate-raw'));
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return FORM + btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** @throws UnreadableProgram, by a rejection. */
export async function unpacked(text: string): Promise<string> {
  if (!text.startsWith(FORM)) throw new UnreadableProgram(text.slice(0, 8));
  try {
    const base64 = text.slice(FORM.length).replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(
      await through(bytes, new DecompressionStream('deflate-raw')),
    );
  } catch (error) {
    throw new UnreadableProgram(String(error));
  }
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  const writer = stream.writable.getWriter();
  // A failure is that of the reader, too.
  writer.write(bytes).catch(() => {});
  writer.close().catch(() => {});
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (const reader = stream.readable.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > MOST) {
      await reader.cancel();
      throw new RangeError('too long');
    }
    pieces.push(value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
