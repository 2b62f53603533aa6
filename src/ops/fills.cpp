#include "ops/fills.hpp"

#include <algorithm>
#include <limits>
#include <span>
#include <variant>

#include "errors/error.hpp"
#include "errors/raised.hpp"
#include "random/distributions/bernoulli.hpp"
#include "random/distributions/exponential.hpp"
#include "random/distributions/multinomial.hpp"
#include "random/distributions/normal.hpp"
#include "random/distributions/transformed.hpp"
#include "random/distributions/uniform.hpp"
#include "random/engines/torch/torch_cpu_integers.hpp"
#include "tensor/dispatch.hpp"
#include "tensor/views.hpp"
#include "tensor/walk.hpp"

namespace playground::ops {
namespace {

using errors::Kind;
using random::TorchCpuGenerator;
using tensor::DType;

bool is_mkl(const Generator& generator) noexcept {
  return std::holds_alternative<random::TorchCpuMklEngine>(generator);
}

// The words behind an engine of a CPU; require_cpu() has let it through.
TorchCpuGenerator& words(Generator& generator) noexcept {
  if (auto* mkl = std::get_if<random::TorchCpuMklEngine>(&generator)) return mkl->generator;
  return std::get_if<random::TorchCpuEngine>(&generator)->generator;
}

random::NormalKernel normal_kernel(const Generator& generator) noexcept {
  if (const auto* mkl = std::get_if<random::TorchCpuMklEngine>(&generator)) {
    return mkl->normal_kernel;
  }
  return std::get_if<random::TorchCpuEngine>(&generator)->normal_kernel;
}

// Gives `fill` the tensor as one span of its elements, in the order of memory.
template <class Fill>
void in_memory_order(Tensor& x, Fill fill) {
  tensor::require_no_overlap(x);
  if (x.is_contiguous()) return fill(x);
  Tensor ordered = permute(x, tensor::memory_order(x));
  if (ordered.is_contiguous()) return fill(ordered);
  Tensor drawn(ordered.shape(), x.dtype());
  fill(drawn);
  copy_into(ordered, drawn);
}

// Fills a tensor of int64, whose numbers any dtype then takes.
template <class Fill>
void by_way_of_int64(Tensor& x, Fill fill) {
  in_memory_order(x, [&](Tensor& span) {
    if (span.dtype() == DType::kInt64) return fill(span.values<std::int64_t>());
    Tensor drawn(span.shape(), DType::kInt64);
    fill(drawn.values<std::int64_t>());
    copy_into(span, to(drawn, span.dtype()));
  });
}

// Fills a tensor of float64, whose numbers are rounded to the dtype.
template <class Fill>
void by_way_of_float64(Tensor& x, Fill fill) {
  in_memory_order(x, [&](Tensor& span) {
    Tensor drawn(span.shape(), DType::kFloat64);
    fill(drawn.values<double>());
    copy_into(span, to(drawn, span.dtype()));
  });
}

void require_floating(const Tensor& x, std::string_view kernel) {
  if (!is_floating(x.dtype())) tensor::fail_not_implemented(kernel, x.dtype());
}

std::int64_t largest(DType dtype) noexcept {
  switch (dtype) {
    case DType::kFloat32:
      return std::int64_t{1} << std::numeric_limits<float>::digits;
    case DType::kFloat64:
      return std::int64_t{1} << std::numeric_limits<double>::digits;
    case DType::kInt64:
      return std::numeric_limits<std::int64_t>::max();
    case DType::kInt32:
      return std::numeric_limits<std::int32_t>::max();
    case DType::kBool:
      break;
  }
  return 1;
}

// Of floats only a warning says that they do not hold all whole numbers so large.
void require_in_range(std::int64_t bound, std::string_view name, DType dtype) {
  const std::int64_t most = largest(dtype);
  const std::int64_t least = dtype == DType::kBool ? 0 : -most - 1;
  if (is_floating(dtype) || (bound >= least && bound <= most)) return;
  errors::raise("{} is out of bounds for {}", name,
                dtype == DType::kBool    ? "bool"
                : dtype == DType::kInt32 ? "int"
                                         : "long int");
}

// Throws Raised, in PyTorch's words, unless each row can be drawn from.
template <class T>
void require_weights(std::span<const T> weights, std::size_t rows, bool with_replacement) {
  const std::size_t categories = weights.size() / rows;
  for (std::size_t row = 0; row < rows; ++row) {
    T sum = 0;
    for (const T weight : weights.subspan(row * categories, categories)) {
      const bool is_finite = weight - weight == 0;
      if (weight >= 0 && is_finite) {
        sum += weight;
      } else if (!with_replacement) {
        errors::raise("probability tensor contains either `inf`, `nan` or element < 0");
      } else if (weight >= 0) {
        errors::raise(
            "invalid multinomial distribution (encountering probability entry = infinity or NaN)");
      } else {
        errors::raise("invalid multinomial distribution (encountering probability entry < 0)");
      }
    }
    if (!(sum > 0)) {
      errors::raise("invalid multinomial distribution (sum of probabilities <= 0)");
    }
  }
}

// Of PyTorch 2.0 to 2.6, which are of one engine with those before.
void require_exponentials(const Generator& generator) {
  if (!is_mkl(generator)) return;
  errors::fail(Kind::kEngine,
               "{0}: exponential_ is not reproduced, which some of these versions draw by MKL, nor "
               "is multinomial without replacement, which is made of it"_words,
               random::name(generator));
}

}  // namespace

void require_cpu(const Generator& generator, std::string_view what) {
  if (random::record(generator).makers == random::Makers::kTorch) return;
  errors::fail(Kind::kEngine,
               "{0}: {1} of a GPU is not reproduced, and that of a CPU has other numbers. Draw on "
               "the CPU, and move the tensor"_words,
               random::name(generator), what);
}

void fill_uniform(Generator& generator, double low, double high, Tensor& x) {
  require_cpu(generator, "uniform_");
  tensor::with_floating_type(x.dtype(), "check_uniform_bounds", [&]<class T>(T) {
    in_memory_order(x, [&](Tensor& span) {
      random::fill_uniform(words(generator), low, high, span.values<T>());
    });
  });
}

void fill_normal(Generator& generator, double mean, double std, Tensor& x) {
  require_cpu(generator, "normal_");
  // Only a contiguous tensor is filled in blocks; of others each element is drawn by itself, as of
  // a span that is shorter than a block.
  const std::size_t most = x.is_contiguous() ? std::max<std::size_t>(x.size(), 1) : 15;
  tensor::with_floating_type(x.dtype(), "normal_kernel_cpu", [&]<class T>(T) {
    in_memory_order(x, [&](Tensor& span) {
      std::span<T> left = span.values<T>();
      while (!left.empty()) {
        const auto next = left.first(std::min(most, left.size()));
        random::fill_normal(words(generator), mean, std, next, normal_kernel(generator));
        left = left.subspan(next.size());
      }
    });
  });
}

void fill_bernoulli(Generator& generator, double p, Tensor& x) {
  require_cpu(generator, "bernoulli_");
  const auto fill = [&]<class T>(std::span<T> span) {
    if (is_mkl(generator)) {
      random::fill_bernoulli_mkl(words(generator), p, span);
    } else {
      random::fill_bernoulli(words(generator), p, span);
    }
  };
  if (x.dtype() != DType::kFloat32) return by_way_of_int64(x, fill);
  in_memory_order(x, [&](Tensor& span) { fill(span.values<float>()); });
}

void fill_bernoulli(Generator& generator, const Tensor& p, Tensor& x) {
  require_cpu(generator, "bernoulli_");
  const Tensor dense = contiguous(p);
  tensor::with_floating_type(p.dtype(), "bernoulli_tensor_cpu_p_", [&]<class T>(T) {
    if (!std::ranges::all_of(dense.values<T>(), [](T each) { return each >= 0 && each <= 1; })) {
      errors::raise(
          "Expected p_in >= 0 && p_in <= 1 to be true, but got false.  (Could this error message "
          "be improved?  If so, please report an enhancement request to PyTorch.)");
    }
    tensor::require_no_overlap(x);
    Tensor drawn(x.shape(), DType::kInt64);
    random::fill_bernoulli(words(generator), dense.values<T>(), drawn.values<std::int64_t>());
    copy_into(x, to(drawn, x.dtype()));
  });
}

void fill_integers(Generator& generator, std::int64_t from, std::optional<std::int64_t> to,
                   Tensor& x) {
  require_cpu(generator, "random_");
  // Unsigned, since the number behind the largest int64 is none.
  const std::uint64_t end =
      to ? static_cast<std::uint64_t>(*to) : static_cast<std::uint64_t>(largest(x.dtype())) + 1;
  if (to && from >= *to) {
    errors::raise("random_ expects 'from' to be less than 'to', but got from={} >= to={}", from,
                  *to);
  }
  require_in_range(from, "from", x.dtype());
  require_in_range(static_cast<std::int64_t>(end - 1), to ? "to - 1" : "to", x.dtype());
  const std::uint64_t wide_from =
      is_mkl(generator) ? random::kRandintWideFromUpTo2_6 : random::kRandintWideFrom;
  by_way_of_int64(x, [&](std::span<std::int64_t> span) {
    random::fill_integers(words(generator), from, end - static_cast<std::uint64_t>(from), span,
                          wide_from);
  });
}

void fill_integers(Generator& generator, Tensor& x) {
  require_cpu(generator, "random_");
  const auto count = static_cast<std::uint64_t>(largest(x.dtype())) + 1;
  // Of 64 bits where the elements have so many. A bool is the lowest bit.
  const std::uint64_t wide_from = item_size(x.dtype()) == 8 ? 0 : ~std::uint64_t{0};
  by_way_of_int64(x, [&](std::span<std::int64_t> span) {
    random::fill_integers(words(generator), 0, count, span, wide_from);
  });
}

void fill_exponential(Generator& generator, double lambd, Tensor& x) {
  require_cpu(generator, "exponential_");
  require_exponentials(generator);
  tensor::with_floating_type(x.dtype(), "exponential_cpu", [&]<class T>(T) {
    in_memory_order(x, [&](Tensor& span) {
      random::fill_exponential(words(generator), lambd, span.values<T>());
    });
  });
}

void fill_geometric(Generator& generator, double p, Tensor& x) {
  require_cpu(generator, "geometric_");
  by_way_of_float64(
      x, [&](std::span<double> span) { random::fill_geometric(words(generator), p, span); });
}

void fill_cauchy(Generator& generator, double median, double sigma, Tensor& x) {
  require_cpu(generator, "cauchy_");
  require_floating(x, "cauchy_cpu");
  by_way_of_float64(x, [&](std::span<double> span) {
    random::fill_cauchy(words(generator), median, sigma, span);
  });
}

void fill_log_normal(Generator& generator, double mean, double std, Tensor& x) {
  require_cpu(generator, "log_normal_");
  require_floating(x, "log_normal_cpu");
  by_way_of_float64(x, [&](std::span<double> span) {
    random::fill_log_normal(words(generator), mean, std, span);
  });
}

void fill_multinomial(Generator& generator, const Tensor& weights, bool with_replacement,
                      Tensor& result) {
  require_cpu(generator, "multinomial");
  if (!with_replacement) require_exponentials(generator);
  const Tensor dense = contiguous(weights);
  const std::size_t rows =
      weights.shape().rank() == 1 ? 1 : static_cast<std::size_t>(weights.shape()[0]);
  if (rows == 0) return;
  tensor::with_floating_type(weights.dtype(), "multinomial", [&]<class T>(T) {
    require_weights(dense.values<T>(), rows, with_replacement);
    const auto samples = result.values<std::int64_t>();
    if (with_replacement) {
      random::fill_multinomial_with_replacement(words(generator), dense.values<T>(), rows, samples);
    } else {
      random::fill_multinomial_without_replacement(words(generator), dense.values<T>(), rows,
                                                   samples);
    }
  });
}

}  // namespace playground::ops
