#include "bindings/errors.hpp"

#include <emscripten/em_js.h>

#include "errors/error.hpp"
#include "tensor/out_of_memory.hpp"
#include "text/parse_error.hpp"

// The package sets Module.createError; it knows the classes and codes of its errors.
EM_JS_DEPS(playground_throw_error, "$UTF8ToString,$giveAllBack")
// clang-format off
EM_JS(void, playground_throw_error,
      (const char* kind, const char* words, const char* values, std::size_t line,
       std::size_t column), {
  const error = Module['createError'](UTF8ToString(kind), UTF8ToString(words),
                                      UTF8ToString(values), line, column);
  giveAllBack();
  throw error;
})
// clang-format on

namespace playground::bindings {
namespace {

using errors::Kind;

[[noreturn]] void throw_error(Kind kind, const char* words, const char* values,
                              std::size_t line = 0, std::size_t column = 0) {
  playground_throw_error(errors::name(kind), words, values, line, column);
  __builtin_unreachable();
}

[[noreturn]] void throw_error(const errors::Error& error, std::size_t line = 0,
                              std::size_t column = 0) {
  const errors::Phrase& phrase = error.phrase();
  throw_error(error.kind(), phrase.words(), phrase.values().c_str(), line, column);
}

}  // namespace

void throw_as_javascript_error() {
  try {
    throw;
  } catch (const text::ParseError& error) {
    throw_error(error, error.line(), error.column());
  } catch (const errors::Error& error) {
    throw_error(error);
  } catch (const tensor::OutOfMemory& error) {
    throw_error(Kind::kMemory, error.words(), error.values());
  } catch (...) {
    // The standard library's: bad_alloc, or length_error for more than there can ever be room for.
    throw_error(Kind::kMemory, "this does not fit into memory"_words.text(), "[]");
  }
}

}  // namespace playground::bindings
