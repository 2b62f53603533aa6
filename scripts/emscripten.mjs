// Finds the Emscripten on the PATH if it is new enough; otherwise unpacks that of Debian 13 into a folder.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unpackFromDebian13 } from './debian-13.mjs';

/** The version of Debian 13, which is also the oldest that works. */
export const emscriptenVersion = '3.1.69';

/** The Emscripten on the PATH, where emsdk puts it, if it is new enough. */
export const emscriptenOnPath = (() => {
  /** @param {string} program @param {string} arg */
  const ask = (program, arg) => spawnSync(program, [arg], { encoding: 'utf8' }).stdout ?? '';
  const version = /^emcc .*? (\d+\.\d+\.\d+)/.exec(ask('em++', '--version'))?.[1] ?? '0';
  const isNewEnough = version.localeCompare(emscriptenVersion, 'en', { numeric: true }) >= 0;
  return isNewEnough ? { version, root: ask('em-config', 'EMSCRIPTEN_ROOT').trim() } : undefined;
})();

/** Where Debian's packages put em++, below the folder into which they are unpacked. */
const folder = 'usr/share/emscripten';

/**
 * Unpacks Debian 13's Emscripten, made to work with Debian 12's LLVM and C library. em++ is then in
 * `emscriptenIn(prefix)`.
 *
 * @param {string} prefix
 * @param {readonly string[]} alongside  further packages for the same prefix
 * @param {(text: string) => void} progress
 */
export async function unpackEmscripten(prefix, alongside, progress) {
  await unpackFromDebian13(
    // libc6, libstdc++6 and libgcc-s1 are for Binaryen, for which those of Debian 12 are too old.
    ['emscripten', 'binaryen', 'node-acorn', 'libc6', 'libstdc++6', 'libgcc-s1', ...alongside],
    prefix,
    {
      progress,
      // Flavours of the libraries that this project never links: 1.5 of 1.7 GB.
      leaveOut: [
        './etc',
        './usr/share/doc',
        `./${folder}/test`,
        ...['lto*', 'pic', '*-mt*', '*-ww*', '*-asan*', '*san_*', 'libwasmfs*'].map(
          (name) => `./${folder}/cache/sysroot/lib/wasm32-emscripten/${name}`,
        ),
      ],
    },
  );
  const emscripten = emscriptenIn(prefix);

  // Debian's Node is patched to find Debian's packages. Other versions find them beside the file that imports them.
  mkdirSync(join(emscripten, 'node_modules'));
  symlinkSync('../../nodejs/acorn', join(emscripten, 'node_modules/acorn'));

  const binaryen = join(prefix, 'usr/libexec/binaryen/bin');
  const tools = readdirSync(join(prefix, 'usr/bin')).filter((name) => name.startsWith('wasm'));
  mkdirSync(binaryen, { recursive: true });
  for (const tool of tools) {
    writeFileSync(join(binaryen, tool), withOwnLibraries(tool), { mode: 0o755 });
  }

  // Emscripten reads its settings from this Python file beside em++, and sets EM_CONFIG to its path.
  writeFileSync(
    join(emscripten, '.emscripten'),
    `import os
usr = os.path.abspath(os.environ['EM_CONFIG'] + '/../../..')
LLVM_ROOT = '/usr/lib/llvm-19/bin'
BINARYEN_ROOT = usr + '/libexec/binaryen'
FROZEN_CACHE = True  # its libraries come prebuilt
`,
  );
}

/**
 * A script that starts a program of the prefix with the C library of the prefix.
 *
 * @param {string} program
 */
function withOwnLibraries(program) {
  return `#!/bin/sh
usr="\${0%/*}/../../.."
libraries="$(echo "$usr"/lib/*-linux-gnu)"
exec "$libraries"/ld-linux-*.so.* --library-path "$libraries" "$usr/bin/${program}" "$@"
`;
}

/** @param {string} prefix */
export const emscriptenIn = (prefix) => join(prefix, folder);
