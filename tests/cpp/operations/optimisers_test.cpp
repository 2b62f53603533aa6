// A step in one pass against the operations in place that PyTorch's optimisers call, bit for bit.
#include <gmock/gmock.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "errors/raised.hpp"
#include "operations/table.hpp"
#include "tensor/views.hpp"

namespace playground::operations {
namespace {

using Named = std::vector<std::pair<std::string_view, Value>>;

Variable called(std::string_view name, Values values, const Named& by_name = {}) {
  std::vector<std::string_view> names;
  for (const auto& [key, value] : by_name) {
    names.push_back(key);
    values.push_back(value);
  }
  return std::get<Variable>(call(name, values, names));
}

std::vector<std::uint64_t> bits(const Variable& x) {
  const Tensor values = tensor::contiguous(to(x.value(), DType::kFloat64));
  std::vector<std::uint64_t> all;
  for (const double each : values.values<double>())
    all.push_back(std::bit_cast<std::uint64_t>(each));
  return all;
}

/// The parameter, its gradient and what an optimiser keeps of it.
using Held = std::vector<Variable>;

constexpr std::int64_t kRows = 7;
constexpr std::int64_t kColumns = 19;

Variable drawn(DType dtype, int which) {
  Tensor x({kRows, kColumns}, DType::kFloat64);
  double number = which + 1;
  for (double& value : x.values<double>()) value = std::sin(number += 0.7 + which);
  return Variable(to(x, dtype));
}

/// Tensors of the dtype with equal elements, which lie as they are made.
Held held(DType dtype, bool is_transposed) {
  Held all;
  for (int which = 0; which < 5; ++which) {
    // An average of squares is not negative, and begins with zeros.
    Variable x = which < 2 ? drawn(dtype, which) : called("zeros_like", {drawn(dtype, which)});
    if (is_transposed) {
      const Variable turned = called("t", {x});
      x = called("t", {Variable(tensor::contiguous(turned.value()))});
    } else {
      x = called("clone", {x});
    }
    all.push_back(x);
  }
  return all;
}

struct Case {
  bool first_flag;  // AdamW, or Nesterov's momentum
  double weight_decay;
  double momentum;  // of SGD
  bool is_amsgrad = false;
};

void adam_chain(const Held& all, const Case& options, int step) {
  const auto& [parameter, given, average, squares, most] =
      std::tie(all[0], all[1], all[2], all[3], all[4]);
  Variable grad = given;
  if (options.first_flag) {
    called("mul_", {parameter, 1 - 0.03 * options.weight_decay});
  } else if (options.weight_decay != 0) {
    grad = called("add", {grad, parameter}, {{"alpha", options.weight_decay}});
  }
  called("add_", {called("mul_", {average, 0.9}), grad}, {{"alpha", 1 - 0.9}});
  called("addcmul_", {called("mul_", {squares, 0.99}), grad, grad}, {{"value", 1 - 0.99}});
  Variable root = squares;
  if (options.is_amsgrad) {
    root = called("copy_", {most, called("maximum", {most, squares})});
  }
  root = called("div", {called("sqrt", {root}), std::sqrt(1 - std::pow(0.99, step))});
  called("addcdiv_", {parameter, average, called("add_", {root, 1e-8})},
         {{"value", -0.03 / (1 - std::pow(0.9, step))}});
}

void adam_row(const Held& all, const Case& options, int step) {
  Values tensors{all[0], all[1], all[2], all[3]};
  if (options.is_amsgrad) tensors.push_back(all[4]);
  called("adam_step_", tensors,
         {{"lr", 0.03},
          {"beta1", 0.9},
          {"beta2", 0.99},
          {"eps", 1e-8},
          {"weight_decay", options.weight_decay},
          {"decoupled", options.first_flag},
          {"bias_correction1", 1 - std::pow(0.9, step)},
          {"bias_correction2", std::sqrt(1 - std::pow(0.99, step))}});
}

void sgd_chain(const Held& all, const Case& options, int step) {
  const auto& [parameter, given, buffer] = std::tie(all[0], all[1], all[2]);
  Variable grad = given;
  if (options.weight_decay != 0) {
    grad = called("add", {grad, parameter}, {{"alpha", options.weight_decay}});
  }
  if (options.momentum != 0) {
    if (step == 1) {
      called("copy_", {buffer, grad});
    } else {
      called("add_", {called("mul_", {buffer, options.momentum}), grad}, {{"alpha", 1 - 0.25}});
    }
    grad =
        options.first_flag ? called("add", {grad, buffer}, {{"alpha", options.momentum}}) : buffer;
  }
  called("add_", {parameter, grad}, {{"alpha", -0.03}});
}

void sgd_row(const Held& all, const Case& options, int step) {
  called("sgd_step_", {all[0], all[1], options.momentum != 0 ? Value(all[2]) : Value(None{})},
         {{"lr", 0.03},
          {"momentum", options.momentum},
          {"dampening", 0.25},
          {"weight_decay", options.weight_decay},
          {"nesterov", options.first_flag},
          {"is_first", step == 1}});
}

using Step = void (*)(const Held&, const Case&, int);

void expect_equal_steps(Step row, Step chain, const std::vector<Case>& cases) {
  for (const Case& options : cases) {
    for (const DType dtype : {DType::kFloat32, DType::kFloat64}) {
      const Held expected = held(dtype, false);
      const std::vector<Held> all{held(dtype, false), held(dtype, true)};
      for (int step = 1; step <= 4; ++step) {
        chain(expected, options, step);
        for (const Held& each : all) {
          row(each, options, step);
          for (std::size_t i = 0; i < expected.size(); ++i) {
            ASSERT_EQ(bits(each[i]), bits(expected[i]))
                << "tensor " << i << ", step " << step << ", decay " << options.weight_decay
                << ", momentum " << options.momentum << ", contiguous "
                << each[i].value().is_contiguous();
          }
        }
      }
    }
  }
}

TEST(OptimiserSteps, OfAdamAreTheirOperations) {
  expect_equal_steps(&adam_row, &adam_chain,
                     {{false, 0, 0}, {false, 0.1, 0}, {true, 0.1, 0}, {true, 0.1, 0, true}});
}

TEST(OptimiserSteps, OfSgdAreTheirOperations) {
  expect_equal_steps(
      &sgd_row, &sgd_chain,
      {{false, 0, 0}, {false, 0.1, 0}, {false, 0, 0.9}, {false, 0.1, 0.9}, {true, 0.1, 0.9}});
}

TEST(OptimiserSteps, OfTensorsInOneMemoryAreTheirOperations) {
  const Held apart = held(DType::kFloat32, false);
  const Held together = held(DType::kFloat32, false);
  const Case decoupled{true, 0.1, 0};
  // The parameter is its own gradient: it has decayed when it is read as that.
  adam_row({together[0], together[0], together[2], together[3], together[4]}, decoupled, 1);
  adam_chain({apart[0], apart[0], apart[2], apart[3], apart[4]}, decoupled, 1);
  EXPECT_EQ(bits(together[0]), bits(apart[0]));
}

TEST(OptimiserSteps, TakeStatesOfAnotherDtypeAsPyTorchDoes) {
  Held mixed = held(DType::kFloat64, false);
  Held expected = held(DType::kFloat64, false);
  const Held narrow[]{held(DType::kFloat32, false), held(DType::kFloat32, false)};
  for (int i = 2; i < 5; ++i) {
    mixed[i] = narrow[0][i];
    expected[i] = narrow[1][i];
  }
  for (int step = 1; step <= 3; ++step) {
    adam_row(mixed, {false, 0.1, 0}, step);
    adam_chain(expected, {false, 0.1, 0}, step);
  }
  EXPECT_EQ(mixed[2].dtype(), DType::kFloat32);
  for (std::size_t i = 0; i < mixed.size(); ++i) EXPECT_EQ(bits(mixed[i]), bits(expected[i])) << i;
}

TEST(OptimiserSteps, CountAsWrites) {
  const Held all = held(DType::kFloat32, false);
  adam_row(all, {false, 0, 0, true}, 1);
  for (const std::size_t written : {0, 2, 3, 4}) {
    EXPECT_GT(Variable(all[written]).version().count(), 0u) << written;
  }
  EXPECT_EQ(Variable(all[1]).version().count(), 0u) << "the gradient is only read";
}

TEST(OptimiserSteps, RefuseToRecordHistory) {
  Held all = held(DType::kFloat32, false);
  all[0].set_requires_grad(true);
  try {
    sgd_row(all, {false, 0, 0}, 1);
    FAIL();
  } catch (const errors::Raised& raised) {
    EXPECT_STREQ(raised.what(),
                 "a leaf Variable that requires grad is being used in an in-place operation.");
  }
  const autograd::GradMode no_grad(false);
  const std::vector<std::uint64_t> before = bits(all[0]);
  sgd_row(all, {false, 0, 0}, 1);
  EXPECT_NE(bits(all[0]), before);
}

TEST(OptimiserSteps, SayWhichShapesDoNotFit) {
  Held all = held(DType::kFloat32, false);
  all[2] = Variable(Tensor::of(Shape{3}, std::vector<float>(3)));
  EXPECT_THROW(adam_row(all, {false, 0, 0}, 1), errors::Raised);
}

}  // namespace
}  // namespace playground::operations
