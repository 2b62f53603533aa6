// Gets Emscripten and the header-only libraries, and tells CMake where they are.
import { existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { cached, cachedFolder, isCached } from './cache.mjs';
import { run } from './commands.mjs';
import { compilerCache, settingsForEmscripten } from './compiler-cache.mjs';
import { unpackFromDebian13 } from './debian-13.mjs';
import { isDebian } from './debian-packages.mjs';
import {
  emscriptenIn,
  emscriptenOnPath,
  emscriptenVersion,
  unpackEmscripten,
} from './emscripten.mjs';
import { findNlohmann, findXsimd } from './headers.mjs';
import { googletest } from './requirements.mjs';
import { step } from './steps.mjs';
import { writeIfChanged } from './write-if-changed.mjs';

const folder = 'build/toolchain';
const headerPackages = ['libxsimd-dev', 'nlohmann-json3-dev'];

// The name says what was unpacked and how. Count the number up if that changes.
const withEmscripten = `emscripten-${emscriptenVersion}-1-${process.arch}`;
const headersAlone = 'headers-1';

/** Makes `cmake --preset …` work, also from a shell without special environment variables. */
export async function setUpToolchain() {
  const title = emscriptenOnPath
    ? `Emscripten ${emscriptenOnPath.version} on the PATH`
    : `Emscripten ${emscriptenVersion} from Debian 13${isCached(withEmscripten) ? '' : ' (247 MB)'}`;

  await step(title, async (progress) => {
    mkdirSync(folder, { recursive: true });
    const { emscripten, include } = isDebian
      ? await fromDebian13(progress)
      : { emscripten: emscriptenOnPath?.root, include: linkHeaders() };

    const note = '# Written by `npm run setup`.\n';
    const headers = `set(DROPOUT_PLAYGROUND_INCLUDE_DIR "${include}" CACHE PATH "xsimd/ and nlohmann/")\n`;
    // When GoogleTest has been installed, this line changes the file, so that CMake configures again, with the tests.
    const tests = existsSync(googletest)
      ? `set(GTEST_SOURCES "${googletest}" CACHE PATH "")\n`
      : '';
    const platform = `include("${emscripten}/cmake/Modules/Platform/Emscripten.cmake")\n`;
    const both = note + headers + tests;
    writeIfChanged(join(folder, 'native.cmake'), both + compilerCache());
    const ofEmscripten = await settingsForEmscripten(emscripten);
    writeIfChanged(join(folder, 'wasm.cmake'), both + compilerCache(ofEmscripten) + platform);
  });
}

/** The folder of the Binaryen that Emscripten uses. Its programs are in `bin`. */
export async function binaryenRoot() {
  const emscripten = emscriptenOnPath?.root ?? emscriptenIn(cachedFolder(withEmscripten));
  return (await run(join(emscripten, 'em-config'), ['BINARYEN_ROOT'])).trim();
}

/** @param {(text: string) => void} progress */
async function fromDebian13(progress) {
  if (emscriptenOnPath) {
    const prefix = await cached(headersAlone, (into) =>
      unpackFromDebian13(headerPackages, into, { progress }),
    );
    return { emscripten: emscriptenOnPath.root, include: join(prefix, 'usr/include') };
  }
  const prefix = await cached(withEmscripten, (into) =>
    unpackEmscripten(into, headerPackages, progress),
  );
  delete process.env.EM_CONFIG; // It may name the settings of an Emscripten that is too old.
  return { emscripten: emscriptenIn(prefix), include: join(prefix, 'usr/include') };
}

/** Links these headers of the system into a folder of their own, since em++ must not see the system's other headers. */
function linkHeaders() {
  const include = resolve(folder, 'include');
  rmSync(include, { recursive: true, force: true });
  mkdirSync(include);
  for (const library of [findXsimd(), findNlohmann()]) {
    if (library) symlinkSync(library, join(include, basename(library)));
  }
  return include;
}
