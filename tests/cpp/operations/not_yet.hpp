// Operations of the fixtures that the table is still to get.
#pragma once

#include <set>
#include <string>

namespace playground::operations {

inline const std::set<std::string> kNotYet{};

}  // namespace playground::operations
