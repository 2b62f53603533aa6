#include "dropout/engine_rules.hpp"

#include <type_traits>
#include <variant>

#include "errors/error.hpp"

namespace playground::dropout {
namespace {

using errors::Kind;
using random::kIsTorchCpu;
using tensor::DType;

template <class Engine>
constexpr bool kIsTorch = kIsTorchCpu<Engine> || std::is_same_v<Engine, random::TorchCudaEngine>;

// Our own engine, which has all layers and treats them as PyTorch does.
template <class Engine>
constexpr bool kIsFast = std::is_same_v<Engine, random::FastEngine>;

template <class Engine>
constexpr bool kIsNumpy =
    std::is_same_v<Engine, random::NumpyEngine> || std::is_same_v<Engine, random::NumpyPcg64Engine>;

template <class Engine>
constexpr bool kIsJax = std::is_same_v<Engine, random::JaxEngine>;

template <class Engine>
constexpr bool kIsTfjs = std::is_same_v<Engine, random::TfjsEngine>;

// Calls `use` with the type of the engine as its template argument.
template <class Use>
decltype(auto) with_engine(const random::Generator& generator, Use use) {
  return std::visit([&]<class Engine>(const Engine&) { return use.template operator()<Engine>(); },
                    generator);
}

// Whether its dropout is a line of a program, not a layer: NumPy's always is.
bool is_by_hand(const random::Generator& generator) noexcept {
  return std::visit(
      []<class Engine>(const Engine& engine) {
        if constexpr (requires { engine.form; }) {
          return engine.form != random::MaskForm::kLayer;
        } else {
          return false;
        }
      },
      generator);
}

}  // namespace

Arithmetic arithmetic(const random::Generator& generator) noexcept {
  if (is_by_hand(generator)) return Arithmetic::kQuotientOfProduct;
  return with_engine(generator, []<class Engine>() {
    if constexpr (kIsTorch<Engine> || kIsTfjs<Engine> || kIsFast<Engine>) {
      return Arithmetic::kProduct;
    }
    return Arithmetic::kSelectedQuotient;
  });
}

Shortcut shortcut(const random::Generator& generator, DropProbability p) noexcept {
  // Such a line has no special cases.
  if (is_by_hand(generator)) return Shortcut::kNone;
  return with_engine(generator, [&]<class Engine>() {
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
  if (kind == LayerKind::kDropout) return;
  const bool by_hand = is_by_hand(generator);
  with_engine(generator, [&]<class Engine>() {
    if (kIsFast<Engine> || (kIsTorchCpu<Engine> && !by_hand)) return;
    const auto words =
        kIsTorchCpu<Engine> ? "{0}: dropout by hand has no {1}, only Dropout"_words
        : kIsTorch<Engine>
            ? "{0}: {1} draws with another kernel there, which is not reproduced"_words
            : "{0} has no {1}, only Dropout"_words;
    errors::fail(Kind::kLayer, words, Engine::kName, name(kind));
  });
}

void check_probability(const random::Generator& generator, DropProbability p) {
  if (std::holds_alternative<random::TfjsEngine>(generator) && p.value() == 1) {
    errors::fail(Kind::kProbability, "rate must be a float in the range [0, 1), but got 1."_words);
  }
}

DType quotient_dtype(const random::Generator& generator) noexcept {
  return std::holds_alternative<random::JaxEngine>(generator) ? DType::kFloat32 : DType::kFloat64;
}

void check_dtype(const random::Generator& generator, DType dtype) {
  with_engine(generator, [&]<class Engine>() {
    if (dtype == DType::kInt64) {
      // NumPy's integers are divided.
      if (kIsNumpy<Engine>) return;
      if constexpr (kIsTfjs<Engine>) {
        errors::fail(Kind::kDType,
                     "x has to be a floating point tensor since it's going to be scaled, but got a "
                     "int32 tensor instead."_words);
      }
      // A program with jax.random.bernoulli divides, too; Flax then selects between two dtypes.
      if (kIsJax<Engine>) return;
      if constexpr (!kIsTorch<Engine> && !kIsFast<Engine>) {
        errors::fail(Kind::kDType,
                     "lax.select requires arguments to have the same dtypes, got int32, float32. "
                     "(Tip: jnp.where is a similar function that does automatic type promotion on "
                     "inputs)."_words);
      }
      // In PyTorch the product of an integer tensor and the float noise fails.
      errors::fail(Kind::kIntegers,
                   "result type Float can't be cast to the desired output type Long"_words);
    }
    if (dtype == DType::kFloat64 && !kIsTorch<Engine> && !kIsNumpy<Engine> && !kIsFast<Engine>) {
      errors::fail(Kind::kEngine, "{0} has no float64 as it comes; use float32"_words,
                   Engine::kName);
    }
  });
}

}  // namespace playground::dropout
