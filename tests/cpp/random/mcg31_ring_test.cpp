#include "random/mcg31_ring.hpp"

#include <gmock/gmock.h>

#include <vector>

namespace playground::random {
namespace {

struct Collect {
  std::vector<std::uint32_t>* values;

  void operator()(FourWords four) const {
    for (std::size_t i = 0; i < 4; ++i) values->push_back(four.get(i));
  }
};

TEST(Mcg31Ring, GivesTheValuesOfTheMultiplication) {
  for (const std::uint32_t seed : {1u, 42u, 0x7ffffffeu}) {
    Mcg31 values(seed);
    Mcg31 oracle(seed);
    Mcg31Ring ring(values);
    std::vector<std::uint32_t> got;
    for (int pass = 0; pass < 20; ++pass) ring.pass(Collect{&got});
    got.insert(got.end(), ring.values().begin(), ring.values().end());
    for (std::size_t i = 0; i < got.size(); ++i) ASSERT_EQ(got[i], oracle()) << seed << ", " << i;
  }
}

TEST(Mcg31Ring, LeavesTheValuesBehindItsOwn) {
  Mcg31 values(5);
  Mcg31 oracle(5);
  const Mcg31Ring ring(values);
  for (std::size_t i = 0; i < ring.kSize; ++i) oracle();
  EXPECT_EQ(values(), oracle());
}

}  // namespace
}  // namespace playground::random
