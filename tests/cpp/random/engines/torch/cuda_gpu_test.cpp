#include "random/engines/torch/cuda_gpu.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string_view>

namespace playground::random {
namespace {

TEST(CudaGpu, IsFoundByItsExactName) {
  const auto gpu = cuda_gpu_named("RTX 4080 SUPER");
  ASSERT_TRUE(gpu.has_value());
  EXPECT_EQ(gpu->multiprocessors, 80u);
  EXPECT_EQ(gpu->threads_per_multiprocessor, 1536u);
  EXPECT_FALSE(cuda_gpu_named("RTX 4080 super").has_value());
  EXPECT_FALSE(cuda_gpu_named("").has_value());
}

TEST(CudaGpu, EveryOneHasANameOfItsOwnAndRoomForABlock) {
  std::set<std::string_view> names;
  for (const auto& [name, gpu] : cuda_gpus()) {
    EXPECT_TRUE(names.insert(name).second) << name;
    EXPECT_GE(gpu.multiprocessors, 10u) << name;
    EXPECT_GE(gpu.threads_per_multiprocessor, 1024u) << name;
  }
}

}  // namespace
}  // namespace playground::random
