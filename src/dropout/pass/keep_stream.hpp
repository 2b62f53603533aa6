// The decisions of a call, one for each element of the input: a channel's elements share theirs.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "dropout/draw.hpp"

namespace playground::dropout {

class KeepStream {
 public:
  /// decisions  how many the draw has
  /// run        how many consecutive elements share one
  KeepStream(Draw& draw, std::size_t decisions, std::size_t run) noexcept
      : draw_(&draw), undrawn_(decisions), run_(run) {}

  /// Of decisions that have been drawn already, and outlive it.
  KeepStream(std::span<const std::uint8_t> decisions, std::size_t run) noexcept
      : decisions_(decisions), undrawn_(decisions.size()), run_(run) {}

  /// The decisions of the next keep.size() elements.
  void fill(std::span<std::uint8_t> keep) noexcept;

 private:
  std::uint8_t next() noexcept;
  void decide(std::span<std::uint8_t> keep) noexcept;

  Draw* draw_ = nullptr;
  std::span<const std::uint8_t> decisions_;  // those to come, without a draw
  std::size_t undrawn_;
  std::size_t run_;
  std::size_t left_ = 0;  // elements of the run that `current_` still decides
  std::uint8_t current_ = 0;
  std::array<std::uint8_t, 256> drawn_{};
  std::size_t taken_ = 0;
  std::size_t available_ = 0;
};

}  // namespace playground::dropout
