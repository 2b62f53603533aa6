#include "text/print.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>
#include <vector>

#include "tensor/dispatch.hpp"
#include "text/number_format.hpp"

namespace playground::text {
namespace {

using tensor::DType;
using tensor::Shape;
using tensor::Tensor;

// torch.set_printoptions' defaults.
constexpr std::size_t kLineWidth = 80;
constexpr std::size_t kThreshold = 1000;
constexpr std::int64_t kEdgeItems = 3;

constexpr std::string_view kPrefix = "tensor(";

bool is_abbreviated(bool summarize, std::int64_t extent) {
  return summarize && extent > 2 * kEdgeItems;
}

// Calls `use(i)` for the indices of one dimension that are printed, and `skip()` at the gap.
template <class Use, class Skip>
void for_each_printed(bool summarize, std::int64_t extent, Use use, Skip skip) {
  for (std::int64_t i = 0; i < extent; ++i) {
    if (is_abbreviated(summarize, extent) && i == kEdgeItems) {
      skip();
      i = extent - kEdgeItems;
    }
    use(i);
  }
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string text;
  for (const std::string& part : parts) {
    if (&part != &parts.front()) text += separator;
    text += part;
  }
  return text;
}

// The numbers of a tensor that are printed, in their order.
class Printed {
 public:
  explicit Printed(const Tensor& x)
      : x_(x), strides_(x.strides()), is_floating_(is_floating(x.dtype())) {
    summarize_ = x.size() > kThreshold;
    collect(0, 0);
    format_ = is_floating_ ? NumberFormat(floats_) : NumberFormat(wholes_, is_bool());
  }

  bool summarize() const { return summarize_; }
  const NumberFormat& format() const { return format_; }

  /// The text of the next one.
  std::string next() {
    std::string text = is_floating_ ? format_(floats_[next_]) : format_(wholes_[next_]);
    ++next_;
    if (text.size() < format_.width()) text.insert(0, format_.width() - text.size(), ' ');
    return text;
  }

 private:
  bool is_bool() const { return x_.dtype() == DType::kBool; }

  // `first` is how many elements a slice begins behind the first one in memory.
  void collect(std::size_t dim, std::int64_t first) {
    if (dim == strides_.size()) return take(x_.data() + first * item_);
    for_each_printed(
        summarize_, x_.shape()[dim],
        [&](std::int64_t i) { collect(dim + 1, first + i * strides_[dim]); }, [] {});
  }

  void take(const std::byte* element) {
    tensor::with_type(x_.dtype(), [&]<class T>(T value) {
      std::memcpy(&value, element, sizeof value);
      if constexpr (std::is_floating_point_v<T>) {
        floats_.push_back(value);
      } else {
        wholes_.push_back(value);
      }
    });
  }

  const Tensor& x_;
  tensor::Strides strides_;
  std::int64_t item_ = static_cast<std::int64_t>(item_size(x_.dtype()));
  bool is_floating_;
  bool summarize_;
  std::vector<double> floats_;
  std::vector<std::int64_t> wholes_;
  NumberFormat format_;
  std::size_t next_ = 0;
};

// The bracketed numbers of a tensor.
class Body {
 public:
  explicit Body(const Tensor& x) : shape_(x.shape()), printed_(x) {}

  std::string text() { return slice(0, kPrefix.size()); }

 private:
  // `indent` is the column of its opening bracket.
  std::string slice(std::size_t dim, std::size_t indent) {
    if (dim == shape_.rank()) return printed_.next();
    if (dim + 1 == shape_.rank()) return vector(indent);
    std::vector<std::string> parts;
    for_each_printed(
        printed_.summarize(), shape_[dim],
        [&](std::int64_t) { parts.push_back(slice(dim + 1, indent + 1)); },
        [&] { parts.emplace_back("..."); });
    const std::size_t newlines = shape_.rank() - dim - 1;
    return "[" + join(parts, "," + std::string(newlines, '\n') + std::string(indent + 1, ' ')) +
           "]";
  }

  std::string vector(std::size_t indent) {
    std::vector<std::string> elements;
    for_each_printed(
        printed_.summarize(), shape_[shape_.rank() - 1],
        [&](std::int64_t) { elements.push_back(printed_.next()); },
        [&] { elements.emplace_back(" ..."); });
    const std::size_t room = indent < kLineWidth ? kLineWidth - indent : 0;
    const std::size_t per_line = std::max<std::size_t>(1, room / (printed_.format().width() + 2));
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < elements.size(); i += per_line) {
      const auto begin = elements.begin() + static_cast<std::ptrdiff_t>(i);
      const auto count = std::min(per_line, elements.size() - i);
      lines.push_back(join({begin, begin + static_cast<std::ptrdiff_t>(count)}, ", "));
    }
    return "[" + join(lines, ",\n" + std::string(indent + 1, ' ')) + "]";
  }

  const Shape& shape_;
  Printed printed_;
};

std::string python_tuple(const Shape& shape) {
  std::string text = to_string(shape);
  text.front() = '(';
  text.back() = ')';
  return text;
}

}  // namespace

std::string print(const Tensor& x) {
  std::vector<std::string> suffixes;
  if (x.size() == 0 && x.shape().rank() != 1) {
    suffixes.push_back("size=" + python_tuple(x.shape()));
  }
  // Elements show that they are int64 or bool; without elements the dtype must say so.
  const bool is_shown = x.dtype() == DType::kInt64 || x.dtype() == DType::kBool;
  if (x.dtype() != DType::kFloat32 && (x.size() == 0 || !is_shown)) {
    suffixes.push_back("dtype=torch." + std::string(name(x.dtype())));
  }

  std::string text(kPrefix);
  text += x.size() == 0 ? "[]" : Body(x).text();

  // rfind is npos, that is -1, without a newline: the arithmetic is Python's.
  std::size_t last_line = text.size() - text.rfind('\n') + 1;
  for (const std::string& suffix : suffixes) {
    if (last_line + suffix.size() + 2 > kLineWidth) {
      text += ",\n" + std::string(kPrefix.size(), ' ') + suffix;
      last_line = kPrefix.size() + suffix.size();
    } else {
      text += ", " + suffix;
      last_line += suffix.size() + 2;
    }
  }
  return text + ")";
}

}  // namespace playground::text
