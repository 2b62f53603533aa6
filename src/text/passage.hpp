// A text made of parts of another, which knows where each of its characters is in that.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace playground::text {

class Passage {
 public:
  Passage();
  ~Passage();
  Passage(const Passage&);
  Passage(Passage&&) noexcept;
  Passage& operator=(const Passage&) = delete;
  Passage& operator=(Passage&&) noexcept;

  std::string_view text() const noexcept { return text_; }

  /// Where the character at `i` is in the other text; behind its last character, at the end.
  std::size_t place(std::size_t i) const;

  /// Appends characters that stand for what is at `place`.
  void append(std::string_view characters, std::size_t place);

  /// Appends a part of another passage.
  void append(const Passage& other, std::size_t begin, std::size_t end);

 private:
  std::string text_;
  std::vector<std::size_t> places_;
};

}  // namespace playground::text
