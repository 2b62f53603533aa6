// C++ exceptions as JavaScript errors: no exception, and no bare number, leaves the module.
#pragma once

#include <utility>

namespace playground::bindings {

/// Throws the exception being handled as the JavaScript error that the package makes of it.
[[noreturn]] void throw_as_javascript_error();

namespace internal {

template <auto Function>
struct Guard;

template <class Result, class... Arguments, Result (*Function)(Arguments...)>
struct Guard<Function> {
  static Result call(Arguments... arguments) {
    try {
      return Function(std::forward<Arguments>(arguments)...);
    } catch (...) {
      throw_as_javascript_error();
    }
  }
};

}  // namespace internal

/// `Function`, except that what it throws arrives in JavaScript as an error.
template <auto Function>
inline constexpr auto guarded = &internal::Guard<Function>::call;

}  // namespace playground::bindings
