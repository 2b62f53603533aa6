// The decisions of a draw, one for each element of the input: a channel's elements share theirs.
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
      : draw_(draw), undrawn_(decisions), run_(run) {}

  /// Those of the next keep.size() elements.
  void fill(std::span<std::uint8_t> keep) noexcept;

 private:
  std::uint8_t next() noexcept;

  Draw& draw_;
  std::size_t undrawn_;
  std::size_t run_;
  std::size_t left_ = 0;  // elements of the run that `current_` still decides
  std::uint8_t current_ = 0;
  std::array<std::uint8_t, 256> drawn_{};
  std::size_t taken_ = 0;
  std::size_t available_ = 0;
};

}  // namespace playground::dropout
