// The way back through a history: torch.autograd.backward and torch.autograd.grad.
#pragma once

#include <cstdint>

#include "autograd/node.hpp"
#include "autograd/variable.hpp"

namespace playground::autograd {

struct BackwardOptions {
  bool retain_graph = false;
  bool create_graph = false;
};

/// Adds the gradients of the outputs to grad() of the leaves, or of `inputs` if there are some.
///
/// gradients  one an output, of its shape; None for an output that does not require one
/// Throws Raised, in PyTorch's words: an output without history, a shape that differs, a second
/// time through, what was saved is changed.
void backward(const Variables& outputs, const Variables& gradients, BackwardOptions options,
              const Variables* inputs = nullptr);

/// The gradients of the outputs by the inputs; grad() of none changes. None for an input that is
/// not used, if that is allowed.
Variables grad(const Variables& outputs, const Variables& gradients, BackwardOptions options,
               const Variables& inputs, bool allow_unused);

/// Calls it with the gradient of a tensor on every way back, from then on. The number is for
/// remove_hook().
std::uint64_t add_hook(const Variable& variable, Hook hook);
void remove_hook(const Variable& variable, std::uint64_t number);

}  // namespace playground::autograd
