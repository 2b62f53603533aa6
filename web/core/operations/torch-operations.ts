// The types of all operations. `npm run torch` writes this file from the schemas that the wasm module has of them.
import type { Generator } from './generator.ts';
import type { DType, Tensor } from './tensor.ts';

/** A number of a program. A whole one is an integer, as Python's 2 is; a bigint always. */
export type Scalar = number | bigint | boolean;

export type Reduction = 'none' | 'mean' | 'sum';

/** The functions that are operations. */
export interface TorchFunctions {
  /** `_log_softmax(Tensor self, int dim, bool half_to_float) -> Tensor` */
  _logSoftmax(self: Tensor, dim: number, halfToFloat: boolean): Tensor;
  /** `_pack_padded_sequence(Tensor input, Tensor lengths, bool batch_first) -> (Tensor, Tensor)` */
  _packPaddedSequence(input: Tensor, lengths: Tensor, batchFirst: boolean): [Tensor, Tensor];
  /** `_pad_packed_sequence(Tensor data, Tensor batch_sizes, bool batch_first, Scalar padding_value, int total_length) -> (Tensor, Tensor)` */
  _padPackedSequence(
    data: Tensor,
    batchSizes: Tensor,
    batchFirst: boolean,
    paddingValue: Scalar,
    totalLength: number,
  ): [Tensor, Tensor];
  /** `_softmax(Tensor self, int dim, bool half_to_float) -> Tensor` */
  _softmax(self: Tensor, dim: number, halfToFloat: boolean): Tensor;
  /** `_unique2(Tensor self, bool sorted=True, bool return_inverse=False, bool return_counts=False) -> (Tensor, Tensor, Tensor)` */
  _unique2(
    self: Tensor,
    sorted?: boolean,
    returnInverse?: boolean,
    returnCounts?: boolean,
  ): [Tensor, Tensor, Tensor];
  _unique2(
    self: Tensor,
    options?: { sorted?: boolean; returnInverse?: boolean; returnCounts?: boolean },
  ): [Tensor, Tensor, Tensor];
  /** `_weight_norm(Tensor v, Tensor g, int dim=0) -> Tensor` */
  _weightNorm(v: Tensor, g: Tensor, dim?: number): Tensor;
  _weightNorm(v: Tensor, g: Tensor, options?: { dim?: number }): Tensor;
  /** `_weight_norm_interface(Tensor v, Tensor g, int dim=0) -> (Tensor, Tensor)` */
  _weightNormInterface(v: Tensor, g: Tensor, dim?: number): [Tensor, Tensor];
  _weightNormInterface(v: Tensor, g: Tensor, options?: { dim?: number }): [Tensor, Tensor];
  /** `abs(Tensor self) -> Tensor` */
  abs(self: Tensor): Tensor;
  /** `absolute(Tensor self) -> Tensor` */
  absolute(self: Tensor): Tensor;
  /** `acos(Tensor self) -> Tensor` */
  acos(self: Tensor): Tensor;
  /** `acosh(Tensor self) -> Tensor` */
  acosh(self: Tensor): Tensor;
  /** `adam_step_(Tensor(a!) self, Tensor grad, Tensor(b!) exp_avg, Tensor(c!) exp_avg_sq, Tensor(d!)? max_exp_avg_sq=None, *, float lr, float beta1, float beta2, float eps, float weight_decay=0, bool decoupled=False, float bias_correction1, float bias_correction2) -> Tensor(a!)` */
  adamStep_(
    self: Tensor,
    grad: Tensor,
    expAvg: Tensor,
    expAvgSq: Tensor,
    maxExpAvgSq?: Tensor | null,
    options?: {
      lr: number;
      beta1: number;
      beta2: number;
      eps: number;
      weightDecay?: number;
      decoupled?: boolean;
      biasCorrection1: number;
      biasCorrection2: number;
    },
  ): Tensor;
  adamStep_(
    self: Tensor,
    grad: Tensor,
    expAvg: Tensor,
    expAvgSq: Tensor,
    options?: {
      maxExpAvgSq?: Tensor | null;
      lr: number;
      beta1: number;
      beta2: number;
      eps: number;
      weightDecay?: number;
      decoupled?: boolean;
      biasCorrection1: number;
      biasCorrection2: number;
    },
  ): Tensor;
  /** `adaptive_avg_pool1d(Tensor self, int[1] output_size) -> Tensor` */
  adaptiveAvgPool1d(self: Tensor, outputSize: number | readonly number[]): Tensor;
  /** `adaptive_avg_pool2d(Tensor self, int[2] output_size) -> Tensor` */
  adaptiveAvgPool2d(self: Tensor, outputSize: number | readonly number[]): Tensor;
  /** `adaptive_max_pool1d(Tensor self, int[1] output_size) -> (Tensor, Tensor)` */
  adaptiveMaxPool1d(self: Tensor, outputSize: number | readonly number[]): [Tensor, Tensor];
  /** `adaptive_max_pool2d(Tensor self, int[2] output_size) -> (Tensor, Tensor)` */
  adaptiveMaxPool2d(self: Tensor, outputSize: number | readonly number[]): [Tensor, Tensor];
  /** `add.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor` */
  add(self: Tensor, other: Tensor | Scalar, options?: { alpha?: Scalar }): Tensor;
  /** `add.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor` */
  add(self: Tensor, other: Scalar, alpha?: Scalar): Tensor;
  add(self: Tensor, other: Scalar, options?: { alpha?: Scalar }): Tensor;
  /** `addbmm(Tensor self, Tensor batch1, Tensor batch2, *, Scalar beta=1, Scalar alpha=1) -> Tensor` */
  addbmm(
    self: Tensor,
    batch1: Tensor,
    batch2: Tensor,
    options?: { beta?: Scalar; alpha?: Scalar },
  ): Tensor;
  /** `addcdiv(Tensor self, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor` */
  addcdiv(self: Tensor, tensor1: Tensor, tensor2: Tensor, options?: { value?: Scalar }): Tensor;
  /** `addcmul(Tensor self, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor` */
  addcmul(self: Tensor, tensor1: Tensor, tensor2: Tensor, options?: { value?: Scalar }): Tensor;
  /** `addmm(Tensor self, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1) -> Tensor` */
  addmm(
    self: Tensor,
    mat1: Tensor,
    mat2: Tensor,
    options?: { beta?: Scalar; alpha?: Scalar },
  ): Tensor;
  /** `addmv(Tensor self, Tensor mat, Tensor vec, *, Scalar beta=1, Scalar alpha=1) -> Tensor` */
  addmv(
    self: Tensor,
    mat: Tensor,
    vec: Tensor,
    options?: { beta?: Scalar; alpha?: Scalar },
  ): Tensor;
  /** `addr(Tensor self, Tensor vec1, Tensor vec2, *, Scalar beta=1, Scalar alpha=1) -> Tensor` */
  addr(
    self: Tensor,
    vec1: Tensor,
    vec2: Tensor,
    options?: { beta?: Scalar; alpha?: Scalar },
  ): Tensor;
  /** `adjoint(Tensor(a) self) -> Tensor(a)` */
  adjoint(self: Tensor): Tensor;
  /** `alias(Tensor(a) self) -> Tensor(a)` */
  alias(self: Tensor): Tensor;
  /** `all(Tensor self) -> Tensor` */
  all(self: Tensor): Tensor;
  /** `all.dim(Tensor self, int dim, bool keepdim=False) -> Tensor` */
  all(self: Tensor, dim: number, keepdim?: boolean): Tensor;
  all(self: Tensor, dim: number, options?: { keepdim?: boolean }): Tensor;
  /** `allclose(Tensor self, Tensor other, float rtol=1e-05, float atol=1e-08, bool equal_nan=False) -> bool` */
  allclose(
    self: Tensor,
    other: Tensor | Scalar,
    rtol?: number,
    atol?: number,
    equalNan?: boolean,
  ): boolean;
  allclose(
    self: Tensor,
    other: Tensor | Scalar,
    options?: { rtol?: number; atol?: number; equalNan?: boolean },
  ): boolean;
  /** `alpha_dropout(Tensor input, float p, bool train) -> Tensor` */
  alphaDropout(input: Tensor, p: number, train: boolean): Tensor;
  /** `alpha_dropout_(Tensor(a!) self, float p, bool train) -> Tensor(a!)` */
  alphaDropout_(self: Tensor, p: number, train: boolean): Tensor;
  /** `amax(Tensor self, int[1] dim=[], bool keepdim=False) -> Tensor` */
  amax(self: Tensor, dim?: number | readonly number[], keepdim?: boolean): Tensor;
  amax(self: Tensor, options?: { dim?: number | readonly number[]; keepdim?: boolean }): Tensor;
  /** `amin(Tensor self, int[1] dim=[], bool keepdim=False) -> Tensor` */
  amin(self: Tensor, dim?: number | readonly number[], keepdim?: boolean): Tensor;
  amin(self: Tensor, options?: { dim?: number | readonly number[]; keepdim?: boolean }): Tensor;
  /** `aminmax(Tensor self, *, int? dim=None, bool keepdim=False) -> (Tensor min, Tensor max)` */
  aminmax(self: Tensor, options?: { dim?: number | null; keepdim?: boolean }): [Tensor, Tensor];
  /** `any(Tensor self) -> Tensor` */
  any(self: Tensor): Tensor;
  /** `any.dim(Tensor self, int dim, bool keepdim=False) -> Tensor` */
  any(self: Tensor, dim: number, keepdim?: boolean): Tensor;
  any(self: Tensor, dim: number, options?: { keepdim?: boolean }): Tensor;
  /** `arange(Scalar end, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  arange(
    end: Scalar,
    options?: { dtype?: DType | null; device?: string | null; pinMemory?: boolean | null },
  ): Tensor;
  /** `arange.start(Scalar start, Scalar end, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  arange(
    start: Scalar,
    end: Scalar,
    options?: { dtype?: DType | null; device?: string | null; pinMemory?: boolean | null },
  ): Tensor;
  /** `arange.start_step(Scalar start, Scalar end, Scalar step=1, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  arange(
    start: Scalar,
    end: Scalar,
    step?: Scalar,
    options?: { dtype?: DType | null; device?: string | null; pinMemory?: boolean | null },
  ): Tensor;
  arange(
    start: Scalar,
    end: Scalar,
    options?: {
      step?: Scalar;
      dtype?: DType | null;
      device?: string | null;
      pinMemory?: boolean | null;
    },
  ): Tensor;
  /** `arccos(Tensor self) -> Tensor` */
  arccos(self: Tensor): Tensor;
  /** `arcsin(Tensor self) -> Tensor` */
  arcsin(self: Tensor): Tensor;
  /** `arctan(Tensor self) -> Tensor` */
  arctan(self: Tensor): Tensor;
  /** `argmax(Tensor self, int? dim=None, bool keepdim=False) -> Tensor` */
  argmax(self: Tensor, dim?: number | null, keepdim?: boolean): Tensor;
  argmax(self: Tensor, options?: { dim?: number | null; keepdim?: boolean }): Tensor;
  /** `argmin(Tensor self, int? dim=None, bool keepdim=False) -> Tensor` */
  argmin(self: Tensor, dim?: number | null, keepdim?: boolean): Tensor;
  argmin(self: Tensor, options?: { dim?: number | null; keepdim?: boolean }): Tensor;
  /** `argsort(Tensor self, int dim=-1, bool descending=False) -> Tensor` */
  argsort(self: Tensor, dim?: number, descending?: boolean): Tensor;
  argsort(self: Tensor, options?: { dim?: number; descending?: boolean }): Tensor;
  /** `argsort.stable(Tensor self, *, bool stable, int dim=-1, bool descending=False) -> Tensor` */
  argsort(self: Tensor, options?: { stable: boolean; dim?: number; descending?: boolean }): Tensor;
  /** `argwhere(Tensor self) -> Tensor` */
  argwhere(self: Tensor): Tensor;
  /** `as_strided(Tensor(a) self, SymInt[] size, SymInt[] stride, SymInt? storage_offset=None) -> Tensor(a)` */
  asStrided(
    self: Tensor,
    size: readonly number[],
    stride: readonly number[],
    storageOffset?: number | null,
  ): Tensor;
  asStrided(
    self: Tensor,
    size: readonly number[],
    stride: readonly number[],
    options?: { storageOffset?: number | null },
  ): Tensor;
  /** `asin(Tensor self) -> Tensor` */
  asin(self: Tensor): Tensor;
  /** `asinh(Tensor self) -> Tensor` */
  asinh(self: Tensor): Tensor;
  /** `atan(Tensor self) -> Tensor` */
  atan(self: Tensor): Tensor;
  /** `atan2(Tensor self, Tensor other) -> Tensor` */
  atan2(self: Tensor, other: Tensor | Scalar): Tensor;
  /** `atanh(Tensor self) -> Tensor` */
  atanh(self: Tensor): Tensor;
  /** `atleast_1d(Tensor self) -> Tensor` */
  atleast1d(self: Tensor): Tensor;
  /** `atleast_1d.Sequence(Tensor[] tensors) -> Tensor[]` */
  atleast1d(tensors: readonly Tensor[]): Tensor[];
  /** `atleast_2d(Tensor self) -> Tensor` */
  atleast2d(self: Tensor): Tensor;
  /** `atleast_2d.Sequence(Tensor[] tensors) -> Tensor[]` */
  atleast2d(tensors: readonly Tensor[]): Tensor[];
  /** `atleast_3d(Tensor self) -> Tensor` */
  atleast3d(self: Tensor): Tensor;
  /** `atleast_3d.Sequence(Tensor[] tensors) -> Tensor[]` */
  atleast3d(tensors: readonly Tensor[]): Tensor[];
  /** `avg_pool1d(Tensor self, int[1] kernel_size, int[1] stride=[], int[1] padding=0, bool ceil_mode=False, bool count_include_pad=True) -> Tensor` */
  avgPool1d(
    self: Tensor,
    kernelSize: number | readonly number[],
    stride?: number | readonly number[],
    padding?: number | readonly number[],
    ceilMode?: boolean,
    countIncludePad?: boolean,
  ): Tensor;
  avgPool1d(
    self: Tensor,
    kernelSize: number | readonly number[],
    options?: {
      stride?: number | readonly number[];
      padding?: number | readonly number[];
      ceilMode?: boolean;
      countIncludePad?: boolean;
    },
  ): Tensor;
  /** `avg_pool2d(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, bool ceil_mode=False, bool count_include_pad=True, int? divisor_override=None) -> Tensor` */
  avgPool2d(
    self: Tensor,
    kernelSize: number | readonly number[],
    stride?: number | readonly number[],
    padding?: number | readonly number[],
    ceilMode?: boolean,
    countIncludePad?: boolean,
    divisorOverride?: number | null,
  ): Tensor;
  avgPool2d(
    self: Tensor,
    kernelSize: number | readonly number[],
    options?: {
      stride?: number | readonly number[];
      padding?: number | readonly number[];
      ceilMode?: boolean;
      countIncludePad?: boolean;
      divisorOverride?: number | null;
    },
  ): Tensor;
  /** `baddbmm(Tensor self, Tensor batch1, Tensor batch2, *, Scalar beta=1, Scalar alpha=1) -> Tensor` */
  baddbmm(
    self: Tensor,
    batch1: Tensor,
    batch2: Tensor,
    options?: { beta?: Scalar; alpha?: Scalar },
  ): Tensor;
  /** `batch_norm(Tensor input, Tensor? weight, Tensor? bias, Tensor? running_mean, Tensor? running_var, bool training, float momentum, float eps, bool cudnn_enabled) -> Tensor` */
  batchNorm(
    input: Tensor,
    weight: Tensor | null,
    bias: Tensor | null,
    runningMean: Tensor | null,
    runningVar: Tensor | null,
    training: boolean,
    momentum: number,
    eps: number,
    cudnnEnabled: boolean,
  ): Tensor;
  /** `bernoulli(Tensor self, *, Generator? generator=None) -> Tensor` */
  bernoulli(self: Tensor, options?: { generator?: Generator | null }): Tensor;
  /** `bernoulli.p(Tensor self, float p, *, Generator? generator=None) -> Tensor` */
  bernoulli(self: Tensor, p: number, options?: { generator?: Generator | null }): Tensor;
  /** `bernoulli.Tensor(Tensor self, Tensor p, *, Generator? generator=None) -> Tensor` */
  bernoulli(self: Tensor, p: Tensor, options?: { generator?: Generator | null }): Tensor;
  /** `bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias=None) -> Tensor` */
  bilinear(input1: Tensor, input2: Tensor, weight: Tensor, bias?: Tensor | null): Tensor;
  bilinear(
    input1: Tensor,
    input2: Tensor,
    weight: Tensor,
    options?: { bias?: Tensor | null },
  ): Tensor;
  /** `binary_cross_entropy(Tensor self, Tensor target, Tensor? weight=None, int reduction=Mean) -> Tensor` */
  binaryCrossEntropy(
    self: Tensor,
    target: Tensor,
    weight?: Tensor | null,
    reduction?: number | Reduction,
  ): Tensor;
  binaryCrossEntropy(
    self: Tensor,
    target: Tensor,
    options?: { weight?: Tensor | null; reduction?: number | Reduction },
  ): Tensor;
  /** `binary_cross_entropy_with_logits(Tensor self, Tensor target, Tensor? weight=None, Tensor? pos_weight=None, int reduction=Mean) -> Tensor` */
  binaryCrossEntropyWithLogits(
    self: Tensor,
    target: Tensor,
    weight?: Tensor | null,
    posWeight?: Tensor | null,
    reduction?: number | Reduction,
  ): Tensor;
  binaryCrossEntropyWithLogits(
    self: Tensor,
    target: Tensor,
    options?: { weight?: Tensor | null; posWeight?: Tensor | null; reduction?: number | Reduction },
  ): Tensor;
  /** `bincount(Tensor self, Tensor? weights=None, int minlength=0) -> Tensor` */
  bincount(self: Tensor, weights?: Tensor | null, minlength?: number): Tensor;
  bincount(self: Tensor, options?: { weights?: Tensor | null; minlength?: number }): Tensor;
  /** `bitwise_and.Tensor(Tensor self, Tensor other) -> Tensor` */
  bitwiseAnd(self: Tensor, other: Tensor | Scalar): Tensor;
  /** `bitwise_and.Scalar(Tensor self, Scalar other) -> Tensor` */
  bitwiseAnd(self: Tensor, other: Scalar): Tensor;
  /** `bitwise_left_shift.Tensor(Tensor self, Tensor other) -> Tensor` */
  bitwiseLeftShift(self: Tensor, other: Tensor | Scalar): Tensor;
  /** `bitwise_left_shift.Tensor_Scalar(Tensor self, Scalar other) -> Tensor` */
  bitwiseLeftShift(self: Tensor, other: Scalar): Tensor;
  /** `bitwise_not(Tensor self) -> Tensor` */
  bitwiseNot(self: Tensor): Tensor;
  /** `bitwise_or.Tensor(Tensor self, Tensor other) -> Tensor` */
  bitwiseOr(self: Tensor, other: Tensor | Scalar): Tensor;
  /** `bitwise_or.Scalar(Tensor self, Scalar other) -> Tensor` */
  bitwiseOr(self: Tensor, other: Scalar): Tensor;
  /** `bitwise_right_shift.Tensor(Tensor self, Tensor other) -> Tensor` */
  bitwiseRightShift(self: Tensor, other: Tensor | Scalar): Tensor;
  /** `bitwise_right_shift.Tensor_Scalar(Tensor self, Scalar other) -> Tensor` */
  bitwiseRightShift(self: Tensor, other: Scalar): Tensor;
  /** `bitwise_xor.Tensor(Tensor self, Tensor other) -> Tensor` */
  bitwiseXor(self: Tensor, other: Tensor | Scalar): Tensor;
  /** `bitwise_xor.Scalar(Tensor self, Scalar other) -> Tensor` */
  bitwiseXor(self: Tensor, other: Scalar): Tensor;
  /** `block_diag(Tensor[] tensors) -> Tensor` */
  blockDiag(tensors: readonly Tensor[]): Tensor;
  /** `bmm(Tensor self, Tensor mat2) -> Tensor` */
  bmm(self: Tensor, mat2: Tensor): Tensor;
  /** `broadcast_tensors(Tensor[] tensors) -> Tensor[]` */
  broadcastTensors(tensors: readonly Tensor[]): Tensor[];
  /** `broadcast_to(Tensor(a) self, int[] size) -> Tensor(a)` */
  broadcastTo(self: Tensor, size: readonly number[]): Tensor;
  /** `bucketize.Tensor(Tensor self, Tensor boundaries, *, bool out_int32=False, bool right=False) -> Tensor` */
  bucketize(
    self: Tensor,
    boundaries: Tensor,
    options?: { outInt32?: boolean; right?: boolean },
  ): Tensor;
  /** `bucketize.Scalar(Scalar self, Tensor boundaries, *, bool out_int32=False, bool right=False) -> Tensor` */
  bucketize(
    self: Scalar,
    boundaries: Tensor,
    options?: { outInt32?: boolean; right?: boolean },
  ): Tensor;
  /** `can_cast(ScalarType from_, ScalarType to) -> bool` */
  canCast(from_: DType, to: DType): boolean;
  /** `cartesian_prod(Tensor[] tensors) -> Tensor` */
  cartesianProd(tensors: readonly Tensor[]): Tensor;
  /** `cat(Tensor[] tensors, int dim=0) -> Tensor` */
  cat(tensors: readonly Tensor[], dim?: number): Tensor;
  cat(tensors: readonly Tensor[], options?: { dim?: number }): Tensor;
  /** `cdist(Tensor x1, Tensor x2, float p=2, int? compute_mode=None) -> Tensor` */
  cdist(x1: Tensor, x2: Tensor, p?: number, computeMode?: number | null): Tensor;
  cdist(x1: Tensor, x2: Tensor, options?: { p?: number; computeMode?: number | null }): Tensor;
  /** `ceil(Tensor self) -> Tensor` */
  ceil(self: Tensor): Tensor;
  /** `celu(Tensor self, Scalar alpha=1.0) -> Tensor` */
  celu(self: Tensor, alpha?: Scalar): Tensor;
  celu(self: Tensor, options?: { alpha?: Scalar }): Tensor;
  /** `celu_(Tensor(a!) self, Scalar alpha=1.0) -> Tensor(a!)` */
  celu_(self: Tensor, alpha?: Scalar): Tensor;
  celu_(self: Tensor, options?: { alpha?: Scalar }): Tensor;
  /** `chain_matmul(Tensor[] matrices) -> Tensor` */
  chainMatmul(matrices: readonly Tensor[]): Tensor;
  /** `cholesky(Tensor self, bool upper=False) -> Tensor` */
  cholesky(self: Tensor, upper?: boolean): Tensor;
  cholesky(self: Tensor, options?: { upper?: boolean }): Tensor;
  /** `chunk(Tensor(a -> *) self, int chunks, int dim=0) -> Tensor(a)[]` */
  chunk(self: Tensor, chunks: number, dim?: number): Tensor[];
  chunk(self: Tensor, chunks: number, options?: { dim?: number }): Tensor[];
  /** `clamp(Tensor self, Scalar? min=None, Scalar? max=None) -> Tensor` */
  clamp(self: Tensor, min?: Scalar | null, max?: Scalar | null): Tensor;
  clamp(self: Tensor, options?: { min?: Scalar | null; max?: Scalar | null }): Tensor;
  /** `clamp.Tensor(Tensor self, Tensor? min=None, Tensor? max=None) -> Tensor` */
  clamp(self: Tensor, min?: Tensor | null, max?: Tensor | null): Tensor;
  clamp(self: Tensor, options?: { min?: Tensor | null; max?: Tensor | null }): Tensor;
  /** `clamp_max(Tensor self, Scalar max) -> Tensor` */
  clampMax(self: Tensor, max: Scalar): Tensor;
  /** `clamp_max.Tensor(Tensor self, Tensor max) -> Tensor` */
  clampMax(self: Tensor, max: Tensor): Tensor;
  /** `clamp_min(Tensor self, Scalar min) -> Tensor` */
  clampMin(self: Tensor, min: Scalar): Tensor;
  /** `clamp_min.Tensor(Tensor self, Tensor min) -> Tensor` */
  clampMin(self: Tensor, min: Tensor): Tensor;
  /** `clip(Tensor self, Scalar? min=None, Scalar? max=None) -> Tensor` */
  clip(self: Tensor, min?: Scalar | null, max?: Scalar | null): Tensor;
  clip(self: Tensor, options?: { min?: Scalar | null; max?: Scalar | null }): Tensor;
  /** `clip.Tensor(Tensor self, Tensor? min=None, Tensor? max=None) -> Tensor` */
  clip(self: Tensor, min?: Tensor | null, max?: Tensor | null): Tensor;
  clip(self: Tensor, options?: { min?: Tensor | null; max?: Tensor | null }): Tensor;
  /** `clone(Tensor self, *, MemoryFormat? memory_format=None) -> Tensor` */
  clone(self: Tensor): Tensor;
  /** `column_stack(Tensor[] tensors) -> Tensor` */
  columnStack(tensors: readonly Tensor[]): Tensor;
  /** `combinations(Tensor self, int r=2, bool with_replacement=False) -> Tensor` */
  combinations(self: Tensor, r?: number, withReplacement?: boolean): Tensor;
  combinations(self: Tensor, options?: { r?: number; withReplacement?: boolean }): Tensor;
  /** `concat(Tensor[] tensors, int dim=0) -> Tensor` */
  concat(tensors: readonly Tensor[], dim?: number): Tensor;
  concat(tensors: readonly Tensor[], options?: { dim?: number }): Tensor;
  /** `concatenate(Tensor[] tensors, int dim=0) -> Tensor` */
  concatenate(tensors: readonly Tensor[], dim?: number): Tensor;
  concatenate(tensors: readonly Tensor[], options?: { dim?: number }): Tensor;
  /** `constant_pad_nd(Tensor self, int[] pad, Scalar value=0) -> Tensor` */
  constantPadNd(self: Tensor, pad: readonly number[], value?: Scalar): Tensor;
  constantPadNd(self: Tensor, pad: readonly number[], options?: { value?: Scalar }): Tensor;
  /** `conv1d(Tensor input, Tensor weight, Tensor? bias=None, int[1] stride=1, int[1] padding=0, int[1] dilation=1, int groups=1) -> Tensor` */
  conv1d(
    input: Tensor,
    weight: Tensor,
    bias?: Tensor | null,
    stride?: number | readonly number[],
    padding?: number | readonly number[],
    dilation?: number | readonly number[],
    groups?: number,
  ): Tensor;
  conv1d(
    input: Tensor,
    weight: Tensor,
    options?: {
      bias?: Tensor | null;
      stride?: number | readonly number[];
      padding?: number | readonly number[];
      dilation?: number | readonly number[];
      groups?: number;
    },
  ): Tensor;
  /** `conv1d.padding(Tensor input, Tensor weight, Tensor? bias=None, int[1] stride=1, str padding="valid", int[1] dilation=1, int groups=1) -> Tensor` */
  conv1d(
    input: Tensor,
    weight: Tensor,
    bias?: Tensor | null,
    stride?: number | readonly number[],
    padding?: string,
    dilation?: number | readonly number[],
    groups?: number,
  ): Tensor;
  conv1d(
    input: Tensor,
    weight: Tensor,
    options?: {
      bias?: Tensor | null;
      stride?: number | readonly number[];
      padding?: string;
      dilation?: number | readonly number[];
      groups?: number;
    },
  ): Tensor;
  /** `conv2d(Tensor input, Tensor weight, Tensor? bias=None, int[2] stride=1, int[2] padding=0, int[2] dilation=1, int groups=1) -> Tensor` */
  conv2d(
    input: Tensor,
    weight: Tensor,
    bias?: Tensor | null,
    stride?: number | readonly number[],
    padding?: number | readonly number[],
    dilation?: number | readonly number[],
    groups?: number,
  ): Tensor;
  conv2d(
    input: Tensor,
    weight: Tensor,
    options?: {
      bias?: Tensor | null;
      stride?: number | readonly number[];
      padding?: number | readonly number[];
      dilation?: number | readonly number[];
      groups?: number;
    },
  ): Tensor;
  /** `conv2d.padding(Tensor input, Tensor weight, Tensor? bias=None, int[2] stride=1, str padding="valid", int[2] dilation=1, int groups=1) -> Tensor` */
  conv2d(
    input: Tensor,
    weight: Tensor,
    bias?: Tensor | null,
    stride?: number | readonly number[],
    padding?: string,
    dilation?: number | readonly number[],
    groups?: number,
  ): Tensor;
  conv2d(
    input: Tensor,
    weight: Tensor,
    options?: {
      bias?: Tensor | null;
      stride?: number | readonly number[];
      padding?: string;
      dilation?: number | readonly number[];
      groups?: number;
    },
  ): Tensor;
  /** `conv3d(Tensor input, Tensor weight, Tensor? bias=None, int[3] stride=1, int[3] padding=0, int[3] dilation=1, int groups=1) -> Tensor` */
  conv3d(
    input: Tensor,
    weight: Tensor,
    bias?: Tensor | null,
    stride?: number | readonly number[],
    padding?: number | readonly number[],
    dilation?: number | readonly number[],
    groups?: number,
  ): Tensor;
  conv3d(
    input: Tensor,
    weight: Tensor,
    options?: {
      bias?: Tensor | null;
      stride?: number | readonly number[];
      padding?: number | readonly number[];
      dilation?: number | readonly number[];
      groups?: number;
    },
  ): Tensor;
  /** `conv3d.padding(Tensor input, Tensor weight, Tensor? bias=None, int[3] stride=1, str padding="valid", int[3] dilation=1, int groups=1) -> Tensor` */
  conv3d(
    input: Tensor,
    weight: Tensor,
    bias?: Tensor | null,
    stride?: number | readonly number[],
    padding?: string,
    dilation?: number | readonly number[],
    groups?: number,
  ): Tensor;
  conv3d(
    input: Tensor,
    weight: Tensor,
    options?: {
      bias?: Tensor | null;
      stride?: number | readonly number[];
      padding?: string;
      dilation?: number | readonly number[];
      groups?: number;
    },
  ): Tensor;
  /** `conv_transpose1d(Tensor input, Tensor weight, Tensor? bias=None, int[1] stride=1, int[1] padding=0, int[1] output_padding=0, int groups=1, int[1] dilation=1) -> Tensor` */
  convTranspose1d(
    input: Tensor,
    weight: Tensor,
    bias?: Tensor | null,
    stride?: number | readonly number[],
    padding?: number | readonly number[],
    outputPadding?: number | readonly number[],
    groups?: number,
    dilation?: number | readonly number[],
  ): Tensor;
  convTranspose1d(
    input: Tensor,
    weight: Tensor,
    options?: {
      bias?: Tensor | null;
      stride?: number | readonly number[];
      padding?: number | readonly number[];
      outputPadding?: number | readonly number[];
      groups?: number;
      dilation?: number | readonly number[];
    },
  ): Tensor;
  /** `conv_transpose2d.input(Tensor input, Tensor weight, Tensor? bias=None, int[2] stride=1, int[2] padding=0, int[2] output_padding=0, int groups=1, int[2] dilation=1) -> Tensor` */
  convTranspose2d(
    input: Tensor,
    weight: Tensor,
    bias?: Tensor | null,
    stride?: number | readonly number[],
    padding?: number | readonly number[],
    outputPadding?: number | readonly number[],
    groups?: number,
    dilation?: number | readonly number[],
  ): Tensor;
  convTranspose2d(
    input: Tensor,
    weight: Tensor,
    options?: {
      bias?: Tensor | null;
      stride?: number | readonly number[];
      padding?: number | readonly number[];
      outputPadding?: number | readonly number[];
      groups?: number;
      dilation?: number | readonly number[];
    },
  ): Tensor;
  /** `copysign.Tensor(Tensor self, Tensor other) -> Tensor` */
  copysign(self: Tensor, other: Tensor | Scalar): Tensor;
  /** `copysign.Scalar(Tensor self, Scalar other) -> Tensor` */
  copysign(self: Tensor, other: Scalar): Tensor;
  /** `corrcoef(Tensor self) -> Tensor` */
  corrcoef(self: Tensor): Tensor;
  /** `cos(Tensor self) -> Tensor` */
  cos(self: Tensor): Tensor;
  /** `cosh(Tensor self) -> Tensor` */
  cosh(self: Tensor): Tensor;
  /** `cosine_embedding_loss(Tensor input1, Tensor input2, Tensor target, float margin=0.0, int reduction=Mean) -> Tensor` */
  cosineEmbeddingLoss(
    input1: Tensor,
    input2: Tensor,
    target: Tensor,
    margin?: number,
    reduction?: number | Reduction,
  ): Tensor;
  cosineEmbeddingLoss(
    input1: Tensor,
    input2: Tensor,
    target: Tensor,
    options?: { margin?: number; reduction?: number | Reduction },
  ): Tensor;
  /** `cosine_similarity(Tensor x1, Tensor x2, int dim=1, float eps=1e-08) -> Tensor` */
  cosineSimilarity(x1: Tensor, x2: Tensor, dim?: number, eps?: number): Tensor;
  cosineSimilarity(x1: Tensor, x2: Tensor, options?: { dim?: number; eps?: number }): Tensor;
  /** `count_nonzero.dim_IntList(Tensor self, int[] dim) -> Tensor` */
  countNonzero(self: Tensor, dim: readonly number[]): Tensor;
  /** `count_nonzero(Tensor self, int? dim=None) -> Tensor` */
  countNonzero(self: Tensor, dim?: number | null): Tensor;
  countNonzero(self: Tensor, options?: { dim?: number | null }): Tensor;
  /** `cov(Tensor self, *, int correction=1, Tensor? fweights=None, Tensor? aweights=None) -> Tensor` */
  cov(
    self: Tensor,
    options?: { correction?: number; fweights?: Tensor | null; aweights?: Tensor | null },
  ): Tensor;
  /** `cross(Tensor self, Tensor other, int? dim=None) -> Tensor` */
  cross(self: Tensor, other: Tensor | Scalar, dim?: number | null): Tensor;
  cross(self: Tensor, other: Tensor | Scalar, options?: { dim?: number | null }): Tensor;
  /** `cross_entropy_loss(Tensor self, Tensor target, Tensor? weight=None, int reduction=Mean, int ignore_index=-100, float label_smoothing=0.0) -> Tensor` */
  crossEntropyLoss(
    self: Tensor,
    target: Tensor,
    weight?: Tensor | null,
    reduction?: number | Reduction,
    ignoreIndex?: number,
    labelSmoothing?: number,
  ): Tensor;
  crossEntropyLoss(
    self: Tensor,
    target: Tensor,
    options?: {
      weight?: Tensor | null;
      reduction?: number | Reduction;
      ignoreIndex?: number;
      labelSmoothing?: number;
    },
  ): Tensor;
  /** `cummax(Tensor self, int dim) -> (Tensor values, Tensor indices)` */
  cummax(self: Tensor, dim: number): [Tensor, Tensor];
  /** `cummin(Tensor self, int dim) -> (Tensor values, Tensor indices)` */
  cummin(self: Tensor, dim: number): [Tensor, Tensor];
  /** `cumprod(Tensor self, int dim, *, ScalarType? dtype=None) -> Tensor` */
  cumprod(self: Tensor, dim: number, options?: { dtype?: DType | null }): Tensor;
  /** `cumsum(Tensor self, int dim, *, ScalarType? dtype=None) -> Tensor` */
  cumsum(self: Tensor, dim: number, options?: { dtype?: DType | null }): Tensor;
  /** `deg2rad(Tensor self) -> Tensor` */
  deg2rad(self: Tensor): Tensor;
  /** `det(Tensor self) -> Tensor` */
  det(self: Tensor): Tensor;
  /** `detach(Tensor(a) self) -> Tensor(a)` */
  detach(self: Tensor): Tensor;
  /** `detach_(Tensor(a!) self) -> Tensor(a!)` */
  detach_(self: Tensor): Tensor;
  /** `diag(Tensor self, int diagonal=0) -> Tensor` */
  diag(self: Tensor, diagonal?: number): Tensor;
  diag(self: Tensor, options?: { diagonal?: number }): Tensor;
  /** `diag_embed(Tensor self, int offset=0, int dim1=-2, int dim2=-1) -> Tensor` */
  diagEmbed(self: Tensor, offset?: number, dim1?: number, dim2?: number): Tensor;
  diagEmbed(self: Tensor, options?: { offset?: number; dim1?: number; dim2?: number }): Tensor;
  /** `diagonal(Tensor(a) self, int offset=0, int dim1=0, int dim2=1) -> Tensor(a)` */
  diagonal(self: Tensor, offset?: number, dim1?: number, dim2?: number): Tensor;
  diagonal(self: Tensor, options?: { offset?: number; dim1?: number; dim2?: number }): Tensor;
  /** `diff(Tensor self, int n=1, int dim=-1, Tensor? prepend=None, Tensor? append=None) -> Tensor` */
  diff(
    self: Tensor,
    n?: number,
    dim?: number,
    prepend?: Tensor | null,
    append?: Tensor | null,
  ): Tensor;
  diff(
    self: Tensor,
    options?: { n?: number; dim?: number; prepend?: Tensor | null; append?: Tensor | null },
  ): Tensor;
  /** `digamma(Tensor self) -> Tensor` */
  digamma(self: Tensor): Tensor;
  /** `dist(Tensor self, Tensor other, Scalar p=2) -> Tensor` */
  dist(self: Tensor, other: Tensor | Scalar, p?: Scalar): Tensor;
  dist(self: Tensor, other: Tensor | Scalar, options?: { p?: Scalar }): Tensor;
  /** `div.Tensor(Tensor self, Tensor other) -> Tensor` */
  div(self: Tensor, other: Tensor | Scalar): Tensor;
  /** `div.Scalar(Tensor self, Scalar other) -> Tensor` */
  div(self: Tensor, other: Scalar): Tensor;
  /** `div.Tensor_mode(Tensor self, Tensor other, *, str? rounding_mode) -> Tensor` */
  div(self: Tensor, other: Tensor | Scalar, options?: { roundingMode?: string | null }): Tensor;
  /** `div.Scalar_mode(Tensor self, Scalar other, *, str? rounding_mode) -> Tensor` */
  div(self: Tensor, other: Scalar, options?: { roundingMode?: string | null }): Tensor;
  /** `divide.Tensor(Tensor self, Tensor other) -> Tensor` */
  divide(self: Tensor, other: Tensor | Scalar): Tensor;
  /** `divide.Scalar(Tensor self, Scalar other) -> Tensor` */
  divide(self: Tensor, other: Scalar): Tensor;
  /** `divide.Tensor_mode(Tensor self, Tensor other, *, str? rounding_mode) -> Tensor` */
  divide(self: Tensor, other: Tensor | Scalar, options?: { roundingMode?: string | null }): Tensor;
  /** `dot(Tensor self, Tensor tensor) -> Tensor` */
  dot(self: Tensor, tensor: Tensor): Tensor;
  /** `dropout(Tensor input, float p, bool train) -> Tensor` */
  dropout(input: Tensor, p: number, train: boolean): Tensor;
  /** `dropout_(Tensor(a!) self, float p, bool train) -> Tensor(a!)` */
  dropout_(self: Tensor, p: number, train: boolean): Tensor;
  /** `dsplit.int(Tensor(a -> *) self, int sections) -> Tensor(a)[]` */
  dsplit(self: Tensor, sections: number): Tensor[];
  /** `dsplit.array(Tensor(a -> *) self, int[] indices) -> Tensor(a)[]` */
  dsplit(self: Tensor, indices: readonly number[]): Tensor[];
  /** `dstack(Tensor[] tensors) -> Tensor` */
  dstack(tensors: readonly Tensor[]): Tensor;
  /** `einsum(str equation, Tensor[] tensors, *, int[]? path=None) -> Tensor` */
  einsum(
    equation: string,
    tensors: readonly Tensor[],
    options?: { path?: readonly number[] | null },
  ): Tensor;
  /** `elu(Tensor self, Scalar alpha=1, Scalar scale=1, Scalar input_scale=1) -> Tensor` */
  elu(self: Tensor, alpha?: Scalar, scale?: Scalar, inputScale?: Scalar): Tensor;
  elu(self: Tensor, options?: { alpha?: Scalar; scale?: Scalar; inputScale?: Scalar }): Tensor;
  /** `elu_(Tensor(a!) self, Scalar alpha=1, Scalar scale=1, Scalar input_scale=1) -> Tensor(a!)` */
  elu_(self: Tensor, alpha?: Scalar, scale?: Scalar, inputScale?: Scalar): Tensor;
  elu_(self: Tensor, options?: { alpha?: Scalar; scale?: Scalar; inputScale?: Scalar }): Tensor;
  /** `embedding(Tensor weight, Tensor indices, int padding_idx=-1, bool scale_grad_by_freq=False, bool sparse=False) -> Tensor` */
  embedding(
    weight: Tensor,
    indices: Tensor,
    paddingIdx?: number,
    scaleGradByFreq?: boolean,
    sparse?: boolean,
  ): Tensor;
  embedding(
    weight: Tensor,
    indices: Tensor,
    options?: { paddingIdx?: number; scaleGradByFreq?: boolean; sparse?: boolean },
  ): Tensor;
  /** `embedding_bag(Tensor weight, Tensor indices, Tensor offsets, bool scale_grad_by_freq=False, int mode=0, bool sparse=False, Tensor? per_sample_weights=None, bool include_last_offset=False) -> (Tensor, Tensor, Tensor, Tensor)` */
  embeddingBag(
    weight: Tensor,
    indices: Tensor,
    offsets: Tensor,
    scaleGradByFreq?: boolean,
    mode?: number,
    sparse?: boolean,
    perSampleWeights?: Tensor | null,
    includeLastOffset?: boolean,
  ): [Tensor, Tensor, Tensor, Tensor];
  embeddingBag(
    weight: Tensor,
    indices: Tensor,
    offsets: Tensor,
    options?: {
      scaleGradByFreq?: boolean;
      mode?: number;
      sparse?: boolean;
      perSampleWeights?: Tensor | null;
      includeLastOffset?: boolean;
    },
  ): [Tensor, Tensor, Tensor, Tensor];
  /** `embedding_bag.padding_idx(Tensor weight, Tensor indices, Tensor offsets, bool scale_grad_by_freq, int mode, bool sparse, Tensor? per_sample_weights, bool include_last_offset, int? padding_idx) -> (Tensor, Tensor, Tensor, Tensor)` */
  embeddingBag(
    weight: Tensor,
    indices: Tensor,
    offsets: Tensor,
    scaleGradByFreq: boolean,
    mode: number,
    sparse: boolean,
    perSampleWeights: Tensor | null,
    includeLastOffset: boolean,
    paddingIdx: number | null,
  ): [Tensor, Tensor, Tensor, Tensor];
  /** `embedding_renorm_(Tensor(a!) self, Tensor indices, float max_norm, float norm_type) -> Tensor(a!)` */
  embeddingRenorm_(self: Tensor, indices: Tensor, maxNorm: number, normType: number): Tensor;
  /** `empty.memory_format(SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
  empty(
    size: readonly number[],
    options?: { dtype?: DType | null; device?: string | null; pinMemory?: boolean | null },
  ): Tensor;
  empty(...size: number[]): Tensor;
  /** `empty_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
  emptyLike(
    self: Tensor,
    options?: { dtype?: DType | null; device?: string | null; pinMemory?: boolean | null },
  ): Tensor;
  /** `eq.Tensor(Tensor self, Tensor other) -> Tensor` */
  eq(self: Tensor, other: Tensor | Scalar): Tensor;
  /** `eq.Scalar(Tensor self, Scalar other) -> Tensor` */
  eq(self: Tensor, other: Scalar): Tensor;
  /** `equal(Tensor self, Tensor other) -> bool` */
  equal(self: Tensor, other: Tensor | Scalar): boolean;
  /** `erf(Tensor self) -> Tensor` */
  erf(self: Tensor): Tensor;
  /** `erfc(Tensor self) -> Tensor` */
  erfc(self: Tensor): Tensor;
  /** `erfinv(Tensor self) -> Tensor` */
  erfinv(self: Tensor): Tensor;
  /** `exp(Tensor self) -> Tensor` */
  exp(self: Tensor): Tensor;
  /** `exp2(Tensor self) -> Tensor` */
  exp2(self: Tensor): Tensor;
  /** `expm1(Tensor self) -> Tensor` */
  expm1(self: Tensor): Tensor;
  /** `eye(int n, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  eye(
    n: number,
    options?: { dtype?: DType | null; device?: string | null; pinMemory?: boolean | null },
  ): Tensor;
  /** `eye.m(int n, int m, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  eye(
    n: number,
    m: number,
    options?: { dtype?: DType | null; device?: string | null; pinMemory?: boolean | null },
  ): Tensor;
  /** `feature_alpha_dropout(Tensor input, float p, bool train) -> Tensor` */
  featureAlphaDropout(input: Tensor, p: number, train: boolean): Tensor;
  /** `feature_alpha_dropout_(Tensor(a!) self, float p, bool train) -> Tensor(a!)` */
  featureAlphaDropout_(self: Tensor, p: number, train: boolean): Tensor;
  /** `feature_dropout(Tensor input, float p, bool train) -> Tensor` */
  featureDropout(input: Tensor, p: number, train: boolean): Tensor;
  /** `feature_dropout_(Tensor(a!) self, float p, bool train) -> Tensor(a!)` */
  featureDropout_(self: Tensor, p: number, train: boolean): Tensor;
  /** `fill.Scalar(Tensor self, Scalar value) -> Tensor` */
  fill(self: Tensor, value: Scalar): Tensor;
  /** `fill.Tensor(Tensor self, Tensor value) -> Tensor` */
  fill(self: Tensor, value: Tensor): Tensor;
  /** `fix(Tensor self) -> Tensor` */
  fix(self: Tensor): Tensor;
  /** `flatten.using_ints(Tensor(a) self, int start_dim=0, int end_dim=-1) -> Tensor(a)` */
  flatten(self: Tensor, startDim?: number, endDim?: number): Tensor;
  flatten(self: Tensor, options?: { startDim?: number; endDim?: number }): Tensor;
  /** `flip(Tensor self, int[] dims) -> Tensor` */
  flip(self: Tensor, dims: readonly number[]): Tensor;
  /** `fliplr(Tensor self) -> Tensor` */
  fliplr(self: Tensor): Tensor;
  /** `flipud(Tensor self) -> Tensor` */
  flipud(self: Tensor): Tensor;
  /** `float_power.Tensor_Tensor(Tensor self, Tensor exponent) -> Tensor` */
  floatPower(self: Tensor, exponent: Tensor): Tensor;
  /** `float_power.Tensor_Scalar(Tensor self, Scalar exponent) -> Tensor` */
  floatPower(self: Tensor, exponent: Scalar): Tensor;
  /** `float_power.Scalar(Scalar self, Tensor exponent) -> Tensor` */
  floatPower(self: Scalar, exponent: Tensor): Tensor;
  /** `floor(Tensor self) -> Tensor` */
  floor(self: Tensor): Tensor;
  /** `floor_divide(Tensor self, Tensor other) -> Tensor` */
  floorDivide(self: Tensor, other: Tensor | Scalar): Tensor;
  /** `floor_divide.Scalar(Tensor self, Scalar other) -> Tensor` */
  floorDivide(self: Tensor, other: Scalar): Tensor;
  /** `fmax(Tensor self, Tensor other) -> Tensor` */
  fmax(self: Tensor, other: Tensor | Scalar): Tensor;
  /** `fmin(Tensor self, Tensor other) -> Tensor` */
  fmin(self: Tensor, other: Tensor | Scalar): Tensor;
  /** `fmod.Tensor(Tensor self, Tensor other) -> Tensor` */
  fmod(self: Tensor, other: Tensor | Scalar): Tensor;
  /** `fmod.Scalar(Tensor self, Scalar other) -> Tensor` */
  fmod(self: Tensor, other: Scalar): Tensor;
  /** `frac(Tensor self) -> Tensor` */
  frac(self: Tensor): Tensor;
  /** `frobenius_norm(Tensor self) -> Tensor` */
  frobeniusNorm(self: Tensor): Tensor;
  /** `frobenius_norm.dim(Tensor self, int[1] dim, bool keepdim=False) -> Tensor` */
  frobeniusNorm(self: Tensor, dim: number | readonly number[], keepdim?: boolean): Tensor;
  frobeniusNorm(
    self: Tensor,
    dim: number | readonly number[],
    options?: { keepdim?: boolean },
  ): Tensor;
  /** `full(SymInt[] size, Scalar fill_value, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  full(
    size: readonly number[],
    fillValue: Scalar,
    options?: { dtype?: DType | null; device?: string | null; pinMemory?: boolean | null },
  ): Tensor;
  /** `full_like(Tensor self, Scalar fill_value, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
  fullLike(
    self: Tensor,
    fillValue: Scalar,
    options?: { dtype?: DType | null; device?: string | null; pinMemory?: boolean | null },
  ): Tensor;
  /** `gather(Tensor self, int dim, Tensor index, *, bool sparse_grad=False) -> Tensor` */
  gather(self: Tensor, dim: number, index: Tensor, options?: { sparseGrad?: boolean }): Tensor;
  /** `ge.Tensor(Tensor self, Tensor other) -> Tensor` */
  ge(self: Tensor, other: Tensor | Scalar): Tensor;
  /** `ge.Scalar(Tensor self, Scalar other) -> Tensor` */
  ge(self: Tensor, other: Scalar): Tensor;
  /** `gelu(Tensor self, *, str approximate='none') -> Tensor` */
  gelu(self: Tensor, options?: { approximate?: string }): Tensor;
  /** `ger(Tensor self, Tensor vec2) -> Tensor` */
  ger(self: Tensor, vec2: Tensor): Tensor;
  /** `glu(Tensor self, int dim=-1) -> Tensor` */
  glu(self: Tensor, dim?: number): Tensor;
  glu(self: Tensor, options?: { dim?: number }): Tensor;
  /** `greater.Tensor(Tensor self, Tensor other) -> Tensor` */
  greater(self: Tensor, other: Tensor | Scalar): Tensor;
  /** `greater.Scalar(Tensor self, Scalar other) -> Tensor` */
  greater(self: Tensor, other: Scalar): Tensor;
  /** `greater_equal.Tensor(Tensor self, Tensor other) -> Tensor` */
  greaterEqual(self: Tensor, other: Tensor | Scalar): Tensor;
  /** `greater_equal.Scalar(Tensor self, Scalar other) -> Tensor` */
  greaterEqual(self: Tensor, other: Scalar): Tensor;
  /** `group_norm(Tensor input, int num_groups, Tensor? weight=None, Tensor? bias=None, float eps=1e-05, bool cudnn_enabled=True) -> Tensor` */
  groupNorm(
    input: Tensor,
    numGroups: number,
    weight?: Tensor | null,
    bias?: Tensor | null,
    eps?: number,
    cudnnEnabled?: boolean,
  ): Tensor;
  groupNorm(
    input: Tensor,
    numGroups: number,
    options?: {
      weight?: Tensor | null;
      bias?: Tensor | null;
      eps?: number;
      cudnnEnabled?: boolean;
    },
  ): Tensor;
  /** `gru.input(Tensor input, Tensor hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional, bool batch_first) -> (Tensor, Tensor)` */
  gru(
    input: Tensor,
    hx: Tensor,
    params: readonly Tensor[],
    hasBiases: boolean,
    numLayers: number,
    dropout: number,
    train: boolean,
    bidirectional: boolean,
    batchFirst: boolean,
  ): [Tensor, Tensor];
  /** `gru.data(Tensor data, Tensor batch_sizes, Tensor hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional) -> (Tensor, Tensor)` */
  gru(
    data: Tensor,
    batchSizes: Tensor,
    hx: Tensor,
    params: readonly Tensor[],
    hasBiases: boolean,
    numLayers: number,
    dropout: number,
    train: boolean,
    bidirectional: boolean,
  ): [Tensor, Tensor];
  /** `gru_cell(Tensor input, Tensor hx, Tensor w_ih, Tensor w_hh, Tensor? b_ih=None, Tensor? b_hh=None) -> Tensor` */
  gruCell(
    input: Tensor,
    hx: Tensor,
    wIh: Tensor,
    wHh: Tensor,
    bIh?: Tensor | null,
    bHh?: Tensor | null,
  ): Tensor;
  gruCell(
    input: Tensor,
    hx: Tensor,
    wIh: Tensor,
    wHh: Tensor,
    options?: { bIh?: Tensor | null; bHh?: Tensor | null },
  ): Tensor;
  /** `gt.Tensor(Tensor self, Tensor other) -> Tensor` */
  gt(self: Tensor, other: Tensor | Scalar): Tensor;
  /** `gt.Scalar(Tensor self, Scalar other) -> Tensor` */
  gt(self: Tensor, other: Scalar): Tensor;
  /** `hardshrink(Tensor self, Scalar lambd=0.5) -> Tensor` */
  hardshrink(self: Tensor, lambd?: Scalar): Tensor;
  hardshrink(self: Tensor, options?: { lambd?: Scalar }): Tensor;
  /** `hardsigmoid(Tensor self) -> Tensor` */
  hardsigmoid(self: Tensor): Tensor;
  /** `hardsigmoid_(Tensor(a!) self) -> Tensor(a!)` */
  hardsigmoid_(self: Tensor): Tensor;
  /** `hardswish(Tensor self) -> Tensor` */
  hardswish(self: Tensor): Tensor;
  /** `hardswish_(Tensor(a!) self) -> Tensor(a!)` */
  hardswish_(self: Tensor): Tensor;
  /** `hardtanh(Tensor self, Scalar min_val=-1, Scalar max_val=1) -> Tensor` */
  hardtanh(self: Tensor, minVal?: Scalar, maxVal?: Scalar): Tensor;
  hardtanh(self: Tensor, options?: { minVal?: Scalar; maxVal?: Scalar }): Tensor;
  /** `hardtanh_(Tensor(a!) self, Scalar min_val=-1, Scalar max_val=1) -> Tensor(a!)` */
  hardtanh_(self: Tensor, minVal?: Scalar, maxVal?: Scalar): Tensor;
  hardtanh_(self: Tensor, options?: { minVal?: Scalar; maxVal?: Scalar }): Tensor;
  /** `heaviside(Tensor self, Tensor values) -> Tensor` */
  heaviside(self: Tensor, values: Tensor): Tensor;
  /** `hinge_embedding_loss(Tensor self, Tensor target, float margin=1.0, int reduction=Mean) -> Tensor` */
  hingeEmbeddingLoss(
    self: Tensor,
    target: Tensor,
    margin?: number,
    reduction?: number | Reduction,
  ): Tensor;
  hingeEmbeddingLoss(
    self: Tensor,
    target: Tensor,
    options?: { margin?: number; reduction?: number | Reduction },
  ): Tensor;
  /** `histc(Tensor self, int bins=100, Scalar min=0, Scalar max=0) -> Tensor` */
  histc(self: Tensor, bins?: number, min?: Scalar, max?: Scalar): Tensor;
  histc(self: Tensor, options?: { bins?: number; min?: Scalar; max?: Scalar }): Tensor;
  /** `hsplit.int(Tensor(a -> *) self, int sections) -> Tensor(a)[]` */
  hsplit(self: Tensor, sections: number): Tensor[];
  /** `hsplit.array(Tensor(a -> *) self, int[] indices) -> Tensor(a)[]` */
  hsplit(self: Tensor, indices: readonly number[]): Tensor[];
  /** `hstack(Tensor[] tensors) -> Tensor` */
  hstack(tensors: readonly Tensor[]): Tensor;
  /** `huber_loss(Tensor self, Tensor target, int reduction=Mean, float delta=1.0) -> Tensor` */
  huberLoss(self: Tensor, target: Tensor, reduction?: number | Reduction, delta?: number): Tensor;
  huberLoss(
    self: Tensor,
    target: Tensor,
    options?: { reduction?: number | Reduction; delta?: number },
  ): Tensor;
  /** `hypot(Tensor self, Tensor other) -> Tensor` */
  hypot(self: Tensor, other: Tensor | Scalar): Tensor;
  /** `im2col(Tensor self, int[2] kernel_size, int[2] dilation, int[2] padding, int[2] stride) -> Tensor` */
  im2col(
    self: Tensor,
    kernelSize: number | readonly number[],
    dilation: number | readonly number[],
    padding: number | readonly number[],
    stride: number | readonly number[],
  ): Tensor;
  /** `index.Tensor(Tensor self, Tensor?[] indices) -> Tensor` */
  index(self: Tensor, indices: readonly (Tensor | null)[]): Tensor;
  /** `index_add(Tensor self, int dim, Tensor index, Tensor source, *, Scalar alpha=1) -> Tensor` */
  indexAdd(
    self: Tensor,
    dim: number,
    index: Tensor,
    source: Tensor,
    options?: { alpha?: Scalar },
  ): Tensor;
  /** `index_copy(Tensor self, int dim, Tensor index, Tensor source) -> Tensor` */
  indexCopy(self: Tensor, dim: number, index: Tensor, source: Tensor): Tensor;
  /** `index_fill.int_Scalar(Tensor self, int dim, Tensor index, Scalar value) -> Tensor` */
  indexFill(self: Tensor, dim: number, index: Tensor, value: Scalar): Tensor;
  /** `index_fill.int_Tensor(Tensor self, int dim, Tensor index, Tensor value) -> Tensor` */
  indexFill(self: Tensor, dim: number, index: Tensor, value: Tensor): Tensor;
  /** `index_put(Tensor self, Tensor?[] indices, Tensor values, bool accumulate=False) -> Tensor` */
  indexPut(
    self: Tensor,
    indices: readonly (Tensor | null)[],
    values: Tensor,
    accumulate?: boolean,
  ): Tensor;
  indexPut(
    self: Tensor,
    indices: readonly (Tensor | null)[],
    values: Tensor,
    options?: { accumulate?: boolean },
  ): Tensor;
  /** `index_select(Tensor self, int dim, Tensor index) -> Tensor` */
  indexSelect(self: Tensor, dim: number, index: Tensor): Tensor;
  /** `inner(Tensor self, Tensor other) -> Tensor` */
  inner(self: Tensor, other: Tensor | Scalar): Tensor;
  /** `instance_norm(Tensor input, Tensor? weight, Tensor? bias, Tensor? running_mean, Tensor? running_var, bool use_input_stats, float momentum, float eps, bool cudnn_enabled) -> Tensor` */
  instanceNorm(
    input: Tensor,
    weight: Tensor | null,
    bias: Tensor | null,
    runningMean: Tensor | null,
    runningVar: Tensor | null,
    useInputStats: boolean,
    momentum: number,
    eps: number,
    cudnnEnabled: boolean,
  ): Tensor;
  /** `inverse(Tensor self) -> Tensor` */
  inverse(self: Tensor): Tensor;
  /** `is_complex(Tensor self) -> bool` */
  isComplex(self: Tensor): boolean;
  /** `is_floating_point(Tensor self) -> bool` */
  isFloatingPoint(self: Tensor): boolean;
  /** `is_floating_point(Tensor self) -> bool` */
  isFloatingPoint(self: Tensor): boolean;
  /** `is_same_size(Tensor self, Tensor other) -> bool` */
  isSameSize(self: Tensor, other: Tensor | Scalar): boolean;
  /** `isclose(Tensor self, Tensor other, float rtol=1e-05, float atol=1e-08, bool equal_nan=False) -> Tensor` */
  isclose(
    self: Tensor,
    other: Tensor | Scalar,
    rtol?: number,
    atol?: number,
    equalNan?: boolean,
  ): Tensor;
  isclose(
    self: Tensor,
    other: Tensor | Scalar,
    options?: { rtol?: number; atol?: number; equalNan?: boolean },
  ): Tensor;
  /** `isfinite(Tensor self) -> Tensor` */
  isfinite(self: Tensor): Tensor;
  /** `isin.Tensor_Tensor(Tensor elements, Tensor test_elements, *, bool assume_unique=False, bool invert=False) -> Tensor` */
  isin(
    elements: Tensor,
    testElements: Tensor,
    options?: { assumeUnique?: boolean; invert?: boolean },
  ): Tensor;
  /** `isin.Tensor_Scalar(Tensor elements, Scalar test_element, *, bool assume_unique=False, bool invert=False) -> Tensor` */
  isin(
    elements: Tensor,
    testElement: Scalar,
    options?: { assumeUnique?: boolean; invert?: boolean },
  ): Tensor;
  /** `isin.Scalar_Tensor(Scalar element, Tensor test_elements, *, bool assume_unique=False, bool invert=False) -> Tensor` */
  isin(
    element: Scalar,
    testElements: Tensor,
    options?: { assumeUnique?: boolean; invert?: boolean },
  ): Tensor;
  /** `isinf(Tensor self) -> Tensor` */
  isinf(self: Tensor): Tensor;
  /** `isnan(Tensor self) -> Tensor` */
  isnan(self: Tensor): Tensor;
  /** `isneginf(Tensor self) -> Tensor` */
  isneginf(self: Tensor): Tensor;
  /** `isposinf(Tensor self) -> Tensor` */
  isposinf(self: Tensor): Tensor;
  /** `kl_div(Tensor self, Tensor target, int reduction=Mean, *, bool log_target=False) -> Tensor` */
  klDiv(
    self: Tensor,
    target: Tensor,
    reduction?: number | Reduction,
    options?: { logTarget?: boolean },
  ): Tensor;
  klDiv(
    self: Tensor,
    target: Tensor,
    options?: { reduction?: number | Reduction; logTarget?: boolean },
  ): Tensor;
  /** `kron(Tensor self, Tensor other) -> Tensor` */
  kron(self: Tensor, other: Tensor | Scalar): Tensor;
  /** `kthvalue(Tensor self, int k, int dim=-1, bool keepdim=False) -> (Tensor values, Tensor indices)` */
  kthvalue(self: Tensor, k: number, dim?: number, keepdim?: boolean): [Tensor, Tensor];
  kthvalue(
    self: Tensor,
    k: number,
    options?: { dim?: number; keepdim?: boolean },
  ): [Tensor, Tensor];
  /** `l1_loss(Tensor self, Tensor target, int reduction=Mean) -> Tensor` */
  l1Loss(self: Tensor, target: Tensor, reduction?: number | Reduction): Tensor;
  l1Loss(self: Tensor, target: Tensor, options?: { reduction?: number | Reduction }): Tensor;
  /** `layer_norm(Tensor input, int[] normalized_shape, Tensor? weight=None, Tensor? bias=None, float eps=1e-05, bool cudnn_enable=True) -> Tensor` */
  layerNorm(
    input: Tensor,
    normalizedShape: readonly number[],
    weight?: Tensor | null,
    bias?: Tensor | null,
    eps?: number,
    cudnnEnable?: boolean,
  ): Tensor;
  layerNorm(
    input: Tensor,
    normalizedShape: readonly number[],
    options?: { weight?: Tensor | null; bias?: Tensor | null; eps?: number; cudnnEnable?: boolean },
  ): Tensor;
  /** `le.Tensor(Tensor self, Tensor other) -> Tensor` */
  le(self: Tensor, other: Tensor | Scalar): Tensor;
  /** `le.Scalar(Tensor self, Scalar other) -> Tensor` */
  le(self: Tensor, other: Scalar): Tensor;
  /** `leaky_relu(Tensor self, Scalar negative_slope=0.01) -> Tensor` */
  leakyRelu(self: Tensor, negativeSlope?: Scalar): Tensor;
  leakyRelu(self: Tensor, options?: { negativeSlope?: Scalar }): Tensor;
  /** `leaky_relu_(Tensor(a!) self, Scalar negative_slope=0.01) -> Tensor(a!)` */
  leakyRelu_(self: Tensor, negativeSlope?: Scalar): Tensor;
  leakyRelu_(self: Tensor, options?: { negativeSlope?: Scalar }): Tensor;
  /** `lerp.Tensor(Tensor self, Tensor end, Tensor weight) -> Tensor` */
  lerp(self: Tensor, end: Tensor, weight: Tensor): Tensor;
  /** `lerp.Scalar(Tensor self, Tensor end, Scalar weight) -> Tensor` */
  lerp(self: Tensor, end: Tensor, weight: Scalar): Tensor;
  /** `less.Tensor(Tensor self, Tensor other) -> Tensor` */
  less(self: Tensor, other: Tensor | Scalar): Tensor;
  /** `less.Scalar(Tensor self, Scalar other) -> Tensor` */
  less(self: Tensor, other: Scalar): Tensor;
  /** `less_equal.Tensor(Tensor self, Tensor other) -> Tensor` */
  lessEqual(self: Tensor, other: Tensor | Scalar): Tensor;
  /** `less_equal.Scalar(Tensor self, Scalar other) -> Tensor` */
  lessEqual(self: Tensor, other: Scalar): Tensor;
  /** `lgamma(Tensor self) -> Tensor` */
  lgamma(self: Tensor): Tensor;
  /** `linalg_cholesky(Tensor self, *, bool upper=False) -> Tensor` */
  linalgCholesky(self: Tensor, options?: { upper?: boolean }): Tensor;
  /** `linalg_cross(Tensor self, Tensor other, *, int dim=-1) -> Tensor` */
  linalgCross(self: Tensor, other: Tensor | Scalar, options?: { dim?: number }): Tensor;
  /** `linalg_det(Tensor A) -> Tensor` */
  linalgDet(A: Tensor): Tensor;
  /** `linalg_inv(Tensor A) -> Tensor` */
  linalgInv(A: Tensor): Tensor;
  /** `linalg_matmul(Tensor self, Tensor other) -> Tensor` */
  linalgMatmul(self: Tensor, other: Tensor | Scalar): Tensor;
  /** `linalg_matrix_norm(Tensor self, Scalar ord, int[] dim=[-2,-1], bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
  linalgMatrixNorm(
    self: Tensor,
    ord: Scalar,
    dim?: readonly number[],
    keepdim?: boolean,
    options?: { dtype?: DType | null },
  ): Tensor;
  linalgMatrixNorm(
    self: Tensor,
    ord: Scalar,
    options?: { dim?: readonly number[]; keepdim?: boolean; dtype?: DType | null },
  ): Tensor;
  /** `linalg_matrix_norm.str_ord(Tensor self, str ord='fro', int[] dim=[-2,-1], bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
  linalgMatrixNorm(
    self: Tensor,
    ord?: string,
    dim?: readonly number[],
    keepdim?: boolean,
    options?: { dtype?: DType | null },
  ): Tensor;
  linalgMatrixNorm(
    self: Tensor,
    options?: { ord?: string; dim?: readonly number[]; keepdim?: boolean; dtype?: DType | null },
  ): Tensor;
  /** `linalg_matrix_power(Tensor self, int n) -> Tensor` */
  linalgMatrixPower(self: Tensor, n: number): Tensor;
  /** `linalg_multi_dot(Tensor[] tensors) -> Tensor` */
  linalgMultiDot(tensors: readonly Tensor[]): Tensor;
  /** `linalg_norm(Tensor self, Scalar? ord=None, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
  linalgNorm(
    self: Tensor,
    ord?: Scalar | null,
    dim?: number | readonly number[] | null,
    keepdim?: boolean,
    options?: { dtype?: DType | null },
  ): Tensor;
  linalgNorm(
    self: Tensor,
    options?: {
      ord?: Scalar | null;
      dim?: number | readonly number[] | null;
      keepdim?: boolean;
      dtype?: DType | null;
    },
  ): Tensor;
  /** `linalg_norm.ord_str(Tensor self, str ord, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
  linalgNorm(
    self: Tensor,
    ord: string,
    dim?: number | readonly number[] | null,
    keepdim?: boolean,
    options?: { dtype?: DType | null },
  ): Tensor;
  linalgNorm(
    self: Tensor,
    ord: string,
    options?: { dim?: number | readonly number[] | null; keepdim?: boolean; dtype?: DType | null },
  ): Tensor;
  /** `linalg_qr(Tensor A, str mode='reduced') -> (Tensor Q, Tensor R)` */
  linalgQr(A: Tensor, mode?: string): [Tensor, Tensor];
  linalgQr(A: Tensor, options?: { mode?: string }): [Tensor, Tensor];
  /** `linalg_slogdet(Tensor A) -> (Tensor sign, Tensor logabsdet)` */
  linalgSlogdet(A: Tensor): [Tensor, Tensor];
  /** `linalg_solve(Tensor A, Tensor B, *, bool left=True) -> Tensor` */
  linalgSolve(A: Tensor, B: Tensor, options?: { left?: boolean }): Tensor;
  /** `linalg_svdvals(Tensor A, *, str? driver=None) -> Tensor` */
  linalgSvdvals(A: Tensor, options?: { driver?: string | null }): Tensor;
  /** `linalg_vector_norm(Tensor self, Scalar ord=2, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
  linalgVectorNorm(
    self: Tensor,
    ord?: Scalar,
    dim?: number | readonly number[] | null,
    keepdim?: boolean,
    options?: { dtype?: DType | null },
  ): Tensor;
  linalgVectorNorm(
    self: Tensor,
    options?: {
      ord?: Scalar;
      dim?: number | readonly number[] | null;
      keepdim?: boolean;
      dtype?: DType | null;
    },
  ): Tensor;
  /** `linear(Tensor input, Tensor weight, Tensor? bias=None) -> Tensor` */
  linear(input: Tensor, weight: Tensor, bias?: Tensor | null): Tensor;
  linear(input: Tensor, weight: Tensor, options?: { bias?: Tensor | null }): Tensor;
  /** `linspace(Scalar start, Scalar end, int steps, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  linspace(
    start: Scalar,
    end: Scalar,
    steps: number,
    options?: { dtype?: DType | null; device?: string | null; pinMemory?: boolean | null },
  ): Tensor;
  /** `log(Tensor self) -> Tensor` */
  log(self: Tensor): Tensor;
  /** `log10(Tensor self) -> Tensor` */
  log10(self: Tensor): Tensor;
  /** `log1p(Tensor self) -> Tensor` */
  log1p(self: Tensor): Tensor;
  /** `log2(Tensor self) -> Tensor` */
  log2(self: Tensor): Tensor;
  /** `log_sigmoid(Tensor self) -> Tensor` */
  logSigmoid(self: Tensor): Tensor;
  /** `log_softmax.int(Tensor self, int dim, ScalarType? dtype=None) -> Tensor` */
  logSoftmax(self: Tensor, dim: number, dtype?: DType | null): Tensor;
  logSoftmax(self: Tensor, dim: number, options?: { dtype?: DType | null }): Tensor;
  /** `logaddexp(Tensor self, Tensor other) -> Tensor` */
  logaddexp(self: Tensor, other: Tensor | Scalar): Tensor;
  /** `logcumsumexp(Tensor self, int dim) -> Tensor` */
  logcumsumexp(self: Tensor, dim: number): Tensor;
  /** `logdet(Tensor self) -> Tensor` */
  logdet(self: Tensor): Tensor;
  /** `logical_and(Tensor self, Tensor other) -> Tensor` */
  logicalAnd(self: Tensor, other: Tensor | Scalar): Tensor;
  /** `logical_not(Tensor self) -> Tensor` */
  logicalNot(self: Tensor): Tensor;
  /** `logical_or(Tensor self, Tensor other) -> Tensor` */
  logicalOr(self: Tensor, other: Tensor | Scalar): Tensor;
  /** `logical_xor(Tensor self, Tensor other) -> Tensor` */
  logicalXor(self: Tensor, other: Tensor | Scalar): Tensor;
  /** `logit(Tensor self, float? eps=None) -> Tensor` */
  logit(self: Tensor, eps?: number | null): Tensor;
  logit(self: Tensor, options?: { eps?: number | null }): Tensor;
  /** `logspace(Scalar start, Scalar end, int steps, float base=10.0, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  logspace(
    start: Scalar,
    end: Scalar,
    steps: number,
    base?: number,
    options?: { dtype?: DType | null; device?: string | null; pinMemory?: boolean | null },
  ): Tensor;
  logspace(
    start: Scalar,
    end: Scalar,
    steps: number,
    options?: {
      base?: number;
      dtype?: DType | null;
      device?: string | null;
      pinMemory?: boolean | null;
    },
  ): Tensor;
  /** `logsumexp(Tensor self, int[1] dim, bool keepdim=False) -> Tensor` */
  logsumexp(self: Tensor, dim: number | readonly number[], keepdim?: boolean): Tensor;
  logsumexp(self: Tensor, dim: number | readonly number[], options?: { keepdim?: boolean }): Tensor;
  /** `lstm.input(Tensor input, Tensor[] hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional, bool batch_first) -> (Tensor, Tensor, Tensor)` */
  lstm(
    input: Tensor,
    hx: readonly Tensor[],
    params: readonly Tensor[],
    hasBiases: boolean,
    numLayers: number,
    dropout: number,
    train: boolean,
    bidirectional: boolean,
    batchFirst: boolean,
  ): [Tensor, Tensor, Tensor];
  /** `lstm.data(Tensor data, Tensor batch_sizes, Tensor[] hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional) -> (Tensor, Tensor, Tensor)` */
  lstm(
    data: Tensor,
    batchSizes: Tensor,
    hx: readonly Tensor[],
    params: readonly Tensor[],
    hasBiases: boolean,
    numLayers: number,
    dropout: number,
    train: boolean,
    bidirectional: boolean,
  ): [Tensor, Tensor, Tensor];
  /** `lstm_cell(Tensor input, Tensor[] hx, Tensor w_ih, Tensor w_hh, Tensor? b_ih=None, Tensor? b_hh=None) -> (Tensor, Tensor)` */
  lstmCell(
    input: Tensor,
    hx: readonly Tensor[],
    wIh: Tensor,
    wHh: Tensor,
    bIh?: Tensor | null,
    bHh?: Tensor | null,
  ): [Tensor, Tensor];
  lstmCell(
    input: Tensor,
    hx: readonly Tensor[],
    wIh: Tensor,
    wHh: Tensor,
    options?: { bIh?: Tensor | null; bHh?: Tensor | null },
  ): [Tensor, Tensor];
  /** `lt.Tensor(Tensor self, Tensor other) -> Tensor` */
  lt(self: Tensor, other: Tensor | Scalar): Tensor;
  /** `lt.Scalar(Tensor self, Scalar other) -> Tensor` */
  lt(self: Tensor, other: Scalar): Tensor;
  /** `mH(Tensor(a) self) -> Tensor(a)` */
  mH(self: Tensor): Tensor;
  /** `mT(Tensor(a) self) -> Tensor(a)` */
  mT(self: Tensor): Tensor;
  /** `margin_ranking_loss(Tensor input1, Tensor input2, Tensor target, float margin=0.0, int reduction=Mean) -> Tensor` */
  marginRankingLoss(
    input1: Tensor,
    input2: Tensor,
    target: Tensor,
    margin?: number,
    reduction?: number | Reduction,
  ): Tensor;
  marginRankingLoss(
    input1: Tensor,
    input2: Tensor,
    target: Tensor,
    options?: { margin?: number; reduction?: number | Reduction },
  ): Tensor;
  /** `masked_fill.Scalar(Tensor self, Tensor mask, Scalar value) -> Tensor` */
  maskedFill(self: Tensor, mask: Tensor, value: Scalar): Tensor;
  /** `masked_fill.Tensor(Tensor self, Tensor mask, Tensor value) -> Tensor` */
  maskedFill(self: Tensor, mask: Tensor, value: Tensor): Tensor;
  /** `masked_scatter(Tensor self, Tensor mask, Tensor source) -> Tensor` */
  maskedScatter(self: Tensor, mask: Tensor, source: Tensor): Tensor;
  /** `masked_select(Tensor self, Tensor mask) -> Tensor` */
  maskedSelect(self: Tensor, mask: Tensor): Tensor;
  /** `matmul(Tensor self, Tensor other) -> Tensor` */
  matmul(self: Tensor, other: Tensor | Scalar): Tensor;
  /** `matrix_H(Tensor(a) self) -> Tensor(a)` */
  matrix_H(self: Tensor): Tensor;
  /** `matrix_power(Tensor self, int n) -> Tensor` */
  matrixPower(self: Tensor, n: number): Tensor;
  /** `max.other(Tensor self, Tensor other) -> Tensor` */
  max(self: Tensor, other: Tensor | Scalar): Tensor;
  /** `max.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor values, Tensor indices)` */
  max(self: Tensor, dim: number, keepdim?: boolean): [Tensor, Tensor];
  max(self: Tensor, dim: number, options?: { keepdim?: boolean }): [Tensor, Tensor];
  /** `max(Tensor self) -> Tensor` */
  max(self: Tensor): Tensor;
  /** `max.other(Tensor self, Tensor other) -> Tensor` */
  max(self: Tensor, other: Tensor | Scalar): Tensor;
  /** `max_pool1d(Tensor self, int[1] kernel_size, int[1] stride=[], int[1] padding=0, int[1] dilation=1, bool ceil_mode=False) -> Tensor` */
  maxPool1d(
    self: Tensor,
    kernelSize: number | readonly number[],
    stride?: number | readonly number[],
    padding?: number | readonly number[],
    dilation?: number | readonly number[],
    ceilMode?: boolean,
  ): Tensor;
  maxPool1d(
    self: Tensor,
    kernelSize: number | readonly number[],
    options?: {
      stride?: number | readonly number[];
      padding?: number | readonly number[];
      dilation?: number | readonly number[];
      ceilMode?: boolean;
    },
  ): Tensor;
  /** `max_pool1d_with_indices(Tensor self, int[1] kernel_size, int[1] stride=[], int[1] padding=0, int[1] dilation=1, bool ceil_mode=False) -> (Tensor, Tensor)` */
  maxPool1dWithIndices(
    self: Tensor,
    kernelSize: number | readonly number[],
    stride?: number | readonly number[],
    padding?: number | readonly number[],
    dilation?: number | readonly number[],
    ceilMode?: boolean,
  ): [Tensor, Tensor];
  maxPool1dWithIndices(
    self: Tensor,
    kernelSize: number | readonly number[],
    options?: {
      stride?: number | readonly number[];
      padding?: number | readonly number[];
      dilation?: number | readonly number[];
      ceilMode?: boolean;
    },
  ): [Tensor, Tensor];
  /** `max_pool2d(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, int[2] dilation=1, bool ceil_mode=False) -> Tensor` */
  maxPool2d(
    self: Tensor,
    kernelSize: number | readonly number[],
    stride?: number | readonly number[],
    padding?: number | readonly number[],
    dilation?: number | readonly number[],
    ceilMode?: boolean,
  ): Tensor;
  maxPool2d(
    self: Tensor,
    kernelSize: number | readonly number[],
    options?: {
      stride?: number | readonly number[];
      padding?: number | readonly number[];
      dilation?: number | readonly number[];
      ceilMode?: boolean;
    },
  ): Tensor;
  /** `max_pool2d_with_indices(Tensor self, int[2] kernel_size, int[2] stride=[], int[2] padding=0, int[2] dilation=1, bool ceil_mode=False) -> (Tensor, Tensor)` */
  maxPool2dWithIndices(
    self: Tensor,
    kernelSize: number | readonly number[],
    stride?: number | readonly number[],
    padding?: number | readonly number[],
    dilation?: number | readonly number[],
    ceilMode?: boolean,
  ): [Tensor, Tensor];
  maxPool2dWithIndices(
    self: Tensor,
    kernelSize: number | readonly number[],
    options?: {
      stride?: number | readonly number[];
      padding?: number | readonly number[];
      dilation?: number | readonly number[];
      ceilMode?: boolean;
    },
  ): [Tensor, Tensor];
  /** `maximum(Tensor self, Tensor other) -> Tensor` */
  maximum(self: Tensor, other: Tensor | Scalar): Tensor;
  /** `mean(Tensor self, *, ScalarType? dtype=None) -> Tensor` */
  mean(self: Tensor, options?: { dtype?: DType | null }): Tensor;
  /** `mean.dim(Tensor self, int[1]? dim, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
  mean(
    self: Tensor,
    dim: number | readonly number[] | null,
    keepdim?: boolean,
    options?: { dtype?: DType | null },
  ): Tensor;
  mean(
    self: Tensor,
    dim: number | readonly number[] | null,
    options?: { keepdim?: boolean; dtype?: DType | null },
  ): Tensor;
  /** `median(Tensor self) -> Tensor` */
  median(self: Tensor): Tensor;
  /** `median.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor values, Tensor indices)` */
  median(self: Tensor, dim: number, keepdim?: boolean): [Tensor, Tensor];
  median(self: Tensor, dim: number, options?: { keepdim?: boolean }): [Tensor, Tensor];
  /** `meshgrid(Tensor[] tensors) -> Tensor[]` */
  meshgrid(tensors: readonly Tensor[]): Tensor[];
  /** `meshgrid.indexing(Tensor[] tensors, *, str indexing) -> Tensor[]` */
  meshgrid(tensors: readonly Tensor[], options?: { indexing: string }): Tensor[];
  /** `min.other(Tensor self, Tensor other) -> Tensor` */
  min(self: Tensor, other: Tensor | Scalar): Tensor;
  /** `min.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor values, Tensor indices)` */
  min(self: Tensor, dim: number, keepdim?: boolean): [Tensor, Tensor];
  min(self: Tensor, dim: number, options?: { keepdim?: boolean }): [Tensor, Tensor];
  /** `min(Tensor self) -> Tensor` */
  min(self: Tensor): Tensor;
  /** `min.other(Tensor self, Tensor other) -> Tensor` */
  min(self: Tensor, other: Tensor | Scalar): Tensor;
  /** `minimum(Tensor self, Tensor other) -> Tensor` */
  minimum(self: Tensor, other: Tensor | Scalar): Tensor;
  /** `mish(Tensor self) -> Tensor` */
  mish(self: Tensor): Tensor;
  /** `mish_(Tensor(a!) self) -> Tensor(a!)` */
  mish_(self: Tensor): Tensor;
  /** `mm(Tensor self, Tensor mat2) -> Tensor` */
  mm(self: Tensor, mat2: Tensor): Tensor;
  /** `mode(Tensor self, int dim=-1, bool keepdim=False) -> (Tensor values, Tensor indices)` */
  mode(self: Tensor, dim?: number, keepdim?: boolean): [Tensor, Tensor];
  mode(self: Tensor, options?: { dim?: number; keepdim?: boolean }): [Tensor, Tensor];
  /** `moveaxis.intlist(Tensor(a) self, int[] source, int[] destination) -> Tensor(a)` */
  moveaxis(self: Tensor, source: readonly number[], destination: readonly number[]): Tensor;
  /** `moveaxis.int(Tensor(a) self, int source, int destination) -> Tensor(a)` */
  moveaxis(self: Tensor, source: number, destination: number): Tensor;
  /** `movedim.intlist(Tensor(a) self, int[] source, int[] destination) -> Tensor(a)` */
  movedim(self: Tensor, source: readonly number[], destination: readonly number[]): Tensor;
  /** `movedim.int(Tensor(a) self, int source, int destination) -> Tensor(a)` */
  movedim(self: Tensor, source: number, destination: number): Tensor;
  /** `mse_loss(Tensor self, Tensor target, int reduction=Mean) -> Tensor` */
  mseLoss(self: Tensor, target: Tensor, reduction?: number | Reduction): Tensor;
  mseLoss(self: Tensor, target: Tensor, options?: { reduction?: number | Reduction }): Tensor;
  /** `msort(Tensor self) -> Tensor` */
  msort(self: Tensor): Tensor;
  /** `mul.Tensor(Tensor self, Tensor other) -> Tensor` */
  mul(self: Tensor, other: Tensor | Scalar): Tensor;
  /** `mul.Scalar(Tensor self, Scalar other) -> Tensor` */
  mul(self: Tensor, other: Scalar): Tensor;
  /** `multi_margin_loss(Tensor self, Tensor target, Scalar p=1, Scalar margin=1, Tensor? weight=None, int reduction=Mean) -> Tensor` */
  multiMarginLoss(
    self: Tensor,
    target: Tensor,
    p?: Scalar,
    margin?: Scalar,
    weight?: Tensor | null,
    reduction?: number | Reduction,
  ): Tensor;
  multiMarginLoss(
    self: Tensor,
    target: Tensor,
    options?: {
      p?: Scalar;
      margin?: Scalar;
      weight?: Tensor | null;
      reduction?: number | Reduction;
    },
  ): Tensor;
  /** `multilabel_margin_loss(Tensor self, Tensor target, int reduction=Mean) -> Tensor` */
  multilabelMarginLoss(self: Tensor, target: Tensor, reduction?: number | Reduction): Tensor;
  multilabelMarginLoss(
    self: Tensor,
    target: Tensor,
    options?: { reduction?: number | Reduction },
  ): Tensor;
  /** `multinomial(Tensor self, int num_samples, bool replacement=False, *, Generator? generator=None) -> Tensor` */
  multinomial(
    self: Tensor,
    numSamples: number,
    replacement?: boolean,
    options?: { generator?: Generator | null },
  ): Tensor;
  multinomial(
    self: Tensor,
    numSamples: number,
    options?: { replacement?: boolean; generator?: Generator | null },
  ): Tensor;
  /** `multiply.Tensor(Tensor self, Tensor other) -> Tensor` */
  multiply(self: Tensor, other: Tensor | Scalar): Tensor;
  /** `multiply.Scalar(Tensor self, Scalar other) -> Tensor` */
  multiply(self: Tensor, other: Scalar): Tensor;
  /** `mv(Tensor self, Tensor vec) -> Tensor` */
  mv(self: Tensor, vec: Tensor): Tensor;
  /** `mvlgamma(Tensor self, int p) -> Tensor` */
  mvlgamma(self: Tensor, p: number): Tensor;
  /** `nan_to_num(Tensor self, float? nan=None, float? posinf=None, float? neginf=None) -> Tensor` */
  nanToNum(
    self: Tensor,
    nan?: number | null,
    posinf?: number | null,
    neginf?: number | null,
  ): Tensor;
  nanToNum(
    self: Tensor,
    options?: { nan?: number | null; posinf?: number | null; neginf?: number | null },
  ): Tensor;
  /** `nanmean(Tensor self, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
  nanmean(
    self: Tensor,
    dim?: number | readonly number[] | null,
    keepdim?: boolean,
    options?: { dtype?: DType | null },
  ): Tensor;
  nanmean(
    self: Tensor,
    options?: { dim?: number | readonly number[] | null; keepdim?: boolean; dtype?: DType | null },
  ): Tensor;
  /** `nanmedian(Tensor self) -> Tensor` */
  nanmedian(self: Tensor): Tensor;
  /** `nanmedian.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor values, Tensor indices)` */
  nanmedian(self: Tensor, dim: number, keepdim?: boolean): [Tensor, Tensor];
  nanmedian(self: Tensor, dim: number, options?: { keepdim?: boolean }): [Tensor, Tensor];
  /** `nanquantile(Tensor self, Tensor q, int? dim=None, bool keepdim=False, *, str interpolation='linear') -> Tensor` */
  nanquantile(
    self: Tensor,
    q: Tensor,
    dim?: number | null,
    keepdim?: boolean,
    options?: { interpolation?: string },
  ): Tensor;
  nanquantile(
    self: Tensor,
    q: Tensor,
    options?: { dim?: number | null; keepdim?: boolean; interpolation?: string },
  ): Tensor;
  /** `nanquantile.scalar(Tensor self, float q, int? dim=None, bool keepdim=False, *, str interpolation='linear') -> Tensor` */
  nanquantile(
    self: Tensor,
    q: number,
    dim?: number | null,
    keepdim?: boolean,
    options?: { interpolation?: string },
  ): Tensor;
  nanquantile(
    self: Tensor,
    q: number,
    options?: { dim?: number | null; keepdim?: boolean; interpolation?: string },
  ): Tensor;
  /** `nansum(Tensor self, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
  nansum(
    self: Tensor,
    dim?: number | readonly number[] | null,
    keepdim?: boolean,
    options?: { dtype?: DType | null },
  ): Tensor;
  nansum(
    self: Tensor,
    options?: { dim?: number | readonly number[] | null; keepdim?: boolean; dtype?: DType | null },
  ): Tensor;
  /** `narrow(Tensor(a) self, int dim, int start, int length) -> Tensor(a)` */
  narrow(self: Tensor, dim: number, start: number, length: number): Tensor;
  /** `narrow.Tensor(Tensor(a) self, int dim, Tensor start, int length) -> Tensor(a)` */
  narrow(self: Tensor, dim: number, start: Tensor, length: number): Tensor;
  /** `native_batch_norm(Tensor input, Tensor? weight, Tensor? bias, Tensor? running_mean, Tensor? running_var, bool training, float momentum, float eps) -> (Tensor, Tensor, Tensor)` */
  nativeBatchNorm(
    input: Tensor,
    weight: Tensor | null,
    bias: Tensor | null,
    runningMean: Tensor | null,
    runningVar: Tensor | null,
    training: boolean,
    momentum: number,
    eps: number,
  ): [Tensor, Tensor, Tensor];
  /** `native_dropout(Tensor input, float p, bool? train) -> (Tensor, Tensor)` */
  nativeDropout(input: Tensor, p: number, train: boolean | null): [Tensor, Tensor];
  /** `native_group_norm(Tensor input, Tensor? weight, Tensor? bias, SymInt N, SymInt C, SymInt HxW, int group, float eps) -> (Tensor, Tensor, Tensor)` */
  nativeGroupNorm(
    input: Tensor,
    weight: Tensor | null,
    bias: Tensor | null,
    N: number,
    C: number,
    HxW: number,
    group: number,
    eps: number,
  ): [Tensor, Tensor, Tensor];
  /** `native_layer_norm(Tensor input, SymInt[] normalized_shape, Tensor? weight, Tensor? bias, float eps) -> (Tensor, Tensor, Tensor)` */
  nativeLayerNorm(
    input: Tensor,
    normalizedShape: readonly number[],
    weight: Tensor | null,
    bias: Tensor | null,
    eps: number,
  ): [Tensor, Tensor, Tensor];
  /** `ne.Tensor(Tensor self, Tensor other) -> Tensor` */
  ne(self: Tensor, other: Tensor | Scalar): Tensor;
  /** `ne.Scalar(Tensor self, Scalar other) -> Tensor` */
  ne(self: Tensor, other: Scalar): Tensor;
  /** `neg(Tensor self) -> Tensor` */
  neg(self: Tensor): Tensor;
  /** `negative(Tensor self) -> Tensor` */
  negative(self: Tensor): Tensor;
  /** `nll_loss(Tensor self, Tensor target, Tensor? weight=None, int reduction=Mean, int ignore_index=-100) -> Tensor` */
  nllLoss(
    self: Tensor,
    target: Tensor,
    weight?: Tensor | null,
    reduction?: number | Reduction,
    ignoreIndex?: number,
  ): Tensor;
  nllLoss(
    self: Tensor,
    target: Tensor,
    options?: { weight?: Tensor | null; reduction?: number | Reduction; ignoreIndex?: number },
  ): Tensor;
  /** `nll_loss2d(Tensor self, Tensor target, Tensor? weight=None, int reduction=Mean, int ignore_index=-100) -> Tensor` */
  nllLoss2d(
    self: Tensor,
    target: Tensor,
    weight?: Tensor | null,
    reduction?: number | Reduction,
    ignoreIndex?: number,
  ): Tensor;
  nllLoss2d(
    self: Tensor,
    target: Tensor,
    options?: { weight?: Tensor | null; reduction?: number | Reduction; ignoreIndex?: number },
  ): Tensor;
  /** `nll_loss_nd(Tensor self, Tensor target, Tensor? weight=None, int reduction=Mean, int ignore_index=-100) -> Tensor` */
  nllLossNd(
    self: Tensor,
    target: Tensor,
    weight?: Tensor | null,
    reduction?: number | Reduction,
    ignoreIndex?: number,
  ): Tensor;
  nllLossNd(
    self: Tensor,
    target: Tensor,
    options?: { weight?: Tensor | null; reduction?: number | Reduction; ignoreIndex?: number },
  ): Tensor;
  /** `nonzero(Tensor self) -> Tensor` */
  nonzero(self: Tensor): Tensor;
  /** `nonzero_numpy(Tensor self) -> Tensor[]` */
  nonzeroNumpy(self: Tensor): Tensor[];
  /** `norm.ScalarOpt_dtype(Tensor self, Scalar? p, *, ScalarType dtype) -> Tensor` */
  norm(self: Tensor, p: Scalar | null, options?: { dtype: DType }): Tensor;
  /** `norm.Scalar(Tensor self, Scalar p=2) -> Tensor` */
  norm(self: Tensor, p?: Scalar): Tensor;
  norm(self: Tensor, options?: { p?: Scalar }): Tensor;
  /** `norm.ScalarOpt_dim_dtype(Tensor self, Scalar? p, int[1] dim, bool keepdim, *, ScalarType dtype) -> Tensor` */
  norm(
    self: Tensor,
    p: Scalar | null,
    dim: number | readonly number[],
    keepdim: boolean,
    options?: { dtype: DType },
  ): Tensor;
  /** `norm.ScalarOpt_dim(Tensor self, Scalar? p, int[1] dim, bool keepdim=False) -> Tensor` */
  norm(self: Tensor, p: Scalar | null, dim: number | readonly number[], keepdim?: boolean): Tensor;
  norm(
    self: Tensor,
    p: Scalar | null,
    dim: number | readonly number[],
    options?: { keepdim?: boolean },
  ): Tensor;
  /** `norm_except_dim(Tensor v, int pow=2, int dim=0) -> Tensor` */
  normExceptDim(v: Tensor, pow?: number, dim?: number): Tensor;
  normExceptDim(v: Tensor, options?: { pow?: number; dim?: number }): Tensor;
  /** `normal.Tensor_Tensor(Tensor mean, Tensor std, *, Generator? generator=None) -> Tensor` */
  normal(mean: Tensor, std: Tensor, options?: { generator?: Generator | null }): Tensor;
  /** `normal.Tensor_float(Tensor mean, float std=1, *, Generator? generator=None) -> Tensor` */
  normal(mean: Tensor, std?: number, options?: { generator?: Generator | null }): Tensor;
  normal(mean: Tensor, options?: { std?: number; generator?: Generator | null }): Tensor;
  /** `normal.float_Tensor(float mean, Tensor std, *, Generator? generator=None) -> Tensor` */
  normal(mean: number, std: Tensor, options?: { generator?: Generator | null }): Tensor;
  /** `normal.float_float(float mean, float std, int[] size, *, Generator? generator=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  normal(
    mean: number,
    std: number,
    size: readonly number[],
    options?: {
      generator?: Generator | null;
      dtype?: DType | null;
      device?: string | null;
      pinMemory?: boolean | null;
    },
  ): Tensor;
  /** `not_equal.Tensor(Tensor self, Tensor other) -> Tensor` */
  notEqual(self: Tensor, other: Tensor | Scalar): Tensor;
  /** `not_equal.Scalar(Tensor self, Scalar other) -> Tensor` */
  notEqual(self: Tensor, other: Scalar): Tensor;
  /** `numel(Tensor self) -> int` */
  numel(self: Tensor): number;
  /** `numpy_T(Tensor(a) self) -> Tensor(a)` */
  numpy_T(self: Tensor): Tensor;
  /** `one_hot(Tensor self, int num_classes=-1) -> Tensor` */
  oneHot(self: Tensor, numClasses?: number): Tensor;
  oneHot(self: Tensor, options?: { numClasses?: number }): Tensor;
  /** `ones(SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  ones(
    size: readonly number[],
    options?: { dtype?: DType | null; device?: string | null; pinMemory?: boolean | null },
  ): Tensor;
  ones(...size: number[]): Tensor;
  /** `ones_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
  onesLike(
    self: Tensor,
    options?: { dtype?: DType | null; device?: string | null; pinMemory?: boolean | null },
  ): Tensor;
  /** `outer(Tensor self, Tensor vec2) -> Tensor` */
  outer(self: Tensor, vec2: Tensor): Tensor;
  /** `pad(Tensor self, int[] pad, str mode="constant", float? value=None) -> Tensor` */
  pad(self: Tensor, pad: readonly number[], mode?: string, value?: number | null): Tensor;
  pad(
    self: Tensor,
    pad: readonly number[],
    options?: { mode?: string; value?: number | null },
  ): Tensor;
  /** `pairwise_distance(Tensor x1, Tensor x2, float p=2, float eps=1e-06, bool keepdim=False) -> Tensor` */
  pairwiseDistance(x1: Tensor, x2: Tensor, p?: number, eps?: number, keepdim?: boolean): Tensor;
  pairwiseDistance(
    x1: Tensor,
    x2: Tensor,
    options?: { p?: number; eps?: number; keepdim?: boolean },
  ): Tensor;
  /** `permute(Tensor(a) self, int[] dims) -> Tensor(a)` */
  permute(self: Tensor, dims: readonly number[]): Tensor;
  /** `pinverse(Tensor self, float rcond=1e-15) -> Tensor` */
  pinverse(self: Tensor, rcond?: number): Tensor;
  pinverse(self: Tensor, options?: { rcond?: number }): Tensor;
  /** `pixel_shuffle(Tensor self, int upscale_factor) -> Tensor` */
  pixelShuffle(self: Tensor, upscaleFactor: number): Tensor;
  /** `poisson_nll_loss(Tensor input, Tensor target, bool log_input, bool full, float eps, int reduction) -> Tensor` */
  poissonNllLoss(
    input: Tensor,
    target: Tensor,
    logInput: boolean,
    full: boolean,
    eps: number,
    reduction: number | Reduction,
  ): Tensor;
  /** `polygamma(int n, Tensor self) -> Tensor` */
  polygamma(n: number, self: Tensor): Tensor;
  /** `positive(Tensor(a) self) -> Tensor(a)` */
  positive(self: Tensor): Tensor;
  /** `pow.Tensor_Tensor(Tensor self, Tensor exponent) -> Tensor` */
  pow(self: Tensor, exponent: Tensor): Tensor;
  /** `pow.Tensor_Scalar(Tensor self, Scalar exponent) -> Tensor` */
  pow(self: Tensor, exponent: Scalar): Tensor;
  /** `pow.Scalar(Scalar self, Tensor exponent) -> Tensor` */
  pow(self: Scalar, exponent: Tensor): Tensor;
  /** `prelu(Tensor self, Tensor weight) -> Tensor` */
  prelu(self: Tensor, weight: Tensor): Tensor;
  /** `prod(Tensor self, *, ScalarType? dtype=None) -> Tensor` */
  prod(self: Tensor, options?: { dtype?: DType | null }): Tensor;
  /** `prod.dim_int(Tensor self, int dim, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
  prod(self: Tensor, dim: number, keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
  prod(self: Tensor, dim: number, options?: { keepdim?: boolean; dtype?: DType | null }): Tensor;
  /** `promote_types(ScalarType type1, ScalarType type2) -> ScalarType` */
  promoteTypes(type1: DType, type2: DType): DType;
  /** `put(Tensor self, Tensor index, Tensor source, bool accumulate=False) -> Tensor` */
  put(self: Tensor, index: Tensor, source: Tensor, accumulate?: boolean): Tensor;
  put(self: Tensor, index: Tensor, source: Tensor, options?: { accumulate?: boolean }): Tensor;
  /** `qr(Tensor self, bool some=True) -> (Tensor Q, Tensor R)` */
  qr(self: Tensor, some?: boolean): [Tensor, Tensor];
  qr(self: Tensor, options?: { some?: boolean }): [Tensor, Tensor];
  /** `quantile(Tensor self, Tensor q, int? dim=None, bool keepdim=False, *, str interpolation='linear') -> Tensor` */
  quantile(
    self: Tensor,
    q: Tensor,
    dim?: number | null,
    keepdim?: boolean,
    options?: { interpolation?: string },
  ): Tensor;
  quantile(
    self: Tensor,
    q: Tensor,
    options?: { dim?: number | null; keepdim?: boolean; interpolation?: string },
  ): Tensor;
  /** `quantile.scalar(Tensor self, float q, int? dim=None, bool keepdim=False, *, str interpolation='linear') -> Tensor` */
  quantile(
    self: Tensor,
    q: number,
    dim?: number | null,
    keepdim?: boolean,
    options?: { interpolation?: string },
  ): Tensor;
  quantile(
    self: Tensor,
    q: number,
    options?: { dim?: number | null; keepdim?: boolean; interpolation?: string },
  ): Tensor;
  /** `rad2deg(Tensor self) -> Tensor` */
  rad2deg(self: Tensor): Tensor;
  /** `rand(int[] size, *, Generator? generator=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  rand(
    size: readonly number[],
    options?: {
      generator?: Generator | null;
      dtype?: DType | null;
      device?: string | null;
      pinMemory?: boolean | null;
    },
  ): Tensor;
  rand(...size: number[]): Tensor;
  /** `rand_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
  randLike(
    self: Tensor,
    options?: { dtype?: DType | null; device?: string | null; pinMemory?: boolean | null },
  ): Tensor;
  /** `randint(int high, int[] size, *, Generator? generator=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  randint(
    high: number,
    size: readonly number[],
    options?: {
      generator?: Generator | null;
      dtype?: DType | null;
      device?: string | null;
      pinMemory?: boolean | null;
    },
  ): Tensor;
  /** `randint.low(int low, int high, int[] size, *, Generator? generator=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  randint(
    low: number,
    high: number,
    size: readonly number[],
    options?: {
      generator?: Generator | null;
      dtype?: DType | null;
      device?: string | null;
      pinMemory?: boolean | null;
    },
  ): Tensor;
  /** `randint_like(Tensor self, int high, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
  randintLike(
    self: Tensor,
    high: number,
    options?: { dtype?: DType | null; device?: string | null; pinMemory?: boolean | null },
  ): Tensor;
  /** `randint_like.low_dtype(Tensor self, int low, int high, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
  randintLike(
    self: Tensor,
    low: number,
    high: number,
    options?: { dtype?: DType | null; device?: string | null; pinMemory?: boolean | null },
  ): Tensor;
  /** `randn(int[] size, *, Generator? generator=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  randn(
    size: readonly number[],
    options?: {
      generator?: Generator | null;
      dtype?: DType | null;
      device?: string | null;
      pinMemory?: boolean | null;
    },
  ): Tensor;
  randn(...size: number[]): Tensor;
  /** `randn_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
  randnLike(
    self: Tensor,
    options?: { dtype?: DType | null; device?: string | null; pinMemory?: boolean | null },
  ): Tensor;
  /** `randperm(int n, *, Generator? generator=None, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  randperm(
    n: number,
    options?: {
      generator?: Generator | null;
      dtype?: DType | null;
      device?: string | null;
      pinMemory?: boolean | null;
    },
  ): Tensor;
  /** `range.step(Scalar start, Scalar end, Scalar step=1, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  range(
    start: Scalar,
    end: Scalar,
    step?: Scalar,
    options?: { dtype?: DType | null; device?: string | null; pinMemory?: boolean | null },
  ): Tensor;
  range(
    start: Scalar,
    end: Scalar,
    options?: {
      step?: Scalar;
      dtype?: DType | null;
      device?: string | null;
      pinMemory?: boolean | null;
    },
  ): Tensor;
  /** `range(Scalar start, Scalar end, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  range(
    start: Scalar,
    end: Scalar,
    options?: { dtype?: DType | null; device?: string | null; pinMemory?: boolean | null },
  ): Tensor;
  /** `ravel(Tensor(a) self) -> Tensor(a)` */
  ravel(self: Tensor): Tensor;
  /** `real(Tensor(a) self) -> Tensor(a)` */
  real(self: Tensor): Tensor;
  /** `reciprocal(Tensor self) -> Tensor` */
  reciprocal(self: Tensor): Tensor;
  /** `reflection_pad1d(Tensor self, int[2] padding) -> Tensor` */
  reflectionPad1d(self: Tensor, padding: number | readonly number[]): Tensor;
  /** `reflection_pad2d(Tensor self, int[4] padding) -> Tensor` */
  reflectionPad2d(self: Tensor, padding: number | readonly number[]): Tensor;
  /** `relu(Tensor self) -> Tensor` */
  relu(self: Tensor): Tensor;
  /** `relu6(Tensor self) -> Tensor` */
  relu6(self: Tensor): Tensor;
  /** `relu6_(Tensor(a!) self) -> Tensor(a!)` */
  relu6_(self: Tensor): Tensor;
  /** `relu_(Tensor(a!) self) -> Tensor(a!)` */
  relu_(self: Tensor): Tensor;
  /** `remainder.Tensor(Tensor self, Tensor other) -> Tensor` */
  remainder(self: Tensor, other: Tensor | Scalar): Tensor;
  /** `remainder.Scalar(Tensor self, Scalar other) -> Tensor` */
  remainder(self: Tensor, other: Scalar): Tensor;
  /** `remainder.Scalar_Tensor(Scalar self, Tensor other) -> Tensor` */
  remainder(self: Scalar, other: Tensor | Scalar): Tensor;
  /** `renorm(Tensor self, Scalar p, int dim, Scalar maxnorm) -> Tensor` */
  renorm(self: Tensor, p: Scalar, dim: number, maxnorm: Scalar): Tensor;
  /** `repeat_interleave.Tensor(Tensor repeats, *, int? output_size=None) -> Tensor` */
  repeatInterleave(repeats: Tensor, options?: { outputSize?: number | null }): Tensor;
  /** `repeat_interleave.self_Tensor(Tensor self, Tensor repeats, int? dim=None, *, int? output_size=None) -> Tensor` */
  repeatInterleave(
    self: Tensor,
    repeats: Tensor,
    dim?: number | null,
    options?: { outputSize?: number | null },
  ): Tensor;
  repeatInterleave(
    self: Tensor,
    repeats: Tensor,
    options?: { dim?: number | null; outputSize?: number | null },
  ): Tensor;
  /** `repeat_interleave.self_int(Tensor self, int repeats, int? dim=None, *, int? output_size=None) -> Tensor` */
  repeatInterleave(
    self: Tensor,
    repeats: number,
    dim?: number | null,
    options?: { outputSize?: number | null },
  ): Tensor;
  repeatInterleave(
    self: Tensor,
    repeats: number,
    options?: { dim?: number | null; outputSize?: number | null },
  ): Tensor;
  /** `replication_pad1d(Tensor self, int[2] padding) -> Tensor` */
  replicationPad1d(self: Tensor, padding: number | readonly number[]): Tensor;
  /** `replication_pad2d(Tensor self, int[4] padding) -> Tensor` */
  replicationPad2d(self: Tensor, padding: number | readonly number[]): Tensor;
  /** `reshape(Tensor(a) self, SymInt[] shape) -> Tensor(a)` */
  reshape(self: Tensor, shape: readonly number[]): Tensor;
  /** `result_type.Tensor(Tensor tensor, Tensor other) -> ScalarType` */
  resultType(tensor: Tensor, other: Tensor | Scalar): DType;
  /** `result_type.Scalar(Tensor tensor, Scalar other) -> ScalarType` */
  resultType(tensor: Tensor, other: Scalar): DType;
  /** `result_type.Scalar_Tensor(Scalar scalar, Tensor tensor) -> ScalarType` */
  resultType(scalar: Scalar, tensor: Tensor): DType;
  /** `result_type.Scalar_Scalar(Scalar scalar1, Scalar scalar2) -> ScalarType` */
  resultType(scalar1: Scalar, scalar2: Scalar): DType;
  /** `rnn_relu.input(Tensor input, Tensor hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional, bool batch_first) -> (Tensor, Tensor)` */
  rnnRelu(
    input: Tensor,
    hx: Tensor,
    params: readonly Tensor[],
    hasBiases: boolean,
    numLayers: number,
    dropout: number,
    train: boolean,
    bidirectional: boolean,
    batchFirst: boolean,
  ): [Tensor, Tensor];
  /** `rnn_relu.data(Tensor data, Tensor batch_sizes, Tensor hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional) -> (Tensor, Tensor)` */
  rnnRelu(
    data: Tensor,
    batchSizes: Tensor,
    hx: Tensor,
    params: readonly Tensor[],
    hasBiases: boolean,
    numLayers: number,
    dropout: number,
    train: boolean,
    bidirectional: boolean,
  ): [Tensor, Tensor];
  /** `rnn_relu_cell(Tensor input, Tensor hx, Tensor w_ih, Tensor w_hh, Tensor? b_ih=None, Tensor? b_hh=None) -> Tensor` */
  rnnReluCell(
    input: Tensor,
    hx: Tensor,
    wIh: Tensor,
    wHh: Tensor,
    bIh?: Tensor | null,
    bHh?: Tensor | null,
  ): Tensor;
  rnnReluCell(
    input: Tensor,
    hx: Tensor,
    wIh: Tensor,
    wHh: Tensor,
    options?: { bIh?: Tensor | null; bHh?: Tensor | null },
  ): Tensor;
  /** `rnn_tanh.input(Tensor input, Tensor hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional, bool batch_first) -> (Tensor, Tensor)` */
  rnnTanh(
    input: Tensor,
    hx: Tensor,
    params: readonly Tensor[],
    hasBiases: boolean,
    numLayers: number,
    dropout: number,
    train: boolean,
    bidirectional: boolean,
    batchFirst: boolean,
  ): [Tensor, Tensor];
  /** `rnn_tanh.data(Tensor data, Tensor batch_sizes, Tensor hx, Tensor[] params, bool has_biases, int num_layers, float dropout, bool train, bool bidirectional) -> (Tensor, Tensor)` */
  rnnTanh(
    data: Tensor,
    batchSizes: Tensor,
    hx: Tensor,
    params: readonly Tensor[],
    hasBiases: boolean,
    numLayers: number,
    dropout: number,
    train: boolean,
    bidirectional: boolean,
  ): [Tensor, Tensor];
  /** `rnn_tanh_cell(Tensor input, Tensor hx, Tensor w_ih, Tensor w_hh, Tensor? b_ih=None, Tensor? b_hh=None) -> Tensor` */
  rnnTanhCell(
    input: Tensor,
    hx: Tensor,
    wIh: Tensor,
    wHh: Tensor,
    bIh?: Tensor | null,
    bHh?: Tensor | null,
  ): Tensor;
  rnnTanhCell(
    input: Tensor,
    hx: Tensor,
    wIh: Tensor,
    wHh: Tensor,
    options?: { bIh?: Tensor | null; bHh?: Tensor | null },
  ): Tensor;
  /** `roll(Tensor self, int[1] shifts, int[1] dims=[]) -> Tensor` */
  roll(self: Tensor, shifts: number | readonly number[], dims?: number | readonly number[]): Tensor;
  roll(
    self: Tensor,
    shifts: number | readonly number[],
    options?: { dims?: number | readonly number[] },
  ): Tensor;
  /** `rot90(Tensor self, int k=1, int[] dims=[0,1]) -> Tensor` */
  rot90(self: Tensor, k?: number, dims?: readonly number[]): Tensor;
  rot90(self: Tensor, options?: { k?: number; dims?: readonly number[] }): Tensor;
  /** `round(Tensor self) -> Tensor` */
  round(self: Tensor): Tensor;
  /** `round.decimals(Tensor self, *, int decimals) -> Tensor` */
  round(self: Tensor, options?: { decimals: number }): Tensor;
  /** `row_stack(Tensor[] tensors) -> Tensor` */
  rowStack(tensors: readonly Tensor[]): Tensor;
  /** `rrelu(Tensor self, Scalar lower=0.125, Scalar upper=0.3333333333333333, bool training=False, Generator? generator=None) -> Tensor` */
  rrelu(
    self: Tensor,
    lower?: Scalar,
    upper?: Scalar,
    training?: boolean,
    generator?: Generator | null,
  ): Tensor;
  rrelu(
    self: Tensor,
    options?: { lower?: Scalar; upper?: Scalar; training?: boolean; generator?: Generator | null },
  ): Tensor;
  /** `rrelu_(Tensor(a!) self, Scalar lower=0.125, Scalar upper=0.3333333333333333, bool training=False, Generator? generator=None) -> Tensor(a!)` */
  rrelu_(
    self: Tensor,
    lower?: Scalar,
    upper?: Scalar,
    training?: boolean,
    generator?: Generator | null,
  ): Tensor;
  rrelu_(
    self: Tensor,
    options?: { lower?: Scalar; upper?: Scalar; training?: boolean; generator?: Generator | null },
  ): Tensor;
  /** `rsqrt(Tensor self) -> Tensor` */
  rsqrt(self: Tensor): Tensor;
  /** `rsub.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor` */
  rsub(self: Tensor, other: Tensor | Scalar, options?: { alpha?: Scalar }): Tensor;
  /** `rsub.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor` */
  rsub(self: Tensor, other: Scalar, alpha?: Scalar): Tensor;
  rsub(self: Tensor, other: Scalar, options?: { alpha?: Scalar }): Tensor;
  /** `scalar_tensor(Scalar s, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  scalarTensor(
    s: Scalar,
    options?: { dtype?: DType | null; device?: string | null; pinMemory?: boolean | null },
  ): Tensor;
  /** `scatter.src(Tensor self, int dim, Tensor index, Tensor src) -> Tensor` */
  scatter(self: Tensor, dim: number, index: Tensor, src: Tensor): Tensor;
  /** `scatter.reduce(Tensor self, int dim, Tensor index, Tensor src, *, str reduce) -> Tensor` */
  scatter(
    self: Tensor,
    dim: number,
    index: Tensor,
    src: Tensor,
    options?: { reduce: string },
  ): Tensor;
  /** `scatter.value(Tensor self, int dim, Tensor index, Scalar value) -> Tensor` */
  scatter(self: Tensor, dim: number, index: Tensor, value: Scalar): Tensor;
  /** `scatter.value_reduce(Tensor self, int dim, Tensor index, Scalar value, *, str reduce) -> Tensor` */
  scatter(
    self: Tensor,
    dim: number,
    index: Tensor,
    value: Scalar,
    options?: { reduce: string },
  ): Tensor;
  /** `scatter_add(Tensor self, int dim, Tensor index, Tensor src) -> Tensor` */
  scatterAdd(self: Tensor, dim: number, index: Tensor, src: Tensor): Tensor;
  /** `searchsorted.Tensor(Tensor sorted_sequence, Tensor self, *, bool out_int32=False, bool right=False, str? side=None, Tensor? sorter=None) -> Tensor` */
  searchsorted(
    sortedSequence: Tensor,
    self: Tensor,
    options?: { outInt32?: boolean; right?: boolean; side?: string | null; sorter?: Tensor | null },
  ): Tensor;
  /** `searchsorted.Scalar(Tensor sorted_sequence, Scalar self, *, bool out_int32=False, bool right=False, str? side=None, Tensor? sorter=None) -> Tensor` */
  searchsorted(
    sortedSequence: Tensor,
    self: Scalar,
    options?: { outInt32?: boolean; right?: boolean; side?: string | null; sorter?: Tensor | null },
  ): Tensor;
  /** `select.int(Tensor(a) self, int dim, int index) -> Tensor(a)` */
  select(self: Tensor, dim: number, index: number): Tensor;
  /** `selu(Tensor self) -> Tensor` */
  selu(self: Tensor): Tensor;
  /** `selu_(Tensor(a!) self) -> Tensor(a!)` */
  selu_(self: Tensor): Tensor;
  /** `sgd_step_(Tensor(a!) self, Tensor grad, Tensor(b!)? momentum_buffer, *, float lr, float momentum=0, float dampening=0, float weight_decay=0, bool nesterov=False, bool is_first=False) -> Tensor(a!)` */
  sgdStep_(
    self: Tensor,
    grad: Tensor,
    momentumBuffer: Tensor | null,
    options?: {
      lr: number;
      momentum?: number;
      dampening?: number;
      weightDecay?: number;
      nesterov?: boolean;
      isFirst?: boolean;
    },
  ): Tensor;
  /** `sgn(Tensor self) -> Tensor` */
  sgn(self: Tensor): Tensor;
  /** `sigmoid(Tensor self) -> Tensor` */
  sigmoid(self: Tensor): Tensor;
  /** `sigmoid_(Tensor(a!) self) -> Tensor(a!)` */
  sigmoid_(self: Tensor): Tensor;
  /** `sign(Tensor self) -> Tensor` */
  sign(self: Tensor): Tensor;
  /** `signbit(Tensor self) -> Tensor` */
  signbit(self: Tensor): Tensor;
  /** `silu(Tensor self) -> Tensor` */
  silu(self: Tensor): Tensor;
  /** `silu_(Tensor(a!) self) -> Tensor(a!)` */
  silu_(self: Tensor): Tensor;
  /** `sin(Tensor self) -> Tensor` */
  sin(self: Tensor): Tensor;
  /** `sinc(Tensor self) -> Tensor` */
  sinc(self: Tensor): Tensor;
  /** `sinh(Tensor self) -> Tensor` */
  sinh(self: Tensor): Tensor;
  /** `slice.Tensor(Tensor(a) self, int dim=0, SymInt? start=None, SymInt? end=None, SymInt step=1) -> Tensor(a)` */
  slice(
    self: Tensor,
    dim?: number,
    start?: number | null,
    end?: number | null,
    step?: number,
  ): Tensor;
  slice(
    self: Tensor,
    options?: { dim?: number; start?: number | null; end?: number | null; step?: number },
  ): Tensor;
  /** `slogdet(Tensor self) -> (Tensor sign, Tensor logabsdet)` */
  slogdet(self: Tensor): [Tensor, Tensor];
  /** `smooth_l1_loss(Tensor self, Tensor target, int reduction=Mean, float beta=1.0) -> Tensor` */
  smoothL1Loss(self: Tensor, target: Tensor, reduction?: number | Reduction, beta?: number): Tensor;
  smoothL1Loss(
    self: Tensor,
    target: Tensor,
    options?: { reduction?: number | Reduction; beta?: number },
  ): Tensor;
  /** `soft_margin_loss(Tensor self, Tensor target, int reduction=Mean) -> Tensor` */
  softMarginLoss(self: Tensor, target: Tensor, reduction?: number | Reduction): Tensor;
  softMarginLoss(
    self: Tensor,
    target: Tensor,
    options?: { reduction?: number | Reduction },
  ): Tensor;
  /** `softmax.int(Tensor self, int dim, ScalarType? dtype=None) -> Tensor` */
  softmax(self: Tensor, dim: number, dtype?: DType | null): Tensor;
  softmax(self: Tensor, dim: number, options?: { dtype?: DType | null }): Tensor;
  /** `softplus(Tensor self, Scalar beta=1, Scalar threshold=20) -> Tensor` */
  softplus(self: Tensor, beta?: Scalar, threshold?: Scalar): Tensor;
  softplus(self: Tensor, options?: { beta?: Scalar; threshold?: Scalar }): Tensor;
  /** `softshrink(Tensor self, Scalar lambd=0.5) -> Tensor` */
  softshrink(self: Tensor, lambd?: Scalar): Tensor;
  softshrink(self: Tensor, options?: { lambd?: Scalar }): Tensor;
  /** `sort(Tensor self, int dim=-1, bool descending=False) -> (Tensor values, Tensor indices)` */
  sort(self: Tensor, dim?: number, descending?: boolean): [Tensor, Tensor];
  sort(self: Tensor, options?: { dim?: number; descending?: boolean }): [Tensor, Tensor];
  /** `sort.stable(Tensor self, *, bool? stable, int dim=-1, bool descending=False) -> (Tensor values, Tensor indices)` */
  sort(
    self: Tensor,
    options?: { stable?: boolean | null; dim?: number; descending?: boolean },
  ): [Tensor, Tensor];
  /** `split.Tensor(Tensor(a -> *) self, int split_size, int dim=0) -> Tensor(a)[]` */
  split(self: Tensor, splitSize: number, dim?: number): Tensor[];
  split(self: Tensor, splitSize: number, options?: { dim?: number }): Tensor[];
  /** `split.sizes(Tensor(a -> *) self, int[] split_size, int dim=0) -> Tensor(a)[]` */
  split(self: Tensor, splitSize: readonly number[], dim?: number): Tensor[];
  split(self: Tensor, splitSize: readonly number[], options?: { dim?: number }): Tensor[];
  /** `split(Tensor(a -> *) self, int[] split_sizes, int dim=0) -> Tensor(a)[]` */
  split(self: Tensor, splitSizes: readonly number[], dim?: number): Tensor[];
  split(self: Tensor, splitSizes: readonly number[], options?: { dim?: number }): Tensor[];
  /** `split_with_sizes(Tensor(a -> *) self, int[] split_sizes, int dim=0) -> Tensor(a)[]` */
  splitWithSizes(self: Tensor, splitSizes: readonly number[], dim?: number): Tensor[];
  splitWithSizes(self: Tensor, splitSizes: readonly number[], options?: { dim?: number }): Tensor[];
  /** `sqrt(Tensor self) -> Tensor` */
  sqrt(self: Tensor): Tensor;
  /** `square(Tensor self) -> Tensor` */
  square(self: Tensor): Tensor;
  /** `squeeze(Tensor(a) self) -> Tensor(a)` */
  squeeze(self: Tensor): Tensor;
  /** `squeeze.dim(Tensor(a) self, int dim) -> Tensor(a)` */
  squeeze(self: Tensor, dim: number): Tensor;
  /** `stack(Tensor[] tensors, int dim=0) -> Tensor` */
  stack(tensors: readonly Tensor[], dim?: number): Tensor;
  stack(tensors: readonly Tensor[], options?: { dim?: number }): Tensor;
  /** `std(Tensor self, bool unbiased=True) -> Tensor` */
  std(self: Tensor, unbiased?: boolean): Tensor;
  std(self: Tensor, options?: { unbiased?: boolean }): Tensor;
  /** `std.dim(Tensor self, int[1]? dim, bool unbiased=True, bool keepdim=False) -> Tensor` */
  std(
    self: Tensor,
    dim: number | readonly number[] | null,
    unbiased?: boolean,
    keepdim?: boolean,
  ): Tensor;
  std(
    self: Tensor,
    dim: number | readonly number[] | null,
    options?: { unbiased?: boolean; keepdim?: boolean },
  ): Tensor;
  /** `std.correction(Tensor self, int[1]? dim, *, int? correction, bool keepdim=False) -> Tensor` */
  std(
    self: Tensor,
    dim: number | readonly number[] | null,
    options?: { correction?: number | null; keepdim?: boolean },
  ): Tensor;
  /** `std_mean(Tensor self, bool unbiased=True) -> (Tensor, Tensor)` */
  stdMean(self: Tensor, unbiased?: boolean): [Tensor, Tensor];
  stdMean(self: Tensor, options?: { unbiased?: boolean }): [Tensor, Tensor];
  /** `std_mean.dim(Tensor self, int[1]? dim, bool unbiased=True, bool keepdim=False) -> (Tensor, Tensor)` */
  stdMean(
    self: Tensor,
    dim: number | readonly number[] | null,
    unbiased?: boolean,
    keepdim?: boolean,
  ): [Tensor, Tensor];
  stdMean(
    self: Tensor,
    dim: number | readonly number[] | null,
    options?: { unbiased?: boolean; keepdim?: boolean },
  ): [Tensor, Tensor];
  /** `std_mean.correction(Tensor self, int[1]? dim, *, int? correction, bool keepdim=False) -> (Tensor, Tensor)` */
  stdMean(
    self: Tensor,
    dim: number | readonly number[] | null,
    options?: { correction?: number | null; keepdim?: boolean },
  ): [Tensor, Tensor];
  /** `sub.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor` */
  sub(self: Tensor, other: Tensor | Scalar, options?: { alpha?: Scalar }): Tensor;
  /** `sub.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor` */
  sub(self: Tensor, other: Scalar, alpha?: Scalar): Tensor;
  sub(self: Tensor, other: Scalar, options?: { alpha?: Scalar }): Tensor;
  /** `subtract.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor` */
  subtract(self: Tensor, other: Tensor | Scalar, options?: { alpha?: Scalar }): Tensor;
  /** `subtract.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor` */
  subtract(self: Tensor, other: Scalar, alpha?: Scalar): Tensor;
  subtract(self: Tensor, other: Scalar, options?: { alpha?: Scalar }): Tensor;
  /** `sum(Tensor self, *, ScalarType? dtype=None) -> Tensor` */
  sum(self: Tensor, options?: { dtype?: DType | null }): Tensor;
  /** `sum.dim_IntList(Tensor self, int[1]? dim, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
  sum(
    self: Tensor,
    dim: number | readonly number[] | null,
    keepdim?: boolean,
    options?: { dtype?: DType | null },
  ): Tensor;
  sum(
    self: Tensor,
    dim: number | readonly number[] | null,
    options?: { keepdim?: boolean; dtype?: DType | null },
  ): Tensor;
  /** `svd(Tensor self, bool some=True, bool compute_uv=True) -> (Tensor U, Tensor S, Tensor V)` */
  svd(self: Tensor, some?: boolean, computeUv?: boolean): [Tensor, Tensor, Tensor];
  svd(self: Tensor, options?: { some?: boolean; computeUv?: boolean }): [Tensor, Tensor, Tensor];
  /** `swapaxes(Tensor(a) self, int axis0, int axis1) -> Tensor(a)` */
  swapaxes(self: Tensor, axis0: number, axis1: number): Tensor;
  /** `swapdims(Tensor(a) self, int dim0, int dim1) -> Tensor(a)` */
  swapdims(self: Tensor, dim0: number, dim1: number): Tensor;
  /** `t(Tensor(a) self) -> Tensor(a)` */
  t(self: Tensor): Tensor;
  /** `take(Tensor self, Tensor index) -> Tensor` */
  take(self: Tensor, index: Tensor): Tensor;
  /** `take_along_dim(Tensor self, Tensor indices, int? dim=None) -> Tensor` */
  takeAlongDim(self: Tensor, indices: Tensor, dim?: number | null): Tensor;
  takeAlongDim(self: Tensor, indices: Tensor, options?: { dim?: number | null }): Tensor;
  /** `tan(Tensor self) -> Tensor` */
  tan(self: Tensor): Tensor;
  /** `tanh(Tensor self) -> Tensor` */
  tanh(self: Tensor): Tensor;
  /** `tanh_(Tensor(a!) self) -> Tensor(a!)` */
  tanh_(self: Tensor): Tensor;
  /** `tensor_split.sections(Tensor(a -> *) self, int sections, int dim=0) -> Tensor(a)[]` */
  tensorSplit(self: Tensor, sections: number, dim?: number): Tensor[];
  tensorSplit(self: Tensor, sections: number, options?: { dim?: number }): Tensor[];
  /** `tensor_split.indices(Tensor(a -> *) self, int[] indices, int dim=0) -> Tensor(a)[]` */
  tensorSplit(self: Tensor, indices: readonly number[], dim?: number): Tensor[];
  tensorSplit(self: Tensor, indices: readonly number[], options?: { dim?: number }): Tensor[];
  /** `tensor_split.tensor_indices_or_sections(Tensor(a -> *) self, Tensor tensor_indices_or_sections, int dim=0) -> Tensor(a)[]` */
  tensorSplit(self: Tensor, tensorIndicesOrSections: Tensor, dim?: number): Tensor[];
  tensorSplit(self: Tensor, tensorIndicesOrSections: Tensor, options?: { dim?: number }): Tensor[];
  /** `tensordot(Tensor self, Tensor other, int[] dims_self, int[] dims_other) -> Tensor` */
  tensordot(
    self: Tensor,
    other: Tensor | Scalar,
    dimsSelf: readonly number[],
    dimsOther: readonly number[],
  ): Tensor;
  /** `threshold(Tensor self, Scalar threshold, Scalar value) -> Tensor` */
  threshold(self: Tensor, threshold: Scalar, value: Scalar): Tensor;
  /** `threshold_(Tensor(a!) self, Scalar threshold, Scalar value) -> Tensor(a!)` */
  threshold_(self: Tensor, threshold: Scalar, value: Scalar): Tensor;
  /** `tile(Tensor self, int[] dims) -> Tensor` */
  tile(self: Tensor, dims: readonly number[]): Tensor;
  /** `topk(Tensor self, int k, int dim=-1, bool largest=True, bool sorted=True) -> (Tensor values, Tensor indices)` */
  topk(
    self: Tensor,
    k: number,
    dim?: number,
    largest?: boolean,
    sorted?: boolean,
  ): [Tensor, Tensor];
  topk(
    self: Tensor,
    k: number,
    options?: { dim?: number; largest?: boolean; sorted?: boolean },
  ): [Tensor, Tensor];
  /** `trace(Tensor self) -> Tensor` */
  trace(self: Tensor): Tensor;
  /** `transpose.int(Tensor(a) self, int dim0, int dim1) -> Tensor(a)` */
  transpose(self: Tensor, dim0: number, dim1: number): Tensor;
  /** `trapezoid.x(Tensor y, Tensor x, *, int dim=-1) -> Tensor` */
  trapezoid(y: Tensor, x: Tensor, options?: { dim?: number }): Tensor;
  /** `trapezoid.dx(Tensor y, *, Scalar dx=1, int dim=-1) -> Tensor` */
  trapezoid(y: Tensor, options?: { dx?: Scalar; dim?: number }): Tensor;
  /** `trapz.x(Tensor y, Tensor x, *, int dim=-1) -> Tensor` */
  trapz(y: Tensor, x: Tensor, options?: { dim?: number }): Tensor;
  /** `trapz.dx(Tensor y, *, float dx=1, int dim=-1) -> Tensor` */
  trapz(y: Tensor, options?: { dx?: number; dim?: number }): Tensor;
  /** `tril(Tensor self, int diagonal=0) -> Tensor` */
  tril(self: Tensor, diagonal?: number): Tensor;
  tril(self: Tensor, options?: { diagonal?: number }): Tensor;
  /** `tril_indices(int row, int col, int offset=0, *, ScalarType? dtype=long, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  trilIndices(
    row: number,
    col: number,
    offset?: number,
    options?: { dtype?: DType | null; device?: string | null; pinMemory?: boolean | null },
  ): Tensor;
  trilIndices(
    row: number,
    col: number,
    options?: {
      offset?: number;
      dtype?: DType | null;
      device?: string | null;
      pinMemory?: boolean | null;
    },
  ): Tensor;
  /** `triplet_margin_loss(Tensor anchor, Tensor positive, Tensor negative, float margin=1.0, float p=2, float eps=1e-06, bool swap=False, int reduction=Mean) -> Tensor` */
  tripletMarginLoss(
    anchor: Tensor,
    positive: Tensor,
    negative: Tensor,
    margin?: number,
    p?: number,
    eps?: number,
    swap?: boolean,
    reduction?: number | Reduction,
  ): Tensor;
  tripletMarginLoss(
    anchor: Tensor,
    positive: Tensor,
    negative: Tensor,
    options?: {
      margin?: number;
      p?: number;
      eps?: number;
      swap?: boolean;
      reduction?: number | Reduction;
    },
  ): Tensor;
  /** `triu(Tensor self, int diagonal=0) -> Tensor` */
  triu(self: Tensor, diagonal?: number): Tensor;
  triu(self: Tensor, options?: { diagonal?: number }): Tensor;
  /** `triu_indices(int row, int col, int offset=0, *, ScalarType? dtype=long, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  triuIndices(
    row: number,
    col: number,
    offset?: number,
    options?: { dtype?: DType | null; device?: string | null; pinMemory?: boolean | null },
  ): Tensor;
  triuIndices(
    row: number,
    col: number,
    options?: {
      offset?: number;
      dtype?: DType | null;
      device?: string | null;
      pinMemory?: boolean | null;
    },
  ): Tensor;
  /** `true_divide.Tensor(Tensor self, Tensor other) -> Tensor` */
  trueDivide(self: Tensor, other: Tensor | Scalar): Tensor;
  /** `true_divide.Scalar(Tensor self, Scalar other) -> Tensor` */
  trueDivide(self: Tensor, other: Scalar): Tensor;
  /** `trunc(Tensor self) -> Tensor` */
  trunc(self: Tensor): Tensor;
  /** `unbind.int(Tensor(a -> *) self, int dim=0) -> Tensor(a)[]` */
  unbind(self: Tensor, dim?: number): Tensor[];
  unbind(self: Tensor, options?: { dim?: number }): Tensor[];
  /** `unflatten.int(Tensor(a) self, int dim, int[] sizes) -> Tensor(a)` */
  unflatten(self: Tensor, dim: number, sizes: readonly number[]): Tensor;
  /** `unique_consecutive(Tensor self, bool return_inverse=False, bool return_counts=False, int? dim=None) -> (Tensor, Tensor, Tensor)` */
  uniqueConsecutive(
    self: Tensor,
    returnInverse?: boolean,
    returnCounts?: boolean,
    dim?: number | null,
  ): [Tensor, Tensor, Tensor];
  uniqueConsecutive(
    self: Tensor,
    options?: { returnInverse?: boolean; returnCounts?: boolean; dim?: number | null },
  ): [Tensor, Tensor, Tensor];
  /** `unique_dim(Tensor self, int dim, bool sorted=True, bool return_inverse=False, bool return_counts=False) -> (Tensor, Tensor, Tensor)` */
  uniqueDim(
    self: Tensor,
    dim: number,
    sorted?: boolean,
    returnInverse?: boolean,
    returnCounts?: boolean,
  ): [Tensor, Tensor, Tensor];
  uniqueDim(
    self: Tensor,
    dim: number,
    options?: { sorted?: boolean; returnInverse?: boolean; returnCounts?: boolean },
  ): [Tensor, Tensor, Tensor];
  /** `unsqueeze(Tensor(a) self, int dim) -> Tensor(a)` */
  unsqueeze(self: Tensor, dim: number): Tensor;
  /** `upsample_bilinear2d(Tensor self, SymInt[2] output_size, bool align_corners, float? scales_h=None, float? scales_w=None) -> Tensor` */
  upsampleBilinear2d(
    self: Tensor,
    outputSize: number | readonly number[],
    alignCorners: boolean,
    scalesH?: number | null,
    scalesW?: number | null,
  ): Tensor;
  upsampleBilinear2d(
    self: Tensor,
    outputSize: number | readonly number[],
    alignCorners: boolean,
    options?: { scalesH?: number | null; scalesW?: number | null },
  ): Tensor;
  /** `upsample_bilinear2d.vec(Tensor input, SymInt[]? output_size, bool align_corners, float[]? scale_factors) -> Tensor` */
  upsampleBilinear2d(
    input: Tensor,
    outputSize: readonly number[] | null,
    alignCorners: boolean,
    scaleFactors: readonly number[] | null,
  ): Tensor;
  /** `upsample_nearest2d(Tensor self, SymInt[2] output_size, float? scales_h=None, float? scales_w=None) -> Tensor` */
  upsampleNearest2d(
    self: Tensor,
    outputSize: number | readonly number[],
    scalesH?: number | null,
    scalesW?: number | null,
  ): Tensor;
  upsampleNearest2d(
    self: Tensor,
    outputSize: number | readonly number[],
    options?: { scalesH?: number | null; scalesW?: number | null },
  ): Tensor;
  /** `upsample_nearest2d.vec(Tensor input, SymInt[]? output_size, float[]? scale_factors) -> Tensor` */
  upsampleNearest2d(
    input: Tensor,
    outputSize: readonly number[] | null,
    scaleFactors: readonly number[] | null,
  ): Tensor;
  /** `vander(Tensor x, int? N=None, bool increasing=False) -> Tensor` */
  vander(x: Tensor, N?: number | null, increasing?: boolean): Tensor;
  vander(x: Tensor, options?: { N?: number | null; increasing?: boolean }): Tensor;
  /** `var(Tensor self, bool unbiased=True) -> Tensor` */
  var(self: Tensor, unbiased?: boolean): Tensor;
  var(self: Tensor, options?: { unbiased?: boolean }): Tensor;
  /** `var.dim(Tensor self, int[1]? dim, bool unbiased=True, bool keepdim=False) -> Tensor` */
  var(
    self: Tensor,
    dim: number | readonly number[] | null,
    unbiased?: boolean,
    keepdim?: boolean,
  ): Tensor;
  var(
    self: Tensor,
    dim: number | readonly number[] | null,
    options?: { unbiased?: boolean; keepdim?: boolean },
  ): Tensor;
  /** `var.correction(Tensor self, int[1]? dim, *, int? correction, bool keepdim=False) -> Tensor` */
  var(
    self: Tensor,
    dim: number | readonly number[] | null,
    options?: { correction?: number | null; keepdim?: boolean },
  ): Tensor;
  /** `var_mean(Tensor self, bool unbiased=True) -> (Tensor, Tensor)` */
  varMean(self: Tensor, unbiased?: boolean): [Tensor, Tensor];
  varMean(self: Tensor, options?: { unbiased?: boolean }): [Tensor, Tensor];
  /** `var_mean.dim(Tensor self, int[1]? dim, bool unbiased=True, bool keepdim=False) -> (Tensor, Tensor)` */
  varMean(
    self: Tensor,
    dim: number | readonly number[] | null,
    unbiased?: boolean,
    keepdim?: boolean,
  ): [Tensor, Tensor];
  varMean(
    self: Tensor,
    dim: number | readonly number[] | null,
    options?: { unbiased?: boolean; keepdim?: boolean },
  ): [Tensor, Tensor];
  /** `var_mean.correction(Tensor self, int[1]? dim, *, int? correction, bool keepdim=False) -> (Tensor, Tensor)` */
  varMean(
    self: Tensor,
    dim: number | readonly number[] | null,
    options?: { correction?: number | null; keepdim?: boolean },
  ): [Tensor, Tensor];
  /** `vdot(Tensor self, Tensor other) -> Tensor` */
  vdot(self: Tensor, other: Tensor | Scalar): Tensor;
  /** `vsplit.int(Tensor(a -> *) self, int sections) -> Tensor(a)[]` */
  vsplit(self: Tensor, sections: number): Tensor[];
  /** `vsplit.array(Tensor(a -> *) self, int[] indices) -> Tensor(a)[]` */
  vsplit(self: Tensor, indices: readonly number[]): Tensor[];
  /** `vstack(Tensor[] tensors) -> Tensor` */
  vstack(tensors: readonly Tensor[]): Tensor;
  /** `where.self(Tensor condition, Tensor self, Tensor other) -> Tensor` */
  where(condition: Tensor, self: Tensor, other: Tensor | Scalar): Tensor;
  /** `where.ScalarSelf(Tensor condition, Scalar self, Tensor other) -> Tensor` */
  where(condition: Tensor, self: Scalar, other: Tensor | Scalar): Tensor;
  /** `where.ScalarOther(Tensor condition, Tensor self, Scalar other) -> Tensor` */
  where(condition: Tensor, self: Tensor, other: Scalar): Tensor;
  /** `where.Scalar(Tensor condition, Scalar self, Scalar other) -> Tensor` */
  where(condition: Tensor, self: Scalar, other: Scalar): Tensor;
  /** `where(Tensor condition) -> Tensor[]` */
  where(condition: Tensor): Tensor[];
  /** `xlogy.Tensor(Tensor self, Tensor other) -> Tensor` */
  xlogy(self: Tensor, other: Tensor | Scalar): Tensor;
  /** `xlogy.Scalar_Other(Tensor self, Scalar other) -> Tensor` */
  xlogy(self: Tensor, other: Scalar): Tensor;
  /** `xlogy.Scalar_Self(Scalar self, Tensor other) -> Tensor` */
  xlogy(self: Scalar, other: Tensor | Scalar): Tensor;
  /** `zeros(SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  zeros(
    size: readonly number[],
    options?: { dtype?: DType | null; device?: string | null; pinMemory?: boolean | null },
  ): Tensor;
  zeros(...size: number[]): Tensor;
  /** `zeros_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor` */
  zerosLike(
    self: Tensor,
    options?: { dtype?: DType | null; device?: string | null; pinMemory?: boolean | null },
  ): Tensor;
}

/** The methods of tensors that are operations. */
export interface TensorMethods {
  /** `__lshift__.Tensor(Tensor self, Tensor other) -> Tensor` */
  __lshift__(other: Tensor | Scalar): Tensor;
  /** `__lshift__.Scalar(Tensor self, Scalar other) -> Tensor` */
  __lshift__(other: Scalar): Tensor;
  /** `__rshift__.Tensor(Tensor self, Tensor other) -> Tensor` */
  __rshift__(other: Tensor | Scalar): Tensor;
  /** `__rshift__.Scalar(Tensor self, Scalar other) -> Tensor` */
  __rshift__(other: Scalar): Tensor;
  /** `abs(Tensor self) -> Tensor` */
  abs(): Tensor;
  /** `abs_(Tensor(a!) self) -> Tensor(a!)` */
  abs_(): Tensor;
  /** `absolute(Tensor self) -> Tensor` */
  absolute(): Tensor;
  /** `acos(Tensor self) -> Tensor` */
  acos(): Tensor;
  /** `acos_(Tensor(a!) self) -> Tensor(a!)` */
  acos_(): Tensor;
  /** `acosh(Tensor self) -> Tensor` */
  acosh(): Tensor;
  /** `add.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor` */
  add(other: Tensor | Scalar, options?: { alpha?: Scalar }): Tensor;
  /** `add.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor` */
  add(other: Scalar, alpha?: Scalar): Tensor;
  add(other: Scalar, options?: { alpha?: Scalar }): Tensor;
  /** `add_.Tensor(Tensor(a!) self, Tensor other, *, Scalar alpha=1) -> Tensor(a!)` */
  add_(other: Tensor | Scalar, options?: { alpha?: Scalar }): Tensor;
  /** `add_.Scalar(Tensor(a!) self, Scalar other, Scalar alpha=1) -> Tensor(a!)` */
  add_(other: Scalar, alpha?: Scalar): Tensor;
  add_(other: Scalar, options?: { alpha?: Scalar }): Tensor;
  /** `addbmm(Tensor self, Tensor batch1, Tensor batch2, *, Scalar beta=1, Scalar alpha=1) -> Tensor` */
  addbmm(batch1: Tensor, batch2: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): Tensor;
  /** `addbmm_(Tensor(a!) self, Tensor batch1, Tensor batch2, *, Scalar beta=1, Scalar alpha=1) -> Tensor(a!)` */
  addbmm_(batch1: Tensor, batch2: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): Tensor;
  /** `addcdiv(Tensor self, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor` */
  addcdiv(tensor1: Tensor, tensor2: Tensor, options?: { value?: Scalar }): Tensor;
  /** `addcdiv_(Tensor(a!) self, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor(a!)` */
  addcdiv_(tensor1: Tensor, tensor2: Tensor, options?: { value?: Scalar }): Tensor;
  /** `addcmul(Tensor self, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor` */
  addcmul(tensor1: Tensor, tensor2: Tensor, options?: { value?: Scalar }): Tensor;
  /** `addcmul_(Tensor(a!) self, Tensor tensor1, Tensor tensor2, *, Scalar value=1) -> Tensor(a!)` */
  addcmul_(tensor1: Tensor, tensor2: Tensor, options?: { value?: Scalar }): Tensor;
  /** `addmm(Tensor self, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1) -> Tensor` */
  addmm(mat1: Tensor, mat2: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): Tensor;
  /** `addmm_(Tensor(a!) self, Tensor mat1, Tensor mat2, *, Scalar beta=1, Scalar alpha=1) -> Tensor(a!)` */
  addmm_(mat1: Tensor, mat2: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): Tensor;
  /** `addmv(Tensor self, Tensor mat, Tensor vec, *, Scalar beta=1, Scalar alpha=1) -> Tensor` */
  addmv(mat: Tensor, vec: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): Tensor;
  /** `addmv_(Tensor(a!) self, Tensor mat, Tensor vec, *, Scalar beta=1, Scalar alpha=1) -> Tensor(a!)` */
  addmv_(mat: Tensor, vec: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): Tensor;
  /** `addr(Tensor self, Tensor vec1, Tensor vec2, *, Scalar beta=1, Scalar alpha=1) -> Tensor` */
  addr(vec1: Tensor, vec2: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): Tensor;
  /** `addr_(Tensor(a!) self, Tensor vec1, Tensor vec2, *, Scalar beta=1, Scalar alpha=1) -> Tensor(a!)` */
  addr_(vec1: Tensor, vec2: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): Tensor;
  /** `adjoint(Tensor(a) self) -> Tensor(a)` */
  adjoint(): Tensor;
  /** `all(Tensor self) -> Tensor` */
  all(): Tensor;
  /** `all.dim(Tensor self, int dim, bool keepdim=False) -> Tensor` */
  all(dim: number, keepdim?: boolean): Tensor;
  all(dim: number, options?: { keepdim?: boolean }): Tensor;
  /** `allclose(Tensor self, Tensor other, float rtol=1e-05, float atol=1e-08, bool equal_nan=False) -> bool` */
  allclose(other: Tensor | Scalar, rtol?: number, atol?: number, equalNan?: boolean): boolean;
  allclose(
    other: Tensor | Scalar,
    options?: { rtol?: number; atol?: number; equalNan?: boolean },
  ): boolean;
  /** `amax(Tensor self, int[1] dim=[], bool keepdim=False) -> Tensor` */
  amax(dim?: number | readonly number[], keepdim?: boolean): Tensor;
  amax(options?: { dim?: number | readonly number[]; keepdim?: boolean }): Tensor;
  /** `amin(Tensor self, int[1] dim=[], bool keepdim=False) -> Tensor` */
  amin(dim?: number | readonly number[], keepdim?: boolean): Tensor;
  amin(options?: { dim?: number | readonly number[]; keepdim?: boolean }): Tensor;
  /** `aminmax(Tensor self, *, int? dim=None, bool keepdim=False) -> (Tensor min, Tensor max)` */
  aminmax(options?: { dim?: number | null; keepdim?: boolean }): [Tensor, Tensor];
  /** `any(Tensor self) -> Tensor` */
  any(): Tensor;
  /** `any.dim(Tensor self, int dim, bool keepdim=False) -> Tensor` */
  any(dim: number, keepdim?: boolean): Tensor;
  any(dim: number, options?: { keepdim?: boolean }): Tensor;
  /** `arccos(Tensor self) -> Tensor` */
  arccos(): Tensor;
  /** `arcsin(Tensor self) -> Tensor` */
  arcsin(): Tensor;
  /** `arctan(Tensor self) -> Tensor` */
  arctan(): Tensor;
  /** `argmax(Tensor self, int? dim=None, bool keepdim=False) -> Tensor` */
  argmax(dim?: number | null, keepdim?: boolean): Tensor;
  argmax(options?: { dim?: number | null; keepdim?: boolean }): Tensor;
  /** `argmin(Tensor self, int? dim=None, bool keepdim=False) -> Tensor` */
  argmin(dim?: number | null, keepdim?: boolean): Tensor;
  argmin(options?: { dim?: number | null; keepdim?: boolean }): Tensor;
  /** `argsort(Tensor self, int dim=-1, bool descending=False) -> Tensor` */
  argsort(dim?: number, descending?: boolean): Tensor;
  argsort(options?: { dim?: number; descending?: boolean }): Tensor;
  /** `argsort.stable(Tensor self, *, bool stable, int dim=-1, bool descending=False) -> Tensor` */
  argsort(options?: { stable: boolean; dim?: number; descending?: boolean }): Tensor;
  /** `argwhere(Tensor self) -> Tensor` */
  argwhere(): Tensor;
  /** `as_strided(Tensor(a) self, SymInt[] size, SymInt[] stride, SymInt? storage_offset=None) -> Tensor(a)` */
  asStrided(
    size: readonly number[],
    stride: readonly number[],
    storageOffset?: number | null,
  ): Tensor;
  asStrided(
    size: readonly number[],
    stride: readonly number[],
    options?: { storageOffset?: number | null },
  ): Tensor;
  /** `asin(Tensor self) -> Tensor` */
  asin(): Tensor;
  /** `asin_(Tensor(a!) self) -> Tensor(a!)` */
  asin_(): Tensor;
  /** `asinh(Tensor self) -> Tensor` */
  asinh(): Tensor;
  /** `atan(Tensor self) -> Tensor` */
  atan(): Tensor;
  /** `atan2(Tensor self, Tensor other) -> Tensor` */
  atan2(other: Tensor | Scalar): Tensor;
  /** `atan2_(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  atan2_(other: Tensor | Scalar): Tensor;
  /** `atan_(Tensor(a!) self) -> Tensor(a!)` */
  atan_(): Tensor;
  /** `atanh(Tensor self) -> Tensor` */
  atanh(): Tensor;
  /** `baddbmm(Tensor self, Tensor batch1, Tensor batch2, *, Scalar beta=1, Scalar alpha=1) -> Tensor` */
  baddbmm(batch1: Tensor, batch2: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): Tensor;
  /** `baddbmm_(Tensor(a!) self, Tensor batch1, Tensor batch2, *, Scalar beta=1, Scalar alpha=1) -> Tensor(a!)` */
  baddbmm_(batch1: Tensor, batch2: Tensor, options?: { beta?: Scalar; alpha?: Scalar }): Tensor;
  /** `bernoulli(Tensor self, *, Generator? generator=None) -> Tensor` */
  bernoulli(options?: { generator?: Generator | null }): Tensor;
  /** `bernoulli.p(Tensor self, float p, *, Generator? generator=None) -> Tensor` */
  bernoulli(p: number, options?: { generator?: Generator | null }): Tensor;
  /** `bernoulli.Tensor(Tensor self, Tensor p, *, Generator? generator=None) -> Tensor` */
  bernoulli(p: Tensor, options?: { generator?: Generator | null }): Tensor;
  /** `bernoulli_.Tensor(Tensor(a!) self, Tensor p, *, Generator? generator=None) -> Tensor(a!)` */
  bernoulli_(p: Tensor, options?: { generator?: Generator | null }): Tensor;
  /** `bernoulli_.float(Tensor(a!) self, float p=0.5, *, Generator? generator=None) -> Tensor(a!)` */
  bernoulli_(p?: number, options?: { generator?: Generator | null }): Tensor;
  bernoulli_(options?: { p?: number; generator?: Generator | null }): Tensor;
  /** `bincount(Tensor self, Tensor? weights=None, int minlength=0) -> Tensor` */
  bincount(weights?: Tensor | null, minlength?: number): Tensor;
  bincount(options?: { weights?: Tensor | null; minlength?: number }): Tensor;
  /** `bitwise_and.Tensor(Tensor self, Tensor other) -> Tensor` */
  bitwiseAnd(other: Tensor | Scalar): Tensor;
  /** `bitwise_and.Scalar(Tensor self, Scalar other) -> Tensor` */
  bitwiseAnd(other: Scalar): Tensor;
  /** `bitwise_and_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  bitwiseAnd_(other: Tensor | Scalar): Tensor;
  /** `bitwise_and_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)` */
  bitwiseAnd_(other: Scalar): Tensor;
  /** `bitwise_left_shift.Tensor(Tensor self, Tensor other) -> Tensor` */
  bitwiseLeftShift(other: Tensor | Scalar): Tensor;
  /** `bitwise_left_shift.Tensor_Scalar(Tensor self, Scalar other) -> Tensor` */
  bitwiseLeftShift(other: Scalar): Tensor;
  /** `bitwise_not(Tensor self) -> Tensor` */
  bitwiseNot(): Tensor;
  /** `bitwise_not_(Tensor(a!) self) -> Tensor(a!)` */
  bitwiseNot_(): Tensor;
  /** `bitwise_or.Tensor(Tensor self, Tensor other) -> Tensor` */
  bitwiseOr(other: Tensor | Scalar): Tensor;
  /** `bitwise_or.Scalar(Tensor self, Scalar other) -> Tensor` */
  bitwiseOr(other: Scalar): Tensor;
  /** `bitwise_or_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  bitwiseOr_(other: Tensor | Scalar): Tensor;
  /** `bitwise_or_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)` */
  bitwiseOr_(other: Scalar): Tensor;
  /** `bitwise_right_shift.Tensor(Tensor self, Tensor other) -> Tensor` */
  bitwiseRightShift(other: Tensor | Scalar): Tensor;
  /** `bitwise_right_shift.Tensor_Scalar(Tensor self, Scalar other) -> Tensor` */
  bitwiseRightShift(other: Scalar): Tensor;
  /** `bitwise_xor.Tensor(Tensor self, Tensor other) -> Tensor` */
  bitwiseXor(other: Tensor | Scalar): Tensor;
  /** `bitwise_xor.Scalar(Tensor self, Scalar other) -> Tensor` */
  bitwiseXor(other: Scalar): Tensor;
  /** `bitwise_xor_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  bitwiseXor_(other: Tensor | Scalar): Tensor;
  /** `bitwise_xor_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)` */
  bitwiseXor_(other: Scalar): Tensor;
  /** `bmm(Tensor self, Tensor mat2) -> Tensor` */
  bmm(mat2: Tensor): Tensor;
  /** `broadcast_to(Tensor(a) self, int[] size) -> Tensor(a)` */
  broadcastTo(size: readonly number[]): Tensor;
  broadcastTo(...size: number[]): Tensor;
  /** `cauchy_(Tensor(a!) self, float median=0, float sigma=1, *, Generator? generator=None) -> Tensor(a!)` */
  cauchy_(median?: number, sigma?: number, options?: { generator?: Generator | null }): Tensor;
  cauchy_(options?: { median?: number; sigma?: number; generator?: Generator | null }): Tensor;
  /** `ceil(Tensor self) -> Tensor` */
  ceil(): Tensor;
  /** `ceil_(Tensor(a!) self) -> Tensor(a!)` */
  ceil_(): Tensor;
  /** `cholesky(Tensor self, bool upper=False) -> Tensor` */
  cholesky(upper?: boolean): Tensor;
  cholesky(options?: { upper?: boolean }): Tensor;
  /** `chunk(Tensor(a -> *) self, int chunks, int dim=0) -> Tensor(a)[]` */
  chunk(chunks: number, dim?: number): Tensor[];
  chunk(chunks: number, options?: { dim?: number }): Tensor[];
  /** `clamp(Tensor self, Scalar? min=None, Scalar? max=None) -> Tensor` */
  clamp(min?: Scalar | null, max?: Scalar | null): Tensor;
  clamp(options?: { min?: Scalar | null; max?: Scalar | null }): Tensor;
  /** `clamp.Tensor(Tensor self, Tensor? min=None, Tensor? max=None) -> Tensor` */
  clamp(min?: Tensor | null, max?: Tensor | null): Tensor;
  clamp(options?: { min?: Tensor | null; max?: Tensor | null }): Tensor;
  /** `clamp_(Tensor(a!) self, Scalar? min=None, Scalar? max=None) -> Tensor(a!)` */
  clamp_(min?: Scalar | null, max?: Scalar | null): Tensor;
  clamp_(options?: { min?: Scalar | null; max?: Scalar | null }): Tensor;
  /** `clamp_.Tensor(Tensor(a!) self, Tensor? min=None, Tensor? max=None) -> Tensor(a!)` */
  clamp_(min?: Tensor | null, max?: Tensor | null): Tensor;
  clamp_(options?: { min?: Tensor | null; max?: Tensor | null }): Tensor;
  /** `clamp_max(Tensor self, Scalar max) -> Tensor` */
  clampMax(max: Scalar): Tensor;
  /** `clamp_max.Tensor(Tensor self, Tensor max) -> Tensor` */
  clampMax(max: Tensor): Tensor;
  /** `clamp_max_(Tensor(a!) self, Scalar max) -> Tensor(a!)` */
  clampMax_(max: Scalar): Tensor;
  /** `clamp_min(Tensor self, Scalar min) -> Tensor` */
  clampMin(min: Scalar): Tensor;
  /** `clamp_min.Tensor(Tensor self, Tensor min) -> Tensor` */
  clampMin(min: Tensor): Tensor;
  /** `clamp_min_(Tensor(a!) self, Scalar min) -> Tensor(a!)` */
  clampMin_(min: Scalar): Tensor;
  /** `clip(Tensor self, Scalar? min=None, Scalar? max=None) -> Tensor` */
  clip(min?: Scalar | null, max?: Scalar | null): Tensor;
  clip(options?: { min?: Scalar | null; max?: Scalar | null }): Tensor;
  /** `clip.Tensor(Tensor self, Tensor? min=None, Tensor? max=None) -> Tensor` */
  clip(min?: Tensor | null, max?: Tensor | null): Tensor;
  clip(options?: { min?: Tensor | null; max?: Tensor | null }): Tensor;
  /** `clip_(Tensor(a!) self, Scalar? min=None, Scalar? max=None) -> Tensor(a!)` */
  clip_(min?: Scalar | null, max?: Scalar | null): Tensor;
  clip_(options?: { min?: Scalar | null; max?: Scalar | null }): Tensor;
  /** `clone(Tensor self, *, MemoryFormat? memory_format=None) -> Tensor` */
  clone(): Tensor;
  /** `contiguous(Tensor(a) self, *, MemoryFormat memory_format=0) -> Tensor(a)` */
  contiguous(): Tensor;
  /** `copy_(Tensor(a!) self, Tensor src, bool non_blocking=False) -> Tensor(a!)` */
  copy_(src: Tensor, nonBlocking?: boolean): Tensor;
  copy_(src: Tensor, options?: { nonBlocking?: boolean }): Tensor;
  /** `copysign.Tensor(Tensor self, Tensor other) -> Tensor` */
  copysign(other: Tensor | Scalar): Tensor;
  /** `copysign.Scalar(Tensor self, Scalar other) -> Tensor` */
  copysign(other: Scalar): Tensor;
  /** `corrcoef(Tensor self) -> Tensor` */
  corrcoef(): Tensor;
  /** `cos(Tensor self) -> Tensor` */
  cos(): Tensor;
  /** `cos_(Tensor(a!) self) -> Tensor(a!)` */
  cos_(): Tensor;
  /** `cosh(Tensor self) -> Tensor` */
  cosh(): Tensor;
  /** `cosh_(Tensor(a!) self) -> Tensor(a!)` */
  cosh_(): Tensor;
  /** `count_nonzero.dim_IntList(Tensor self, int[] dim) -> Tensor` */
  countNonzero(dim: readonly number[]): Tensor;
  countNonzero(...dim: number[]): Tensor;
  /** `count_nonzero(Tensor self, int? dim=None) -> Tensor` */
  countNonzero(dim?: number | null): Tensor;
  countNonzero(options?: { dim?: number | null }): Tensor;
  /** `cov(Tensor self, *, int correction=1, Tensor? fweights=None, Tensor? aweights=None) -> Tensor` */
  cov(options?: {
    correction?: number;
    fweights?: Tensor | null;
    aweights?: Tensor | null;
  }): Tensor;
  /** `cross(Tensor self, Tensor other, int? dim=None) -> Tensor` */
  cross(other: Tensor | Scalar, dim?: number | null): Tensor;
  cross(other: Tensor | Scalar, options?: { dim?: number | null }): Tensor;
  /** `cummax(Tensor self, int dim) -> (Tensor values, Tensor indices)` */
  cummax(dim: number): [Tensor, Tensor];
  /** `cummin(Tensor self, int dim) -> (Tensor values, Tensor indices)` */
  cummin(dim: number): [Tensor, Tensor];
  /** `cumprod(Tensor self, int dim, *, ScalarType? dtype=None) -> Tensor` */
  cumprod(dim: number, options?: { dtype?: DType | null }): Tensor;
  /** `cumprod_(Tensor(a!) self, int dim, *, ScalarType? dtype=None) -> Tensor(a!)` */
  cumprod_(dim: number, options?: { dtype?: DType | null }): Tensor;
  /** `cumsum(Tensor self, int dim, *, ScalarType? dtype=None) -> Tensor` */
  cumsum(dim: number, options?: { dtype?: DType | null }): Tensor;
  /** `cumsum_(Tensor(a!) self, int dim, *, ScalarType? dtype=None) -> Tensor(a!)` */
  cumsum_(dim: number, options?: { dtype?: DType | null }): Tensor;
  /** `deg2rad(Tensor self) -> Tensor` */
  deg2rad(): Tensor;
  /** `det(Tensor self) -> Tensor` */
  det(): Tensor;
  /** `detach(Tensor(a) self) -> Tensor(a)` */
  detach(): Tensor;
  /** `detach_(Tensor(a!) self) -> Tensor(a!)` */
  detach_(): Tensor;
  /** `diag(Tensor self, int diagonal=0) -> Tensor` */
  diag(diagonal?: number): Tensor;
  diag(options?: { diagonal?: number }): Tensor;
  /** `diag_embed(Tensor self, int offset=0, int dim1=-2, int dim2=-1) -> Tensor` */
  diagEmbed(offset?: number, dim1?: number, dim2?: number): Tensor;
  diagEmbed(options?: { offset?: number; dim1?: number; dim2?: number }): Tensor;
  /** `diagonal(Tensor(a) self, int offset=0, int dim1=0, int dim2=1) -> Tensor(a)` */
  diagonal(offset?: number, dim1?: number, dim2?: number): Tensor;
  diagonal(options?: { offset?: number; dim1?: number; dim2?: number }): Tensor;
  /** `diff(Tensor self, int n=1, int dim=-1, Tensor? prepend=None, Tensor? append=None) -> Tensor` */
  diff(n?: number, dim?: number, prepend?: Tensor | null, append?: Tensor | null): Tensor;
  diff(options?: {
    n?: number;
    dim?: number;
    prepend?: Tensor | null;
    append?: Tensor | null;
  }): Tensor;
  /** `digamma(Tensor self) -> Tensor` */
  digamma(): Tensor;
  /** `digamma_(Tensor(a!) self) -> Tensor(a!)` */
  digamma_(): Tensor;
  /** `dim(Tensor self) -> int` */
  dim(): number;
  /** `dist(Tensor self, Tensor other, Scalar p=2) -> Tensor` */
  dist(other: Tensor | Scalar, p?: Scalar): Tensor;
  dist(other: Tensor | Scalar, options?: { p?: Scalar }): Tensor;
  /** `div.Tensor(Tensor self, Tensor other) -> Tensor` */
  div(other: Tensor | Scalar): Tensor;
  /** `div.Scalar(Tensor self, Scalar other) -> Tensor` */
  div(other: Scalar): Tensor;
  /** `div.Tensor_mode(Tensor self, Tensor other, *, str? rounding_mode) -> Tensor` */
  div(other: Tensor | Scalar, options?: { roundingMode?: string | null }): Tensor;
  /** `div.Scalar_mode(Tensor self, Scalar other, *, str? rounding_mode) -> Tensor` */
  div(other: Scalar, options?: { roundingMode?: string | null }): Tensor;
  /** `div_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  div_(other: Tensor | Scalar): Tensor;
  /** `div_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)` */
  div_(other: Scalar): Tensor;
  /** `div_.Tensor_mode(Tensor(a!) self, Tensor other, *, str? rounding_mode) -> Tensor(a!)` */
  div_(other: Tensor | Scalar, options?: { roundingMode?: string | null }): Tensor;
  /** `div_.Scalar_mode(Tensor(a!) self, Scalar other, *, str? rounding_mode) -> Tensor(a!)` */
  div_(other: Scalar, options?: { roundingMode?: string | null }): Tensor;
  /** `divide.Tensor(Tensor self, Tensor other) -> Tensor` */
  divide(other: Tensor | Scalar): Tensor;
  /** `divide.Scalar(Tensor self, Scalar other) -> Tensor` */
  divide(other: Scalar): Tensor;
  /** `divide.Tensor_mode(Tensor self, Tensor other, *, str? rounding_mode) -> Tensor` */
  divide(other: Tensor | Scalar, options?: { roundingMode?: string | null }): Tensor;
  /** `divide_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  divide_(other: Tensor | Scalar): Tensor;
  /** `divide_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)` */
  divide_(other: Scalar): Tensor;
  /** `dot(Tensor self, Tensor tensor) -> Tensor` */
  dot(tensor: Tensor): Tensor;
  /** `dsplit.int(Tensor(a -> *) self, int sections) -> Tensor(a)[]` */
  dsplit(sections: number): Tensor[];
  /** `dsplit.array(Tensor(a -> *) self, int[] indices) -> Tensor(a)[]` */
  dsplit(indices: readonly number[]): Tensor[];
  dsplit(...indices: number[]): Tensor[];
  /** `element_size(Tensor self) -> int` */
  elementSize(): number;
  /** `eq.Tensor(Tensor self, Tensor other) -> Tensor` */
  eq(other: Tensor | Scalar): Tensor;
  /** `eq.Scalar(Tensor self, Scalar other) -> Tensor` */
  eq(other: Scalar): Tensor;
  /** `eq_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  eq_(other: Tensor | Scalar): Tensor;
  /** `eq_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)` */
  eq_(other: Scalar): Tensor;
  /** `equal(Tensor self, Tensor other) -> bool` */
  equal(other: Tensor | Scalar): boolean;
  /** `erf(Tensor self) -> Tensor` */
  erf(): Tensor;
  /** `erf_(Tensor(a!) self) -> Tensor(a!)` */
  erf_(): Tensor;
  /** `erfc(Tensor self) -> Tensor` */
  erfc(): Tensor;
  /** `erfinv(Tensor self) -> Tensor` */
  erfinv(): Tensor;
  /** `erfinv_(Tensor(a!) self) -> Tensor(a!)` */
  erfinv_(): Tensor;
  /** `exp(Tensor self) -> Tensor` */
  exp(): Tensor;
  /** `exp2(Tensor self) -> Tensor` */
  exp2(): Tensor;
  /** `exp_(Tensor(a!) self) -> Tensor(a!)` */
  exp_(): Tensor;
  /** `expand(Tensor(a) self, SymInt[] size, *, bool implicit=False) -> Tensor(a)` */
  expand(size: readonly number[], options?: { implicit?: boolean }): Tensor;
  expand(...size: number[]): Tensor;
  /** `expand_as(Tensor(a) self, Tensor other) -> Tensor(a)` */
  expandAs(other: Tensor | Scalar): Tensor;
  /** `expm1(Tensor self) -> Tensor` */
  expm1(): Tensor;
  /** `expm1_(Tensor(a!) self) -> Tensor(a!)` */
  expm1_(): Tensor;
  /** `exponential_(Tensor(a!) self, float lambd=1, *, Generator? generator=None) -> Tensor(a!)` */
  exponential_(lambd?: number, options?: { generator?: Generator | null }): Tensor;
  exponential_(options?: { lambd?: number; generator?: Generator | null }): Tensor;
  /** `fill_.Scalar(Tensor(a!) self, Scalar value) -> Tensor(a!)` */
  fill_(value: Scalar): Tensor;
  /** `fill_.Tensor(Tensor(a!) self, Tensor value) -> Tensor(a!)` */
  fill_(value: Tensor): Tensor;
  /** `fill_diagonal_(Tensor(a!) self, Scalar fill_value, bool wrap=False) -> Tensor(a!)` */
  fillDiagonal_(fillValue: Scalar, wrap?: boolean): Tensor;
  fillDiagonal_(fillValue: Scalar, options?: { wrap?: boolean }): Tensor;
  /** `fix(Tensor self) -> Tensor` */
  fix(): Tensor;
  /** `flatten.using_ints(Tensor(a) self, int start_dim=0, int end_dim=-1) -> Tensor(a)` */
  flatten(startDim?: number, endDim?: number): Tensor;
  flatten(options?: { startDim?: number; endDim?: number }): Tensor;
  /** `flip(Tensor self, int[] dims) -> Tensor` */
  flip(dims: readonly number[]): Tensor;
  flip(...dims: number[]): Tensor;
  /** `fliplr(Tensor self) -> Tensor` */
  fliplr(): Tensor;
  /** `flipud(Tensor self) -> Tensor` */
  flipud(): Tensor;
  /** `float_power.Tensor_Tensor(Tensor self, Tensor exponent) -> Tensor` */
  floatPower(exponent: Tensor): Tensor;
  /** `float_power.Tensor_Scalar(Tensor self, Scalar exponent) -> Tensor` */
  floatPower(exponent: Scalar): Tensor;
  /** `floor(Tensor self) -> Tensor` */
  floor(): Tensor;
  /** `floor_(Tensor(a!) self) -> Tensor(a!)` */
  floor_(): Tensor;
  /** `floor_divide(Tensor self, Tensor other) -> Tensor` */
  floorDivide(other: Tensor | Scalar): Tensor;
  /** `floor_divide.Scalar(Tensor self, Scalar other) -> Tensor` */
  floorDivide(other: Scalar): Tensor;
  /** `floor_divide_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  floorDivide_(other: Tensor | Scalar): Tensor;
  /** `floor_divide_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)` */
  floorDivide_(other: Scalar): Tensor;
  /** `fmax(Tensor self, Tensor other) -> Tensor` */
  fmax(other: Tensor | Scalar): Tensor;
  /** `fmin(Tensor self, Tensor other) -> Tensor` */
  fmin(other: Tensor | Scalar): Tensor;
  /** `fmod.Tensor(Tensor self, Tensor other) -> Tensor` */
  fmod(other: Tensor | Scalar): Tensor;
  /** `fmod.Scalar(Tensor self, Scalar other) -> Tensor` */
  fmod(other: Scalar): Tensor;
  /** `fmod_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  fmod_(other: Tensor | Scalar): Tensor;
  /** `fmod_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)` */
  fmod_(other: Scalar): Tensor;
  /** `frac(Tensor self) -> Tensor` */
  frac(): Tensor;
  /** `frac_(Tensor(a!) self) -> Tensor(a!)` */
  frac_(): Tensor;
  /** `gather(Tensor self, int dim, Tensor index, *, bool sparse_grad=False) -> Tensor` */
  gather(dim: number, index: Tensor, options?: { sparseGrad?: boolean }): Tensor;
  /** `ge.Tensor(Tensor self, Tensor other) -> Tensor` */
  ge(other: Tensor | Scalar): Tensor;
  /** `ge.Scalar(Tensor self, Scalar other) -> Tensor` */
  ge(other: Scalar): Tensor;
  /** `ge_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  ge_(other: Tensor | Scalar): Tensor;
  /** `ge_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)` */
  ge_(other: Scalar): Tensor;
  /** `geometric_(Tensor(a!) self, float p, *, Generator? generator=None) -> Tensor(a!)` */
  geometric_(p: number, options?: { generator?: Generator | null }): Tensor;
  /** `ger(Tensor self, Tensor vec2) -> Tensor` */
  ger(vec2: Tensor): Tensor;
  /** `greater.Tensor(Tensor self, Tensor other) -> Tensor` */
  greater(other: Tensor | Scalar): Tensor;
  /** `greater.Scalar(Tensor self, Scalar other) -> Tensor` */
  greater(other: Scalar): Tensor;
  /** `greater_equal.Tensor(Tensor self, Tensor other) -> Tensor` */
  greaterEqual(other: Tensor | Scalar): Tensor;
  /** `greater_equal.Scalar(Tensor self, Scalar other) -> Tensor` */
  greaterEqual(other: Scalar): Tensor;
  /** `gt.Tensor(Tensor self, Tensor other) -> Tensor` */
  gt(other: Tensor | Scalar): Tensor;
  /** `gt.Scalar(Tensor self, Scalar other) -> Tensor` */
  gt(other: Scalar): Tensor;
  /** `gt_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  gt_(other: Tensor | Scalar): Tensor;
  /** `gt_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)` */
  gt_(other: Scalar): Tensor;
  /** `hardshrink(Tensor self, Scalar lambd=0.5) -> Tensor` */
  hardshrink(lambd?: Scalar): Tensor;
  hardshrink(options?: { lambd?: Scalar }): Tensor;
  /** `heaviside(Tensor self, Tensor values) -> Tensor` */
  heaviside(values: Tensor): Tensor;
  /** `histc(Tensor self, int bins=100, Scalar min=0, Scalar max=0) -> Tensor` */
  histc(bins?: number, min?: Scalar, max?: Scalar): Tensor;
  histc(options?: { bins?: number; min?: Scalar; max?: Scalar }): Tensor;
  /** `hsplit.int(Tensor(a -> *) self, int sections) -> Tensor(a)[]` */
  hsplit(sections: number): Tensor[];
  /** `hsplit.array(Tensor(a -> *) self, int[] indices) -> Tensor(a)[]` */
  hsplit(indices: readonly number[]): Tensor[];
  hsplit(...indices: number[]): Tensor[];
  /** `hypot(Tensor self, Tensor other) -> Tensor` */
  hypot(other: Tensor | Scalar): Tensor;
  /** `hypot_(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  hypot_(other: Tensor | Scalar): Tensor;
  /** `index_add(Tensor self, int dim, Tensor index, Tensor source, *, Scalar alpha=1) -> Tensor` */
  indexAdd(dim: number, index: Tensor, source: Tensor, options?: { alpha?: Scalar }): Tensor;
  /** `index_add_(Tensor(a!) self, int dim, Tensor index, Tensor source, *, Scalar alpha=1) -> Tensor(a!)` */
  indexAdd_(dim: number, index: Tensor, source: Tensor, options?: { alpha?: Scalar }): Tensor;
  /** `index_copy(Tensor self, int dim, Tensor index, Tensor source) -> Tensor` */
  indexCopy(dim: number, index: Tensor, source: Tensor): Tensor;
  /** `index_copy_(Tensor(a!) self, int dim, Tensor index, Tensor source) -> Tensor(a!)` */
  indexCopy_(dim: number, index: Tensor, source: Tensor): Tensor;
  /** `index_fill.int_Scalar(Tensor self, int dim, Tensor index, Scalar value) -> Tensor` */
  indexFill(dim: number, index: Tensor, value: Scalar): Tensor;
  /** `index_fill.int_Tensor(Tensor self, int dim, Tensor index, Tensor value) -> Tensor` */
  indexFill(dim: number, index: Tensor, value: Tensor): Tensor;
  /** `index_fill_.int_Scalar(Tensor(a!) self, int dim, Tensor index, Scalar value) -> Tensor(a!)` */
  indexFill_(dim: number, index: Tensor, value: Scalar): Tensor;
  /** `index_fill_.int_Tensor(Tensor(a!) self, int dim, Tensor index, Tensor value) -> Tensor(a!)` */
  indexFill_(dim: number, index: Tensor, value: Tensor): Tensor;
  /** `index_put(Tensor self, Tensor?[] indices, Tensor values, bool accumulate=False) -> Tensor` */
  indexPut(indices: readonly (Tensor | null)[], values: Tensor, accumulate?: boolean): Tensor;
  indexPut(
    indices: readonly (Tensor | null)[],
    values: Tensor,
    options?: { accumulate?: boolean },
  ): Tensor;
  /** `index_put_(Tensor(a!) self, Tensor?[] indices, Tensor values, bool accumulate=False) -> Tensor(a!)` */
  indexPut_(indices: readonly (Tensor | null)[], values: Tensor, accumulate?: boolean): Tensor;
  indexPut_(
    indices: readonly (Tensor | null)[],
    values: Tensor,
    options?: { accumulate?: boolean },
  ): Tensor;
  /** `index_select(Tensor self, int dim, Tensor index) -> Tensor` */
  indexSelect(dim: number, index: Tensor): Tensor;
  /** `inner(Tensor self, Tensor other) -> Tensor` */
  inner(other: Tensor | Scalar): Tensor;
  /** `inverse(Tensor self) -> Tensor` */
  inverse(): Tensor;
  /** `is_complex(Tensor self) -> bool` */
  isComplex(): boolean;
  /** `is_contiguous(Tensor self, *, MemoryFormat? memory_format=None) -> bool` */
  isContiguous(): boolean;
  /** `is_floating_point(Tensor self) -> bool` */
  isFloatingPoint(): boolean;
  /** `is_floating_point(Tensor self) -> bool` */
  isFloatingPoint(): boolean;
  /** `is_same_size(Tensor self, Tensor other) -> bool` */
  isSameSize(other: Tensor | Scalar): boolean;
  /** `isclose(Tensor self, Tensor other, float rtol=1e-05, float atol=1e-08, bool equal_nan=False) -> Tensor` */
  isclose(other: Tensor | Scalar, rtol?: number, atol?: number, equalNan?: boolean): Tensor;
  isclose(
    other: Tensor | Scalar,
    options?: { rtol?: number; atol?: number; equalNan?: boolean },
  ): Tensor;
  /** `isfinite(Tensor self) -> Tensor` */
  isfinite(): Tensor;
  /** `isinf(Tensor self) -> Tensor` */
  isinf(): Tensor;
  /** `isnan(Tensor self) -> Tensor` */
  isnan(): Tensor;
  /** `isneginf(Tensor self) -> Tensor` */
  isneginf(): Tensor;
  /** `isposinf(Tensor self) -> Tensor` */
  isposinf(): Tensor;
  /** `item(Tensor self) -> Scalar` */
  item(): Scalar;
  /** `kron(Tensor self, Tensor other) -> Tensor` */
  kron(other: Tensor | Scalar): Tensor;
  /** `kthvalue(Tensor self, int k, int dim=-1, bool keepdim=False) -> (Tensor values, Tensor indices)` */
  kthvalue(k: number, dim?: number, keepdim?: boolean): [Tensor, Tensor];
  kthvalue(k: number, options?: { dim?: number; keepdim?: boolean }): [Tensor, Tensor];
  /** `le.Tensor(Tensor self, Tensor other) -> Tensor` */
  le(other: Tensor | Scalar): Tensor;
  /** `le.Scalar(Tensor self, Scalar other) -> Tensor` */
  le(other: Scalar): Tensor;
  /** `le_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  le_(other: Tensor | Scalar): Tensor;
  /** `le_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)` */
  le_(other: Scalar): Tensor;
  /** `lerp.Tensor(Tensor self, Tensor end, Tensor weight) -> Tensor` */
  lerp(end: Tensor, weight: Tensor): Tensor;
  /** `lerp.Scalar(Tensor self, Tensor end, Scalar weight) -> Tensor` */
  lerp(end: Tensor, weight: Scalar): Tensor;
  /** `lerp_.Tensor(Tensor(a!) self, Tensor end, Tensor weight) -> Tensor(a!)` */
  lerp_(end: Tensor, weight: Tensor): Tensor;
  /** `lerp_.Scalar(Tensor(a!) self, Tensor end, Scalar weight) -> Tensor(a!)` */
  lerp_(end: Tensor, weight: Scalar): Tensor;
  /** `less.Tensor(Tensor self, Tensor other) -> Tensor` */
  less(other: Tensor | Scalar): Tensor;
  /** `less.Scalar(Tensor self, Scalar other) -> Tensor` */
  less(other: Scalar): Tensor;
  /** `less_equal.Tensor(Tensor self, Tensor other) -> Tensor` */
  lessEqual(other: Tensor | Scalar): Tensor;
  /** `less_equal.Scalar(Tensor self, Scalar other) -> Tensor` */
  lessEqual(other: Scalar): Tensor;
  /** `lgamma(Tensor self) -> Tensor` */
  lgamma(): Tensor;
  /** `lgamma_(Tensor(a!) self) -> Tensor(a!)` */
  lgamma_(): Tensor;
  /** `log(Tensor self) -> Tensor` */
  log(): Tensor;
  /** `log10(Tensor self) -> Tensor` */
  log10(): Tensor;
  /** `log10_(Tensor(a!) self) -> Tensor(a!)` */
  log10_(): Tensor;
  /** `log1p(Tensor self) -> Tensor` */
  log1p(): Tensor;
  /** `log1p_(Tensor(a!) self) -> Tensor(a!)` */
  log1p_(): Tensor;
  /** `log2(Tensor self) -> Tensor` */
  log2(): Tensor;
  /** `log2_(Tensor(a!) self) -> Tensor(a!)` */
  log2_(): Tensor;
  /** `log_(Tensor(a!) self) -> Tensor(a!)` */
  log_(): Tensor;
  /** `log_normal_(Tensor(a!) self, float mean=1, float std=2, *, Generator? generator=None) -> Tensor(a!)` */
  logNormal_(mean?: number, std?: number, options?: { generator?: Generator | null }): Tensor;
  logNormal_(options?: { mean?: number; std?: number; generator?: Generator | null }): Tensor;
  /** `log_softmax.int(Tensor self, int dim, ScalarType? dtype=None) -> Tensor` */
  logSoftmax(dim: number, dtype?: DType | null): Tensor;
  logSoftmax(dim: number, options?: { dtype?: DType | null }): Tensor;
  /** `logaddexp(Tensor self, Tensor other) -> Tensor` */
  logaddexp(other: Tensor | Scalar): Tensor;
  /** `logcumsumexp(Tensor self, int dim) -> Tensor` */
  logcumsumexp(dim: number): Tensor;
  /** `logdet(Tensor self) -> Tensor` */
  logdet(): Tensor;
  /** `logical_and(Tensor self, Tensor other) -> Tensor` */
  logicalAnd(other: Tensor | Scalar): Tensor;
  /** `logical_and_(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  logicalAnd_(other: Tensor | Scalar): Tensor;
  /** `logical_not(Tensor self) -> Tensor` */
  logicalNot(): Tensor;
  /** `logical_not_(Tensor(a!) self) -> Tensor(a!)` */
  logicalNot_(): Tensor;
  /** `logical_or(Tensor self, Tensor other) -> Tensor` */
  logicalOr(other: Tensor | Scalar): Tensor;
  /** `logical_or_(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  logicalOr_(other: Tensor | Scalar): Tensor;
  /** `logical_xor(Tensor self, Tensor other) -> Tensor` */
  logicalXor(other: Tensor | Scalar): Tensor;
  /** `logical_xor_(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  logicalXor_(other: Tensor | Scalar): Tensor;
  /** `logit(Tensor self, float? eps=None) -> Tensor` */
  logit(eps?: number | null): Tensor;
  logit(options?: { eps?: number | null }): Tensor;
  /** `logsumexp(Tensor self, int[1] dim, bool keepdim=False) -> Tensor` */
  logsumexp(dim: number | readonly number[], keepdim?: boolean): Tensor;
  logsumexp(dim: number | readonly number[], options?: { keepdim?: boolean }): Tensor;
  /** `lt.Tensor(Tensor self, Tensor other) -> Tensor` */
  lt(other: Tensor | Scalar): Tensor;
  /** `lt.Scalar(Tensor self, Scalar other) -> Tensor` */
  lt(other: Scalar): Tensor;
  /** `lt_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  lt_(other: Tensor | Scalar): Tensor;
  /** `lt_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)` */
  lt_(other: Scalar): Tensor;
  /** `masked_fill.Scalar(Tensor self, Tensor mask, Scalar value) -> Tensor` */
  maskedFill(mask: Tensor, value: Scalar): Tensor;
  /** `masked_fill.Tensor(Tensor self, Tensor mask, Tensor value) -> Tensor` */
  maskedFill(mask: Tensor, value: Tensor): Tensor;
  /** `masked_fill_.Scalar(Tensor(a!) self, Tensor mask, Scalar value) -> Tensor(a!)` */
  maskedFill_(mask: Tensor, value: Scalar): Tensor;
  /** `masked_fill_.Tensor(Tensor(a!) self, Tensor mask, Tensor value) -> Tensor(a!)` */
  maskedFill_(mask: Tensor, value: Tensor): Tensor;
  /** `masked_scatter(Tensor self, Tensor mask, Tensor source) -> Tensor` */
  maskedScatter(mask: Tensor, source: Tensor): Tensor;
  /** `masked_scatter_(Tensor(a!) self, Tensor mask, Tensor source) -> Tensor(a!)` */
  maskedScatter_(mask: Tensor, source: Tensor): Tensor;
  /** `masked_select(Tensor self, Tensor mask) -> Tensor` */
  maskedSelect(mask: Tensor): Tensor;
  /** `matmul(Tensor self, Tensor other) -> Tensor` */
  matmul(other: Tensor | Scalar): Tensor;
  /** `matrix_power(Tensor self, int n) -> Tensor` */
  matrixPower(n: number): Tensor;
  /** `max.other(Tensor self, Tensor other) -> Tensor` */
  max(other: Tensor | Scalar): Tensor;
  /** `max.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor values, Tensor indices)` */
  max(dim: number, keepdim?: boolean): [Tensor, Tensor];
  max(dim: number, options?: { keepdim?: boolean }): [Tensor, Tensor];
  /** `max(Tensor self) -> Tensor` */
  max(): Tensor;
  /** `max.other(Tensor self, Tensor other) -> Tensor` */
  max(other: Tensor | Scalar): Tensor;
  /** `maximum(Tensor self, Tensor other) -> Tensor` */
  maximum(other: Tensor | Scalar): Tensor;
  /** `mean(Tensor self, *, ScalarType? dtype=None) -> Tensor` */
  mean(options?: { dtype?: DType | null }): Tensor;
  /** `mean.dim(Tensor self, int[1]? dim, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
  mean(
    dim: number | readonly number[] | null,
    keepdim?: boolean,
    options?: { dtype?: DType | null },
  ): Tensor;
  mean(
    dim: number | readonly number[] | null,
    options?: { keepdim?: boolean; dtype?: DType | null },
  ): Tensor;
  /** `median(Tensor self) -> Tensor` */
  median(): Tensor;
  /** `median.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor values, Tensor indices)` */
  median(dim: number, keepdim?: boolean): [Tensor, Tensor];
  median(dim: number, options?: { keepdim?: boolean }): [Tensor, Tensor];
  /** `min.other(Tensor self, Tensor other) -> Tensor` */
  min(other: Tensor | Scalar): Tensor;
  /** `min.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor values, Tensor indices)` */
  min(dim: number, keepdim?: boolean): [Tensor, Tensor];
  min(dim: number, options?: { keepdim?: boolean }): [Tensor, Tensor];
  /** `min(Tensor self) -> Tensor` */
  min(): Tensor;
  /** `min.other(Tensor self, Tensor other) -> Tensor` */
  min(other: Tensor | Scalar): Tensor;
  /** `minimum(Tensor self, Tensor other) -> Tensor` */
  minimum(other: Tensor | Scalar): Tensor;
  /** `mm(Tensor self, Tensor mat2) -> Tensor` */
  mm(mat2: Tensor): Tensor;
  /** `mode(Tensor self, int dim=-1, bool keepdim=False) -> (Tensor values, Tensor indices)` */
  mode(dim?: number, keepdim?: boolean): [Tensor, Tensor];
  mode(options?: { dim?: number; keepdim?: boolean }): [Tensor, Tensor];
  /** `moveaxis.intlist(Tensor(a) self, int[] source, int[] destination) -> Tensor(a)` */
  moveaxis(source: readonly number[], destination: readonly number[]): Tensor;
  /** `moveaxis.int(Tensor(a) self, int source, int destination) -> Tensor(a)` */
  moveaxis(source: number, destination: number): Tensor;
  /** `movedim.intlist(Tensor(a) self, int[] source, int[] destination) -> Tensor(a)` */
  movedim(source: readonly number[], destination: readonly number[]): Tensor;
  /** `movedim.int(Tensor(a) self, int source, int destination) -> Tensor(a)` */
  movedim(source: number, destination: number): Tensor;
  /** `msort(Tensor self) -> Tensor` */
  msort(): Tensor;
  /** `mul.Tensor(Tensor self, Tensor other) -> Tensor` */
  mul(other: Tensor | Scalar): Tensor;
  /** `mul.Scalar(Tensor self, Scalar other) -> Tensor` */
  mul(other: Scalar): Tensor;
  /** `mul_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  mul_(other: Tensor | Scalar): Tensor;
  /** `mul_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)` */
  mul_(other: Scalar): Tensor;
  /** `multinomial(Tensor self, int num_samples, bool replacement=False, *, Generator? generator=None) -> Tensor` */
  multinomial(
    numSamples: number,
    replacement?: boolean,
    options?: { generator?: Generator | null },
  ): Tensor;
  multinomial(
    numSamples: number,
    options?: { replacement?: boolean; generator?: Generator | null },
  ): Tensor;
  /** `multiply.Tensor(Tensor self, Tensor other) -> Tensor` */
  multiply(other: Tensor | Scalar): Tensor;
  /** `multiply.Scalar(Tensor self, Scalar other) -> Tensor` */
  multiply(other: Scalar): Tensor;
  /** `multiply_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  multiply_(other: Tensor | Scalar): Tensor;
  /** `multiply_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)` */
  multiply_(other: Scalar): Tensor;
  /** `mv(Tensor self, Tensor vec) -> Tensor` */
  mv(vec: Tensor): Tensor;
  /** `mvlgamma(Tensor self, int p) -> Tensor` */
  mvlgamma(p: number): Tensor;
  /** `nan_to_num(Tensor self, float? nan=None, float? posinf=None, float? neginf=None) -> Tensor` */
  nanToNum(nan?: number | null, posinf?: number | null, neginf?: number | null): Tensor;
  nanToNum(options?: {
    nan?: number | null;
    posinf?: number | null;
    neginf?: number | null;
  }): Tensor;
  /** `nan_to_num_(Tensor(a!) self, float? nan=None, float? posinf=None, float? neginf=None) -> Tensor(a!)` */
  nanToNum_(nan?: number | null, posinf?: number | null, neginf?: number | null): Tensor;
  nanToNum_(options?: {
    nan?: number | null;
    posinf?: number | null;
    neginf?: number | null;
  }): Tensor;
  /** `nanmean(Tensor self, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
  nanmean(
    dim?: number | readonly number[] | null,
    keepdim?: boolean,
    options?: { dtype?: DType | null },
  ): Tensor;
  nanmean(options?: {
    dim?: number | readonly number[] | null;
    keepdim?: boolean;
    dtype?: DType | null;
  }): Tensor;
  /** `nanmedian(Tensor self) -> Tensor` */
  nanmedian(): Tensor;
  /** `nanmedian.dim(Tensor self, int dim, bool keepdim=False) -> (Tensor values, Tensor indices)` */
  nanmedian(dim: number, keepdim?: boolean): [Tensor, Tensor];
  nanmedian(dim: number, options?: { keepdim?: boolean }): [Tensor, Tensor];
  /** `nanquantile(Tensor self, Tensor q, int? dim=None, bool keepdim=False, *, str interpolation='linear') -> Tensor` */
  nanquantile(
    q: Tensor,
    dim?: number | null,
    keepdim?: boolean,
    options?: { interpolation?: string },
  ): Tensor;
  nanquantile(
    q: Tensor,
    options?: { dim?: number | null; keepdim?: boolean; interpolation?: string },
  ): Tensor;
  /** `nanquantile.scalar(Tensor self, float q, int? dim=None, bool keepdim=False, *, str interpolation='linear') -> Tensor` */
  nanquantile(
    q: number,
    dim?: number | null,
    keepdim?: boolean,
    options?: { interpolation?: string },
  ): Tensor;
  nanquantile(
    q: number,
    options?: { dim?: number | null; keepdim?: boolean; interpolation?: string },
  ): Tensor;
  /** `nansum(Tensor self, int[1]? dim=None, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
  nansum(
    dim?: number | readonly number[] | null,
    keepdim?: boolean,
    options?: { dtype?: DType | null },
  ): Tensor;
  nansum(options?: {
    dim?: number | readonly number[] | null;
    keepdim?: boolean;
    dtype?: DType | null;
  }): Tensor;
  /** `narrow(Tensor(a) self, int dim, int start, int length) -> Tensor(a)` */
  narrow(dim: number, start: number, length: number): Tensor;
  /** `narrow.Tensor(Tensor(a) self, int dim, Tensor start, int length) -> Tensor(a)` */
  narrow(dim: number, start: Tensor, length: number): Tensor;
  /** `ndimension(Tensor self) -> int` */
  ndimension(): number;
  /** `ne.Tensor(Tensor self, Tensor other) -> Tensor` */
  ne(other: Tensor | Scalar): Tensor;
  /** `ne.Scalar(Tensor self, Scalar other) -> Tensor` */
  ne(other: Scalar): Tensor;
  /** `ne_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  ne_(other: Tensor | Scalar): Tensor;
  /** `ne_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)` */
  ne_(other: Scalar): Tensor;
  /** `neg(Tensor self) -> Tensor` */
  neg(): Tensor;
  /** `neg_(Tensor(a!) self) -> Tensor(a!)` */
  neg_(): Tensor;
  /** `negative(Tensor self) -> Tensor` */
  negative(): Tensor;
  /** `nelement(Tensor self) -> int` */
  nelement(): number;
  /** `new_empty(Tensor self, SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  newEmpty(
    size: readonly number[],
    options?: { dtype?: DType | null; device?: string | null; pinMemory?: boolean | null },
  ): Tensor;
  newEmpty(...size: number[]): Tensor;
  /** `new_full(Tensor self, SymInt[] size, Scalar fill_value, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  newFull(
    size: readonly number[],
    fillValue: Scalar,
    options?: { dtype?: DType | null; device?: string | null; pinMemory?: boolean | null },
  ): Tensor;
  /** `new_ones(Tensor self, SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  newOnes(
    size: readonly number[],
    options?: { dtype?: DType | null; device?: string | null; pinMemory?: boolean | null },
  ): Tensor;
  newOnes(...size: number[]): Tensor;
  /** `new_zeros(Tensor self, SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor` */
  newZeros(
    size: readonly number[],
    options?: { dtype?: DType | null; device?: string | null; pinMemory?: boolean | null },
  ): Tensor;
  newZeros(...size: number[]): Tensor;
  /** `nonzero(Tensor self) -> Tensor` */
  nonzero(): Tensor;
  /** `norm.ScalarOpt_dtype(Tensor self, Scalar? p, *, ScalarType dtype) -> Tensor` */
  norm(p: Scalar | null, options?: { dtype: DType }): Tensor;
  /** `norm.Scalar(Tensor self, Scalar p=2) -> Tensor` */
  norm(p?: Scalar): Tensor;
  norm(options?: { p?: Scalar }): Tensor;
  /** `norm.ScalarOpt_dim_dtype(Tensor self, Scalar? p, int[1] dim, bool keepdim, *, ScalarType dtype) -> Tensor` */
  norm(
    p: Scalar | null,
    dim: number | readonly number[],
    keepdim: boolean,
    options?: { dtype: DType },
  ): Tensor;
  /** `norm.ScalarOpt_dim(Tensor self, Scalar? p, int[1] dim, bool keepdim=False) -> Tensor` */
  norm(p: Scalar | null, dim: number | readonly number[], keepdim?: boolean): Tensor;
  norm(p: Scalar | null, dim: number | readonly number[], options?: { keepdim?: boolean }): Tensor;
  /** `normal_(Tensor(a!) self, float mean=0, float std=1, *, Generator? generator=None) -> Tensor(a!)` */
  normal_(mean?: number, std?: number, options?: { generator?: Generator | null }): Tensor;
  normal_(options?: { mean?: number; std?: number; generator?: Generator | null }): Tensor;
  /** `not_equal.Tensor(Tensor self, Tensor other) -> Tensor` */
  notEqual(other: Tensor | Scalar): Tensor;
  /** `not_equal.Scalar(Tensor self, Scalar other) -> Tensor` */
  notEqual(other: Scalar): Tensor;
  /** `numel(Tensor self) -> int` */
  numel(): number;
  /** `outer(Tensor self, Tensor vec2) -> Tensor` */
  outer(vec2: Tensor): Tensor;
  /** `permute(Tensor(a) self, int[] dims) -> Tensor(a)` */
  permute(dims: readonly number[]): Tensor;
  permute(...dims: number[]): Tensor;
  /** `pinverse(Tensor self, float rcond=1e-15) -> Tensor` */
  pinverse(rcond?: number): Tensor;
  pinverse(options?: { rcond?: number }): Tensor;
  /** `polygamma(int n, Tensor self) -> Tensor` */
  polygamma(self: Tensor): Tensor;
  /** `positive(Tensor(a) self) -> Tensor(a)` */
  positive(): Tensor;
  /** `pow.Tensor_Tensor(Tensor self, Tensor exponent) -> Tensor` */
  pow(exponent: Tensor): Tensor;
  /** `pow.Tensor_Scalar(Tensor self, Scalar exponent) -> Tensor` */
  pow(exponent: Scalar): Tensor;
  /** `pow_.Tensor(Tensor(a!) self, Tensor exponent) -> Tensor(a!)` */
  pow_(exponent: Tensor): Tensor;
  /** `pow_.Scalar(Tensor(a!) self, Scalar exponent) -> Tensor(a!)` */
  pow_(exponent: Scalar): Tensor;
  /** `prelu(Tensor self, Tensor weight) -> Tensor` */
  prelu(weight: Tensor): Tensor;
  /** `prod(Tensor self, *, ScalarType? dtype=None) -> Tensor` */
  prod(options?: { dtype?: DType | null }): Tensor;
  /** `prod.dim_int(Tensor self, int dim, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
  prod(dim: number, keepdim?: boolean, options?: { dtype?: DType | null }): Tensor;
  prod(dim: number, options?: { keepdim?: boolean; dtype?: DType | null }): Tensor;
  /** `put(Tensor self, Tensor index, Tensor source, bool accumulate=False) -> Tensor` */
  put(index: Tensor, source: Tensor, accumulate?: boolean): Tensor;
  put(index: Tensor, source: Tensor, options?: { accumulate?: boolean }): Tensor;
  /** `put_(Tensor(a!) self, Tensor index, Tensor source, bool accumulate=False) -> Tensor(a!)` */
  put_(index: Tensor, source: Tensor, accumulate?: boolean): Tensor;
  put_(index: Tensor, source: Tensor, options?: { accumulate?: boolean }): Tensor;
  /** `qr(Tensor self, bool some=True) -> (Tensor Q, Tensor R)` */
  qr(some?: boolean): [Tensor, Tensor];
  qr(options?: { some?: boolean }): [Tensor, Tensor];
  /** `quantile(Tensor self, Tensor q, int? dim=None, bool keepdim=False, *, str interpolation='linear') -> Tensor` */
  quantile(
    q: Tensor,
    dim?: number | null,
    keepdim?: boolean,
    options?: { interpolation?: string },
  ): Tensor;
  quantile(
    q: Tensor,
    options?: { dim?: number | null; keepdim?: boolean; interpolation?: string },
  ): Tensor;
  /** `quantile.scalar(Tensor self, float q, int? dim=None, bool keepdim=False, *, str interpolation='linear') -> Tensor` */
  quantile(
    q: number,
    dim?: number | null,
    keepdim?: boolean,
    options?: { interpolation?: string },
  ): Tensor;
  quantile(
    q: number,
    options?: { dim?: number | null; keepdim?: boolean; interpolation?: string },
  ): Tensor;
  /** `rad2deg(Tensor self) -> Tensor` */
  rad2deg(): Tensor;
  /** `random_.to(Tensor(a!) self, int to, *, Generator? generator=None) -> Tensor(a!)` */
  random_(to: number, options?: { generator?: Generator | null }): Tensor;
  /** `random_.from(Tensor(a!) self, int from, int? to, *, Generator? generator=None) -> Tensor(a!)` */
  random_(from: number, to: number | null, options?: { generator?: Generator | null }): Tensor;
  /** `random_(Tensor(a!) self, *, Generator? generator=None) -> Tensor(a!)` */
  random_(options?: { generator?: Generator | null }): Tensor;
  /** `ravel(Tensor(a) self) -> Tensor(a)` */
  ravel(): Tensor;
  /** `real(Tensor(a) self) -> Tensor(a)` */
  real(): Tensor;
  /** `reciprocal(Tensor self) -> Tensor` */
  reciprocal(): Tensor;
  /** `reciprocal_(Tensor(a!) self) -> Tensor(a!)` */
  reciprocal_(): Tensor;
  /** `relu(Tensor self) -> Tensor` */
  relu(): Tensor;
  /** `relu_(Tensor(a!) self) -> Tensor(a!)` */
  relu_(): Tensor;
  /** `remainder.Tensor(Tensor self, Tensor other) -> Tensor` */
  remainder(other: Tensor | Scalar): Tensor;
  /** `remainder.Scalar(Tensor self, Scalar other) -> Tensor` */
  remainder(other: Scalar): Tensor;
  /** `remainder_.Tensor(Tensor(a!) self, Tensor other) -> Tensor(a!)` */
  remainder_(other: Tensor | Scalar): Tensor;
  /** `remainder_.Scalar(Tensor(a!) self, Scalar other) -> Tensor(a!)` */
  remainder_(other: Scalar): Tensor;
  /** `renorm(Tensor self, Scalar p, int dim, Scalar maxnorm) -> Tensor` */
  renorm(p: Scalar, dim: number, maxnorm: Scalar): Tensor;
  /** `renorm_(Tensor(a!) self, Scalar p, int dim, Scalar maxnorm) -> Tensor(a!)` */
  renorm_(p: Scalar, dim: number, maxnorm: Scalar): Tensor;
  /** `repeat(Tensor self, SymInt[] repeats) -> Tensor` */
  repeat(repeats: readonly number[]): Tensor;
  repeat(...repeats: number[]): Tensor;
  /** `repeat_interleave.self_Tensor(Tensor self, Tensor repeats, int? dim=None, *, int? output_size=None) -> Tensor` */
  repeatInterleave(
    repeats: Tensor,
    dim?: number | null,
    options?: { outputSize?: number | null },
  ): Tensor;
  repeatInterleave(
    repeats: Tensor,
    options?: { dim?: number | null; outputSize?: number | null },
  ): Tensor;
  /** `repeat_interleave.self_int(Tensor self, int repeats, int? dim=None, *, int? output_size=None) -> Tensor` */
  repeatInterleave(
    repeats: number,
    dim?: number | null,
    options?: { outputSize?: number | null },
  ): Tensor;
  repeatInterleave(
    repeats: number,
    options?: { dim?: number | null; outputSize?: number | null },
  ): Tensor;
  /** `reshape(Tensor(a) self, SymInt[] shape) -> Tensor(a)` */
  reshape(shape: readonly number[]): Tensor;
  reshape(...shape: number[]): Tensor;
  /** `reshape_as(Tensor(a) self, Tensor other) -> Tensor(a)` */
  reshapeAs(other: Tensor | Scalar): Tensor;
  /** `resize_(Tensor(a!) self, SymInt[] size, *, MemoryFormat? memory_format=None) -> Tensor(a!)` */
  resize_(size: readonly number[]): Tensor;
  resize_(...size: number[]): Tensor;
  /** `roll(Tensor self, int[1] shifts, int[1] dims=[]) -> Tensor` */
  roll(shifts: number | readonly number[], dims?: number | readonly number[]): Tensor;
  roll(shifts: number | readonly number[], options?: { dims?: number | readonly number[] }): Tensor;
  /** `rot90(Tensor self, int k=1, int[] dims=[0,1]) -> Tensor` */
  rot90(k?: number, dims?: readonly number[]): Tensor;
  rot90(options?: { k?: number; dims?: readonly number[] }): Tensor;
  /** `round(Tensor self) -> Tensor` */
  round(): Tensor;
  /** `round.decimals(Tensor self, *, int decimals) -> Tensor` */
  round(options?: { decimals: number }): Tensor;
  /** `round_(Tensor(a!) self) -> Tensor(a!)` */
  round_(): Tensor;
  /** `round_.decimals(Tensor(a!) self, *, int decimals) -> Tensor(a!)` */
  round_(options?: { decimals: number }): Tensor;
  /** `rsqrt(Tensor self) -> Tensor` */
  rsqrt(): Tensor;
  /** `rsqrt_(Tensor(a!) self) -> Tensor(a!)` */
  rsqrt_(): Tensor;
  /** `scatter.src(Tensor self, int dim, Tensor index, Tensor src) -> Tensor` */
  scatter(dim: number, index: Tensor, src: Tensor): Tensor;
  /** `scatter.reduce(Tensor self, int dim, Tensor index, Tensor src, *, str reduce) -> Tensor` */
  scatter(dim: number, index: Tensor, src: Tensor, options?: { reduce: string }): Tensor;
  /** `scatter.value(Tensor self, int dim, Tensor index, Scalar value) -> Tensor` */
  scatter(dim: number, index: Tensor, value: Scalar): Tensor;
  /** `scatter.value_reduce(Tensor self, int dim, Tensor index, Scalar value, *, str reduce) -> Tensor` */
  scatter(dim: number, index: Tensor, value: Scalar, options?: { reduce: string }): Tensor;
  /** `scatter_.src(Tensor(a!) self, int dim, Tensor index, Tensor src) -> Tensor(a!)` */
  scatter_(dim: number, index: Tensor, src: Tensor): Tensor;
  /** `scatter_.reduce(Tensor(a!) self, int dim, Tensor index, Tensor src, *, str reduce) -> Tensor(a!)` */
  scatter_(dim: number, index: Tensor, src: Tensor, options?: { reduce: string }): Tensor;
  /** `scatter_.value(Tensor(a!) self, int dim, Tensor index, Scalar value) -> Tensor(a!)` */
  scatter_(dim: number, index: Tensor, value: Scalar): Tensor;
  /** `scatter_.value_reduce(Tensor(a!) self, int dim, Tensor index, Scalar value, *, str reduce) -> Tensor(a!)` */
  scatter_(dim: number, index: Tensor, value: Scalar, options?: { reduce: string }): Tensor;
  /** `scatter_add(Tensor self, int dim, Tensor index, Tensor src) -> Tensor` */
  scatterAdd(dim: number, index: Tensor, src: Tensor): Tensor;
  /** `scatter_add_(Tensor(a!) self, int dim, Tensor index, Tensor src) -> Tensor(a!)` */
  scatterAdd_(dim: number, index: Tensor, src: Tensor): Tensor;
  /** `select.int(Tensor(a) self, int dim, int index) -> Tensor(a)` */
  select(dim: number, index: number): Tensor;
  /** `sgn(Tensor self) -> Tensor` */
  sgn(): Tensor;
  /** `sigmoid(Tensor self) -> Tensor` */
  sigmoid(): Tensor;
  /** `sigmoid_(Tensor(a!) self) -> Tensor(a!)` */
  sigmoid_(): Tensor;
  /** `sign(Tensor self) -> Tensor` */
  sign(): Tensor;
  /** `sign_(Tensor(a!) self) -> Tensor(a!)` */
  sign_(): Tensor;
  /** `signbit(Tensor self) -> Tensor` */
  signbit(): Tensor;
  /** `sin(Tensor self) -> Tensor` */
  sin(): Tensor;
  /** `sin_(Tensor(a!) self) -> Tensor(a!)` */
  sin_(): Tensor;
  /** `sinc(Tensor self) -> Tensor` */
  sinc(): Tensor;
  /** `sinh(Tensor self) -> Tensor` */
  sinh(): Tensor;
  /** `sinh_(Tensor(a!) self) -> Tensor(a!)` */
  sinh_(): Tensor;
  /** `size.int(Tensor self, int dim) -> int` */
  size(dim: number): number;
  /** `size(Tensor self) -> int[]` */
  size(): number[];
  /** `slogdet(Tensor self) -> (Tensor sign, Tensor logabsdet)` */
  slogdet(): [Tensor, Tensor];
  /** `softmax.int(Tensor self, int dim, ScalarType? dtype=None) -> Tensor` */
  softmax(dim: number, dtype?: DType | null): Tensor;
  softmax(dim: number, options?: { dtype?: DType | null }): Tensor;
  /** `sort(Tensor self, int dim=-1, bool descending=False) -> (Tensor values, Tensor indices)` */
  sort(dim?: number, descending?: boolean): [Tensor, Tensor];
  sort(options?: { dim?: number; descending?: boolean }): [Tensor, Tensor];
  /** `sort.stable(Tensor self, *, bool? stable, int dim=-1, bool descending=False) -> (Tensor values, Tensor indices)` */
  sort(options?: { stable?: boolean | null; dim?: number; descending?: boolean }): [Tensor, Tensor];
  /** `split.Tensor(Tensor(a -> *) self, int split_size, int dim=0) -> Tensor(a)[]` */
  split(splitSize: number, dim?: number): Tensor[];
  split(splitSize: number, options?: { dim?: number }): Tensor[];
  /** `split.sizes(Tensor(a -> *) self, int[] split_size, int dim=0) -> Tensor(a)[]` */
  split(splitSize: readonly number[], dim?: number): Tensor[];
  split(splitSize: readonly number[], options?: { dim?: number }): Tensor[];
  /** `split(Tensor(a -> *) self, int[] split_sizes, int dim=0) -> Tensor(a)[]` */
  split(splitSizes: readonly number[], dim?: number): Tensor[];
  split(splitSizes: readonly number[], options?: { dim?: number }): Tensor[];
  /** `split_with_sizes(Tensor(a -> *) self, int[] split_sizes, int dim=0) -> Tensor(a)[]` */
  splitWithSizes(splitSizes: readonly number[], dim?: number): Tensor[];
  splitWithSizes(splitSizes: readonly number[], options?: { dim?: number }): Tensor[];
  /** `sqrt(Tensor self) -> Tensor` */
  sqrt(): Tensor;
  /** `sqrt_(Tensor(a!) self) -> Tensor(a!)` */
  sqrt_(): Tensor;
  /** `square(Tensor self) -> Tensor` */
  square(): Tensor;
  /** `square_(Tensor(a!) self) -> Tensor(a!)` */
  square_(): Tensor;
  /** `squeeze(Tensor(a) self) -> Tensor(a)` */
  squeeze(): Tensor;
  /** `squeeze.dim(Tensor(a) self, int dim) -> Tensor(a)` */
  squeeze(dim: number): Tensor;
  /** `squeeze_(Tensor(a!) self) -> Tensor(a!)` */
  squeeze_(): Tensor;
  /** `squeeze_.dim(Tensor(a!) self, int dim) -> Tensor(a!)` */
  squeeze_(dim: number): Tensor;
  /** `std(Tensor self, bool unbiased=True) -> Tensor` */
  std(unbiased?: boolean): Tensor;
  std(options?: { unbiased?: boolean }): Tensor;
  /** `std.dim(Tensor self, int[1]? dim, bool unbiased=True, bool keepdim=False) -> Tensor` */
  std(dim: number | readonly number[] | null, unbiased?: boolean, keepdim?: boolean): Tensor;
  std(
    dim: number | readonly number[] | null,
    options?: { unbiased?: boolean; keepdim?: boolean },
  ): Tensor;
  /** `std.correction(Tensor self, int[1]? dim, *, int? correction, bool keepdim=False) -> Tensor` */
  std(
    dim: number | readonly number[] | null,
    options?: { correction?: number | null; keepdim?: boolean },
  ): Tensor;
  /** `storage_offset(Tensor self) -> int` */
  storageOffset(): number;
  /** `stride.int(Tensor self, int dim) -> int` */
  stride(dim: number): number;
  /** `stride(Tensor self) -> int[]` */
  stride(): number[];
  /** `sub.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor` */
  sub(other: Tensor | Scalar, options?: { alpha?: Scalar }): Tensor;
  /** `sub.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor` */
  sub(other: Scalar, alpha?: Scalar): Tensor;
  sub(other: Scalar, options?: { alpha?: Scalar }): Tensor;
  /** `sub_.Tensor(Tensor(a!) self, Tensor other, *, Scalar alpha=1) -> Tensor(a!)` */
  sub_(other: Tensor | Scalar, options?: { alpha?: Scalar }): Tensor;
  /** `sub_.Scalar(Tensor(a!) self, Scalar other, Scalar alpha=1) -> Tensor(a!)` */
  sub_(other: Scalar, alpha?: Scalar): Tensor;
  sub_(other: Scalar, options?: { alpha?: Scalar }): Tensor;
  /** `subtract.Tensor(Tensor self, Tensor other, *, Scalar alpha=1) -> Tensor` */
  subtract(other: Tensor | Scalar, options?: { alpha?: Scalar }): Tensor;
  /** `subtract.Scalar(Tensor self, Scalar other, Scalar alpha=1) -> Tensor` */
  subtract(other: Scalar, alpha?: Scalar): Tensor;
  subtract(other: Scalar, options?: { alpha?: Scalar }): Tensor;
  /** `subtract_.Tensor(Tensor(a!) self, Tensor other, *, Scalar alpha=1) -> Tensor(a!)` */
  subtract_(other: Tensor | Scalar, options?: { alpha?: Scalar }): Tensor;
  /** `subtract_.Scalar(Tensor(a!) self, Scalar other, Scalar alpha=1) -> Tensor(a!)` */
  subtract_(other: Scalar, alpha?: Scalar): Tensor;
  subtract_(other: Scalar, options?: { alpha?: Scalar }): Tensor;
  /** `sum(Tensor self, *, ScalarType? dtype=None) -> Tensor` */
  sum(options?: { dtype?: DType | null }): Tensor;
  /** `sum.dim_IntList(Tensor self, int[1]? dim, bool keepdim=False, *, ScalarType? dtype=None) -> Tensor` */
  sum(
    dim: number | readonly number[] | null,
    keepdim?: boolean,
    options?: { dtype?: DType | null },
  ): Tensor;
  sum(
    dim: number | readonly number[] | null,
    options?: { keepdim?: boolean; dtype?: DType | null },
  ): Tensor;
  /** `sum_to_size(Tensor self, int[] size) -> Tensor` */
  sumToSize(size: readonly number[]): Tensor;
  sumToSize(...size: number[]): Tensor;
  /** `svd(Tensor self, bool some=True, bool compute_uv=True) -> (Tensor U, Tensor S, Tensor V)` */
  svd(some?: boolean, computeUv?: boolean): [Tensor, Tensor, Tensor];
  svd(options?: { some?: boolean; computeUv?: boolean }): [Tensor, Tensor, Tensor];
  /** `swapaxes(Tensor(a) self, int axis0, int axis1) -> Tensor(a)` */
  swapaxes(axis0: number, axis1: number): Tensor;
  /** `swapdims(Tensor(a) self, int dim0, int dim1) -> Tensor(a)` */
  swapdims(dim0: number, dim1: number): Tensor;
  /** `t(Tensor(a) self) -> Tensor(a)` */
  t(): Tensor;
  /** `t_(Tensor(a!) self) -> Tensor(a!)` */
  t_(): Tensor;
  /** `take(Tensor self, Tensor index) -> Tensor` */
  take(index: Tensor): Tensor;
  /** `take_along_dim(Tensor self, Tensor indices, int? dim=None) -> Tensor` */
  takeAlongDim(indices: Tensor, dim?: number | null): Tensor;
  takeAlongDim(indices: Tensor, options?: { dim?: number | null }): Tensor;
  /** `tan(Tensor self) -> Tensor` */
  tan(): Tensor;
  /** `tan_(Tensor(a!) self) -> Tensor(a!)` */
  tan_(): Tensor;
  /** `tanh(Tensor self) -> Tensor` */
  tanh(): Tensor;
  /** `tanh_(Tensor(a!) self) -> Tensor(a!)` */
  tanh_(): Tensor;
  /** `tensor_split.sections(Tensor(a -> *) self, int sections, int dim=0) -> Tensor(a)[]` */
  tensorSplit(sections: number, dim?: number): Tensor[];
  tensorSplit(sections: number, options?: { dim?: number }): Tensor[];
  /** `tensor_split.indices(Tensor(a -> *) self, int[] indices, int dim=0) -> Tensor(a)[]` */
  tensorSplit(indices: readonly number[], dim?: number): Tensor[];
  tensorSplit(indices: readonly number[], options?: { dim?: number }): Tensor[];
  /** `tensor_split.tensor_indices_or_sections(Tensor(a -> *) self, Tensor tensor_indices_or_sections, int dim=0) -> Tensor(a)[]` */
  tensorSplit(tensorIndicesOrSections: Tensor, dim?: number): Tensor[];
  tensorSplit(tensorIndicesOrSections: Tensor, options?: { dim?: number }): Tensor[];
  /** `tile(Tensor self, int[] dims) -> Tensor` */
  tile(dims: readonly number[]): Tensor;
  tile(...dims: number[]): Tensor;
  /** `to.device(Tensor(a) self, Device? device=None, ScalarType? dtype=None, bool non_blocking=False, bool copy=False, *, MemoryFormat? memory_format=None) -> Tensor(a)` */
  to(device?: string | null, dtype?: DType | null, nonBlocking?: boolean, copy?: boolean): Tensor;
  to(options?: {
    device?: string | null;
    dtype?: DType | null;
    nonBlocking?: boolean;
    copy?: boolean;
  }): Tensor;
  /** `to.dtype(Tensor(a) self, ScalarType dtype, bool non_blocking=False, bool copy=False, *, MemoryFormat? memory_format=None) -> Tensor(a)` */
  to(dtype: DType, nonBlocking?: boolean, copy?: boolean): Tensor;
  to(dtype: DType, options?: { nonBlocking?: boolean; copy?: boolean }): Tensor;
  /** `to.other(Tensor(a) self, Tensor other, bool non_blocking=False, bool copy=False, *, MemoryFormat? memory_format=None) -> Tensor(a)` */
  to(other: Tensor | Scalar, nonBlocking?: boolean, copy?: boolean): Tensor;
  to(other: Tensor | Scalar, options?: { nonBlocking?: boolean; copy?: boolean }): Tensor;
  /** `topk(Tensor self, int k, int dim=-1, bool largest=True, bool sorted=True) -> (Tensor values, Tensor indices)` */
  topk(k: number, dim?: number, largest?: boolean, sorted?: boolean): [Tensor, Tensor];
  topk(
    k: number,
    options?: { dim?: number; largest?: boolean; sorted?: boolean },
  ): [Tensor, Tensor];
  /** `trace(Tensor self) -> Tensor` */
  trace(): Tensor;
  /** `transpose.int(Tensor(a) self, int dim0, int dim1) -> Tensor(a)` */
  transpose(dim0: number, dim1: number): Tensor;
  /** `transpose_(Tensor(a!) self, int dim0, int dim1) -> Tensor(a!)` */
  transpose_(dim0: number, dim1: number): Tensor;
  /** `tril(Tensor self, int diagonal=0) -> Tensor` */
  tril(diagonal?: number): Tensor;
  tril(options?: { diagonal?: number }): Tensor;
  /** `tril_(Tensor(a!) self, int diagonal=0) -> Tensor(a!)` */
  tril_(diagonal?: number): Tensor;
  tril_(options?: { diagonal?: number }): Tensor;
  /** `triu(Tensor self, int diagonal=0) -> Tensor` */
  triu(diagonal?: number): Tensor;
  triu(options?: { diagonal?: number }): Tensor;
  /** `triu_(Tensor(a!) self, int diagonal=0) -> Tensor(a!)` */
  triu_(diagonal?: number): Tensor;
  triu_(options?: { diagonal?: number }): Tensor;
  /** `true_divide.Tensor(Tensor self, Tensor other) -> Tensor` */
  trueDivide(other: Tensor | Scalar): Tensor;
  /** `true_divide.Scalar(Tensor self, Scalar other) -> Tensor` */
  trueDivide(other: Scalar): Tensor;
  /** `trunc(Tensor self) -> Tensor` */
  trunc(): Tensor;
  /** `trunc_(Tensor(a!) self) -> Tensor(a!)` */
  trunc_(): Tensor;
  /** `type_as(Tensor self, Tensor other) -> Tensor` */
  typeAs(other: Tensor | Scalar): Tensor;
  /** `unbind.int(Tensor(a -> *) self, int dim=0) -> Tensor(a)[]` */
  unbind(dim?: number): Tensor[];
  unbind(options?: { dim?: number }): Tensor[];
  /** `unflatten.int(Tensor(a) self, int dim, int[] sizes) -> Tensor(a)` */
  unflatten(dim: number, sizes: readonly number[]): Tensor;
  /** `unfold(Tensor(a) self, int dimension, int size, int step) -> Tensor(a)` */
  unfold(dimension: number, size: number, step: number): Tensor;
  /** `uniform_(Tensor(a!) self, float from=0, float to=1, *, Generator? generator=None) -> Tensor(a!)` */
  uniform_(from?: number, to?: number, options?: { generator?: Generator | null }): Tensor;
  uniform_(options?: { from?: number; to?: number; generator?: Generator | null }): Tensor;
  /** `unsqueeze(Tensor(a) self, int dim) -> Tensor(a)` */
  unsqueeze(dim: number): Tensor;
  /** `unsqueeze_(Tensor(a!) self, int dim) -> Tensor(a!)` */
  unsqueeze_(dim: number): Tensor;
  /** `var(Tensor self, bool unbiased=True) -> Tensor` */
  var(unbiased?: boolean): Tensor;
  var(options?: { unbiased?: boolean }): Tensor;
  /** `var.dim(Tensor self, int[1]? dim, bool unbiased=True, bool keepdim=False) -> Tensor` */
  var(dim: number | readonly number[] | null, unbiased?: boolean, keepdim?: boolean): Tensor;
  var(
    dim: number | readonly number[] | null,
    options?: { unbiased?: boolean; keepdim?: boolean },
  ): Tensor;
  /** `var.correction(Tensor self, int[1]? dim, *, int? correction, bool keepdim=False) -> Tensor` */
  var(
    dim: number | readonly number[] | null,
    options?: { correction?: number | null; keepdim?: boolean },
  ): Tensor;
  /** `vdot(Tensor self, Tensor other) -> Tensor` */
  vdot(other: Tensor | Scalar): Tensor;
  /** `view(Tensor(a) self, SymInt[] size) -> Tensor(a)` */
  view(size: readonly number[]): Tensor;
  view(...size: number[]): Tensor;
  /** `view.dtype(Tensor(a) self, ScalarType dtype) -> Tensor(a)` */
  view(dtype: DType): Tensor;
  /** `view_as(Tensor(a) self, Tensor other) -> Tensor(a)` */
  viewAs(other: Tensor | Scalar): Tensor;
  /** `vsplit.int(Tensor(a -> *) self, int sections) -> Tensor(a)[]` */
  vsplit(sections: number): Tensor[];
  /** `vsplit.array(Tensor(a -> *) self, int[] indices) -> Tensor(a)[]` */
  vsplit(indices: readonly number[]): Tensor[];
  vsplit(...indices: number[]): Tensor[];
  /** `where.self(Tensor self, Tensor condition, Tensor other) -> Tensor` */
  where(condition: Tensor, other: Tensor | Scalar): Tensor;
  /** `where.ScalarOther(Tensor self, Tensor condition, Scalar other) -> Tensor` */
  where(condition: Tensor, other: Scalar): Tensor;
  /** `xlogy.Tensor(Tensor self, Tensor other) -> Tensor` */
  xlogy(other: Tensor | Scalar): Tensor;
  /** `xlogy.Scalar_Other(Tensor self, Scalar other) -> Tensor` */
  xlogy(other: Scalar): Tensor;
  /** `zero_(Tensor(a!) self) -> Tensor(a!)` */
  zero_(): Tensor;
}
