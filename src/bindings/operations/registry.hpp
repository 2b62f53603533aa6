// What a program outside holds of ours: tensors, generators, nodes of the history. It knows each by
// a number.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "errors/raised.hpp"

namespace playground::bindings {

/// By numbers from 1 on. The same thing has the same number as long as somebody holds it.
///
/// Held  a handle, whose copies are the same thing
/// kKey  gives the address that tells one thing from another
template <class Held, const void* (*kKey)(const Held&)>
class Registry {
 public:
  /// The number of it, which one more holder has now. 0 for nothing.
  std::uint32_t hold(Held held) {
    const void* key = kKey(held);
    if (!key) return 0;
    if (const auto known = numbers_.find(key); known != numbers_.end()) {
      ++places_[known->second - 1].holders;
      return known->second;
    }
    std::uint32_t number;
    if (free_.empty()) {
      places_.push_back({std::move(held), 1});
      number = static_cast<std::uint32_t>(places_.size());
    } else {
      number = free_.back();
      free_.pop_back();
      places_[number - 1] = {std::move(held), 1};
    }
    numbers_.emplace(key, number);
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
    numbers_.erase(kKey(held));
    free_.push_back(number);
  }

  std::size_t count() const noexcept { return numbers_.size(); }

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
  std::unordered_map<const void*, std::uint32_t> numbers_;
};

}  // namespace playground::bindings
