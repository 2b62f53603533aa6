// The words of an error as its author writes them: "expected {0}, but found {1}"_words.
#pragma once

#include <algorithm>
#include <cstddef>

namespace playground::errors {

/// A text with places for kPlaces values. Written as a literal only: whoever reads the sources for
/// literals, as the tests do, finds all words there are.
template <std::size_t kPlaces>
class Words {
 public:
  explicit constexpr Words(const char* text) noexcept : text_(text) {}

  constexpr const char* text() const noexcept { return text_; }

 private:
  const char* text_;
};

namespace internal {

template <std::size_t kSize>
struct Literal {
  consteval Literal(const char (&text)[kSize]) { std::ranges::copy(text, characters); }

  // The places are {0}, {1} and so on, none left out. Does not compile for any other brace.
  consteval std::size_t places() const {
    constexpr std::size_t kMost = 10;
    bool seen[kMost]{};
    for (std::size_t i = 0; i < kSize; ++i) {
      if (characters[i] != '{') continue;
      const auto place = static_cast<std::size_t>(characters[i + 1] - '0');
      if (place >= kMost || characters[i + 2] != '}') throw "a place is written {0}";
      seen[place] = true;
    }
    const auto end = std::ranges::find(seen, false);
    if (std::find(end, std::ranges::end(seen), true) != std::ranges::end(seen)) {
      throw "a place is left out";
    }
    return static_cast<std::size_t>(end - seen);
  }

  char characters[kSize];
};

}  // namespace internal

}  // namespace playground::errors

namespace playground {

/// In the namespace around all of ours, so that each of them sees it.
template <errors::internal::Literal kText>
consteval auto operator""_words() {
  return errors::Words<kText.places()>(kText.characters);
}

}  // namespace playground
