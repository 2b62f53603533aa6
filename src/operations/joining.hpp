// Several tensors as one, and one as several.
#pragma once

#include <cstdint>

#include "operations/value.hpp"

namespace playground::operations {

Variable cat(const Variables& tensors, std::int64_t dim = 0);
Variable stack(const Variables& tensors, std::int64_t dim = 0);
Variables chunk(const Variable& self, std::int64_t chunks, std::int64_t dim = 0);
Variables unbind(const Variable& self, std::int64_t dim = 0);

}  // namespace playground::operations
