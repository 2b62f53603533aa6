// A forward in slices, between which the program can do other things, for large tensors.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "dropout/dropout.hpp"
#include "dropout/pass/pass.hpp"

namespace playground::dropout {

/// Does what Dropout::forward does, step by step. If it is destroyed before finish(), the layer and
/// the generator are as they were, but an x that is changed in place stays changed in part.
///
/// Until then the layer and x must stay alive, and nobody else may use the generator.
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

  /// Ends the call and returns what forward returns. To be called once, when all elements are done.
  ///
  /// Throws an Error (kState) if the generator was used in between: its stream would be another.
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
