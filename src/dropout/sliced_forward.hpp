// A forward that gives the program its turn between slices: for tensors that take long.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "dropout/dropout.hpp"
#include "dropout/pass.hpp"

namespace playground::dropout {

/// What Dropout::forward does, step by step. Destroyed before finish(), it leaves the layer and the
/// generator as they were; only an x that is changed in place stays as far as it came.
///
/// Until then the layer and x must live, and the generator must not be used by others.
class SlicedForward {
 public:
  /// Throws what Dropout::forward throws.
  SlicedForward(Dropout& layer, tensor::Tensor& x);
  ~SlicedForward();

  SlicedForward(const SlicedForward&) = delete;
  SlicedForward& operator=(const SlicedForward&) = delete;

  /// Whether finish() may be called.
  bool is_done() const noexcept { return done() == size_; }

  /// How many elements have been done.
  std::size_t done() const noexcept { return pass_ ? pass_->done() : size_; }

  void advance(std::size_t elements) { pass_->advance(elements); }

  /// Ends the call: what forward gives. Once, when all elements have been done.
  ///
  /// Throws std::logic_error if the generator was used in between: its stream would be another.
  std::optional<tensor::Tensor> finish();

 private:
  Dropout& layer_;
  std::size_t size_;
  std::shared_ptr<Generator> generator_;
  std::optional<Generator> before_;  // until finish()
  Dropout::Begun begun_;
  std::vector<std::byte> state_;
  std::optional<Pass> pass_;  // unless there is nothing to draw
};

}  // namespace playground::dropout
