// The gradients of every row of the table, against differences of what it gives: with arguments
// that are drawn by its schema, until some fit.
#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "autograd/engine.hpp"
#include "errors/error.hpp"
#include "errors/raised.hpp"
#include "operations/arguments.hpp"
#include "operations/machine.hpp"
#include "operations/pointwise.hpp"
#include "operations/schema.hpp"
#include "operations/table.hpp"
#include "tensor/views.hpp"

namespace playground::operations {
namespace {

/// Draws arguments: the same ones of a row each time.
class Draws {
 public:
  explicit Draws(std::uint64_t seed) : words_(seed) {}

  std::size_t below(std::size_t count) { return words_() % count; }
  bool one_in(std::size_t count) { return below(count) == 0; }
  template <class T, std::size_t kCount>
  T of(const std::array<T, kCount>& values) {
    return values[below(kCount)];
  }
  double number() { return 0.2 + 1.2 * std::ldexp(static_cast<double>(words_() >> 11), -53); }

  /// The arguments of a call, positional ones first.
  void draw(const Schema& schema, Values& arguments, std::vector<std::string_view>& names) {
    shape_ = of(kShapes);
    for (const Parameter& parameter : schema.parameters) {
      if (parameter.has_default && !one_in(3)) {
        if (parameter.is_by_name_only) continue;
        arguments.push_back(parameter.default_value);
        continue;
      }
      if (parameter.is_by_name_only) names.push_back(parameter.name);
      arguments.push_back(argument(parameter));
    }
  }

 private:
  using Extents = std::vector<std::int64_t>;
  static inline const std::array<Extents, 12> kShapes{
      Extents{3, 3},    Extents{3, 3},       Extents{4},    Extents{3},
      Extents{2, 3},    Extents{},           Extents{1, 3}, Extents{2, 3, 3},
      Extents{1, 2, 4}, Extents{1, 2, 4, 4}, Extents{2},    Extents{2, 1, 3}};

  Value argument(const Parameter& parameter) {
    if (parameter.may_be_none && one_in(2)) return None{};
    if (!parameter.is_list) return one(parameter);
    Values values;
    const std::size_t most = parameter.list_size > 0 ? parameter.list_size : 3;
    for (std::size_t size = 1 + below(most); size > 0; --size) values.push_back(one(parameter));
    return values;
  }

  Value one(const Parameter& parameter) {
    const std::string_view name = parameter.name;
    switch (parameter.kind) {
      case Kind::kTensor:
        return tensor_for(name);
      case Kind::kScalar:
        return one_in(2) ? Value(number()) : Value(of(std::array<std::int64_t, 3>{1, 2, 3}));
      case Kind::kInteger:
        if (name.starts_with("dim")) return of(std::array<std::int64_t, 4>{0, 1, -1, 2});
        return of(std::array<std::int64_t, 5>{1, 2, 0, 3, 4});
      case Kind::kFloat:
        return 0.1 + 0.5 * (number() - 0.2);
      case Kind::kBool:
        return one_in(2);
      case Kind::kString:
        return std::string(of(kTexts));
      case Kind::kDType:
        return DType::kFloat64;
      case Kind::kDevice:
        return Device{};
      case Kind::kGenerator:
      case Kind::kLayout:
        break;
    }
    return None{};
  }
  static constexpr std::array<std::string_view, 12> kTexts{
      "none", "mean",      "linear", "constant", "ij",   "tanh",
      "fro",  "ij,jk->ik", "floor",  "reflect",  "same", "L"};

  Value tensor_for(std::string_view name) {
    const Extents extents = one_in(3) ? of(kShapes) : shape_;
    const auto has = [name](std::string_view part) { return name.find(part) != name.npos; };
    if ((has("ind") && !has("end")) || (has("target") && one_in(2))) {
      Tensor x(Shape(extents), DType::kInt64);
      for (std::int64_t& value : x.values<std::int64_t>()) {
        value = static_cast<std::int64_t>(below(2));
      }
      return Variable(std::move(x));
    }
    if (has("mask") || has("condition")) {
      Tensor x(Shape(extents), DType::kBool);
      for (bool& value : x.values<bool>()) value = one_in(2);
      return Variable(std::move(x));
    }
    Tensor x(Shape(extents), DType::kFloat64);
    for (double& value : x.values<double>()) value = number();
    // Not all are between 0.2 and 1.4: some functions have other pieces elsewhere.
    const double factor = of(std::array<double, 4>{1, 1, -1, 0.5});
    for (double& value : x.values<double>()) value *= factor;
    return Variable(std::move(x));
  }

  std::mt19937_64 words_;
  Extents shape_;
};

/// One call of a row, which may be made again with other elements.
class Call {
 public:
  Call(const Row& row, Values arguments) : row_(row), arguments_(std::move(arguments)) {
    is_in_place_ = name_of(row.schema).ends_with('_');
    each([this](Variable& x) {
      if (x.dtype() == DType::kFloat64 && x.size() > 0) inputs_.push_back(x);
    });
  }

  const Variables& inputs() const { return inputs_; }

  /// What it gives in float64, of copies of the inputs; `leaves` gets those if they are to require
  /// a gradient.
  Variables results(Variables* leaves) {
    choose_machine("torch-cpu");
    std::size_t at = 0;
    Values arguments = arguments_;
    each_in(arguments, [&](Variable& x) {
      const bool is_input = at < inputs_.size() && x.is(inputs_[at]);
      Variable copy(x.value().clone());
      if (is_input && leaves) {
        copy.set_requires_grad(true);
        leaves->push_back(copy);
        if (is_in_place_) copy = mul(copy, Scalar(1.0));
      }
      if (is_input) ++at;
      x = copy;
    });
    Variables given;
    const auto take = [&given](const Value& value) {
      const auto* const x = std::get_if<Variable>(&value);
      if (x && *x && x->dtype() == DType::kFloat64) given.push_back(*x);
    };
    const Value result = row_.call(arguments);
    if (const auto* const several = std::get_if<Values>(&result)) {
      for (const Value& each : *several) take(each);
    } else {
      take(result);
    }
    return given;
  }

 private:
  template <class Use>
  static void each_in(Values& values, Use use) {
    for (Value& value : values) {
      if (auto* const list = std::get_if<Values>(&value)) each_in(*list, use);
      auto* const x = std::get_if<Variable>(&value);
      if (x && *x) use(*x);
    }
  }
  template <class Use>
  void each(Use use) {
    each_in(arguments_, use);
  }

  const Row& row_;
  Values arguments_;
  Variables inputs_;
  bool is_in_place_;
};

std::vector<double> list(const Variable& x) {
  const Tensor values = tensor::contiguous(x.value());
  return {values.values<double>().begin(), values.values<double>().end()};
}

// A weight of each element of each result, so that no error is lost in a sum.
double weight(std::size_t result, std::size_t element) {
  return std::sin(1.0 + 3.0 * static_cast<double>(result) + 0.7 * static_cast<double>(element));
}

double weighted(const Variables& results, const std::vector<std::size_t>& chosen) {
  double sum = 0;
  for (const std::size_t r : chosen) {
    const std::vector<double> values = list(results[r]);
    for (std::size_t i = 0; i < values.size(); ++i) sum += weight(r, i) * values[i];
  }
  return sum;
}

enum class Seen { kNotCalled, kWithoutHistory, kChecked };

/// Compares one call; `wrong` says where it differs.
Seen compared(Call& call, std::string& wrong) {
  Variables leaves;
  const Variables results = call.results(&leaves);
  std::vector<std::size_t> chosen;
  Variables outputs;
  Variables weights;
  for (std::size_t r = 0; r < results.size(); ++r) {
    if (!results[r].requires_grad() || results[r].size() == 0) continue;
    chosen.push_back(r);
    outputs.push_back(results[r]);
    Tensor w(results[r].shape(), DType::kFloat64);
    for (std::size_t i = 0; i < w.size(); ++i) w.values<double>()[i] = weight(r, i);
    weights.emplace_back(std::move(w));
  }
  if (outputs.empty()) return leaves.empty() ? Seen::kNotCalled : Seen::kWithoutHistory;
  if (!std::isfinite(weighted(results, chosen))) return Seen::kNotCalled;
  const Variables slopes = autograd::grad(outputs, weights, {}, leaves, true);
  Seen seen = Seen::kNotCalled;
  for (std::size_t k = 0; k < slopes.size(); ++k) {
    if (!slopes[k]) continue;
    const std::vector<double> found = list(slopes[k]);
    const std::span<double> elements = Variable(call.inputs()[k]).value().values<double>();
    constexpr std::size_t kMost = 18;
    for (std::size_t i = 0; i < std::min(elements.size(), kMost); ++i) {
      constexpr double kStep = 1e-6;
      const double own = elements[i];
      elements[i] = own + kStep;
      const double above = weighted(call.results(nullptr), chosen);
      elements[i] = own - kStep;
      const double below = weighted(call.results(nullptr), chosen);
      elements[i] = own;
      const double slope = (above - below) / (2 * kStep);
      if (!std::isfinite(slope) || !std::isfinite(found[i])) return Seen::kNotCalled;
      const double scale = 1 + std::abs(slope) + 1e-4 * std::abs(above);
      if (std::abs(slope - found[i]) > 1e-5 * scale) {
        wrong = "input " + std::to_string(k) + "[" + std::to_string(i) + "] is " +
                std::to_string(own) + ": " + std::to_string(found[i]) + ", and by differences " +
                std::to_string(slope);
      }
      seen = Seen::kChecked;
    }
  }
  return seen;
}

constexpr std::string_view kTwice = "an element that is written twice has the gradients of both";
constexpr std::string_view kKept = "it keeps the history that was there before, as in PyTorch";
constexpr std::string_view kSymmetric = "the gradient is the symmetric one";

// Why the gradient of a name is not that of differences.
const std::map<std::string_view, std::string_view> kOtherwise{
    {"cholesky", kSymmetric},
    {"linalg_cholesky", kSymmetric},
    {"embedding", "the row of padding_idx has none"},
    {"embedding_renorm_", "it has no history"},
    {"index_copy", kTwice},
    {"index_copy_", kTwice},
    {"index_fill", kTwice},
    {"index_fill_", kTwice},
    {"index_put", kTwice},
    {"index_put_", kTwice},
    {"put", kTwice},
    {"put_", kTwice},
    {"scatter", kTwice},
    {"scatter_", kTwice},
    {"logical_and_", kKept},
    {"logical_not_", kKept},
    {"logical_or_", kKept},
    {"logical_xor_", kKept},
    {"normal", "mean and std get zeros, as in PyTorch"},
};

constexpr std::string_view kWhole = "it takes integers only";
constexpr std::string_view kNone = "PyTorch has no gradient of it either";
constexpr std::string_view kRare = "drawn arguments fit too rarely: the fixtures have its gradient";
constexpr std::string_view kOptimiser = "it records no history, as an optimiser's step";
constexpr std::string_view kOther = "its tensors decide, and are not computed with";

// Why no arguments were found of which there is a gradient.
const std::map<std::string_view, std::string_view> kNotReached{
    {"__lshift__", kWhole},
    {"__rshift__", kWhole},
    {"bitwise_and", kWhole},
    {"bitwise_and_", kWhole},
    {"bitwise_left_shift", kWhole},
    {"bitwise_not", kWhole},
    {"bitwise_not_", kWhole},
    {"bitwise_or", kWhole},
    {"bitwise_or_", kWhole},
    {"bitwise_right_shift", kWhole},
    {"bitwise_xor", kWhole},
    {"bitwise_xor_", kWhole},
    {"bincount", kWhole},
    {"one_hot", kWhole},
    {"_unique2", kNone},
    {"unique_consecutive", kNone},
    {"unique_dim", kNone},
    {"floor_divide", kNone},
    {"floor_divide_", kNone},
    {"heaviside", kNone},
    {"resize_", kNone},
    {"where", kOther},
    {"adam_step_", kOptimiser},
    {"sgd_step_", kOptimiser},
    {"addbmm_", "drawn arguments fit too rarely: addbmm is checked"},
    {"conv3d", kRare},
    {"embedding_bag", "drawn arguments fit too rarely: programs have its gradient"},
    {"gru", kRare},
    {"lstm", kRare},
    {"lstm_cell", kRare},
    {"narrow", kRare},
    {"native_group_norm", "drawn arguments fit too rarely: group_norm is checked"},
    {"nll_loss2d", kRare},
    {"repeat_interleave", kRare},
    {"rnn_relu", kRare},
    {"rnn_tanh", kRare},
    {"scatter", kRare},
    {"scatter_", kRare},
};

bool takes_tensors(const Schema& schema) {
  return std::ranges::any_of(schema.parameters,
                             [](const Parameter& each) { return each.kind == Kind::kTensor; });
}

/// What comes of a row: the best of what its attempts see, and where one differs.
Seen seen_of(const Row& row, std::string& wrong) {
  const Schema schema = parsed(row.schema);
  Seen best = Seen::kNotCalled;
  int rounds = 0;
  for (std::uint64_t attempt = 0; attempt < 600 && rounds < 2 && wrong.empty(); ++attempt) {
    if (best == Seen::kWithoutHistory && attempt > 200) break;
    Draws draws(attempt);
    Values arguments;
    std::vector<std::string_view> by_name;
    draws.draw(schema, arguments, by_name);
    try {
      const std::optional<Values> values = bound(schema, {arguments, by_name, false}, nullptr);
      if (!values) continue;
      Call call(row, *values);
      const Seen seen = compared(call, wrong);
      best = std::max(best, seen);
      rounds += seen == Seen::kChecked;
    } catch (const errors::Raised&) {
      // These arguments do not fit.
    } catch (const errors::Error&) {
    } catch (const std::bad_alloc&) {
    }
  }
  return best;
}

TEST(EverySlope, IsTheDifferenceOfWhatTheRowGives) {
  std::set<std::string_view> otherwise;
  std::set<std::string_view> not_reached;
  std::size_t checked = 0;
  const Where everywhere = static_cast<Where>(static_cast<unsigned>(Where::kBoth) |
                                              static_cast<unsigned>(Where::kInner));
  for (const std::string_view name : names(everywhere)) {
    for (const Row* const row : overloads(name)) {
      if (!takes_tensors(parsed(row->schema))) continue;
      std::string wrong;
      const Seen seen = seen_of(*row, wrong);
      checked += seen == Seen::kChecked;
      if (seen == Seen::kNotCalled) {
        not_reached.insert(name);
        EXPECT_TRUE(kNotReached.contains(name)) << row->schema;
      }
      if (wrong.empty()) continue;
      otherwise.insert(name);
      EXPECT_TRUE(kOtherwise.contains(name)) << row->schema << ": " << wrong;
    }
  }
  EXPECT_GE(checked, 550u);
  for (const auto& [name, reason] : kOtherwise) {
    EXPECT_TRUE(otherwise.contains(name)) << name << " is as others are: not that " << reason;
  }
  for (const auto& [name, reason] : kNotReached) {
    EXPECT_TRUE(not_reached.contains(name)) << name << " is reached: not that " << reason;
  }
}

}  // namespace
}  // namespace playground::operations
