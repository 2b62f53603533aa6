#include "text/method_calls.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

#include "errors/error.hpp"
#include "ops/arithmetic.hpp"
#include "ops/fills.hpp"
#include "tensor/dimensions.hpp"
#include "tensor/joined.hpp"
#include "tensor/views.hpp"
#include "text/cpu_draw.hpp"

namespace playground::text::methods {
namespace {

using errors::Kind;
using tensor::DType;
using tensor::Shape;
using tensor::Tensor;

Array converted(Array x, DType dtype) {
  if (x.tensor.dtype() != dtype) x.tensor = to(x.tensor, dtype);
  return x;
}

// Takes the arguments of a call that does nothing with them.
void skip_arguments(const Call& call) {
  if (call.after_first && call.reader.take(")")) return;
  do call.reader.skip_argument();
  while (call.reader.take(","));
  call.reader.expect(")");
}

void take_no_arguments(const Call& call) { call.arguments().finish(); }

// Sizes or times, alone or in a list, up to the closing parenthesis.
std::vector<std::int64_t> take_wholes(const Call& call, std::string_view name) {
  Arguments arguments = call.arguments();
  auto wholes = arguments.wholes(name, true);
  arguments.finish();
  return wholes;
}

std::string_view dim_name(const Call& call) {
  return call.library == Library::kTorch ? "dim" : "axis";
}

Array reshaped(Array x, std::vector<std::int64_t> extents) {
  tensor::require_rank(extents.size());
  x.tensor = tensor::reshape(x.tensor, Shape(std::move(extents)));
  return x;
}

Array each(Array x, ops::OfFloats of_floats, ops::OfIntegers of_integers = nullptr, double a = 0,
           double b = 0, std::int64_t whole_a = 0, std::int64_t whole_b = 0) {
  x.tensor = ops::each(std::move(x.tensor), of_floats, a, b, of_integers, whole_a, whole_b);
  return x;
}

// What is written after the other operand, such as alpha=2, is not reproduced.
Array combined_with_argument(const Call& call, Array x, Operator op) {
  const std::string_view from = call.reader.rest();
  Operand operand = call.operands.read_operand();
  Arguments(call.reader, *call.options.notes, true).finish();
  if (std::holds_alternative<Literal>(operand)) {
    call.reader.fail_at(from, "{0}(): argument '{1}' (position 1) must be Tensor, not {2}"_words,
                        call.name, op == Operator::kPower ? "exponent" : "other", "list");
  }
  const bool in_place = call.name.ends_with('_');
  const DType dtype = x.tensor.dtype();
  const Shape shape = x.tensor.shape();
  Value right = std::holds_alternative<Number>(operand)
                    ? Value(std::get<Number>(operand))
                    : Value(std::get<Array>(std::move(operand)));
  Array y = std::get<Array>(combined(std::move(x), op, std::move(right)));
  if (!in_place) return y;
  if (y.tensor.shape() != shape) {
    errors::fail(Kind::kValue, "output with shape {0} doesn't match the broadcast shape {1}"_words,
                 std::span(shape.extents()), std::span(y.tensor.shape().extents()));
  }
  if (dtype == DType::kInt64 && y.tensor.dtype() != dtype) {
    errors::fail(Kind::kValue,
                 "result type {0} can't be cast to the desired output type Long"_words,
                 scalar_type_name(y.tensor.dtype()));
  }
  return converted(std::move(y), dtype);
}

// Two numbers, or those that stand for them: the bounds of uniforms, or a mean and a deviation.
std::array<double, 2> two_numbers(const Call& call, std::array<const char*, 2> names,
                                  std::array<double, 2> numbers) {
  Arguments arguments = call.arguments();
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (arguments.has_number(names[i])) numbers[i] = arguments.number(names[i]).value;
  }
  arguments.finish();
  return numbers;
}

Array drawn_in_place(const Call& call, Array x, const char* what, std::array<double, 2> numbers,
                     void (*fill)(random::Generator&, double, double, Tensor&)) {
  random::Generator* generator = call.options.generator;
  if (generator == nullptr) {
    errors::fail(Kind::kGeneratorMissing, "{0} draws from a generator, and none was given"_words,
                 what);
  }
  if (random::record(*generator).framework != random::Framework::kTorch) {
    errors::fail(Kind::kValue, "{0} draws from {1}; this one is {2}"_words, what,
                 errors::Phrase("PyTorch's generator"_words), random::name(*generator));
  }
  x.tensor = drawn_on_cpu(*generator, [&](random::Generator& on_cpu) {
    Tensor drawn(x.tensor.shape(), x.tensor.dtype());
    fill(on_cpu, numbers[0], numbers[1], drawn);
    return drawn;
  });
  return x;
}

}  // namespace

Array unchanged(const Call& call, Array x) {
  skip_arguments(call);
  return x;
}

Array numpy(const Call& call, Array x) {
  skip_arguments(call);
  x.library = Library::kNumpy;
  return x;
}

// A list has no dtype of its own, and is read as lists are.
Array tolist(const Call& call, Array x) {
  take_no_arguments(call);
  x.library = Library::kTorch;
  return converted(std::move(x), call.options.dtype.value_or(DType::kFloat32));
}

Array to(const Call& call, Array x) {
  DType dtype = x.tensor.dtype();
  while (!call.reader.take(")")) {
    const std::string_view from = call.reader.rest();
    Reader ahead = call.reader;
    const std::string_view name = ahead.take_name();
    const bool is_quoted = from.starts_with('\'') || from.starts_with('"');
    if (name == "dtype" && ahead.take("=")) {
      call.reader = ahead;
      dtype = read_dtype(call.reader, *call.options.notes);
    } else if (!is_quoted && is_dtype_next(call.reader)) {
      dtype = read_dtype(call.reader, *call.options.notes);
    } else if (name.starts_with("torch.") && !ahead.rest().starts_with('(')) {
      dtype_named(call.reader, name, from, *call.options.notes);  // which fails
    } else if (!name.empty() && ahead.rest().starts_with('(') && name != "torch.device") {
      dtype = call.operands.read_array().tensor.dtype();  // that of another tensor
    } else if (name.empty() && !is_quoted) {
      call.reader.fail_expecting("a dtype or a device"_words);
    } else {
      call.reader.skip_argument();
    }
    if (!call.reader.take(",") && !call.reader.rest().starts_with(')')) {
      call.reader.fail_expecting("',' or '{0}'"_words, ")");
    }
  }
  return converted(std::move(x), dtype);
}

Array astype(const Call& call, Array x) {
  Reader ahead = call.reader;
  if (ahead.take("dtype") && ahead.take("=")) call.reader = ahead;
  const DType dtype = read_dtype(call.reader, *call.options.notes);
  while (call.reader.take(",")) call.reader.skip_argument();
  call.reader.expect(")");
  const bool is_jax = x.library == Library::kJax && dtype == DType::kFloat64;
  return converted(std::move(x), is_jax ? DType::kFloat32 : dtype);
}

Array type_as(const Call& call, Array x) {
  const DType dtype = call.operands.read_array().tensor.dtype();
  call.reader.expect(")");
  return converted(std::move(x), dtype);
}

Array cast(const Call& call, Array x) {
  take_no_arguments(call);
  std::string name(call.name);
  // torch.int has 32 bits and Python's int has 64: the method's name is PyTorch's.
  name.insert(0, "torch.");
  return converted(std::move(x),
                   dtype_named(call.reader, name, call.reader.rest(), *call.options.notes));
}

Array reshape(const Call& call, Array x) {
  auto extents = take_wholes(call, call.name.ends_with("view") ? "size" : "shape");
  tensor::require_rank(extents.size());
  const std::size_t size = x.tensor.size();
  x.tensor = tensor::reshape(x.tensor, tensor::inferred_shape(std::move(extents), size));
  return x;
}

Array flatten(const Call& call, Array x) {
  const std::vector<std::int64_t>& extents = x.tensor.shape().extents();
  Arguments arguments = call.arguments();
  const bool has_start = arguments.has_number("start_dim");
  const std::int64_t start = has_start ? arguments.whole("start_dim") : 0;
  const std::int64_t end = arguments.has_number("end_dim") ? arguments.whole("end_dim") : -1;
  arguments.finish();
  const std::size_t first = tensor::wrapped_dim(start, extents.size());
  const std::size_t last = tensor::wrapped_dim(end, extents.size());
  if (first > last) {
    errors::fail(Kind::kValue,
                 "flatten() has invalid args: start_dim cannot come after end_dim"_words);
  }
  if (extents.empty()) return reshaped(std::move(x), {1});
  std::vector<std::int64_t> flat;
  for (std::size_t dim = 0; dim < extents.size(); ++dim) {
    if (dim > first && dim <= last) {
      if (__builtin_mul_overflow(flat.back(), extents[dim], &flat.back())) {
        errors::fail(Kind::kMemory, "invalid size, possible overflow?"_words);
      }
    } else {
      flat.push_back(extents[dim]);
    }
  }
  return reshaped(std::move(x), std::move(flat));
}

Array squeeze(const Call& call, Array x) {
  Arguments arguments = call.arguments();
  const std::string_view name = dim_name(call);
  const std::size_t rank = x.tensor.shape().rank();
  x.tensor = arguments.has_number(name)
                 ? tensor::squeeze(x.tensor, tensor::wrapped_dim(arguments.whole(name), rank))
                 : tensor::squeeze(x.tensor);
  arguments.finish();
  return x;
}

Array unsqueeze(const Call& call, Array x) {
  const std::size_t rank = x.tensor.shape().rank();
  Arguments arguments = call.arguments();
  const std::int64_t dim = arguments.whole(dim_name(call));
  arguments.finish();
  tensor::require_rank(rank + 1);
  x.tensor = tensor::unsqueeze(x.tensor, tensor::wrapped_dim(dim, rank + 1));
  return x;
}

Array reversed(const Call&, Array x) {
  std::vector<std::size_t> dims(x.tensor.shape().rank());
  std::iota(dims.rbegin(), dims.rend(), 0);
  x.tensor = tensor::permute(x.tensor, dims);
  return x;
}

Array t(const Call& call, Array x) {
  take_no_arguments(call);
  if (x.tensor.shape().rank() > 2) {
    errors::fail(Kind::kValue, "t() expects a tensor with <= 2 dimensions, but self is {0}D"_words,
                 x.tensor.shape().rank());
  }
  return reversed(call, std::move(x));
}

Array permute(const Call& call, Array x) {
  const auto given = take_wholes(call, "dims");
  const std::size_t rank = x.tensor.shape().rank();
  if (given.size() != rank) {
    errors::fail(Kind::kValue,
                 "permute(sparse_coo): number of dimensions in the tensor input does not match the "
                 "length of the desired ordering of dimensions i.e. input.dim() = {0} is not equal "
                 "to len(dims) = {1}"_words,
                 rank, given.size());
  }
  std::vector<std::size_t> dims;
  for (const std::int64_t dim : given) {
    dims.push_back(tensor::wrapped_dim(dim, rank));
    if (std::ranges::count(dims, dims.back()) > 1) {
      errors::fail(Kind::kValue, "permute(): duplicate dims are not allowed."_words);
    }
  }
  x.tensor = tensor::permute(x.tensor, dims);
  return x;
}

Array transpose(const Call& call, Array x) {
  if (x.library != Library::kTorch) {
    // NumPy's is PyTorch's permute, or without arguments T.
    if (!call.reader.take(")")) return permute(call, std::move(x));
    return reversed(call, std::move(x));
  }
  const std::size_t rank = x.tensor.shape().rank();
  Arguments arguments = call.arguments();
  const std::int64_t one = arguments.whole("dim0");
  const std::int64_t other = arguments.whole("dim1");
  arguments.finish();
  const std::size_t first = tensor::wrapped_dim(one, rank);
  const std::size_t second = tensor::wrapped_dim(other, rank);
  if (rank > 0) x.tensor = tensor::transpose(x.tensor, first, second);
  return x;
}

Array repeat(const Call& call, Array x) {
  const auto times = take_wholes(call, "repeats");
  if (x.library != Library::kTorch) {
    errors::fail(Kind::kValue, "{0} is not reproduced for NumPy's arrays; write np.tile"_words,
                 call.name);
  }
  if (times.size() < x.tensor.shape().rank()) {
    errors::fail(Kind::kValue,
                 "Number of dimensions of repeat dims can not be smaller than number of dimensions "
                 "of tensor"_words);
  }
  tensor::require_rank(times.size());
  const std::size_t more = times.size() - x.tensor.shape().rank();
  std::vector<std::int64_t> extents;
  for (std::size_t dim = 0; dim < times.size(); ++dim) {
    std::int64_t extent = dim < more ? 1 : x.tensor.shape()[dim - more];
    if (__builtin_mul_overflow(extent, times[dim], &extent)) {
      extent = std::numeric_limits<std::int64_t>::max();
    }
    extents.push_back(extent);
  }
  Shape(std::move(extents));  // which says what is wrong with a negative one
  Shape{times};               // which says what is wrong with a negative one
  x.tensor = repeated(x.tensor, times);
  return x;
}

Array tile(const Call& call, Array x) {
  auto times = take_wholes(call, call.library == Library::kTorch ? "dims" : "reps");
  const std::size_t rank = x.tensor.shape().rank();
  if (times.size() < rank) times.insert(times.begin(), rank - times.size(), 1);
  tensor::require_rank(times.size());
  Shape{times};  // which says what is wrong with a negative one
  x.tensor = repeated(x.tensor, times);
  return x;
}

Array expand(const Call& call, Array x) {
  std::vector<std::int64_t> sizes = take_wholes(call, "size");
  if (sizes.size() >= x.tensor.shape().rank()) tensor::require_rank(sizes.size());
  x.tensor = tensor::expand(x.tensor, std::move(sizes));
  return x;
}

Array add(const Call& call, Array x) {
  return combined_with_argument(call, std::move(x), Operator::kAdd);
}
Array sub(const Call& call, Array x) {
  return combined_with_argument(call, std::move(x), Operator::kSubtract);
}
Array mul(const Call& call, Array x) {
  return combined_with_argument(call, std::move(x), Operator::kMultiply);
}
Array div(const Call& call, Array x) {
  return combined_with_argument(call, std::move(x), Operator::kDivide);
}
Array pow(const Call& call, Array x) {
  return combined_with_argument(call, std::move(x), Operator::kPower);
}

Array neg(const Call& call, Array x) {
  take_no_arguments(call);
  return std::get<Array>(negated(std::move(x)));
}

Array abs(const Call& call, Array x) {
  take_no_arguments(call);
  return each(
      std::move(x), [](double value, double, double) { return std::abs(value); },
      [](std::int64_t value, std::int64_t, std::int64_t) {
        return value < 0 ? static_cast<std::int64_t>(0 - static_cast<std::uint64_t>(value)) : value;
      });
}

Array square(const Call& call, Array x) {
  take_no_arguments(call);
  return std::get<Array>(combined(std::move(x), Operator::kPower, Number{2, 2, false}));
}

Array sqrt(const Call& call, Array x) {
  take_no_arguments(call);
  if (!is_floating(x.tensor.dtype())) x = converted(std::move(x), call.floats());
  return each(std::move(x), [](double value, double, double) { return std::sqrt(value); });
}

Array relu(const Call& call, Array x) {
  skip_arguments(call);
  return each(
      std::move(x), [](double value, double, double) { return value < 0 ? 0.0 : value; },
      [](std::int64_t value, std::int64_t, std::int64_t) {
        return std::max<std::int64_t>(value, 0);
      });
}

Array clamp(const Call& call, Array x) {
  Arguments arguments = call.arguments();
  const bool has_min = arguments.has("min") || arguments.count() > 0;
  const Number min = has_min ? arguments.number("min") : Number{};
  const bool has_max = arguments.has("max") || arguments.count() > 0;
  const Number max = has_max ? arguments.number("max") : Number{};
  arguments.finish();
  if (!has_min && !has_max) {
    errors::fail(Kind::kValue,
                 "torch.clamp: At least one of 'min' or 'max' must not be None"_words);
  }
  const bool floating = (has_min && !min.whole) || (has_max && !max.whole);
  if (floating && !is_floating(x.tensor.dtype())) x = converted(std::move(x), call.floats());
  // Rounded as the elements are.
  const auto rounded = [&](bool is_given, const Number& number, double otherwise) {
    if (!is_given) return otherwise;
    const bool is_float32 = x.tensor.dtype() == DType::kFloat32;
    return is_float32 ? static_cast<double>(static_cast<float>(number.value)) : number.value;
  };
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  using Whole = std::numeric_limits<std::int64_t>;
  const double lowest = rounded(has_min, min, -kInfinity);
  const double highest = rounded(has_max, max, kInfinity);
  return each(
      std::move(x),
      [](double value, double low, double high) {
        if (value < low) value = low;
        return value > high ? high : value;
      },
      [](std::int64_t value, std::int64_t low, std::int64_t high) {
        return std::min(std::max(value, low), high);
      },
      lowest, highest, has_min ? min.whole.value_or(0) : Whole::min(),
      has_max ? max.whole.value_or(0) : Whole::max());
}

Array floor(const Call& call, Array x) {
  take_no_arguments(call);
  return each(std::move(x), [](double value, double, double) { return std::floor(value); });
}

Array ceil(const Call& call, Array x) {
  take_no_arguments(call);
  return each(std::move(x), [](double value, double, double) { return std::ceil(value); });
}

Array round(const Call& call, Array x) {
  take_no_arguments(call);
  return each(std::move(x), [](double value, double, double) { return std::nearbyint(value); });
}

Array fill(const Call& call, Array x) {
  Arguments arguments = call.arguments();
  const Number value = arguments.number("value");
  arguments.finish();
  const auto whole = value.whole;
  x.tensor = tensor::full(x.tensor.shape(), whole ? 0 : value.value, x.tensor.dtype());
  if (!whole) return x;
  return each(
      std::move(x), [](double, double number, double) { return number; },
      [](std::int64_t, std::int64_t number, std::int64_t) { return number; }, value.value, 0,
      *whole);
}

Array zero(const Call& call, Array x) {
  take_no_arguments(call);
  x.tensor = tensor::full(x.tensor.shape(), 0, x.tensor.dtype());
  return x;
}

Array uniform(const Call& call, Array x) {
  const auto [from, to] = two_numbers(call, {"from", "to"}, {0, 1});
  if (from > to) {
    errors::fail(Kind::kValue,
                 "uniform_ expects to return a [from, to) range, but found from={0} > to={1}"_words,
                 from, to);
  }
  return drawn_in_place(call, std::move(x), ".uniform_", {from, to}, ops::fill_uniform);
}

Array normal(const Call& call, Array x) {
  const auto [mean, std] = two_numbers(call, {"mean", "std"}, {0, 1});
  if (!(std >= 0)) {
    errors::fail(Kind::kValue, "normal expects std >= 0.0, but found std {0}"_words, std);
  }
  return drawn_in_place(call, std::move(x), ".normal_", {mean, std}, ops::fill_normal);
}

}  // namespace playground::text::methods
