#include "text/reader.hpp"

#include <algorithm>
#include <array>

#include "text/parse.hpp"

namespace playground::text {
namespace {

// White space, as pasted texts have it: ASCII's, and the no-break, narrow and zero-width spaces
// that web pages and editors put in.
constexpr std::array<std::string_view, 8> kSpaces{" ",      "\t",     "\n",     "\r",
                                                  "\u00a0", "\u2009", "\u202f", "\ufeff"};

bool is_name_start(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

bool is_name_part(char c) { return is_name_start(c) || (c >= '0' && c <= '9') || c == '.'; }

// UTF-8: every byte but a continuation byte begins a character.
bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }

// The character or word that `rest` begins with, to be shown in a message.
std::string next_token(std::string_view rest) {
  constexpr std::size_t kLongest = 24;
  // A control character, NUL above all, would spoil the message.
  if (const unsigned char first = rest.front(); first < 0x20 || first == 0x7f) {
    return "character " + std::to_string(first);
  }
  std::size_t length = 1;
  if (is_name_part(rest.front())) {
    while (length < std::min(rest.size(), kLongest) && is_name_part(rest[length])) ++length;
  } else {
    while (length < rest.size() && !begins_character(rest[length])) ++length;
  }
  return std::string(rest.substr(0, length));
}

}  // namespace

void Reader::skip_space() {
  const auto begins_rest = [&](std::string_view space) { return rest().starts_with(space); };
  for (;;) {
    const auto* space = std::ranges::find_if(kSpaces, begins_rest);
    if (space == kSpaces.end()) return;
    position_ += space->size();
  }
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

void Reader::skip_argument() { advance(std::min(rest().find_first_of(",)"), rest().size())); }

void Reader::expect(std::string_view token) {
  if (!take(token)) fail_expecting("'" + std::string(token) + "'");
}

void Reader::fail_expecting(std::string_view what) const {
  const std::string found =
      at_end() ? std::string("the text ends") : "found '" + next_token(rest()) + "'";
  fail_at(rest(), "expected " + std::string(what) + ", but " + found);
}

void Reader::fail_at(std::string_view from, const std::string& message) const {
  const auto before = text_.substr(0, text_.size() - from.size());
  const auto line_start = before.rfind('\n') + 1;  // npos + 1 is 0: the first line
  const auto lines = std::ranges::count(before, '\n');
  const auto characters = std::ranges::count_if(before.substr(line_start), begins_character);
  throw ParseError(message, static_cast<std::size_t>(lines) + 1,
                   static_cast<std::size_t>(characters) + 1);
}

}  // namespace playground::text
