// Gradients, and the gradients of gradients, against differences of what an operation gives: of
// what PyTorch's fixtures have no gradient for, or no second one.
#include <gmock/gmock.h>

#include <cmath>
#include <cstdint>
#include <functional>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "autograd/engine.hpp"
#include "errors/raised.hpp"
#include "operations/pointwise.hpp"
#include "operations/reductions.hpp"
#include "operations/table.hpp"

namespace playground::operations {
namespace {

using Function = std::function<Variable(const Variables&)>;

/// A function of tensors, and what they are drawn like.
struct Case {
  std::string name;
  std::vector<Shape> shapes;
  Function function;
  bool has_second = true;
  double low = 0.2;
  double high = 1.4;
};

void PrintTo(const Case& each, std::ostream* out) { *out << each.name; }

Value call_with(std::string_view name, const Variables& inputs, const Values& more) {
  Values arguments;
  for (const Variable& input : inputs) {
    arguments.push_back(input ? Value(input) : Value(None{}));
  }
  arguments.insert(arguments.end(), more.begin(), more.end());
  return call(name, std::move(arguments));
}
/// An operation, and what it takes behind its tensors.
Function operation(std::string name, Values more = {}) {
  return [name = std::move(name), more = std::move(more)](const Variables& inputs) {
    return std::get<Variable>(call_with(name, inputs, more));
  };
}
/// One result of several.
Function result(std::string name, std::size_t index, Values more = {}) {
  return [name = std::move(name), index, more = std::move(more)](const Variables& inputs) {
    return std::get<Variable>(std::get<Values>(call_with(name, inputs, more)).at(index));
  };
}
/// Of one list of tensors.
Function of_list(std::string name) {
  return [name = std::move(name)](const Variables& inputs) {
    Values list;
    for (const Variable& input : inputs) list.emplace_back(input);
    return std::get<Variable>(call(name, Values{Value(list)}));
  };
}
Function einsum(std::string equation) {
  return [equation = std::move(equation)](const Variables& inputs) {
    Values list;
    for (const Variable& input : inputs) list.emplace_back(input);
    return std::get<Variable>(call("einsum", {Value(equation), Value(list)}));
  };
}
/// A matrix that has an inverse and a root: x xᵀ + 1.
Variable definite(const Variable& x) {
  const auto turned =
      std::get<Variable>(call("transpose", {x, std::int64_t{-2}, std::int64_t{-1}}));
  const auto square = std::get<Variable>(call("matmul", {x, turned}));
  const auto eye = std::get<Variable>(call("eye", {x.shape()[x.rank() - 1]}));
  return add(square, to_dtype(eye, x.dtype()));
}
Function of_definite(Function inner) {
  return [inner = std::move(inner)](const Variables& inputs) {
    Variables changed = inputs;
    changed[0] = definite(inputs[0]);
    return inner(changed);
  };
}

constexpr std::int64_t kMean = 1;
Value dims(std::initializer_list<std::int64_t> values) {
  Values list;
  for (const std::int64_t value : values) list.emplace_back(value);
  return list;
}
Value classes(std::initializer_list<std::int64_t> values) {
  const std::vector<std::int64_t> all(values);
  return Variable(Tensor::of(Shape({static_cast<std::int64_t>(all.size())}), all));
}

std::vector<Case> cases() {
  const Shape matrix({3, 3});
  const Shape wide({2, 4});
  const Value one = std::int64_t{1};
  const Value yes = true;
  const Value half = 0.5;
  return {
      {"sum", {wide}, operation("sum", {one})},
      {"mean", {wide}, operation("mean", {dims({0, 1}), yes})},
      {"prod", {wide}, operation("prod", {one})},
      {"nansum", {wide}, operation("nansum", {one})},
      {"logsumexp", {wide}, operation("logsumexp", {one})},
      {"max", {wide}, result("max", 0, {one})},
      {"amin", {wide}, operation("amin", {one})},
      {"std", {wide}, operation("std", {one})},
      {"var_mean", {wide}, result("var_mean", 0, {one})},
      {"mean of std_mean", {wide}, result("std_mean", 1, {one})},
      {"norm of 3", {wide}, operation("norm", {Value(3.0)})},
      {"norm of 1.5", {wide}, operation("norm", {Value(1.5), one})},
      {"norm of infinity", {wide}, operation("norm", {Value(INFINITY), one})},
      {"dist", {wide, wide}, operation("dist", {Value(2.5)})},
      {"cdist", {wide, Shape({3, 4})}, operation("cdist")},
      {"cov", {wide}, operation("cov")},
      {"corrcoef", {wide}, operation("corrcoef")},
      {"cosine_similarity", {wide, wide}, operation("cosine_similarity")},
      {"matmul of stacks", {Shape({2, 1, 2, 3}), Shape({3, 3, 2})}, operation("matmul")},
      {"matmul with a vector", {Shape({2, 2, 3}), Shape({3})}, operation("matmul")},
      {"matmul with a matrix", {Shape({2, 3}), Shape({2, 3, 2})}, operation("matmul")},
      {"linear", {Shape({2, 3}), Shape({4, 3}), Shape({4})}, operation("linear")},
      {"addmv", {Shape({2}), Shape({2, 3}), Shape({3})}, operation("addmv")},
      {"addr", {Shape({2, 3}), Shape({2}), Shape({3})}, operation("addr")},
      {"addbmm", {Shape({2, 2}), Shape({3, 2, 4}), Shape({3, 4, 2})}, operation("addbmm")},
      {"baddbmm", {Shape({2}), Shape({3, 2, 4}), Shape({3, 4, 2})}, operation("baddbmm")},
      {"vdot", {Shape({3}), Shape({3})}, operation("vdot")},
      {"outer", {Shape({3}), Shape({2})}, operation("outer")},
      {"inner", {wide, wide}, operation("inner")},
      {"tensordot",
       {Shape({2, 3, 4}), Shape({4, 3})},
       operation("tensordot", {dims({1, 2}), dims({1, 0})})},
      {"kron", {Shape({2, 2}), Shape({3})}, operation("kron")},
      {"bilinear",
       {Shape({2, 3}), Shape({2, 4}), Shape({5, 3, 4}), Shape({5})},
       operation("bilinear")},
      {"einsum of a diagonal", {matrix}, einsum("ii->i")},
      {"einsum of three", {Shape({2, 3}), Shape({3, 4}), Shape({4, 2})}, einsum("ij,jk,kl->li")},
      {"einsum with an ellipsis", {Shape({2, 2, 3}), Shape({3, 2})}, einsum("...i,i...->...")},
      {"linalg_multi_dot", {Shape({2, 3}), Shape({3, 4}), Shape({4})}, of_list("linalg_multi_dot")},
      {"matrix_power", {matrix}, operation("matrix_power", {std::int64_t{3}})},
      {"matrix_power below 0",
       {matrix},
       of_definite(operation("matrix_power", {std::int64_t{-2}}))},
      {"trace", {Shape({3, 2})}, operation("trace")},
      {"cross", {Shape({2, 3}), Shape({2, 3})}, operation("cross", {one})},
      {"inverse", {Shape({2, 2, 2})}, of_definite(operation("inverse"))},
      {"det", {matrix}, of_definite(operation("det"))},
      {"logdet", {matrix}, of_definite(operation("logdet"))},
      {"slogdet", {matrix}, of_definite(result("slogdet", 1))},
      {"linalg_solve", {matrix, Shape({3, 2})}, of_definite(operation("linalg_solve"))},
      {"linalg_solve of a vector", {matrix, Shape({3})}, of_definite(operation("linalg_solve"))},
      {"linalg_solve of a stack",
       {Shape({2, 3, 3}), Shape({3, 2})},
       of_definite(operation("linalg_solve"))},
      {"linalg_cholesky", {matrix}, of_definite(operation("linalg_cholesky"))},
      {"cholesky, upper", {matrix}, of_definite(operation("cholesky", {yes}))},
      {"q of linalg_qr", {Shape({4, 3})}, result("linalg_qr", 0)},
      {"r of linalg_qr", {Shape({4, 3})}, result("linalg_qr", 1)},
      {"u of svd", {Shape({4, 3})}, result("svd", 0)},
      {"s of svd", {Shape({3, 4})}, result("svd", 1)},
      {"v of svd", {Shape({3, 4})}, result("svd", 2)},
      {"pinverse of a tall one", {Shape({4, 3})}, operation("pinverse")},
      {"pinverse of a wide one", {Shape({2, 3})}, operation("pinverse")},
      {"linalg_norm of 2", {matrix}, operation("linalg_norm", {std::int64_t{2}})},
      {"linalg_norm, nuclear", {matrix}, operation("linalg_norm", {std::string("nuc")})},
      {"softmax", {wide}, operation("softmax", {one})},
      {"log_softmax over rows", {wide}, operation("log_softmax", {std::int64_t{0}})},
      {"mse_loss", {wide, wide}, operation("mse_loss", {kMean})},
      {"smooth_l1_loss", {wide, wide}, operation("smooth_l1_loss", {kMean, half}), false},
      {"huber_loss", {wide, wide}, operation("huber_loss", {kMean, half}), false},
      {"binary_cross_entropy", {wide, wide}, operation("binary_cross_entropy"), false, 0.2, 0.8},
      {"binary_cross_entropy_with_logits",
       {wide, wide},
       operation("binary_cross_entropy_with_logits")},
      {"binary_cross_entropy_with_logits and weights",
       {wide, wide},
       operation("binary_cross_entropy_with_logits",
                 {Variable(Tensor::of<double>(Shape({4}), {1, 0.5, 2, 0})),
                  Variable(Tensor::of<double>(Shape({4}), {1, 3, 0.25, 2})), kMean})},
      {"soft_margin_loss",
       {wide},
       [](const Variables& x) {
         const auto ones = std::get<Variable>(call("ones_like", {x[0]}));
         return std::get<Variable>(call("soft_margin_loss", {x[0], ones, kMean}));
       }},
      {"cross_entropy_loss",
       {wide},
       operation("cross_entropy_loss", {classes({3, 1}), None{}, kMean})},
      {"cross_entropy_loss, smoothed",
       {Shape({3, 2})},
       operation("cross_entropy_loss",
                 {classes({1, -100, 0}), None{}, kMean, std::int64_t{-100}, Value(0.2)})},
      {"cross_entropy_loss of probabilities",
       {wide, wide},
       operation("cross_entropy_loss", {None{}, kMean})},
      {"multi_margin_loss", {wide}, operation("multi_margin_loss", {classes({3, 1})}), false},
      {"cosine_embedding_loss",
       {wide, wide},
       operation("cosine_embedding_loss",
                 {Variable(Tensor::of<double>(Shape({2}), {1, -1})), half, kMean})},
      {"triplet_margin_loss", {wide, wide, wide}, operation("triplet_margin_loss")},
      {"layer_norm",
       {Shape({2, 3, 4}), Shape({3, 4}), Shape({3, 4})},
       [](const Variables& x) {
         return std::get<Variable>(call("layer_norm", {x[0], dims({3, 4}), x[1], x[2]}));
       }},
      {"group_norm",
       {Shape({2, 4, 3}), Shape({4}), Shape({4})},
       [](const Variables& x) {
         return std::get<Variable>(call("group_norm", {x[0], std::int64_t{2}, x[1], x[2]}));
       }},
      {"batch_norm",
       {Shape({3, 2, 2}), Shape({2}), Shape({2})},
       operation("batch_norm", {None{}, None{}, yes, Value(0.1), Value(1e-5), yes})},
      {"batch_norm by what was",
       {Shape({3, 2, 2}), Shape({2}), Shape({2})},
       [](const Variables& x) {
         const Variable mean(Tensor::of<double>(Shape({2}), {0.5, 1}));
         const Variable variance(Tensor::of<double>(Shape({2}), {0.5, 2}));
         return std::get<Variable>(call("batch_norm", {x[0], x[1], x[2], mean, variance, false,
                                                       Value(0.1), Value(1e-5), true}));
       }},
      {"instance_norm",
       {Shape({2, 2, 3}), Shape({2}), Shape({2})},
       operation("instance_norm", {None{}, None{}, yes, Value(0.1), Value(1e-5), yes})},
      {"renorm", {wide}, operation("renorm", {Value(2.0), std::int64_t{0}, Value(0.7)})},
      {"_weight_norm", {wide, Shape({2, 1})}, operation("_weight_norm", {std::int64_t{0}})},
  };
}

class Slope : public testing::TestWithParam<Case> {
 protected:
  Variables drawn() {
    Variables inputs;
    for (const Shape& shape : GetParam().shapes) {
      std::vector<double> values(shape.size());
      for (double& value : values) value = draw(GetParam().low, GetParam().high);
      inputs.emplace_back(Tensor::of(shape, values));
    }
    return inputs;
  }

  /// The same numbers for the same seed.
  double draw(double low, double high) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return low + (high - low) * static_cast<double>(state_ >> 11) * 0x1p-53;
  }

  Variable weights(const Variable& like) {
    std::vector<double> values(like.size());
    for (double& value : values) value = draw(-1, 1);
    return Variable(Tensor::of(like.shape(), values));
  }

 private:
  std::uint64_t state_ = 20261130;
};

/// The gradient of a number by itself.
Variable one() { return Variable(tensor::full(Shape(), 1, DType::kFloat64)); }

void require_gradients(Variables& inputs) {
  for (Variable& input : inputs) input.set_requires_grad(true);
}

double number(const Variable& x) {
  const Tensor exact = tensor::to(x.value(), DType::kFloat64);
  return exact.values<double>()[0];
}

/// Compares the gradients of a number that is computed from the inputs with its differences.
void expect_slopes(const Variables& inputs,
                   const std::function<Variable(const Variables&)>& number_of,
                   const Variables& gradients, double tolerance) {
  constexpr double kStep = 1e-6;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    ASSERT_TRUE(gradients[i]) << "input " << i << " has no gradient";
    const Tensor grad = tensor::contiguous(gradients[i].value());
    for (std::size_t j = 0; j < inputs[i].size(); ++j) {
      const auto moved = [&](double step) {
        Variables copies;
        for (const Variable& input : inputs) {
          copies.emplace_back(tensor::contiguous(input.value()).clone());
        }
        copies[i].value().values<double>()[j] += step;
        require_gradients(copies);
        return number(number_of(copies));
      };
      const double slope = (moved(kStep) - moved(-kStep)) / (2 * kStep);
      EXPECT_NEAR(grad.values<double>()[j], slope, tolerance * (1 + std::fabs(slope)))
          << "input " << i << ", element " << j;
    }
  }
}

TEST_P(Slope, IsThatOfTheValues) {
  Variables inputs = drawn();
  require_gradients(inputs);
  const Variable y = GetParam().function(inputs);
  const Variable w = weights(y);
  const auto number_of = [&](const Variables& x) { return sum(mul(GetParam().function(x), w)); };
  const Variables gradients = autograd::grad({number_of(inputs)}, {one()}, {}, inputs, false);
  expect_slopes(inputs, number_of, gradients, 1e-6);
}

TEST_P(Slope, HasASlopeItselfOrSaysThatThereIsNone) {
  Variables inputs = drawn();
  require_gradients(inputs);
  const Variable w = weights(GetParam().function(inputs));
  Variables of_gradients;
  for (const Variable& input : inputs) of_gradients.push_back(weights(input));
  // A number that depends on all gradients.
  const auto number_of = [&](const Variables& x) {
    const Variable first = sum(mul(GetParam().function(x), w));
    const Variables gradients =
        autograd::grad({first}, {one()}, {.retain_graph = true, .create_graph = true}, x, false);
    Variable total = sum(mul(first, Scalar(0.1)));
    for (std::size_t i = 0; i < x.size(); ++i) {
      total = add(total, sum(mul(gradients[i], of_gradients[i])));
    }
    return total;
  };
  try {
    const Variables gradients = autograd::grad({number_of(inputs)}, {one()}, {}, inputs, false);
    EXPECT_TRUE(GetParam().has_second);
    expect_slopes(inputs, number_of, gradients, 1e-5);
  } catch (const errors::Raised& raised) {
    EXPECT_FALSE(GetParam().has_second) << raised.message();
    EXPECT_THAT(raised.message(), testing::HasSubstr("is not implemented"));
  }
}

std::string name_of_case(const testing::TestParamInfo<Case>& info) {
  std::string name;
  for (const char letter : info.param.name) {
    if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')) {
      name += letter;
    } else {
      name += '_';
    }
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(Of, Slope, testing::ValuesIn(cases()), name_of_case);

}  // namespace
}  // namespace playground::operations
