// The JavaScript interface of texts that are read as tensors. Converts types; decides nothing.
#include <emscripten/bind.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "bindings/convert.hpp"
#include "bindings/errors.hpp"
#include "bindings/notes.hpp"
#include "tensor/memory_limit.hpp"
#include "text/parse.hpp"

namespace playground::bindings {
namespace {

using emscripten::allow_raw_pointers;
using tensor::Tensor;

// A dtype of -1 means that of the text. The generator may be null.
Tensor* parse(const std::string& text, int dtype, const Shared* generator, std::size_t most_bytes) {
  const tensor::MemoryLimit limit(most_bytes);
  const auto asked = dtype < 0 ? std::nullopt : std::optional(to_dtype(dtype));
  std::vector<errors::Phrase> notes;
  Tensor x = text::parse(text, asked, generator ? generator->get() : nullptr, &notes);
  if (!notes.empty()) tell(notes);
  return owned(std::move(x));
}

EMSCRIPTEN_BINDINGS(text) { emscripten::function("parse", guarded<&parse>, allow_raw_pointers()); }

}  // namespace
}  // namespace playground::bindings
