// torch.nn.Dropout: the layer, its forward beside its backward.
#pragma once

#include <memory>
#include <optional>

#include "dropout/drop_probability.hpp"
#include "random/torch_cpu_generator.hpp"
#include "tensor/tensor.hpp"

namespace playground::dropout {

using Generator = random::TorchCpuGenerator;

/// Zeroes each element with probability p and scales the survivors by 1 / (1 - p), while training.
///
/// The mask is never stored: the layer remembers the generator as it was before the last forward
/// and draws the same mask again when mask() or backward() asks for it.
class Dropout {
 public:
  /// Like PyTorch's constructor, accepts nan, which forward() then refuses; throws
  /// std::invalid_argument for any other p outside [0, 1].
  Dropout(double p, bool inplace, std::shared_ptr<Generator> generator);

  double p() const noexcept { return p_; }
  bool inplace() const noexcept { return inplace_; }
  bool training() const noexcept { return training_; }

  /// What survivors of that dtype are multiplied by: 1 / (1 - p), as the dtype rounds it.
  double scale(tensor::DType dtype) const;

  /// Each holds from the next forward on. set_p accepts and throws what the constructor does.
  void set_p(double p);
  void set_inplace(bool inplace) noexcept { inplace_ = inplace; }
  void set_training(bool training) noexcept { training_ = training; }

  /// The layer's output for x, of x's shape and dtype; nothing if that is x itself, unchanged (in
  /// eval mode, for p = 0, for an empty x), or changed (inplace). One draw of the generator per
  /// element, row-major; none when x comes back unchanged or p = 1.
  ///
  /// Throws std::invalid_argument if p is nan, std::domain_error if x is of an integer dtype.
  std::optional<tensor::Tensor> forward(tensor::Tensor& x);

  /// The gradient of the last forward's input, given the gradient of its output: through the same
  /// mask and scale. Nothing if that is `gradient` itself, unchanged.
  ///
  /// Throws std::logic_error before any forward; std::invalid_argument if the shape, and
  /// std::domain_error if the dtype, is not the last input's.
  std::optional<tensor::Tensor> backward(const tensor::Tensor& gradient) const;

  /// 1 where the last forward kept the element, 0 where it dropped it, in its shape and dtype;
  /// nothing before any forward.
  std::optional<tensor::Tensor> mask() const;

 private:
  enum class Outcome { kUnchanged, kAllDropped, kDrawn };

  struct Forward {
    Outcome outcome;
    DropProbability p;
    tensor::Shape shape;
    tensor::DType dtype;
    std::optional<Generator> before;  // the draw; none was made unless the outcome is kDrawn
  };

  double p_;
  bool inplace_;
  bool training_ = true;
  std::shared_ptr<Generator> generator_;
  std::optional<Forward> last_;
};

}  // namespace playground::dropout
