#include "bindings/errors.hpp"

#include <emscripten/em_js.h>

#include <exception>
#include <new>
#include <stdexcept>

#include "random/generator.hpp"
#include "text/parse_error.hpp"

// The package sets Module.createError; it knows the classes and codes of its errors.
EM_JS_DEPS(playground_throw_error, "$UTF8ToString")
EM_JS(void, playground_throw_error,
      (const char* kind, const char* message, std::size_t line, std::size_t column),
      { throw Module['createError'](UTF8ToString(kind), UTF8ToString(message), line, column); })

namespace playground::bindings {
namespace {

[[noreturn]] void throw_error(const char* kind, const std::exception& error, std::size_t line = 0,
                              std::size_t column = 0) {
  playground_throw_error(kind, error.what(), line, column);
  __builtin_unreachable();
}

}  // namespace

void throw_as_javascript_error() {
  try {
    throw;
  } catch (const text::ParseError& error) {
    throw_error("text", error, error.line(), error.column());
  } catch (const random::UnsupportedByEngine& error) {
    throw_error("engine", error);
  } catch (const std::bad_alloc& error) {
    throw_error("memory", error);
  } catch (const std::length_error& error) {
    throw_error("memory", error);
  } catch (const std::domain_error& error) {
    throw_error("dtype", error);
  } catch (const std::invalid_argument& error) {
    throw_error("value", error);
  } catch (const std::exception& error) {
    throw_error("state", error);
  }
}

}  // namespace playground::bindings
