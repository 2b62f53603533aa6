#include "random/algorithms/philox4x32.hpp"

#include <gmock/gmock.h>

namespace playground::random {
namespace {

using testing::ElementsAre;

// kat_vectors of Random123.
TEST(Philox4x32, GivesThePublishedWords) {
  EXPECT_THAT(philox4x32({0, 0, 0, 0}, {0, 0}),
              ElementsAre(0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8));
  EXPECT_THAT(
      philox4x32({0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}, {0xffffffff, 0xffffffff}),
      ElementsAre(0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd));
  // The digits of pi.
  EXPECT_THAT(
      philox4x32({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}),
      ElementsAre(0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1));
}

TEST(Philox4x32, IsKnownToTheCompiler) { static_assert(philox4x32({}, {})[0] == 0x6627e8d5); }

TEST(CurandUniform, IsNever0AndReaches1) {
  EXPECT_EQ(curand_uniform(0), 0x1p-33f);
  EXPECT_EQ(curand_uniform(1), 0x1.8p-32f);
  EXPECT_EQ(curand_uniform(0xffffffff), 1.0f);
}

}  // namespace
}  // namespace playground::random
