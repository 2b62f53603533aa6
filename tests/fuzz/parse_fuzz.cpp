// Any bytes as a text for parse(): it returns a tensor or says where it is wrong, and what it has
// read it reads again from its own print. The corpus holds a text of each form.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

#include "errors/error.hpp"
#include "random/generator.hpp"
#include "small_machine.hpp"
#include "tensor/dispatch.hpp"
#include "text/parse.hpp"
#include "text/print.hpp"

using playground::random::Generator;
using playground::tensor::DType;
using playground::tensor::Tensor;
using playground::text::parse;
using playground::text::ParseError;
using playground::text::print;

namespace {

std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

void require_place_within(std::string_view text, const ParseError& error) {
  for (std::size_t line = 1; line < error.line(); ++line) {
    const auto end = text.find('\n');
    require(end != std::string_view::npos, "the line of an error is one of the text");
    text.remove_prefix(end + 1);
  }
  const std::size_t columns = count_characters(text.substr(0, text.find('\n'))) + 1;
  require(error.column() >= 1 && error.column() <= columns, "its column is one of the line");
}

// Four decimals, or five digits, are what print shows.
template <class T>
bool is_as_printed(T x, T again, bool exact) {
  if constexpr (std::is_floating_point_v<T>) {
    if (std::isnan(x)) return std::isnan(again);
    // The largest doubles are printed as more than that.
    if (std::isinf(again)) return std::isinf(x) ? x == again : std::abs(x) > T(1e38);
    if (!exact) return std::abs(x - again) <= 0.51e-4 * std::max(1.0, std::abs(double{x}));
    return x == again && std::signbit(x) == std::signbit(again);
  } else {
    return x == again;
  }
}

void require_read_again(const Tensor& x) {
  constexpr std::size_t kMostPrinted = 1000;
  if (x.size() > kMostPrinted) return;
  const std::string text = print(x);
  const Tensor again = parse(text);
  require(again.dtype() == x.dtype(), "a print tells its dtype");
  require(again.shape() == x.shape(), "a print tells its shape");
  playground::tensor::with_type(x.dtype(), [&]<class T>(T) {
    const std::span<const T> values = x.values<T>();
    const bool whole = std::ranges::all_of(
        values, [](T v) { return std::isnan(double(v)) || std::trunc(v) == v; });
    const bool exact = whole && text.find("e+") == std::string::npos;
    require(std::ranges::equal(values, again.values<T>(),
                               [&](T a, T b) { return is_as_printed(a, b, exact); }),
            "a print tells its numbers");
    if (exact) require(print(again) == text, "what is printed in full is printed so again");
  });
}

Generator generator_for(std::string_view text) {
  if (text.find("np.random") != std::string_view::npos) return playground::random::NumpyEngine{};
  if (text.find("rng.") != std::string_view::npos) return playground::random::NumpyPcg64Engine{};
  return playground::random::TorchCpuEngine{};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  constexpr std::array<std::optional<DType>, 4> kAsked{std::nullopt, std::nullopt, DType::kFloat64,
                                                       DType::kInt64};
  Generator generator = generator_for(text);
  const auto before = playground::random::state(generator);
  try {
    require_read_again(parse(text, kAsked[size % kAsked.size()], &generator));
    return 0;
  } catch (const ParseError& error) {
    require_place_within(text, error);
  } catch (const playground::errors::Error& error) {
    require(error.kind() == playground::errors::Kind::kMemory, "what is wrong has a place");
  } catch (const std::bad_alloc&) {
  }
  require(playground::random::state(generator) == before, "an error leaves the generator alone");
  return 0;
}
