// Keeps the page, so that it opens and works without a network.
//
// All files of a version are fetched before any of them is used, and a new version takes over when no
// page of the old one is open: nobody ever gets some files of one and some of the other.
import { cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';

/** All files of the site, each with what tells its versions apart. The build writes it here. */
declare const SITE_FILES: { url: string; revision: string | null }[];

declare const clients: { claim(): Promise<void> };

cleanupOutdatedCaches();
// The page that had it installed is kept from then on: without a network it can still load what it has
// not used so far. A later version finds no page to claim.
addEventListener('activate', () => clients.claim());
// The language is the page's own business; other queries are not the site's.
precacheAndRoute(SITE_FILES, { ignoreURLParametersMatching: [/^lang$/], cleanURLs: false });
