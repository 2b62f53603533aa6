// What a program of PyTorch's raises: an exception of Python's, by its class and its message.
//
// PyTorch's messages are PyTorch's: they are never translated, so they are no Words.
#pragma once

#include <cstdint>
#include <exception>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "errors/phrase.hpp"

namespace playground::errors {

enum class Exception : std::uint8_t {
  kRuntimeError,
  kIndexError,
  kTypeError,
  kValueError,
  kNotImplementedError,
};

/// "RuntimeError", as Python names it.
const char* name(Exception exception) noexcept;

class Raised : public std::exception {
 public:
  Raised(Exception exception, std::string message)
      : exception_(exception), message_(std::move(message)) {}

  Exception exception() const noexcept { return exception_; }
  const std::string& message() const noexcept { return message_; }
  const char* what() const noexcept override { return message_.c_str(); }

 private:
  Exception exception_;
  std::string message_;
};

/// `words` with the values in their places, each of which is written {}.
std::string filled(std::string_view words, std::initializer_list<Value> values);

namespace internal {

[[noreturn, gnu::cold, gnu::noinline]] void raise(Exception exception, std::string_view words,
                                                  std::initializer_list<Value> values);

}  // namespace internal

/// Throws Raised: raise(Exception::kIndexError, "index {} is out of bounds", 3).
template <class... Values>
[[noreturn]] void raise(Exception exception, std::string_view words, const Values&... values) {
  internal::raise(exception, words, {Value(values)...});
}

/// The same, of the class that TORCH_CHECK raises.
template <class... Values>
[[noreturn]] void raise(std::string_view words, const Values&... values) {
  internal::raise(Exception::kRuntimeError, words, {Value(values)...});
}

}  // namespace playground::errors
