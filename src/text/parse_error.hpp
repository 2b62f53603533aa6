// The error for a text that is not a tensor.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>

namespace playground::text {

/// what() says what was expected and what stands there instead.
class ParseError : public std::runtime_error {
 public:
  ParseError(const std::string& message, std::size_t line, std::size_t column)
      : std::runtime_error(message), line_(line), column_(column) {}

  /// Both count from 1; a column is a character, not a byte.
  std::size_t line() const noexcept { return line_; }
  std::size_t column() const noexcept { return column_; }

 private:
  std::size_t line_;
  std::size_t column_;
};

}  // namespace playground::text
