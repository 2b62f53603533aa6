// Notes, as JavaScript is told of them.
#pragma once

#include <vector>

#include "errors/phrase.hpp"

namespace playground::bindings {

/// Tells the package of each, by Module.tellNote.
void tell(const std::vector<errors::Phrase>& notes);

}  // namespace playground::bindings
