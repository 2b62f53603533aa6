// Gets Emscripten and the header-only libraries, and tells CMake where they are.
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { cached, isCached } from './cache.mjs';
import { unpackFromDebian13 } from './debian-13.mjs';
import { isDebian } from './debian-packages.mjs';
import {
  emscriptenIn,
  emscriptenOnPath,
  emscriptenVersion,
  unpackEmscripten,
} from './emscripten.mjs';
import { findNlohmann, findXsimd } from './headers.mjs';
import { root } from './root.mjs';
import { step } from './steps.mjs';
import { writeIfChanged } from './write-if-changed.mjs';

const folder = join(root, 'build/toolchain');
const headerPackages = ['libxsimd-dev', 'nlohmann-json3-dev'];

// What is unpacked, and how, is part of the name: count up when it changes.
const withEmscripten = `emscripten-${emscriptenVersion}-1-${process.arch}`;
const headersAlone = 'headers-1';

/** Makes `cmake --preset …` work, from a shell without any environment as well. */
export async function setUpToolchain() {
  const own = emscriptenOnPath();
  const title = own
    ? `Emscripten ${own.version} on the PATH`
    : `Emscripten ${emscriptenVersion} from Debian 13${isCached(withEmscripten) ? '' : ' (247 MB)'}`;

  await step(title, async (progress) => {
    mkdirSync(folder, { recursive: true });
    let emscripten = own?.root ?? '';
    let include = join(folder, 'include');
    if (!isDebian) {
      linkHeaders(include);
    } else if (own) {
      const fill = (/** @type {string} */ into) =>
        unpackFromDebian13(headerPackages, into, { progress });
      include = join(await cached(headersAlone, fill), 'usr/include');
    } else {
      const fill = (/** @type {string} */ into) => unpackEmscripten(into, headerPackages, progress);
      const prefix = await cached(withEmscripten, fill);
      emscripten = emscriptenIn(prefix);
      include = join(prefix, 'usr/include');
    }

    const note = '# Written by `npm run setup`.\n';
    const headers = `set(DROPOUT_PLAYGROUND_INCLUDE_DIR "${include}" CACHE PATH "xsimd/ and nlohmann/")\n`;
    const platform = `include("${emscripten}/cmake/Modules/Platform/Emscripten.cmake")\n`;
    writeIfChanged(join(folder, 'native.cmake'), note + headers);
    writeIfChanged(join(folder, 'wasm.cmake'), note + headers + platform);
  });
}

/**
 * Links the system's headers into a folder of their own: em++ must not see what lies beside them.
 *
 * @param {string} include
 */
function linkHeaders(include) {
  rmSync(include, { recursive: true, force: true });
  mkdirSync(include);
  for (const library of [findXsimd(), findNlohmann()]) {
    if (library) symlinkSync(library, join(include, basename(library)));
  }
}
