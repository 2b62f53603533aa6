#include "text/table.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "text/literal.hpp"
#include "text/number.hpp"

namespace playground::text {
namespace {

using tensor::DType;
using tensor::Tensor;

constexpr char kWhiteSpace = ' ';

std::string_view without_leading_space(std::string_view text) {
  while (const std::size_t length = space_length(text)) text.remove_prefix(length);
  return text;
}

std::string_view without_spaces_around(std::string_view text) {
  text = without_leading_space(text);
  std::size_t end = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t space = space_length(text.substr(i));
    i += space > 0 ? space : 1;
    if (space == 0) end = i;
  }
  return text.substr(0, end);
}

// Takes everything before the next white space.
std::string_view take_word(std::string_view& text) {
  std::size_t length = 0;
  while (length < text.size() && space_length(text.substr(length)) == 0) ++length;
  const std::string_view word = text.substr(0, length);
  text.remove_prefix(length);
  return word;
}

class Table {
 public:
  // From the white space of the line on, since an empty first cell before a tab is white space,
  // too.
  explicit Table(const Reader& reader) : reader_(reader), rest_(reader.rest_of_line_on()) {
    for (const char separator : {';', '\t', ','}) {
      if (rest_.find(separator) == std::string_view::npos) continue;
      separator_ = separator;
      break;
    }
    decimal_comma_ =
        (separator_ == ';' || separator_ == '\t') && rest_.find('.') == std::string_view::npos;
  }

  Tensor read(DType dtype) {
    literal_.from = rest_;
    while (!rest_.empty()) {
      const auto length = std::min(rest_.find('\n'), rest_.size());
      const std::string_view line = rest_.substr(0, length);
      rest_.remove_prefix(std::min(length + 1, rest_.size()));
      if (!without_leading_space(line).empty()) read_row(line);
    }
    literal_.extents = {rows_, columns_};
    if (rows_ == 1 || columns_ == 1) literal_.extents = {rows_ * columns_};
    return to_tensor(reader_, literal_, dtype);
  }

 private:
  void read_row(std::string_view line) {
    const std::string_view from = line;
    std::int64_t cells = 0;
    bool more = true;
    while (more) {
      const std::string_view cell = take_cell(line, more);
      literal_.numbers.push(number_in(cell));
      ++cells;
    }
    if (rows_ == 0) columns_ = cells;
    if (cells != columns_) {
      reader_.fail_at(from, "expected sequence of length {0} at dim {1} (got {2})"_words, columns_,
                      1, cells);
    }
    ++rows_;
  }

  // Takes a cell and the separator after it, if there is one: then there is `more`.
  std::string_view take_cell(std::string_view& line, bool& more) const {
    if (separator_ == kWhiteSpace) {
      line = without_leading_space(line);
      const std::string_view cell = take_word(line);
      line = without_leading_space(line);
      more = !line.empty();
      return cell;
    }
    // A quoted cell may contain the separator.
    const auto quote = line.find_first_not_of(' ');
    const bool is_quoted = quote != std::string_view::npos && line[quote] == '"';
    const auto close = is_quoted ? line.find('"', quote + 1) : 0;
    const auto end = line.find(separator_, close == std::string_view::npos ? 0 : close);
    more = end != std::string_view::npos;
    const std::string_view cell = line.substr(0, end);
    line.remove_prefix(more ? end + 1 : line.size());
    return cell;
  }

  Number number_in(std::string_view cell) const {
    const std::string_view content = without_spaces_around(cell);
    std::string_view digits = content;
    if (digits.size() > 1 && digits.starts_with('"') && digits.ends_with('"')) {
      digits = without_spaces_around(digits.substr(1, digits.size() - 2));
    }
    if (const auto number = number_of(digits)) return *number;
    if (digits.empty()) {
      reader_.fail_at(cell, "this cell is empty; write nan for a number that is missing"_words);
    }
    const bool header = rows_ == 0 && !without_leading_space(rest_).empty();
    if (header) {
      reader_.fail_at(content,
                      "expected a number, but found {0}; leave out a line of headings"_words,
                      quoted(digits));
    }
    reader_.fail_at(content, "expected {0}, but found {1}"_words, errors::Phrase("a number"_words),
                    quoted(digits));
  }

  // Nothing if `digits` is not exactly one number.
  std::optional<Number> number_of(std::string_view digits) const {
    if (decimal_comma_ && digits.find(',') != std::string_view::npos) {
      std::string with_point(digits);
      std::ranges::replace(with_point, ',', '.');
      return whole_of(with_point);
    }
    return whole_of(digits);
  }

  static std::optional<Number> whole_of(std::string_view digits) {
    const auto [number, length] = number_at(digits);
    return length > 0 && length == digits.size() ? std::optional(number) : std::nullopt;
  }

  const Reader& reader_;
  std::string_view rest_;
  char separator_ = kWhiteSpace;
  bool decimal_comma_ = false;
  Literal literal_;
  std::int64_t rows_ = 0;
  std::int64_t columns_ = 0;
};

}  // namespace

bool is_table(std::string_view text) {
  if (text.find_first_of("[(") != std::string_view::npos) return false;
  if (text.find_first_of(",;\"") != std::string_view::npos) return true;
  // The first two words distinguish numbers with spaces between them from a sum such as 1 + 2.
  text = without_leading_space(text);
  for (int words = 0; words < 2; ++words) {
    const std::string_view word = take_word(text);
    const bool is_sign = word == "+" || word == "-";
    if (word.empty() || is_sign || word.find_first_of("*/") != std::string_view::npos) return false;
    text = without_leading_space(text);
  }
  return true;
}

Tensor read_table(const Reader& reader, DType dtype) { return Table(reader).read(dtype); }

}  // namespace playground::text
