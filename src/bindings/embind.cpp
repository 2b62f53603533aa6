// Embind's own part in C++, for the types that cross here: its library would register twenty more,
// with their names, and code for all of them in the glue.
#include <emscripten/bind.h>

#include <cstdint>
#include <string>
#include <typeinfo>

namespace {

using emscripten::internal::InitFunc;
using emscripten::internal::TypeID;

InitFunc* first = nullptr;

EMSCRIPTEN_BINDINGS(types) {
  using namespace emscripten::internal;
  _embind_register_void(TypeID<void>::get(), "void");
  _embind_register_bool(TypeID<bool>::get(), "bool", true, false);
  _embind_register_integer(TypeID<int>::get(), "int", 4, INT32_MIN, INT32_MAX);
  _embind_register_integer(TypeID<unsigned>::get(), "unsigned", 4, 0, UINT32_MAX);
  _embind_register_integer(TypeID<std::size_t>::get(), "size", 4, 0, UINT32_MAX);
  _embind_register_bigint(TypeID<std::int64_t>::get(), "int64", 8, INT64_MIN, INT64_MAX);
  _embind_register_bigint(TypeID<std::uint64_t>::get(), "uint64", 8, 0, UINT64_MAX);
  _embind_register_float(TypeID<double>::get(), "double", sizeof(double));
  // By this name the glue knows that it is UTF-8.
  _embind_register_std_string(TypeID<std::string>::get(), "std::string");
}

}  // namespace

// What the library has besides; emscripten/wire.h and the glue say what each is for.
extern "C" {

void _embind_register_bindings(InitFunc* bindings) {
  bindings->next = first;
  first = bindings;
}

EMSCRIPTEN_KEEPALIVE void _embind_initialize_bindings() {
  for (; first; first = first->next) first->init_func();
}

// The linker is told to export it. The glue, which says less of a type that is not registered,
// never calls it.
EMSCRIPTEN_KEEPALIVE const char* __getTypeName(const std::type_info*) { return ""; }

}  // extern "C"
