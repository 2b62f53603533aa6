#include "text/number.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <iterator>
#include <limits>
#include <string>
#include <utility>

#include "maths/exact_product.hpp"
#include "wording/decimal.hpp"

namespace playground::text {
namespace {

constexpr std::string_view kMinusSign = "\u2212";  // what web pages print for '-'
constexpr std::size_t kMostDigits = 19;            // as many always fit into 64 bits
constexpr std::uint64_t kExactBelow = 1ULL << 53;  // and are doubles
constexpr std::array kPowersOfTen{1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                  1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                  1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};  // all exact

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool equals_ignoring_case(std::string_view a, std::string_view b) {
  return std::ranges::equal(
      a, b, [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

struct Word {
  std::string_view name;
  double value;
  bool is_bool;
};

constexpr std::array<Word, 5> kWords{{
    {"nan", std::numeric_limits<double>::quiet_NaN(), false},
    {"inf", std::numeric_limits<double>::infinity(), false},
    {"infinity", std::numeric_limits<double>::infinity(), false},
    {"true", 1, true},
    {"false", 0, true},
}};

const Word* word_named(std::string_view name) {
  const auto* word = std::ranges::find_if(
      kWords, [&](const Word& known) { return equals_ignoring_case(known.name, name); });
  return word == kWords.end() ? nullptr : word;
}

std::string_view leading_letters(std::string_view text) {
  const auto end = std::ranges::find_if_not(
      text, [](unsigned char c) { return std::isalnum(c) != 0 || c == '_'; });
  return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

// digits times or divided by a power of ten, in two doubles. Nothing if these do not tell to which
// double the result rounds.
std::optional<double> rounded_once(std::uint64_t digits, double power, bool divide) {
  const auto high = static_cast<double>(digits);
  const auto low =
      static_cast<double>(static_cast<std::int64_t>(digits - static_cast<std::uint64_t>(high)));
  double sum;
  double rest;
  if (divide) {
    sum = high / power;
    const auto [rounded, error] = maths::exact_product(sum, power);
    rest = ((high - rounded) - error + low) / power;
  } else {
    const auto [rounded, error] = maths::exact_product(high, power);
    sum = rounded;
    rest = error + low * power;
  }
  const double slack = sum * 0x1p-96;
  const double least = sum + (rest - slack);
  return least == sum + (rest + slack) ? std::optional(least) : std::nullopt;
}

// The decimal digits of one number, gathered one after another.
class Decimal {
 public:
  // Returns the length of the digits that `text` begins with.
  std::size_t take_digits(std::string_view text, bool after_point) {
    std::size_t length = 0;
    for (; length < text.size(); ++length) {
      const char c = text[length];
      if (is_digit(c)) {
        push(static_cast<unsigned>(c - '0'), after_point);
      } else if (c != '_' || length == 0 || length + 1 == text.size() ||
                 !is_digit(text[length - 1]) || !is_digit(text[length + 1])) {
        break;
      }
    }
    any_ = any_ || length > 0;
    return length;
  }

  bool any() const { return any_; }

  // Nothing if the value has more digits than are kept.
  std::optional<std::uint64_t> mantissa() const {
    return digits_ <= kMostDigits ? std::optional(mantissa_) : std::nullopt;
  }

  // The digits times or divided by a power of ten, rounded once. Nothing if that takes more work.
  std::optional<double> value(std::int64_t exponent) const {
    exponent -= decimals_;
    if (digits_ == 0) return 0;
    if (digits_ > kMostDigits || std::abs(exponent) >= std::ssize(kPowersOfTen)) return {};
    const auto power = static_cast<std::size_t>(std::abs(exponent));
    if (mantissa_ > kExactBelow) {
      return rounded_once(mantissa_, kPowersOfTen[power], exponent < 0);
    }
    const auto digits = static_cast<double>(mantissa_);
    return exponent < 0 ? digits / kPowersOfTen[power] : digits * kPowersOfTen[power];
  }

  // The place of the point before or behind the first digit that is not 0.
  std::int64_t point(std::int64_t exponent) const {
    return exponent - decimals_ + static_cast<std::int64_t>(digits_);
  }

 private:
  void push(unsigned digit, bool after_point) {
    if (after_point) ++decimals_;
    if (mantissa_ == 0 && digit == 0) return;  // leading zeros do not count
    if (++digits_ <= kMostDigits) mantissa_ = 10 * mantissa_ + digit;
  }

  std::uint64_t mantissa_ = 0;
  std::size_t digits_ = 0;
  std::int64_t decimals_ = 0;
  bool any_ = false;
};

// The length of an exponent such as "e-5", or 0 if `text` begins with none. The value is bounded,
// so far out that no number of decimals brings it back into the range of doubles.
std::size_t exponent_at(std::string_view text, std::int64_t& exponent) {
  if (!text.starts_with('e') && !text.starts_with('E')) return 0;
  const bool sign = text.size() > 1 && (text[1] == '+' || text[1] == '-');
  const std::size_t first = sign ? 2 : 1;
  constexpr std::int64_t kFarOut = 1LL << 50;
  std::size_t length = first;
  for (; length < text.size() && is_digit(text[length]); ++length) {
    exponent = std::min(kFarOut, 10 * exponent + (text[length] - '0'));
  }
  if (length == first) return 0;
  if (text[1] == '-') exponent = -exponent;
  return length;
}

// The double nearest to digits with a point and underscores among them, and perhaps an exponent.
double nearest_double(std::string_view text, std::int64_t point) {
  wording::Decimal decimal;
  for (const char c : text.substr(0, text.find_first_of("eE"))) {
    if (is_digit(c)) decimal.push(static_cast<unsigned>(c - '0'));
  }
  constexpr std::int64_t kFarOut = 1000;  // beyond all doubles
  decimal.set_point(static_cast<int>(std::clamp(point, -kFarOut, kFarOut)));
  return std::move(decimal).to_double();
}

std::optional<std::int64_t> to_whole(const Decimal& decimal, bool minus) {
  constexpr std::uint64_t kSmallest = 1ULL << 63;  // its size
  const auto size = decimal.mantissa();
  if (!size || *size > kSmallest || (*size == kSmallest && !minus)) return {};
  return static_cast<std::int64_t>(minus ? 0 - *size : *size);
}

NumberToken decimal_at(std::string_view text, bool minus) {
  Decimal decimal;
  std::size_t length = decimal.take_digits(text, false);
  bool has_point = text.substr(length).starts_with('.');
  if (has_point) {
    length += 1;
    length += decimal.take_digits(text.substr(length), true);
  }
  if (!decimal.any()) return {};
  std::int64_t exponent = 0;
  if (const std::size_t more = exponent_at(text.substr(length), exponent); more > 0) {
    has_point = true;
    length += more;
  }
  const auto exact = decimal.value(exponent);
  const double magnitude =
      exact ? *exact : nearest_double(text.substr(0, length), decimal.point(exponent));
  Number number{minus ? -magnitude : magnitude, {}, has_point};
  if (!has_point) number.whole = to_whole(decimal, minus);
  return {number, length};
}

// Constants of Python's and the frameworks' modules: math.pi, np.nan, -torch.inf.
std::optional<Number> constant_named(std::string_view name) {
  constexpr std::array<std::string_view, 7> kModules{"math.", "np.", "numpy.",    "torch.",
                                                     "jnp.",  "tf.", "jax.numpy."};
  constexpr std::array<std::pair<std::string_view, double>, 3> kConstants{
      {{"pi", 3.141592653589793}, {"e", 2.718281828459045}, {"tau", 6.283185307179586}}};
  for (const std::string_view module : kModules) {
    if (!name.starts_with(module)) continue;
    const std::string_view bare = name.substr(module.size());
    const Word* word = word_named(bare);
    if (word != nullptr && !word->is_bool) return Number{word->value, {}, true};
    const auto* constant =
        std::ranges::find(kConstants, bare, [](const auto& known) { return known.first; });
    if (constant != kConstants.end()) return Number{constant->second, {}, true};
  }
  return {};
}

// What makes one number of another or of a text: Python's float(), and the types that lists of
// scalars are printed with.
bool is_scalar_type(std::string_view name) {
  constexpr std::array<std::string_view, 8> kNames{"float",      "np.float64", "np.float32",
                                                   "np.float16", "np.int64",   "np.int32",
                                                   "tensor",     "jnp.float32"};
  return std::ranges::find(kNames, name) != kNames.end();
}

// Takes the rest of float('-inf') or np.float64(1.5).
Number read_converted(Reader& reader, std::string_view type) {
  reader.expect("(");
  const std::string_view quote = reader.take("'") ? "'" : reader.take("\"") ? "\"" : "";
  auto [number, length] = number_at(reader.rest());
  if (length == 0) reader.fail_expecting("a number"_words);
  reader.advance(length);
  if (!quote.empty()) reader.expect(quote);
  reader.expect(")");
  if (type == "float") {
    number.whole = {};
    number.has_point = true;
  }
  return number;
}

// Whatever begins with a letter and is no word that number_at() knows.
std::optional<Number> read_named(Reader& reader) {
  Reader ahead = reader;
  const bool minus = ahead.take("-") || ahead.take(kMinusSign);
  if (!minus) ahead.take("+");
  const std::string_view name = ahead.take_name();
  std::optional<Number> number = constant_named(name);
  if (!number && is_scalar_type(name) && ahead.rest().starts_with('(')) {
    number = read_converted(ahead, name);
  }
  if (!number) return {};
  reader = ahead;
  if (minus) {
    number->value = -number->value;
    constexpr auto kLowest = std::numeric_limits<std::int64_t>::min();
    if (number->whole == kLowest) {
      number->whole = {};
    } else if (number->whole) {
      number->whole = -*number->whole;
    }
  }
  return number;
}

// Says what is no number, and why.
[[noreturn]] void fail_without_number(Reader& reader, errors::Words<0> expected) {
  const std::string_view from = reader.rest();
  if (from.starts_with("...")) {
    reader.fail_at(from,
                   "this print is abbreviated: '...' stands for numbers that are not here"_words);
  }
  if (from.starts_with('\'') || from.starts_with('"')) {
    reader.fail_at(from, "a text in quotation marks is no number; take them away"_words);
  }
  const std::string_view name = reader.take_name();
  if (name == "null" || name == "None") {
    reader.fail_at(from, "{0} is no number; write nan for one that is missing"_words, name);
  }
  for (const std::string_view part : {"indices", "crow_indices", "ccol_indices"}) {
    if (name == part) {
      reader.fail_at(from, "sparse tensors have no dropout here; paste x.to_dense()"_words);
    }
  }
  if (!name.empty()) {
    reader.fail_at(from, "expected {0}, but found {1}"_words, errors::Phrase("a number"_words),
                   quoted(name));
  }
  reader.fail_expecting(expected);
}

}  // namespace

NumberToken number_at(std::string_view text) {
  const bool minus = text.starts_with('-') || text.starts_with(kMinusSign);
  const std::size_t sign = text.starts_with(kMinusSign)     ? kMinusSign.size()
                           : minus || text.starts_with('+') ? 1
                                                            : 0;
  text.remove_prefix(sign);
  NumberToken token{};
  if (!text.empty() && std::isalpha(static_cast<unsigned char>(text.front())) != 0) {
    const std::string_view letters = leading_letters(text);
    const Word* word = word_named(letters);
    if (word == nullptr || (word->is_bool && sign > 0)) return {};
    token.length = letters.size();
    token.number = {minus ? -word->value : word->value, {}, !word->is_bool, word->is_bool};
    if (word->is_bool) token.number.whole = word->value != 0;
  } else {
    token = decimal_at(text, minus);
  }
  if (token.length > 0) token.length += sign;
  return token;
}

bool is_constant(std::string_view name) { return constant_named(name).has_value(); }

Number read_number(Reader& reader, errors::Words<0> expected) {
  const std::string_view from = reader.rest();
  const auto [number, length] = number_at(from);
  if (length > 0) {
    reader.advance(length);
    return number;
  }
  if (const auto number = read_named(reader)) return *number;
  fail_without_number(reader, expected);
}

}  // namespace playground::text
