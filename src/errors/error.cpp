#include "errors/error.hpp"

namespace playground::errors {

void internal::fail(Kind kind, const char* words, std::initializer_list<Value> values) {
  throw Error(kind, Phrase(words, values));
}

}  // namespace playground::errors
