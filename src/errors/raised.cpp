#include "errors/raised.hpp"

namespace playground::errors {

const char* name(Exception exception) noexcept {
  switch (exception) {
    case Exception::kIndexError:
      return "IndexError";
    case Exception::kTypeError:
      return "TypeError";
    case Exception::kValueError:
      return "ValueError";
    case Exception::kNotImplementedError:
      return "NotImplementedError";
    case Exception::kRuntimeError:
      break;
  }
  return "RuntimeError";
}

std::string filled(std::string_view words, std::initializer_list<Value> values) {
  std::string text;
  for (const Value& value : values) {
    const auto place = words.find("{}");
    text += words.substr(0, place);
    text += value.english();
    words.remove_prefix(place + 2);
  }
  text += words;
  return text;
}

void internal::raise(Exception exception, std::string_view words,
                     std::initializer_list<Value> values) {
  throw Raised(exception, filled(words, values));
}

}  // namespace playground::errors
