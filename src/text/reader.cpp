#include "text/reader.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "text/parse_error.hpp"

namespace playground::text {

using errors::Phrase;

namespace {

constexpr std::array<std::string_view, 4> kWideSpaces{"\u00a0", "\u2009", "\u202f", "\ufeff"};

bool is_name_start(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

bool is_name_part(char c) { return is_name_start(c) || (c >= '0' && c <= '9') || c == '.'; }

// UTF-8: every byte but a continuation byte begins a character.
bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }

// The character or word that `rest` begins with.
std::string_view next_token(std::string_view rest) {
  std::size_t length = 1;
  if (is_name_part(rest.front())) {
    while (length < rest.size() && is_name_part(rest[length])) ++length;
  } else {
    while (length < rest.size() && !begins_character(rest[length])) ++length;
  }
  return rest.substr(0, length);
}

// Whether `rest` goes on with the imaginary part of a number: "j", "+2.j".
bool is_imaginary(std::string_view rest) {
  if (rest.starts_with('+') || rest.starts_with('-')) rest.remove_prefix(1);
  const auto end = rest.find_first_not_of("0123456789.e");
  return end != std::string_view::npos && rest[end] == 'j' &&
         (end + 1 == rest.size() || !is_name_part(rest[end + 1]));
}

}  // namespace

std::size_t internal::wide_space_length(std::string_view text) noexcept {
  const auto* space = std::ranges::find_if(
      kWideSpaces, [&](std::string_view wide) { return text.starts_with(wide); });
  return space == kWideSpaces.end() ? 0 : space->size();
}

Phrase quoted(std::string_view text) {
  constexpr std::size_t kLongest = 24;
  std::size_t length = std::min(text.size(), kLongest);
  while (length < text.size() && !begins_character(text[length])) ++length;
  std::string shown(text.substr(0, length));
  // A control character, NUL above all, would spoil the message.
  const auto is_control = [](unsigned char c) { return c < 0x20 || c == 0x7f; };
  if (const auto control = std::ranges::find_if(shown, is_control); control != shown.end()) {
    if (shown.size() == 1) return Phrase("'character {0}'"_words, *control);
    shown.erase(control, shown.end());
  }
  return Phrase("'{0}'"_words, shown);
}

void Reader::skip_space() {
  const std::size_t before = position_;
  while (const std::size_t length = space_length(rest())) position_ += length;
  spaced_ = position_ > before;
}

void Reader::advance(std::size_t count) {
  position_ += count;
  skip_space();
}

bool Reader::take(std::string_view token) {
  if (!rest().starts_with(token)) return false;
  advance(token.size());
  return true;
}

std::string_view Reader::take_name() {
  const std::string_view from = rest();
  if (from.empty() || !is_name_start(from.front())) return {};
  const auto end = std::ranges::find_if_not(from, is_name_part);
  const auto name = from.substr(0, static_cast<std::size_t>(end - from.begin()));
  advance(name.size());
  return name;
}

std::string_view Reader::take_word() {
  const std::string_view from = rest();
  if (from.empty() || !is_name_start(from.front())) return {};
  const auto end =
      std::ranges::find_if_not(from, [](char c) { return c != '.' && is_name_part(c); });
  const auto word = from.substr(0, static_cast<std::size_t>(end - from.begin()));
  advance(word.size());
  return word;
}

void Reader::skip_argument() {
  std::size_t depth = 0;
  const auto end = std::ranges::find_if(rest(), [&](char c) {
    if (depth == 0 && (c == ',' || c == ')')) return true;
    if (c == '(' || c == '[') ++depth;
    if ((c == ')' || c == ']') && depth > 0) --depth;
    return false;
  });
  advance(static_cast<std::size_t>(end - rest().begin()));
}

std::string_view Reader::rest_of_line_on() const {
  const std::size_t last_break = text_.substr(0, position_).rfind('\n');
  return text_.substr(last_break + 1);  // npos + 1 is 0: the first line
}

void Reader::expect(std::string_view token) {
  if (!take(token)) fail_expecting("'{0}'"_words, token);
}

void Reader::throw_expecting(const char* what, std::initializer_list<errors::Value> values) const {
  const Phrase expected(what, values);
  if (at_end()) fail_at(rest(), "expected {0}, but the text ends"_words, expected);
  if (is_imaginary(rest())) fail_at(rest(), "complex numbers have no dropout here"_words);
  fail_at(rest(), "expected {0}, but found {1}"_words, expected, quoted(next_token(rest())));
}

void Reader::throw_at(std::string_view from, const char* words,
                      std::initializer_list<errors::Value> values) const {
  throw_at(from, errors::Kind::kText, Phrase(words, values));
}

void Reader::throw_at(std::string_view from, errors::Kind kind, Phrase phrase) const {
  const auto before = text_.substr(0, static_cast<std::size_t>(from.data() - text_.data()));
  const auto line_start = before.rfind('\n') + 1;  // npos + 1 is 0: the first line
  const auto lines = std::ranges::count(before, '\n');
  const auto characters = std::ranges::count_if(before.substr(line_start), begins_character);
  throw ParseError(kind, std::move(phrase), static_cast<std::size_t>(lines) + 1,
                   static_cast<std::size_t>(characters) + 1);
}

void Reader::rethrow_at(std::string_view from) const {
  try {
    throw;
  } catch (const ParseError&) {
    throw;
  } catch (const errors::Error& error) {
    if (error.kind() == errors::Kind::kMemory) throw;
    throw_at(from, error.kind(), error.phrase());
  }
}

}  // namespace playground::text
