// Functions of each element: exp, log, sqrt, sin, round and their kin.
#include <algorithm>
#include <array>
#include <limits>
#include <numbers>
#include <optional>

#include "errors/raised.hpp"
#include "operations/creation.hpp"
#include "operations/elementwise.hpp"
#include "operations/pointwise.hpp"
#include "operations/table.hpp"

namespace playground::operations {
namespace {

using Of = Slope::Of;
using autograd::Backward;
using autograd::Saved;
using V = const Variable&;
using Numbers = const double*;

Variable squared(V x) { return mul(x, x); }

// 1 - x^2.
Variable rest_of_square(V x) { return sub(of_number(1), squared(x)); }

Variable no_slope(V grad, V, Numbers) { return zeros_like(grad); }

// Of a function whose derivative is 0 wherever it has one.
Variable steps(const ops::Loops& loops, V self, const char* node) {
  return function_of(loops, self, {node, Of::kNothing, &no_slope});
}

Variable log2(V self) {
  return floating_function_of(ops::loops::kLog2, self,
                              {"Log2Backward0", Of::kInput, [](V grad, V x, Numbers) {
                                 return div(grad, mul(x, Scalar(std::numbers::ln2)));
                               }});
}
Variable log10(V self) {
  return floating_function_of(ops::loops::kLog10, self,
                              {"Log10Backward0", Of::kInput, [](V grad, V x, Numbers) {
                                 return div(grad, mul(x, Scalar(std::numbers::ln10)));
                               }});
}
Variable exp2(V self) {
  return floating_function_of(ops::loops::kExp2, self,
                              {"Exp2Backward0", Of::kResult, [](V grad, V y, Numbers) {
                                 return mul(mul(grad, y), std::numbers::ln2);
                               }});
}

Variable tan(V self) {
  return floating_function_of(ops::loops::kTan, self,
                              {"TanBackward0", Of::kResult,
                               [](V grad, V y, Numbers) { return mul(grad, add(squared(y), 1)); }});
}
Variable asin(V self) {
  return floating_function_of(ops::loops::kAsin, self,
                              {"AsinBackward0", Of::kInput, [](V grad, V x, Numbers) {
                                 return mul(grad, rsqrt(rest_of_square(x)));
                               }});
}
Variable acos(V self) {
  return floating_function_of(ops::loops::kAcos, self,
                              {"AcosBackward0", Of::kInput, [](V grad, V x, Numbers) {
                                 return mul(grad, neg(rsqrt(rest_of_square(x))));
                               }});
}
Variable atan(V self) {
  return floating_function_of(ops::loops::kAtan, self,
                              {"AtanBackward0", Of::kInput,
                               [](V grad, V x, Numbers) { return div(grad, add(squared(x), 1)); }});
}

Variable cosh(V self);
Variable sinh(V self) {
  return floating_function_of(
      ops::loops::kSinh, self,
      {"SinhBackward0", Of::kInput, [](V grad, V x, Numbers) { return mul(grad, cosh(x)); }});
}
Variable cosh(V self) {
  return floating_function_of(
      ops::loops::kCosh, self,
      {"CoshBackward0", Of::kInput, [](V grad, V x, Numbers) { return mul(grad, sinh(x)); }});
}
Variable asinh(V self) {
  return floating_function_of(ops::loops::kAsinh, self,
                              {"AsinhBackward0", Of::kInput, [](V grad, V x, Numbers) {
                                 return mul(grad, rsqrt(add(squared(x), 1)));
                               }});
}
Variable acosh(V self) {
  return floating_function_of(ops::loops::kAcosh, self,
                              {"AcoshBackward0", Of::kInput, [](V grad, V x, Numbers) {
                                 return mul(grad, rsqrt(add(squared(x), -1)));
                               }});
}
Variable atanh(V self) {
  return floating_function_of(ops::loops::kAtanh, self,
                              {"AtanhBackward0", Of::kInput, [](V grad, V x, Numbers) {
                                 return mul(grad, reciprocal(rest_of_square(x)));
                               }});
}

// e^-x^2.
Variable bell(V x) { return exp(neg(squared(x))); }

Variable erfc(V self) {
  return floating_function_of(ops::loops::kErfc, self,
                              {"ErfcBackward0", Of::kInput, [](V grad, V x, Numbers) {
                                 return mul(mul(bell(x), -2 * std::numbers::inv_sqrtpi), grad);
                               }});
}
Variable erfinv(V self) {
  return floating_function_of(ops::loops::kErfinv, self,
                              {"ErfinvBackward0", Of::kResult, [](V grad, V y, Numbers) {
                                 return mul(mul(exp(squared(y)), 0.5 / std::numbers::inv_sqrtpi),
                                            grad);
                               }});
}

Variable floor(V self) { return steps(ops::loops::kFloor, self, "FloorBackward0"); }
Variable ceil(V self) { return steps(ops::loops::kCeil, self, "CeilBackward0"); }
Variable trunc(V self) { return steps(ops::loops::kTrunc, self, "TruncBackward0"); }
Variable round(V self) { return steps(ops::loops::kRound, self, "RoundBackward0"); }

Variable round_decimals(V self, std::int64_t decimals) {
  const Slope slope{"RoundBackward1", Of::kNothing, &no_slope};
  // Far more decimals than any number has.
  const double limited = static_cast<double>(std::clamp<std::int64_t>(decimals, -1000, 1000));
  const auto& loops = decimals == 0 ? ops::loops::kRound : ops::loops::kRoundDecimals;
  require_floating(self, loops.kernel);
  return function_of(loops, self, slope, {limited});
}

Variable frac(V self) {
  require_floating(self, "frac_cpu");
  Variable y(sub(self.detach(), trunc(self.detach())));
  record(y, "FracBackward0", {self}, {}, [](Backward& b) { b.give(0, b.grad()); });
  return y;
}

Variable sgn(V self) {
  return function_of(ops::loops::kSign, self, {"SgnBackward0", Of::kNothing, &no_slope});
}

Variable nan_to_num(V self, std::optional<double> nan, std::optional<double> posinf,
                    std::optional<double> neginf) {
  const bool is_float32 = self.dtype() == DType::kFloat32;
  const double largest =
      is_float32 ? std::numeric_limits<float>::max() : std::numeric_limits<double>::max();
  return function_of(
      ops::loops::kNanToNum, self,
      {"NanToNumBackward0", Of::kInput,
       [](V grad, V x, Numbers) { return mul(grad, logical_not(logical_or(isnan(x), isinf(x)))); }},
      {nan.value_or(0), posinf.value_or(largest), neginf.value_or(-largest)});
}

// sin(pi x) / (pi x), 1 at 0.
Variable sinc(V self) {
  const Variable own = self.detach();
  const Variable angle = mul(own, std::numbers::pi);
  Variable y = where(eq(own, of_number(0)), of_number(1), div(sin(angle), angle));
  record(y, "SincBackward0", {self}, {Saved(self)}, [](Backward& b) {
    const Variable x = b.saved(0);
    const Variable angle = mul(x, std::numbers::pi);
    const Variable slope = div(sub(mul(cos(angle), angle), sin(angle)), mul(angle, x));
    b.give(0, where(eq(x, of_number(0)), of_number(0), mul(b.grad(), slope)));
  });
  return y;
}

Variable signbit(V self) { return elementwise(ops::loops::kSignbit, {self}, self.dtype()); }

Variable positive(V self) {
  if (self.dtype() == DType::kBool) {
    errors::raise("The `+` operator, on a bool tensor is not supported.");
  }
  return self;
}

Variable scaled(V self, double factor, const char* node) {
  Variable y = mul(self.detach(), factor);
  record(y, node, {self}, {}, [factor](Backward& b) { b.give(0, mul(b.grad(), factor)); });
  return y;
}
Variable deg2rad(V self) { return scaled(self, std::numbers::pi / 180, "Deg2RadBackward0"); }
Variable rad2deg(V self) { return scaled(self, 180 / std::numbers::pi, "Rad2DegBackward0"); }

// log(x / (1 - x)), with x kept eps away from 0 and 1.
Variable logit(V self, std::optional<double> eps) {
  const Variable own = is_floating(self.dtype()) ? self.detach() : to_dtype(self, default_dtype());
  const Variable x = eps ? clamp(own, Scalar(*eps), Scalar(1 - *eps)) : own;
  Variable y = log(div(x, sub(of_number(1), x)));
  record(y, "LogitBackward0", {self}, {Saved(self)}, [eps](Backward& b) {
    const Variable x = b.saved(0);
    const Variable grad = div(b.grad(), mul(x, sub(of_number(1), x)));
    if (!eps) return b.give(0, grad);
    const Variable is_inside =
        logical_and(ge(x, of_number(Scalar(*eps))), le(x, of_number(Scalar(1 - *eps))));
    b.give(0, where(is_inside, grad, of_number(0)));
  });
  return y;
}

}  // namespace

Variable neg(V self) {
  if (self.dtype() == DType::kBool) {
    errors::raise(
        "Negation, the `-` operator, on a bool tensor is not supported. If you are trying to "
        "invert a mask, use the `~` or `logical_not()` operator instead.");
  }
  return function_of(ops::loops::kNeg, self,
                     {"NegBackward0", Of::kNothing, [](V grad, V, Numbers) { return neg(grad); }});
}

Variable abs(V self) {
  return function_of(ops::loops::kAbs, self, {"AbsBackward0", Of::kInput, [](V grad, V x, Numbers) {
                                                return mul(grad, sgn(x));
                                              }});
}

Variable sign(V self) {
  return function_of(ops::loops::kSign, self, {"SignBackward0", Of::kNothing, &no_slope});
}

Variable exp(V self) {
  return floating_function_of(
      ops::loops::kExp, self,
      {"ExpBackward0", Of::kResult, [](V grad, V y, Numbers) { return mul(grad, y); }});
}

Variable expm1(V self) {
  return floating_function_of(
      ops::loops::kExpm1, self,
      {"Expm1Backward0", Of::kResult, [](V grad, V y, Numbers) { return mul(grad, add(y, 1)); }});
}

Variable log(V self) {
  return floating_function_of(
      ops::loops::kLog, self,
      {"LogBackward0", Of::kInput, [](V grad, V x, Numbers) { return div(grad, x); }});
}

Variable log1p(V self) {
  return floating_function_of(
      ops::loops::kLog1p, self,
      {"Log1PBackward0", Of::kInput, [](V grad, V x, Numbers) { return div(grad, add(x, 1)); }});
}

Variable sqrt(V self) {
  return floating_function_of(ops::loops::kSqrt, self,
                              {"SqrtBackward0", Of::kResult,
                               [](V grad, V y, Numbers) { return div(grad, mul(y, Scalar(2))); }});
}

Variable rsqrt(V self) {
  return floating_function_of(ops::loops::kRsqrt, self,
                              {"RsqrtBackward0", Of::kResult, [](V grad, V y, Numbers) {
                                 return mul(mul(grad, -0.5), pow(y, Scalar(3)));
                               }});
}

Variable reciprocal(V self) {
  return floating_function_of(ops::loops::kReciprocal, self,
                              {"ReciprocalBackward0", Of::kResult,
                               [](V grad, V y, Numbers) { return mul(neg(grad), squared(y)); }});
}

Variable sin(V self) {
  return floating_function_of(
      ops::loops::kSin, self,
      {"SinBackward0", Of::kInput, [](V grad, V x, Numbers) { return mul(grad, cos(x)); }});
}

Variable cos(V self) {
  return floating_function_of(
      ops::loops::kCos, self,
      {"CosBackward0", Of::kInput, [](V grad, V x, Numbers) { return mul(grad, neg(sin(x))); }});
}

Variable erf(V self) {
  return floating_function_of(ops::loops::kErf, self,
                              {"ErfBackward0", Of::kInput, [](V grad, V x, Numbers) {
                                 return mul(mul(bell(x), 2 * std::numbers::inv_sqrtpi), grad);
                               }});
}
std::span<const Row> function_rows() {
  static constexpr Row kRows[] = {
      row<&neg>("neg(Tensor self) -> Tensor"),
      row<&neg>("negative(Tensor self) -> Tensor"),
      row<&abs>("abs(Tensor self) -> Tensor"),
      row<&abs>("absolute(Tensor self) -> Tensor"),
      row<&sign>("sign(Tensor self) -> Tensor"),
      row<&sgn>("sgn(Tensor self) -> Tensor"),
      row<&exp>("exp(Tensor self) -> Tensor"),
      row<&exp2>("exp2(Tensor self) -> Tensor"),
      row<&expm1>("expm1(Tensor self) -> Tensor"),
      row<&log>("log(Tensor self) -> Tensor"),
      row<&log1p>("log1p(Tensor self) -> Tensor"),
      row<&log2>("log2(Tensor self) -> Tensor"),
      row<&log10>("log10(Tensor self) -> Tensor"),
      row<&sqrt>("sqrt(Tensor self) -> Tensor"),
      row<&rsqrt>("rsqrt(Tensor self) -> Tensor"),
      row<&reciprocal>("reciprocal(Tensor self) -> Tensor"),
      row<&sin>("sin(Tensor self) -> Tensor"),
      row<&cos>("cos(Tensor self) -> Tensor"),
      row<&tan>("tan(Tensor self) -> Tensor"),
      row<&asin>("asin(Tensor self) -> Tensor"),
      row<&asin>("arcsin(Tensor self) -> Tensor"),
      row<&acos>("acos(Tensor self) -> Tensor"),
      row<&acos>("arccos(Tensor self) -> Tensor"),
      row<&atan>("atan(Tensor self) -> Tensor"),
      row<&atan>("arctan(Tensor self) -> Tensor"),
      row<&sinh>("sinh(Tensor self) -> Tensor"),
      row<&cosh>("cosh(Tensor self) -> Tensor"),
      row<&asinh>("asinh(Tensor self) -> Tensor"),
      row<&acosh>("acosh(Tensor self) -> Tensor"),
      row<&atanh>("atanh(Tensor self) -> Tensor"),
      row<&erf>("erf(Tensor self) -> Tensor"),
      row<&erfc>("erfc(Tensor self) -> Tensor"),
      row<&erfinv>("erfinv(Tensor self) -> Tensor"),
      row<&floor>("floor(Tensor self) -> Tensor"),
      row<&ceil>("ceil(Tensor self) -> Tensor"),
      row<&round>("round(Tensor self) -> Tensor"),
      row<&round_decimals>("round.decimals(Tensor self, *, int decimals) -> Tensor"),
      row<&trunc>("trunc(Tensor self) -> Tensor"),
      row<&trunc>("fix(Tensor self) -> Tensor"),
      row<&frac>("frac(Tensor self) -> Tensor"),
      row<&nan_to_num>("nan_to_num(Tensor self, float? nan=None, float? posinf=None, float? "
                       "neginf=None) -> Tensor"),
      row<&sinc>("sinc(Tensor self) -> Tensor"),
      row<&signbit>("signbit(Tensor self) -> Tensor"),
      row<&positive>("positive(Tensor(a) self) -> Tensor(a)"),
      row<&deg2rad>("deg2rad(Tensor self) -> Tensor"),
      row<&rad2deg>("rad2deg(Tensor self) -> Tensor"),
      row<&logit>("logit(Tensor self, float? eps=None) -> Tensor"),
      row_in_place<&neg>("neg_(Tensor(a!) self) -> Tensor(a!)"),
      row_in_place<&abs>("abs_(Tensor(a!) self) -> Tensor(a!)"),
      row_in_place<&sign>("sign_(Tensor(a!) self) -> Tensor(a!)"),
      row_in_place<&exp>("exp_(Tensor(a!) self) -> Tensor(a!)"),
      row_in_place<&expm1>("expm1_(Tensor(a!) self) -> Tensor(a!)"),
      row_in_place<&log>("log_(Tensor(a!) self) -> Tensor(a!)"),
      row_in_place<&log1p>("log1p_(Tensor(a!) self) -> Tensor(a!)"),
      row_in_place<&log2>("log2_(Tensor(a!) self) -> Tensor(a!)"),
      row_in_place<&log10>("log10_(Tensor(a!) self) -> Tensor(a!)"),
      row_in_place<&sqrt>("sqrt_(Tensor(a!) self) -> Tensor(a!)"),
      row_in_place<&rsqrt>("rsqrt_(Tensor(a!) self) -> Tensor(a!)"),
      row_in_place<&reciprocal>("reciprocal_(Tensor(a!) self) -> Tensor(a!)"),
      row_in_place<&sin>("sin_(Tensor(a!) self) -> Tensor(a!)"),
      row_in_place<&cos>("cos_(Tensor(a!) self) -> Tensor(a!)"),
      row_in_place<&tan>("tan_(Tensor(a!) self) -> Tensor(a!)"),
      row_in_place<&sinh>("sinh_(Tensor(a!) self) -> Tensor(a!)"),
      row_in_place<&cosh>("cosh_(Tensor(a!) self) -> Tensor(a!)"),
      row_in_place<&asin>("asin_(Tensor(a!) self) -> Tensor(a!)"),
      row_in_place<&acos>("acos_(Tensor(a!) self) -> Tensor(a!)"),
      row_in_place<&atan>("atan_(Tensor(a!) self) -> Tensor(a!)"),
      row_in_place<&erf>("erf_(Tensor(a!) self) -> Tensor(a!)"),
      row_in_place<&erfinv>("erfinv_(Tensor(a!) self) -> Tensor(a!)"),
      row_in_place<&floor>("floor_(Tensor(a!) self) -> Tensor(a!)"),
      row_in_place<&ceil>("ceil_(Tensor(a!) self) -> Tensor(a!)"),
      row_in_place<&round>("round_(Tensor(a!) self) -> Tensor(a!)"),
      row_in_place<&round_decimals>(
          "round_.decimals(Tensor(a!) self, *, int decimals) -> Tensor(a!)"),
      row_in_place<&trunc>("trunc_(Tensor(a!) self) -> Tensor(a!)"),
      row_in_place<&frac>("frac_(Tensor(a!) self) -> Tensor(a!)"),
      row_in_place<&nan_to_num>("nan_to_num_(Tensor(a!) self, float? nan=None, float? posinf=None, "
                                "float? neginf=None) -> Tensor(a!)"),
  };
  return kRows;
}

}  // namespace playground::operations
