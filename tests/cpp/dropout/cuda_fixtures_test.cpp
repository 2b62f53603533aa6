// What PyTorch's fused CUDA dropout gives, call after call.
#include <gtest/gtest.h>

#include <string>

#include "dropout/dropout.hpp"
#include "fixtures/bits.hpp"
#include "fixtures/seeded.hpp"

namespace playground::dropout {
namespace {

using nlohmann::json;
using tensor::Shape;
using tensor::Tensor;

Tensor input_of(const json& call) {
  const Shape shape({call.at("n").get<std::int64_t>()});
  if (call.at("input") == "ones") return tensor::full(shape, 1);
  return Tensor::of<float>(shape, fixtures::values_from<float>(call.at("input")));
}

TEST(CudaFixtures, EveryCallIsThatOfTheKernelOnItsGpu) {
  std::size_t programs = 0;
  std::size_t checked = 0;
  for (const json& program : fixtures::cases("torch-cuda-kernel.json")) {
    ++programs;
    random::TorchCudaEngine engine;
    engine.gpu = {program.at("sms"), program.at("threads_per_sm")};
    const auto generator = fixtures::seeded(engine, fixtures::torch_seed(program.at("seed")));
    for (const json& call : program.at("calls")) {
      SCOPED_TRACE(program.at("id").get<std::string>() + ", " + call.at("n").dump() + " elements");
      EXPECT_EQ(std::get<random::TorchCudaEngine>(*generator).generator.offset(),
                call.at("philox_offset").get<std::uint64_t>());
      Dropout drop(LayerKind::kDropout, call.at("p"), false, generator);
      Tensor x = input_of(call);
      const auto y = fixtures::list<float>(*drop.forward(x));
      fixtures::expect_bits(y, call.at("y"));
      checked += y.size();
    }
  }
  EXPECT_EQ(programs, 27u) << "the fixture must not shrink unseen";
  EXPECT_EQ(checked, 7'227'240u);
}

}  // namespace
}  // namespace playground::dropout
