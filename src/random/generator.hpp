// The random engine of one framework, with its state from call to call. Users seed it and give it
// to layers and makers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "random/algorithms/alea.hpp"
#include "random/engines/fast/fast_generator.hpp"
#include "random/engines/flax/flax_keys.hpp"
#include "random/engines/jax/jax_random.hpp"
#include "random/engines/mask_form.hpp"
#include "random/engines/numpy/numpy_legacy_generator.hpp"
#include "random/engines/numpy/numpy_pcg64_generator.hpp"
#include "random/engines/torch/cuda_gpu.hpp"
#include "random/engines/torch/torch_cpu_generator.hpp"
#include "random/engines/torch/torch_cpu_normal.hpp"
#include "random/engines/torch/torch_cuda_generator.hpp"

namespace playground::random {

/// `torch-cpu`: PyTorch on a CPU, 2.7 and later; before that macOS, ARM and builds without MKL.
struct TorchCpuEngine {
  static constexpr std::string_view kName = "torch-cpu";
  TorchCpuGenerator generator{TorchCpuGenerator::kDefaultSeed};
  NormalKernel normal_kernel = NormalKernel::kAvx2;
  MaskForm form = MaskForm::kLayer;
};

/// `torch-cpu-mkl`: PyTorch on an Intel CPU up to 2.6, wheels with MKL. The generator and the
/// makers are those of `torch-cpu`, except randint of wide ranges. Bernoulli masks are drawn
/// differently.
struct TorchCpuMklEngine {
  static constexpr std::string_view kName = "torch-cpu-mkl";
  TorchCpuGenerator generator{TorchCpuGenerator::kDefaultSeed};
  NormalKernel normal_kernel = NormalKernel::kAvx2;
  MaskForm form = MaskForm::kLayer;
};

/// `torch-cuda`: PyTorch on an NVIDIA GPU, which matters for large tensors only.
struct TorchCudaEngine {
  static constexpr std::string_view kName = "torch-cuda";
  TorchCudaGenerator generator{TorchCudaGenerator::kDefaultSeed};
  CudaGpu gpu{108, 2048};  // an A100

  /// What draws on the CPU in the same program, such as torch.rand(…) without a device:
  /// torch.manual_seed seeds both. It is made only when somebody asks, since to seed it takes far
  /// longer than to seed the GPU's.
  TorchCpuGenerator& cpu() {
    if (!made_cpu) made_cpu.emplace(generator.initial_seed());
    return *made_cpu;
  }

  /// None until somebody has asked since the seeding.
  std::optional<TorchCpuGenerator> made_cpu;
};

/// `jax`: jax.random.bernoulli of one key. Keys are not spent: every call gives the same.
struct JaxEngine {
  static constexpr std::string_view kName = "jax";
  ThreefryKey key{};
  JaxLayout layout = JaxLayout::kPartitionable;
};

/// `flax-linen`: flax.linen.Dropout in one apply() with rngs={'dropout': key}, whose calls count.
struct FlaxLinenEngine {
  static constexpr std::string_view kName = "flax-linen";
  ThreefryKey key{};
  JaxLayout layout = JaxLayout::kPartitionable;
  std::vector<std::string> path;  // such as {"Dropout_0"}
  std::uint32_t calls = 0;
};

/// `flax-nnx`: flax.nnx.Dropout with rngs=nnx.Rngs(seed).
struct FlaxNnxEngine {
  static constexpr std::string_view kName = "flax-nnx";
  NnxStream stream{ThreefryKey{}};
  JaxLayout layout = JaxLayout::kPartitionable;
  bool forks = true;  // Flax 0.11 and later: a layer takes a stream of its own
};

/// `numpy`: np.random.seed and np.random.rand.
struct NumpyEngine {
  static constexpr std::string_view kName = "numpy";
  NumpyLegacyGenerator generator{0};
  MaskForm form = MaskForm::kRandBelowKeep;
};

/// `numpy-pcg64`: np.random.default_rng and its random().
struct NumpyPcg64Engine {
  static constexpr std::string_view kName = "numpy-pcg64";
  NumpyPcg64Generator generator{std::span<const std::uint32_t>()};
  MaskForm form = MaskForm::kRandBelowKeep;
};

/// `tfjs`: tf.dropout with a seed, which starts afresh in every call.
struct TfjsEngine {
  static constexpr std::string_view kName = "tfjs";
  std::u16string seed;
};

/// `fast`: this project's own. Its probabilities are exact, and it costs about as much as a copy.
struct FastEngine {
  static constexpr std::string_view kName = "fast";
  FastGenerator generator{0};
};

using Generator =
    std::variant<TorchCpuEngine, TorchCpuMklEngine, TorchCudaEngine, JaxEngine, FlaxLinenEngine,
                 FlaxNnxEngine, NumpyEngine, NumpyPcg64Engine, TfjsEngine, FastEngine>;

/// Whether an engine is PyTorch's on a CPU, of which there are two.
template <class Engine>
inline constexpr bool kIsTorchCpu =
    std::is_same_v<Engine, TorchCpuEngine> || std::is_same_v<Engine, TorchCpuMklEngine>;

std::string_view name(const Generator& generator) noexcept;

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

/// Whether an engine draws words of a stream, one after another: PyTorch's on a CPU and NumPy's.
bool draws_words(const Generator& generator) noexcept;

/// The seed that torch.Generator.initial_seed() tells, and that of `fast`; nothing for the engines
/// of other frameworks.
std::optional<std::uint64_t> initial_seed(const Generator& generator) noexcept;

/// All that changes from call to call, as bytes for restore() in the same build; not the options.
std::vector<std::byte> state(const Generator& generator);

/// Throws an Error (kValue), and changes nothing, if state() of this engine gives no such
/// bytes.
void restore(Generator& generator, std::span<const std::byte> state);

}  // namespace playground::random
