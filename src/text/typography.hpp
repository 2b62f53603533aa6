// Characters that word processors, web pages, terminals and input methods put in the place of those
// that programs have.
#pragma once

#include <string_view>

#include "text/passage.hpp"

namespace playground::text {

/// `text` with straight quotes, plain spaces and brackets, and without what nobody sees: soft
/// hyphens, marks of direction, the colours of a terminal.
Passage in_plain_characters(std::string_view text);

}  // namespace playground::text
