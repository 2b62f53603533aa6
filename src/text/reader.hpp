// A position in a text that is being parsed, and the steps that every grammar takes.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string_view>

#include "errors/error.hpp"

namespace playground::text {

namespace internal {
std::size_t wide_space_length(std::string_view text) noexcept;
}

/// Bytes of the white space character that `text` begins with, 0 if none does. Pasted texts have
/// more than ASCII's: no-break, narrow and zero-width spaces.
inline std::size_t space_length(std::string_view text) noexcept {
  if (text.empty()) return 0;
  const char first = text.front();
  if (first == ' ' || first == '\t' || first == '\n' || first == '\r') return 1;
  return static_cast<unsigned char>(first) < 0x80 ? 0 : internal::wide_space_length(text);
}

/// `text` as a message shows it: quoted, cut if it is long, control characters named.
errors::Phrase quoted(std::string_view text);

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) { skip_space(); }

  /// Takes `token` and the white space after it, if it is next.
  bool take(std::string_view token);

  /// Takes a word ([A-Za-z_][A-Za-z0-9_]*), with its dots; empty if none is next.
  std::string_view take_name();

  /// As take_name(), but only up to the first dot.
  std::string_view take_word();

  /// Takes everything before the next ',' or ')' that is in no parenthesis of its own.
  void skip_argument();

  /// Takes `token` or throws ParseError.
  void expect(std::string_view token);

  /// The rest, with the white space before it on the same line.
  std::string_view rest_of_line_on() const;

  bool at_end() const { return rest().empty(); }
  std::string_view rest() const { return text_.substr(position_); }

  /// Whether white space was just skipped.
  bool after_space() const { return spaced_; }

  /// Takes `count` bytes and the white space after them.
  void advance(std::size_t count);

  /// Throws ParseError "expected {what}, but found {what is next}".
  template <class... Values>
  [[noreturn]] void fail_expecting(errors::Words<sizeof...(Values)> what,
                                   const Values&... values) const {
    throw_expecting(what.text(), {errors::Value(values)...});
  }

  /// Throws ParseError at the place where `from`, a part of the text, begins.
  template <class... Values>
  [[noreturn]] void fail_at(std::string_view from, errors::Words<sizeof...(Values)> words,
                            const Values&... values) const {
    throw_at(from, words.text(), {errors::Value(values)...});
  }

  /// Rethrows the exception being handled: an Error as a ParseError of its kind at the place where
  /// `from` begins, unless it has a place already or there was no room.
  [[noreturn]] void rethrow_at(std::string_view from) const;

 private:
  [[noreturn]] void throw_expecting(const char* what,
                                    std::initializer_list<errors::Value> values) const;
  [[noreturn]] void throw_at(std::string_view from, const char* words,
                             std::initializer_list<errors::Value> values) const;
  [[noreturn]] void throw_at(std::string_view from, errors::Kind kind, errors::Phrase phrase) const;
  void skip_space();

  std::string_view text_;
  std::size_t position_ = 0;
  bool spaced_ = false;
};

}  // namespace playground::text
