#include "text/column_print.hpp"

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "text/dtype_name.hpp"
#include "text/literal.hpp"
#include "text/number.hpp"

namespace playground::text {
namespace {

using tensor::Shape;
using tensor::Tensor;

constexpr std::string_view kSpaces = " \t\r\n";

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(kSpaces);
  if (first == std::string_view::npos) return text.substr(text.size());
  return text.substr(first, text.find_last_not_of(kSpaces) - first + 1);
}

// The last line, if it tells a type and a size.
std::string_view trailer_of(std::string_view text) {
  text = trimmed(text);
  const std::string_view line = trimmed(text.substr(text.rfind('\n') + 1));
  if (!line.starts_with('[') || !line.ends_with(']')) return {};
  const bool is_old = line.find("Tensor of size ") != std::string_view::npos ||
                      line.find("Tensor with no dimension") != std::string_view::npos;
  const bool is_libtorch =
      line.find("Type") != std::string_view::npos && line.find('{') != std::string_view::npos;
  return is_old || is_libtorch ? line : std::string_view();
}

// "FloatTensor" of torch.cuda.FloatTensor, CPUFloatType and CUDAFloatType.
std::string type_in(std::string_view trailer) {
  constexpr std::string_view kBeforeType = "UA";  // of CPU and CUDA
  const auto type = trailer.find("Type");
  if (type == std::string_view::npos) {
    const auto end = trailer.find("Tensor");
    const auto begin = trailer.find_last_of(". [", end);
    return std::string(trailer.substr(begin + 1, end - begin - 1)) + "Tensor";
  }
  const std::string_view before = trailer.substr(0, type);
  const auto begin = before.find_last_of(kBeforeType);
  return std::string(before.substr(begin == std::string_view::npos ? 0 : begin + 1)) + "Tensor";
}

// Of "[torch.FloatTensor of size 2x2 (GPU 0)]" 2 and 2.
std::vector<std::int64_t> extents_in(std::string_view trailer) {
  const auto of = trailer.find("of size ");
  const auto brace = trailer.find('{');
  std::string_view sizes = of != std::string_view::npos ? trailer.substr(of + 8)
                           : brace != std::string_view::npos
                               ? trailer.substr(brace + 1, trailer.find('}') - brace - 1)
                               : std::string_view();
  const auto gpu = sizes.find(" (GPU");
  if (gpu != std::string_view::npos) sizes = sizes.substr(0, gpu);
  std::vector<std::int64_t> extents;
  for (std::size_t i = 0; i < sizes.size();) {
    const auto end = std::min(sizes.find_first_not_of("0123456789", i), sizes.size());
    if (end > i && extents.size() < kDeepest) {
      const auto [number, length] = number_at(sizes.substr(i, end - i));
      extents.push_back(number.whole.value_or(-1));
    }
    i = end + 1;
  }
  if (extents.empty() && brace == std::string_view::npos) extents.push_back(0);
  return extents;
}

class Columns {
 public:
  Columns(const Reader& reader, std::string_view body) : reader_(reader), rest_(body) {}

  // The numbers, row after row.
  Literal read() {
    literal_.from = rest_;
    while (!rest_.empty()) {
      const auto length = std::min(rest_.find('\n'), rest_.size());
      read_line(trimmed(rest_.substr(0, length)));
      rest_.remove_prefix(std::min(length + 1, rest_.size()));
    }
    for (const Numbers& row : rows_) literal_.numbers.append(row);
    if (factor_ != 1) literal_.numbers.scale(factor_);
    return std::move(literal_);
  }

 private:
  void read_line(std::string_view line) {
    if (line.empty() || line.ends_with(':')) return;  // "Variable containing:"
    if (line.starts_with('(')) {                      // "(0 ,.,.) ="
      first_ = rows_.size();
      at_ = first_;
    } else if (line.starts_with("Columns")) {
      at_ = first_;
    } else if (line.ends_with('*')) {
      const auto [number, length] = number_at(line);
      if (length == 0) fail_at(line);
      factor_ = number.value;
    } else if (!rows_.empty() || number_at(line).length > 0) {
      read_row(line);  // what stands before the first is a label, or the name that was shown
    }
  }

  void read_row(std::string_view line) {
    if (at_ == rows_.size()) rows_.emplace_back();
    Numbers& row = rows_[at_++];
    while (!line.empty()) {
      const auto [number, length] = number_at(line);
      if (length == 0) fail_at(line);
      row.push(number);
      line = trimmed(line.substr(length));
    }
  }

  [[noreturn]] void fail_at(std::string_view line) const {
    reader_.fail_at(line, "expected {0}, but found {1}"_words, errors::Phrase("a number"_words),
                    quoted(line.substr(0, line.find_first_of(kSpaces))));
  }

  const Reader& reader_;
  std::string_view rest_;
  Literal literal_;
  std::vector<Numbers> rows_;
  std::size_t first_ = 0;  // of the matrix that is read
  std::size_t at_ = 0;
  double factor_ = 1;
};

}  // namespace

bool is_column_print(std::string_view text) { return !trailer_of(text).empty(); }

Tensor read_column_print(const Reader& reader, const ParseOptions& options) {
  const std::string_view text = reader.rest();
  const std::string_view trailer = trailer_of(text);
  const std::string_view body =
      text.substr(0, static_cast<std::size_t>(trailer.data() - text.data()));
  Literal literal = Columns(reader, body).read();
  literal.extents = extents_in(trailer);
  const Shape shape(literal.extents);
  if (shape.size() != literal.numbers.size()) {
    reader.fail_at(trailer, "shape '{0}' is invalid for input of size {1}"_words,
                   std::span(shape.extents()), literal.numbers.size());
  }
  const auto dtype = dtype_named(reader, type_in(trailer), trailer, *options.notes);
  return to_tensor(reader, literal, options.dtype.value_or(dtype));
}

}  // namespace playground::text
