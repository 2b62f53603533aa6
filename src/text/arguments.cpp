#include "text/arguments.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "text/literal.hpp"

namespace playground::text {

using tensor::DType;
using tensor::Shape;

constexpr std::size_t kMostArguments = 80;  // 64 extents, and all keywords there are

DType read_dtype(Reader& reader) {
  const std::string_view from = reader.rest();
  const std::string_view quote = reader.take("'") ? "'" : reader.take("\"") ? "\"" : "";
  const std::string_view name = reader.take_name();
  if (!quote.empty()) reader.expect(quote);
  constexpr std::array<std::pair<std::string_view, DType>, 6> kNames{{
      {"float32", DType::kFloat32},
      {"float64", DType::kFloat64},
      {"double", DType::kFloat64},
      {"int64", DType::kInt64},
      {"long", DType::kInt64},
      {"int", DType::kInt64},
  }};
  std::string_view bare = name;
  for (const std::string_view library : {"torch.", "np.", "numpy.", "jnp."}) {
    if (name.starts_with(library)) bare.remove_prefix(library.size());
  }
  // Python's own float and int have 64 bits, torch.float and torch.int have 32.
  if (bare == "float") return bare == name ? DType::kFloat64 : DType::kFloat32;
  for (const auto& [spelling, dtype] : kNames) {
    if (bare == spelling && name != "torch.int") return dtype;
  }
  reader.fail_at(from, "expected torch.float32, torch.float64 or torch.int64"_words);
}

Arguments::Arguments(Reader& reader, bool after_first) : reader_(reader) {
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

void Arguments::read_argument() {
  Argument argument{{}, reader_.rest(), {}};
  Reader ahead = reader_;
  const std::string_view name = ahead.take_name();
  if (!name.empty() && ahead.take("=")) {
    reader_ = ahead;
    argument.name = name;
    if (name == "dtype") {
      dtype_ = read_dtype(reader_);
      return;
    }
    for (const std::string_view ignored :
         {"device", "requires_grad", "grad_fn", "generator", "weak_type"}) {
      if (name != ignored) continue;
      const std::string_view from = reader_.rest();
      reader_.skip_argument();
      if (name == "device") device_ = from.substr(0, from.size() - reader_.rest().size());
      return;
    }
  }
  if (arguments_.size() == kMostArguments)
    reader_.fail_at(argument.from, "too many arguments"_words);
  read_numbers(argument);
  arguments_.push_back(std::move(argument));
}

void Arguments::read_numbers(Argument& argument) {
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
}

Arguments::Located Arguments::read_located() const {
  const std::string_view from = reader_.rest();
  return {read_number(reader_), from};
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

Shape Arguments::shape(std::string_view name, bool bare) {
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
