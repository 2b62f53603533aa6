// Which of the known names somebody may have meant by one that is unknown.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace playground::text {

class NearestName {
 public:
  explicit NearestName(std::string_view written) : written_(written) {}

  /// One of the known names. Only from `first` on it is compared, where the rest may be left out.
  void offer(std::string_view name, std::size_t first = 0);

  /// The nearest, if at most a third of it is wrong: letters that are missing, too many, others, or
  /// swapped with the next.
  std::optional<std::string_view> found() const { return found_; }

 private:
  std::string_view written_;
  std::optional<std::string_view> found_;
  std::size_t distance_ = 0;
};

}  // namespace playground::text
