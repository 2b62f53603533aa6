// Any bytes as calls of operations of views: with any strides, steps, gaps and repeated elements.
// Each gives what it gives of plain copies of the same elements, in bits, forward and in gradients,
// and a write to a view leaves alone what is beside it.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "autograd/engine.hpp"
#include "drawn_call.hpp"
#include "errors/error.hpp"
#include "errors/raised.hpp"
#include "operations/machine.hpp"
#include "small_machine.hpp"
#include "tensor/views.hpp"
#include "tensor/walk.hpp"

namespace errors = playground::errors;
namespace autograd = playground::autograd;
namespace tensor = playground::tensor;
using namespace playground::operations;

namespace {

/// One argument, as a view and as a plain copy.
struct Twins {
  Variable leaf;  // of whose copy the view is a part, if there are gradients
  Variable base;  // of all elements, those of the view and those beside it
  Variable view;
  Variable plain;
  Variable plain_leaf;
  std::vector<std::int64_t> strides;
  std::int64_t offset = 0;
  bool repeats = false;  // several elements of the view lie in one place
};

Variable as_strided(const Variable& x, const Twins& like) {
  const auto list = [](const std::vector<std::int64_t>& numbers) {
    return Values(numbers.begin(), numbers.end());
  };
  return std::get<Variable>(
      call("as_strided", {x, list(like.view.shape().extents()), list(like.strides), like.offset}));
}

// What tells of how elements lie, has them as they are in memory, or changes which they are.
// PyTorch's fill_diagonal_ goes on by the sum of the strides.
constexpr std::array<std::string_view, 26> kAsTheyLie{"fill_diagonal_",
                                                      "unfold",
                                                      "as_strided",
                                                      "as_strided_",
                                                      "detach_",
                                                      "empty_like",
                                                      "is_contiguous",
                                                      "new_empty",
                                                      "resize_",
                                                      "resize_as_",
                                                      "set_",
                                                      "squeeze_",
                                                      "storage_offset",
                                                      "stride",
                                                      "swapaxes_",
                                                      "swapdims_",
                                                      "t_",
                                                      "transpose_",
                                                      "unsqueeze_",
                                                      "view",
                                                      "view_as",
                                                      "empty",
                                                      "empty_strided",
                                                      "new_empty_strided",
                                                      "unflatten",
                                                      "unfold_copy"};

// Draws go through memory in its order, as PyTorch's do.
bool is_drawn(std::string_view name, std::string_view schema) {
  return schema.find("Generator") != schema.npos || name.starts_with("rand") ||
         name.find("dropout") != name.npos || name.starts_with("rrelu") ||
         name.starts_with("bernoulli");
}

/// The bits, with one for all nans: which of two nans a sum has is no matter of ours. Nor is, of
/// gradients, the sign of a zero: a view's is added to zeros, as in PyTorch.
std::vector<std::uint64_t> bits(const Variable& x, bool has_signed_zeros = true) {
  std::vector<std::uint64_t> all;
  const Tensor values = tensor::contiguous(x.value());
  tensor::with_type(values.dtype(), [&]<class T>(T) {
    for (const T& value : values.values<T>()) {
      std::uint64_t word = 0;
      std::memcpy(&word, &value, sizeof value);
      if constexpr (std::is_floating_point_v<T>) {
        if (value != value) word = ~std::uint64_t{0};
        if (value == 0 && !has_signed_zeros) word = 0;
      }
      all.push_back(word);
    }
  });
  return all;
}

/// What comes of a call: tensors, or what it says is wrong.
struct Outcome {
  std::vector<Variable> results;
  std::string error;
};

void collect(const Value& value, std::vector<Variable>& into) {
  if (const auto* const values = std::get_if<Values>(&value)) {
    for (const Value& each : *values) collect(each, into);
    return;
  }
  const auto* const variable = std::get_if<Variable>(&value);
  if (variable && *variable) into.push_back(*variable);
}

template <class Use>
std::string error_of(Use use) {
  try {
    use();
    return "";
  } catch (const errors::Raised& raised) {
    return raised.message();
  } catch (const errors::Error& error) {
    return error.what();
  } catch (const std::bad_alloc&) {
    return "out of memory";
  }
}

class Comparison {
 public:
  explicit Comparison(Choices& choices)
      : choices_(choices),
        extents_(drawn_extents(choices)),
        call_(choices, [this] { return new_tensor(); }) {}

  void run() {
    if (std::ranges::find(kAsTheyLie, call_.name) != kAsTheyLie.end()) return;
    if (is_drawn(call_.name, call_.schema_text)) return;
    if (call_.name == "masked_scatter_" && takes_one_twice()) return;
    const std::vector<std::vector<std::uint64_t>> before = bases();
    const Outcome of_views = outcome(call_.arguments);
    const std::vector<std::vector<std::uint64_t>> after = bases();
    Values plain = call_.arguments;
    put_plain(plain);
    const Outcome of_plain = outcome(plain);
    if (of_views.error != of_plain.error) return compare_errors(of_views, of_plain);
    if (!of_views.error.empty()) return;
    claim(of_views.results.size() == of_plain.results.size(), "as many results");
    for (std::size_t i = 0; i < of_views.results.size(); ++i) {
      claim_same(of_views.results[i], of_plain.results[i], "result");
    }
    for (const Twins& each : twins_) claim_same(each.view, each.plain, "what an argument is after");
    for (std::size_t i = 0; i < twins_.size(); ++i) {
      claim_alone(twins_[i], before[i], after[i]);
    }
    compare_gradients(of_views.results, of_plain.results);
  }

 private:
  Variable new_tensor() {
    if (!twins_.empty() && choices_.one_in(4)) return twins_[choices_.below(twins_.size())].view;
    const std::vector<std::int64_t> extents =
        choices_.one_in(4) ? drawn_extents(choices_) : extents_;
    Twins made = drawn_twins(extents, choices_.one_in(2) ? DType::kFloat32 : choices_.of(kDTypes));
    twins_.push_back(made);
    return made.view;
  }

  // Dimensions in any order of memory, each with gaps or with one element for all, from anywhere
  // on.
  Twins drawn_twins(const std::vector<std::int64_t>& extents, DType dtype) {
    Twins made;
    const std::size_t rank = extents.size();
    std::vector<std::size_t> order(rank);
    for (std::size_t i = 0; i < rank; ++i) order[i] = i;
    for (std::size_t i = rank; i > 1; --i) std::swap(order[i - 1], order[choices_.below(i)]);
    if (choices_.one_in(3)) std::ranges::sort(order, std::greater<>());
    // Beside a dimension of none, another can have any number of elements.
    const bool is_empty = std::ranges::find(extents, 0) != extents.end();
    made.strides.resize(rank);
    std::int64_t stride = 1 + static_cast<std::int64_t>(choices_.one_in(3));
    for (const std::size_t dim : order) {
      if (extents[dim] > 1 && choices_.one_in(10)) {
        made.repeats = true;
        continue;
      }
      made.strides[dim] = stride;
      if (!is_empty) stride *= extents[dim];
      if (choices_.one_in(4)) stride += static_cast<std::int64_t>(choices_.below(4));
    }
    made.offset = static_cast<std::int64_t>(choices_.below(4));
    const std::int64_t room = made.offset + stride + static_cast<std::int64_t>(choices_.below(3));
    Tensor elements = drawn_tensor(choices_, {room}, dtype);
    const Tensor view = elements.as_strided(Shape(extents), made.strides, made.offset);
    made.base = Variable(elements);
    made.plain = Variable(view.clone());
    made.view = Variable(view);
    if (!tensor::is_floating(dtype) || choices_.one_in(3)) {
      made.view = as_strided(made.base, made);
      return made;
    }
    made.leaf = made.base;
    made.leaf.set_requires_grad(true);
    made.plain_leaf = made.plain;
    made.plain_leaf.set_requires_grad(true);
    made.base = std::get<Variable>(call("clone", {made.leaf}));
    made.view = as_strided(made.base, made);
    made.plain = std::get<Variable>(call("clone", {made.plain_leaf}));
    return made;
  }

  Outcome outcome(const Values& arguments) const {
    choose_machine("torch-cpu");
    Outcome all;
    all.error = error_of(
        [&] { collect(call(call_.name, arguments, call_.by_name, call_.is_method), all.results); });
    return all;
  }

  void put_plain(Values& values) const {
    for (Value& value : values) {
      if (auto* const list = std::get_if<Values>(&value)) put_plain(*list);
      auto* const variable = std::get_if<Variable>(&value);
      if (!variable || !*variable) continue;
      for (const Twins& each : twins_) {
        if (variable->is(each.view)) {
          *variable = each.plain;
          break;
        }
      }
    }
  }

  std::vector<std::vector<std::uint64_t>> bases() const {
    std::vector<std::vector<std::uint64_t>> all;
    for (const Twins& each : twins_) all.push_back(bits(each.base));
    return all;
  }

  // PyTorch scatters a copy of a source that does not lie in a row, and of one that does, what it
  // has written by then: into itself, these are two results.
  bool takes_one_twice() const {
    const Variable* first = nullptr;
    for (const Value& value : call_.arguments) {
      const auto* const variable = std::get_if<Variable>(&value);
      if (!variable || !*variable) continue;
      if (!first)
        first = variable;
      else if (variable->is(*first))
        return true;
    }
    return false;
  }

  // Elements in one place cannot be written one by one, and not all of a view lie as view() wants.
  void compare_errors(const Outcome& of_views, const Outcome& of_plain) const {
    const bool repeats = std::ranges::any_of(twins_, &Twins::repeats);
    const auto says = [&](std::string_view words) {
      return of_views.error.find(words) != std::string::npos;
    };
    if (repeats && says("single memory location")) return;
    if (says("view size is not compatible with input tensor's size and stride")) return;
    if (std::getenv("VIEWS_FUZZ_SHOW")) {
      std::fprintf(stderr, "%s\n", call_.schema_text);
      std::fprintf(stderr, "of views: %s\nof copies: %s\n", of_views.error.c_str(),
                   of_plain.error.c_str());
    }
    claim(false, "the same error");
  }

  void compare_gradients(const std::vector<Variable>& of_views,
                         const std::vector<Variable>& of_plain) {
    autograd::Variables outputs[2];
    autograd::Variables gradients[2];
    for (std::size_t i = 0; i < of_views.size(); ++i) {
      claim(of_views[i].requires_grad() == of_plain[i].requires_grad(), "the same history");
      if (!of_views[i].requires_grad()) continue;
      outputs[0].push_back(of_views[i]);
      outputs[1].push_back(of_plain[i]);
      const Twins gradient = drawn_twins(of_views[i].shape().extents(), of_views[i].dtype());
      gradients[0].push_back(gradient.view.detach());
      gradients[1].push_back(gradient.plain.detach());
    }
    if (outputs[0].empty()) return;
    autograd::Variables inputs[2];
    std::vector<const Twins*> whose;
    for (const Twins& each : twins_) {
      if (!each.leaf || each.repeats) continue;
      inputs[0].push_back(each.leaf);
      inputs[1].push_back(each.plain_leaf);
      whose.push_back(&each);
    }
    if (whose.empty()) return;
    autograd::Variables found[2];
    std::string wrong[2];
    for (const int side : {0, 1}) {
      choose_machine("torch-cpu");
      wrong[side] = error_of([&] {
        found[side] = autograd::grad(outputs[side], gradients[side], {}, inputs[side], true);
      });
    }
    if (wrong[0] != wrong[1] && std::getenv("VIEWS_FUZZ_SHOW")) {
      std::fprintf(stderr, "of views: %s\nof copies: %s\n", wrong[0].c_str(), wrong[1].c_str());
    }
    // Which node a tensor came from is another of a view.
    const auto without_node = [](const std::string& text) {
      return text.substr(0, text.find(", which is output "));
    };
    claim(without_node(wrong[0]) == without_node(wrong[1]), "the same error of the way back");
    if (!wrong[0].empty()) return;
    for (std::size_t i = 0; i < whose.size(); ++i) {
      const Variable& of_leaf = found[0][i];
      claim(bool(of_leaf) == bool(found[1][i]), "a gradient of either");
      if (of_leaf)
        claim_same(as_strided(Variable(of_leaf.value().clone()), *whose[i]), found[1][i],
                   "gradient", false);
    }
  }

  void claim_alone(const Twins& twins, const std::vector<std::uint64_t>& before,
                   const std::vector<std::uint64_t>& after) const {
    if (before.size() != after.size()) return;
    Tensor places(Shape({static_cast<std::int64_t>(before.size())}), DType::kBool);
    for (bool& place : places.values<bool>()) place = false;
    Tensor part = places.as_strided(twins.view.shape(), twins.strides, twins.offset);
    Tensor yes(twins.view.shape(), DType::kBool);
    std::ranges::fill(yes.values<bool>(), true);
    tensor::copy_into(part, yes);
    for (std::size_t i = 0; i < before.size(); ++i) {
      claim(places.values<bool>()[i] || before[i] == after[i], "what is beside a view stays");
    }
  }

  void claim_same(const Variable& one, const Variable& other, std::string_view what,
                  bool has_signed_zeros = true) const {
    const bool is_same = one.shape() == other.shape() && one.dtype() == other.dtype() &&
                         bits(one, has_signed_zeros) == bits(other, has_signed_zeros);
    if (is_same) return;
    if (std::getenv("VIEWS_FUZZ_SHOW")) show(one, other);
    claim(false, what);
  }

  static void show(const Variable& one, const Variable& other) {
    for (const Variable* x : {&one, &other}) {
      std::fprintf(stderr, "%s:", to_string(x->shape()).c_str());
      const Tensor values = to(tensor::contiguous(x->value()), DType::kFloat64);
      for (const double value : values.values<double>()) std::fprintf(stderr, " %.17g", value);
      std::fprintf(stderr, "\n");
    }
  }

  void claim(bool holds, std::string_view what) const {
    if (holds) return;
    std::fprintf(stderr, "%s\n", call_.schema_text);
    require(false, what);
  }

  Choices& choices_;
  std::vector<std::int64_t> extents_;
  std::vector<Twins> twins_;
  DrawnCall call_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  choose_machine("torch-cpu");
  set_default_dtype(DType::kFloat32);
  autograd::set_grad_enabled(true);
  Choices choices(data, size);
  for (int i = 0; i < 8; ++i) {
    try {
      Comparison(choices).run();
    } catch (const std::bad_alloc&) {
      // What is drawn for a comparison may be too much, too.
    }
  }
  return 0;
}
