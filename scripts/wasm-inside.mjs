// Puts the wasm into the script: web/embed/inlined-wasm.ts with the file's bytes as text.
import { readFileSync } from 'node:fs';

const WASM = 'web/core/wasm/dropout-playground.wasm';

/** @returns {import('rolldown').Plugin} */
export function wasmInside() {
  return {
    name: 'wasm-inside',
    load(id) {
      if (!id.replaceAll('\\', '/').endsWith('web/embed/inlined-wasm.ts')) return null;
      const text = readFileSync(WASM).toString('base64');
      // Not fetch('data:…'), which a policy may refuse.
      return `export const inlinedWasm = Uint8Array.from(atob('${text}'), (byte) => byte.charCodeAt(0));`;
    },
  };
}
