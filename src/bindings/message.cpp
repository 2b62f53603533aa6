#include "bindings/message.hpp"

#include <cstdint>

#include "tensor/statistics.hpp"
#include "text/print.hpp"

namespace playground::bindings {
void Message::add(std::span<const std::byte> bytes) {
  add(address(bytes));
  add(static_cast<double>(bytes.size()));
}

void Message::add(const tensor::Tensor& x) {
  const auto& extents = x.shape().extents();
  add(static_cast<double>(x.dtype()));
  add(static_cast<double>(extents.size()));
  for (const std::int64_t extent : extents) add(static_cast<double>(extent));
  const auto [sum, largest] = totals(x);
  add(sum);
  // As tensor::mean gives it, without another pass.
  add(sum / static_cast<double>(x.size()));
  add(largest);
  const std::string print = text::print(x);
  add(static_cast<double>(print.size()));
  prints_ += print;
  add(bytes_of(x));
}

ByteView Message::view() {
  const auto prints = std::as_bytes(std::span(prints_));
  numbers_[0] = address(prints);
  numbers_[1] = static_cast<double>(prints.size());
  return bindings::view(std::as_bytes(std::span(numbers_)));
}

double address(std::span<const std::byte> bytes) {
  return static_cast<double>(reinterpret_cast<std::uintptr_t>(bytes.data()));
}

std::span<const std::byte> bytes_of(const tensor::Tensor& x) {
  return {x.data(), x.size() * item_size(x.dtype())};
}

}  // namespace playground::bindings
