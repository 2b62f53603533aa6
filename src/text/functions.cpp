// The one table of all functions and methods that a text may call.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "errors/error.hpp"
#include "text/call.hpp"
#include "text/maker_calls.hpp"
#include "text/method_calls.hpp"
#include "text/nearest_name.hpp"

namespace playground::text {
namespace {

using errors::Kind;
using tensor::DType;

struct Function {
  std::string_view name;
  Library library;
  Array (*read)(const Call&);
};

constexpr Library kTorch = Library::kTorch;
constexpr Library kNumpy = Library::kNumpy;
constexpr Library kJax = Library::kJax;
constexpr Library kTensorFlow = Library::kTensorFlow;

constexpr std::array kFunctions{
    Function{"torch.tensor", kTorch, calls::array},
    Function{"torch.ones", kTorch, calls::ones},
    Function{"torch.zeros", kTorch, calls::zeros},
    Function{"torch.full", kTorch, calls::full},
    Function{"torch.eye", kTorch, calls::eye},
    Function{"torch.arange", kTorch, calls::arange},
    Function{"torch.linspace", kTorch, calls::linspace},
    Function{"torch.rand", kTorch, calls::torch_rand},
    Function{"torch.randn", kTorch, calls::torch_randn},
    Function{"torch.randint", kTorch, calls::randint},
    Function{"torch.randperm", kTorch, calls::randperm},
    Function{"torch.Tensor", kTorch, calls::legacy_tensor},
    Function{"torch.FloatTensor", kTorch, calls::legacy_tensor},
    Function{"torch.DoubleTensor", kTorch, calls::legacy_tensor},
    Function{"torch.LongTensor", kTorch, calls::legacy_tensor},
    Function{"torch.IntTensor", kTorch, calls::legacy_tensor},
    Function{"torch.HalfTensor", kTorch, calls::legacy_tensor},
    Function{"torch.as_tensor", kTorch, calls::array},
    Function{"torch.asarray", kTorch, calls::array},
    Function{"torch.from_numpy", kTorch, calls::unchanged},
    Function{"torch.autograd.Variable", kTorch, calls::unchanged},
    Function{"torch.nn.Parameter", kTorch, calls::unchanged},
    Function{"Variable", kTorch, calls::unchanged},
    Function{"nn.Parameter", kTorch, calls::unchanged},
    Function{"torch.empty", kTorch, calls::empty},
    Function{"torch.ones_like", kTorch, calls::ones_like},
    Function{"torch.zeros_like", kTorch, calls::zeros_like},
    Function{"torch.full_like", kTorch, calls::full_like},
    Function{"torch.rand_like", kTorch, calls::rand_like},
    Function{"torch.randn_like", kTorch, calls::randn_like},
    Function{"torch.stack", kTorch, calls::stack},
    Function{"torch.cat", kTorch, calls::cat},
    Function{"torch.concat", kTorch, calls::cat},
    Function{"np.array", kNumpy, calls::array},
    Function{"np.asarray", kNumpy, calls::array},
    Function{"np.ones", kNumpy, calls::ones},
    Function{"np.zeros", kNumpy, calls::zeros},
    Function{"np.full", kNumpy, calls::full},
    Function{"np.empty", kNumpy, calls::empty},
    Function{"np.eye", kNumpy, calls::eye},
    Function{"np.identity", kNumpy, calls::eye},
    Function{"np.arange", kNumpy, calls::arange},
    Function{"np.linspace", kNumpy, calls::linspace},
    Function{"np.ones_like", kNumpy, calls::ones_like},
    Function{"np.zeros_like", kNumpy, calls::zeros_like},
    Function{"np.full_like", kNumpy, calls::full_like},
    Function{"np.float32", kNumpy, calls::legacy_tensor},
    Function{"np.float64", kNumpy, calls::legacy_tensor},
    Function{"np.random.rand", kNumpy, calls::numpy_rand},
    Function{"np.random.random", kNumpy, calls::numpy_rand},
    Function{"np.random.random_sample", kNumpy, calls::numpy_rand},
    Function{"np.random.randn", kNumpy, calls::numpy_randn},
    Function{"np.random.standard_normal", kNumpy, calls::numpy_randn},
    Function{"np.random.uniform", kNumpy, calls::numpy_uniform},
    Function{"np.random.normal", kNumpy, calls::numpy_normal},
    Function{"rng.random", kNumpy, calls::rng_random},
    Function{"rng.uniform", kNumpy, calls::rng_uniform},
    Function{"jnp.array", kJax, calls::array},
    Function{"jnp.asarray", kJax, calls::array},
    Function{"jnp.ones", kJax, calls::ones},
    Function{"jnp.zeros", kJax, calls::zeros},
    Function{"jnp.full", kJax, calls::full},
    Function{"jnp.eye", kJax, calls::eye},
    Function{"jnp.arange", kJax, calls::arange},
    Function{"jnp.ones_like", kJax, calls::ones_like},
    Function{"jnp.zeros_like", kJax, calls::zeros_like},
    Function{"jnp.full_like", kJax, calls::full_like},
    Function{"tf.constant", kTensorFlow, calls::array},
    Function{"tf.convert_to_tensor", kTensorFlow, calls::array},
    Function{"tf.Variable", kTensorFlow, calls::array},
    Function{"tf.ones", kTensorFlow, calls::ones},
    Function{"tf.zeros", kTensorFlow, calls::zeros},
    Function{"tf.fill", kTensorFlow, calls::filled_by_size},
    Function{"tf.eye", kTensorFlow, calls::eye},
    Function{"tf.range", kTensorFlow, calls::arange},
    Function{"tf.ones_like", kTensorFlow, calls::ones_like},
    Function{"tf.zeros_like", kTensorFlow, calls::zeros_like},
    Function{"tf.onesLike", kTensorFlow, calls::ones_like},
    Function{"tf.zerosLike", kTensorFlow, calls::zeros_like},
    Function{"tf.tensor", kTensorFlow, calls::float_array},
    Function{"tf.scalar", kTensorFlow, calls::float_array},
    Function{"tf.tensor1d", kTensorFlow, calls::float_array},
    Function{"tf.tensor2d", kTensorFlow, calls::float_array},
    Function{"tf.tensor3d", kTensorFlow, calls::float_array},
    Function{"tf.tensor4d", kTensorFlow, calls::float_array},
    // As NumPy, JAX and TensorFlow print.
    Function{"array", kNumpy, calls::array},
    Function{"Array", kJax, calls::array},
    Function{"DeviceArray", kJax, calls::array},
    Function{"ShardedDeviceArray", kJax, calls::array},
    Function{"tf.Tensor", kTensorFlow, calls::array},
};

struct Method {
  std::string_view name;
  Array (*apply)(const Call&, Array);
  /// Whether there is a function of this name, too: torch.squeeze(x).
  bool is_function = false;
};

constexpr std::array kMethods{
    Method{"reshape", methods::reshape, true},
    Method{"view", methods::reshape},
    Method{"flatten", methods::flatten, true},
    Method{"ravel", methods::flatten, true},
    Method{"squeeze", methods::squeeze, true},
    Method{"unsqueeze", methods::unsqueeze, true},
    Method{"expand_dims", methods::unsqueeze, true},
    Method{"unsqueeze_", methods::unsqueeze},
    Method{"squeeze_", methods::squeeze},
    Method{"t", methods::t, true},
    Method{"transpose", methods::transpose, true},
    Method{"swapaxes", methods::transpose, true},
    Method{"permute", methods::permute, true},
    Method{"repeat", methods::repeat},
    Method{"tile", methods::tile, true},
    Method{"expand", methods::expand},
    Method{"float", methods::cast},
    Method{"double", methods::cast},
    Method{"long", methods::cast},
    Method{"int", methods::cast},
    Method{"short", methods::cast},
    Method{"half", methods::cast},
    Method{"bfloat16", methods::cast},
    Method{"bool", methods::cast},
    Method{"to", methods::to},
    Method{"astype", methods::astype},
    Method{"type", methods::astype},
    Method{"type_as", methods::type_as},
    Method{"cuda", methods::unchanged},
    Method{"cpu", methods::unchanged},
    Method{"mps", methods::unchanged},
    Method{"clone", methods::unchanged, true},
    Method{"copy", methods::unchanged, true},
    Method{"detach", methods::unchanged, true},
    Method{"detach_", methods::unchanged},
    Method{"contiguous", methods::unchanged},
    Method{"requires_grad_", methods::unchanged},
    Method{"retain_grad", methods::unchanged},
    Method{"pin_memory", methods::unchanged},
    Method{"share_memory_", methods::unchanged},
    Method{"block_until_ready", methods::unchanged},
    Method{"eval", methods::unchanged},
    Method{"print", methods::unchanged},
    Method{"numpy", methods::numpy},
    Method{"tolist", methods::tolist},
    Method{"add", methods::add, true},
    Method{"sub", methods::sub, true},
    Method{"mul", methods::mul, true},
    Method{"div", methods::div, true},
    Method{"pow", methods::pow, true},
    Method{"add_", methods::add},
    Method{"sub_", methods::sub},
    Method{"mul_", methods::mul},
    Method{"div_", methods::div},
    Method{"pow_", methods::pow},
    Method{"neg", methods::neg, true},
    Method{"abs", methods::abs, true},
    Method{"square", methods::square, true},
    Method{"sqrt", methods::sqrt, true},
    Method{"relu", methods::relu, true},
    Method{"clamp", methods::clamp, true},
    Method{"floor", methods::floor, true},
    Method{"ceil", methods::ceil, true},
    Method{"round", methods::round, true},
    Method{"fill_", methods::fill},
    Method{"fill", methods::fill},
    Method{"zero_", methods::zero},
    Method{"uniform_", methods::uniform},
    Method{"normal_", methods::normal},
};

// The names of modules as programs write them, and as the table does.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kModules{
    {{"numpy.", "np."},
     {"jax.numpy.", "jnp."},
     {"tensorflow.", "tf."},
     {"torch.cuda.", "torch."},
     {"torch.nn.functional.", "torch."},
     {"F.", "torch."},
     {"math.", "torch."},
     {"t.", "torch."}}};

std::string full_name(std::string_view name) {
  for (const auto& [written, meant] : kModules) {
    if (name.starts_with(written)) {
      return std::string(meant) + std::string(name.substr(written.size()));
    }
  }
  return std::string(name);
}

Library library_of(std::string_view name) {
  if (name.starts_with("np.")) return kNumpy;
  if (name.starts_with("jnp.")) return kJax;
  return name.starts_with("tf.") ? kTensorFlow : kTorch;
}

const Function* function_named(std::string_view name) {
  // "torch." may be left out, as print() does.
  for (const std::string& spelling : {std::string(name), "torch." + std::string(name)}) {
    const auto* found = std::ranges::find(kFunctions, spelling, &Function::name);
    if (found != kFunctions.end()) return found;
  }
  return nullptr;
}

const Method* method_named(std::string_view name) {
  const auto* found = std::ranges::find(kMethods, name, &Method::name);
  return found == kMethods.end() ? nullptr : found;
}

// torch.squeeze(x, 0) is x.squeeze(0).
const Method* method_of_function(std::string_view name) {
  for (const std::string_view module : {"torch.", "np.", "jnp.", "tf."}) {
    if (!name.starts_with(module)) continue;
    const Method* method = method_named(name.substr(module.size()));
    if (method != nullptr && method->is_function) return method;
  }
  return nullptr;
}

bool is_layer(std::string_view name) {
  return name.starts_with("nn.") || name.starts_with("torch.nn.") || name.starts_with("F.") ||
         name.starts_with("tf.keras.") || name.starts_with("keras.") ||
         name.starts_with("layers.") || name == "dropout" || name == "drop" || name == "model" ||
         name.starts_with("Dropout");
}

[[noreturn]] void fail_unknown_function(std::string_view name, std::string_view meant) {
  if (is_layer(name)) {
    errors::fail(
        Kind::kValue,
        "{0} is a layer or its output: paste the tensor that goes into it, and set layer, p "
        "and seed beside it"_words,
        quoted(name));
  }
  NearestName nearest(meant);
  for (const Function& function : kFunctions) {
    nearest.offer(function.name);
    // Of a name without a module as well.
    if (meant.find('.') == std::string_view::npos && function.library == kTorch) {
      nearest.offer(function.name, function.name.find('.') + 1);
    }
  }
  if (const auto name_meant = nearest.found()) {
    errors::fail(Kind::kValue, "unknown function {0}; did you mean '{1}'?"_words, quoted(name),
                 *name_meant);
  }
  errors::fail(
      Kind::kValue,
      "unknown function {0}; paste what it prints, or make a tensor by torch.ones(2, 3) or "
      "[[1, 2], [3, 4]]"_words,
      quoted(name));
}

[[noreturn]] void fail_unknown_method(const Reader& reader, std::string_view from,
                                      std::string_view name) {
  NearestName nearest(name);
  for (const Method& method : kMethods) nearest.offer(method.name);
  nearest.offer("T");
  if (const auto meant = nearest.found()) {
    reader.fail_at(from, "unknown method '.{0}'; did you mean '.{1}'?"_words, name, *meant);
  }
  reader.fail_at(from, "unknown method '.{0}'; paste what it prints instead"_words, name);
}

}  // namespace

DType Call::dtype(const Arguments& arguments, DType inferred) const {
  const DType dtype = options.dtype.value_or(arguments.dtype().value_or(inferred));
  // JAX has float64 only where somebody has asked for it at the start of a program.
  return library == Library::kJax && dtype == DType::kFloat64 && !options.dtype ? DType::kFloat32
                                                                                : dtype;
}

Array read_call(Reader& reader, std::string_view name, const ParseOptions& options,
                Operands& operands) {
  const std::string meant = full_name(name);
  if (const Function* function = function_named(meant)) {
    reader.expect("(");
    return function->read({reader, name, function->library, options, operands});
  }
  const Method* method = method_of_function(meant);
  if (method == nullptr) fail_unknown_function(name, meant);
  reader.expect("(");
  Array x = operands.read_array();
  x.library = library_of(meant);
  const Call call{reader, name, x.library, options, operands, true};
  // A method that reads an expression has to find it next.
  if (method->apply == methods::add || method->apply == methods::sub ||
      method->apply == methods::mul || method->apply == methods::div ||
      method->apply == methods::pow) {
    reader.expect(",");
  }
  return method->apply(call, std::move(x));
}

Array read_method(Reader& reader, Array x, const ParseOptions& options, Operands& operands) {
  const std::string_view from = reader.rest();
  reader.expect(".");
  const std::string_view name = reader.take_word();
  const Call call{reader, name, x.library, options, operands};
  if (name == "T" || name == "mT") return methods::reversed(call, std::move(x));
  if (name == "data") return x;
  const Method* method = method_named(name);
  if (method == nullptr) fail_unknown_method(reader, from, name);
  reader.expect("(");
  return method->apply(call, std::move(x));
}

}  // namespace playground::text
