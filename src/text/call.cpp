#include "text/call.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>

#include "errors/error.hpp"
#include "makers/drawn.hpp"
#include "makers/eye.hpp"
#include "makers/ranges.hpp"
#include "text/arguments.hpp"
#include "text/literal.hpp"

namespace playground::text {
namespace {

using errors::Kind;
using random::Generator;
using tensor::DType;
using tensor::Shape;
using tensor::Tensor;

// A call whose opening parenthesis has been taken.
struct Call {
  Reader& reader;
  std::string_view name;  // as written
  Library library;
  const ParseOptions& options;

  // The dtype of floating-point numbers without one.
  DType floats() const { return library == Library::kTorch ? DType::kFloat32 : DType::kFloat64; }

  DType dtype(const Arguments& arguments, DType inferred) const {
    return options.dtype.value_or(arguments.dtype().value_or(inferred));
  }

  DType inferred(bool whole) const { return whole ? DType::kInt64 : floats(); }

  // The generator, if it is the one that this function draws from.
  Generator& generator(bool fits, errors::Words<0> owner) const {
    if (options.generator == nullptr) {
      errors::fail(Kind::kGeneratorMissing, "{0} draws from a generator, and none was given"_words,
                   name);
    }
    if (!fits) {
      errors::fail(Kind::kValue, "{0} draws from {1}; this one is {2}"_words, name,
                   errors::Phrase(owner), random::name(*options.generator));
    }
    return *options.generator;
  }

  Generator& require_torch_generator() const {
    return generator(engine().starts_with("torch"), "PyTorch's generator"_words);
  }

  // Draws on the CPU, where the generator of torch-cuda has another one than its dropout's.
  template <class Draw>
  Tensor drawn_by_torch(const Arguments& arguments, Draw draw) const {
    Generator& given = require_torch_generator();
    auto* cuda = std::get_if<random::TorchCudaEngine>(&given);
    check_device(arguments.device(), cuda != nullptr);
    if (cuda == nullptr) return draw(given);
    Generator cpu = random::TorchCpuEngine{cuda->cpu()};
    Tensor x = draw(cpu);
    cuda->cpu() = std::get<random::TorchCpuEngine>(cpu).generator;
    return x;
  }
  Generator& numpy_generator() const {
    return generator(engine() == "numpy", "NumPy's generator"_words);
  }
  Generator& default_rng() const {
    return generator(engine() == "numpy-pcg64", "NumPy's default_rng"_words);
  }

 private:
  std::string_view engine() const {
    return options.generator == nullptr ? "" : random::name(*options.generator);
  }

  // A name such as `device` is where the program runs.
  void check_device(std::string_view device, bool runs_on_gpu) const {
    const auto says = [&](std::string_view word) { return device.find(word) != device.npos; };
    const bool is_elsewhere = says("cuda") || says("mps") || says("xpu");
    if (!is_elsewhere && (device.empty() || !runs_on_gpu || says("cpu"))) return;
    errors::fail(
        Kind::kEngine,
        "{0} with device={1} is not reproduced; without it the numbers are the CPU's"_words, name,
        device);
  }
};

void require_dtype(const Call& call, const Arguments& arguments, bool only_bools) {
  if (!only_bools || call.options.dtype || arguments.dtype()) return;
  errors::fail(Kind::kValue,
               "True and False make a bool tensor, which dropout does not take; write "
               "dtype=torch.float32"_words);
}

Tensor array(const Call& call) {
  Literal literal = read_literal(call.reader);
  const std::string_view after = call.reader.rest();
  Arguments arguments(call.reader, true);
  for (const std::string_view written : {"size", "shape"}) {
    if (!arguments.has(written)) continue;
    // print() writes the size only of empty tensors.
    const Shape shape = arguments.shape(written, false);
    if (literal.numbers.size() > 0 || shape.size() != 0) {
      call.reader.fail_at(after, "{0}= goes with an empty tensor only"_words, written);
    }
    literal.extents = shape.extents();
  }
  arguments.finish();
  require_dtype(call, arguments, literal.numbers.only_bools());
  const DType inferred = call.inferred(literal.numbers.without_point());
  return to_tensor(call.reader, literal, call.dtype(arguments, inferred));
}

Tensor filled(const Call& call, double value) {
  Arguments arguments(call.reader);
  Shape shape = arguments.shape(call.library == Library::kTorch ? "size" : "shape", true);
  arguments.finish();
  return tensor::full(std::move(shape), value, call.dtype(arguments, call.floats()));
}

Tensor ones(const Call& call) { return filled(call, 1); }
Tensor zeros(const Call& call) { return filled(call, 0); }

Tensor full(const Call& call) {
  Arguments arguments(call.reader);
  // NumPy takes a size without parentheses, as in np.full(3, 0.5); PyTorch does not.
  const bool bare = call.library == Library::kNumpy && arguments.count() == 2;
  Shape shape = bare ? Shape({arguments.whole("shape")}) : arguments.shape("size", false);
  const Number value = arguments.number("fill_value");
  arguments.finish();
  require_dtype(call, arguments, value.is_bool);
  const DType dtype = call.dtype(arguments, call.inferred(!value.has_point));
  const bool exact = dtype == DType::kInt64 && value.whole;
  Tensor x = tensor::full(std::move(shape), exact ? 0 : value.value, dtype);
  // Filled again as int64, since the double may have been rounded.
  if (exact) std::ranges::fill(x.values<std::int64_t>(), *value.whole);
  return x;
}

Tensor eye(const Call& call) {
  Arguments arguments(call.reader);
  const std::int64_t rows = arguments.whole("n");
  const std::int64_t columns =
      arguments.count() > 0 || arguments.has("m") ? arguments.whole("m") : rows;
  arguments.finish();
  return makers::eye(rows, columns, call.dtype(arguments, call.floats()));
}

Tensor arange(const Call& call) {
  Arguments arguments(call.reader);
  // A single number without a name is the end: arange(end) begins at 0.
  const bool has_start = arguments.has("start") || arguments.count() > !arguments.has("end");
  const Number start = has_start ? arguments.number("start") : Number{0, 0, false};
  const Number end = arguments.number("end");
  const bool has_step = arguments.count() > 0 || arguments.has("step");
  const Number step = has_step ? arguments.number("step") : Number{1, 1, false};
  arguments.finish();
  const bool whole = start.whole && end.whole && step.whole;
  if (!whole && call.library == Library::kNumpy) {
    errors::fail(Kind::kValue, "{0} is reproduced for whole numbers only; write torch.arange"_words,
                 call.name);
  }
  const DType dtype = call.dtype(arguments, call.inferred(whole));
  if (whole && dtype == DType::kInt64)
    return makers::arange_int64(*start.whole, *end.whole, *step.whole);
  return makers::arange(start.value, end.value, step.value, dtype);
}

Tensor linspace(const Call& call) {
  Arguments arguments(call.reader);
  const Number start = arguments.number("start");
  const Number end = arguments.number("end");
  const std::int64_t steps = arguments.whole("steps");
  arguments.finish();
  return makers::linspace(start.value, end.value, steps, call.dtype(arguments, DType::kFloat32));
}

using Maker = Tensor (*)(Generator&, Shape, DType);

// A tensor drawn in the dtype of the text, since a dtype that overrules it must not change the
// draws.
Tensor drawn(const Call& call, Generator& generator, Maker maker) {
  Arguments arguments(call.reader);
  // np.random.rand() is a single number.
  const bool scalar = call.library == Library::kNumpy && arguments.empty();
  Shape shape = scalar ? Shape() : arguments.shape("size", true);
  arguments.finish();
  return maker(generator, std::move(shape), arguments.dtype().value_or(call.floats()));
}

Tensor drawn_by_torch(const Call& call, Maker maker) {
  call.require_torch_generator();
  Arguments arguments(call.reader);
  Shape shape = arguments.shape("size", true);
  arguments.finish();
  return call.drawn_by_torch(arguments, [&](Generator& generator) {
    return maker(generator, std::move(shape), arguments.dtype().value_or(call.floats()));
  });
}

Tensor torch_rand(const Call& call) { return drawn_by_torch(call, makers::rand); }
Tensor torch_randn(const Call& call) { return drawn_by_torch(call, makers::randn); }
Tensor numpy_rand(const Call& call) { return drawn(call, call.numpy_generator(), makers::rand); }
Tensor numpy_randn(const Call& call) { return drawn(call, call.numpy_generator(), makers::randn); }
Tensor rng_random(const Call& call) { return drawn(call, call.default_rng(), makers::rand); }

void require_int64(const Call& call, const Arguments& arguments) {
  if (arguments.dtype().value_or(DType::kInt64) != DType::kInt64) {
    errors::fail(Kind::kValue, "{0} draws int64 only; write .float() after it"_words, call.name);
  }
}

Tensor randint(const Call& call) {
  call.require_torch_generator();
  Arguments arguments(call.reader);
  Shape shape = arguments.shape("size", false);
  const bool has_low = arguments.count() > 1 || arguments.has("low");
  const std::int64_t low = has_low ? arguments.whole("low") : 0;
  const std::int64_t high = arguments.whole("high");
  arguments.finish();
  require_int64(call, arguments);
  return call.drawn_by_torch(arguments, [&](Generator& generator) {
    return makers::randint(generator, low, high, std::move(shape));
  });
}

Tensor randperm(const Call& call) {
  call.require_torch_generator();
  Arguments arguments(call.reader);
  const std::int64_t n = arguments.whole("n");
  arguments.finish();
  require_int64(call, arguments);
  return call.drawn_by_torch(arguments,
                             [&](Generator& generator) { return makers::randperm(generator, n); });
}

struct Function {
  std::string_view name;
  Library library;
  Tensor (*read)(const Call&);
};

constexpr std::array<Function, 23> kFunctions{{
    {"torch.tensor", Library::kTorch, array},
    {"torch.ones", Library::kTorch, ones},
    {"torch.zeros", Library::kTorch, zeros},
    {"torch.full", Library::kTorch, full},
    {"torch.eye", Library::kTorch, eye},
    {"torch.arange", Library::kTorch, arange},
    {"torch.linspace", Library::kTorch, linspace},
    {"torch.rand", Library::kTorch, torch_rand},
    {"torch.randn", Library::kTorch, torch_randn},
    {"torch.randint", Library::kTorch, randint},
    {"torch.randperm", Library::kTorch, randperm},
    {"np.array", Library::kNumpy, array},
    {"np.ones", Library::kNumpy, ones},
    {"np.zeros", Library::kNumpy, zeros},
    {"np.full", Library::kNumpy, full},
    {"np.eye", Library::kNumpy, eye},
    {"np.arange", Library::kNumpy, arange},
    {"np.random.rand", Library::kNumpy, numpy_rand},
    {"np.random.random", Library::kNumpy, numpy_rand},
    {"np.random.randn", Library::kNumpy, numpy_randn},
    {"rng.random", Library::kNumpy, rng_random},
    {"array", Library::kNumpy, array},  // as NumPy prints
    {"Array", Library::kNumpy, array},  // as JAX prints
}};

// "torch." may be left out, as print() does, and "np." may be written in full.
const Function& function_named(std::string_view name) {
  std::string full_name(name);
  if (name.starts_with("numpy.")) full_name.replace(0, 5, "np");
  for (const std::string& spelling : {full_name, "torch." + full_name}) {
    const auto* function = std::ranges::find(kFunctions, spelling, &Function::name);
    if (function != kFunctions.end()) return *function;
  }
  std::string known;
  for (const Function& function : kFunctions) {
    if (function.name.find('.') == std::string_view::npos) continue;
    known += (known.empty() ? "" : ", ") + std::string(function.name);
  }
  errors::fail(Kind::kValue, "unknown function {0}; known are {1}"_words, quoted(name), known);
}

}  // namespace

Array read_call(Reader& reader, std::string_view name, const ParseOptions& options) {
  const Function& function = function_named(name);
  reader.expect("(");
  return {function.read({reader, name, function.library, options}), function.library};
}

}  // namespace playground::text
