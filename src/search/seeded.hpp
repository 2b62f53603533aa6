// A generator as a program seeds it with a whole number, whatever the engine.
#pragma once

#include <cstdint>

#include "random/generator.hpp"

namespace playground::search {

/// Does what random::seed does, also for engines that take words or a text, as these make them of a
/// number.
void seed_with_number(random::Generator& generator, std::uint64_t seed);

/// Puts the generator of a new layer in the place of `generator` if the layer has one of its own.
void begin_layer(random::Generator& generator);

}  // namespace playground::search
