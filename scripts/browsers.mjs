// Finds the browsers for the tests: at the path in an environment variable, or where Debian puts them.
import { existsSync, readdirSync } from 'node:fs';

export const chromium = () => process.env.CHROMIUM ?? firstOf(['/usr/bin/chromium']);

export const firefox = () => process.env.FIREFOX ?? firstOf(['/usr/bin/firefox-esr']);

/** WebKitGTK's own browser, which lies among its libraries, in a folder that is named after the processor. */
export const miniBrowser = () =>
  process.env.MINIBROWSER ??
  firstOf(entriesOf('/usr/lib').map((name) => `/usr/lib/${name}/webkit2gtk-4.1/MiniBrowser`));

/** @param {string[]} paths */
const firstOf = (paths) => paths.find((path) => existsSync(path));

/** @param {string} folder */
const entriesOf = (folder) => (existsSync(folder) ? readdirSync(folder) : []);
