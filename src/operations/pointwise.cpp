#include "operations/pointwise.hpp"

#include <vector>

#include "operations/elementwise.hpp"
#include "operations/table.hpp"

namespace playground::operations {

std::span<const Row> pointwise_rows() {
  static const std::vector<Row> kRows = [] {
    std::vector<Row> rows;
    for (const auto part : {&arithmetic_rows, &power_rows, &mixture_rows, &function_rows,
                            &gamma_rows, &choice_rows, &conversion_rows, &dtype_rows}) {
      rows.insert(rows.end(), part().begin(), part().end());
    }
    return rows;
  }();
  return kRows;
}

}  // namespace playground::operations
