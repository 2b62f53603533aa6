// What the tasks need from the system. On Debian it is installed; on other systems a failure says what is missing.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium, firefox, miniBrowser } from './browsers.mjs';
import { onPath } from './commands.mjs';
import { installDebianPackages, isDebian } from './debian-packages.mjs';
import { emscriptenOnPath, emscriptenVersion } from './emscripten.mjs';
import { findNlohmann, findXsimd, includeFolders } from './headers.mjs';
import { pythonWithNumpy } from './python.mjs';
import { Failure, step } from './steps.mjs';

/** Where GoogleTest's source tree is, if it is there. */
export const googletest = process.env.GTEST_SOURCES ?? '/usr/src/googletest';

/** @typedef {{ what?: string, debian?: string, isThere: () => unknown }} Requirement */

/** @type {Requirement[]} */
const toBuild = [
  { what: 'CMake 3.25 or later', debian: 'cmake', isThere: hasCMake },
  { what: 'Ninja', debian: 'ninja-build', isThere: () => onPath('ninja') },
  { what: 'Python 3, for Emscripten', debian: 'python3', isThere: () => onPath('python3') },
];

/** @type {Requirement[]} */
const toTest = [
  { what: 'a C++20 compiler', debian: 'g++', isThere: () => onPath(isDebian ? 'g++' : 'c++') },
  {
    what: "GoogleTest's sources in /usr/src/googletest, or their path in GTEST_SOURCES",
    debian: 'googletest',
    isThere: () => existsSync(`${googletest}/CMakeLists.txt`),
  },
  {
    what: 'Chromium as /usr/bin/chromium, or its path in CHROMIUM',
    debian: 'chromium',
    isThere: () => existsSync(chromium() ?? ''),
  },
  {
    what: 'clang-format 19 as clang-format-19',
    debian: 'clang-format-19',
    isThere: () => onPath('clang-format-19'),
  },
  {
    what: 'Clang 19 as clang++-19, for fuzzing',
    debian: 'clang-19',
    isThere: () => onPath('clang++-19'),
  },
  { what: 'NumPy for python3', debian: 'python3-numpy', isThere: pythonWithNumpy },
];

/** @type {Requirement[]} Elsewhere it is used if it is found. */
const compilerCacheOfDebian = [{ debian: 'ccache', isThere: () => onPath('ccache') }];

/** @type {Requirement[]} What Debian 13's Emscripten compiles with. */
const llvmOfDebian = [
  { debian: 'clang-19', isThere: () => existsSync('/usr/lib/llvm-19/bin/clang++') },
  { debian: 'lld-19', isThere: () => existsSync('/usr/lib/llvm-19/bin/wasm-ld') },
  { debian: 'llvm-19', isThere: () => existsSync('/usr/lib/llvm-19/bin/llvm-ar') },
];

/** @type {Requirement[]} On other systems it comes with Clang. */
const fuzzerOfDebian = [
  {
    what: "Clang's libFuzzer",
    debian: 'libclang-rt-19-dev',
    isThere: () => existsSync('/usr/lib/llvm-19/lib/clang/19/include/fuzzer/FuzzedDataProvider.h'),
  },
];

/** @type {Requirement[]} On other systems the page is tested in the browsers that are found. */
const browsersOfDebian = [
  { debian: 'firefox-esr', isThere: () => existsSync(firefox() ?? '') },
  { debian: 'libwebkit2gtk-4.1-0', isThere: () => existsSync(miniBrowser() ?? '') },
  { debian: 'webkit2gtk-driver', isThere: () => onPath('WebKitWebDriver') },
  { debian: 'xvfb', isThere: () => onPath('Xvfb') }, // WebKitGTK needs a screen.
];

/** @type {Requirement[]} Letters for every language of the page. */
const fontsOfDebian = [
  {
    debian: 'fonts-noto-core',
    isThere: () => existsSync('/usr/share/fonts/truetype/noto/NotoSansDevanagari-Regular.ttf'),
  },
];

/** @type {Requirement[]} */
const toBuildElsewhere = [
  {
    what: `Emscripten ${emscriptenVersion} or later, its em++ on the PATH, as emsdk puts it there:
    https://emscripten.org/docs/getting_started/downloads.html`,
    isThere: () => emscriptenOnPath,
  },
  { what: `xsimd 13 or later in ${includeFolders.join(', ')}`, isThere: findXsimd },
];

/** @type {Requirement[]} */
const toTestElsewhere = [
  { what: `nlohmann-json in ${includeFolders.join(', ')}`, isThere: findNlohmann },
];

/** @param {{ tests: boolean }} options */
export async function meetRequirements({ tests }) {
  await step('System packages', async (progress) => {
    const missing = requirements(tests).filter(({ isThere }) => !isThere());
    if (missing.length === 0) return;
    if (!isDebian) {
      throw new Failure(
        `Missing on this system:\n${missing.map(({ what }) => `  ${what}`).join('\n')}`,
        'Install these and start again. On Debian 12 or later this happens by itself.',
      );
    }
    const packages = missing.flatMap(({ debian }) => debian ?? []);
    await installDebianPackages(packages, progress);
    return packages.join(' ');
  });
}

/** @param {boolean} tests */
function requirements(tests) {
  if (isDebian) {
    const llvm = emscriptenOnPath ? [] : llvmOfDebian;
    return [
      ...toBuild,
      ...compilerCacheOfDebian,
      ...llvm,
      ...(tests ? [...toTest, ...fuzzerOfDebian, ...browsersOfDebian, ...fontsOfDebian] : []),
    ];
  }
  return [...toBuild, ...toBuildElsewhere, ...(tests ? [...toTest, ...toTestElsewhere] : [])];
}

function hasCMake() {
  const version = spawnSync('cmake', ['--version'], { encoding: 'utf8' }).stdout ?? '';
  const [, major, minor] = /version (\d+)\.(\d+)/.exec(version) ?? [];
  return Number(major) > 3 || (Number(major) === 3 && Number(minor) >= 25);
}
