// The loops of activation functions and of their backwards.
#include "ops/kernels/activations.hpp"

#include <algorithm>
#include <cstdint>

#include "ops/kernels/loop_of.hpp"

namespace playground::ops::loops {
namespace {

// Of a kernel with numbers between its inputs and its result.
template <class T, auto kKernel, std::size_t kInputs>
void with_numbers(const Run& run) {
  const double* n = run.numbers;
  const auto call = [&](auto... inputs) {
    const auto y = run.out<T>();
    if constexpr (requires { kKernel(inputs..., n[0], n[1], n[2], y); }) {
      kKernel(inputs..., n[0], n[1], n[2], y);
    } else if constexpr (requires { kKernel(inputs..., n[0], n[1], y); }) {
      kKernel(inputs..., n[0], n[1], y);
    } else {
      kKernel(inputs..., n[0], y);
    }
  };
  if constexpr (kInputs == 1) {
    call(run.in<T>(0));
  } else {
    call(run.in<T>(0), run.in<T>(1));
  }
}

template <class T>
void threshold_backward(const Run& run) {
  const double threshold = run.numbers[0];
  map_lanes<T>(
      run.out<T>(),
      [threshold]<class V>(V grad, V v) {
        return maths::pick<V>(v <= maths::constant<V>(threshold), maths::constant<V>(0), grad);
      },
      run.in<T>(0), run.in<T>(1));
}

// min(max(x + 3, 0), 6).
template <class V>
V six_steps(V v) {
  return maths::at_most<V>(maths::at_least<V>(v + maths::constant<V>(3), 0), 6);
}

template <class V>
V tanh_of_softplus(V v) {
  return maths::tanh<V>(maths::log1p<V>(maths::exp<V>(v)));
}

}  // namespace

const Loops kSigmoid{"sigmoid_cpu", &loop_of_one<float, &sigmoid<float>>,
                     &loop_of_one<double, &sigmoid<double>>};
const Loops kSigmoidBackward{"sigmoid_backward_cpu", &loop_of_two<float, &sigmoid_backward<float>>,
                             &loop_of_two<double, &sigmoid_backward<double>>};
const Loops kTanh{"tanh_vml_cpu", &loop_of_one<float, &tanh<float>>,
                  &loop_of_one<double, &tanh<double>>};
const Loops kTanhBackward{"tanh_backward_cpu", &loop_of_two<float, &tanh_backward<float>>,
                          &loop_of_two<double, &tanh_backward<double>>};
const Loops kRelu{"clamp_min_scalar_cpu", &loop_of_one<float, &relu<float>>,
                  &loop_of_one<double, &relu<double>>,
                  in_int64<[](std::int64_t v) { return std::max<std::int64_t>(v, 0); }>()};
const Loops kReluBackward{"threshold_cpu", &loop_of_two<float, &relu_backward<float>>,
                          &loop_of_two<double, &relu_backward<double>>};
const Loops kGelu{"GeluKernelImpl", &loop_of_one<float, &gelu<float>>,
                  &loop_of_one<double, &gelu<double>>};
const Loops kGeluBackward{"GeluBackwardKernelImpl", &loop_of_two<float, &gelu_backward<float>>,
                          &loop_of_two<double, &gelu_backward<double>>};
const Loops kGeluTanh{"GeluKernelImpl", &loop_of_one<float, &gelu_tanh<float>>,
                      &loop_of_one<double, &gelu_tanh<double>>};
const Loops kGeluTanhBackward{"GeluBackwardKernelImpl",
                              &loop_of_two<float, &gelu_tanh_backward<float>>,
                              &loop_of_two<double, &gelu_tanh_backward<double>>};
const Loops kSilu{"silu_cpu", &loop_of_one<float, &silu<float>>,
                  &loop_of_one<double, &silu<double>>};
const Loops kSiluBackward{"silu_backward_cpu", &loop_of_two<float, &silu_backward<float>>,
                          &loop_of_two<double, &silu_backward<double>>};
const Loops kLogSigmoid{"log_sigmoid_cpu", &loop_of_one<float, &log_sigmoid<float>>,
                        &loop_of_one<double, &log_sigmoid<double>>};
const Loops kLogSigmoidBackward{"log_sigmoid_backward_cpu",
                                &loop_of_two<float, &log_sigmoid_backward<float>>,
                                &loop_of_two<double, &log_sigmoid_backward<double>>};
const Loops kMish = in_lanes<[]<class V>(V v) { return v * tanh_of_softplus<V>(v); }>("mish_cpu");
const Loops kMishBackward = in_lanes<[]<class V>(V grad, V v) {
  const V t = tanh_of_softplus<V>(v);
  return grad * (t + v * maths::sigmoid<V>(v) * (maths::constant<V>(1) - t * t));
}>("mish_backward_cpu");

const Loops kHardsigmoid =
    in_lanes<[]<class V>(V v) { return six_steps<V>(v) / maths::constant<V>(6); }>(
        "hardsigmoid_cpu");
// PyTorch takes a sixth as a float32, of float64, too.
const Loops kHardsigmoidBackward = in_lanes<[]<class V>(V grad, V v) {
  const auto is_inside = (v > maths::constant<V>(-3)) & (v < maths::constant<V>(3));
  return maths::pick<V>(is_inside, grad * maths::constant<V>(1.0F / 6), maths::constant<V>(0));
}>("hardsigmoid_backward");
const Loops kHardswish =
    in_lanes<[]<class V>(V v) { return v * six_steps<V>(v) / maths::constant<V>(6); }>(
        "hardswish_cpu");
const Loops kHardswishBackward = in_lanes<[]<class V>(V grad, V v) {
  const V three = maths::constant<V>(3);
  const V bent = grad * (v / three + maths::constant<V>(0.5));
  return maths::pick<V>(v < maths::constant<V>(-3), maths::constant<V>(0),
                        maths::pick<V>(v < three, bent, grad));
}>("hardswish_backward_cpu");

const Loops kThreshold = Loops{"threshold_cpu", &with_numbers<float, &threshold<float>, 1>,
                               &with_numbers<double, &threshold<double>, 1>};
const Loops kThresholdBackward{"threshold_cpu", &threshold_backward<float>,
                               &threshold_backward<double>};
const Loops kLeakyRelu{"leaky_relu_cpu", &with_numbers<float, &leaky_relu<float>, 1>,
                       &with_numbers<double, &leaky_relu<double>, 1>};
const Loops kLeakyReluBackward{"leaky_relu_backward_cpu",
                               &with_numbers<float, &leaky_relu_backward<float>, 2>,
                               &with_numbers<double, &leaky_relu_backward<double>, 2>};
const Loops kHardtanh{"hardtanh_cpu", &with_numbers<float, &hardtanh<float>, 1>,
                      &with_numbers<double, &hardtanh<double>, 1>};
const Loops kHardtanhBackward{"hardtanh_backward_cpu",
                              &with_numbers<float, &hardtanh_backward<float>, 2>,
                              &with_numbers<double, &hardtanh_backward<double>, 2>};
const Loops kElu{"elu_cpu", &with_numbers<float, &elu<float>, 1>,
                 &with_numbers<double, &elu<double>, 1>};
const Loops kEluBackward{"elu_backward_cpu", &with_numbers<float, &elu_backward<float>, 2>,
                         &with_numbers<double, &elu_backward<double>, 2>};
const Loops kSoftplus{"softplus_cpu", &with_numbers<float, &softplus<float>, 1>,
                      &with_numbers<double, &softplus<double>, 1>};
const Loops kSoftplusBackward{"softplus_backward_cpu",
                              &with_numbers<float, &softplus_backward<float>, 2>,
                              &with_numbers<double, &softplus_backward<double>, 2>};

}  // namespace playground::ops::loops
