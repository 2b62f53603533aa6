#include "operations/packed.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <functional>
#include <numeric>
#include <utility>

#include "autograd/node.hpp"
#include "errors/raised.hpp"
#include "operations/views.hpp"

namespace playground::operations {
namespace {

using autograd::Backward;

// Where the steps of packed sequences are: the numbers of rows of [time, batch, …].
std::vector<std::size_t> rows_of(const std::vector<std::int64_t>& batch_sizes, std::int64_t batch) {
  std::vector<std::size_t> rows;
  std::int64_t first = 0;
  for (const std::int64_t size : batch_sizes) {
    for (std::int64_t i = 0; i < size; ++i) rows.push_back(static_cast<std::size_t>(first + i));
    first += batch;
  }
  return rows;
}

// The two shapes of the same sequences.
struct Packing {
  std::vector<std::size_t> rows;
  Shape packed;
  Shape padded;
};

std::size_t row_bytes(const Packing& packing, DType dtype) {
  return packing.packed.size() / packing.rows.size() * tensor::item_size(dtype);
}

Tensor packed(const Packing& packing, const Tensor& padded) {
  const Tensor from = contiguous(padded);
  Tensor made(packing.packed, padded.dtype());
  const std::size_t bytes = row_bytes(packing, padded.dtype());
  std::byte* to = made.data();
  for (const std::size_t row : packing.rows) {
    if (bytes > 0) std::memcpy(to, from.data() + row * bytes, bytes);
    to += bytes;
  }
  return made;
}

Tensor padded(const Packing& packing, const Tensor& packed, double value) {
  const Tensor from = contiguous(packed);
  Tensor made = tensor::full(packing.padded, value, packed.dtype());
  const std::size_t bytes = row_bytes(packing, packed.dtype());
  const std::byte* next = from.data();
  for (const std::size_t row : packing.rows) {
    if (bytes > 0) std::memcpy(made.data() + row * bytes, next, bytes);
    next += bytes;
  }
  return made;
}

Shape with_front(std::vector<std::int64_t> front, const Shape& shape, std::size_t from) {
  front.insert(front.end(), shape.extents().begin() + static_cast<std::ptrdiff_t>(from),
               shape.extents().end());
  return Shape(std::move(front));
}

std::vector<std::int64_t> integers_of(const Variable& x) {
  const Tensor whole = to(x.value(), DType::kInt64);
  const auto values = whole.values<std::int64_t>();
  return {values.begin(), values.end()};
}

}  // namespace

std::vector<std::int64_t> batch_sizes_of(const Variable& batch_sizes) {
  std::vector<std::int64_t> sizes = integers_of(batch_sizes);
  if (sizes.empty() || sizes.back() <= 0) {
    errors::raise("Expected batch_sizes to be positive");
  }
  if (!std::ranges::is_sorted(sizes, std::ranges::greater())) {
    errors::raise("Expected batch_sizes to be sorted in decreasing order");
  }
  return sizes;
}

std::tuple<Variable, Variable> pack_padded_sequence(const Variable& input, const Variable& lengths,
                                                    bool batch_first) {
  wrapped(1, input.rank());  // there is a batch
  const Variable x = batch_first ? transpose(input, 0, 1) : input;
  const std::vector<std::int64_t> each = integers_of(lengths);
  const std::int64_t batch = x.shape()[1];
  if (x.size() == 0) errors::raise("Cannot pack empty tensors.");
  if (static_cast<std::int64_t>(each.size()) != batch) {
    errors::raise("Expected `len(lengths)` to be equal to batch_size, but got {} (batch_size={})",
                  each.size(), batch);
  }
  if (each.back() <= 0) {
    errors::raise(
        "Length of all samples has to be greater than 0, but found an element in 'lengths' that is "
        "<= 0");
  }
  for (std::size_t i = 1; i < each.size(); ++i) {
    if (each[i] > each[i - 1]) {
      errors::raise(
          "`lengths` array must be sorted in decreasing order when `enforce_sorted` is True. You "
          "can pass `enforce_sorted=False` to pack_padded_sequence and/or pack_sequence to "
          "sidestep this requirement if you do not need ONNX exportability.");
    }
  }
  if (each.front() > x.shape()[0]) {
    errors::raise("Expected a length of at most {}, but got {}", x.shape()[0], each.front());
  }
  std::vector<std::int64_t> sizes;
  std::size_t running = each.size();
  for (std::int64_t step = 0; step < each.front(); ++step) {
    while (each[running - 1] <= step) --running;
    sizes.push_back(static_cast<std::int64_t>(running));
  }
  std::vector<std::size_t> rows = rows_of(sizes, batch);
  const auto count = static_cast<std::int64_t>(rows.size());
  const Packing packing{std::move(rows), with_front({count}, x.shape(), 2), x.shape()};
  Variable data(packed(packing, x.value()), x.device());
  autograd::record(data, "PackPaddedSequenceBackward0", {x}, {}, [packing](Backward& b) {
    const Variable grad = b.grad();
    b.give(0, autograd::without_second_derivative(
                  Variable(padded(packing, grad.value(), 0), grad.device()),
                  "_pack_padded_sequence_backward", {grad}));
  });
  const Shape steps{static_cast<std::int64_t>(sizes.size())};
  return {data, Variable(Tensor::of(steps, sizes))};
}

std::tuple<Variable, Variable> pad_packed_sequence(const Variable& data,
                                                   const Variable& batch_sizes, bool batch_first,
                                                   const Scalar& padding_value,
                                                   std::int64_t total_length) {
  const std::vector<std::int64_t> sizes = batch_sizes_of(batch_sizes);
  const auto longest = static_cast<std::int64_t>(sizes.size());
  if (total_length > 0 && total_length < longest) {
    errors::raise(
        "Expected total_length to be at least the length of the longest sequence in input, but got "
        "total_length={} and max sequence length being {}",
        total_length, longest);
  }
  const std::int64_t batch = sizes.front();
  if (data.rank() == 0 || sizes.front() > data.shape()[0] ||
      std::accumulate(sizes.begin(), sizes.end(), std::int64_t{0}) != data.shape()[0]) {
    errors::raise("Expected batch_sizes to be those of data, which is {}", to_string(data.shape()));
  }
  std::vector<std::int64_t> lengths(static_cast<std::size_t>(batch), 0);
  for (const std::int64_t size : sizes) {
    for (std::int64_t i = 0; i < size; ++i) ++lengths[static_cast<std::size_t>(i)];
  }
  const std::int64_t time = total_length > 0 ? total_length : longest;
  const Packing packing{rows_of(sizes, batch), data.shape(),
                        with_front({time, batch}, data.shape(), 1)};
  Variable made(padded(packing, data.value(), padding_value.number), data.device());
  autograd::record(made, "CopySlices", {data}, {}, [packing](Backward& b) {
    const Variable grad = b.grad();
    b.give(0, autograd::without_second_derivative(
                  Variable(packed(packing, grad.value()), grad.device()),
                  "_pad_packed_sequence_backward", {grad}));
  });
  return {batch_first ? transpose(made, 0, 1) : made, Variable(Tensor::of(Shape{batch}, lengths))};
}

}  // namespace playground::operations
