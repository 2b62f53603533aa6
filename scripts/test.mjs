// `npm test`: sets everything up, builds, and runs every `test:…` script of package.json but
// `test:package`, which installs half of npm. What does not wait for one another is done side by side.
import { buildBlog } from './blog.mjs';
import { buildPackage, buildSite } from './build.mjs';
import { buildWasm } from './build-wasm.mjs';
import { CommandFailure, Interrupted, run } from './commands.mjs';
import { installNpmPackages } from './npm-packages.mjs';
import { meetRequirements } from './requirements.mjs';
import { packagesOfTests, requireNode } from './setup.mjs';
import { isDone, sideBySide } from './side-by-side.mjs';
import { Failure, inWords, main, say, step } from './steps.mjs';
import { timeTable } from './time-table.mjs';
import { setUpToolchain } from './toolchain.mjs';

const SYSTEM = 'System packages';
const NPM = 'npm packages';
const NPM_OF_TESTS = 'npm packages of the tests';
const TOOLCHAIN = 'Toolchain';
const CORE = 'C++ to WebAssembly';
const PACKAGE = 'The package: dist/';
const PAGE = 'The page: dist/site/';
const BLOG = 'The blog';

/**
 * All that is done. In the lane `compile` compilers run, in `run` what is written in JavaScript; either
 * keeps two processors busy. The browsers come last, when the compilers are likely done, since they suffer
 * most from what runs beside them.
 *
 * @type {Record<string, Omit<import('./side-by-side.mjs').Part, 'work'>
 *   & ({ work: () => Promise<unknown> } | { script: string })>}
 */
const parts = {
  [SYSTEM]: { work: () => meetRequirements({ tests: true }) },
  [TOOLCHAIN]: { work: setUpToolchain, needs: [SYSTEM] },
  [NPM]: { work: () => installNpmPackages(), lane: 'npm' },
  [NPM_OF_TESTS]: { work: installPackagesOfTests, lane: 'npm' },

  [CORE]: { work: buildWasm, lane: 'compile', needs: [TOOLCHAIN, NPM] },
  'C++, natively, with ASan and UBSan': { script: 'test:cpp', lane: 'compile', needs: [TOOLCHAIN] },
  Fuzzing: { script: 'test:fuzz', lane: 'compile', needs: [TOOLCHAIN] },
  'C++, as WebAssembly under Node': { script: 'test:wasm', lane: 'compile', needs: [CORE] },

  'Formatting and lint': { script: 'test:format', lane: 'run', needs: [SYSTEM, NPM] },
  Types: { script: 'test:types', lane: 'run', needs: [NPM, NPM_OF_TESTS] },
  [PACKAGE]: { work: buildPackage, lane: 'run', needs: [CORE] },
  [PAGE]: { work: buildSite, lane: 'run', needs: [PACKAGE] },
  [BLOG]: { work: buildBlog, lane: 'run', needs: [PAGE, NPM_OF_TESTS] },
  'The package, in Node': { script: 'test:node', lane: 'run', needs: [PAGE, NPM_OF_TESTS] },
  'The experiment, without a page': { script: 'test:experiment', lane: 'run', needs: [PACKAGE] },
  'The page, in Chromium, Firefox and WebKitGTK': {
    script: 'test:browser',
    lane: 'run',
    needs: [PAGE, BLOG],
  },
};

await main(import.meta.url, async () => {
  requireNode();
  const outcomes = await sideBySide(
    Object.fromEntries(
      Object.entries(parts).map(([title, part]) => {
        const work = 'work' in part ? part.work : () => check(title, part);
        return [title, { ...part, work: () => explained(work) }];
      }),
    ),
  );
  console.log(`\n${timeTable(outcomes)}`);

  const checks = outcomes.filter(({ name }) => 'script' in parts[name]);
  const failed = checks.filter((check) => !isDone(check)).map(({ name }) => name);
  const names = failed.length > 0 ? `: ${failed.join('; ')}` : '';
  console.log(`\n${checks.length - failed.length} passed, ${failed.length} failed${names}`);
  if (failed.length > 0) process.exitCode = 1;
});

async function installPackagesOfTests() {
  for (const folder of packagesOfTests) await installNpmPackages(folder);
}

/**
 * @param {string} title
 * @param {{ script: string, lane?: string }} part
 */
async function check(title, { script, lane }) {
  await step(title, async (progress) => {
    // Browsers that wait for a compiler are slow; compilers only end later.
    const yields = lane === 'compile';
    await run('npm', ['run', '--silent', script], { yields, onLine: progress });
  });
}

/**
 * Does a part; if it fails, says all that is to be said of it in one piece.
 *
 * @param {() => Promise<unknown>} work
 */
async function explained(work) {
  try {
    await work();
  } catch (error) {
    if (error instanceof Failure && !(error instanceof Interrupted)) say(`\n${reasonOf(error)}\n`);
    throw error;
  }
}

/**
 * Of a program that failed, all it printed: which of many tests failed may stand anywhere in it.
 *
 * @param {Failure} failure
 */
function reasonOf(failure) {
  if (!(failure instanceof CommandFailure)) return inWords(failure);
  return [failure.output, failure.remedy].filter(Boolean).join('\n\n');
}
