// Elementary functions and activations against PyTorch 1.13, and every SIMD register against the
// single numbers that are in it.
#include "ops/kernels/elementary.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <vector>

#include "fixtures/sha256.hpp"
#include "fixtures/ulps.hpp"
#include "fixtures/words.hpp"
#include "ops/kernels/activations.hpp"

namespace playground::ops {
namespace {

using fixtures::ulps;
using nlohmann::json;

template <class T>
struct Kernel {
  using Forward = std::function<void(std::span<const T>, std::span<T>)>;
  /// grad_y, x, y, grad_x
  using Backward =
      std::function<void(std::span<const T>, std::span<const T>, std::span<const T>, std::span<T>)>;

  Forward forward;
  std::uint64_t within;  // ulps of PyTorch
  Backward backward = {};
  std::uint64_t backward_within = 0;
};

template <class T>
using Kernels = std::map<std::string, Kernel<T>>;

template <class T>
Kernel<T> power(double exponent, std::uint64_t within) {
  return {[exponent](auto x, auto y) { pow<T>(x, exponent, y); }, within};
}

template <class T>
Kernels<T> elementary() {
  Kernels<T> kernels{
      {"exp", {exp<T>, 2}},     {"expm1", {expm1<T>, 2}}, {"log", {log<T>, 2}},
      {"log1p", {log1p<T>, 2}}, {"tanh", {tanh<T>, 2}},   {"sigmoid", {sigmoid<T>, 2}},
      {"erf", {erf<T>, 2}},     {"sin", {sin<T>, 2}},     {"cos", {cos<T>, 2}},
      {"sqrt", {sqrt<T>, 0}},   {"rsqrt", {rsqrt<T>, 0}}, {"reciprocal", {reciprocal<T>, 0}},
  };
  return kernels;
}

// The single numbers' results: a span of one has no register.
template <class T>
std::vector<T> one_by_one(const Kernel<T>& kernel, std::span<const T> x) {
  std::vector<T> y(x.size());
  for (std::size_t i = 0; i < x.size(); ++i) {
    kernel.forward(x.subspan(i, 1), std::span(y).subspan(i, 1));
  }
  return y;
}

template <class T>
void expect_same_bits(std::span<const T> x, std::span<const T> a, std::span<const T> b) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    const bool is_same = ulps(a[i], b[i]) == 0 && std::signbit(a[i]) == std::signbit(b[i]);
    ASSERT_TRUE(is_same || (std::isnan(a[i]) && std::isnan(b[i])))
        << x[i] << ": " << a[i] << " and " << b[i];
  }
}

template <class T>
void check(const json& expected, const json& special, const Kernel<T>& kernel) {
  const std::vector<T> x = fixtures::arguments_of<T>(expected, special);
  const auto want = fixtures::values_from_text<T>(expected.at("y"));
  ASSERT_EQ(x.size(), want.size());
  std::vector<T> y(x.size());
  kernel.forward(x, y);
  for (std::size_t i = 0; i < x.size(); ++i) {
    const std::uint64_t distance = ulps(y[i], want[i]);
    EXPECT_LE(distance, kernel.within) << x[i] << ": " << y[i] << " instead of " << want[i];
    if (distance == 0 && !std::isnan(y[i])) {
      EXPECT_EQ(std::signbit(y[i]), std::signbit(want[i])) << x[i];
    }
  }
  expect_same_bits<T>(x, y, one_by_one<T>(kernel, x));
  std::vector<T> in_place(x.begin() + 1, x.end());  // other numbers side by side
  kernel.forward(in_place, in_place);
  expect_same_bits<T>(std::span(x).subspan(1), std::span(y).subspan(1), in_place);
}

TEST(Elementary, FunctionsAreWithin2UlpsOfPyTorch) {
  const json fixture = fixtures::fixture("torch-functions.json");
  int checked = 0;
  for (const json& expected : fixture.at("cases")) {
    const auto name = expected.at("name").get<std::string>();
    if (expected.contains("grad")) continue;
    SCOPED_TRACE(name);
    ++checked;
    const bool is_power = name.starts_with("pow ");
    const double exponent = is_power ? std::stod(name.substr(4)) : 0;
    if (expected.at("dtype") == "float64") {
      check<double>(expected, fixture.at("special"), elementary<double>().at(name));
    } else if (is_power) {
      check<float>(expected, fixture.at("special"), power<float>(exponent, 2));
    } else {
      check<float>(expected, fixture.at("special"), elementary<float>().at(name));
    }
  }
  EXPECT_EQ(checked, 39) << "the fixture must not shrink unseen";
}

/// An activation whose y and gradient may, besides, be off by so much: what it subtracts from each
/// other is rounded, in PyTorch too.
struct Activation {
  Kernel<float> kernel;
  double y_off = 0;     // times 1 + |x|
  double grad_off = 0;  // times 1 + |x|
};

template <class Backward>
Kernel<float>::Backward of_x(Backward backward) {
  return [backward](auto grad, auto x, auto, auto out) { backward(grad, x, out); };
}

template <class Backward>
Kernel<float>::Backward of_y(Backward backward) {
  return [backward](auto grad, auto, auto y, auto out) { backward(grad, y, out); };
}

const std::map<std::string, Activation>& activations() {
  constexpr double kAlpha = 1.6732632423543772848170429916717;
  constexpr double kScale = 1.0507009873554804934193349852946;
  static const std::map<std::string, Activation> all{
      {"relu", {{relu<float>, 0, of_y(relu_backward<float>), 0}}},
      {"leaky_relu 0.01",
       {{[](auto x, auto y) { leaky_relu<float>(x, 0.01, y); }, 0,
         of_x([](auto grad, auto x, auto out) { leaky_relu_backward<float>(grad, x, 0.01, out); }),
         0}}},
      {"hardtanh -1 1",
       {{[](auto x, auto y) { hardtanh<float>(x, -1, 1, y); }, 0,
         of_x([](auto grad, auto x, auto out) { hardtanh_backward<float>(grad, x, -1, 1, out); }),
         0}}},
      {"hardtanh 0 6",
       {{[](auto x, auto y) { hardtanh<float>(x, 0, 6, y); }, 0,
         of_x([](auto grad, auto x, auto out) { hardtanh_backward<float>(grad, x, 0, 6, out); }),
         0}}},
      {"silu", {{silu<float>, 2, of_x(silu_backward<float>), 2}, 0, 0x1p-22}},
      {"elu",
       {{[](auto x, auto y) { elu<float>(x, 1, 1, 1, y); }, 2,
         of_x([](auto grad, auto x, auto out) { elu_backward<float>(grad, x, 1, 1, 1, out); }), 2},
        0x1p-24}},
      {"selu",
       {{[](auto x, auto y) { elu<float>(x, kAlpha, kScale, 1, y); }, 2,
         of_x([](auto grad, auto x, auto out) {
           elu_backward<float>(grad, x, kAlpha, kScale, 1, out);
         }),
         2},
        0x1p-23}},
      {"softplus",
       {{[](auto x, auto y) { softplus<float>(x, 1, 20, y); }, 2,
         of_x([](auto grad, auto x, auto out) { softplus_backward<float>(grad, x, 1, 20, out); }),
         3}}},
      {"log_sigmoid", {{log_sigmoid<float>, 2, of_x(log_sigmoid_backward<float>), 3}}},
      {"gelu", {{gelu<float>, 2, of_x(gelu_backward<float>), 2}, 0x1p-24, 0x1p-22}},
      {"gelu_tanh", {{gelu_tanh<float>, 2, of_x(gelu_tanh_backward<float>), 2}, 0x1p-24, 0x1p-21}},
      {"sigmoid", {{sigmoid<float>, 2, of_y(sigmoid_backward<float>), 3}, 0, 0x1p-24}},
      {"tanh", {{tanh<float>, 2, of_y(tanh_backward<float>), 3}, 0, 0x1p-23}},
      {"exp", {{exp<float>, 2, of_y(exp_backward<float>), 2}}},
      {"expm1", {{expm1<float>, 2, of_y(expm1_backward<float>), 2}, 0, 0x1p-23}},
      {"abs", {{abs<float>, 0, of_x(abs_backward<float>), 0}}},
      {"erf", {{erf<float>, 2, of_x(erf_backward<float>), 4}}},
      {"sin", {{sin<float>, 2, of_x(sin_backward<float>), 2}}},
      {"cos", {{cos<float>, 2, of_x(cos_backward<float>), 2}}},
  };
  return all;
}

// Each number's gradient of the sum of all.
TEST(Activations, AndTheirGradientsAreThoseOfPyTorch) {
  const json fixture = fixtures::fixture("torch-functions.json");
  int checked = 0;
  for (const json& expected : fixture.at("cases")) {
    if (!expected.contains("grad")) continue;
    const auto name = expected.at("name").get<std::string>();
    SCOPED_TRACE(name);
    ++checked;
    const auto& [kernel, y_off, grad_off] = activations().at(name);
    const auto x = fixtures::arguments_of<float>(expected, fixture.at("special"));
    const auto want = fixtures::values_from_text<float>(expected.at("y"));
    const auto want_grad = fixtures::values_from_text<float>(expected.at("grad"));
    std::vector<float> y(x.size());
    kernel.forward(x, y);
    const std::vector<float> ones(x.size(), 1);
    std::vector<float> grad(x.size());
    kernel.backward(ones, x, y, grad);
    for (std::size_t i = 0; i < x.size(); ++i) {
      const double y_error = std::abs(double{y[i]} - want[i]);
      const double grad_error = std::abs(double{grad[i]} - want_grad[i]);
      EXPECT_TRUE(ulps(y[i], want[i]) <= kernel.within || y_error <= y_off * (1 + std::abs(x[i])))
          << x[i] << ": " << y[i] << " instead of " << want[i];
      // Of nan PyTorch's loops over registers and over what is left of a tensor differ; small
      // tensors have the latter only, to which tests/fixtures/operations holds the operations.
      if (std::isnan(x[i])) continue;
      EXPECT_TRUE(ulps(grad[i], want_grad[i]) <= kernel.backward_within ||
                  grad_error <= grad_off * (1 + std::abs(x[i])))
          << x[i] << ": gradient " << grad[i] << " instead of " << want_grad[i];
    }
    expect_same_bits<float>(x, y, one_by_one<float>(kernel, x));
  }
  EXPECT_EQ(checked, 19) << "the fixture must not shrink unseen";
}

// A number from this code, which is no oracle: it says that every build gives the same bits.
TEST(Elementary, BitsAreTheSameNativelyAndAsWasmAtEveryWidth) {
  const json fixture = fixtures::fixture("torch-functions.json");
  std::vector<float> all;
  const auto append = [&all](std::span<const float> values) {
    for (const float value : values) all.push_back(std::isnan(value) ? 0 : value);
  };
  for (const json& expected : fixture.at("cases")) {
    if (expected.at("dtype") != "float32") continue;
    const auto name = expected.at("name").get<std::string>();
    const auto x = fixtures::arguments_of<float>(expected, fixture.at("special"));
    std::vector<float> y(x.size());
    if (expected.contains("grad")) {
      const Kernel<float>& kernel = activations().at(name).kernel;
      std::vector<float> grad(x.size());
      kernel.forward(x, y);
      kernel.backward(x, x, y, grad);
      append(grad);
    } else if (name.starts_with("pow ")) {
      pow<float>(x, std::stod(name.substr(4)), y);
    } else {
      elementary<float>().at(name).forward(x, y);
    }
    append(y);
  }
  EXPECT_EQ(fixtures::sha256(std::as_bytes(std::span(all))),
            "3a2fcffd72353184798844453894d0374bfad49bd1de5b40dac41ab0a96e2213");
}

}  // namespace
}  // namespace playground::ops
