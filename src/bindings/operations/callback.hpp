// Functions of the program outside that we call: the way back of an operation of its own, and
// hooks.
#pragma once

#include <cstdint>
#include <exception>
#include <span>
#include <utility>

#include "operations/value.hpp"

namespace playground::bindings {

/// Thrown when such a function has failed. What it threw is kept by the program outside, which
/// throws it once more where it called us.
class CallbackFailed : public std::exception {
 public:
  const char* what() const noexcept override { return "a function of the program has failed"; }
};

/// A function that the program outside knows by a number, and forgets when we do.
class Callback {
 public:
  explicit Callback(std::int64_t number) noexcept : number_(number) {}
  Callback(Callback&& other) noexcept : number_(std::exchange(other.number_, 0)) {}
  Callback& operator=(Callback&&) = delete;
  ~Callback();

  /// What it makes of these, any of which may be None.
  ///
  /// Throws CallbackFailed.
  operations::Variables operator()(std::span<const operations::Variable> variables) const;

 private:
  std::int64_t number_;
};

/// For the program outside, while one of its functions runs: one more of its results.
void answer(std::uint32_t tensor);

}  // namespace playground::bindings
