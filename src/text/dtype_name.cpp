#include "text/dtype_name.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace playground::text {
namespace {

using tensor::DType;

enum class Meaning : std::uint8_t {
  kFloat32,
  kFloat64,
  kInt64,
  kHalf,      // float32 stands in
  kShortInt,  // int64 stands in
  kBool,
  kComplex,
  kQuantised
};

struct Name {
  std::string_view text;
  Meaning meaning;
};

constexpr std::array kNames{
    Name{"float32", Meaning::kFloat32},
    Name{"single", Meaning::kFloat32},
    Name{"f4", Meaning::kFloat32},
    Name{"<f4", Meaning::kFloat32},
    Name{"FloatTensor", Meaning::kFloat32},
    Name{"Tensor", Meaning::kFloat32},
    Name{"float64", Meaning::kFloat64},
    Name{"double", Meaning::kFloat64},
    Name{"f8", Meaning::kFloat64},
    Name{"<f8", Meaning::kFloat64},
    Name{"float_", Meaning::kFloat64},
    Name{"DoubleTensor", Meaning::kFloat64},
    Name{"int64", Meaning::kInt64},
    Name{"long", Meaning::kInt64},
    Name{"i8", Meaning::kInt64},
    Name{"<i8", Meaning::kInt64},
    Name{"int_", Meaning::kInt64},
    Name{"LongTensor", Meaning::kInt64},
    Name{"float16", Meaning::kHalf},
    Name{"half", Meaning::kHalf},
    Name{"bfloat16", Meaning::kHalf},
    Name{"f2", Meaning::kHalf},
    Name{"<f2", Meaning::kHalf},
    Name{"HalfTensor", Meaning::kHalf},
    Name{"BFloat16Tensor", Meaning::kHalf},
    Name{"int32", Meaning::kShortInt},
    Name{"int16", Meaning::kShortInt},
    Name{"short", Meaning::kShortInt},
    Name{"int8", Meaning::kShortInt},
    Name{"uint8", Meaning::kShortInt},
    Name{"uint16", Meaning::kShortInt},
    Name{"uint32", Meaning::kShortInt},
    Name{"i4", Meaning::kShortInt},
    Name{"<i4", Meaning::kShortInt},
    Name{"IntTensor", Meaning::kShortInt},
    Name{"ShortTensor", Meaning::kShortInt},
    Name{"CharTensor", Meaning::kShortInt},
    Name{"ByteTensor", Meaning::kShortInt},
    Name{"bool", Meaning::kBool},
    Name{"bool_", Meaning::kBool},
    Name{"BoolTensor", Meaning::kBool},
    Name{"complex64", Meaning::kComplex},
    Name{"complex128", Meaning::kComplex},
    Name{"complex", Meaning::kComplex},
    Name{"cfloat", Meaning::kComplex},
    Name{"cdouble", Meaning::kComplex},
    Name{"quint8", Meaning::kQuantised},
    Name{"qint8", Meaning::kQuantised},
    Name{"qint32", Meaning::kQuantised},
};

constexpr std::array<std::string_view, 9> kLibraries{
    "torch.", "cuda.", "numpy.", "np.", "jax.numpy.", "jnp.", "tf.", "dtypes.", "mx."};

std::string_view without_library(std::string_view name) {
  for (const std::string_view library : kLibraries) {
    if (name.starts_with(library)) name.remove_prefix(library.size());
  }
  return name;
}

const Name* find(std::string_view name) {
  const std::string_view bare = without_library(name);
  // Python's own float and int have 64 bits, torch.float and torch.int have 32.
  static constexpr Name kFloat32{"float", Meaning::kFloat32};
  static constexpr Name kFloat64{"float", Meaning::kFloat64};
  static constexpr Name kInt64{"int", Meaning::kInt64};
  static constexpr Name kInt32{"int", Meaning::kShortInt};
  if (bare == "float") return name.starts_with("torch.") ? &kFloat32 : &kFloat64;
  if (bare == "int") return name.starts_with("torch.") ? &kInt32 : &kInt64;
  const auto* found = std::ranges::find(kNames, bare, &Name::text);
  return found == kNames.end() ? nullptr : found;
}

std::string_view take_quote(Reader& reader) {
  return reader.take("'") ? "'" : reader.take("\"") ? "\"" : "";
}

// With NumPy's sign for the order of the bytes, as in '<f4'.
std::string_view take_dtype_name(Reader& reader) {
  const std::string_view from = reader.rest();
  if (!reader.take("<")) return reader.take_name();
  const std::string_view name = reader.take_name();
  return from.substr(0, name.empty() ? 0 : 1 + name.size());
}

// As in NumPy's dtype('float32') and libtorch's dtype(torch::kFloat32).
bool take_constructor(Reader& reader) {
  Reader ahead = reader;
  const std::string_view name = ahead.take_name();
  if ((name != "dtype" && name != "np.dtype") || !ahead.take("(")) return false;
  reader = ahead;
  return true;
}

}  // namespace

void Notes::add(errors::Phrase phrase) {
  const bool is_told = std::ranges::any_of(
      *told_, [&](const errors::Phrase& other) { return other.english() == phrase.english(); });
  if (!is_told) told_->push_back(std::move(phrase));
}

DType dtype_named(const Reader& reader, std::string_view name, std::string_view from,
                  Notes& notes) {
  const Name* found = find(name);
  if (found == nullptr) {
    reader.fail_at(from, "expected torch.float32, torch.float64 or torch.int64"_words);
  }
  switch (found->meaning) {
    case Meaning::kFloat32:
      return DType::kFloat32;
    case Meaning::kFloat64:
      return DType::kFloat64;
    case Meaning::kInt64:
      return DType::kInt64;
    case Meaning::kHalf:
      notes.add("{0} is not reproduced here: this is read as float32"_words, without_library(name));
      return DType::kFloat32;
    case Meaning::kShortInt:
      notes.add("{0} is not reproduced here: this is read as int64"_words, without_library(name));
      return DType::kInt64;
    case Meaning::kBool:
      reader.fail_at(from,
                     "True and False make a bool tensor, which dropout does not take; write "
                     "dtype=torch.float32"_words);
    case Meaning::kComplex:
      reader.fail_at(from, "complex numbers have no dropout here"_words);
    case Meaning::kQuantised:
      break;
  }
  reader.fail_at(from, "quantised tensors have no dropout here; paste x.dequantize()"_words);
}

DType read_dtype(Reader& reader, Notes& notes) {
  const std::string_view from = reader.rest();
  const bool constructs = take_constructor(reader);
  const std::string_view quote = take_quote(reader);
  const std::string_view name = take_dtype_name(reader);
  if (!quote.empty()) reader.expect(quote);
  if (constructs) reader.expect(")");
  return dtype_named(reader, name, from, notes);
}

bool is_dtype_next(Reader reader) {
  if (take_constructor(reader) || !take_quote(reader).empty()) return true;
  const std::string_view name = take_dtype_name(reader);
  // float('inf') is a number.
  return find(name) != nullptr && !reader.rest().starts_with('(');
}

}  // namespace playground::text
