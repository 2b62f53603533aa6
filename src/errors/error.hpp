// The one exception of ours, which keeps what it knows: its kind, its words and their values.
#pragma once

#include <exception>
#include <initializer_list>
#include <utility>

#include "errors/kind.hpp"
#include "errors/phrase.hpp"

namespace playground::errors {

class Error : public std::exception {
 public:
  Error(Kind kind, Phrase phrase) noexcept : kind_(kind), phrase_(std::move(phrase)) {}

  Kind kind() const noexcept { return kind_; }
  const Phrase& phrase() const noexcept { return phrase_; }

  /// The sentence in English, or in a framework's words wherever it has some.
  const char* what() const noexcept override { return phrase_.english().c_str(); }

 private:
  Kind kind_;
  Phrase phrase_;
};

namespace internal {

// Out of line: a place that throws costs no more than its values.
[[noreturn, gnu::cold, gnu::noinline]] void fail(Kind kind, const char* words,
                                                 std::initializer_list<Value> values);

}  // namespace internal

/// Throws an Error.
template <class... Values>
[[noreturn]] void fail(Kind kind, Words<sizeof...(Values)> words, const Values&... values) {
  internal::fail(kind, words.text(), {Value(values)...});
}

}  // namespace playground::errors
