#include "ops/drawn.hpp"

#include <span>
#include <string_view>
#include <utility>
#include <variant>

#include "errors/error.hpp"
#include "random/distributions/normal.hpp"
#include "random/distributions/uniform.hpp"
#include "random/engines/torch/torch_cpu_integers.hpp"
#include "tensor/dispatch.hpp"

namespace playground::ops {
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

void require(DType dtype, DType only, std::string_view engine, std::string_view maker) {
  if (dtype == only) return;
  errors::fail(Kind::kEngine, "{0}: {1} draws {2} only"_words, engine, maker, name(only));
}

void require_uniform(const random::EngineRules& engine, DType dtype) {
  switch (engine.makers) {
    case Makers::kTorch:
      if (!is_floating(dtype)) tensor::fail_not_implemented("check_uniform_bounds", dtype);
      return;
    case Makers::kNumpyRng:
      if (!is_floating(dtype)) refuse(engine.name, "rand of int64");
      return;
    case Makers::kNumpyLegacy:
      return require(dtype, DType::kFloat64, engine.name, "rand");
    case Makers::kJax:
      return require(dtype, DType::kFloat32, engine.name, "rand");
    case Makers::kNone:
      break;
  }
  refuse(engine.name, "rand");
}

void require_normal(const random::EngineRules& engine, DType dtype) {
  if (engine.makers == Makers::kNumpyLegacy) {
    require(dtype, DType::kFloat64, engine.name, "randn");
  } else if (engine.makers != Makers::kTorch) {
    refuse(engine.name, "randn");
  } else if (!is_floating(dtype)) {
    tensor::fail_not_implemented("normal_kernel_cpu", dtype);
  }
}

// Calls `use` with an engine of PyTorch's on a CPU.
template <class Use>
Tensor with_torch_cpu(Generator& generator, std::string_view maker, Use use) {
  return std::visit(
      [&]<class Engine>(Engine& engine) -> Tensor {
        if constexpr (Engine::kRecord.rules.makers == Makers::kTorch) {
          return use(engine.generator, Engine::kRandintIsWideFrom);
        } else {
          refuse(Engine::kRecord.rules.name, maker);
        }
      },
      generator);
}

}  // namespace

Tensor rand(Generator& generator, Shape shape, DType dtype) {
  require_uniform(random::record(generator), dtype);
  Tensor x(std::move(shape), dtype);
  tensor::with_floating_type(dtype, "rand",
                             [&]<class T>(T) { random::fill_uniform(generator, x.values<T>()); });
  return x;
}

Tensor randn(Generator& generator, Shape shape, DType dtype) {
  require_normal(random::record(generator), dtype);
  Tensor x(std::move(shape), dtype);
  tensor::with_floating_type(dtype, "randn",
                             [&]<class T>(T) { random::fill_normal(generator, x.values<T>()); });
  return x;
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

}  // namespace playground::ops
