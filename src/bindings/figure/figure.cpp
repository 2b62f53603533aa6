// What only a figure's own module has: its one engine, and its reader of texts. Converts types;
// decides nothing.
#include <emscripten/bind.h>

#include <memory>
#include <optional>
#include <string>

#include "bindings/convert.hpp"
#include "bindings/errors.hpp"
#include "random/generator.hpp"
#include "tensor/memory_limit.hpp"
#include "text/plain_text.hpp"

namespace playground::bindings {
namespace {

using emscripten::allow_raw_pointers;

// The one engine there is, whatever its name: a figure asks for the whole core where it needs
// another.
Shared* named(const std::string&) {
  return new Shared(std::make_shared<random::Generator>(random::TorchCpuEngine()));
}

// As that of the whole core. null for a text that is not plain.
tensor::Tensor* parse(const std::string& text, int, const Shared*, std::size_t most_bytes) {
  const tensor::MemoryLimit limit(most_bytes);
  auto x = text::read_plain(text);
  return x ? owned(*std::move(x)) : nullptr;
}

EMSCRIPTEN_BINDINGS(figure) {
  emscripten::function("generatorNamed", guarded<&named>, allow_raw_pointers());
  emscripten::function("parse", guarded<&parse>, allow_raw_pointers());
  emscripten::function("reads",
                       guarded<+[](const std::string& text) { return text::is_plain(text); }>);
}

}  // namespace
}  // namespace playground::bindings
