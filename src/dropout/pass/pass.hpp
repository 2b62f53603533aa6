// The pass over memory that a call consists of, in any number of steps.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "dropout/call.hpp"
#include "dropout/pass/keep_stream.hpp"
#include "tensor/tensor.hpp"
#include "tensor/walk.hpp"

namespace playground::dropout {

/// What survivors are multiplied by: 1 / (1 - p), or the alpha kinds' a, as the dtype rounds it.
double survivor_scale(LayerKind kind, DropProbability p, tensor::DType dtype) noexcept;

/// What the alpha kinds add to every element after that, their b; 0 for others.
double shift(LayerKind kind, DropProbability p, tensor::DType dtype) noexcept;

class Pass {
 public:
  enum class Direction { kForward, kBackward };

  /// Applies the decisions of `draw`, a copy of that of `call` before its first decision, to x. All
  /// of them must outlive the pass.
  ///
  /// x, y  of the call's shape and dtype, however their elements lie; y may be x.
  Pass(const Call& call, Direction direction, Draw& draw, const tensor::Tensor& x,
       tensor::Tensor& y);

  /// The same of decisions that have been drawn already: one for each element of the mask.
  Pass(const Call& call, Direction direction, std::span<const std::uint8_t> decisions,
       const tensor::Tensor& x, tensor::Tensor& y);

  /// How many elements have been done.
  std::size_t done() const noexcept { return done_; }

  /// Does the next `count` elements, or all that are left.
  void advance(std::size_t count);

 private:
  // Applies the next `count` decisions to elements that are spans.
  void apply(const std::byte* x, std::byte* y, std::size_t count);
  template <class T>
  void apply_by_blocks(const T* x, T* y, std::size_t count);

  const Call& call_;
  Direction direction_;
  Draw* draw_ = nullptr;
  std::size_t size_;
  tensor::Walk x_;
  tensor::Walk y_;
  std::optional<KeepStream> stream_;  // unless draw_ applies its decisions itself
  std::size_t done_ = 0;
};

}  // namespace playground::dropout
