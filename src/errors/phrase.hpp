// A sentence or a part of one, as words and the values in their places: so much as it takes to say
// it in another language.
#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "errors/words.hpp"

namespace playground::errors {

class Phrase;

/// What stands in a place. A view: what it is made of has to live as long.
class Value {
 public:
  /// A text, which is the same in every language.
  template <class Text>
    requires std::convertible_to<const Text&, std::string_view>
  constexpr Value(const Text& text) noexcept : Value(std::string_view(text)) {}
  constexpr Value(std::string_view text) noexcept
      : kind_(Kind::kText), size_(text.size()), text_(text.data()) {}

  /// A whole number, which is written without a point.
  constexpr Value(std::integral auto number) noexcept
      : kind_(Kind::kWhole), whole_(static_cast<std::int64_t>(number)) {}

  /// A number as wording::general writes it, which is a text from then on.
  constexpr Value(double number) noexcept : kind_(Kind::kNumber), number_(number) {}

  /// A list of whole numbers, such as "[2, 3]".
  constexpr Value(std::span<const std::int64_t> list) noexcept
      : kind_(Kind::kList), size_(list.size()), list_(list.data()) {}

  /// Words of ours, which have their own translation.
  constexpr Value(const Phrase& phrase) noexcept : kind_(Kind::kPhrase), phrase_(&phrase) {}

  std::string english() const;
  std::string json() const;

 private:
  enum class Kind : std::uint8_t { kText, kWhole, kNumber, kList, kPhrase };

  std::span<const std::int64_t> list() const noexcept { return {list_, size_}; }
  bool is_number_in_json() const;

  Kind kind_;
  std::size_t size_ = 0;
  union {
    const char* text_;
    std::int64_t whole_;
    double number_;
    const std::int64_t* list_;
    const Phrase* phrase_;
  };
};

class Phrase {
 public:
  template <class... Values>
  explicit Phrase(Words<sizeof...(Values)> words, const Values&... values)
      : Phrase(words.text(), {Value(values)...}) {}

  /// As above, of words whose places have been counted.
  Phrase(const char* words, std::initializer_list<Value> values);

  /// The words with the values in their places.
  const std::string& english() const noexcept { return english_; }

  const char* words() const noexcept { return words_; }

  /// The values as a list in JSON: texts, numbers, lists of numbers, and {"template", "values"} for
  /// a phrase. Whole numbers that are no float64 are texts, alone and in a list.
  const std::string& values() const noexcept { return values_; }

 private:
  const char* words_;
  std::string english_;
  std::string values_;
};

}  // namespace playground::errors
