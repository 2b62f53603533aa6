// Errors thrown with a sentence that is put together of pieces, out of line: a place that throws
// costs no more than its pieces.
#pragma once

#include <concepts>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace playground::wording {

/// A part of a sentence, which has to live as long as the sentence is put together.
class Piece {
 public:
  template <class Text>
    requires std::convertible_to<const Text&, std::string_view>
  constexpr Piece(const Text& text) noexcept : Piece(std::string_view(text)) {}
  constexpr Piece(std::string_view text) noexcept
      : kind_(Kind::kText), size_(text.size()), text_(text.data()) {}

  /// A whole number, as it is written without a point.
  constexpr Piece(std::integral auto number) noexcept
      : kind_(Kind::kWhole), whole_(static_cast<std::int64_t>(number)) {}

  /// As wording::general writes it.
  constexpr Piece(double number) noexcept : kind_(Kind::kNumber), number_(number) {}

  /// A list of whole numbers, such as "[2, 3]".
  constexpr Piece(std::span<const std::int64_t> list) noexcept
      : kind_(Kind::kList), size_(list.size()), list_(list.data()) {}

  void append_to(std::string& sentence) const;

 private:
  enum class Kind : std::uint8_t { kText, kWhole, kNumber, kList };

  Kind kind_;
  std::size_t size_ = 0;
  union {
    const char* text_;
    std::int64_t whole_;
    double number_;
    const std::int64_t* list_;
  };
};

std::string sentence(std::span<const Piece> pieces);

/// `pieces`, one behind the other.
std::string sentence(const auto&... pieces) {
  const Piece list[]{Piece(pieces)...};
  return sentence(std::span<const Piece>(list));
}

namespace internal {

template <class Error>
[[noreturn, gnu::cold, gnu::noinline]] void fail(std::span<const Piece> pieces) {
  throw Error(sentence(pieces));
}

}  // namespace internal

/// Throws an Error whose what() is the sentence.
template <class Error>
[[noreturn]] void fail(const auto&... pieces) {
  const Piece list[]{Piece(pieces)...};
  internal::fail<Error>(list);
}

}  // namespace playground::wording
