// Losses, softmax and layer norm against PyTorch 1.13. What sums, PyTorch sums in another order.
#include "ops/kernels/losses.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <vector>

#include "fixtures/ulps.hpp"
#include "fixtures/words.hpp"
#include "ops/kernels/activations.hpp"
#include "ops/kernels/layer_norm.hpp"
#include "ops/kernels/softmax.hpp"
#include "random/engines/torch/torch_cpu_normal.hpp"

namespace playground::ops {
namespace {

using nlohmann::json;
using Floats = std::vector<float>;

constexpr std::size_t kRows = 5;
constexpr std::size_t kColumns = 19;
constexpr std::array<std::int64_t, kRows> kClasses{3, 18, 0, -100, 7};

struct Inputs {
  Floats x, t, w, unit, unit_target;

  Inputs() {
    random::TorchCpuGenerator generator(3);
    const auto randn = [&](std::size_t size) {
      Floats values(size);
      fill_normal(generator, values);
      return values;
    };
    x = randn(kRows * kColumns);
    t = randn(kRows * kColumns);
    w = randn(kColumns);
    unit = unit_target = x;
    sigmoid<float>(x, unit);
    sigmoid<float>(t, unit_target);
  }
};

struct Result {
  Floats y;
  Floats grad;
};

Result computed(const std::string& name, const Inputs& in) {
  Result result{Floats(in.x.size()), Floats(in.x.size())};
  auto& [y, grad] = result;
  const Floats& t = in.t;
  if (name == "softmax") {
    softmax<float>(in.x, kColumns, y);
    softmax_backward<float>(t, y, kColumns, grad);
  } else if (name == "log_softmax") {
    log_softmax<float>(in.x, kColumns, y);
    log_softmax_backward<float>(t, y, kColumns, grad);
  } else if (name.starts_with("layer_norm")) {
    const bool is_plain = name.ends_with("plain");
    const Floats weight = is_plain ? Floats{} : in.w;
    Floats bias = weight;
    for (float& value : bias) value += 1;
    Floats mean(kRows), rstd(kRows), none;
    layer_norm<float>(in.x, weight, bias, 1e-5f, mean, rstd, y);
    layer_norm_backward<float>(t, in.x, weight, mean, rstd, grad, none, none);
  } else if (name == "mse_loss") {
    mse_loss<float>(in.x, t, y);
    mse_loss_backward<float>(t, in.x, t, grad);
  } else if (name == "l1_loss") {
    l1_loss<float>(in.x, t, y);
    l1_loss_backward<float>(t, in.x, t, grad);
  } else if (name == "smooth_l1_loss") {
    smooth_l1_loss<float>(in.x, t, 0.7, y);
    smooth_l1_loss_backward<float>(t, in.x, t, 0.7, grad);
  } else if (name == "huber_loss") {
    huber_loss<float>(in.x, t, 0.7, y);
    huber_loss_backward<float>(t, in.x, t, 0.7, grad);
  } else if (name == "binary_cross_entropy_with_logits") {
    binary_cross_entropy_with_logits<float>(in.x, in.unit_target, y);
    binary_cross_entropy_with_logits_backward<float>(t, in.x, in.unit_target, grad);
  } else if (name == "binary_cross_entropy") {
    binary_cross_entropy<float>(in.unit, in.unit_target, y);
    binary_cross_entropy_backward<float>(t, in.unit, in.unit_target, grad);
  } else if (name.starts_with("cross_entropy")) {
    Floats weight;
    if (name.ends_with("weighted")) {
      for (const float value : in.w) weight.push_back(std::abs(value));
    }
    const ClassLoss<float> rows{kClasses, kColumns, -100, weight};
    Floats log_probabilities(in.x.size());
    y.resize(kRows);
    cross_entropy<float>(in.x, rows, log_probabilities, y);
    cross_entropy_backward<float>(Floats{1, 2, 3, 4, 5}, log_probabilities, rows, grad);
    // The two halves of it give the same.
    Floats half(in.x.size());
    nll_loss_backward<float>(Floats{1, 2, 3, 4, 5}, rows, half);
    log_softmax_backward<float>(half, log_probabilities, kColumns, half);
    for (std::size_t i = 0; i < half.size(); ++i) EXPECT_NEAR(half[i], grad[i], 1e-6);
  }
  return result;
}

// The losses that have PyTorch's bits, and how many ulps their gradients may be apart.
const std::map<std::string, std::uint64_t> kBitwise{
    {"mse_loss", 0}, {"l1_loss", 0}, {"smooth_l1_loss", 1}, {"huber_loss", 1}};

void expect_near(const Floats& got, const Floats& want, double tolerance) {
  ASSERT_EQ(got.size(), want.size());
  for (std::size_t i = 0; i < got.size(); ++i) {
    EXPECT_NEAR(got[i], want[i], tolerance * (1 + std::abs(want[i]))) << i;
  }
}

TEST(Losses, AreThoseOfPyTorchWithTheirGradients) {
  const Inputs inputs;
  int checked = 0;
  for (const json& expected : fixtures::cases("torch-losses.json")) {
    const auto name = expected.at("name").get<std::string>();
    SCOPED_TRACE(name);
    ++checked;
    const auto [y, grad] = computed(name, inputs);
    const auto want = fixtures::values_from<float>(expected.at("y"));
    const auto want_grad = fixtures::values_from<float>(expected.at("grad"));
    if (kBitwise.contains(name)) {
      EXPECT_EQ(y, want);
      EXPECT_LE(fixtures::most_ulps<float>(grad, want_grad), kBitwise.at(name));
    } else {
      expect_near(y, want, 1e-6);
      expect_near(grad, want_grad, 2e-6);
    }
  }
  EXPECT_EQ(checked, 12) << "the fixture must not shrink unseen";
}

TEST(Losses, ClassesThatAreIgnoredWeighNothing) {
  EXPECT_EQ((ClassLoss<float>{kClasses, kColumns}).total_weight(), 4);
  std::vector<std::int64_t> target(21, 1);
  target[20] = -100;
  const Floats weight{1, 0.5};
  EXPECT_EQ((ClassLoss<float>{target, 2, -100, weight}).total_weight(), 10);
}

TEST(Softmax, DoesNotOverflowAndSumsToOne) {
  const Floats x{1000, 1000, -1000, 88, -INFINITY, 0, 0, 0, 0, 1e-30f};
  Floats y(10);
  softmax<float>(x, 5, y);
  EXPECT_EQ(y[0], 0.5f);
  EXPECT_EQ(y[4], 0);
  EXPECT_NEAR(y[5] + y[6] + y[7] + y[8] + y[9], 1, 1e-6);
  log_softmax<float>(x, 5, y);
  EXPECT_NEAR(y[0], -std::log(2.0f), 1e-6);
  EXPECT_EQ(y[2], -2000 - std::log(2.0f));
  EXPECT_EQ(y[4], -INFINITY);
}

}  // namespace
}  // namespace playground::ops
