#include "random/engines/torch/torch_cuda_generator.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <vector>

#include "errors/fails.hpp"

namespace playground::random {
namespace {

using errors::Fails;
using errors::Kind;

std::vector<std::byte> copy_of(std::span<const std::byte> bytes) {
  return {bytes.begin(), bytes.end()};
}

TEST(TorchCudaGenerator, SeedIsTheKeyAndThreadAndDrawAreTheCounter) {
  TorchCudaGenerator generator(0x0000000200000001);
  generator.advance(4 * 0x100000003);
  EXPECT_EQ(generator.words(0x0000000700000006, 2), philox4x32({5, 1, 6, 7}, {1, 2}));
}

TEST(TorchCudaGenerator, AdvancingSkipsDraws) {
  TorchCudaGenerator generator(42);
  const PhiloxWords third = generator.words(9, 2);
  generator.advance(8);
  EXPECT_EQ(generator.words(9, 0), third);
  generator.advance(1);
  EXPECT_EQ(generator.offset(), 12u) << "whole draws only";
}

TEST(TorchCudaGenerator, ManualSeedStartsAfresh) {
  TorchCudaGenerator generator(1);
  generator.advance(4);
  generator.manual_seed(2);
  EXPECT_EQ(generator.offset(), 0u);
  EXPECT_EQ(generator.words(0, 0), TorchCudaGenerator(2).words(0, 0));
}

TEST(TorchCudaGenerator, RestoreContinuesWhereStateWasTaken) {
  TorchCudaGenerator generator(42);
  generator.advance(400);
  TorchCudaGenerator other;
  other.restore(copy_of(generator.state()));
  EXPECT_EQ(other.words(3, 1), generator.words(3, 1));
  EXPECT_EQ(other.initial_seed(), 42u);
  EXPECT_EQ(other.offset(), 400u);
}

TEST(TorchCudaGenerator, RestoreRefusesWhatIsNoState) {
  TorchCudaGenerator generator(42);
  auto state = copy_of(generator.state());
  EXPECT_THAT([&] { generator.restore(std::span(state).first(8)); }, Fails(Kind::kValue));
  std::memset(state.data(), 0xff, state.size());
  EXPECT_THAT([&] { generator.restore(state); }, Fails(Kind::kValue)) << "no such offset";
  EXPECT_EQ(generator.initial_seed(), 42u) << "a refused state must change nothing";
}

}  // namespace
}  // namespace playground::random
