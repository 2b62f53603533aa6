#include "ops/elementwise.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstring>
#include <utility>
#include <vector>

#include "errors/raised.hpp"
#include "tensor/views.hpp"

namespace playground::ops {
namespace {

// So many elements at least are computed at a time.
constexpr std::size_t kBlock = 128;

// What a loop reads of an input again and again: all of it, or the last dimensions of a tensor that
// is repeated along the first ones.
class Source {
 public:
  /// x  contiguous; its elements are read `size` in all, from the first again after the last
  Source(const Tensor& x, std::size_t size)
      : first_(x.data()), item_(item_size(x.dtype())), period_(x.size()) {
    if (period_ >= kBlock || period_ >= size) return;
    // Few elements are laid out several times, so that runs are long.
    const std::size_t copies = std::min((kBlock + period_ - 1) / period_, size / period_);
    for (std::size_t i = 0; i < copies; ++i) {
      std::memcpy(&repeated_[i * period_ * item_], first_, period_ * item_);
    }
    first_ = repeated_.data();
    period_ *= copies;
  }
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;

  std::size_t left() const noexcept { return period_ - at_; }
  const std::byte* here() const noexcept { return first_ + at_ * item_; }
  void pass_over(std::size_t count) noexcept {
    at_ += count;
    if (at_ == period_) at_ = 0;
  }

 private:
  const std::byte* first_;
  std::size_t item_;
  std::size_t period_;
  std::size_t at_ = 0;
  std::array<std::byte, 2 * kBlock * 8> repeated_;
};

// x, or its elements so often and in such an order that a Source of them gives those of the shape
// in row-major order.
Tensor readable(const Tensor& x, const Shape& shape) {
  if (x.is_contiguous() && x.shape() == shape) return x;
  // Without the first dimensions of 1.
  const Shape& own = x.shape();
  std::size_t first = 0;
  while (first < own.rank() && own[first] == 1) ++first;
  const std::size_t rank = own.rank() - first;
  const bool is_last_part =
      std::equal(own.extents().end() - static_cast<std::ptrdiff_t>(rank), own.extents().end(),
                 shape.extents().end() - static_cast<std::ptrdiff_t>(rank));
  if (is_last_part) return contiguous(x);
  return expand(x, shape.extents()).clone();
}

// y[...] of contiguous inputs, each of which repeats.
void run_all(Loop loop, std::span<const Tensor> inputs, Tensor& y, const double* numbers) {
  const std::size_t size = y.size();
  if (size == 0) return;
  Run run{};
  run.result = y.data();
  run.numbers = numbers;
  const bool are_whole =
      std::ranges::all_of(inputs, [&](const Tensor& x) { return x.size() == size; });
  if (are_whole) {
    for (std::size_t i = 0; i < inputs.size(); ++i) run.inputs[i] = inputs[i].data();
    run.size = size;
    return loop(run);
  }
  // Inputs that are not there repeat the first.
  const auto input = [&](std::size_t i) -> const Tensor& {
    return inputs[i < inputs.size() ? i : 0];
  };
  static_assert(Run::kMostInputs == 3);
  std::array<Source, 3> sources{Source(input(0), size), Source(input(1), size),
                                Source(input(2), size)};
  for (std::size_t done = 0; done < size; done += run.size) {
    run.size = size - done;
    for (std::size_t i = 0; i < sources.size(); ++i) {
      run.size = std::min(run.size, sources[i].left());
      run.inputs[i] = sources[i].here();
    }
    loop(run);
    for (Source& source : sources) source.pass_over(run.size);
    run.result += run.size * item_size(y.dtype());
  }
}

// Where the result is not row-major: the order of its dimensions in memory.
std::vector<std::size_t> result_order(std::span<const Tensor> inputs, const Shape& shape) {
  for (const Tensor& x : inputs) {
    if (x.shape() != shape) continue;
    if (x.is_contiguous()) return {};
    const tensor::Strides strides = x.strides();
    if (std::ranges::find(strides, 0) != strides.end()) continue;
    auto order = memory_order(x);
    return std::ranges::is_sorted(order) ? std::vector<std::size_t>() : order;
  }
  return {};
}

// What permute(…, order) has made of other dimensions, with these again.
Tensor permuted_back(const Tensor& x, std::span<const std::size_t> order) {
  std::vector<std::size_t> back(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) back[order[i]] = i;
  return permute(x, back);
}

}  // namespace

Shape broadcast_shape(std::span<const Tensor> tensors) {
  std::vector<std::int64_t> extents = tensors.front().shape().extents();
  for (const Tensor& x : tensors.subspan(1)) {
    const Shape& shape = x.shape();
    if (shape.extents() == extents) continue;
    if (shape.rank() > extents.size())
      extents.insert(extents.begin(), shape.rank() - extents.size(), 1);
    for (std::size_t i = 1; i <= shape.rank(); ++i) {
      std::int64_t& extent = extents[extents.size() - i];
      const std::int64_t other = shape[shape.rank() - i];
      if (extent == 1) {
        extent = other;
      } else if (other != 1 && other != extent) {
        errors::raise(
            "The size of tensor a ({}) must match the size of tensor b ({}) at non-singleton "
            "dimension {}",
            extent, other, extents.size() - i);
      }
    }
  }
  return Shape(std::move(extents));
}

Tensor each(Loop loop, std::span<const Tensor> inputs, DType result, const double* numbers) {
  const bool is_plain = std::ranges::all_of(inputs, [&](const Tensor& x) {
    return x.is_contiguous() && x.shape() == inputs.front().shape();
  });
  if (is_plain) {
    Tensor y(inputs.front().shape(), result);
    run_all(loop, inputs, y, numbers);
    return y;
  }
  const Shape shape = broadcast_shape(inputs);
  const std::vector<std::size_t> order = result_order(inputs, shape);
  std::vector<Tensor> sources(inputs.begin(), inputs.end());
  if (order.empty()) {
    for (Tensor& x : sources) x = readable(x, shape);
    Tensor y(shape, result);
    run_all(loop, sources, y, numbers);
    return y;
  }
  // Computed with the dimensions in the order of the memory, and seen in their own.
  std::vector<std::int64_t> extents;
  for (const std::size_t dim : order) extents.push_back(shape[dim]);
  const Shape in_memory(std::move(extents));
  for (Tensor& x : sources) x = readable(permute(expand(x, shape.extents()), order), in_memory);
  Tensor y(in_memory, result);
  run_all(loop, sources, y, numbers);
  return permuted_back(y, order);
}

Tensor elementwise(const Loops& loops, std::span<const Tensor* const> inputs, DType dtype,
                   std::initializer_list<double> numbers) {
  const DType work = is_floating(dtype) ? dtype : DType::kInt64;
  const Loop loop = work == DType::kFloat32   ? loops.float32
                    : work == DType::kFloat64 ? loops.float64
                                              : loops.int64;
  if (loop == nullptr || (dtype == DType::kBool && !loops.takes_bool)) {
    errors::raise("\"{}\" not implemented for '{}'", loops.kernel, scalar_type_name(dtype));
  }
  const DType written = loops.makes_mask ? DType::kBool : work;
  const Shape& shape = inputs.front()->shape();
  const bool are_plain = std::ranges::all_of(inputs, [&](const Tensor* x) {
    return x->dtype() == work && x->is_contiguous() && x->shape() == shape;
  });
  if (are_plain && (loops.makes_mask || work == dtype)) {
    Tensor y(shape, written);
    Run run{.inputs = {}, .result = y.data(), .size = y.size(), .numbers = numbers.begin()};
    std::ranges::transform(inputs, run.inputs.begin(), [](const Tensor* x) { return x->data(); });
    if (run.size > 0) loop(run);
    return y;
  }
  std::vector<Tensor> converted_inputs;
  converted_inputs.reserve(inputs.size());
  for (const Tensor* const input : inputs) {
    Tensor& x = converted_inputs.emplace_back(*input);
    // First to the dtype itself, beyond whose range an int64 wraps.
    if (x.dtype() != dtype && work != dtype) x = converted(x, dtype);
    if (x.dtype() != work) x = converted(x, work);
  }
  Tensor y = each(loop, converted_inputs, written, numbers.begin());
  if (loops.makes_mask || work == dtype) return y;
  return converted(y, dtype);
}

Tensor where(const Tensor& mask, const Tensor& a, const Tensor& b) {
  assert(mask.dtype() == DType::kBool && a.dtype() == b.dtype());
  return each(loops::where(item_size(a.dtype())), std::array{mask, a, b}, a.dtype());
}

Tensor converted(const Tensor& x, DType dtype) {
  if (x.is_contiguous()) return to(x, dtype);
  const std::vector<std::size_t> order = memory_order(x);
  return permuted_back(to(permute(x, order), dtype), order);
}

}  // namespace playground::ops
