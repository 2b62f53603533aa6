#include "dropout/engine_rules.hpp"

#include <stdexcept>
#include <string>
#include <type_traits>
#include <variant>

namespace playground::dropout {
namespace {

using tensor::DType;

template <class Engine>
constexpr bool kIsTorchCpu = std::is_same_v<Engine, random::TorchCpuEngine> ||
                             std::is_same_v<Engine, random::TorchCpuMklEngine>;

template <class Engine>
constexpr bool kIsTorch = kIsTorchCpu<Engine> || std::is_same_v<Engine, random::TorchCudaEngine>;

// Our own behaves as PyTorch's layers do, all of them.
template <class Engine>
constexpr bool kIsFast = std::is_same_v<Engine, random::FastEngine>;

template <class Engine>
constexpr bool kIsNumpy =
    std::is_same_v<Engine, random::NumpyEngine> || std::is_same_v<Engine, random::NumpyPcg64Engine>;

template <class Engine>
constexpr bool kIsTfjs = std::is_same_v<Engine, random::TfjsEngine>;

// Calls `use` with the engine's type, as a value that is not looked at.
template <class Use>
decltype(auto) with_engine(const random::Generator& generator, Use use) {
  return std::visit([&]<class Engine>(const Engine&) { return use.template operator()<Engine>(); },
                    generator);
}

}  // namespace

Arithmetic arithmetic(const random::Generator& generator) noexcept {
  return with_engine(generator, []<class Engine>() {
    if constexpr (kIsNumpy<Engine>) return Arithmetic::kQuotientOfProduct;
    if constexpr (kIsTorch<Engine> || kIsTfjs<Engine> || kIsFast<Engine>) {
      return Arithmetic::kProduct;
    }
    return Arithmetic::kSelectedQuotient;
  });
}

Shortcut shortcut(const random::Generator& generator, DropProbability p) noexcept {
  return with_engine(generator, [&]<class Engine>() {
    // The two lines of NumPy code know no special cases.
    if constexpr (kIsNumpy<Engine>) return Shortcut::kNone;
    if (p.value() == 0) return Shortcut::kUnchanged;
    if (p.value() != 1) return Shortcut::kNone;
    return kIsTorch<Engine> || kIsFast<Engine> ? Shortcut::kTimesZero : Shortcut::kZero;
  });
}

std::optional<random::FlaxNnxEngine> layer_generator(random::Generator& generator) {
  auto* engine = std::get_if<random::FlaxNnxEngine>(&generator);
  if (engine == nullptr || !engine->forks) return std::nullopt;
  random::FlaxNnxEngine own = *engine;
  own.stream = engine->stream.fork();
  return own;
}

void spend_on_empty(random::Generator& generator) {
  if (auto* linen = std::get_if<random::FlaxLinenEngine>(&generator)) {
    ++linen->calls;
  } else if (auto* nnx = std::get_if<random::FlaxNnxEngine>(&generator)) {
    nnx->stream();
  }
}

void check_layer(const random::Generator& generator, LayerKind kind) {
  with_engine(generator, [&]<class Engine>() {
    if (kIsTorchCpu<Engine> || kIsFast<Engine> || kind == LayerKind::kDropout) return;
    const std::string layer(name(kind));
    const std::string engine(Engine::kName);
    throw UnsupportedByEngine(kIsTorch<Engine>
                                  ? engine + ": " + layer +
                                        " draws with another kernel there, which is not reproduced"
                                  : engine + " has no " + layer + ", only Dropout");
  });
}

void check_probability(const random::Generator& generator, DropProbability p) {
  if (std::holds_alternative<random::TfjsEngine>(generator) && p.value() == 1) {
    throw std::invalid_argument("rate must be a float in the range [0, 1), but got 1.");
  }
}

void check_dtype(const random::Generator& generator, DType dtype) {
  with_engine(generator, [&]<class Engine>() {
    const std::string engine(Engine::kName);
    if (dtype == DType::kInt64) {
      if constexpr (kIsTfjs<Engine>) {
        throw std::domain_error(
            "x has to be a floating point tensor since it's going to be scaled, but got a int32 "
            "tensor instead.");
      }
      if constexpr (!kIsTorch<Engine> && !kIsFast<Engine>) {
        throw UnsupportedByEngine(engine + ": dropout of integers is not reproduced");
      }
      // It is the product of an integer tensor with the float noise that fails.
      throw std::domain_error("result type Float can't be cast to the desired output type Long");
    }
    if (dtype == DType::kFloat64 && !kIsTorch<Engine> && !kIsNumpy<Engine> && !kIsFast<Engine>) {
      throw UnsupportedByEngine(engine + " has no float64 as it comes; use float32");
    }
  });
}

}  // namespace playground::dropout
