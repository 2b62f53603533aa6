#include "text/arguments.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "text/literal.hpp"
#include "text/scalar.hpp"

namespace playground::text {

using tensor::Shape;

constexpr std::size_t kMostArguments = 80;  // 64 extents, and all keywords there are

Arguments::Arguments(Reader& reader, Notes& notes, bool after_first)
    : reader_(reader), notes_(notes) {
  for (bool first = !after_first;; first = false) {
    end_ = reader_.rest();
    if (reader_.take(")")) return;
    if (!first) {
      if (!reader_.take(",")) reader_.fail_expecting("',' or '{0}'"_words, ")");
      end_ = reader_.rest();
      if (reader_.take(")")) return;
    }
    read_argument();
  }
}

// Out of line, since every call has one.
Arguments::~Arguments() = default;

void Arguments::read_argument() {
  Argument argument{{}, reader_.rest(), {}};
  Reader ahead = reader_;
  const std::string_view name = ahead.take_name();
  if (!name.empty() && ahead.take("=")) {
    reader_ = ahead;
    argument.name = name;
    if (read_keyword(name)) return;
  } else if (!name.empty() && is_dtype_next(reader_)) {
    // As in np.ones((2, 3), np.float32).
    dtype_ = read_dtype(reader_, notes_);
    return;
  }
  if (arguments_.size() == kMostArguments)
    reader_.fail_at(argument.from, "too many arguments"_words);
  read_numbers(argument);
  arguments_.push_back(std::move(argument));
}

// Takes an argument that is no number. Returns whether it was one.
bool Arguments::read_keyword(std::string_view name) {
  if (name == "dtype") {
    dtype_ = read_dtype(reader_, notes_);
    return true;
  }
  constexpr std::array<std::string_view, 16> kIgnored{
      "device",        "requires_grad", "grad_fn", "generator", "weak_type",     "pin_memory",
      "layout",        "copy",          "order",   "name",      "memory_format", "non_blocking",
      "stop_gradient", "trainable",     "place",   "subok"};
  for (const std::string_view quantised : {"quantization_scheme", "zero_point"}) {
    if (name == quantised) {
      reader_.fail_at(name, "quantised tensors have no dropout here; paste x.dequantize()"_words);
    }
  }
  if (std::ranges::find(kIgnored, name) == kIgnored.end()) return false;
  const std::string_view from = reader_.rest();
  reader_.skip_argument();
  if (name == "device") device_ = from.substr(0, from.size() - reader_.rest().size());
  return true;
}

void Arguments::read_numbers(Argument& argument) {
  // As in torch.ones(torch.Size([2, 3])).
  Reader ahead = reader_;
  const bool is_size = ahead.take("torch.Size(");
  if (is_size) reader_ = ahead;
  const std::string_view close = reader_.take("(") ? ")" : reader_.take("[") ? "]" : "";
  argument.is_list = !close.empty();
  if (!argument.is_list) {
    argument.numbers.push_back(read_located());
    return;
  }
  while (!reader_.take(close)) {
    argument.numbers.push_back(read_located());
    if (!reader_.take(",") && !reader_.rest().starts_with(close)) {
      reader_.fail_expecting("',' or '{0}'"_words, close);
    }
  }
  if (is_size) reader_.expect(")");
}

Arguments::Located Arguments::read_located() const {
  const std::string_view from = reader_.rest();
  // Most arguments are a number and nothing else.
  if (const auto [number, length] = number_at(from); length > 0) {
    Reader after = reader_;
    after.advance(length);
    if (operator_at(after.rest()).empty()) {
      reader_ = after;
      return {number, from};
    }
  }
  return {read_scalar(reader_), from};
}

std::size_t Arguments::count() const {
  return static_cast<std::size_t>(std::ranges::count_if(arguments_, [](const Argument& argument) {
    return argument.name.empty() && !argument.is_list;
  }));
}

bool Arguments::has(std::string_view name) const {
  return std::ranges::find(arguments_, name, &Argument::name) != arguments_.end();
}

Arguments::Argument Arguments::take(std::string_view name, bool list) {
  auto found = std::ranges::find(arguments_, name, &Argument::name);
  if (found == arguments_.end()) {
    found = std::ranges::find_if(arguments_, [&](const Argument& argument) {
      return argument.name.empty() && argument.is_list == list;
    });
  }
  if (found == arguments_.end()) {
    reader_.fail_at(end_, "the argument '{0}' is missing"_words, name);
  }
  if (found->is_list != list) {
    const auto wanted = list ? "a size such as (2, 3)"_words : "a number"_words;
    reader_.fail_at(found->from, "the argument '{0}' must be {1}"_words, name,
                    errors::Phrase(wanted));
  }
  Argument argument = std::move(*found);
  arguments_.erase(found);
  return argument;
}

Number Arguments::number(std::string_view name) { return take(name, false).numbers.front().number; }

std::int64_t Arguments::whole(std::string_view name) {
  const Argument argument = take(name, false);
  const auto whole = argument.numbers.front().number.whole;
  if (!whole) {
    reader_.fail_at(argument.from, "the argument '{0}' must be {1}"_words, name,
                    errors::Phrase("a whole number"_words));
  }
  return *whole;
}

bool Arguments::has_list(std::string_view name) const {
  return std::ranges::any_of(arguments_, [&](const Argument& argument) {
    return argument.is_list && (argument.name == name || argument.name.empty());
  });
}

std::vector<Arguments::Located> Arguments::located(std::string_view name, bool bare) {
  std::vector<Located> numbers;
  if (bare && count() > 0) {
    for (std::size_t left = count(); left > 0; --left) {
      numbers.push_back(take({}, false).numbers.front());
    }
  } else {
    numbers = take(name, true).numbers;
  }
  if (numbers.size() > kDeepest)
    reader_.fail_at(numbers[kDeepest].from, "more than {0} dimensions"_words, kDeepest);
  return numbers;
}

std::vector<std::int64_t> Arguments::wholes(std::string_view name, bool bare) {
  std::vector<std::int64_t> wholes;
  for (const Located& number : located(name, bare)) {
    wholes.push_back(to_extent(reader_, number));
  }
  return wholes;
}

Shape Arguments::shape(std::string_view name, bool bare) {
  const std::vector<Located> numbers = located(name, bare);
  std::vector<std::int64_t> extents;
  for (const Located& number : numbers) extents.push_back(to_extent(reader_, number));
  for (std::size_t i = 0; i < extents.size(); ++i) {
    if (extents[i] >= 0) continue;
    reader_.fail_at(numbers[i].from,
                    "Trying to create tensor with negative dimension {0}: {1}"_words, extents[i],
                    std::span<const std::int64_t>(extents));
  }
  return Shape(std::move(extents));
}

std::int64_t Arguments::to_extent(const Reader& reader, const Located& located) {
  const auto extent = located.number.whole;
  if (!extent) reader.fail_at(located.from, "a size must be a whole number"_words);
  return *extent;
}

void Arguments::finish() const {
  if (arguments_.empty()) return;
  const Argument& left = arguments_.front();
  if (left.name.empty()) reader_.fail_at(left.from, "unexpected argument"_words);
  reader_.fail_at(left.from, "unexpected argument '{0}'"_words, left.name);
}

}  // namespace playground::text
