#include "operations/table.hpp"

#include <algorithm>
#include <deque>
#include <string>
#include <unordered_map>
#include <utility>

#include "autograd/in_place.hpp"
#include "errors/error.hpp"
#include "errors/raised.hpp"
#include "operations/arguments.hpp"
#include "operations/bound.hpp"
#include "operations/schema.hpp"

namespace playground::operations {
namespace {

// In no order.
using Rows = std::span<const Row> (*)();
constexpr Rows kFamilies[] = {&arithmetic_rows,
                              &power_rows,
                              &mixture_rows,
                              &function_rows,
                              &gamma_rows,
                              &choice_rows,
                              &conversion_rows,
                              &dtype_rows,
                              &comparison_rows,
                              &smooth_activation_rows,
                              &straight_activation_rows,
                              &creation_rows,
                              &range_rows,
                              &triangle_rows,
                              &view_rows,
                              &repeating_rows,
                              &joining_rows,
                              &indexing_rows,
                              &ordering_rows,
                              &set_rows,
                              &scan_rows,
                              &reduction_rows,
                              &extreme_rows,
                              &moment_rows,
                              &norm_rows,
                              &linear_algebra_rows,
                              &product_sum_rows,
                              &contraction_rows,
                              &einsum_rows,
                              &decomposition_rows,
                              &spectrum_rows,
                              &softmax_rows,
                              &loss_rows,
                              &class_loss_rows,
                              &margin_loss_rows,
                              &pair_loss_rows,
                              &normalization_rows,
                              &channel_norm_rows,
                              &length_norm_rows,
                              &optimiser_rows,
                              &embedding_bag_rows,
                              &convolution_rows,
                              &pooling_rows,
                              &padding_rows,
                              &resampling_rows,
                              &recurrent_rows,
                              &embedding_rows,
                              &dropout_rows,
                              &draw_rows};

// The overloads of a name. Their schemas are read when one is called first.
struct Operation {
  std::vector<const Row*> rows;
  std::vector<Schema> schemas;

  std::span<const Schema> read() {
    if (schemas.empty()) {
      for (const Row* row : rows) schemas.push_back(parsed(row->schema));
    }
    return schemas;
  }
};

using Operations = std::unordered_map<std::string_view, Operation>;

Operations& operations() {
  static Operations known = [] {
    Operations made;
    for (const Rows rows : kFamilies) {
      for (const Row& row : rows()) made[name_of(row.schema)].rows.push_back(&row);
    }
    return made;
  }();
  return known;
}

bool has(Where where, Where wanted) {
  return (static_cast<unsigned>(where) & static_cast<unsigned>(wanted)) != 0;
}

// Whether it is of a method while others are of the function that is called, or the other way
// round: x.where(condition, y) is torch.where(condition, x, y).
bool is_elsewhere(const Operation& operation, const Row& row, bool is_method) {
  if (row.where != (is_method ? Where::kFunction : Where::kMethod)) return false;
  return std::ranges::any_of(operation.rows,
                             [&row](const Row* other) { return other->where != row.where; });
}

// What every operation that makes a tensor takes, or gives its result to, beside its own arguments.
struct Extras {
  Variable out;
  bool requires_grad = false;
};

// Takes the extras out of the arguments by name.
Extras take_extras(Values& values, std::vector<std::string_view>& names) {
  Extras extras;
  for (std::size_t i = 0; i < names.size();) {
    const std::size_t at = values.size() - names.size() + i;
    const auto drop = [&] {
      values.erase(values.begin() + static_cast<std::ptrdiff_t>(at));
      names.erase(names.begin() + static_cast<std::ptrdiff_t>(i));
    };
    if (names[i] == "out" && std::holds_alternative<Variable>(values[at])) {
      extras.out = std::get<Variable>(values[at]);
      drop();
    } else if (names[i] == "out" && values[at].is_none()) {
      drop();
    } else if (names[i] == "requires_grad" && std::holds_alternative<bool>(values[at])) {
      extras.requires_grad = std::get<bool>(values[at]);
      drop();
    } else {
      ++i;
    }
  }
  return extras;
}

Value with_extras(Value result, const Extras& extras) {
  auto* const variable = std::get_if<Variable>(&result);
  if (!variable) return result;
  if (extras.requires_grad) variable->set_requires_grad(true);
  if (!extras.out) return result;
  Variable out = extras.out;
  if (out.shape() == variable->shape()) return autograd::assign(out, *variable);
  out.set_data(*variable);
  return out;
}

// What tensors and draws refuse is in PyTorch's words, too, and PyTorch raises it.
Value called(const Row& row, std::span<const Value> arguments) {
  try {
    return row.call(arguments);
  } catch (const errors::Error& error) {
    throw errors::Raised(errors::Exception::kRuntimeError, error.what());
  }
}

bool may_have_extras(std::span<const std::string_view> names) {
  return std::ranges::any_of(
      names, [](std::string_view name) { return name == "out" || name == "requires_grad"; });
}

}  // namespace

std::span<const Row* const> overloads(std::string_view name) {
  const auto found = operations().find(name);
  if (found == operations().end()) return {};
  return found->second.rows;
}

std::vector<std::string_view> names(Where where) {
  std::vector<std::string_view> found;
  for (const auto& [name, operation] : operations()) {
    const bool is_there = std::ranges::any_of(
        operation.rows, [where](const Row* row) { return has(row->where, where); });
    if (is_there) found.push_back(name);
  }
  std::ranges::sort(found);
  return found;
}

Value call(std::string_view name, Values arguments, std::span<const std::string_view> names,
           bool is_method) {
  const auto found = operations().find(name);
  if (found == operations().end()) {
    errors::raise(errors::Exception::kNotImplementedError,
                  "the operation '{}' of PyTorch is not there", name);
  }
  Extras extras;
  std::vector<std::string_view> own_names;
  if (may_have_extras(names)) {
    own_names.assign(names.begin(), names.end());
    extras = take_extras(arguments, own_names);
    names = own_names;
  }
  Operation& operation = found->second;
  const std::span<const Schema> schemas = operation.read();
  const Given given{arguments, names, is_method};
  for (std::size_t i = 0; i < schemas.size(); ++i) {
    if (is_elsewhere(operation, *operation.rows[i], is_method)) continue;
    const std::optional<Values> values = bound(schemas[i], given, nullptr);
    if (values) return with_extras(called(*operation.rows[i], *values), extras);
  }
  std::vector<Schema> tried;
  std::vector<std::string> reasons;
  for (std::size_t i = 0; i < schemas.size(); ++i) {
    if (is_elsewhere(operation, *operation.rows[i], is_method)) continue;
    tried.push_back(schemas[i]);
    bound(schemas[i], given, &reasons.emplace_back());
  }
  fail_on_all(tried, reasons, given);
}

Value Bound::operator()(std::span<const Value> arguments) const { return called(*row, arguments); }

std::optional<Bound> bound_by_kinds(std::string_view name, const Values& arguments,
                                    std::span<const std::string_view> names, bool is_method) {
  const auto found = operations().find(name);
  if (found == operations().end() || may_have_extras(names)) return std::nullopt;
  Operation& operation = found->second;
  const std::span<const Schema> schemas = operation.read();
  const Given given{arguments, names, is_method};
  for (std::size_t i = 0; i < schemas.size(); ++i) {
    if (is_elsewhere(operation, *operation.rows[i], is_method)) continue;
    if (depends_on_values(schemas[i], given)) return std::nullopt;
    if (!bound(schemas[i], given, nullptr)) continue;
    std::optional<std::vector<Source>> own = sources(schemas[i], given);
    if (!own) return std::nullopt;
    return Bound{operation.rows[i], *std::move(own)};
  }
  return std::nullopt;
}

}  // namespace playground::operations
