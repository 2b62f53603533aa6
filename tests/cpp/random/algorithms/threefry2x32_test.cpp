#include "random/algorithms/threefry2x32.hpp"

#include <gmock/gmock.h>

namespace playground::random {
namespace {

using testing::ElementsAre;

std::array<std::uint32_t, 2> words(ThreefryKey key, std::uint32_t x0, std::uint32_t x1) {
  return threefry2x32(key, x0, x1);
}

// kat_vectors of Random123, threefry2x32 20.
TEST(Threefry2x32, GivesThePublishedWords) {
  EXPECT_THAT(words({0, 0}, 0, 0), ElementsAre(0x6b200159, 0x99ba4efe));
  EXPECT_THAT(words({0xffffffff, 0xffffffff}, 0xffffffff, 0xffffffff),
              ElementsAre(0x1cb996fc, 0xbb002be7));
  // The digits of pi.
  EXPECT_THAT(words({0x13198a2e, 0x03707344}, 0x243f6a88, 0x85a308d3),
              ElementsAre(0xc4923a9c, 0x483df7a0));
}

}  // namespace
}  // namespace playground::random
