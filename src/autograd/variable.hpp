// A tensor as a program has it: elements, where they lie, and how they came to be.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <utility>
#include <vector>

#include "tensor/device.hpp"
#include "tensor/tensor.hpp"

namespace playground::autograd {

class Node;
class Variable;
using tensor::Device;
using tensor::DType;
using tensor::Shape;
using tensor::Tensor;
using Variables = std::vector<Variable>;

/// How often the elements have been written in place. Views of one tensor share it; `x.data` has
/// one of its own.
class Version {
 public:
  Version() = default;
  Version(const Version& other) : shared_(&other.shared()) { ++shared_->handles; }
  Version& operator=(Version other) noexcept {
    std::swap(shared_, other.shared_);
    return *this;
  }
  ~Version() {
    if (shared_ && --shared_->handles == 0) delete shared_;
  }

  std::uint32_t count() const noexcept { return shared_ ? shared_->count : 0; }
  void bump() { ++shared().count; }

  /// Whether it counts the same writes.
  bool is(const Version& other) const noexcept {
    return this == &other || (shared_ && shared_ == other.shared_);
  }

 private:
  struct Shared {
    std::uint32_t count = 0;
    std::uint32_t handles = 1;
  };

  Shared& shared() const {
    if (!shared_) shared_ = new Shared;
    return *shared_;
  }

  // Made when there is something to count or somebody to share it with, which most results of
  // operations never see.
  mutable Shared* shared_ = nullptr;
};

/// Which output of which node.
struct Edge {
  std::shared_ptr<Node> node;  // none: no gradient is wanted
  std::uint32_t output = 0;
};

/// What may be written in place to a view while history is recorded.
enum class ViewKind : std::uint8_t {
  kPlain,
  kOfSeveral,   // an output of unbind, split or chunk
  kWithoutGrad  // made in no_grad
};

/// A handle: a copy is the same tensor. Without one it is None ("undefined").
class Variable {
 public:
  Variable() = default;
  /// A new tensor without history.
  explicit Variable(Tensor value, Device device = {});

  explicit operator bool() const noexcept { return impl_ != nullptr; }
  bool is(const Variable& other) const noexcept { return impl_ == other.impl_; }

  inline const Tensor& value() const noexcept;
  inline Tensor& value() noexcept;
  const Shape& shape() const noexcept { return value().shape(); }
  DType dtype() const noexcept { return value().dtype(); }
  std::size_t rank() const noexcept { return shape().rank(); }
  std::size_t size() const noexcept { return value().size(); }
  inline Device device() const noexcept;

  /// Whether it was a number of the program, which has less say in the dtype of a result.
  inline bool is_number() const noexcept;
  Variable& set_is_number() noexcept;

  inline bool requires_grad()
      const noexcept;  // of a leaf, or since something that it came from does
  bool is_leaf() const noexcept;
  /// Throws Raised, in PyTorch's words, for integers and for what is no leaf.
  void set_requires_grad(bool requires_grad);

  /// The node that made it; none for a leaf. Of a view whose base has been written in place, the
  /// node that takes the view anew.
  std::shared_ptr<Node> grad_fn() const;
  /// grad_fn(), and which of its outputs this is.
  Edge history() const;
  /// Where its gradient goes: to an output of grad_fn(), or to the sum in grad() of a leaf.
  Edge gradient_edge() const;
  /// Makes it the output of a node.
  void set_history(Edge edge);

  Variable grad() const;
  void set_grad(Variable grad);

  /// Keep the gradient of what is no leaf, too.
  void retain_grad();
  bool retains_grad() const noexcept;

  inline Version& version() const noexcept;

  /// The same elements without history, whose writes are counted together with these.
  Variable detach() const;
  /// The same elements without history, with a count of its own: `x.data`.
  Variable data() const;
  /// `x.data = other`.
  void set_data(const Variable& other);

  /// Makes this, the result of an operation, a view of `base`: then writes in place to either are
  /// seen by the history of both.
  void set_view_of(const Variable& base, ViewKind kind = ViewKind::kPlain);
  /// What it is a view of; None if of nothing.
  Variable base() const;
  ViewKind view_kind() const noexcept;

  struct Impl;
  Impl* impl() const noexcept { return impl_.get(); }
  const std::shared_ptr<Impl>& shared() const noexcept { return impl_; }
  explicit Variable(std::shared_ptr<Impl> impl) noexcept : impl_(std::move(impl)) {}

 private:
  std::shared_ptr<Impl> impl_;
};

/// Of a tensor: gets its gradient on the way back, and may give another.
using Hook = std::function<Variable(const Variable&)>;

/// What is behind a Variable.
struct Variable::Impl {
  Impl(Tensor elements, Device where) : value(std::move(elements)), device(where) {}

  Tensor value;
  Device device;
  bool is_number = false;
  bool requires_grad = false;  // of a leaf
  bool retains_grad = false;
  ViewKind view_kind = ViewKind::kPlain;
  Version version;
  Edge history;
  std::uint32_t history_version = 0;  // the count when the history was set
  Variable base;
  Variable grad;
  std::weak_ptr<Node> accumulator;
  std::vector<std::pair<std::uint64_t, Hook>> hooks;  // of a leaf
  std::uint32_t number = 0;  // by which a program outside holds it; 0 if none does
};

// What every operation asks, several times.
const Tensor& Variable::value() const noexcept { return impl_->value; }
Tensor& Variable::value() noexcept { return impl_->value; }
Device Variable::device() const noexcept { return impl_->device; }
bool Variable::is_number() const noexcept { return impl_->is_number; }
Version& Variable::version() const noexcept { return impl_->version; }
bool Variable::requires_grad() const noexcept {
  if (impl_->requires_grad || impl_->history.node) return true;
  // A view has its base's part in gradients, also one that was made while no history was recorded.
  return impl_->base && impl_->base.requires_grad() && tensor::is_floating(dtype());
}

/// A Variable that is an argument of a call, without a copy: lists of several are written {a, b}.
class VariableRef {
 public:
  VariableRef(const Variable& variable) noexcept : variable_(&variable) {}
  operator const Variable&() const noexcept { return *variable_; }

 private:
  const Variable* variable_;
};
using VariableRefs = std::initializer_list<VariableRef>;

/// Whether history is recorded: false within no_grad, and within backward.
bool is_grad_enabled() noexcept;
void set_grad_enabled(bool enabled) noexcept;

/// Sets it for a scope.
class GradMode {
 public:
  explicit GradMode(bool enabled) noexcept : before_(is_grad_enabled()) {
    set_grad_enabled(enabled);
  }
  GradMode(const GradMode&) = delete;
  GradMode& operator=(const GradMode&) = delete;
  ~GradMode() { set_grad_enabled(before_); }

 private:
  bool before_;
};

/// Whether an operation of these is recorded.
bool needs_history(VariableRefs inputs) noexcept;
bool needs_history(const Variables& inputs) noexcept;

}  // namespace playground::autograd
