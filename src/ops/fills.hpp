// Tensors filled in place from the generator of PyTorch's CPU: uniform_, normal_, bernoulli_ and
// their kin, of the version that the engine names.
//
// Elements are drawn in the order in which memory has them, as TensorIterator goes through them.
// Each throws an Error (kDType), in PyTorch's words, for a dtype that it does not draw, and
// (kEngine) where the numbers of the engine are not reproduced, which are those of every GPU.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "random/generator.hpp"
#include "tensor/tensor.hpp"

namespace playground::ops {

using random::Generator;
using tensor::Tensor;

/// Throws an Error (kEngine) unless it is one of a CPU, whose numbers are reproduced.
///
/// what  draws: "randn"
void require_cpu(const Generator& generator, std::string_view what);

void fill_uniform(Generator& generator, double low, double high, Tensor& x);

void fill_normal(Generator& generator, double mean, double std, Tensor& x);

/// 1 with probability p, else 0; of any dtype. The engine with MKL draws it in another way.
void fill_bernoulli(Generator& generator, double p, Tensor& x);

/// The same, each element with a probability of its own.
///
/// p  of the shape of x, float32 or float64
/// Throws Raised, in PyTorch's words, for one outside [0, 1].
void fill_bernoulli(Generator& generator, const Tensor& p, Tensor& x);

/// random_(from, to): whole numbers in [from, to), or [from, the largest of the dtype]; of any
/// dtype.
///
/// Throws Raised, in PyTorch's words, for bounds that the dtype does not have.
void fill_integers(Generator& generator, std::int64_t from, std::optional<std::int64_t> to,
                   Tensor& x);

/// random_(): from 0 to the largest of the dtype, or to where floats still are all whole numbers.
void fill_integers(Generator& generator, Tensor& x);

void fill_exponential(Generator& generator, double lambd, Tensor& x);

/// Of any dtype; p in (0, 1).
void fill_geometric(Generator& generator, double p, Tensor& x);

void fill_cauchy(Generator& generator, double median, double sigma, Tensor& x);

void fill_log_normal(Generator& generator, double mean, double std, Tensor& x);

/// torch.multinomial: so many categories of each row as `result` has room for.
///
/// weights  [categories] or [rows, categories], floating; result  [samples] or [rows, samples],
///          int64 and contiguous
/// Throws Raised, in PyTorch's words, for weights that are no probabilities.
void fill_multinomial(Generator& generator, const Tensor& weights, bool with_replacement,
                      Tensor& result);

}  // namespace playground::ops
