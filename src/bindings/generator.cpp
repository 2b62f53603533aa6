// The JavaScript interface of generators. Converts types; decides nothing.
#include "random/generator.hpp"

#include <emscripten/bind.h>

#include <cstdint>
#include <span>
#include <vector>

#include "bindings/convert.hpp"
#include "bindings/errors.hpp"

namespace playground::bindings {
namespace {

void seed(const Shared& generator, std::uint64_t seed) { random::seed(*generator, seed); }

void seed_with_words(const Shared& generator, const Bytes& words) {
  random::seed_with_words(*generator, numbers_in<std::uint32_t>(words));
}

void seed_with_text(const Shared& generator, const Bytes& code_units) {
  const auto units = numbers_in<char16_t>(code_units);
  random::seed_with_text(*generator, {units.data(), units.size()});
}

// The two words of a key, and two of each step from it.
void seed_with_key(const Shared& generator, const Bytes& words) {
  const auto numbers = numbers_in<std::uint32_t>(words);
  std::vector<random::JaxKeyStep> steps;
  for (std::size_t i = 2; i + 1 < numbers.size(); i += 2) {
    steps.push_back({numbers[i], numbers[i + 1]});
  }
  random::seed_with_key(*generator, {numbers[0], numbers[1]}, steps);
}

void skip(const Shared& generator, std::uint64_t count) { random::skip(*generator, count); }

// One word of 64 bits, or none.
ByteView initial_seed(const Shared& generator) {
  std::vector<std::uint64_t> seed;
  if (const auto initial = random::initial_seed(*generator)) seed.push_back(*initial);
  return view_of_copy(seed);
}

ByteView state(const Shared& generator) { return view_of_copy(random::state(*generator)); }

void restore(const Shared& generator, const Bytes& state) {
  random::restore(*generator, std::as_bytes(std::span(state)));
}

EMSCRIPTEN_BINDINGS(generator) {
  emscripten::class_<Shared>("Generator")
      .function("seed", guarded<&seed>)
      .function("seedWithWords", guarded<&seed_with_words>)
      .function("seedWithText", guarded<&seed_with_text>)
      .function("seedWithKey", guarded<&seed_with_key>)
      .function("skip", guarded<&skip>)
      .function("initialSeed", guarded<&initial_seed>)
      .function("state", guarded<&state>)
      .function("restore", guarded<&restore>);
}

}  // namespace
}  // namespace playground::bindings
