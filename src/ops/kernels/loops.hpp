// The loops of elementwise operations, each for the dtypes that it is computed in, behind one type:
// so that what repeats elements, strides over them and promotes their dtypes is written and
// compiled once.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "tensor/dtype.hpp"

namespace playground::ops {

/// What a loop is given: elements that follow each other.
struct Run {
  static constexpr std::size_t kMostInputs = 3;

  std::array<const std::byte*, kMostInputs> inputs;
  std::byte* result;
  std::size_t size;
  const double* numbers;  // parameters that are the same for all elements

  template <class T>
  std::span<const T> in(std::size_t i) const noexcept {
    return {reinterpret_cast<const T*>(inputs[i]), size};
  }
  template <class T>
  std::span<T> out() const noexcept {
    return {reinterpret_cast<T*>(result), size};
  }
};

using Loop = void (*)(const Run& run);

/// int32 and bool are computed in int64.
struct Loops {
  const char* kernel;  // as PyTorch names it where a dtype has none
  Loop float32;
  Loop float64;
  Loop int64 = nullptr;
  bool makes_mask = false;  // writes bytes of 0 or 1, and not its own dtype
  bool takes_bool = true;   // of those that are computed in int64

  /// The same, of which PyTorch has none for bool.
  constexpr Loops without_bool() const noexcept {
    Loops loops = *this;
    loops.takes_bool = false;
    return loops;
  }
};

namespace loops {

// Of one element.
extern const Loops kNeg, kAbs, kSign, kExp, kExpm1, kLog, kLog1p, kLog2, kLog10, kSqrt, kRsqrt,
    kReciprocal, kSin, kCos, kTan, kAsin, kAcos, kAtan, kSinh, kCosh, kAsinh, kAcosh, kAtanh, kErf,
    kErfc, kErfinv, kFloor, kCeil, kRound, kTrunc, kExp2, kSigmoid, kTanh, kRelu, kGelu, kGeluTanh,
    kLgamma, kDigamma, kTrigamma, kSignbit, kSilu, kMish, kLogSigmoid, kIsNan, kIsInf, kLogicalNot,
    kBitwiseNot;

// Of one element, with numbers: threshold and value; slope; low and high; alpha, scale and scale of
// the input; beta and threshold; the exponent; decimals; what nan, inf and -inf become;
// which derivative.
extern const Loops kThreshold, kLeakyRelu, kHardtanh, kElu, kSoftplus, kPowNumber, kRoundDecimals,
    kNanToNum, kPolygamma, kHardsigmoid, kHardswish;

// Of two.
extern const Loops kAdd, kSub, kMul, kDiv, kFloorDivide, kTruncDivide, kRemainder, kFmod, kPow,
    kAtan2, kHypot, kMaximum, kMinimum, kFmax, kFmin, kBitwiseAnd, kBitwiseOr, kBitwiseXor,
    kShiftLeft, kShiftRight, kCopysign;
extern const Loops kEq, kNe, kLt, kLe, kGt, kGe, kLogicalAnd, kLogicalOr, kLogicalXor;

/// a + number b, rounded once.
extern const Loops kAddScaled;

// Of three: a + number b c, rounded once after the first product; a + number b / c; a + c (b - a).
extern const Loops kAddcmul, kAddcdiv, kLerp;

/// isclose(a, b), with rtol, atol and whether nan equals nan.
extern const Loops kIsClose;

// From a gradient and x or, where PyTorch does so, y: that of x.
extern const Loops kSigmoidBackward, kTanhBackward, kReluBackward, kGeluBackward, kGeluTanhBackward,
    kSiluBackward, kMishBackward, kLogSigmoidBackward, kThresholdBackward, kLeakyReluBackward,
    kHardtanhBackward, kEluBackward, kSoftplusBackward, kHardsigmoidBackward, kHardswishBackward;

/// mask ? a : b, of elements of so many bytes: the mask is of bytes.
Loop where(std::size_t item_size) noexcept;

}  // namespace loops
}  // namespace playground::ops
