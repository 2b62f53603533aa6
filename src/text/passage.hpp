// A text made of parts of another, which knows where each of its characters is in that.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace playground::text {

class Passage {
 public:
  Passage() = default;

  /// All of `text`.
  explicit Passage(std::string_view text) : text_(text) {
    places_.resize(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) places_[i] = i;
  }

  std::string_view text() const noexcept { return text_; }

  /// Where the character at `i` is in the other text; behind its last character, at the end.
  std::size_t place(std::size_t i) const {
    return i < places_.size() ? places_[i] : places_.empty() ? 0 : places_.back() + 1;
  }

  /// Appends characters that stand for what is at `place`.
  void append(std::string_view characters, std::size_t place) {
    text_ += characters;
    places_.insert(places_.end(), characters.size(), place);
  }

  /// Appends a part of another passage.
  void append(const Passage& other, std::size_t begin, std::size_t end) {
    text_ += other.text().substr(begin, end - begin);
    for (std::size_t i = begin; i < end; ++i) places_.push_back(other.places_[i]);
  }

 private:
  std::string text_;
  std::vector<std::size_t> places_;
};

}  // namespace playground::text
