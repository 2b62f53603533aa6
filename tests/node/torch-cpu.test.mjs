// The engines `torch-cpu` and `torch-cpu-mkl`: the numbers that PyTorch gives on a CPU, to the last
// bit.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { load } from 'dropout-playground';
import { describeTensor, endsInTheCLibrary, readCases, runProgram } from './fixtures.mjs';
import { dropout, MersenneTwister, uniform32 } from './torch-cpu-oracle.mjs';

const api = await load();
const { tensor, ones, Dropout, Generator } = api;

const seeded = (seed) => new Generator('torch-cpu').manualSeed(seed);

// Builds for machines without AVX2 are called "default"; `other_outputs` has what differs there:
// normals, and linspace, which is that of AVX2 here.
const BUILDS = [
  ['torch-cpu', {}, 'torch-cpu-default.json', { programs: 220, tensors: 690 }],
  [
    'torch-cpu',
    { normalKernel: 'scalar' },
    'torch-cpu-default.json',
    { programs: 40, tensors: 155 },
  ],
  ['torch-cpu-mkl', {}, 'torch-cpu-mkl.json', { programs: 132, tensors: 367 }],
];

for (const [engine, options, file, counts] of BUILDS) {
  const isScalar = options.normalKernel === 'scalar';
  const scalarOutputs = ({ steps, other_outputs: others }) =>
    steps.every(({ op }) => op !== 'linspace') &&
    others?.find(({ identical_in: builds }) => builds.includes('torch 2.14 default'));

  describe(`every tensor has the bits that PyTorch gave it: ${engine}${isScalar ? ', scalar normals' : ''}`, () => {
    const programs = readCases(file).filter((program) => !isScalar || scalarOutputs(program));
    let tensorCount = 0;

    for (const program of programs) {
      test(program.id, () => {
        const generator = new Generator(engine, options);
        const tensors = runProgram(api, program, generator);
        const outputs = { ...program.outputs, ...(isScalar && scalarOutputs(program).outputs) };
        for (const [name, expected] of Object.entries(outputs)) {
          if (endsInTheCLibrary(program, name)) continue;
          assert.deepEqual(describeTensor(tensors.get(name), expected), expected, name);
          ++tensorCount;
        }
        for (const [name, isInput] of Object.entries(program.same_storage_as_input)) {
          const { in: input } = program.steps.find(({ out }) => out === name);
          assert.equal(tensors.get(name) === tensors.get(input), isInput, name);
        }
      });
    }

    test('the fixture has not shrunk unseen', () => {
      assert.deepEqual({ programs: programs.length, tensors: tensorCount }, counts);
    });
  });
}

describe('what people come to see', () => {
  const matrix = () => tensor('[[1, 2, 3, 4], [5, 6, 7, 8]]');

  test('seed 42 and p = 0.5 drop nothing of [1, 2, 3, 4]', () => {
    const y = new Dropout(0.5, { generator: seeded(42) }).forward(tensor([1, 2, 3, 4]));
    assert.equal(String(y), 'tensor([2., 4., 6., 8.])');
  });

  test('seed 42 and p = 0.5 drop three of [[1, 2, 3, 4], [5, 6, 7, 8]]', () => {
    const y = new Dropout(0.5, { generator: seeded(42) }).forward(matrix());
    assert.equal(
      String(y),
      `tensor([[ 2.,  4.,  6.,  8.],
        [ 0., 12.,  0.,  0.]])`,
    );
  });

  test('Dropout(p=0.3) scales by 1 / 0.7', () => {
    const y = new Dropout(0.3, { generator: seeded(42) }).forward(matrix());
    assert.equal(
      String(y),
      `tensor([[1.4286, 2.8571, 4.2857, 5.7143],
        [7.1429, 8.5714, 0.0000, 0.0000]])`,
    );
  });

  test('Dropout(p=0.7, inplace=True) changes its input and returns it', () => {
    const x = matrix();
    const y = new Dropout(0.7, { inplace: true, generator: seeded(42) }).forward(x);
    assert.equal(y, x);
    assert.equal(
      String(x),
      `tensor([[ 3.3333,  6.6667, 10.0000, 13.3333],
        [ 0.0000,  0.0000,  0.0000,  0.0000]])`,
    );
  });

  // Printed on macOS by a reader of github.com/rasbt/LLMs-from-scratch, issue 57.
  test('torch.ones(6, 6) with seed 123 is what a Mac prints', () => {
    const y = new Dropout(0.5, { generator: seeded(123) }).forward(ones([6, 6]));
    assert.equal(
      String(y),
      `tensor([[2., 2., 0., 2., 2., 0.],
        [0., 0., 0., 2., 0., 2.],
        [2., 2., 2., 2., 0., 2.],
        [0., 2., 2., 0., 0., 2.],
        [0., 2., 0., 2., 0., 2.],
        [0., 2., 2., 2., 2., 0.]])`,
    );
  });
});

describe('an oracle that shares no code with the package', () => {
  test('is a Mersenne Twister: its known words come out', () => {
    const twister = new MersenneTwister(5489);
    const words = Array.from({ length: 10_000 }, () => twister.next());
    assert.deepEqual(words.slice(0, 3), [3499211612, 581869302, 3890346734]);
    assert.equal(words.at(-1), 4123659995);
  });

  for (const p of [0.1, 0.3, 0.5, 0.7]) {
    for (const seed of [0, 42, 123, -1, 2n ** 63n]) {
      test(`drops and scales the same as Dropout(${p}) for seed ${seed}, call after call`, () => {
        const x = tensor([-3, -0, 0.1, 1e-40, 2, 3e38, Infinity, NaN, 5, 7, 11]);
        const layer = new Dropout(p, { generator: seeded(seed) });
        const twister = new MersenneTwister(seed);
        // 100 calls of 22 words each use up several blocks of 624.
        for (let call = 0; call < 100; ++call) {
          const expected = dropout(twister, x.toArray(), p);
          assert.deepEqual(layer.forward(x).toArray(), expected, `call ${call}`);
        }
      });
    }
  }

  test('draws the same uniforms as rand', () => {
    const twister = new MersenneTwister(7);
    const expected = Array.from({ length: 2000 }, () => uniform32(twister));
    assert.deepEqual(seeded(7).rand([2000]).toArray(), expected);
  });
});
