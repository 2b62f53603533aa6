// Finds Emscripten: the one on the PATH if it is new enough, else Debian 13's, unpacked into a folder.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unpackFromDebian13 } from './debian-13.mjs';

/** Debian 13's, and the oldest that will do. */
export const emscriptenVersion = '3.1.69';

/** The folder of the Emscripten on the PATH, as emsdk puts it there, if it is new enough. */
export function emscriptenOnPath() {
  /** @param {string} program @param {string} arg */
  const ask = (program, arg) => spawnSync(program, [arg], { encoding: 'utf8' }).stdout ?? '';
  const version = /^emcc .*? (\d+\.\d+\.\d+)/.exec(ask('em++', '--version'))?.[1] ?? '0';
  const isNewEnough = version.localeCompare(emscriptenVersion, 'en', { numeric: true }) >= 0;
  return isNewEnough ? { version, root: ask('em-config', 'EMSCRIPTEN_ROOT').trim() } : undefined;
}

/**
 * Unpacks Debian 13's Emscripten, which uses Debian 12's own LLVM 19. Returns nothing: its folder is
 * `emscriptenIn(prefix)`.
 *
 * @param {string} prefix
 * @param {readonly string[]} alongside  further packages for the same prefix
 * @param {(text: string) => void} progress
 */
export async function unpackEmscripten(prefix, alongside, progress) {
  const libraries = './usr/share/emscripten/cache/sysroot/lib/wasm32-emscripten';
  await unpackFromDebian13(
    // libc6, libstdc++6 and libgcc-s1 are for Binaryen: Debian 12's are too old for it.
    ['emscripten', 'binaryen', 'node-acorn', 'libc6', 'libstdc++6', 'libgcc-s1', ...alongside],
    prefix,
    {
      progress,
      // Flavours of the libraries that this project links with nothing: 1.4 of 1.7 GB.
      leaveOut: [
        ...['lto*', 'pic', '*-mt*', '*-ww*', '*-asan*', '*san_*', 'libwasmfs*'].map(
          (name) => `${libraries}/${name}`,
        ),
        './usr/share/emscripten/test',
        './usr/share/doc',
        './etc',
      ],
    },
  );
  const emscripten = emscriptenIn(prefix);

  // Debian patches Node to find its packages; another Node finds them beside the importer.
  mkdirSync(join(emscripten, 'node_modules'));
  symlinkSync('../../nodejs/acorn', join(emscripten, 'node_modules/acorn'));

  const binaryen = join(prefix, 'usr/libexec/binaryen/bin');
  mkdirSync(binaryen, { recursive: true });
  for (const tool of readdirSync(join(prefix, 'usr/bin')).filter((name) =>
    name.startsWith('wasm'),
  )) {
    writeFileSync(
      join(binaryen, tool),
      `#!/bin/sh
# Starts Debian 13's ${tool} with Debian 13's C library.
usr="\${0%/*}/../../.."
exec "$usr"/lib/*-linux-gnu/ld-linux-*.so.* --library-path "$(echo "$usr"/lib/*-linux-gnu)" "$usr/bin/${tool}" "$@"
`,
    );
    chmodSync(join(binaryen, tool), 0o755);
  }

  // Emscripten reads this Python file beside em++, and names it in EM_CONFIG while it does.
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

/** @param {string} prefix */
export const emscriptenIn = (prefix) => join(prefix, 'usr/share/emscripten');
