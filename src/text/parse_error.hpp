// The error for a text that is not a tensor.
#pragma once

#include <cstddef>
#include <utility>

#include "errors/error.hpp"

namespace playground::text {

/// Says what was expected and what stands there instead, or what else is wrong with what is written
/// at a place.
class ParseError : public errors::Error {
 public:
  ParseError(errors::Kind kind, errors::Phrase phrase, std::size_t line,
             std::size_t column) noexcept
      : Error(kind, std::move(phrase)), line_(line), column_(column) {}

  /// Both count from 1; a column is a character, not a byte.
  std::size_t line() const noexcept { return line_; }
  std::size_t column() const noexcept { return column_; }

 private:
  std::size_t line_;
  std::size_t column_;
};

}  // namespace playground::text
