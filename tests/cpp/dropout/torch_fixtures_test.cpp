// Programs that real PyTorch ran, and every bit it gave.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "dropout/dropout.hpp"
#include "fixtures/bits.hpp"
#include "fixtures/sha256.hpp"
#include "makers/rand.hpp"

namespace playground::dropout {
namespace {

using nlohmann::json;
using tensor::Shape;
using tensor::Tensor;

const std::set<std::string> kKnownSteps{"seed",   "ones", "zeros",  "full",
                                        "tensor", "rand", "dropout"};

bool is_known(const json& program) {
  return std::ranges::all_of(program.at("steps"),
                             [](const json& step) { return kKnownSteps.contains(step.at("op")); });
}

std::uint64_t seed_from(const std::string& text) {
  return text.starts_with('-') ? static_cast<std::uint64_t>(std::stoll(text)) : std::stoull(text);
}

class Program {
 public:
  void run(const json& step) {
    const std::string op = step.at("op");
    if (op == "seed") return generator_->manual_seed(seed_from(step.at("seed")));
    const std::string out = step.at("out");
    if (op == "dropout") return dropout(step, out);
    if (op == "tensor") return set(out, fixtures::tensor_from(step));
    Shape shape(step.at("shape").get<std::vector<std::int64_t>>());
    const auto dtype = fixtures::dtype_named(step.at("dtype"));
    if (op == "rand") return set(out, makers::rand(*generator_, shape, dtype));
    const double value = op == "full" ? step.at("value").get<double>() : op == "ones" ? 1 : 0;
    set(out, tensor::full(shape, value, dtype));
  }

  const Tensor& at(const std::string& name) const { return *tensors_.at(name); }

 private:
  void set(const std::string& name, Tensor x) {
    tensors_[name] = std::make_shared<Tensor>(std::move(x));
  }

  void dropout(const json& step, const std::string& out) {
    const auto x = tensors_.at(step.at("in"));
    Dropout layer(step.at("p"), step.value("inplace", false), generator_);
    layer.set_training(step.at("train"));
    auto y = layer.forward(*x);
    tensors_[out] = y ? std::make_shared<Tensor>(std::move(*y)) : x;
  }

  std::shared_ptr<Generator> generator_ = std::make_shared<Generator>();
  std::map<std::string, std::shared_ptr<Tensor>> tensors_;
};

void expect_bits(const Tensor& got, const json& expected) {
  EXPECT_EQ(got.shape().extents(), expected.at("shape").get<std::vector<std::int64_t>>());
  EXPECT_EQ(name(got.dtype()), expected.at("dtype").get<std::string>());
  if (expected.contains("hex")) {
    EXPECT_EQ(fixtures::hex(got), expected.at("hex").get<std::vector<std::string>>());
  } else {
    tensor::with_type(got.dtype(), [&]<class T>(T) {
      EXPECT_EQ(fixtures::sha256(std::as_bytes(got.values<T>())),
                expected.at("sha256").get<std::string>());
    });
  }
}

TEST(TorchFixtures, EveryTensorOfEveryProgramIsPyTorchs) {
  int programs = 0;
  for (const json& program : fixtures::cases("torch-cpu-default.json")) {
    if (!is_known(program)) continue;
    SCOPED_TRACE(program.at("id").get<std::string>() + "\n" +
                 program.at("python").get<std::string>());
    ++programs;
    Program run;
    for (const json& step : program.at("steps")) run.run(step);
    for (const auto& [out, expected] : program.at("outputs").items()) {
      SCOPED_TRACE(out);
      expect_bits(run.at(out), expected);
    }
  }
  EXPECT_GE(programs, 95) << "the fixture must not shrink unseen";
}

}  // namespace
}  // namespace playground::dropout
