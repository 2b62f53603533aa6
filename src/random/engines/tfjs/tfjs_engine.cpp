#include "random/engines/tfjs/tfjs_engine.hpp"

#include <cstring>

#include "errors/error.hpp"
#include "random/engines/generator_state.hpp"

namespace playground::random {

std::vector<std::byte> TfjsEngine::state() const { return copy_of(std::as_bytes(std::span(seed))); }

void TfjsEngine::restore(std::span<const std::byte> state) {
  if (state.size() % sizeof(char16_t) != 0) {
    errors::fail(errors::Kind::kValue, "this is not the state of a {0} generator"_words,
                 kRecord.rules.name);
  }
  seed.resize(state.size() / sizeof(char16_t));
  std::memcpy(seed.data(), state.data(), state.size());
}

}  // namespace playground::random
