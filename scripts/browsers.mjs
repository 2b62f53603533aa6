// Where the browsers of the tests are: where an environment variable says, or where Debian puts them.
import { existsSync, readdirSync } from 'node:fs';

export const chromium = () => process.env.CHROMIUM ?? firstOf(['/usr/bin/chromium']);

export const firefox = () => process.env.FIREFOX ?? firstOf(['/usr/bin/firefox-esr']);

/** WebKitGTK's own browser, which lies among its libraries, and those in their machine's folder. */
export const miniBrowser = () =>
  process.env.MINIBROWSER ??
  firstOf(entriesOf('/usr/lib').map((name) => `/usr/lib/${name}/webkit2gtk-4.1/MiniBrowser`));

/** @param {string[]} paths */
const firstOf = (paths) => paths.find((path) => existsSync(path));

/** @param {string} folder */
const entriesOf = (folder) => (existsSync(folder) ? readdirSync(folder) : []);
