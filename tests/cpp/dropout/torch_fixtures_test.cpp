// Programs that real PyTorch ran, and every bit it gave.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "dropout/dropout.hpp"
#include "fixtures/bits.hpp"
#include "ops/drawn.hpp"
#include "ops/ranges.hpp"

namespace playground::dropout {
namespace {

using nlohmann::json;
using tensor::Shape;
using tensor::Tensor;

// Integers that JSON's numbers might not hold are written as texts.
std::int64_t integer_from(const json& number) {
  return number.is_string() ? std::stoll(number.get<std::string>()) : number.get<std::int64_t>();
}

const std::map<std::string, LayerKind> kLayers{
    {"dropout", LayerKind::kDropout},
    {"dropout1d", LayerKind::kDropout1d},
    {"dropout2d", LayerKind::kDropout2d},
    {"dropout3d", LayerKind::kDropout3d},
    {"alpha_dropout", LayerKind::kAlphaDropout},
    {"feature_alpha_dropout", LayerKind::kFeatureAlphaDropout},
};

// A program of the fixtures, run step by step on one engine.
class Program {
 public:
  explicit Program(Generator generator)
      : generator_(std::make_shared<Generator>(std::move(generator))) {}

  void run(const json& step) {
    const std::string op = step.at("op");
    if (op == "seed") return random::seed(*generator_, fixtures::torch_seed(step.at("seed")));
    const std::string out = step.at("out");
    if (kLayers.contains(op)) return dropout(kLayers.at(op), step, out);
    tensors_[out] = std::make_shared<Tensor>(make(op, step));
  }

  const Tensor& at(const std::string& name) const { return *tensors_.at(name); }

 private:
  Tensor make(const std::string& op, const json& step) {
    if (op == "tensor") return fixtures::tensor_from(step);
    if (op == "randperm") return ops::randperm(*generator_, step.at("n"));
    if (op == "arange") {
      return ops::arange(step.at("start"), step.at("end"), step.at("step"),
                         fixtures::dtype_named(step.at("dtype")));
    }
    if (op == "linspace") {
      return ops::linspace(step.at("start"), step.at("end"), step.at("steps"));
    }
    const Shape shape = fixtures::shape_of(step);
    if (op == "randint") {
      return ops::randint(*generator_, integer_from(step.at("low")), integer_from(step.at("high")),
                          shape);
    }
    const auto dtype = fixtures::dtype_named(step.at("dtype"));
    if (op == "rand") return ops::rand(*generator_, shape, dtype);
    if (op == "randn") return ops::randn(*generator_, shape, dtype);
    if (op == "full") return tensor::full(shape, step.at("value"), dtype);
    if (op == "ones" || op == "zeros") return tensor::full(shape, op == "ones", dtype);
    throw std::runtime_error("unknown step " + op);
  }

  void dropout(LayerKind kind, const json& step, const std::string& out) {
    const auto x = tensors_.at(step.at("in"));
    Dropout layer(kind, step.at("p"), step.value("inplace", false), generator_);
    layer.set_training(step.at("train"));
    auto y = layer.forward(*x);
    tensors_[out] = y ? std::make_shared<Tensor>(std::move(*y)) : x;
  }

  std::shared_ptr<Generator> generator_;
  std::map<std::string, std::shared_ptr<Tensor>> tensors_;
};

// float64 normals in blocks of 16 end in the C library's log, cos and sin, which differ in the last
// bit between platforms, and between PyTorch's own builds.
bool ends_in_the_c_library(const json& program, const std::string& out) {
  for (const json& step : program.at("steps")) {
    if (step.value("out", "") == out && step.at("op") == "randn") {
      return step.at("dtype") == "float64";
    }
  }
  return false;
}

void expect_programs(const std::string& file, const Generator& generator, int at_least) {
  int programs = 0;
  for (const json& program : fixtures::cases(file)) {
    SCOPED_TRACE(program.at("id").get<std::string>() + "\n" +
                 program.at("python").get<std::string>());
    ++programs;
    Program run(generator);
    for (const json& step : program.at("steps")) run.run(step);
    for (const auto& [out, expected] : program.at("outputs").items()) {
      SCOPED_TRACE(out);
      if (!ends_in_the_c_library(program, out)) fixtures::expect_tensor(run.at(out), expected);
    }
  }
  EXPECT_GE(programs, at_least) << "the fixture must not shrink unseen";
}

TEST(TorchFixtures, EveryTensorOfEveryProgramIsThatOfTorchCpu) {
  expect_programs("torch-cpu-default.json", random::TorchCpuEngine{}, 220);
}

TEST(TorchFixtures, EveryTensorOfEveryProgramIsThatOfTorchCpuMkl) {
  expect_programs("torch-cpu-mkl.json", random::TorchCpuMklEngine{}, 132);
}

}  // namespace
}  // namespace playground::dropout
