// A tensor as several, each a view of a part of it.
#pragma once

#include <cstdint>

#include "operations/views.hpp"

namespace playground::operations {

Variables unbind(const Variable& self, std::int64_t dim = 0);
/// Parts of so many places each, of which the last may be shorter.
Variables split(const Variable& self, std::int64_t split_size, std::int64_t dim = 0);
Variables split_with_sizes(const Variable& self, const Integers& split_sizes, std::int64_t dim = 0);
/// At most so many parts, of one length but for the last.
Variables chunk(const Variable& self, std::int64_t chunks, std::int64_t dim = 0);
/// Just so many parts, of which the first may be longer by one.
Variables tensor_split(const Variable& self, std::int64_t sections, std::int64_t dim = 0);
/// Cut before each of the places.
Variables tensor_split(const Variable& self, const Integers& indices, std::int64_t dim = 0);
Variables tensor_split(const Variable& self, const Variable& tensor_indices_or_sections,
                       std::int64_t dim = 0);

// torch.hsplit, vsplit and dsplit: along the second (of a vector the first), first and third.
Variables hsplit(const Variable& self, std::int64_t sections);
Variables hsplit(const Variable& self, const Integers& indices);
Variables vsplit(const Variable& self, std::int64_t sections);
Variables vsplit(const Variable& self, const Integers& indices);
Variables dsplit(const Variable& self, std::int64_t sections);
Variables dsplit(const Variable& self, const Integers& indices);

}  // namespace playground::operations
