#include "random/algorithms/sha1.hpp"

#include <gmock/gmock.h>

#include <string>

namespace playground::random {
namespace {

using testing::ElementsAre;

// FIPS 180-4's examples.
TEST(Sha1, GivesThePublishedDigests) {
  EXPECT_THAT(sha1("abc"), ElementsAre(0xa9993e36, 0x4706816a, 0xba3e2571, 0x7850c26c, 0x9cd0d89d));
  EXPECT_THAT(sha1("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
              ElementsAre(0x84983e44, 0x1c3bd26e, 0xbaae4aa1, 0xf95129e5, 0xe54670f1));
  EXPECT_THAT(sha1(std::string(1'000'000, 'a')),
              ElementsAre(0x34aa973c, 0xd4c4daa4, 0xf61eeb2b, 0xdbad2731, 0x6534016f));
  EXPECT_THAT(sha1(""), ElementsAre(0xda39a3ee, 0x5e6b4b0d, 0x3255bfef, 0x95601890, 0xafd80709));
}

// 55 bytes are the most that leave room for the length in their block.
TEST(Sha1, PadsAtTheEdgeOfABlock) {
  EXPECT_THAT(sha1(std::string(55, 'a')),
              ElementsAre(0xc1c8bbdc, 0x22796e28, 0xc0e15163, 0xd20899b6, 0x5621d65a));
  EXPECT_THAT(sha1(std::string(56, 'a')),
              ElementsAre(0xc2db330f, 0x6083854c, 0x99d4b5bf, 0xb6e8f29f, 0x201be699));
  EXPECT_THAT(sha1(std::string(64, '\0')),
              ElementsAre(0xc8d7d0ef, 0x0eedfa82, 0xd2ea1aa5, 0x92845b9a, 0x6d4b02b7));
}

}  // namespace
}  // namespace playground::random
