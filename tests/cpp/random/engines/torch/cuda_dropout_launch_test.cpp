#include "random/engines/torch/cuda_dropout_launch.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "fixtures/words.hpp"

namespace playground::random {
namespace {

using nlohmann::json;
using testing::ElementsAre;

// The fused kernel's decisions, as the plainest loop.
std::vector<std::uint8_t> cuda_mask(TorchCudaGenerator& generator, std::uint64_t size, double p,
                                    CudaGpu gpu, CudaVectorApi api = CudaVectorApi::kSixteenBytes) {
  const auto launch = cuda_dropout_launch(size, sizeof(float), gpu, api);
  std::vector<std::uint32_t> words(size);
  cuda_dropout_words(generator, launch, 0, words);
  std::vector<std::uint8_t> mask(size);
  std::ranges::transform(words, mask.begin(), [p](std::uint32_t word) {
    return curand_uniform(word) < static_cast<float>(1 - p);
  });
  generator.advance(launch.offset_increment);
  return mask;
}

TEST(CudaDropoutLaunch, MasksAndOffsetsAreThoseOfTheKernel) {
  std::size_t checked = 0;
  for (const json& program : fixtures::cases("torch-cuda-kernel.json")) {
    const CudaGpu gpu{program.at("sms"), program.at("threads_per_sm")};
    TorchCudaGenerator generator(fixtures::torch_seed(program.at("seed")));
    int call = 0;
    for (const json& expected : program.at("calls")) {
      SCOPED_TRACE(program.at("id").get<std::string>() + " call " + std::to_string(call++));
      const std::uint64_t size = expected.at("n");
      const double p = expected.at("p");
      for (const auto api : {CudaVectorApi::kSixteenBytes, CudaVectorApi::kFourElements}) {
        const auto launch = cuda_dropout_launch(size, sizeof(float), gpu, api);
        EXPECT_EQ(launch.threads, 256 * expected.at("blocks").get<std::uint64_t>());
        EXPECT_EQ(launch.vector_width, expected.at("elements_per_thread").get<std::uint32_t>());
      }
      EXPECT_EQ(generator.offset(), expected.at("philox_offset").get<std::uint64_t>());

      std::vector<float> y(size, 1.0f);
      if (expected.at("input").is_array()) y = fixtures::values_from<float>(expected.at("input"));
      const auto mask = cuda_mask(generator, size, p, gpu);
      const float scale = 1 / static_cast<float>(1 - p);
      for (std::size_t i = 0; i < y.size(); ++i) y[i] = y[i] * mask[i] * scale;
      fixtures::expect_bits(y, expected.at("y"));
      checked += y.size();
    }
  }
  EXPECT_EQ(checked, 7'227'240u) << "the fixture must not shrink unseen";
}

// https://github.com/pytorch/pytorch/issues/25690, PyTorch of September 2019:
// torch.manual_seed(0); nn.Dropout(0.5)(torch.ones(1000, 1000).to('cuda:0')).abs().sum()
TEST(CudaDropoutLaunch, SingleElementsAreThoseOfAP100) {
  TorchCudaGenerator generator(0);
  const auto mask =
      cuda_mask(generator, 1'000'000, 0.5, *cuda_gpu_named("P100"), CudaVectorApi::kSingle);
  EXPECT_EQ(2 * std::ranges::count(mask, 1), 999826);
}

// https://github.com/intel/torch-xpu-ops/issues/2926: torch.cuda.manual_seed_all(1);
// (nn.Dropout(p=0.1)(torch.ones(512*4*1024).to('cuda')) == 0).nonzero()
TEST(CudaDropoutLaunch, VectorsAreThoseOfAnRtx4080Super) {
  TorchCudaGenerator generator(1);
  const auto mask = cuda_mask(generator, 512 * 4 * 1024, 0.1, *cuda_gpu_named("RTX 4080 SUPER"));
  std::vector<std::size_t> dropped;
  for (std::size_t i = 0; i < mask.size(); ++i) {
    if (mask[i] == 0) dropped.push_back(i);
  }
  ASSERT_GT(dropped.size(), 6u);
  EXPECT_THAT(std::vector(dropped.begin(), dropped.begin() + 3), ElementsAre(8u, 14u, 20u));
  EXPECT_THAT(std::vector(dropped.end() - 3, dropped.end()),
              ElementsAre(2097121u, 2097140u, 2097151u));
}

TEST(CudaDropoutLaunch, SmallTensorsAreTheSameOnEveryGpu) {
  for (const std::uint64_t size : {1u, 255u, 257u, 1002u, 4096u, 14'336u}) {
    TorchCudaGenerator first(3);
    const auto expected = cuda_mask(first, size, 0.5, *cuda_gpu_named("T4"));
    EXPECT_EQ(first.offset(), 4u);
    for (const auto& [name, gpu] : cuda_gpus()) {
      TorchCudaGenerator generator(3);
      ASSERT_EQ(cuda_mask(generator, size, 0.5, gpu), expected) << name << ", " << size;
    }
  }
}

TEST(CudaDropoutLaunch, VectorWidthDependsOnSizeTypeAndVersion) {
  const CudaGpu gpu = *cuda_gpu_named("T4");
  const auto width = [&](std::uint64_t size, std::uint32_t bytes, CudaVectorApi api) {
    return cuda_dropout_launch(size, bytes, gpu, api).vector_width;
  };
  EXPECT_EQ(width(16, 2, CudaVectorApi::kSixteenBytes), 8u);
  EXPECT_EQ(width(16, 4, CudaVectorApi::kSixteenBytes), 4u);
  EXPECT_EQ(width(16, 8, CudaVectorApi::kSixteenBytes), 2u);
  EXPECT_EQ(width(16, 8, CudaVectorApi::kFourElements), 4u);
  EXPECT_EQ(width(16, 4, CudaVectorApi::kSingle), 1u);
  EXPECT_EQ(width(18, 4, CudaVectorApi::kSixteenBytes), 2u);
  EXPECT_EQ(width(17, 2, CudaVectorApi::kSixteenBytes), 1u);
}

TEST(CudaDropoutLaunch, AnyRangeOfWordsIsThatOfEachElementAlone) {
  TorchCudaGenerator generator(5);
  generator.advance(8);
  for (const std::uint32_t bytes : {2u, 4u, 8u}) {
    for (const std::uint64_t size : {9000u, 9002u, 9004u, 9001u}) {
      const auto launch = cuda_dropout_launch(size, bytes, {1, 1024});
      for (const std::uint64_t first : {0u, 1u, 2u, 1023u, 4094u, 8990u}) {
        std::vector<std::uint32_t> words(10);
        cuda_dropout_words(generator, launch, first, words);
        for (std::uint64_t i = 0; i < words.size(); ++i) {
          const auto [thread, draw, component] = cuda_dropout_draw(launch, first + i);
          ASSERT_EQ(words[i], generator.words(thread, draw)[component])
              << size << ", " << first + i;
        }
      }
    }
  }
}

// A word read twice would couple two elements.
TEST(CudaDropoutLaunch, NoTwoElementsReadTheSameWord) {
  for (const std::uint32_t bytes : {2u, 4u, 8u}) {
    for (const std::uint64_t size : {9000u, 9002u, 9004u, 9001u}) {
      const auto launch = cuda_dropout_launch(size, bytes, {1, 1024});
      std::set<std::tuple<std::uint64_t, std::uint64_t, std::uint32_t>> read;
      for (std::uint64_t i = 0; i < size; ++i) {
        const auto [thread, draw, component] = cuda_dropout_draw(launch, i);
        EXPECT_LT(thread, launch.threads);
        EXPECT_TRUE(read.emplace(thread, draw, component).second) << size << ", element " << i;
      }
    }
  }
}

}  // namespace
}  // namespace playground::random
