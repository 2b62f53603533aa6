// The C++ part of Embind, for the types that cross here. Embind's own library would register twenty
// more types with their names, and add code for all of them to the glue.
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
  // The glue tells by this name that the text is UTF-8.
  _embind_register_std_string(TypeID<std::string>::get(), "std::string");
}

}  // namespace

// The other functions of the library. emscripten/wire.h and the glue say what each is for.
extern "C" {

void _embind_register_bindings(InitFunc* bindings) {
  bindings->next = first;
  first = bindings;
}

EMSCRIPTEN_KEEPALIVE void _embind_initialize_bindings() {
  for (; first; first = first->next) first->init_func();
}

// The linker is told to export this. The glue never calls it, since its message for an unregistered
// type does not name the type.
EMSCRIPTEN_KEEPALIVE const char* __getTypeName(const std::type_info*) { return ""; }

}  // extern "C"
