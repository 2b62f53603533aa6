#include "text/maker_calls.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "errors/error.hpp"
#include "ops/drawn.hpp"
#include "ops/eye.hpp"
#include "ops/ranges.hpp"
#include "tensor/dimensions.hpp"
#include "tensor/dispatch.hpp"
#include "tensor/joined.hpp"
#include "tensor/views.hpp"
#include "text/cpu_draw.hpp"

namespace playground::text::calls {
namespace {

using errors::Kind;
using random::EngineRules;
using random::Generator;
using tensor::DType;
using tensor::Shape;
using tensor::Tensor;

// The generator, if its record says that this function draws from it.
template <class Fits>
Generator& generator(const Call& call, errors::Words<0> owner, Fits fits) {
  Generator* given = call.options.generator;
  if (given == nullptr) {
    errors::fail(Kind::kGeneratorMissing, "{0} draws from a generator, and none was given"_words,
                 call.name);
  }
  if (!fits(random::record(*given))) {
    errors::fail(Kind::kValue, "{0} draws from {1}; this one is {2}"_words, call.name,
                 errors::Phrase(owner), random::name(*given));
  }
  return *given;
}

Generator& torch_generator(const Call& call) {
  return generator(call, "PyTorch's generator"_words, [](const EngineRules& engine) {
    return engine.framework == random::Framework::kTorch;
  });
}

// Of TensorFlow.js the numbers are float32 unless a dtype is said, also whole ones.
bool is_tfjs(const Call& call) {
  const Generator* given = call.options.generator;
  return given != nullptr && random::record(*given).framework == random::Framework::kTfjs;
}

// A name such as `device` is where the program runs.
void check_device(const Call& call, std::string_view device) {
  const auto says = [&](std::string_view word) { return device.find(word) != device.npos; };
  const bool is_elsewhere = says("cuda") || says("mps") || says("xpu");
  const Generator* given = call.options.generator;
  const bool runs_on_gpu = given && random::record(*given).device == random::Device::kCuda;
  if (!is_elsewhere && (device.empty() || !runs_on_gpu || says("cpu"))) return;
  errors::fail(Kind::kEngine,
               "{0} with device={1} is not reproduced; without it the numbers are the CPU's"_words,
               call.name, device);
}

// What `draw` draws from PyTorch's generator of the CPU.
template <class Draw>
Array drawn_by_torch(const Call& call, const Arguments& arguments, Draw draw) {
  check_device(call, arguments.device());
  return {drawn_on_cpu(torch_generator(call), draw), call.library};
}

Generator& numpy_generator(const Call& call) {
  return generator(call, "NumPy's generator"_words, [](const EngineRules& engine) {
    return engine.makers == random::Makers::kNumpyLegacy;
  });
}
Generator& default_rng(const Call& call) {
  return generator(call, "NumPy's default_rng"_words, [](const EngineRules& engine) {
    return engine.makers == random::Makers::kNumpyRng;
  });
}

// Whether what is made becomes numbers at once, as in torch.tensor([True, False]).float().
bool becomes_numbers(std::string_view rest) {
  for (const std::string_view cast : {".float()", ".double()", ".long()", ".int()", ".half()"}) {
    if (rest.starts_with(cast)) return true;
  }
  return false;
}

// PyTorch's bool tensors have no dropout; NumPy's are multiplied by a mask like integers.
void require_no_bools(const Call& call, const Arguments& arguments, bool only_bools) {
  if (!only_bools || call.options.dtype || arguments.dtype()) return;
  if (call.library == Library::kNumpy) {
    call.options.notes->add("True and False are read as 1 and 0"_words);
    return;
  }
  if (becomes_numbers(call.reader.rest())) return;
  errors::fail(Kind::kValue,
               "True and False make a bool tensor, which dropout does not take; write "
               "dtype=torch.float32"_words);
}

// TensorFlow and NumPy print shapes of all tensors, PyTorch only of empty ones.
void take_printed_shape(const Call& call, Arguments& arguments, Literal& literal,
                        std::string_view after) {
  for (const std::string_view written : {"size", "shape"}) {
    if (!arguments.has(written)) continue;
    const Shape shape = arguments.shape(written, false);
    if (literal.numbers.size() == 0 && shape.size() == 0) {
      literal.extents = shape.extents();
    } else if (call.library != Library::kTensorFlow) {
      call.reader.fail_at(after, "{0}= goes with an empty tensor only"_words, written);
    } else if (literal.extents != shape.extents()) {
      call.reader.fail_at(after, "{0}= is {1}, but the numbers before have the shape {2}"_words,
                          written, std::span(shape.extents()),
                          std::span<const std::int64_t>(literal.extents));
    }
  }
}

Literal literal_of(const Number& number, std::string_view from) {
  Literal literal;
  literal.numbers.push(number);
  literal.from = from;
  return literal;
}

// What is read of the first argument, in `dtype` if there is one, or else as the call infers it.
Array made(const Call& call, Operand operand, std::string_view from, const DType* dtype) {
  const std::string_view after = call.reader.rest();
  Arguments arguments(call.reader, *call.options.notes, true);
  if (auto* array = std::get_if<Array>(&operand)) {
    arguments.finish();
    const DType own = dtype != nullptr ? *dtype : array->tensor.dtype();
    const DType wanted = call.dtype(arguments, own);
    if (wanted != array->tensor.dtype()) array->tensor = to(array->tensor, wanted);
    return {std::move(array->tensor), call.library};
  }
  auto* list = std::get_if<Literal>(&operand);
  Literal literal =
      list != nullptr ? std::move(*list) : literal_of(std::get<Number>(operand), from);
  take_printed_shape(call, arguments, literal, after);
  arguments.finish();
  if (dtype == nullptr) require_no_bools(call, arguments, literal.numbers.only_bools());
  const DType inferred = dtype != nullptr ? *dtype : call.inferred(literal.numbers.without_point());
  return {to_tensor(call.reader, literal, call.dtype(arguments, inferred)), call.library};
}

Array filled(const Call& call, double value) {
  Arguments arguments = call.arguments();
  Shape shape = arguments.shape(call.library == Library::kTorch ? "size" : "shape", true);
  arguments.finish();
  return {tensor::full(std::move(shape), value, call.dtype(arguments, call.floats())),
          call.library};
}

Tensor full_of(Shape shape, const Number& value, DType dtype) {
  const bool exact = dtype == DType::kInt64 && value.whole;
  Tensor x = tensor::full(std::move(shape), exact ? 0 : value.value, dtype);
  // Filled again as int64, since the double may have been rounded.
  if (exact) std::ranges::fill(x.values<std::int64_t>(), *value.whole);
  return x;
}

// A tensor of the shape and dtype of the first argument.
Array filled_like(const Call& call, double value) {
  const Array like = call.operands.read_array();
  Arguments arguments(call.reader, *call.options.notes, true);
  arguments.finish();
  const DType dtype = call.dtype(arguments, like.tensor.dtype());
  return {tensor::full(like.tensor.shape(), value, dtype), call.library};
}

using Maker = Tensor (*)(Generator&, Shape, DType);

// A tensor drawn in the dtype of the text, since a dtype that overrules it must not change the
// draws. Notes say of a dtype that another stands in for it, which draws otherwise.
DType drawn_dtype(const Call& call, const Arguments& arguments, std::string_view from) {
  const std::string_view written = from.substr(0, from.find(')'));
  for (const std::string_view half : {"float16", "half", "bfloat16"}) {
    if (written.find(half) == std::string_view::npos) continue;
    errors::fail(Kind::kDType, "{0} draws float32 and float64 only"_words, call.name);
  }
  return arguments.dtype().value_or(call.floats());
}

Array drawn(const Call& call, Generator& generator, Maker maker) {
  const std::string_view from = call.reader.rest();
  Arguments arguments = call.arguments();
  // np.random.rand() is a single number.
  const bool scalar = call.library == Library::kNumpy && arguments.empty();
  Shape shape = scalar ? Shape() : arguments.shape("size", true);
  arguments.finish();
  const DType dtype = drawn_dtype(call, arguments, from);
  return {maker(generator, std::move(shape), dtype), call.library};
}

double number_or(Arguments& arguments, std::string_view name, double otherwise) {
  return arguments.has_number(name) ? arguments.number(name).value : otherwise;
}

// NumPy's size: (2, 3), or 5 without parentheses; without one a single number.
Shape numpy_size(Arguments& arguments) {
  if (arguments.has_list("size")) return arguments.shape("size", false);
  return arguments.has_number("size") ? Shape({arguments.whole("size")}) : Shape();
}

// Source  numpy/random/src/distributions/distributions.c: random_uniform, and legacy_normal.
Array shifted(Tensor x, double first, double factor) {
  for (double& value : x.values<double>()) value = first + factor * value;
  return {std::move(x), Library::kNumpy};
}

// np.random.uniform takes `high` below `low`; default_rng's does not.
Array uniform_between(const Call& call, Generator& generator, bool is_ordered = false) {
  Arguments arguments = call.arguments();
  const double low = number_or(arguments, "low", 0);
  const double high = number_or(arguments, "high", 1);
  Shape shape = numpy_size(arguments);
  arguments.finish();
  if (is_ordered && high < low) errors::fail(Kind::kValue, "high - low < 0"_words);
  if (!std::isfinite(high - low)) errors::fail(Kind::kValue, "Range exceeds valid bounds"_words);
  return shifted(ops::rand(generator, std::move(shape), DType::kFloat64), low, high - low);
}

Array drawn_by_torch(const Call& call, Maker maker) {
  torch_generator(call);
  const std::string_view from = call.reader.rest();
  Arguments arguments = call.arguments();
  Shape shape = arguments.shape("size", true);
  arguments.finish();
  const DType dtype = drawn_dtype(call, arguments, from);
  return drawn_by_torch(call, arguments, [&](Generator& generator) {
    return maker(generator, std::move(shape), dtype);
  });
}

Array drawn_like(const Call& call, Maker maker) {
  torch_generator(call);
  const Array like = call.operands.read_array();
  const std::string_view from = call.reader.rest();
  Arguments arguments(call.reader, *call.options.notes, true);
  arguments.finish();
  drawn_dtype(call, arguments, from);
  return drawn_by_torch(call, arguments, [&](Generator& generator) {
    return maker(generator, like.tensor.shape(), arguments.dtype().value_or(like.tensor.dtype()));
  });
}

void require_int64(const Call& call, const Arguments& arguments) {
  if (arguments.dtype().value_or(DType::kInt64) != DType::kInt64) {
    errors::fail(Kind::kValue, "{0} draws int64 only; write .float() after it"_words, call.name);
  }
}

// NumPy counts from the first two numbers: start + i * ((start + step) - start).
// Source  numpy/core/src/multiarray/ctors.c, PyArray_ArangeObj, and DOUBLE_fill.
Tensor numpy_arange(double start, double end, double step, DType dtype) {
  const double length = std::ceil((end - start) / step);
  if (step == 0 || !std::isfinite(length) || length > 0x1p40) {
    errors::fail(Kind::kValue, "Maximum allowed size exceeded"_words);
  }
  tensor::require_in_range(start, dtype);
  tensor::require_in_range(start + step, dtype);
  Tensor x({static_cast<std::int64_t>(std::max(0.0, length))}, dtype);
  const auto fill = [&]<class T>(T) {
    const auto values = x.values<T>();
    const T first = static_cast<T>(start);
    const T delta = static_cast<T>(start + step) - first;
    for (std::size_t i = 0; i < values.size(); ++i) {
      values[i] = i == 1 ? static_cast<T>(start + step) : first + static_cast<T>(i) * delta;
    }
  };
  if (dtype == DType::kInt64) {
    fill(std::int64_t{});
  } else {
    tensor::with_floating_type(dtype, "arange", fill);
  }
  return x;
}

// Source  numpy.linspace: arange(num) * step + start, and the last is the end.
Tensor numpy_linspace(double start, double end, std::int64_t number, DType dtype) {
  if (number < 0) {
    errors::fail(Kind::kValue, "Number of samples, {0}, must be non-negative."_words, number);
  }
  Tensor x({number}, DType::kFloat64);
  const auto values = x.values<double>();
  const double delta = end - start;
  const auto parts = static_cast<double>(number - 1);
  const double step = delta / parts;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto at = static_cast<double>(i);
    values[i] = (step == 0 ? at / parts * delta : at * step) + start;
  }
  if (number == 1) values[0] = start;
  if (number > 1) values[values.size() - 1] = end;
  return dtype == DType::kFloat64 ? std::move(x) : to(x, dtype);
}

// The tensors in a list: [a, b] or (a, b).
std::vector<Array> read_arrays(const Call& call) {
  const std::string_view close = call.reader.take("[") ? "]" : "";
  if (close.empty()) call.reader.expect("(");
  const std::string_view end = close.empty() ? ")" : close;
  std::vector<Array> arrays;
  while (!call.reader.take(end)) {
    arrays.push_back(call.operands.read_array());
    if (!call.reader.take(",") && !call.reader.rest().starts_with(end)) {
      call.reader.fail_expecting("',' or '{0}'"_words, end);
    }
  }
  return arrays;
}

// Tensors of one dtype, that to which all are promoted.
std::vector<Tensor> in_one_dtype(std::vector<Array> arrays) {
  DType dtype = arrays.front().tensor.dtype();
  for (const Array& x : arrays) {
    const DType own = x.tensor.dtype();
    if (own == DType::kFloat64 || dtype == DType::kInt64) dtype = own;
  }
  std::vector<Tensor> tensors;
  for (Array& x : arrays) {
    const bool fits = x.tensor.dtype() == dtype;
    tensors.push_back(fits ? std::move(x.tensor) : to(x.tensor, dtype));
  }
  return tensors;
}

std::int64_t read_dim(const Call& call) {
  Arguments arguments(call.reader, *call.options.notes, true);
  const std::string_view name = call.library == Library::kTorch ? "dim" : "axis";
  const std::int64_t dim = arguments.has_number(name) ? arguments.whole(name) : 0;
  arguments.finish();
  return dim;
}

}  // namespace

Array array(const Call& call) {
  const std::string_view from = call.reader.rest();
  return made(call, call.operands.read_operand(), from, nullptr);
}

Array legacy_tensor(const Call& call) {
  const std::string_view from = call.reader.rest();
  const DType dtype = dtype_named(call.reader, call.name, call.name, *call.options.notes);
  if (!from.starts_with('[') && !from.starts_with('(') && number_at(from).length > 0) {
    return empty(call);
  }
  return made(call, call.operands.read_operand(), from, &dtype);
}

Array float_array(const Call& call) {
  const std::string_view from = call.reader.rest();
  constexpr DType kFloat32 = DType::kFloat32;
  Operand operand = call.operands.read_operand();
  // tf.tensor([1, 2, 3, 4], [2, 2]) has a shape, which may be a dtype, too.
  Reader ahead = call.reader;
  if (!ahead.take(",") || !ahead.rest().starts_with('[')) {
    return made(call, std::move(operand), from, &kFloat32);
  }
  auto* list = std::get_if<Literal>(&operand);
  Arguments arguments(call.reader, *call.options.notes, true);
  Shape shape = arguments.shape("shape", false);
  arguments.finish();
  if (list == nullptr || list->numbers.size() != shape.size()) {
    call.reader.fail_at(from, "shape '{0}' is invalid for input of size {1}"_words,
                        std::span(shape.extents()), list == nullptr ? 1 : list->numbers.size());
  }
  list->extents = shape.extents();
  return {to_tensor(call.reader, *list, call.dtype(arguments, kFloat32)), call.library};
}

Array unchanged(const Call& call) {
  Array x = call.operands.read_array();
  while (call.reader.take(",")) call.reader.skip_argument();
  call.reader.expect(")");
  x.library = call.library;
  return x;
}

Array ones(const Call& call) { return filled(call, 1); }
Array zeros(const Call& call) { return filled(call, 0); }

Array full(const Call& call) {
  Arguments arguments = call.arguments();
  // NumPy takes a size without parentheses, as in np.full(3, 0.5); PyTorch does not.
  const bool bare = call.library == Library::kNumpy && arguments.count() == 2;
  Shape shape = bare ? Shape({arguments.whole("shape")}) : arguments.shape("size", false);
  const Number value = arguments.number("fill_value");
  arguments.finish();
  require_no_bools(call, arguments, value.is_bool);
  const DType dtype = call.dtype(arguments, call.inferred(!value.has_point));
  return {full_of(std::move(shape), value, dtype), call.library};
}

Array filled_by_size(const Call& call) {
  Arguments arguments = call.arguments();
  Shape shape = arguments.shape("dims", false);
  const Number value = arguments.number("value");
  arguments.finish();
  const bool whole = !value.has_point && !is_tfjs(call);
  return {full_of(std::move(shape), value, call.dtype(arguments, call.inferred(whole))),
          call.library};
}

Array empty(const Call& call) {
  Arguments arguments = call.arguments();
  Shape shape = arguments.shape("size", true);
  arguments.finish();
  Reader ahead = call.reader;
  ahead.take(".");
  const std::string_view method = ahead.take_name();
  for (const std::string_view filling : {"fill_", "zero_", "uniform_", "normal_", "fill"}) {
    if (method != filling) continue;
    const DType inferred = call.name.ends_with("Tensor")
                               ? dtype_named(call.reader, call.name, call.name, *call.options.notes)
                               : call.floats();
    return {tensor::full(std::move(shape), 0, call.dtype(arguments, inferred)), call.library};
  }
  errors::fail(Kind::kValue,
               "{0} has whatever is in memory; write torch.ones(2, 3), or paste its numbers"_words,
               call.name);
}

Array ones_like(const Call& call) { return filled_like(call, 1); }
Array zeros_like(const Call& call) { return filled_like(call, 0); }

Array full_like(const Call& call) {
  const Array like = call.operands.read_array();
  Arguments arguments(call.reader, *call.options.notes, true);
  const Number value = arguments.number("fill_value");
  arguments.finish();
  const DType dtype = call.dtype(arguments, like.tensor.dtype());
  return {full_of(like.tensor.shape(), value, dtype), call.library};
}

Array eye(const Call& call) {
  Arguments arguments = call.arguments();
  const bool is_tensorflow = call.library == Library::kTensorFlow;
  const std::int64_t rows = arguments.whole(is_tensorflow ? "num_rows" : "n");
  const std::int64_t columns = arguments.has_number("m") ? arguments.whole("m") : rows;
  arguments.finish();
  return {ops::eye(rows, columns, call.dtype(arguments, call.floats())), call.library};
}

Array arange(const Call& call) {
  Arguments arguments = call.arguments();
  // A single number without a name is the end: arange(end) begins at 0.
  const bool has_start = arguments.has("start") || arguments.count() > !arguments.has("end");
  const Number start = has_start ? arguments.number("start") : Number{0, 0, false};
  const Number end = arguments.number(call.library == Library::kTorch ? "end" : "stop");
  const bool has_step = arguments.has_number("step");
  const Number step = has_step ? arguments.number("step") : Number{1, 1, false};
  arguments.finish();
  const bool whole = start.whole && end.whole && step.whole;
  const bool is_torch = call.library == Library::kTorch;
  const bool exact = std::trunc(start.value) == start.value && std::trunc(step.value) == step.value;
  if (!exact && !is_torch && call.library != Library::kNumpy) {
    errors::fail(Kind::kValue, "{0} is reproduced for whole numbers only; write torch.arange"_words,
                 call.name);
  }
  const bool is_float = call.library == Library::kTensorFlow && is_tfjs(call);
  const DType dtype = call.dtype(arguments, call.inferred(whole && !is_float));
  const auto made = [&]() -> Tensor {
    if (whole && dtype == DType::kInt64) {
      const bool is_empty = *step.whole > 0 ? *start.whole > *end.whole : *start.whole < *end.whole;
      if (is_empty && !is_torch) return Tensor({0}, dtype);
      return ops::arange_int64(*start.whole, *end.whole, *step.whole);
    }
    if (is_torch) return ops::arange(start.value, end.value, step.value, dtype);
    return numpy_arange(start.value, end.value, step.value, dtype);
  };
  return {made(), call.library};
}

Array linspace(const Call& call) {
  Arguments arguments = call.arguments();
  const bool is_torch = call.library == Library::kTorch;
  const Number start = arguments.number("start");
  const Number end = arguments.number(is_torch ? "end" : "stop");
  const std::string_view count = is_torch ? "steps" : "num";
  constexpr std::int64_t kDefault = 50;  // NumPy's
  const bool has_count = is_torch || arguments.has_number(count);
  const std::int64_t steps = has_count ? arguments.whole(count) : kDefault;
  arguments.finish();
  const DType dtype = call.dtype(arguments, call.floats());
  return {is_torch ? ops::linspace(start.value, end.value, steps, dtype)
                   : numpy_linspace(start.value, end.value, steps, dtype),
          call.library};
}

Array stack(const Call& call) {
  const std::string_view from = call.reader.rest();
  std::vector<Array> arrays = read_arrays(call);
  const std::int64_t dim = read_dim(call);
  if (arrays.empty()) {
    call.reader.fail_at(from, "stack expects a non-empty TensorList"_words);
  }
  const Shape shape = arrays.front().tensor.shape();
  const std::size_t at = tensor::wrapped_dim(dim, shape.rank() + 1);
  tensor::require_rank(shape.rank() + 1);
  for (std::size_t i = 0; i < arrays.size(); ++i) {
    Tensor& x = arrays[i].tensor;
    if (x.shape() != shape) {
      errors::fail(Kind::kValue,
                   "stack expects each tensor to be equal size, but got {0} at entry 0 and {1} at "
                   "entry {2}"_words,
                   std::span(shape.extents()), std::span(x.shape().extents()), i);
    }
    x = tensor::unsqueeze(x, at);
  }
  return {concatenated(in_one_dtype(std::move(arrays)), at), call.library};
}

Array cat(const Call& call) {
  const std::string_view from = call.reader.rest();
  std::vector<Array> arrays = read_arrays(call);
  const std::int64_t dim = read_dim(call);
  if (arrays.empty()) {
    call.reader.fail_at(from, "torch.cat(): expected a non-empty list of Tensors"_words);
  }
  for (std::size_t i = 0; i < arrays.size(); ++i) {
    if (arrays[i].tensor.shape().rank() > 0) continue;
    errors::fail(Kind::kValue,
                 "zero-dimensional tensor (at position {0}) cannot be concatenated"_words, i);
  }
  const Shape& shape = arrays.front().tensor.shape();
  const std::size_t at = tensor::wrapped_dim(dim, shape.rank());
  for (std::size_t i = 1; i < arrays.size(); ++i) {
    const Shape& other = arrays[i].tensor.shape();
    if (other.rank() != shape.rank()) {
      errors::fail(Kind::kValue,
                   "Tensors must have same number of dimensions: got {0} and {1}"_words,
                   shape.rank(), other.rank());
    }
    for (std::size_t d = 0; d < shape.rank(); ++d) {
      if (d == at || other[d] == shape[d]) continue;
      errors::fail(Kind::kValue,
                   "Sizes of tensors must match except in dimension {0}. Expected size {1} but got "
                   "size {2} for tensor number {3} in the list."_words,
                   at, shape[d], other[d], i);
    }
  }
  return {concatenated(in_one_dtype(std::move(arrays)), at), call.library};
}

Array torch_rand(const Call& call) { return drawn_by_torch(call, ops::rand); }
Array torch_randn(const Call& call) { return drawn_by_torch(call, ops::randn); }
Array rand_like(const Call& call) { return drawn_like(call, ops::rand); }
Array randn_like(const Call& call) { return drawn_like(call, ops::randn); }
Array numpy_rand(const Call& call) { return drawn(call, numpy_generator(call), ops::rand); }
Array numpy_randn(const Call& call) { return drawn(call, numpy_generator(call), ops::randn); }
Array rng_random(const Call& call) { return drawn(call, default_rng(call), ops::rand); }

Array numpy_uniform(const Call& call) { return uniform_between(call, numpy_generator(call)); }
Array rng_uniform(const Call& call) { return uniform_between(call, default_rng(call), true); }

Array numpy_normal(const Call& call) {
  Generator& generator = numpy_generator(call);
  Arguments arguments = call.arguments();
  const double mean = number_or(arguments, "loc", 0);
  const double deviation = number_or(arguments, "scale", 1);
  Shape shape = numpy_size(arguments);
  arguments.finish();
  if (deviation < 0) errors::fail(Kind::kValue, "scale < 0"_words);
  return shifted(ops::randn(generator, std::move(shape), DType::kFloat64), mean, deviation);
}

Array randint(const Call& call) {
  torch_generator(call);
  Arguments arguments = call.arguments();
  Shape shape = arguments.shape("size", false);
  const bool has_low = arguments.count() > 1 || arguments.has("low");
  const std::int64_t low = has_low ? arguments.whole("low") : 0;
  const std::int64_t high = arguments.whole("high");
  arguments.finish();
  require_int64(call, arguments);
  return drawn_by_torch(call, arguments, [&](Generator& generator) {
    return ops::randint(generator, low, high, std::move(shape));
  });
}

Array randperm(const Call& call) {
  torch_generator(call);
  Arguments arguments = call.arguments();
  const std::int64_t n = arguments.whole("n");
  arguments.finish();
  require_int64(call, arguments);
  return drawn_by_torch(call, arguments,
                        [&](Generator& generator) { return ops::randperm(generator, n); });
}

}  // namespace playground::text::calls
