#include "ops/kernels/optimise.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "fixtures/words.hpp"
#include "random/engines/torch/torch_cpu_normal.hpp"

namespace playground::ops {
namespace {

using nlohmann::json;
using Floats = std::vector<float>;

constexpr std::size_t kSize = 67;

double option(const json& options, const char* name, double usual) {
  return options.value(name, usual);
}

class Optimiser {
 public:
  explicit Optimiser(const json& described)
      : name_(described.at("optimiser").get<std::string>()), options_(described.at("options")) {
    first_.assign(kSize, static_cast<float>(option(options_, "initial_accumulator_value", 0)));
  }

  void step(const Floats& grad, Floats& parameter) {
    ++step_;
    const double weight_decay = option(options_, "weight_decay", name_ == "AdamW" ? 1e-2 : 0);
    const bool maximize = options_.value("maximize", false);
    const double momentum = option(options_, "momentum", 0);
    if (name_ == "SGD") {
      const Sgd sgd{options_.at("lr"),
                    momentum,
                    option(options_, "dampening", 0),
                    weight_decay,
                    options_.value("nesterov", false),
                    maximize};
      sgd_step<float>(sgd, step_ == 1, grad, first_, parameter);
    } else if (name_ == "RMSprop") {
      const RmsProp rmsprop{option(options_, "lr", 1e-2),
                            option(options_, "alpha", 0.99),
                            1e-8,
                            weight_decay,
                            momentum,
                            options_.value("centered", false)};
      rmsprop_step<float>(rmsprop, grad, first_, second_, third_, parameter);
    } else if (name_ == "Adagrad") {
      const Adagrad adagrad{option(options_, "lr", 1e-2), option(options_, "lr_decay", 0),
                            weight_decay};
      adagrad_step<float>(adagrad, step_, grad, first_, parameter);
    } else {
      Adam adam{option(options_, "lr", 1e-3)};
      if (options_.contains("betas")) {
        adam.beta1 = options_.at("betas").at(0);
        adam.beta2 = options_.at("betas").at(1);
      }
      adam.eps = option(options_, "eps", 1e-8);
      adam.weight_decay = weight_decay;
      adam.decoupled = name_ == "AdamW";
      adam.amsgrad = options_.value("amsgrad", false);
      adam.maximize = maximize;
      adam_step<float>(adam, bias_corrections(adam, step_), grad, first_, second_, third_,
                       parameter);
    }
  }

 private:
  std::string name_;
  json options_;
  std::uint64_t step_ = 0;
  Floats first_;
  Floats second_ = Floats(kSize);
  Floats third_ = Floats(kSize);
};

TEST(Optimise, EveryStepHasPyTorchsBits) {
  int configurations = 0;
  for (const json& described : fixtures::cases("torch-optimisers.json")) {
    SCOPED_TRACE(described.at("optimiser").get<std::string>() + described.at("options").dump());
    ++configurations;
    random::TorchCpuGenerator generator(7);
    const auto randn = [&] {
      Floats values(kSize);
      fill_normal(generator, values);
      return values;
    };
    Floats parameter = randn();
    Optimiser optimiser(described);
    for (const json& after : described.at("after")) {
      Floats grad = randn();
      for (float& value : grad) value /= 10;
      optimiser.step(grad, parameter);
      fixtures::expect_bits(parameter, after);
    }
  }
  EXPECT_EQ(configurations, 18) << "the fixture must not shrink unseen";
}

// On x^2 / 2, whose gradient is x.
TEST(Optimise, StepsOfFloat64GoDownhill) {
  std::vector<double> x{3, -2};
  std::vector<double> mean(2), square(2), none;
  for (std::uint64_t step = 1; step <= 2000; ++step) {
    const Adam options{0.01};
    adam_step<double>(options, bias_corrections(options, step), std::vector<double>(x), mean,
                      square, none, x);
  }
  EXPECT_NEAR(x[0], 0, 1e-3);
  EXPECT_NEAR(x[1], 0, 1e-3);
}

}  // namespace
}  // namespace playground::ops
