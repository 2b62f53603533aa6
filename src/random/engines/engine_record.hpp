// What is to be known of an engine besides its generator. Each engine has one record of this kind
// beside its generator, and all rules about engines read it: those of dropout, search, makers and
// texts here, and by bindings/engine_records.cpp those of the package.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "random/engines/mask_form.hpp"

namespace playground::random {

/// Whose engine it is.
enum class Framework { kTorch, kJax, kFlax, kNumpy, kTfjs, kOwn };

/// Where the framework draws.
enum class Device { kCpu, kCuda };

/// Which dropout layers of torch.nn there are.
enum class Layers {
  kAll,
  kOnlyDropout,
  kOnlyDropoutHere,  // the others draw with other kernels, which are not reproduced
};

/// What its dropout does with a tensor of whole numbers.
enum class Integers {
  kUncastable,    // PyTorch: the product of whole numbers and float noise is no whole number
  kWidened,       // NumPy: they become float64 where they are divided
  kNotFloating,   // TensorFlow.js takes floating point only
  kDivided,       // JAX: the quotient is a float32
  kUnselectable,  // Flax selects between the quotient and zeros of the input's dtype
};

/// What its layer computes of x, keep and p.
enum class Arithmetic {
  kProduct,            // x * (keep / (1 - p)): inverted_dropout
  kSelectedQuotient,   // keep ? x / (1 - p) : 0
  kQuotientOfProduct,  // x * keep / (1 - p)
};

/// What a call does because of p alone, before anything is drawn.
enum class Shortcut {
  kNone,       // it draws
  kUnchanged,  // the input comes back
  kTimesZero,  // all is multiplied by 0
  kZero,       // all becomes +0
  kRefused,    // the framework takes no such p
};

/// What a seed is.
enum class SeedKind {
  kInteger,  // torch.manual_seed: 64 bits, with a sign or without
  kKey,      // jax.random.key of a whole number, or any other key
  kWord,     // np.random.seed
  kEntropy,  // np.random.default_rng: a whole number of any size, or a list of them
  kText,     // tf.dropout: a number counts by its digits
};

struct Seeds {
  SeedKind kind;
  /// The whole numbers of 64 bits that the framework takes.
  std::int64_t lowest;
  std::uint64_t highest;
};

/// What moves on from call to call.
enum class Stream {
  kWords,  // words, of which each call takes those that come next
  kCalls,  // a count or an offset: each call has words of its own
  kNone,   // nothing, so that every call draws the same
};

/// What makes the words.
enum class Algorithm { kMt19937, kMt19937ThenMcg31, kPhilox4x32, kThreefry2x32, kPcg64, kAlea };

/// The functions that draw tensors from it.
enum class Makers {
  kNone,         // there are none, or they are not reproduced
  kTorch,        // torch.rand, torch.randn, torch.randint, torch.randperm
  kNumpyLegacy,  // np.random.rand, np.random.randn
  kNumpyRng,     // random() of np.random.default_rng
  kJax,          // jax.random.uniform
};

/// How a number that was drawn keeps its element.
enum class Comparison {
  kBelowKeep,  // if it is below 1 - p
  kFromP,      // if it is p or above
  kTable,      // no number is compared
};

/// Where the numbers come from, in words that are names.
struct DrawnFrom {
  std::string_view text;
  /// The same where it is otherwise, or nothing: with a float32 input, and for a mask by hand.
  std::string_view of_float32 = "";
  std::string_view by_hand = "";
};

inline constexpr MaskForm kLayerAlone[] = {MaskForm::kLayer};

struct EngineRecord {
  std::string_view name;
  Framework framework;
  Device device = Device::kCpu;
  Layers layers = Layers::kOnlyDropout;
  /// Whether there is float64 as the framework comes; float32 all have.
  bool has_float64 = false;
  /// Whether its makers make float64 unless they are asked for another dtype.
  bool makes_float64 = false;
  Integers integers;
  Arithmetic arithmetic;
  Comparison comparison = Comparison::kBelowKeep;
  Shortcut at_zero = Shortcut::kUnchanged;
  Shortcut at_one;
  Seeds seeds;
  Stream stream;
  Algorithm algorithm;
  Makers makers = Makers::kNone;
  /// Whether each layer draws in a scope of its own, which its path in the model names.
  bool has_scopes = false;
  /// The ways to draw a mask, the default first.
  std::span<const MaskForm> forms = kLayerAlone;
  /// What can be chosen of it, as the package calls it.
  std::span<const std::string_view> options = {};
  DrawnFrom drawn_from;
};

}  // namespace playground::random
