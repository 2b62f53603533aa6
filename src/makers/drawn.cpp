#include "makers/drawn.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <type_traits>
#include <utility>
#include <variant>

#include "errors/error.hpp"
#include "random/engines/torch/torch_cpu_integers.hpp"
#include "random/engines/torch/torch_cpu_normal.hpp"

namespace playground::makers {
namespace {

using errors::Kind;
using random::Makers;
using tensor::DType;
using tensor::Shape;
using tensor::Tensor;

[[noreturn]] void refuse(std::string_view engine, std::string_view maker) {
  errors::fail(Kind::kEngine, "{0}: {1} does not exist there or is not reproduced"_words, engine,
               maker);
}

void require_floating(DType dtype, std::string_view kernel) {
  if (dtype == DType::kInt64) {
    errors::fail(Kind::kDType, "\"{0}\" not implemented for 'Long'"_words, kernel);
  }
}

void require(DType dtype, DType only, std::string_view engine, std::string_view maker) {
  if (dtype == only) return;
  errors::fail(Kind::kEngine, "{0}: {1} draws {2} only"_words, engine, maker, name(only));
}

// Draws the elements one after another with one of two functions.
template <class Float32, class Float64>
Tensor generated(Shape shape, DType dtype, Float32 float32, Float64 float64) {
  Tensor x(std::move(shape), dtype);
  if (dtype == DType::kFloat32) {
    std::ranges::generate(x.values<float>(), float32);
  } else {
    std::ranges::generate(x.values<double>(), float64);
  }
  return x;
}

Tensor jax_uniforms(random::ThreefryKey key, random::JaxLayout layout, Shape shape) {
  Tensor x(std::move(shape), DType::kFloat32);
  const auto values = x.values<float>();
  std::array<std::uint32_t, 256> words;
  for (std::size_t first = 0; first < values.size(); first += words.size()) {
    const auto block = std::span(words).first(std::min(words.size(), values.size() - first));
    random::jax_bits(key, values.size(), first, block, layout);
    std::ranges::transform(block, values.subspan(first).begin(), random::jax_uniform);
  }
  return x;
}

struct Rand {
  Shape shape;
  DType dtype;

  template <class Engine>
  Tensor operator()(Engine& engine) {
    constexpr auto kName = Engine::kRecord.name;
    constexpr auto kMakers = Engine::kRecord.makers;
    if constexpr (kMakers == Makers::kTorch) {
      require_floating(dtype, "check_uniform_bounds");
      return uniforms(engine.generator);
    } else if constexpr (kMakers == Makers::kNumpyRng) {
      if (dtype == DType::kInt64) refuse(kName, "rand of int64");
      return uniforms(engine.generator);
    } else if constexpr (kMakers == Makers::kNumpyLegacy) {
      require(dtype, DType::kFloat64, kName, "rand");
      return generated(
          std::move(shape), dtype, [] { return 0.0f; },
          [&] { return engine.generator.uniform64(); });
    } else if constexpr (kMakers == Makers::kJax) {
      require(dtype, DType::kFloat32, kName, "rand");
      return jax_uniforms(engine.key, engine.layout, std::move(shape));
    } else {
      refuse(kName, "rand");
    }
  }

  template <class Words>
  Tensor uniforms(Words& words) {
    return generated(
        std::move(shape), dtype, [&] { return words.uniform32(); },
        [&] { return words.uniform64(); });
  }
};

struct Randn {
  Shape shape;
  DType dtype;

  template <class Engine>
  Tensor operator()(Engine& engine) {
    if constexpr (Engine::kRecord.makers == Makers::kTorch) {
      require_floating(dtype, "normal_kernel_cpu");
      Tensor x(std::move(shape), dtype);
      if (dtype == DType::kFloat32) {
        fill_normal(engine.generator, x.values<float>(), engine.normal_kernel);
      } else {
        fill_normal(engine.generator, x.values<double>());
      }
      return x;
    } else if constexpr (Engine::kRecord.makers == Makers::kNumpyLegacy) {
      require(dtype, DType::kFloat64, Engine::kRecord.name, "randn");
      return generated(
          std::move(shape), dtype, [] { return 0.0f; }, [&] { return engine.generator.normal(); });
    } else {
      refuse(Engine::kRecord.name, "randn");
    }
  }
};

// Calls `use` with an engine of PyTorch's on a CPU.
template <class Use>
Tensor with_torch_cpu(Generator& generator, std::string_view maker, Use use) {
  return std::visit(
      [&]<class Engine>(Engine& engine) -> Tensor {
        if constexpr (Engine::kRecord.makers == Makers::kTorch) {
          return use(engine.generator, Engine::kRandintIsWideFrom);
        } else {
          refuse(Engine::kRecord.name, maker);
        }
      },
      generator);
}

}  // namespace

Tensor rand(Generator& generator, Shape shape, DType dtype) {
  return std::visit(Rand{std::move(shape), dtype}, generator);
}

Tensor randn(Generator& generator, Shape shape, DType dtype) {
  return std::visit(Randn{std::move(shape), dtype}, generator);
}

Tensor randint(Generator& generator, std::int64_t low, std::int64_t high, Shape shape) {
  return with_torch_cpu(generator, "randint", [&](auto& words, std::uint64_t wide_from) {
    if (low >= high) {
      errors::fail(Kind::kValue,
                   "random_ expects 'from' to be less than 'to', but got from={0} >= to={1}"_words,
                   low, high);
    }
    Tensor x(std::move(shape), DType::kInt64);
    random::fill_randint(words, low, high, x.values<std::int64_t>(), wide_from);
    return x;
  });
}

Tensor randperm(Generator& generator, std::int64_t n) {
  return with_torch_cpu(generator, "randperm", [&](auto& words, std::uint64_t) {
    Tensor x({n}, DType::kInt64);
    random::fill_randperm(words, x.values<std::int64_t>());
    return x;
  });
}

}  // namespace playground::makers
