#include "wording/fail.hpp"

#include "wording/format.hpp"

namespace playground::wording {

void Piece::append_to(std::string& sentence) const {
  switch (kind_) {
    case Kind::kText:
      sentence.append(text_, size_);
      return;
    case Kind::kWhole:
      sentence += whole(whole_);
      return;
    case Kind::kNumber:
      sentence += general(number_);
      return;
    case Kind::kList:
      sentence += '[';
      for (std::size_t i = 0; i < size_; ++i) {
        if (i > 0) sentence += ", ";
        sentence += whole(list_[i]);
      }
      sentence += ']';
  }
}

std::string sentence(std::span<const Piece> pieces) {
  std::string sentence;
  for (const Piece& piece : pieces) piece.append_to(sentence);
  return sentence;
}

}  // namespace playground::wording
