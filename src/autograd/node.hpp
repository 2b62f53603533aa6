// One operation of the history, and its way back: gradients of its outputs become those of its
// inputs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "autograd/variable.hpp"

namespace playground::autograd {

/// What the way there leaves for the way back. It knows if it was written in place meanwhile.
class Saved {
 public:
  Saved() = default;
  /// Of an input, or of anything else that was there before.
  explicit Saved(const Variable& variable);
  /// An output of the node itself, whose history is the node.
  static Saved output(const Variable& variable, std::uint32_t output = 0);

  bool is_output() const noexcept { return is_output_; }
  /// The variable with its history.
  ///
  /// of  the node that saves it
  /// Throws Raised, in PyTorch's words, if it was written in place.
  Variable unpack(const std::shared_ptr<Node>& of) const;

  /// After the result of the node has been written to `variable`, in place.
  void became(const Variable& variable);

 private:
  Variable alias_;  // without history, but of the same version; the leaf itself if it is one
  std::weak_ptr<Variable::Impl> original_;  // an error tells of its history as it is then
  std::uint32_t version_ = 0;
  Edge edge_;
  bool is_leaf_ = false;
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

/// Any callable with captures that may be moved only.
class WayBack {
 public:
  WayBack() = default;
  template <class F>
  WayBack(F f)
      : call_([](void* state, Backward& backward) { (*static_cast<F*>(state))(backward); }),
        state_(new F(std::move(f)), [](void* state) { delete static_cast<F*>(state); }) {}

  void operator()(Backward& backward) const { call_(state_.get(), backward); }
  explicit operator bool() const noexcept { return call_ != nullptr; }
  void reset() noexcept {
    call_ = nullptr;
    state_.reset();
  }

 private:
  void (*call_)(void*, Backward&) = nullptr;
  std::unique_ptr<void, void (*)(void*)> state_{nullptr, [](void*) {}};
};

/// Of a tensor: gets its gradient on the way back, and may give another.
using Hook = std::function<Variable(const Variable&)>;

class Node : public std::enable_shared_from_this<Node> {
 public:
  Node(std::string name, std::vector<Edge> next);
  ~Node();

  /// "MulBackward0", as PyTorch 1.13 calls it.
  const std::string& name() const noexcept { return name_; }
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

  void set_way_back(WayBack way_back, std::vector<Saved> saved);

  /// The gradients of the inputs, None for those that get none.
  ///
  /// Throws Raised, in PyTorch's words, if the saved were released or written in place.
  Variables apply(Variables gradients);
  /// Lets go what was saved: a second time through is an error.
  void release();

  /// By output: the hooks of what is there.
  std::map<std::uint32_t, std::vector<std::pair<std::uint64_t, Hook>>> hooks;
  /// By output: who keeps the gradient, weakly.
  std::map<std::uint32_t, std::weak_ptr<Variable::Impl>> retained;

  std::vector<Saved>& saved() noexcept { return saved_; }

  /// The leaf into whose grad() it adds, of a node "AccumulateGrad".
  Variable leaf;

  /// Where the way back that is gone has what it knows of this.
  std::uint32_t place = 0;
  /// By which a program outside holds this; 0 if none does.
  std::uint32_t number = 0;

 private:
  std::string name_;
  std::vector<Edge> next_;
  std::uint64_t sequence_;
  std::vector<Output> outputs_;
  WayBack way_back_;
  std::vector<Saved> saved_;
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
  Backward(Node& node, Variables grads) : node_(node), grads_(std::move(grads)) {}

  Node& node_;
  Variables grads_;
  Variables given_;
};

/// Makes `result` the output of a new node, if history is recorded and an input requires it.
///
/// saved  what the way back needs: Saved(x) of inputs, Saved::output(result) of the result
void record(const Variable& result, std::string_view name, std::initializer_list<Variable> inputs,
            std::vector<Saved> saved, WayBack way_back);

/// The same for a list of inputs, and of results, of which those of integers get no history.
void record(std::span<const Variable> results, std::string_view name, const Variables& inputs,
            std::vector<Saved> saved, WayBack way_back);

/// A result of a way back whose own way back is not there. With create_graph it gets a node that
/// says so, in PyTorch's words: the derivative for 'aten::…' is not implemented.
Variable without_second_derivative(Variable gradient, std::string_view name,
                                   std::initializer_list<Variable> inputs);

}  // namespace playground::autograd
