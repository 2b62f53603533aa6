// The random engine of one framework, with its state from call to call. Users seed it and give it
// to layers and makers.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "random/engines/engine_record.hpp"
#include "random/engines/fast/fast_engine.hpp"
#include "random/engines/flax/flax_linen_engine.hpp"
#include "random/engines/flax/flax_nnx_engine.hpp"
#include "random/engines/jax/jax_engine.hpp"
#include "random/engines/numpy/numpy_engine.hpp"
#include "random/engines/numpy/numpy_pcg64_engine.hpp"
#include "random/engines/tfjs/tfjs_engine.hpp"
#include "random/engines/torch/torch_cpu_engine.hpp"
#include "random/engines/torch/torch_cpu_mkl_engine.hpp"
#include "random/engines/torch/torch_cuda_engine.hpp"

namespace playground::random {

/// An engine is a struct in a folder of its framework: its record, its options, its generator, and
/// how that is seeded, passed over, kept and restored.
#ifdef DROPOUT_PLAYGROUND_FIGURE
using Generator = std::variant<TorchCpuEngine>;  // all that a figure's own module has
#else
using Generator =
    std::variant<TorchCpuEngine, TorchCpuMklEngine, TorchCudaEngine, JaxEngine, FlaxLinenEngine,
                 FlaxNnxEngine, NumpyEngine, NumpyPcg64Engine, TfjsEngine, FastEngine>;
#endif

/// The records of all engines, in the order of the variant.
inline constexpr auto kEngineRecords =
    []<class... Engines>(std::type_identity<std::variant<Engines...>>) {
      return std::array{&Engines::kRecord...};
    }(std::type_identity<Generator>());

/// What the core asks of an engine.
const EngineRules& record(const Generator& generator) noexcept;

inline std::string_view name(const Generator& generator) noexcept { return record(generator).name; }

/// The engine of that name as it is without options, not yet seeded. Throws an Error (kEngine) for
/// a name there is not.
Generator generator_named(std::string_view name);

/// How it draws the mask: MaskForm::kLayer for the engines that have no other form.
MaskForm form(const Generator& generator) noexcept;

/// Starts the stream of a seed from its beginning, as the framework does with a number it has
/// checked: torch.manual_seed, jax.random.key, nnx.Rngs, np.random.seed (of which the low 32 bits
/// are taken). A negative seed is passed as its two's complement. Throws an Error (kValue) for
/// the two engines below.
void seed(Generator& generator, std::uint64_t seed);

/// np.random.default_rng, a seed of any size in words, least significant first. Throws
/// an Error (kValue) for any other engine than `numpy-pcg64`.
void seed_with_words(Generator& generator, std::span<const std::uint32_t> words);

/// tf.dropout's seed, in the UTF-16 code units of its text. Throws an Error (kValue) for any
/// other engine than `tfjs`.
void seed_with_text(Generator& generator, std::u16string_view text);

/// Starts JAX's and Flax's engines from a key instead of a number: what `steps` lead to from `key`,
/// in the layout of the engine. Throws an Error (kValue) for the other engines.
void seed_with_key(Generator& generator, ThreefryKey key, std::span<const JaxKeyStep> steps);

/// Passes over what is drawn before a layer is made: `count` words of 32 bits of PyTorch's (for
/// `torch-cuda` those of the CPU, where a model is made) and NumPy's, requests of the stream of
/// `flax-nnx`, calls of make_rng of `flax-linen`. Throws an Error (kEngine) for the engines without
/// a stream, unless `count` is 0.
void skip(Generator& generator, std::uint64_t count);

/// The seed that torch.Generator.initial_seed() tells, and that of `fast`; nothing for the engines
/// of other frameworks.
std::optional<std::uint64_t> initial_seed(const Generator& generator) noexcept;

/// All that changes from call to call, as bytes for restore() in the same build; not the options.
std::vector<std::byte> state(const Generator& generator);

/// Throws an Error (kValue), and changes nothing, if state() of this engine gives no such
/// bytes.
void restore(Generator& generator, std::span<const std::byte> state);

}  // namespace playground::random
