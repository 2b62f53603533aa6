#include "ops/arithmetic.hpp"

#include <algorithm>
#include <utility>

#include "errors/error.hpp"
#include "tensor/dispatch.hpp"
#include "tensor/joined.hpp"
#include "tensor/views.hpp"

namespace playground::ops {
namespace {

using errors::Kind;
using tensor::DType;

// The dtype that a library gives to floating-point results of integers.
DType default_float(Library library) {
  return library == Library::kNumpy ? DType::kFloat64 : DType::kFloat32;
}

[[noreturn]] void fail_power(Library library) {
  const bool is_torch = library == Library::kTorch;
  const bool is_numpy = library == Library::kNumpy;
  errors::fail(Kind::kValue,
               "of powers only {0} and {1} are reproduced: others differ in the last bit from one "
               "machine to the next"_words,
               is_torch   ? "-2, -1, -0.5, 0, 0.5, 1, 2"
               : is_numpy ? "-1, 0, 0.5, 1"
                          : "0, 1",
               is_torch ? 3 : 2);
}

// What has a say in the dtype of a result: tensors with dimensions, then those without, then
// numbers. As TensorIterator has it, a lower one is heard only if it is of a higher kind: floating
// beside integers, integers beside bool.
struct Typed {
  DType dtype;
  int say;  // 2, 1, 0
};

Typed typed(const Tensor& x) { return {x.dtype(), x.shape().rank() > 0 ? 2 : 1}; }
Typed typed(const Number& x, Library library) {
  return {x.whole ? DType::kInt64 : default_float(library), 0};
}

int kind(DType dtype) { return is_floating(dtype) ? 2 : dtype == DType::kBool ? 0 : 1; }

DType wider(DType a, DType b) {
  if (kind(a) != kind(b)) return kind(a) > kind(b) ? a : b;
  return item_size(a) >= item_size(b) ? a : b;
}

DType promoted(Typed a, Typed b, Library library) {
  // NumPy has no float32 that holds an int64.
  const auto with_numpy = [&](DType dtype) {
    const bool mixed = is_floating(a.dtype) != is_floating(b.dtype);
    return mixed && library == Library::kNumpy ? DType::kFloat64 : dtype;
  };
  if (a.say == b.say) return with_numpy(wider(a.dtype, b.dtype));
  if (a.say < b.say) std::swap(a, b);
  return kind(a.dtype) >= kind(b.dtype) ? a.dtype : with_numpy(b.dtype);
}

// TensorFlow converts nothing by itself; and what JAX makes of integers is not reproduced here
// beyond what is exact.
void require_reproduced(Library library, Operator op, DType left, DType right) {
  if (library != Library::kTensorFlow) return;
  if (left == right && (is_floating(left) || op != Operator::kDivide)) return;
  errors::fail(Kind::kDType,
               "an int64 tensor of TensorFlow has no such arithmetic here; give its numbers a "
               "point, or write dtype=tf.float32"_words);
}

Tensor converted(Tensor x, DType dtype) {
  if (x.dtype() == dtype) return x;
  return to(x, dtype);
}

// x itself if it can be overwritten, or else a copy.
Tensor writable(Tensor x) {
  if (x.is_contiguous() && x.is_only_handle()) return x;
  return x.clone();
}

// Where a result of integers is computed: those that are shorter wrap when they are converted back.
DType computed_as(DType dtype) { return is_floating(dtype) ? dtype : DType::kInt64; }

void require_divisors(Operator op, const Tensor& divisors, Library library) {
  const bool divides = op == Operator::kFloorDivide || op == Operator::kRemainder;
  if (!divides || is_floating(divisors.dtype())) return;
  const Tensor wide = contiguous(converted(divisors, DType::kInt64));
  const auto values = wide.values<std::int64_t>();
  if (std::ranges::find(values, 0) == values.end()) return;
  if (library == Library::kTorch) errors::fail(Kind::kValue, "ZeroDivisionError"_words);
  errors::fail(Kind::kValue, "division by zero"_words);
}

void require_exact(Operator op, DType dtype) {
  if (op != Operator::kPower || !is_floating(dtype)) return;
  errors::fail(Kind::kValue,
               "the exponent of '**' must be one number: other powers are not reproduced"_words);
}

// Each element of the left with that of the right, in one dtype; one of them may be a scalar. The
// result has the shape of the larger.
Tensor elementwise(Tensor left, Operator op, Tensor right, Library library) {
  if (left.size() == 0) return left;
  const DType dtype = left.dtype();
  left = converted(std::move(left), computed_as(dtype));
  right = converted(std::move(right), computed_as(dtype));
  const bool into_right = left.size() < right.size();
  const std::size_t size = std::max(left.size(), right.size());
  const std::size_t left_step = left.size() == size ? 1 : 0;
  const std::size_t right_step = right.size() == size ? 1 : 0;
  Tensor& into = into_right ? right : left;
  Tensor& other = into_right ? left : right;
  into = writable(std::move(into));
  other = contiguous(other);
  const auto compute = [&]<class T>(T, auto function) {
    const T* a = std::as_const(left).values<T>().data();
    const T* b = std::as_const(right).values<T>().data();
    for (T& element : into.values<T>()) {
      element = static_cast<T>(function(*a, *b));
      a += left_step;
      b += right_step;
    }
  };
  if (is_floating(dtype)) {
    const bool is_float32 = dtype == DType::kFloat32;
    tensor::with_floating_type(dtype, "arithmetic", [&]<class T>(T) {
      compute(T{}, [&](double a, double b) { return computed(op, a, b, is_float32, library); });
    });
  } else {
    compute(std::int64_t{}, [&](std::int64_t a, std::int64_t b) { return computed(op, a, b); });
  }
  return converted(std::move(into), dtype);
}

// The dtype in which `op` is computed.
DType computed_in(Operator op, DType dtype, Library library) {
  return op == Operator::kDivide && !is_floating(dtype) ? default_float(library) : dtype;
}

// A number as PyTorch makes a tensor of it, rounded to the dtype.
Tensor scalar(const Number& number, DType dtype) {
  Tensor x(tensor::Shape(), dtype);
  tensor::with_type(dtype, [&]<class T>(T) {
    x.values<T>()[0] = number.whole ? static_cast<T>(*number.whole) : static_cast<T>(number.value);
  });
  return x;
}

void require_no_bool(const Number& number, Operator op, Library library) {
  if (!number.is_bool || op != Operator::kSubtract || library != Library::kTorch) return;
  errors::fail(Kind::kValue,
               "Subtraction, the `-` operator, with a bool tensor is not supported. If you are "
               "trying to invert a mask, use the `~` or `logical_not()` operator instead."_words);
}

Tensor powered(Tensor x, const Number& exponent, Library library) {
  const DType dtype = promoted(typed(x), typed(exponent, library), library);
  if (!is_floating(dtype)) {
    if (*exponent.whole < 0) {
      errors::fail(Kind::kValue, "Integers to negative integer powers are not allowed."_words);
    }
    return elementwise(converted(std::move(x), dtype), Operator::kPower, scalar(exponent, dtype),
                       library);
  }
  // NumPy computes powers of what it has converted by pow().
  if (!is_floating(x.dtype()) && library != Library::kTorch) fail_power(library);
  if (!simple_power(1, exponent.value, dtype == DType::kFloat32, library)) fail_power(library);
  return elementwise(converted(std::move(x), dtype), Operator::kPower, scalar(exponent, dtype),
                     library);
}

}  // namespace

Tensor applied(Tensor x, Operator op, const Number& number, Library library) {
  if (op == Operator::kPower) return powered(std::move(x), number, library);
  require_no_bool(number, op, library);
  const Typed right = typed(number, library);
  const DType own = x.dtype();
  require_reproduced(library, op, own, is_floating(own) ? own : right.dtype);
  const DType dtype = computed_in(op, promoted(typed(x), right, library), library);
  Tensor other = scalar(number, dtype);
  require_divisors(op, other, library);
  return elementwise(converted(std::move(x), dtype), op, std::move(other), library);
}

Tensor applied(const Number& number, Operator op, Tensor x, Library library) {
  require_no_bool(number, op, library);
  const Typed left = typed(number, library);
  const DType own = x.dtype();
  require_reproduced(library, op, is_floating(own) ? own : left.dtype, own);
  if (op == Operator::kDivide && library == Library::kTorch) {
    const Number minus_one{-1, {}, true};
    return applied(powered(std::move(x), minus_one, library), Operator::kMultiply, number, library);
  }
  const DType dtype = computed_in(op, promoted(left, typed(x), library), library);
  require_exact(op, dtype);
  x = converted(std::move(x), dtype);
  require_divisors(op, x, library);
  if (x.size() == 0) return x;
  const tensor::Shape shape = x.shape();
  return view(elementwise(scalar(number, dtype), op, std::move(x), library), shape);
}

Tensor applied(Tensor left, Operator op, Tensor right, Library library) {
  require_reproduced(library, op, left.dtype(), right.dtype());
  const DType dtype = computed_in(op, promoted(typed(left), typed(right), library), library);
  require_exact(op, dtype);
  if (left.shape() != right.shape()) {
    const tensor::Shape shape = broadcast_shape(left.shape(), right.shape());
    left = expand(left, shape.extents());
    right = expand(right, shape.extents());
  }
  left = converted(std::move(left), dtype);
  right = converted(std::move(right), dtype);
  require_divisors(op, right, library);
  return elementwise(std::move(left), op, std::move(right), library);
}

Tensor negated(Tensor x) {
  return each(
      std::move(x), [](double value, double, double) { return -value; }, 0, 0,
      [](std::int64_t value, std::int64_t, std::int64_t) {
        return static_cast<std::int64_t>(0 - static_cast<std::uint64_t>(value));
      });
}

Tensor each(Tensor x, OfFloats of_floats, double a, double b, OfIntegers of_integers,
            std::int64_t whole_a, std::int64_t whole_b) {
  const DType dtype = x.dtype();
  if (!is_floating(dtype) && of_integers == nullptr) return x;
  x = writable(converted(std::move(x), computed_as(dtype)));
  if (is_floating(dtype)) {
    tensor::with_floating_type(dtype, "each", [&]<class T>(T) {
      for (T& value : x.values<T>()) value = static_cast<T>(of_floats(value, a, b));
    });
    return x;
  }
  for (std::int64_t& value : x.values<std::int64_t>()) value = of_integers(value, whole_a, whole_b);
  return converted(std::move(x), dtype);
}

}  // namespace playground::ops
