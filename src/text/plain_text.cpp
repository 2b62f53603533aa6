#include "text/plain_text.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "tensor/dimensions.hpp"
#include "text/number.hpp"
#include "text/reader.hpp"

namespace playground::text {
namespace {

using tensor::Shape;
using tensor::Tensor;

/// A plain text, read: `numbers` of a list in row-major order, or the one number that ones() and
/// zeros() repeat.
struct Plain {
  std::vector<std::int64_t> extents;
  std::vector<float> numbers;
};

constexpr std::int64_t kUnknown = -1;

// What is larger may find no room, of which the whole core says more.
constexpr std::int64_t kMostElements = 1 << 20;

class PlainReader {
 public:
  explicit PlainReader(std::string_view text) : reader_(text) {}

  std::optional<Plain> read() {
    const bool is_read = reader_.rest().starts_with('[')
                             ? read_list(0)
                             : read_call("torch.ones", 1) || read_call("torch.zeros", 0);
    if (!is_read || !reader_.at_end()) return std::nullopt;
    return std::move(plain_);
  }

 private:
  // The first path down fixes the extents, as in every list (literal.cpp).
  bool read_list(std::size_t depth) {
    if (!reader_.take("[") || depth == tensor::kMostDimensions) return false;
    if (depth == plain_.extents.size()) {
      if (!plain_.numbers.empty()) return false;
      plain_.extents.push_back(kUnknown);
    }
    std::int64_t length = 0;
    while (!reader_.take("]")) {
      if (!read_element(depth + 1)) return false;
      ++length;
      if (!reader_.take(",") && !reader_.rest().starts_with(']')) return false;
    }
    std::int64_t& extent = plain_.extents[depth];
    if (extent == kUnknown) extent = length;
    return length > 0 && extent == length;
  }

  bool read_element(std::size_t depth) {
    if (reader_.rest().starts_with('[')) return read_list(depth);
    if (depth < plain_.extents.size()) return false;
    const auto [number, length] = number_at(reader_.rest());
    if (length == 0 || number.is_bool) return false;
    reader_.advance(length);
    plain_.numbers.push_back(static_cast<float>(number.value));
    return true;
  }

  bool read_call(std::string_view name, float value) {
    if (!reader_.take(name) || !reader_.take("(")) return false;
    std::int64_t size = 1;
    while (!reader_.take(")")) {
      const auto [number, length] = number_at(reader_.rest());
      if (length == 0 || !number.whole || *number.whole < 0) return false;
      if (*number.whole > kMostElements / std::max<std::int64_t>(size, 1)) return false;
      size *= *number.whole;
      reader_.advance(length);
      plain_.extents.push_back(*number.whole);
      if (!reader_.take(",") && !reader_.rest().starts_with(')')) return false;
    }
    plain_.numbers.push_back(value);
    const std::size_t rank = plain_.extents.size();
    return rank > 0 && rank <= tensor::kMostDimensions;
  }

  Reader reader_;
  Plain plain_;
};

}  // namespace

std::optional<Tensor> read_plain(std::string_view text) {
  const auto plain = PlainReader(text).read();
  if (!plain) return std::nullopt;
  Tensor x(Shape(plain->extents), tensor::DType::kFloat32);
  if (plain->numbers.size() == x.size()) {
    std::ranges::copy(plain->numbers, x.values<float>().begin());
  } else {
    std::ranges::fill(x.values<float>(), plain->numbers.front());
  }
  return x;
}

bool is_plain(std::string_view text) { return PlainReader(text).read().has_value(); }

}  // namespace playground::text
