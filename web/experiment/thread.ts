// A public thread, such as a GitHub issue, in which people met what the page shows.

export interface Thread {
  /** `pytorch/pytorch#121595`. */
  name: string;
  url: string;
}

export const thread = (repository: string, number: number): Thread => ({
  name: `${repository}#${number}`,
  url: `https://github.com/${repository}/issues/${number}`,
});
