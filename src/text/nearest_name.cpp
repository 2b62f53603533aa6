#include "text/nearest_name.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace playground::text {
namespace {

constexpr std::size_t kLongest = 32;  // longer than any known name

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Of optimal string alignment, between names of at most kLongest characters. Letters in another
// case count as the same.
std::size_t distance(std::string_view a, std::string_view b) {
  using Row = std::array<std::size_t, kLongest + 1>;
  Row before{};
  Row last{};
  Row row{};
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = lower(a[i - 1]) == lower(b[j - 1]);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) &&
                           lower(a[i - 2]) == lower(b[j - 1]);
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before = std::exchange(last, row);
  }
  return last[b.size()];
}

}  // namespace

void NearestName::offer(std::string_view name, std::size_t first) {
  const std::string_view compared = name.substr(first);
  if (written_.size() > kLongest || compared.size() > kLongest) return;
  // Without the module, which most have in common.
  const std::size_t own = compared.size() - (compared.rfind('.') + 1);
  // Of names of three letters any may be meant: .sum is not .sub.
  const std::size_t most = own > 3 ? std::max<std::size_t>(1, own / 3) : 0;
  const std::size_t wrong = distance(written_, compared);
  if (wrong > most || (found_ && wrong >= distance_)) return;
  found_ = name;
  distance_ = wrong;
}

}  // namespace playground::text
