// Unpacks packages of Debian 13 into a folder, without root and without any trace in the system's apt.
// Debian 12 has neither an Emscripten nor an xsimd that is new enough.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aptGet } from './apt.mjs';
import { run } from './commands.mjs';

const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';

/**
 * @param {readonly string[]} packages
 * @param {string} folder
 * @param {{ leaveOut?: readonly string[], progress: (text: string) => void }} options
 *   leaveOut: patterns of paths that are not unpacked, as tar understands them
 */
export async function unpackFromDebian13(packages, folder, { leaveOut = [], progress }) {
  const apt = join(folder, 'apt');
  const archives = join(apt, 'archives');
  for (const name of ['lists/partial', 'cache/archives/partial', 'archives']) {
    mkdirSync(join(apt, name), { recursive: true });
  }
  const [architecture] = (await run('dpkg', ['--print-architecture'])).split('\n');
  const source = `deb [arch=${architecture} signed-by=${keyring}] ${await mirror()} trixie main\n`;
  writeFileSync(join(apt, 'sources.list'), source);
  writeFileSync(join(apt, 'status'), '');

  const settings = [
    `Dir::Etc::sourcelist=${join(apt, 'sources.list')}`,
    'Dir::Etc::sourceparts=-',
    `Dir::State::lists=${join(apt, 'lists')}`,
    `Dir::State::status=${join(apt, 'status')}`,
    `Dir::Cache=${join(apt, 'cache')}`,
    'Acquire::Languages=none',
    'APT::Default-Release=trixie',
    'APT::Sandbox::User=', // The user _apt may not write into another user's cache.
  ].flatMap((setting) => ['-o', setting]);
  const options = {
    cwd: archives,
    progress,
    remedy: 'Is the network up? Nothing half done was kept: start again.',
  };
  await aptGet([...settings, 'update'], options);
  await aptGet([...settings, 'download', ...packages], options);

  const unpack = 'for deb in *.deb; do dpkg-deb --fsys-tarfile "$deb" | tar -x "$@" || exit; done';
  const checkpoints = ['--checkpoint=1000', '--checkpoint-action=echo=%u']; // of 10 kB each
  const excludes = leaveOut.map((pattern) => `--exclude=${pattern}`);
  await run('sh', ['-c', unpack, 'sh', '-C', folder, ...checkpoints, ...excludes], {
    cwd: archives,
    name: 'dpkg-deb',
    group: true,
    onLine: (line) => {
      const written = /^tar: (\d+)$/.exec(line);
      if (written) progress(`unpacking, ${Math.round(Number(written[1]) / 100)} MB`);
      return !written;
    },
  });
  rmSync(apt, { recursive: true });
}

/** The Debian mirror this system already uses, if it is one that has every release. */
async function mirror() {
  const format = ['--format', '$(RELEASE) $(REPO_URI)'];
  const targets = await run('apt-get', ['indextargets', ...format, 'Created-By: Packages']);
  return /^\w+ (https?:\S+\/debian\/)$/m.exec(targets)?.[1] ?? 'http://deb.debian.org/debian/';
}
