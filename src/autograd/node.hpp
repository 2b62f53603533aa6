// One operation of the history, and its way back: gradients of its outputs become those of its
// inputs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <memory>
#include <new>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "autograd/variable.hpp"

namespace playground::autograd {

/// What a node is called: a literal, or a text of which there is one copy for all nodes.
class NodeName {
 public:
  NodeName(const char* literal) noexcept : text_(literal) {}
  NodeName(std::string_view text);
  NodeName(const std::string& text) : NodeName(std::string_view(text)) {}
  std::string_view text() const noexcept { return text_; }

 private:
  std::string_view text_;
};

/// What record() keeps for the way back.
class Saved {
 public:
  /// Nothing.
  Saved() = default;
  /// An input, or anything else that was there before.
  explicit Saved(const Variable& variable) noexcept : variable_(&variable) {}
  /// An output of the node itself, whose history is the node.
  static Saved output(const Variable& variable, std::uint32_t output = 0) noexcept {
    Saved saved(variable);
    saved.output_ = output;
    return saved;
  }

 private:
  friend class SavedVariable;
  static constexpr std::uint32_t kNone = ~std::uint32_t{0};

  const Variable* variable_ = nullptr;
  std::uint32_t output_ = kNone;  // of the node
};

/// What a node has kept. It knows if it was written in place meanwhile.
class SavedVariable {
 public:
  explicit SavedVariable(const Saved& saved);

  bool is_output() const noexcept { return is_output_; }
  /// The variable with its history.
  ///
  /// of  the node that saves it
  /// Throws Raised, in PyTorch's words, if it was written in place.
  Variable unpack(const std::shared_ptr<Node>& of) const;

  /// After the result of the node has been written to `variable`, in place.
  void became(const Variable& variable);

 private:
  bool has_history(const Variable& variable, const Edge& edge) const;
  [[noreturn]] void fail_as_written(const Edge& edge) const;

  // The leaf itself, if it is one. Such a leaf never gets a history. Any other tensor may get one
  // that leads back here, and must not be kept by what it keeps: of it there are the elements.
  Variable leaf_;
  std::optional<Tensor> value_;
  Device device_;
  Version version_;
  std::uint32_t count_ = 0;  // of the version, when it was saved
  Edge edge_;
  std::weak_ptr<Variable::Impl> original_;
  bool is_view_ = false;  // of a base that has a part in gradients
  bool is_output_ = false;
};

/// While it is there, an operation computes what is then written over `target`. Of the elements
/// that will be gone a Saved has a copy, unless it is of `target` itself or of a view of it: then
/// the way back errs, as PyTorch's does.
class WrittenOver {
 public:
  explicit WrittenOver(const Variable& target) noexcept;
  WrittenOver(const WrittenOver&) = delete;
  WrittenOver& operator=(const WrittenOver&) = delete;
  ~WrittenOver();

 private:
  const Variable* before_;
};

class Backward;

/// Any callable with captures that may be moved only. Few and plain ones lie in it, all others in
/// a block of their own.
class WayBack {
 public:
  WayBack() = default;
  template <class F>
  WayBack(F f)
      : call_([](void* state, Backward& backward) { (*static_cast<F*>(state))(backward); }) {
    if constexpr (sizeof(F) <= sizeof few_ && std::is_trivially_copyable_v<F>) {
      new (few_) F(f);
    } else {
      state_ = State(new F(std::move(f)), [](void* state) { delete static_cast<F*>(state); });
    }
  }

  void operator()(Backward& backward) { call_(state_ ? state_.get() : few_, backward); }
  explicit operator bool() const noexcept { return call_ != nullptr; }
  void reset() noexcept {
    call_ = nullptr;
    state_.reset();
  }

 private:
  using State = std::unique_ptr<void, void (*)(void*)>;

  void (*call_)(void*, Backward&) = nullptr;
  State state_{nullptr, [](void*) {}};
  alignas(std::int64_t) std::byte few_[24];
};

class Node : public std::enable_shared_from_this<Node> {
 public:
  Node(NodeName name, std::vector<Edge> next);
  ~Node();

  /// "MulBackward0", as PyTorch 1.13 calls it.
  std::string_view name() const noexcept { return name_.text(); }
  const std::vector<Edge>& next() const noexcept { return next_; }
  std::uint64_t sequence() const noexcept { return sequence_; }

  /// What an output is like, which its gradient must be, too.
  struct Output {
    Shape shape;
    DType dtype;
    Device device;
  };
  const std::vector<Output>& outputs() const noexcept { return outputs_; }
  std::uint32_t add_output(const Variable& output);

  void set_way_back(WayBack way_back, std::span<const Saved> saved);

  /// The gradients of the inputs, None for those that get none.
  ///
  /// gradients  of the outputs
  /// given      as many None as there are inputs, and then their gradients
  /// Throws Raised, in PyTorch's words, if the saved were released or written in place.
  void apply(std::span<const Variable> gradients, std::span<Variable> given);
  /// Lets go what was saved: a second time through is an error.
  void release();

  /// Who else gets the gradients of the outputs; of most nodes nobody.
  struct Watchers {
    /// By output: the hooks of what is there.
    std::map<std::uint32_t, std::vector<std::pair<std::uint64_t, Hook>>> hooks;
    /// By output: who keeps the gradient, weakly.
    std::map<std::uint32_t, std::weak_ptr<Variable::Impl>> retained;
  };
  Watchers& watchers();
  const Watchers* watchers_if_any() const noexcept { return watchers_.get(); }

  std::vector<SavedVariable>& saved() noexcept { return saved_; }

  /// The leaf into whose grad() it adds, of a node "AccumulateGrad".
  Variable leaf;

  /// Where the way back that is gone has what it knows of this.
  std::uint32_t place = 0;
  /// By which a program outside holds this; 0 if none does.
  std::uint32_t number = 0;

 private:
  NodeName name_;
  std::vector<Edge> next_;
  std::uint64_t sequence_;
  std::vector<Output> outputs_;
  WayBack way_back_;
  std::vector<SavedVariable> saved_;
  std::unique_ptr<Watchers> watchers_;
  bool is_released_ = false;
};

/// What a way back sees and gives.
class Backward {
 public:
  /// Of the only output, or of one that has a gradient or else zeros.
  Variable grad(std::size_t output = 0) const;
  bool has_grad(std::size_t output) const noexcept { return static_cast<bool>(grads_[output]); }
  /// In the order in which they were saved; None where None was saved.
  Variable saved(std::size_t i) const;
  /// Whether the gradient of an input is wanted.
  bool wants(std::size_t input) const noexcept;
  /// Gives it. Its shape may be the broadcast one: the sum is taken where the input was repeated;
  /// its dtype may be another than the input's, to which it is converted.
  void give(std::size_t input, Variable grad);

 private:
  friend class Node;
  Backward(Node& node, std::span<const Variable> grads, std::span<Variable> given) noexcept
      : node_(node), grads_(grads), given_(given) {}

  Node& node_;
  std::span<const Variable> grads_;
  std::span<Variable> given_;
};

/// A list of what is saved: written {Saved(x), Saved::output(y)}, or a vector.
class SavedList {
 public:
  SavedList() = default;
  SavedList(std::initializer_list<Saved> list) noexcept : list_(list.begin(), list.size()) {}
  SavedList(const std::vector<Saved>& list) noexcept : list_(list) {}
  operator std::span<const Saved>() const noexcept { return list_; }

 private:
  std::span<const Saved> list_;
};

/// Makes `result` the output of a new node, if history is recorded and an input requires it.
///
/// saved  what the way back needs: Saved(x) of inputs, Saved::output(result) of the result
void record(const Variable& result, NodeName name, VariableRefs inputs, SavedList saved,
            WayBack way_back);

/// The same for a list of inputs, and of results, of which those of integers get no history.
void record(std::span<const Variable> results, NodeName name, const Variables& inputs,
            SavedList saved, WayBack way_back);

/// A result of a way back whose own way back is not there. With create_graph it gets a node that
/// says so, in PyTorch's words: the derivative for 'aten::…' is not implemented.
Variable without_second_derivative(Variable gradient, NodeName name, VariableRefs inputs);

}  // namespace playground::autograd
