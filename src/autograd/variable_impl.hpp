// What is behind a Variable.
#pragma once

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "autograd/node.hpp"
#include "autograd/variable.hpp"

namespace playground::autograd {

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

}  // namespace playground::autograd
