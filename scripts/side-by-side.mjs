// Does the parts of a task side by side: each as soon as what it needs is done and its lane is free. No
// library does it, since it runs before `npm ci`.
import { Interrupted } from './commands.mjs';
import { Failure } from './steps.mjs';

/**
 * @typedef {object} Part
 * @property {readonly string[]} [needs]  the parts that must be done before
 * @property {string} [lane]  its parts run one at a time, in the order of the table
 * @property {() => Promise<unknown>} work
 */

/**
 * @typedef {object} Outcome
 * @property {string} name
 * @property {string} [after]  the part that it waited for last
 * @property {number} from  ms since the first began
 * @property {number} to
 * @property {Failure} [failure]
 * @property {string} [missing]  the part that failed or was not done, for want of which it was not done
 */

/**
 * Does all that can be done: a part that fails ends only those that need it. An interrupt and an error
 * that nobody expected end the whole task, once no part is at work any more.
 *
 * @param {Record<string, Part>} parts
 * @returns {Promise<Outcome[]>} in the order of the table
 */
export async function sideBySide(parts) {
  const start = performance.now();
  const now = () => performance.now() - start;
  /** @type {unknown} */
  let end;

  /** @type {Map<string, Promise<Outcome>>} */
  const outcomes = new Map();
  /** @type {Map<string, string>} The last part of each lane. */
  const lanes = new Map();

  for (const [name, { needs = [], lane, work }] of Object.entries(parts)) {
    const ahead = lane === undefined ? undefined : lanes.get(lane);
    if (lane !== undefined) lanes.set(lane, name);
    outcomes.set(name, outcome(name, needs, ahead, work));
  }
  const all = await Promise.all(outcomes.values());
  if (end) throw end;
  return all;

  /**
   * @param {string} name
   * @param {readonly string[]} needs
   * @param {string | undefined} ahead  the part before it in its lane
   * @param {Part['work']} work
   * @returns {Promise<Outcome>}
   */
  async function outcome(name, needs, ahead, work) {
    const waitedFor = await Promise.all(
      [...needs, ...(ahead ? [ahead] : [])].map(async (other) => {
        const its = outcomes.get(other);
        if (!its) throw new Error(`${name} needs ${other}, which is not listed before it`);
        return its;
      }),
    );
    const last = waitedFor.reduce(
      (last, one) => (one.to > last.to ? one : last),
      /** @type {{ name?: string, to: number }} */ ({ to: 0 }),
    );
    const from = now();
    const common = { name, from, ...(last.name && { after: last.name }) };
    const missing = waitedFor.find((one) => needs.includes(one.name) && !isDone(one));
    if (missing) return { ...common, to: from, missing: missing.name };
    if (end) return { ...common, to: from };
    try {
      await work();
    } catch (error) {
      if (error instanceof Failure && !(error instanceof Interrupted)) {
        return { ...common, to: now(), failure: error };
      }
      end ??= error;
    }
    return { ...common, to: now() };
  }
}

/** @param {Outcome} outcome */
export const isDone = ({ failure, missing }) => !failure && missing === undefined;
