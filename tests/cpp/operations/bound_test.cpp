#include "operations/bound.hpp"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "operations/table.hpp"

namespace playground::operations {
namespace {

Variable numbers(std::vector<float> values, Shape shape) {
  return Variable(Tensor::of(std::move(shape), values));
}

// The arguments in the order of the schema, as a caller puts them together.
Value called(const Bound& bound, const Values& given) {
  Values arguments;
  for (const auto& [from, at, parameter] : bound.sources) {
    arguments.push_back(from == Source::From::kDefault ? parameter->default_value
                        : from == Source::From::kGiven ? given[at]
                                                       : converted(*parameter, given[at]));
  }
  return bound(arguments);
}

std::vector<float> list(const Value& value) {
  const Tensor x = tensor::contiguous(std::get<Variable>(value).value());
  return {x.values<float>().begin(), x.values<float>().end()};
}

struct Call {
  std::string name;
  Values values;
  std::vector<std::string_view> names;
  bool is_method = false;
};

TEST(BoundByKinds, CallsWhatTheCallItselfCalls) {
  const Variable x = numbers({1, 2, 3, 4, 5, 6}, {2, 3});
  const Variable row = numbers({10, 20, 30}, {3});
  const std::vector<Call> calls{
      {"add", {x, row}, {}},
      {"add", {x, row, 2.0}, {"alpha"}},
      {"mul", {x, std::int64_t{3}}, {}},
      {"mul", {x, 0.5}, {}, true},
  };
  for (const auto& [name, values, names, is_method] : calls) {
    const auto bound = bound_by_kinds(name, values, names, is_method);
    ASSERT_TRUE(bound) << name;
    EXPECT_EQ(list(called(*bound, values)), list(call(name, values, names, is_method))) << name;
  }
}

TEST(BoundByKinds, TakesOtherValuesOfTheSameKinds) {
  const Variable x = numbers({1, 2}, {2});
  const auto bound = bound_by_kinds("mul", {x, std::int64_t{3}}, {}, false);
  ASSERT_TRUE(bound);
  EXPECT_EQ(list(called(*bound, {numbers({5}, {1}), std::int64_t{-2}})), (std::vector<float>{-10}));
}

TEST(BoundByKinds, IsNothingWhereATensorMayStandForANumber) {
  const Variable x = numbers({1, 2}, {2});
  const Variable single = numbers({2}, {});
  EXPECT_FALSE(bound_by_kinds("clamp", {x, single}, {}, false));
  EXPECT_FALSE(bound_by_kinds("reshape", {x, single}, {}, true));
}

TEST(BoundByKinds, IsNothingWhereMoreThanKindsIsToBeSeen) {
  const Variable x = numbers({1, 2}, {2});
  EXPECT_FALSE(bound_by_kinds("view", {x, std::int64_t{1}, std::int64_t{2}}, {}, true));
  EXPECT_FALSE(bound_by_kinds("add", {x, x, x}, std::vector<std::string_view>{"out"}, false));
  EXPECT_FALSE(bound_by_kinds("add", {x}, {}, false));
  EXPECT_FALSE(bound_by_kinds("no such operation", {x}, {}, false));
}

}  // namespace
}  // namespace playground::operations
