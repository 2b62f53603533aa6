// Numbers that are equal but for their last digits.
import assert from 'node:assert/strict';

/** Fails unless `found` is at most `within` away from `wanted`. */
export function assertClose(found: number, wanted: number, within: number, what = '') {
  assert.ok(Math.abs(found - wanted) <= within, `${what} ${found} is not ${wanted} ± ${within}`);
}
