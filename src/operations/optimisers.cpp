// A step of an optimiser, in one pass over the elements of a parameter: as the chain of operations
// that it is, each element would be read and written eight times.
//
// The chain stands here, too, for what one pass cannot do: tensors with gaps, of several dtypes or
// in one another's memory. Both have the same bits.
#include <algorithm>
#include <initializer_list>

#include "autograd/in_place.hpp"
#include "errors/raised.hpp"
#include "operations/pointwise.hpp"
#include "operations/row.hpp"
#include "operations/table.hpp"
#include "ops/kernels/optimise.hpp"
#include "tensor/dispatch.hpp"

namespace playground::operations {
namespace {

using V = const Variable&;

// Those that are not given are None.
bool is_one_pass(VariableRefs given) {
  const Variable& first = *given.begin();
  for (auto each = given.begin(); each != given.end(); ++each) {
    const Variable& x = *each;
    if (!x) continue;
    if (x.dtype() != first.dtype() || x.shape() != first.shape() || x.device() != first.device() ||
        !tensor::is_floating(x.dtype()) || !x.value().is_contiguous()) {
      return false;
    }
    const bool shares = std::any_of(given.begin(), each, [&](V other) {
      return other && other.value().is_view_of_same(x.value());
    });
    if (shares) return false;
  }
  return true;
}

// As PyTorch's optimisers, which record no history.
void require_no_history(const char* name, VariableRefs given) {
  if (!autograd::needs_history(given)) return;
  for (V each : given) {
    if (each) autograd::require_writable(each);
  }
  errors::raise("derivative for {} is not implemented", name);
}

template <class T>
std::span<T> elements(V x) {
  if (!x) return {};
  Variable written = x;
  return written.value().values<T>();
}

void count_writes(std::initializer_list<Variable> written) {
  for (Variable each : written) {
    if (each) each.version().bump();
  }
}

void sgd_chain(const ops::Sgd& options, bool is_first, V grad, V momentum_buffer, V parameter) {
  Variable down = grad;
  if (options.weight_decay != 0) down = add(down, parameter, options.weight_decay);
  if (momentum_buffer) {
    if (is_first) {
      autograd::assign(momentum_buffer, down);
    } else {
      autograd::assign(momentum_buffer, mul(momentum_buffer, Scalar(options.momentum)));
      autograd::assign(momentum_buffer, add(momentum_buffer, down, 1 - options.dampening));
    }
    down = options.nesterov ? add(down, momentum_buffer, options.momentum) : momentum_buffer;
  }
  autograd::assign(parameter, add(parameter, down, -options.lr));
}

Variable sgd_step(V self, V grad, V momentum_buffer, double lr, double momentum, double dampening,
                  double weight_decay, bool nesterov, bool is_first) {
  require_no_history("sgd_step_", {self, momentum_buffer, grad});
  const ops::Sgd options{.lr = lr,
                         .momentum = momentum_buffer ? momentum : 0,
                         .dampening = dampening,
                         .weight_decay = weight_decay,
                         .nesterov = nesterov};
  if (!is_one_pass({self, grad, momentum_buffer})) {
    sgd_chain(options, is_first, grad, momentum_buffer, self);
    return self;
  }
  tensor::with_floating_type(self.dtype(), "sgd_step_", [&]<class T>(T) {
    ops::sgd_step<T>(options, is_first, elements<T>(grad), elements<T>(momentum_buffer),
                     elements<T>(self));
  });
  count_writes({self, momentum_buffer});
  return self;
}

void adam_chain(const ops::Adam& options, const ops::BiasCorrections& corrections, V grad,
                V exp_avg, V exp_avg_sq, V max_exp_avg_sq, V parameter) {
  Variable down = grad;
  if (options.decoupled) {
    autograd::assign(parameter, mul(parameter, Scalar(1 - options.lr * options.weight_decay)));
  } else if (options.weight_decay != 0) {
    down = add(down, parameter, options.weight_decay);
  }
  autograd::assign(exp_avg, mul(exp_avg, Scalar(options.beta1)));
  autograd::assign(exp_avg, add(exp_avg, down, 1 - options.beta1));
  autograd::assign(exp_avg_sq, mul(exp_avg_sq, Scalar(options.beta2)));
  autograd::assign(exp_avg_sq, addcmul(exp_avg_sq, down, down, 1 - options.beta2));
  Variable most = exp_avg_sq;
  if (max_exp_avg_sq) most = autograd::assign(max_exp_avg_sq, maximum(max_exp_avg_sq, most));
  const Variable root = div(sqrt(most), Scalar(corrections.second));
  const Variable denominator = add(root, Scalar(options.eps));
  autograd::assign(parameter,
                   addcdiv(parameter, exp_avg, denominator, -options.lr / corrections.first));
}

// What depends on how many steps there were comes from who counts them: 1 - beta1 ** step, and the
// square root of 1 - beta2 ** step.
Variable adam_step(V self, V grad, V exp_avg, V exp_avg_sq, V max_exp_avg_sq, double lr,
                   double beta1, double beta2, double eps, double weight_decay, bool decoupled,
                   double bias_correction1, double bias_correction2) {
  require_no_history("adam_step_", {self, exp_avg, exp_avg_sq, max_exp_avg_sq, grad});
  const ops::Adam options{.lr = lr,
                          .beta1 = beta1,
                          .beta2 = beta2,
                          .eps = eps,
                          .weight_decay = weight_decay,
                          .decoupled = decoupled,
                          .amsgrad = static_cast<bool>(max_exp_avg_sq)};
  const ops::BiasCorrections corrections{bias_correction1, bias_correction2};
  if (!is_one_pass({self, grad, exp_avg, exp_avg_sq, max_exp_avg_sq})) {
    adam_chain(options, corrections, grad, exp_avg, exp_avg_sq, max_exp_avg_sq, self);
    return self;
  }
  tensor::with_floating_type(self.dtype(), "adam_step_", [&]<class T>(T) {
    ops::adam_step<T>(options, corrections, elements<T>(grad), elements<T>(exp_avg),
                      elements<T>(exp_avg_sq), elements<T>(max_exp_avg_sq), elements<T>(self));
  });
  count_writes({self, exp_avg, exp_avg_sq, max_exp_avg_sq});
  return self;
}

}  // namespace

// PyTorch has no such functions: its programs know them as torch.optim.SGD, Adam and AdamW.
std::span<const Row> optimiser_rows() {
  static constexpr Row kRows[] = {
      row<&sgd_step>(
          "sgd_step_(Tensor(a!) self, Tensor grad, Tensor(b!)? momentum_buffer, *, float lr, float "
          "momentum=0, float dampening=0, float weight_decay=0, bool nesterov=False, bool "
          "is_first=False) -> Tensor(a!)",
          Where::kInner),
      row<&adam_step>(
          "adam_step_(Tensor(a!) self, Tensor grad, Tensor(b!) exp_avg, Tensor(c!) exp_avg_sq, "
          "Tensor(d!)? max_exp_avg_sq=None, *, float lr, float beta1, float beta2, float eps, "
          "float weight_decay=0, bool decoupled=False, float bias_correction1, float "
          "bias_correction2) -> Tensor(a!)",
          Where::kInner),
  };
  return kRows;
}

}  // namespace playground::operations
