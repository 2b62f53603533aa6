// The types of the operations are those of the schemas that the wasm module has.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { camelCase, operationsIn, schemas, typesOf } from '../../scripts/torch-operations.mjs';

const written = readFileSync(
  new URL('../../web/core/operations/torch-operations.ts', import.meta.url),
  'utf8',
);
/** The schemas that stand above the types. @param {string} text */
const schemasIn = (text) =>
  [...text.matchAll(/^ {2}\/\*\* `(.+)` \*\/$/gm)].map(([, schema]) => schema);

test('`npm run torch` has been run since an operation changed', async () => {
  const there = schemasIn(typesOf(operationsIn(await schemas())));
  assert.ok(there.length > 500);
  assert.deepEqual(schemasIn(written), there);
});

test('a schema is read with all that it says', () => {
  const [operation] = operationsIn(
    '2chunk(Tensor(a -> *) self, int chunks, int[2]? dim=None, *, Generator? generator=None) -> (Tensor, Tensor[])',
  );
  assert.equal(operation?.result, '[Tensor, Tensor[]]');
  assert.deepEqual(
    operation?.parameters.map(({ name, type, isByName, isOptional }) => [
      name,
      type,
      isByName,
      isOptional,
    ]),
    [
      ['self', 'Tensor', false, false],
      ['chunks', 'number', false, false],
      ['dim', 'number | readonly number[] | null', false, true],
      ['generator', 'Generator | null', true, true],
    ],
  );
});

test('a name keeps its last underscore, and its first', () => {
  assert.deepEqual(['masked_fill_', '_log_softmax', 'conv1d'].map(camelCase), [
    'maskedFill_',
    '_logSoftmax',
    'conv1d',
  ]);
});
