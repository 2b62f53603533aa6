#include "operations/window_sizes.hpp"

#include "errors/raised.hpp"

namespace playground::operations {

void require_small(const std::vector<std::int64_t>& numbers, std::string_view name) {
  constexpr std::int64_t kLarge = std::int64_t{1} << 30;
  for (const std::int64_t number : numbers) {
    if (number > kLarge || number < -kLarge) {
      errors::raise("{} is too large: no tensor has so many elements, {}", name, number);
    }
  }
}

Pair pair_of(const std::vector<std::int64_t>& given, std::string_view operation,
             std::string_view name) {
  if (given.size() != 1 && given.size() != 2) {
    errors::raise("{}: {} must either be a single int, or a tuple of two ints", operation, name);
  }
  require_small(given, name);
  return {given.front(), given.back()};
}

std::int64_t one_of(const std::vector<std::int64_t>& given, std::string_view operation,
                    std::string_view name) {
  if (given.size() != 1) {
    errors::raise("{}() argument '{}' should contain one int (got {})", operation, name,
                  given.size());
  }
  require_small(given, name);
  return given.front();
}

void require_room(const Shape& shape, DType dtype) { const Tensor there(shape, dtype); }

}  // namespace playground::operations
