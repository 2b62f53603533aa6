// The arrows between our folders, as design and ARCHITECTURE draw them, and what breaks one. Pure:
// it is told of files and what they depend on.
import { posix } from 'node:path';

/** What each folder of src/ may include besides itself. */
const SRC = {
  maths: [],
  wording: [],
  errors: ['wording'],
  tensor: ['errors', 'wording'],
  random: ['errors', 'maths'],
  dropout: ['errors', 'random', 'tensor'],
  search: ['dropout', 'errors', 'random', 'tensor', 'wording'],
  ops: ['errors', 'maths', 'random', 'tensor'],
  autograd: ['errors', 'ops', 'tensor'],
  operations: ['autograd', 'dropout', 'errors', 'maths', 'ops', 'random', 'tensor', 'wording'],
  text: ['errors', 'maths', 'ops', 'random', 'tensor', 'wording'],
  bindings: [
    ...['errors', 'tensor', 'random', 'dropout', 'search', 'ops', 'text'],
    ...['autograd', 'operations', 'wording'],
  ],
};

/** What each folder of web/ may import besides itself. */
const WEB = {
  core: [],
  loading: [],
  i18n: ['loading'],
  design: ['i18n'],
  experiment: ['core', 'i18n'],
  figure: ['core', 'loading', 'i18n', 'design', 'experiment'],
  training: ['core'],
  parts: ['core', 'i18n', 'design', 'experiment', 'figure', 'training'],
  embed: ['core', 'loading', 'i18n', 'design', 'experiment', 'figure', 'program', 'python'],
  site: ['core', 'loading', 'i18n', 'design', 'experiment', 'figure', 'parts', 'program', 'python'],
  python: ['core'],
  program: ['claims', 'loading', 'i18n', 'design', 'experiment', 'python'],
  claims: [],
  check: ['claims', 'python'],
  cli: ['check', 'core', 'experiment', 'i18n', 'python'],
};

/** The one of the page's parts that posts may have, too. */
const PART_OF_POSTS = 'web/parts/lab/';

/** What of web/ the scripts may import: what needs no page, and the page they build. */
const SCRIPTS = ['core', 'experiment', 'site'];

/** What has no DOM takes none from a package either. */
const WITHOUT_DOM = ['experiment', 'training'];
const DOM_PACKAGE = /^lit(?:\/|$)/;

/** What imports by an address that nobody can read before run time: a chunk that failed, and Pyodide. */
const IMPORTS_BY_ADDRESS = [
  'web/loading/import-again.ts',
  'web/python/python-host.ts',
  'web/python/pyodide-package.ts',
];

/** The files of web/core that the others may import: as those who have the package see it. */
const CORE = 'web/core/index.ts';
const PUBLIC = [
  CORE,
  'web/core/worker/client.ts',
  // The core as figures have it, and the modules that it may be in.
  'web/core/figure-core.ts',
  'web/core/figure-module.ts',
  'web/core/figure-wasm.ts',
  'web/core/whole-core.ts',
  // The operations, which trainings and programs in Python stand on.
  'web/core/torch.ts',
  'web/core/operations/operations.ts',
  'web/core/operations-wasm.ts',
  // What is known of engines and layers before the module is there.
  'web/core/records.ts',
  // Errors are made alike everywhere, and told of in the reader's language.
  'web/core/errors.ts',
  'web/core/phrase.ts',
  // The two sides of a worker that takes its time: the package's, and the page's for an experiment.
  'web/core/worker/serve.ts',
  'web/core/worker/service-client.ts',
  'web/core/worker/start-worker.ts',
];

/** The one file of bench/ that may look into web/training. */
const BENCH_TRAINING = 'bench/lab/lab.ts';

/** The one file of bench/ that may look inside of web/core, and what all of it may know besides. */
const BENCH_CORE = 'bench/playground.ts';
const BENCH = ['bench', 'scripts'];

/** The loops that take spans, so that they can be used without tensors. */
const KERNEL = /^src\/(?:dropout\/pass\/(?:alpha|inverted|quotient)_dropout\.|ops\/kernels\/)/;

/**
 * A line "file -> dependency: why not" for each arrow that is broken.
 *
 * @param files `{ path, dependencies }`, the path from the root, with what ./dependencies.mjs gives.
 */
export function brokenArrows(files) {
  const broken = [];
  for (const { path, dependencies } of files) {
    for (const dependency of dependencies) {
      const reason = whyNot(path, dependency);
      if (reason) broken.push(`${path} -> ${dependency}: ${reason}`);
    }
  }
  return [...broken, ...brokenKernels(files)];
}

function whyNot(path, dependency) {
  if (path.startsWith('bench/wasm/')) return whyNotMeasuredInclude(dependency);
  if (path.startsWith('bench/')) return whyNotMeasuredImport(path, dependency);
  if (path.startsWith('scripts/')) return whyNotScriptImport(path, dependency);
  return path.startsWith('src/') ? whyNotInclude(path, dependency) : whyNotImport(path, dependency);
}

// Of bench/wasm, which looks at any part of src/ by itself.
function whyNotMeasuredInclude(include) {
  const [target] = include.slice(1, -1).split('/');
  return include.startsWith('<') || target in SRC ? null : 'it is not named from src/';
}

function whyNotMeasuredImport(path, specifier) {
  const file = resolve(path, specifier);
  if (file === null || specifier === 'dropout-playground') return null;
  if (file.startsWith('web/core/')) {
    return path === BENCH_CORE ? null : `only ${BENCH_CORE} may know ${file}`;
  }
  if (file.startsWith('web/training/') && path === BENCH_TRAINING) return null;
  return BENCH.includes(file.split('/')[0]) ? null : 'bench may not know it';
}

function whyNotScriptImport(path, specifier) {
  const [root, target] = resolve(path, specifier)?.split('/') ?? [];
  return root !== 'web' || SCRIPTS.includes(target) ? null : `scripts may not know ${target}`;
}

function whyNotInclude(path, include) {
  const [, folder] = path.split('/');
  const [target, file] = include.slice(1, -1).split('/');
  const isOurs = target in SRC && file !== undefined; // <random> is a standard header
  if (!(folder in SRC)) return `src/${folder} has no place among the arrows`;
  if (!isOurs) return include.startsWith('<') ? null : 'it is not named from src/';
  if (target === folder || SRC[folder].includes(target)) return null;
  return `${folder} may not know ${target}`;
}

function whyNotImport(path, specifier) {
  const [, folder] = path.split('/');
  if (!(folder in WEB)) return `web/${folder} has no place among the arrows`;
  if (specifier === '../package.json') return null; // beside dist/, where it is run
  if (specifier === '?' && IMPORTS_BY_ADDRESS.includes(path)) return null;
  if (specifier === '?') return 'it cannot be read before run time';
  if (WITHOUT_DOM.includes(folder) && DOM_PACKAGE.test(specifier)) return `${folder} has no DOM`;
  const file = resolve(path, specifier);
  if (file === null) return null;
  const [root, target] = file.split('/');
  if (root !== 'web' || !(target in WEB)) return 'it is not in a folder of web/';
  if (target === folder) return null;
  if (folder === 'embed' && file.startsWith(PART_OF_POSTS)) return null;
  if (!WEB[folder].includes(target)) return `${folder} may not know ${target}`;
  return target === 'core' && !PUBLIC.includes(file) ? 'core keeps it to itself' : null;
}

// The file from the root, or null for another package.
function resolve(path, specifier) {
  if (specifier === 'dropout-playground') return CORE;
  if (specifier === 'dropout-playground/worker') return 'web/core/worker/client.ts';
  if (specifier.startsWith('dropout-playground/')) return `web/core/${specifier}`;
  return specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : null;
}

function brokenKernels(files) {
  const dependenciesOf = new Map(files.map(({ path, dependencies }) => [path, dependencies]));
  const broken = [];
  for (const kernel of dependenciesOf.keys()) {
    if (!KERNEL.test(kernel)) continue;
    const reached = new Set([kernel]);
    for (const path of reached) {
      for (const include of dependenciesOf.get(path) ?? [])
        reached.add(`src/${include.slice(1, -1)}`);
    }
    // A dtype is a name of what a span holds.
    const tensor = [...reached].find(
      (path) => path.startsWith('src/tensor/') && path !== 'src/tensor/dtype.hpp',
    );
    if (tensor) broken.push(`${kernel} -> ${tensor}: a kernel takes spans`);
  }
  return broken;
}

const SECRETS = [
  {
    keepers: /^src\/bindings\//,
    others: /^src\//,
    words: [/emscripten/i],
  },
  {
    keepers: /^web\/core\//,
    others: /^web\//,
    words: [/\bHEAP(?:U?8|U?16|U?32|U?64|F32|F64)?\b/, /\.delete\(\s*\)/, /wasm\//],
  },
  {
    keepers: /^web\/(?!(?:experiment|training)\/)/,
    others: /^web\//,
    words: [/\b(?:document|window|navigator|customElements)\./, /\bHTML\w*Element\b/],
  },
];

/** A line "file: word" for each word that a file mentions and only some other folder may know. */
export function mentionedSecrets(files) {
  const found = [];
  for (const { path, text } of files) {
    for (const { keepers, others, words } of SECRETS) {
      if (!others.test(path) || keepers.test(path)) continue;
      for (const word of words) {
        const [match] = text.match(word) ?? [];
        if (match !== undefined) found.push(`${path}: ${match}`);
      }
    }
  }
  return found;
}
