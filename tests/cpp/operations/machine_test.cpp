#include "operations/machine.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "autograd/engine.hpp"
#include "autograd/node.hpp"
#include "dropout/dropout.hpp"
#include "errors/raised.hpp"
#include "operations/table.hpp"

namespace playground::operations {
namespace {

using testing::HasSubstr;

constexpr Device kGpu{0};

// Puts the machine of the other tests back.
class AMachine : public testing::Test {
 protected:
  ~AMachine() override { choose_machine("torch-cpu"); }
};
class MachineOf : public AMachine, public testing::WithParamInterface<const char*> {};

void seed(const GeneratorHandle& generator, std::uint64_t seed) {
  random::seed(generator->engine, seed);
}

Variable called(std::string_view name, Values arguments,
                const std::vector<std::string_view>& names = {}) {
  return std::get<Variable>(call(name, std::move(arguments), names));
}

// What is raised; nothing if nothing is.
std::string raised_by(std::string_view name, Values arguments,
                      const std::vector<std::string_view>& names = {}) {
  try {
    call(name, std::move(arguments), names);
  } catch (const errors::Raised& raised) {
    return raised.message();
  }
  return {};
}

Variable ones(const Shape& shape, Device device = {}) {
  return Variable(tensor::full(shape, 1), device);
}

TEST_P(MachineOf, DropsAsTheLayerOfItsEngineDoes) {
  choose_machine(GetParam());
  const Device device = machine().cuda.empty() ? Device{} : kGpu;
  const GeneratorHandle generator = generator_for(nullptr, device);
  seed(generator, 5);
  const Variable y = called("dropout", {ones({1000}, device), 0.3, true});

  auto engine = std::make_shared<random::Generator>(random::generator_named(GetParam()));
  random::seed(*engine, 5);
  dropout::Dropout layer(dropout::LayerKind::kDropout, 0.3, false, engine);
  Tensor x = tensor::full({1000}, 1);
  EXPECT_TRUE(equal(y.value(), *layer.forward(x)));
  EXPECT_EQ(random::state(generator->engine), random::state(*engine));
  EXPECT_EQ(y.device(), device);
}

INSTANTIATE_TEST_SUITE_P(Torch, MachineOf,
                         testing::Values("torch-cpu", "torch-cpu-mkl", "torch-cuda"),
                         [](const auto& info) {
                           std::string name = info.param;
                           std::ranges::replace(name, '-', '_');
                           return name;
                         });

TEST_F(AMachine, WithAGpuGoesBackThroughTheMaskThatItDrew) {
  choose_machine("torch-cuda");
  Variable x = ones({64}, kGpu);
  x.set_requires_grad(true);
  const Variable y = called("dropout", {x, 0.5, true});
  EXPECT_EQ(y.grad_fn()->name(), "NativeDropoutBackward0");
  autograd::backward({y}, {ones({64}, kGpu)}, {});
  EXPECT_TRUE(equal(x.grad().value(), y.value()));
}

TEST_F(AMachine, WithAGpuDrawsOnItsCpuAsOneWithoutDoes) {
  choose_machine("torch-cuda");
  seed(machine().cpu, 1);
  const Variable there = called("randn", {Values{Value(std::int64_t{20})}});
  choose_machine("torch-cpu");
  seed(machine().cpu, 1);
  EXPECT_TRUE(equal(there.value(), called("randn", {Values{Value(std::int64_t{20})}}).value()));
}

TEST_F(AMachine, DoesNotDrawNumbersOfTheCpuForAGpu) {
  choose_machine("torch-cuda");
  const auto before = random::state(machine().cpu->engine);
  EXPECT_THAT(raised_by("randn", {Values{Value(std::int64_t{2})}, kGpu}, {"device"}),
              HasSubstr("randn of a GPU is not reproduced"));
  EXPECT_THAT(raised_by("feature_dropout", {ones({2, 2}, kGpu), 0.5, true}),
              HasSubstr("draw by another kernel on a GPU"));
  EXPECT_EQ(random::state(machine().cpu->engine), before);
}

TEST_F(AMachine, TellsAGeneratorOfAnotherDevice) {
  choose_machine("torch-cuda");
  EXPECT_EQ(raised_by("rand", {Values{Value(std::int64_t{2})}, new_generator(kGpu)}, {"generator"}),
            "Expected a 'cpu' device type for generator but found 'cuda'");
}

TEST_F(AMachine, WithoutAGpuHasNoGeneratorForOne) {
  choose_machine("torch-cpu");
  try {
    new_generator(kGpu);
    FAIL() << "there is one";
  } catch (const errors::Raised& raised) {
    EXPECT_EQ(raised.message(), "Device type CUDA is not supported for torch.Generator() api.");
  }
}

TEST_F(AMachine, OfAnUnknownEngineIsRefused) {
  EXPECT_THROW(choose_machine("jax"), errors::Raised);
}

TEST_F(AMachine, WithMklDrawsBernoulliInItsWayAndRefusesExponentials) {
  choose_machine("torch-cpu-mkl");
  seed(machine().cpu, 1);
  const Variable mask = called("bernoulli", {ones({100}), 0.7});
  seed(machine().cpu, 1);
  const Variable kept = called("dropout", {ones({100}), 0.3, true});
  EXPECT_TRUE(equal(mask.value(), to(to(kept.value(), DType::kBool), DType::kFloat32)));
  EXPECT_THAT(raised_by("multinomial", {ones({3}), std::int64_t{1}}),
              HasSubstr("exponential_ is not reproduced"));
}

}  // namespace
}  // namespace playground::operations
