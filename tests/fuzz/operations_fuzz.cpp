// Any bytes as a program of operations: of any names, with arguments that mostly are of the types
// that they take, and ways back. It ends in results or in errors of PyTorch's words, and nothing of
// it is left behind.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <utility>
#include <vector>

#include "autograd/engine.hpp"
#include "drawn_call.hpp"
#include "errors/error.hpp"
#include "errors/raised.hpp"
#include "operations/machine.hpp"
#include "small_machine.hpp"

namespace errors = playground::errors;
namespace autograd = playground::autograd;
namespace tensor = playground::tensor;
using namespace playground::operations;

namespace {

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
    DrawnCall drawn(choices_, [this] { return choices_.one_in(4) ? made() : any(); });
    // With OPERATIONS_FUZZ_SHOW set: the last one is what did harm.
    static const bool is_shown = std::getenv("OPERATIONS_FUZZ_SHOW") != nullptr;
    if (is_shown) std::fprintf(stderr, "%s\n", drawn.schema_text);
    keep(call(drawn.name, std::move(drawn.arguments), drawn.by_name, drawn.is_method));
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
    const std::vector<std::int64_t> extents = drawn_extents(choices_);
    const std::size_t rank = extents.size();
    Tensor x = drawn_tensor(choices_, extents, choices_.of(kDTypes));
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
