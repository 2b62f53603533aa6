#include "errors/phrase.hpp"

#include <algorithm>

#include "wording/format.hpp"

namespace playground::errors {
namespace {

std::string quoted(std::string_view text) {
  std::string json = "\"";
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20) {
      constexpr std::string_view kDigits = "0123456789abcdef";
      json += "\\u00";
      json += kDigits[static_cast<std::size_t>(c >> 4)];
      json += kDigits[static_cast<std::size_t>(c & 15)];
      continue;
    }
    if (c == '"' || c == '\\') json += '\\';
    json += c;
  }
  return json + '"';
}

// Beyond, JSON.parse rounds.
bool is_float64(std::int64_t number) {
  constexpr std::int64_t kLargest = 1LL << 53;
  return -kLargest <= number && number <= kLargest;
}

}  // namespace

std::string Value::english() const {
  switch (kind_) {
    case Kind::kText:
      return {text_, size_};
    case Kind::kWhole:
      return wording::whole(whole_);
    case Kind::kNumber:
      return wording::general(number_);
    case Kind::kList:
      return wording::list(list());
    case Kind::kPhrase:
      break;
  }
  return phrase_->english();
}

// A list of whole numbers is written alike.
std::string Value::json() const {
  if (kind_ == Kind::kPhrase) {
    return "{\"template\":" + quoted(phrase_->words()) + ",\"values\":" + phrase_->values() + '}';
  }
  return is_number_in_json() ? english() : quoted(english());
}

bool Value::is_number_in_json() const {
  if (kind_ == Kind::kList) return std::ranges::all_of(list(), is_float64);
  return kind_ == Kind::kWhole && is_float64(whole_);
}

Phrase::Phrase(const char* words, std::initializer_list<Value> values)
    : words_(words), values_("[") {
  for (const char* c = words; *c != '\0'; ++c) {
    if (*c == '{') {
      english_ += values.begin()[c[1] - '0'].english();
      c += 2;  // to the closing brace
    } else {
      english_ += *c;
    }
  }
  for (const Value& value : values) {
    if (values_.size() > 1) values_ += ',';
    values_ += value.json();
  }
  values_ += ']';
}

}  // namespace playground::errors
