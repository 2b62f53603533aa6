// The dtypes that a text names: those there are, those that another stands in for, and those that
// dropout has no use for.
#pragma once

#include <string_view>
#include <vector>

#include "errors/phrase.hpp"
#include "tensor/dtype.hpp"
#include "text/reader.hpp"

namespace playground::text {

/// What is read otherwise than it is written, each once.
class Notes {
 public:
  explicit Notes(std::vector<errors::Phrase>* told) : told_(told) {}

  template <class... Values>
  void add(errors::Words<sizeof...(Values)> words, const Values&... values) {
    if (told_ != nullptr) add(errors::Phrase(words, values...));
  }

 private:
  void add(errors::Phrase phrase);

  std::vector<errors::Phrase>* told_;
};

/// Takes a dtype, as PyTorch, NumPy, JAX, TensorFlow and Python name it. Of one that is not
/// reproduced `notes` says what stands in for it: float32 for 16 bits, int64 for shorter integers.
///
/// Throws ParseError for a name that is none, and for bool, complex and quantised dtypes.
tensor::DType read_dtype(Reader& reader, Notes& notes);

/// Whether a dtype is next, rather than a number or a list.
bool is_dtype_next(Reader reader);

/// As read_dtype, of a name that has been taken at `from`.
tensor::DType dtype_named(const Reader& reader, std::string_view name, std::string_view from,
                          Notes& notes);

}  // namespace playground::text
