// What a program outside holds of ours: tensors, generators, nodes of the history. It knows each by
// a number.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "errors/raised.hpp"

namespace playground::bindings {

/// By numbers from 1 on. The same thing has the same number as long as somebody holds it.
///
/// Held       a handle, whose copies are the same thing
/// kNumberIn  where the thing itself has its number, 0 while nobody holds it
template <class Held, std::uint32_t& (*kNumberIn)(const Held&)>
class Registry {
 public:
  /// The number of it, which one more holder has now. 0 for nothing.
  std::uint32_t hold(const Held& held) {
    if (!held) return 0;
    std::uint32_t& number = kNumberIn(held);
    if (number != 0) {
      ++places_[number - 1].holders;
    } else if (free_.empty()) {
      places_.push_back({held, 1});
      number = static_cast<std::uint32_t>(places_.size());
    } else {
      number = free_.back();
      free_.pop_back();
      places_[number - 1] = {held, 1};
    }
    return number;
  }

  /// Throws Raised if nobody holds it.
  const Held& at(std::uint32_t number) const {
    if (!is_held(number)) errors::raise("{} names nothing that is held", number);
    return places_[number - 1].held;
  }

  /// One holder lets go of it; the last one frees it. Nothing happens if nobody holds it.
  void release(std::uint32_t number) {
    if (!is_held(number)) return;
    Place& place = places_[number - 1];
    if (--place.holders > 0) return;
    // Whatever is freed may itself release others.
    const Held held = std::exchange(place.held, Held());
    kNumberIn(held) = 0;
    free_.push_back(number);
  }

  std::size_t count() const noexcept { return places_.size() - free_.size(); }

 private:
  struct Place {
    Held held;
    std::uint32_t holders = 0;
  };

  bool is_held(std::uint32_t number) const noexcept {
    return number - 1 < places_.size() && places_[number - 1].holders > 0;
  }

  std::vector<Place> places_;
  std::vector<std::uint32_t> free_;
};

}  // namespace playground::bindings
