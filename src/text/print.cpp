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

constexpr std::string_view kPrefix = "tensor(";

// Which indices of a dimension are printed: all, or so many at both ends.
struct Edges {
  std::optional<std::int64_t> items;

  // Calls `use(i)` for those that are printed, and `skip()` at the gap.
  template <class Use, class Skip>
  void for_each(std::int64_t extent, Use use, Skip skip) const {
    const bool has_gap = items && extent / 2 >= *items && extent > 2 * *items;
    for (std::int64_t i = 0; i < (has_gap ? *items : extent); ++i) use(i);
    if (!has_gap) return;
    skip();
    for (std::int64_t i = extent - *items; i < extent; ++i) use(i);
  }
};

Edges edges_of(const Tensor& x, const PrintOptions& options) {
  if (!(static_cast<double>(x.size()) > options.threshold)) return {};
  return {std::max<std::int64_t>(options.edge_items, 0)};
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
  Printed(const Tensor& x, const PrintOptions& options)
      : x_(x),
        strides_(x.strides()),
        is_floating_(is_floating(x.dtype())),
        edges_(edges_of(x, options)) {
    collect(0, 0);
    format_ = is_floating_ ? NumberFormat(floats_, options.precision, options.sci_mode)
                           : NumberFormat(wholes_, is_bool());
  }

  Edges edges() const { return edges_; }
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
    edges_.for_each(
        x_.shape()[dim], [&](std::int64_t i) { collect(dim + 1, first + i * strides_[dim]); },
        [] {});
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
  Edges edges_;
  std::vector<double> floats_;
  std::vector<std::int64_t> wholes_;
  NumberFormat format_;
  std::size_t next_ = 0;
};

// The bracketed numbers of a tensor.
class Body {
 public:
  Body(const Tensor& x, const PrintOptions& options)
      : shape_(x.shape()), line_width_(options.line_width), printed_(x, options) {}

  std::string text() { return slice(0, kPrefix.size()); }

 private:
  // `indent` is the column of its opening bracket.
  std::string slice(std::size_t dim, std::size_t indent) {
    if (dim == shape_.rank()) return printed_.next();
    if (dim + 1 == shape_.rank()) return vector(indent);
    std::vector<std::string> parts;
    printed_.edges().for_each(
        shape_[dim], [&](std::int64_t) { parts.push_back(slice(dim + 1, indent + 1)); },
        [&] { parts.emplace_back("..."); });
    const std::size_t newlines = shape_.rank() - dim - 1;
    return "[" + join(parts, "," + std::string(newlines, '\n') + std::string(indent + 1, ' ')) +
           "]";
  }

  std::string vector(std::size_t indent) {
    std::vector<std::string> elements;
    printed_.edges().for_each(
        shape_[shape_.rank() - 1], [&](std::int64_t) { elements.push_back(printed_.next()); },
        [&] { elements.emplace_back(" ..."); });
    const std::int64_t room =
        std::max<std::int64_t>(line_width_ - static_cast<std::int64_t>(indent), 0);
    const std::size_t per_line =
        std::max<std::size_t>(1, static_cast<std::size_t>(room) / (printed_.format().width() + 2));
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < elements.size(); i += per_line) {
      const auto begin = elements.begin() + static_cast<std::ptrdiff_t>(i);
      const auto count = std::min(per_line, elements.size() - i);
      lines.push_back(join({begin, begin + static_cast<std::ptrdiff_t>(count)}, ", "));
    }
    return "[" + join(lines, ",\n" + std::string(indent + 1, ' ')) + "]";
  }

  const Shape& shape_;
  std::int64_t line_width_;
  Printed printed_;
};

std::string python_tuple(const Shape& shape) {
  std::string text = to_string(shape);
  text.front() = '(';
  text.back() = ')';
  return text;
}

}  // namespace

std::string print(const Tensor& x, const PrintOptions& options, const PrintedWith& with) {
  std::vector<std::string> suffixes;
  if (!with.device.empty()) suffixes.push_back("device='" + with.device + "'");
  if (x.size() == 0 && x.shape().rank() != 1) {
    suffixes.push_back("size=" + python_tuple(x.shape()));
  }
  // Elements show that they are int64 or bool; without elements the dtype must say so.
  const bool is_shown = x.dtype() == DType::kInt64 || x.dtype() == DType::kBool;
  if (x.dtype() != with.default_dtype && (x.size() == 0 || !is_shown)) {
    suffixes.push_back("dtype=torch." + std::string(name(x.dtype())));
  }
  if (!with.history.empty()) suffixes.push_back(with.history);

  std::string text(kPrefix);
  text += x.size() == 0 ? "[]" : Body(x, options).text();

  // rfind is npos, that is -1, without a newline: the arithmetic is Python's.
  std::size_t last_line = text.size() - text.rfind('\n') + 1;
  for (const std::string& suffix : suffixes) {
    if (static_cast<std::int64_t>(last_line + suffix.size() + 2) > options.line_width) {
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
