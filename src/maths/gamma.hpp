// The digamma function and its derivatives, and the Hurwitz zeta function that these come from; of
// doubles. The gamma function's logarithm is in the C library.
#pragma once

namespace playground::maths {

/// d/dx log Gamma(x). -inf at +0, inf at -0, nan at negative whole numbers.
///
/// Source  cephes' psi, as at::native::calc_digamma has it.
double digamma(double x) noexcept;

/// The first derivative of digamma. Within 1e-7, relatively.
///
/// Source  at::native::trigamma.
double trigamma(double x) noexcept;

/// The n-th derivative of digamma, for n from 2 on.
double polygamma(double n, double x) noexcept;

/// The sum of 1 / (q + k)^x over k from 0 on.
///
/// Source  cephes' zeta: Euler-Maclaurin summation.
double hurwitz_zeta(double x, double q) noexcept;

}  // namespace playground::maths
