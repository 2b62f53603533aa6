// What only a figure's own module has: its one engine, and its reader of texts. Converts types;
// decides nothing.
#include <emscripten/bind.h>

#include <memory>
#include <optional>
#include <string>

#include "bindings/convert.hpp"
#include "bindings/errors.hpp"
#include "random/generator.hpp"
#include "text/plain_text.hpp"

namespace playground::bindings {
namespace {

using emscripten::allow_raw_pointers;

// As that of the whole core. It draws no normals, so that it does not matter what would make them.
Shared* torch_cpu(bool, int form) {
  random::TorchCpuEngine engine;
  engine.form = static_cast<random::MaskForm>(form);
  return new Shared(std::make_shared<random::Generator>(engine));
}

// As that of the whole core. null for a text that is not plain.
tensor::Tensor* parse(const std::string& text, int, const Shared*) {
  auto x = text::read_plain(text);
  return x ? owned(*std::move(x)) : nullptr;
}

EMSCRIPTEN_BINDINGS(figure) {
  emscripten::function("torchCpu", guarded<&torch_cpu>, allow_raw_pointers());
  emscripten::function("parse", guarded<&parse>, allow_raw_pointers());
  emscripten::function("reads",
                       guarded<+[](const std::string& text) { return text::is_plain(text); }>);
}

}  // namespace
}  // namespace playground::bindings
