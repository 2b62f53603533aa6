#include "text/print.hpp"

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

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

// The bracketed numbers of one tensor of elements T.
template <class T>
class Body {
 public:
  Body(const Shape& shape, std::span<const T> values)
      : shape_(shape),
        values_(values),
        summarize_(values.size() > kThreshold),
        format_(std::span<const T>(printed_values())) {}

  std::string text() const { return slice(0, 0, kPrefix.size()); }

 private:
  std::vector<T> printed_values() const {
    std::vector<T> printed;
    collect(0, 0, printed);
    return printed;
  }

  void collect(std::size_t dim, std::size_t first, std::vector<T>& printed) const {
    if (dim == shape_.rank()) {
      printed.push_back(values_[first]);
      return;
    }
    for_each_printed(
        summarize_, shape_[dim],
        [&](std::int64_t i) { collect(dim + 1, first + i * stride(dim), printed); }, [] {});
  }

  std::size_t stride(std::size_t dim) const {
    std::size_t stride = 1;
    for (std::size_t inner = dim + 1; inner < shape_.rank(); ++inner) stride *= shape_[inner];
    return stride;
  }

  // `first` is the slice's first element, `indent` the column of its opening bracket.
  std::string slice(std::size_t dim, std::size_t first, std::size_t indent) const {
    if (dim == shape_.rank()) return element(first);
    if (dim + 1 == shape_.rank()) return vector(first, indent);
    std::vector<std::string> parts;
    for_each_printed(
        summarize_, shape_[dim],
        [&](std::int64_t i) {
          parts.push_back(slice(dim + 1, first + i * stride(dim), indent + 1));
        },
        [&] { parts.emplace_back("..."); });
    const std::size_t newlines = shape_.rank() - dim - 1;
    return "[" + join(parts, "," + std::string(newlines, '\n') + std::string(indent + 1, ' ')) +
           "]";
  }

  std::string vector(std::size_t first, std::size_t indent) const {
    std::vector<std::string> elements;
    for_each_printed(
        summarize_, shape_[shape_.rank() - 1],
        [&](std::int64_t i) { elements.push_back(element(first + i)); },
        [&] { elements.emplace_back(" ..."); });
    const std::size_t room = indent < kLineWidth ? kLineWidth - indent : 0;
    const std::size_t per_line = std::max<std::size_t>(1, room / (format_.width() + 2));
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < elements.size(); i += per_line) {
      const auto begin = elements.begin() + static_cast<std::ptrdiff_t>(i);
      const auto count = std::min(per_line, elements.size() - i);
      lines.push_back(join({begin, begin + static_cast<std::ptrdiff_t>(count)}, ", "));
    }
    return "[" + join(lines, ",\n" + std::string(indent + 1, ' ')) + "]";
  }

  std::string element(std::size_t i) const {
    std::string text = format_(values_[i]);
    if (text.size() < format_.width()) text.insert(0, format_.width() - text.size(), ' ');
    return text;
  }

  const Shape& shape_;
  std::span<const T> values_;
  bool summarize_;
  NumberFormat format_;
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
  // Elements show that they are integers; without elements the dtype must say so.
  if (x.dtype() == DType::kFloat64 || (x.dtype() == DType::kInt64 && x.size() == 0)) {
    suffixes.push_back("dtype=torch." + std::string(name(x.dtype())));
  }

  std::string text(kPrefix);
  text += x.size() == 0 ? "[]" : tensor::with_type(x.dtype(), [&]<class T>(T) {
    return Body<T>(x.shape(), x.values<T>()).text();
  });

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
