// An ONNX model of one node, Dropout in training mode, in the bytes of its protobuf.
// Source: onnx.proto3 of ONNX 1.8, whose field numbers these are; operator Dropout of opset 13.

/** dtypes of onnx.TensorProto. */
const FLOAT = 1;
const BOOL = 9;

/**
 * y = Dropout(x, ratio, training_mode = true), all float32.
 *
 * @param {number} size   x, y [size]
 * @param {number} ratio  probability of an element to be zeroed
 */
export function dropoutModel(size, ratio) {
  const node = [
    ...['x', 'ratio', 'training_mode'].map((name) => text(1, name)),
    text(2, 'y'),
    text(4, 'Dropout'),
  ];
  const graph = [
    message(1, node),
    text(2, 'dropout'),
    message(5, scalar('ratio', FLOAT, new Uint8Array(Float32Array.of(ratio).buffer))),
    message(5, scalar('training_mode', BOOL, Uint8Array.of(1))),
    message(11, vector('x', size)),
    message(12, vector('y', size)),
  ];
  const opset = [text(1, ''), number(2, 13)];
  const model = [number(1, 7), message(7, graph), message(8, opset)]; // 7: IR version of ONNX 1.8
  return Uint8Array.from(model.flat());
}

// TensorProto; no dims make it a scalar.
function scalar(name, dtype, bytes) {
  return [number(2, dtype), text(8, name), field(9, bytes)];
}

// ValueInfoProto { name, type: TypeProto { tensor_type { elem_type, shape { dim { dim_value }}}}}
function vector(name, size) {
  const shape = [message(1, [number(1, size)])];
  const tensor = [number(1, FLOAT), message(2, shape)];
  return [text(1, name), message(2, [message(1, tensor)])];
}

// The encoding of protobuf: a key is the field's number with the type of what follows.
const VARINT = 0;
const LENGTH_DELIMITED = 2;

function varint(value) {
  const bytes = [];
  for (; value >= 128; value = Math.floor(value / 128)) bytes.push((value % 128) + 128);
  return [...bytes, value];
}

const number = (id, value) => [...varint(id * 8 + VARINT), ...varint(value)];

const field = (id, bytes) => [
  ...varint(id * 8 + LENGTH_DELIMITED),
  ...varint(bytes.length),
  ...bytes,
];

const text = (id, value) => field(id, new TextEncoder().encode(value));

const message = (id, fields) => field(id, fields.flat());
