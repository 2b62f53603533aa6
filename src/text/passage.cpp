#include "text/passage.hpp"

#include <utility>

namespace playground::text {

Passage::Passage() = default;
Passage::~Passage() = default;
Passage::Passage(const Passage&) = default;
Passage::Passage(Passage&&) noexcept = default;
Passage& Passage::operator=(Passage&&) noexcept = default;

std::size_t Passage::place(std::size_t i) const {
  if (i < places_.size()) return places_[i];
  return places_.empty() ? 0 : places_.back() + 1;
}

void Passage::append(std::string_view characters, std::size_t place) {
  text_ += characters;
  places_.insert(places_.end(), characters.size(), place);
}

void Passage::append(const Passage& other, std::size_t begin, std::size_t end) {
  text_ += other.text().substr(begin, end - begin);
  for (std::size_t i = begin; i < end; ++i) places_.push_back(other.places_[i]);
}

}  // namespace playground::text
