// Rows of numbers, one a line: CSV, TSV, and what is pasted from a spreadsheet or a terminal.
//
//   table     := row {newline row}                       blank lines are passed over
//   row       := cell {separator cell}
//   cell      := number | '"' number '"'
//   separator := ';' or else a tab or else ',' or else white space, whichever the text has
//
// Where ';' or a tab separates and no '.' occurs, ',' is the decimal point.
#pragma once

#include <string_view>

#include "tensor/tensor.hpp"
#include "text/reader.hpp"

namespace playground::text {

/// Whether `text`, without white space at its beginning, is a table rather than an expression.
bool is_table(std::string_view text);

/// All that is left, as a matrix; a single row or a single column is a vector, as np.loadtxt has
/// it. Throws ParseError, for a header line too; for ragged rows in PyTorch's words.
tensor::Tensor read_table(const Reader& reader, tensor::DType dtype);

}  // namespace playground::text
