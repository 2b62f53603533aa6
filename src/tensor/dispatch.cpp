#include "tensor/dispatch.hpp"

#include "errors/error.hpp"

namespace playground::tensor {

void fail_not_implemented(std::string_view kernel, DType dtype) {
  errors::fail(errors::Kind::kDType, "\"{0}\" not implemented for '{1}'"_words, kernel,
               scalar_type_name(dtype));
}

}  // namespace playground::tensor
