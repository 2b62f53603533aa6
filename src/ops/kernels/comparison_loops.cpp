// The loops of comparisons, of logic and of bits, and of what chooses by a mask.
#include <cmath>
#include <cstdint>
#include <functional>

#include "ops/kernels/loop_of.hpp"

namespace playground::ops::loops {
namespace {

// Of more bits than there are, as PyTorch on x86-64 gives it.
std::int64_t shifted_left(std::int64_t a, std::int64_t b) {
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) << (b & 63));
}
std::int64_t shifted_right(std::int64_t a, std::int64_t b) { return a >> (b & 63); }

template <class T>
void choose(const Run& run) {
  const auto mask = run.in<std::uint8_t>(0);
  const auto a = run.in<T>(1);
  const auto b = run.in<T>(2);
  const auto y = run.out<T>();
  for (std::size_t i = 0; i < y.size(); ++i) y[i] = mask[i] != 0 ? a[i] : b[i];
}

template <auto kFunction>
constexpr Loops of_bits(const char* kernel) {
  return {kernel, nullptr, nullptr, in_int64<kFunction>()};
}

}  // namespace

const Loops kEq = asking<std::equal_to<>{}>("eq_cpu");
const Loops kNe = asking<std::not_equal_to<>{}>("ne_cpu");
const Loops kLt = asking<std::less<>{}>("lt_cpu");
const Loops kLe = asking<std::less_equal<>{}>("le_cpu");
const Loops kGt = asking<std::greater<>{}>("gt_cpu");
const Loops kGe = asking<std::greater_equal<>{}>("ge_cpu");
const Loops kLogicalAnd =
    asking<[](auto a, auto b) { return a != 0 && b != 0; }>("logical_and_cpu");
const Loops kLogicalOr = asking<[](auto a, auto b) { return a != 0 || b != 0; }>("logical_or_cpu");
const Loops kLogicalXor =
    asking<[](auto a, auto b) { return (a != 0) != (b != 0); }>("logical_xor_cpu");
const Loops kLogicalNot = asking<[](auto a) { return a == 0; }>("logical_not_cpu");
const Loops kIsNan = asking<[](auto a) { return a != a; }>("isnan");
const Loops kIsInf = asking<[](auto a) { return std::isinf(static_cast<double>(a)); }>("isinf");

const Loops kBitwiseAnd = of_bits<std::bit_and<>{}>("bitwise_and_cpu");
const Loops kBitwiseOr = of_bits<std::bit_or<>{}>("bitwise_or_cpu");
const Loops kBitwiseXor = of_bits<std::bit_xor<>{}>("bitwise_xor_cpu");
const Loops kBitwiseNot = of_bits<std::bit_not<>{}>("bitwise_not_cpu");
const Loops kShiftLeft = of_bits<&shifted_left>("lshift_cpu").without_bool();
const Loops kShiftRight = of_bits<&shifted_right>("rshift_cpu").without_bool();

Loop where(std::size_t item_size) noexcept {
  if (item_size == 8) return &choose<std::uint64_t>;
  if (item_size == 4) return &choose<std::uint32_t>;
  return &choose<std::uint8_t>;
}

}  // namespace playground::ops::loops
