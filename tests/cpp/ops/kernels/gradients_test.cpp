// The backward of every smooth kernel against finite differences, in float64.
//
// A central difference of step 2^-17 is off by about step^2 / 6 times the third derivative, 1e-11,
// and by the function's last bit over the step, 2e-11.
#include <gtest/gtest.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <random>
#include <span>
#include <string>
#include <vector>

#include "ops/kernels/activations.hpp"
#include "ops/kernels/elementary.hpp"
#include "ops/kernels/layer_norm.hpp"
#include "ops/kernels/losses.hpp"
#include "ops/kernels/matmul.hpp"
#include "ops/kernels/random_numbers.hpp"
#include "ops/kernels/softmax.hpp"

namespace playground::ops {
namespace {

using Doubles = std::vector<double>;
using In = std::span<const double>;
using Out = std::span<double>;

constexpr double kStep = 0x1p-17;

/// The gradient at x of the sum of weights times f(x) is what `backward` makes of the weights.
void check(const std::function<Doubles(const Doubles&)>& f, Doubles x, const Doubles& weights,
           const Doubles& grad) {
  const auto weighted = [&] {
    const Doubles y = f(x);
    EXPECT_EQ(y.size(), weights.size());
    long double sum = 0;
    for (std::size_t i = 0; i < y.size(); ++i) sum += static_cast<long double>(weights[i]) * y[i];
    return sum;
  };
  for (std::size_t i = 0; i < x.size(); ++i) {
    const double kept = x[i];
    x[i] = kept + kStep;
    const long double above = weighted();
    x[i] = kept - kStep;
    const auto difference = static_cast<double>((above - weighted()) / (2 * kStep));
    x[i] = kept;
    EXPECT_NEAR(grad[i], difference, 1e-8 * (1 + std::abs(difference))) << "at " << kept;
  }
}

struct Elementwise {
  std::function<void(In, Out)> forward;
  std::function<void(In grad, In x, In y, Out)> backward;
  bool is_of_positive = false;
};

template <class Backward>
auto of_x(Backward backward) {
  return [backward](In grad, In x, In, Out out) { backward(grad, x, out); };
}

template <class Backward>
auto of_y(Backward backward) {
  return [backward](In grad, In, In y, Out out) { backward(grad, y, out); };
}

TEST(Gradients, OfElementwiseKernels) {
  using D = double;
  const std::map<std::string, Elementwise> kernels{
      {"exp", {exp<D>, of_y(exp_backward<D>)}},
      {"expm1", {expm1<D>, of_y(expm1_backward<D>)}},
      {"log", {log<D>, of_x(log_backward<D>), true}},
      {"log1p", {log1p<D>, of_x(log1p_backward<D>), true}},
      {"sqrt", {sqrt<D>, of_y(sqrt_backward<D>), true}},
      {"rsqrt", {rsqrt<D>, of_y(rsqrt_backward<D>), true}},
      {"reciprocal", {reciprocal<D>, of_y(reciprocal_backward<D>), true}},
      {"abs", {abs<D>, of_x(abs_backward<D>)}},
      {"sin", {sin<D>, of_x(sin_backward<D>)}},
      {"cos", {cos<D>, of_x(cos_backward<D>)}},
      {"erf", {erf<D>, of_x(erf_backward<D>)}},
      {"pow 2.3",
       {[](In x, Out y) { pow<D>(x, 2.3, y); },
        of_x([](In grad, In x, Out out) { pow_backward<D>(grad, x, 2.3, out); }), true}},
      {"pow 3", {[](In x, Out y) { pow<D>(x, 3, y); }, of_x([](In grad, In x, Out out) {
                   pow_backward<D>(grad, x, 3, out);
                 })}},
      {"relu", {relu<D>, of_y(relu_backward<D>)}},
      {"leaky_relu",
       {[](In x, Out y) { leaky_relu<D>(x, 0.2, y); },
        of_x([](In grad, In x, Out out) { leaky_relu_backward<D>(grad, x, 0.2, out); })}},
      {"hardtanh", {[](In x, Out y) { hardtanh<D>(x, -1, 1, y); }, of_x([](In grad, In x, Out out) {
                      hardtanh_backward<D>(grad, x, -1, 1, out);
                    })}},
      {"sigmoid", {sigmoid<D>, of_y(sigmoid_backward<D>)}},
      {"tanh", {tanh<D>, of_y(tanh_backward<D>)}},
      {"silu", {silu<D>, of_x(silu_backward<D>)}},
      {"elu", {[](In x, Out y) { elu<D>(x, 1.3, 1.1, 0.9, y); }, of_x([](In grad, In x, Out out) {
                 elu_backward<D>(grad, x, 1.3, 1.1, 0.9, out);
               })}},
      {"softplus",
       {[](In x, Out y) { softplus<D>(x, 1.5, 20, y); },
        of_x([](In grad, In x, Out out) { softplus_backward<D>(grad, x, 1.5, 20, out); })}},
      {"log_sigmoid", {log_sigmoid<D>, of_x(log_sigmoid_backward<D>)}},
      {"gelu", {gelu<D>, of_x(gelu_backward<D>)}},
      {"gelu_tanh", {gelu_tanh<D>, of_x(gelu_tanh_backward<D>)}},
  };
  std::mt19937 words(20261130);
  for (const auto& [name, kernel] : kernels) {
    SCOPED_TRACE(name);
    Doubles x = random_numbers<double>(37, words);
    for (double& value : x) {
      if (kernel.is_of_positive) value = std::abs(value) + 0.1;
    }
    const Doubles weights = random_numbers<double>(37, words);
    const auto f = [&](const Doubles& at) {
      Doubles y(at.size());
      kernel.forward(at, y);
      return y;
    };
    Doubles grad(37);
    kernel.backward(weights, x, f(x), grad);
    check(f, x, weights, grad);
  }
}

TEST(Gradients, OfSoftmaxAndLogSoftmax) {
  std::mt19937 words(2);
  const Doubles x = random_numbers<double>(3 * 13, words);
  const Doubles weights = random_numbers<double>(3 * 13, words);
  Doubles grad(3 * 13);
  const auto of = [](auto kernel) {
    return [kernel](const Doubles& at) {
      Doubles y(at.size());
      kernel(at, 13, y);
      return y;
    };
  };
  softmax_backward<double>(weights, of(softmax<double>)(x), 13, grad);
  check(of(softmax<double>), x, weights, grad);
  log_softmax_backward<double>(weights, of(log_softmax<double>)(x), 13, grad);
  check(of(log_softmax<double>), x, weights, grad);
}

TEST(Gradients, OfLayerNormByInputWeightAndBias) {
  constexpr std::size_t kRows = 3;
  constexpr std::size_t kColumns = 11;
  std::mt19937 words(3);
  const Doubles x = random_numbers<double>(kRows * kColumns, words);
  const Doubles weight = random_numbers<double>(kColumns, words);
  const Doubles bias = random_numbers<double>(kColumns, words);
  const Doubles weights = random_numbers<double>(kRows * kColumns, words);
  Doubles mean(kRows), rstd(kRows);
  const auto f = [&](const Doubles& at, const Doubles& w, const Doubles& b) {
    Doubles y(at.size());
    layer_norm<double>(at, w, b, 1e-5, mean, rstd, y);
    return y;
  };
  f(x, weight, bias);
  Doubles grad(kRows * kColumns), grad_weight(kColumns), grad_bias(kColumns);
  layer_norm_backward<double>(weights, x, weight, mean, rstd, grad, grad_weight, grad_bias);
  check([&](const Doubles& at) { return f(at, weight, bias); }, x, weights, grad);
  check([&](const Doubles& at) { return f(x, at, bias); }, weight, weights, grad_weight);
  check([&](const Doubles& at) { return f(x, weight, at); }, bias, weights, grad_bias);
}

TEST(Gradients, OfElementwiseLosses) {
  std::mt19937 words(4);
  const Doubles x = random_numbers<double>(29, words);
  const Doubles t = random_numbers<double>(29, words);
  const Doubles weights = random_numbers<double>(29, words);
  Doubles unit(29), unit_target(29), grad(29);
  sigmoid<double>(x, unit);
  sigmoid<double>(t, unit_target);
  const auto of = [](auto loss, const Doubles& target, auto... options) {
    return [=](const Doubles& at) {
      Doubles y(at.size());
      loss(at, target, options..., y);
      return y;
    };
  };
  mse_loss_backward<double>(weights, x, t, grad);
  check(of(mse_loss<double>, t), x, weights, grad);
  l1_loss_backward<double>(weights, x, t, grad);
  check(of(l1_loss<double>, t), x, weights, grad);
  smooth_l1_loss_backward<double>(weights, x, t, 0.7, grad);
  check(of(smooth_l1_loss<double>, t, 0.7), x, weights, grad);
  huber_loss_backward<double>(weights, x, t, 0.7, grad);
  check(of(huber_loss<double>, t, 0.7), x, weights, grad);
  binary_cross_entropy_backward<double>(weights, unit, unit_target, grad);
  check(of(binary_cross_entropy<double>, unit_target), unit, weights, grad);
  binary_cross_entropy_with_logits_backward<double>(weights, x, unit_target, grad);
  check(of(binary_cross_entropy_with_logits<double>, unit_target), x, weights, grad);
}

TEST(Gradients, OfCrossEntropy) {
  constexpr std::size_t kClasses = 9;
  std::mt19937 words(5);
  const Doubles x = random_numbers<double>(4 * kClasses, words);
  const Doubles weights = random_numbers<double>(4, words);
  const Doubles class_weights = random_numbers<double>(kClasses, words);
  const std::vector<std::int64_t> target{8, 0, -100, 3};
  const ClassLoss<double> rows{target, kClasses, -100, class_weights};
  Doubles log_probabilities(x.size()), grad(x.size());
  const auto f = [&](const Doubles& at) {
    Doubles loss(4);
    cross_entropy<double>(at, rows, log_probabilities, loss);
    return loss;
  };
  f(x);
  cross_entropy_backward<double>(weights, log_probabilities, rows, grad);
  check(f, x, weights, grad);
}

TEST(Gradients, OfAMatrixProduct) {
  constexpr std::size_t m = 4, k = 6, n = 9;
  std::mt19937 words(6);
  const Doubles a = random_numbers<double>(m * k, words);
  const Doubles b = random_numbers<double>(k * n, words);
  const Doubles weights = random_numbers<double>(m * n, words);
  const auto f = [](const Doubles& left, const Doubles& right) {
    Doubles y(m * n);
    matmul(row_major(In(left), m, k), row_major(In(right), k, n), row_major(Out(y), m, n));
    return y;
  };
  Doubles grad_a(m * k), grad_b(k * n);
  matmul_backward(row_major(In(weights), m, n), row_major(In(a), m, k), row_major(In(b), k, n),
                  row_major(Out(grad_a), m, k), row_major(Out(grad_b), k, n));
  check([&](const Doubles& at) { return f(at, b); }, a, weights, grad_a);
  check([&](const Doubles& at) { return f(a, at); }, b, weights, grad_b);
}

}  // namespace
}  // namespace playground::ops
