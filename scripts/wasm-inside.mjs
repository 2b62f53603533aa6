// Puts the wasm into the script: replaces web/embed/inlined-wasm.ts by a module with the bytes of the wasm as text.
import { readFileSync } from 'node:fs';

const WASM = 'web/core/wasm/dropout-playground.wasm';

/** @returns {import('rolldown').Plugin} */
export function wasmInside() {
  return {
    name: 'wasm-inside',
    load(id) {
      if (!id.replaceAll('\\', '/').endsWith('web/embed/inlined-wasm.ts')) return null;
      const text = readFileSync(WASM).toString('base64');
      // Decoded by atob(), since a policy may refuse fetch('data:…').
      return `export const inlinedWasm = Uint8Array.from(atob('${text}'), (byte) => byte.charCodeAt(0));`;
    },
  };
}
