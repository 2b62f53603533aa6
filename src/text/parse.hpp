// Tensors from text, as people write and paste them.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "random/generator.hpp"
#include "tensor/tensor.hpp"
#include "text/parse_error.hpp"

namespace playground::text {

/// Reads, with any white space between its parts,
///
///   3.5   [1, 2, -0., nan, inf]   [[1, 2], [3, 4]]       numbers, nested lists and tuples, JSON
///   tensor([[1., 2.]], dtype=torch.float64)              what print(tensor) writes
///   [[1. 2.] [3. 4.]]   array([1., 2.], dtype=float32)   what NumPy, JAX, TensorFlow print
///   1,2 and 3,4 on the next line   1,5;2,5               CSV, TSV, columns of a spreadsheet
///   torch.ones(6, 6)   torch.arange(12).reshape(3, 4)    calls: functions.cpp has the list
///   torch.rand(2, 3)   np.random.rand(3, 4)              drawn from `generator`
///   -(torch.ones(2) + 1) / 3 ** 2                        arithmetic between all of these
///   x = torch.ones(2)                                    a line of a program; the name is ignored
///
/// and a text that is none of these once more without what stands around a tensor where people copy
/// it from (paste.hpp): prompts, comments, fences, labels, imports.
///
/// A dtype in the text is followed. Without one, numbers in tensor(...), full(...) and arange(...)
/// are of the type PyTorch would infer, int64 if none has a point or an exponent; NumPy's are
/// float64, or int64 likewise; all others are float32. The parameter `dtype` overrules what the
/// text says of numbers that it writes down; what it draws is drawn as it says, then converted.
///
/// generator  may be null: then a text that draws is an error. An error leaves it as it was.
/// notes      may be null: else what is read otherwise than it is written, such as float16.
///
/// Throws ParseError; an Error (kMemory) or tensor::OutOfMemory if memory cannot hold the tensor.
tensor::Tensor parse(std::string_view text, std::optional<tensor::DType> dtype = std::nullopt,
                     random::Generator* generator = nullptr,
                     std::vector<errors::Phrase>* notes = nullptr);

}  // namespace playground::text
