// Any bytes as a program of operations: of any names, with arguments that mostly are of the types
// that they take, and ways back. It ends in results or in errors of PyTorch's words, and nothing of
// it is left behind.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <new>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "autograd/engine.hpp"
#include "errors/error.hpp"
#include "errors/raised.hpp"
#include "operations/creation.hpp"
#include "operations/machine.hpp"
#include "operations/schema.hpp"
#include "operations/table.hpp"
#include "small_machine.hpp"
#include "tensor/dispatch.hpp"

namespace errors = playground::errors;
namespace autograd = playground::autograd;
namespace tensor = playground::tensor;
using namespace playground::operations;

namespace {

// The bytes, and behind them others that they determine, so that a short input is a long program.
class Choices {
 public:
  Choices(const std::uint8_t* data, std::size_t size) : bytes_(data, size) {
    for (const std::uint8_t byte : bytes_) state_ = state_ * 6364136223846793005u + byte + 1;
  }

  std::uint8_t byte() {
    if (at_ < bytes_.size()) return bytes_[at_++];
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::uint8_t>(state_ >> 56);
  }
  std::size_t below(std::size_t count) {
    const std::size_t wide = byte();
    return (count > 256 ? wide << 8 | byte() : wide) % count;
  }
  bool one_in(std::size_t count) { return below(count) == 0; }
  template <class T, std::size_t kCount>
  const T& of(const std::array<T, kCount>& values) {
    return values[below(kCount)];
  }

 private:
  std::span<const std::uint8_t> bytes_;
  std::size_t at_ = 0;
  std::uint64_t state_ = 1;
};

constexpr std::array kDTypes{DType::kFloat32, DType::kFloat32, DType::kFloat64,
                             DType::kInt64,   DType::kInt32,   DType::kBool};
constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr std::array<double, 16> kNumbers{
    0, 1, -1, 0.5, 2, -2.5, 1e-5, 3, 1e30, -0.0, 1e-45, kInfinity, -kInfinity, NAN, 100, 0.1};
constexpr std::array<std::int64_t, 20> kIntegers{0,
                                                 1,
                                                 2,
                                                 3,
                                                 4,
                                                 5,
                                                 8,
                                                 -1,
                                                 -2,
                                                 -3,
                                                 -4,
                                                 1,
                                                 2,
                                                 0,
                                                 1,
                                                 2,
                                                 17,
                                                 300,
                                                 std::numeric_limits<std::int64_t>::max(),
                                                 std::numeric_limits<std::int64_t>::min()};
constexpr std::array<std::string_view, 22> kTexts{
    "mean",  "sum",      "none",  "floor",     "trunc",    "linear", "nearest", "lower",
    "same",  "valid",    "fro",   "nuc",       "ij",       "xy",     "tanh",    "reflect",
    "right", "constant", "i,i->", "ij,jk->ik", "circular", "...i->i"};

class Program {
 public:
  Program(const std::uint8_t* data, std::size_t size) : choices_(data, size) {}

  void run() {
    for (int i = 0; i < 4; ++i) keep(made());
    for (std::size_t steps = 4 + choices_.below(16); steps > 0; --steps) {
      const std::size_t before = kept_.size();
      try {
        step();
      } catch (const errors::Raised& raised) {
        require(!raised.message().empty(), "an error says what is wrong");
      } catch (const errors::Error&) {
        // Of src/tensor.
      } catch (const std::bad_alloc&) {
      }
      require(autograd::is_grad_enabled(), "whether history is recorded is as it was");
      require(kept_.size() >= before, "tensors stay");
    }
  }

 private:
  void step() {
    const std::size_t which = choices_.below(16);
    if (which == 0) return go_back();
    if (which == 1) return keep(made());
    call_any();
  }

  void call_any() {
    static const std::vector<std::string_view> all = names(static_cast<Where>(
        static_cast<unsigned>(Where::kBoth) | static_cast<unsigned>(Where::kInner)));
    const std::string_view name = all[choices_.below(all.size())];
    const auto rows = overloads(name);
    const char* const schema_text = rows[choices_.below(rows.size())]->schema;
    const Schema schema = parsed(schema_text);
    Values arguments;
    for (const Parameter& parameter : schema.parameters) {
      if (parameter.is_by_name_only) break;
      if (parameter.has_default && choices_.one_in(3)) break;
      arguments.push_back(argument(parameter));
    }
    std::vector<std::string_view> by_name;
    for (const Parameter& parameter : schema.parameters) {
      if (!parameter.is_by_name_only || choices_.one_in(2)) continue;
      by_name.push_back(parameter.name);
      arguments.push_back(argument(parameter));
    }
    // With OPERATIONS_FUZZ_SHOW set: the last one is what did harm.
    static const bool is_shown = std::getenv("OPERATIONS_FUZZ_SHOW") != nullptr;
    if (is_shown) std::fprintf(stderr, "%s\n", schema_text);
    keep(call(name, std::move(arguments), by_name, choices_.one_in(2)));
  }

  void go_back() {
    const Variable output = any();
    if (!output.requires_grad()) return output_requires(output);
    const autograd::BackwardOptions options{choices_.one_in(2), choices_.one_in(4)};
    Variable gradient = any();
    if (gradient.shape() != output.shape() || gradient.dtype() != output.dtype()) {
      gradient = Variable(tensor::full(output.shape(), choices_.of(kNumbers), output.dtype()));
    }
    if (choices_.one_in(3)) {
      const Variable input = any();
      keep(Value(autograd::grad({output}, {gradient}, options, {input}, true)[0]));
    } else {
      autograd::backward({output}, {gradient}, options);
    }
    // A gradient that has a history of its own tensor would keep itself alive, as in PyTorch: also
    // where the tensor is not among those kept any more.
    if (options.create_graph) {
      for (Variable& leaf : leaves_) leaf.set_grad({});
    }
  }

  void output_requires(Variable output) {
    if (!output.is_leaf() || !tensor::is_floating(output.dtype())) return;
    output.set_requires_grad(true);
    leaves_.push_back(output);
  }

  Variable any() { return kept_[choices_.below(kept_.size())]; }

  void keep(const Value& value) {
    if (const auto* const values = std::get_if<Values>(&value)) {
      for (const Value& each : *values) keep(each);
      return;
    }
    const auto* const variable = std::get_if<Variable>(&value);
    if (!variable || !*variable) return;
    if (variable->is_leaf() && variable->requires_grad()) leaves_.push_back(*variable);
    constexpr std::size_t kMostRead = 1 << 14;
    if (variable->size() <= kMostRead) require_readable(variable->value());
    constexpr std::size_t kMostKept = 12;
    if (kept_.size() < kMostKept) {
      kept_.push_back(*variable);
    } else {
      kept_[choices_.below(kMostKept)] = *variable;
    }
  }

  // The sanitizer watches.
  static void require_readable(const Tensor& x) {
    const Tensor values = x.clone();
    require(values.shape() == x.shape(), "a copy has the shape");
  }

  Variable made() {
    std::vector<std::int64_t> extents;
    for (std::size_t rank = choices_.below(5); rank > 0; --rank) {
      extents.push_back(choices_.one_in(12) ? 0 : static_cast<std::int64_t>(1 + choices_.below(4)));
    }
    Tensor x(Shape(extents), choices_.of(kDTypes));
    tensor::with_type(x.dtype(), [&]<class T>(T) {
      for (T& value : x.values<T>()) value = element<T>();
    });
    const std::size_t rank = extents.size();
    if (rank > 1 && choices_.one_in(3)) x = tensor_transposed(x, rank);
    Variable variable(std::move(x));
    if (tensor::is_floating(variable.dtype()) && choices_.one_in(2)) {
      variable.set_requires_grad(true);
      leaves_.push_back(variable);
    }
    return variable;
  }

  Tensor tensor_transposed(const Tensor& x, std::size_t rank) {
    auto extents = x.shape().extents();
    auto strides = x.strides();
    const std::size_t i = choices_.below(rank);
    std::swap(extents[i], extents[0]);
    std::swap(strides[i], strides[0]);
    return x.as_strided(Shape(extents), strides, 0);
  }

  template <class T>
  T element() {
    if constexpr (std::is_floating_point_v<T>) {
      if (choices_.one_in(8)) return static_cast<T>(choices_.of(kNumbers));
      return static_cast<T>(static_cast<int>(choices_.below(256)) - 128) / T{32};
    } else if constexpr (std::is_same_v<T, bool>) {
      return choices_.one_in(2);
    } else {
      return static_cast<T>(choices_.one_in(16) ? choices_.of(kIntegers)
                                                : static_cast<std::int64_t>(choices_.below(5)));
    }
  }

  Value argument(const Parameter& parameter) {
    if (choices_.one_in(24)) return one(static_cast<Kind>(choices_.below(10)));
    if (parameter.may_be_none && choices_.one_in(3)) return None{};
    if (!parameter.is_list || (parameter.list_size > 0 && choices_.one_in(2))) {
      return one(parameter.kind);
    }
    Values values;
    for (std::size_t size = choices_.below(4) + (parameter.kind == Kind::kTensor); size > 0;
         --size) {
      const bool is_none = parameter.has_none_elements && choices_.one_in(4);
      values.push_back(is_none ? Value(None{}) : one(parameter.kind));
    }
    return values;
  }

  Value one(Kind kind) {
    switch (kind) {
      case Kind::kTensor:
        return choices_.one_in(4) ? made() : any();
      case Kind::kScalar:
        return choices_.one_in(2) ? Value(choices_.of(kIntegers)) : Value(choices_.of(kNumbers));
      case Kind::kInteger:
        return choices_.of(kIntegers);
      case Kind::kFloat:
        return choices_.of(kNumbers);
      case Kind::kBool:
        return choices_.one_in(2);
      case Kind::kString:
        return std::string(choices_.of(kTexts));
      case Kind::kDType:
        return choices_.of(kDTypes);
      case Kind::kDevice:
        return Device{};
      case Kind::kGenerator:
        return choices_.one_in(2) ? Value(new_generator({})) : Value(None{});
      case Kind::kLayout:
        break;
    }
    return None{};
  }

  Choices choices_;
  std::vector<Variable> kept_;
  std::vector<Variable> leaves_;  // those to which gradients can go
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  choose_machine("torch-cpu");
  set_default_dtype(DType::kFloat32);
  autograd::set_grad_enabled(true);
  Program(data, size).run();
  return 0;
}
