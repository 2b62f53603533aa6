#include "makers/rand.hpp"

#include <gmock/gmock.h>

#include <stdexcept>

namespace playground::makers {
namespace {

using testing::StrEq;
using testing::ThrowsMessage;

// torch.manual_seed(0); torch.rand(2, 2); torch.rand(1)
TEST(Rand, GoesOnWhereTheGeneratorStands) {
  random::TorchCpuGenerator generator(0);
  const tensor::Tensor x = rand(generator, {2, 2});
  EXPECT_FLOAT_EQ(x.values<float>()[3], 0.13203049f);
  EXPECT_FLOAT_EQ(rand(generator, {1}).values<float>()[0], 0.30742282f);
}

TEST(Rand, RefusesInt64InPyTorchsWords) {
  random::TorchCpuGenerator generator(0);
  EXPECT_THAT([&] { rand(generator, {1}, tensor::DType::kInt64); },
              ThrowsMessage<std::domain_error>(
                  StrEq("\"check_uniform_bounds\" not implemented for 'Long'")));
}

}  // namespace
}  // namespace playground::makers
