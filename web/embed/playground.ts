// Where the playground is: the page beside whose folder of embeds this file is; elsewhere there is none that is known.

/** The folder with the files of the package, with a slash at its end. */
export const FILES = import.meta.url.replace(/[^/]*$/, '');

/** Its address; '' for none. */
export const PLAYGROUND = /^(https?:.*\/)embed\/$/.exec(FILES)?.[1] ?? '';
