#include "text/parse.hpp"

#include <utility>

#include "text/expression.hpp"
#include "text/reader.hpp"
#include "text/table.hpp"

namespace playground::text {
namespace {

using tensor::DType;
using tensor::Tensor;

Tensor read(Reader& reader, const ParseOptions& options) {
  if (reader.at_end()) reader.fail_expecting("a tensor, such as [1, 2, 3]"_words);
  if (is_table(reader.rest())) {
    return read_table(reader, options.dtype.value_or(DType::kFloat32));
  }
  reader.take("Parameter containing:");  // before the print of a layer's weights
  Reader after_name = reader;
  if (!after_name.take_name().empty() && after_name.take("=")) reader = after_name;
  Tensor x = read_expression(reader, options);
  if (!reader.at_end()) reader.fail_expecting("the end of the text"_words);
  return options.dtype && x.dtype() != *options.dtype ? to(x, *options.dtype) : std::move(x);
}

}  // namespace

Tensor parse(std::string_view text, std::optional<DType> dtype, random::Generator* generator) {
  Reader reader(text);
  if (generator == nullptr) return read(reader, {dtype, nullptr});
  random::Generator drawn = *generator;
  Tensor x = read(reader, {dtype, &drawn});
  *generator = std::move(drawn);
  return x;
}

}  // namespace playground::text
