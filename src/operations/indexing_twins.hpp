// Operations that write to elements by their index. Each is two: one that makes a tensor, and one
// that writes in place, as the first argument says.
#pragma once

#include <cstdint>
#include <string>

#include "operations/views.hpp"

namespace playground::operations {

Variable index_put_twin(bool is_in_place, const Variable& self, const Variables& indices,
                        const Variable& values, bool accumulate);

Variable scatter_src(bool is_in_place, const Variable& self, std::int64_t dim,
                     const Variable& index, const Variable& src);
Variable scatter_value(bool is_in_place, const Variable& self, std::int64_t dim,
                       const Variable& index, const Scalar& value);
/// reduce  "add" or "multiply", of which PyTorch knows no way back
Variable scatter_reduce_src(bool is_in_place, const Variable& self, std::int64_t dim,
                            const Variable& index, const Variable& src, const std::string& reduce);
Variable scatter_reduce_value(bool is_in_place, const Variable& self, std::int64_t dim,
                              const Variable& index, const Scalar& value,
                              const std::string& reduce);
Variable scatter_add_src(bool is_in_place, const Variable& self, std::int64_t dim,
                         const Variable& index, const Variable& src);

Variable index_fill_value(bool is_in_place, const Variable& self, std::int64_t dim,
                          const Variable& index, const Scalar& value);
Variable index_fill_tensor(bool is_in_place, const Variable& self, std::int64_t dim,
                           const Variable& index, const Variable& value);
Variable index_add_twin(bool is_in_place, const Variable& self, std::int64_t dim,
                        const Variable& index, const Variable& source, const Scalar& alpha);
Variable index_copy_twin(bool is_in_place, const Variable& self, std::int64_t dim,
                         const Variable& index, const Variable& source);

Variable put(bool is_in_place, const Variable& self, const Variable& index, const Variable& source,
             bool accumulate);
Variable masked_scatter(bool is_in_place, const Variable& self, const Variable& mask,
                        const Variable& source);
}  // namespace playground::operations
