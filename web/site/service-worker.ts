// Keeps the page, so that it opens and works without a network.
//
// It fetches all files of the page's version before it uses any of them, and a new version takes over when no page of the
// old one is open. So nobody ever gets files of two versions.
import { cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';
import { keepAfterUse } from './keep-after-use.ts';

/** The files of the page, each with a revision that differs between its versions. The build writes this list. */
declare const SITE_FILES: { url: string; revision: string | null }[];

/** What programs need, which most readers never run. */
declare const PYTHON_FILES: string[];

declare const clients: { claim(): Promise<void> };

cleanupOutdatedCaches();
// Controls the page that has installed it at once, so that without a network this page can still load what it has
// not used so far. A later version starts when no page is open, so that it claims none.
addEventListener('activate', () => clients.claim());
// The page itself reads `?lang=`. A request with any other query is not for a file of the site.
precacheAndRoute(SITE_FILES, { ignoreURLParametersMatching: [/^lang$/], cleanURLs: false });
keepAfterUse(PYTHON_FILES);
