#include "bindings/errors.hpp"

#include <emscripten/em_js.h>

#include <exception>
#include <new>
#include <stdexcept>

#include "random/generator.hpp"
#include "tensor/aligned_buffer.hpp"
#include "text/parse_error.hpp"

// The package sets Module.createError; it knows the classes and codes of its errors.
EM_JS_DEPS(playground_throw_error, "$UTF8ToString,$giveAllBack")
// clang-format off
EM_JS(void, playground_throw_error,
      (const char* kind, const char* message, std::size_t line, std::size_t column), {
  const error = Module['createError'](UTF8ToString(kind), UTF8ToString(message), line, column);
  giveAllBack();
  throw error;
})
// clang-format on

namespace playground::bindings {
namespace {

[[noreturn]] void throw_error(const char* kind, const char* message, std::size_t line = 0,
                              std::size_t column = 0) {
  playground_throw_error(kind, message, line, column);
  __builtin_unreachable();
}

// What the standard library throws when there is no memory says nothing to a reader.
constexpr const char* kNoMemory = "this does not fit into memory";

}  // namespace

void throw_as_javascript_error() {
  try {
    throw;
  } catch (const text::ParseError& error) {
    throw_error("text", error.what(), error.line(), error.column());
  } catch (const random::UnsupportedByEngine& error) {
    throw_error("engine", error.what());
  } catch (const tensor::OutOfMemory& error) {
    throw_error("memory", error.what());
  } catch (const std::bad_alloc&) {
    throw_error("memory", kNoMemory);
  } catch (const std::length_error& error) {
    throw_error("memory", error.what());
  } catch (const std::domain_error& error) {
    throw_error("dtype", error.what());
  } catch (const std::invalid_argument& error) {
    throw_error("value", error.what());
  } catch (const std::exception& error) {
    throw_error("state", error.what());
  }
}

}  // namespace playground::bindings
