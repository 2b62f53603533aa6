#include "operations/draws.hpp"

#include <optional>
#include <utility>
#include <vector>

#include "autograd/node.hpp"
#include "errors/raised.hpp"
#include "operations/creation.hpp"
#include "operations/layout.hpp"
#include "operations/machine.hpp"
#include "operations/pointwise.hpp"
#include "operations/table.hpp"
#include "operations/views.hpp"
#include "ops/drawn.hpp"
#include "ops/fills.hpp"
#include "tensor/joined.hpp"
#include "tensor/views.hpp"

namespace playground::operations {
namespace {

// The engine that draws for a device. Of a GPU it is refused by name: `what`.
random::Generator& engine_for(const GeneratorHandle& generator, Device device,
                              std::string_view what) {
  random::Generator& engine = generator_for(generator, device)->engine;
  ops::require_cpu(engine, what);
  return engine;
}

/// Writes what `fill` draws to self. Whatever it was made from has no part in that.
template <class Fill>
Variable drawn_into(const Variable& self, std::string_view node, Fill fill) {
  autograd::require_writable(self);
  tensor::require_no_overlap(self.value());
  if (!autograd::needs_history({self})) {
    Variable target = self;
    fill(target.value());
    target.version().bump();
    return target;
  }
  Variable result(tensor::empty_like(self.value()), self.device());
  fill(result.value());
  autograd::record(result, node, {self}, {},
                   [](autograd::Backward& b) { b.give(0, zeros_like(b.grad())); });
  return autograd::assign(self, result);
}

// New tensors

Variable rand(const Integers& size, const GeneratorHandle& generator, std::optional<DType> dtype,
              Layout, std::optional<Device> device, Layout) {
  const Device place = device.value_or(Device{});
  return Variable(
      ops::rand(engine_for(generator, place, "rand"), Shape(size), dtype.value_or(default_dtype())),
      place);
}

Variable randn(const Integers& size, const GeneratorHandle& generator, std::optional<DType> dtype,
               Layout, std::optional<Device> device, Layout) {
  const Device place = device.value_or(Device{});
  return Variable(ops::randn(engine_for(generator, place, "randn"), Shape(size),
                             dtype.value_or(default_dtype())),
                  place);
}

Variable randint_low(std::int64_t low, std::int64_t high, const Integers& size,
                     const GeneratorHandle& generator, std::optional<DType> dtype, Layout,
                     std::optional<Device> device, Layout) {
  const Device place = device.value_or(Device{});
  Tensor x(Shape(size), dtype.value_or(DType::kInt64));
  ops::fill_integers(engine_for(generator, place, "randint"), low, high, x);
  return Variable(std::move(x), place);
}

Variable randint(std::int64_t high, const Integers& size, const GeneratorHandle& generator,
                 std::optional<DType> dtype, Layout layout, std::optional<Device> device,
                 Layout pin_memory) {
  return randint_low(0, high, size, generator, dtype, layout, device, pin_memory);
}

Variable randperm(std::int64_t n, const GeneratorHandle& generator, std::optional<DType> dtype,
                  Layout, std::optional<Device> device, Layout) {
  const Device place = device.value_or(Device{});
  const DType type = dtype.value_or(DType::kInt64);
  if (type == DType::kBool) errors::raise("\"randperm\" not implemented for 'Bool'");
  const Tensor drawn = ops::randperm(engine_for(generator, place, "randperm"), n);
  return Variable(type == DType::kInt64 ? drawn : to(drawn, type), place);
}

// Of the shape, and in memory in the order, of another.
Variable empty_like(const Variable& self, std::optional<DType> dtype,
                    std::optional<Device> device) {
  return Variable(tensor::empty_like(self.value(), dtype.value_or(self.dtype())),
                  device.value_or(self.device()));
}

Variable rand_like(const Variable& self, std::optional<DType> dtype, Layout,
                   std::optional<Device> device, Layout, Layout) {
  Variable x = empty_like(self, dtype, device);
  ops::fill_uniform(engine_for(nullptr, x.device(), "rand_like"), 0, 1, x.value());
  return x;
}

Variable randn_like(const Variable& self, std::optional<DType> dtype, Layout,
                    std::optional<Device> device, Layout, Layout) {
  Variable x = empty_like(self, dtype, device);
  ops::fill_normal(engine_for(nullptr, x.device(), "randn_like"), 0, 1, x.value());
  return x;
}

Variable randint_like_low(const Variable& self, std::int64_t low, std::int64_t high,
                          std::optional<DType> dtype, Layout, std::optional<Device> device, Layout,
                          Layout) {
  Variable x = empty_like(self, dtype, device);
  ops::fill_integers(engine_for(nullptr, x.device(), "randint_like"), low, high, x.value());
  return x;
}

Variable randint_like(const Variable& self, std::int64_t high, std::optional<DType> dtype,
                      Layout layout, std::optional<Device> device, Layout pin_memory,
                      Layout memory_format) {
  return randint_like_low(self, 0, high, dtype, layout, device, pin_memory, memory_format);
}

// In place

Variable normal_(const Variable& self, double mean, double std, const GeneratorHandle& generator) {
  if (!(std >= 0)) errors::raise("normal expects std >= 0.0, but found std {}", std);
  auto& engine = engine_for(generator, self.device(), "normal_");
  return drawn_into(self, "NormalBackward0",
                    [&](Tensor& x) { ops::fill_normal(engine, mean, std, x); });
}

Variable bernoulli_(const Variable& self, double p, const GeneratorHandle& generator) {
  if (!(p >= 0 && p <= 1)) {
    errors::raise("bernoulli_ expects p to be in [0, 1], but got p={}", p);
  }
  auto& engine = engine_for(generator, self.device(), "bernoulli_");
  return drawn_into(self, "BernoulliBackward2",
                    [&](Tensor& x) { ops::fill_bernoulli(engine, p, x); });
}

Variable bernoulli_tensor_(const Variable& self, const Variable& p,
                           const GeneratorHandle& generator) {
  auto& engine = engine_for(generator, self.device(), "bernoulli_");
  const Tensor each = tensor::expand(p.value(), self.shape().extents());
  return drawn_into(self, "BernoulliBackward1",
                    [&](Tensor& x) { ops::fill_bernoulli(engine, each, x); });
}

Variable random_from(const Variable& self, std::int64_t from, std::optional<std::int64_t> to,
                     const GeneratorHandle& generator) {
  auto& engine = engine_for(generator, self.device(), "random_");
  return drawn_into(self, "RandomBackward0",
                    [&](Tensor& x) { ops::fill_integers(engine, from, to, x); });
}

Variable random_to(const Variable& self, std::int64_t to, const GeneratorHandle& generator) {
  auto& engine = engine_for(generator, self.device(), "random_");
  return drawn_into(self, "RandomBackward1",
                    [&](Tensor& x) { ops::fill_integers(engine, 0, to, x); });
}

Variable random_(const Variable& self, const GeneratorHandle& generator) {
  auto& engine = engine_for(generator, self.device(), "random_");
  return drawn_into(self, "RandomBackward2", [&](Tensor& x) { ops::fill_integers(engine, x); });
}

Variable exponential_(const Variable& self, double lambd, const GeneratorHandle& generator) {
  if (!(lambd >= 0)) {
    errors::raise("exponential_ expects lambda >= 0.0, but found lambda={}", lambd);
  }
  auto& engine = engine_for(generator, self.device(), "exponential_");
  return drawn_into(self, "ExponentialBackward0",
                    [&](Tensor& x) { ops::fill_exponential(engine, lambd, x); });
}

Variable geometric_(const Variable& self, double p, const GeneratorHandle& generator) {
  if (!(p > 0 && p < 1)) {
    errors::raise("geometric_ expects p to be in (0, 1), but got p={}", p);
  }
  auto& engine = engine_for(generator, self.device(), "geometric_");
  return drawn_into(self, "GeometricBackward0",
                    [&](Tensor& x) { ops::fill_geometric(engine, p, x); });
}

Variable cauchy_(const Variable& self, double median, double sigma,
                 const GeneratorHandle& generator) {
  auto& engine = engine_for(generator, self.device(), "cauchy_");
  return drawn_into(self, "CauchyBackward0",
                    [&](Tensor& x) { ops::fill_cauchy(engine, median, sigma, x); });
}

Variable log_normal_(const Variable& self, double mean, double std,
                     const GeneratorHandle& generator) {
  if (!(std > 0)) errors::raise("log_normal_ expects std > 0.0, but found std={}", std);
  auto& engine = engine_for(generator, self.device(), "log_normal_");
  return drawn_into(self, "LogNormalBackward0",
                    [&](Tensor& x) { ops::fill_log_normal(engine, mean, std, x); });
}

// By other tensors

// What was drawn says nothing about what it was drawn by.
void record_draw(const Variable& result, std::string_view node, VariableRefs inputs) {
  const std::size_t count = inputs.size();
  std::vector<Shape> shapes;
  for (const Variable& input : inputs) shapes.push_back(input.shape());
  autograd::record(result, node, inputs, {}, [shapes, count](autograd::Backward& b) {
    for (std::size_t i = 0; i < count; ++i) {
      if (b.wants(i)) b.give(i, full(shapes[i], 0, b.grad().dtype(), b.grad().device()));
    }
  });
}

Variable bernoulli(const Variable& self, const GeneratorHandle& generator) {
  Variable x = empty_like(self, {}, {});
  ops::fill_bernoulli(engine_for(generator, self.device(), "bernoulli"), self.value(), x.value());
  record_draw(x, "BernoulliBackward0", {self});
  return x;
}

Variable bernoulli_p(const Variable& self, double p, const GeneratorHandle& generator) {
  Variable x(Tensor(self.shape(), self.dtype()), self.device());
  return bernoulli_(x, p, generator);
}

Variable bernoulli_tensor(const Variable& self, const Variable& p,
                          const GeneratorHandle& generator) {
  return bernoulli_tensor_(empty_like(self, {}, {}), p, generator);
}

Variable normal_float_float(double mean, double std, const Integers& size,
                            const GeneratorHandle& generator, std::optional<DType> dtype, Layout,
                            std::optional<Device> device, Layout) {
  return normal_(
      Variable(Tensor(Shape(size), dtype.value_or(default_dtype())), device.value_or(Device{})),
      mean, std, generator);
}

void require_not_negative(const Variable& std) {
  const Tensor low = to(contiguous(std.value()), DType::kFloat64);
  for (const double each : low.values<double>()) {
    if (each < 0) errors::raise("normal expects all elements of std >= 0.0");
  }
}

// Standard normals of a shape, times a deviation, plus a mean.
Variable moved(const Shape& shape, const Variable& like, double std,
               const GeneratorHandle& generator, const Variable& times, const Variable& plus) {
  const autograd::GradMode without_history(false);
  Variable x(Tensor(shape, like.dtype()), like.device());
  ops::fill_normal(engine_for(generator, like.device(), "normal"), 0, std, x.value());
  return add(times ? mul(x, times) : x, plus);
}

Variable normal_tensor_float(const Variable& mean, double std, const GeneratorHandle& generator) {
  if (!(std >= 0)) errors::raise("normal expects std >= 0.0, but found std {}", std);
  const Variable x = moved(mean.shape(), mean, std, generator, {}, mean);
  record_draw(x, "NormalBackward1", {mean});
  return x;
}

Variable normal_float_tensor(double mean, const Variable& std, const GeneratorHandle& generator) {
  require_not_negative(std);
  const Variable x =
      moved(std.shape(), std, 1, generator, std, full(Shape(), mean, std.dtype(), std.device()));
  record_draw(x, "NormalBackward2", {std});
  return x;
}

Variable normal_tensor_tensor(const Variable& mean, const Variable& std,
                              const GeneratorHandle& generator) {
  require_not_negative(std);
  const Shape shape = tensor::broadcast_shape(mean.shape(), std.shape());
  const Variable x = moved(shape, mean, 1, generator, std, mean);
  record_draw(x, "NormalBackward3", {mean, std});
  return x;
}

// Source  at::native::multinomial of PyTorch 2, which takes one sample as it does those without
//         replacement.
Variable multinomial(const Variable& self, std::int64_t num_samples, bool replacement,
                     const GeneratorHandle& generator) {
  if (self.rank() != 1 && self.rank() != 2) errors::raise("prob_dist must be 1 or 2 dim");
  if (!is_floating(self.dtype())) {
    errors::raise("multinomial only supports floating-point dtypes for input, got: {}",
                  scalar_type_name(self.dtype()));
  }
  if (num_samples <= 0) errors::raise("cannot sample n_sample <= 0 samples");
  if (!replacement && num_samples > self.shape()[self.rank() - 1]) {
    errors::raise("cannot sample n_sample > prob_dist.size(-1) samples without replacement");
  }
  const bool with_replacement = replacement && num_samples > 1;
  std::vector<std::int64_t> extents = self.shape().extents();
  extents.back() = num_samples;
  Tensor result(Shape(std::move(extents)), DType::kInt64);
  ops::fill_multinomial(engine_for(generator, self.device(), "multinomial"), self.value(),
                        with_replacement, result);
  return Variable(std::move(result), self.device());
}

}  // namespace

Variable uniform_(const Variable& self, double from, double to, const GeneratorHandle& generator) {
  if (!(from <= to) && is_floating(self.dtype())) {
    errors::raise("uniform_ expects to return a [from, to) range, but found from={} > to={}", from,
                  to);
  }
  auto& engine = engine_for(generator, self.device(), "uniform_");
  return drawn_into(self, "UniformBackward0",
                    [&](Tensor& x) { ops::fill_uniform(engine, from, to, x); });
}

// Where PyTorch has an overload with a generator and one without, there is one that may have it.
std::span<const Row> draw_rows() {
  static constexpr Row kRows[] = {
      row<&rand>("rand(int[] size, *, Generator? generator=None, ScalarType? dtype=None, Layout? "
                 "layout=None, Device? device=None, bool? pin_memory=None) -> Tensor",
                 Where::kFunction),
      row<&randn>("randn(int[] size, *, Generator? generator=None, ScalarType? dtype=None, Layout? "
                  "layout=None, Device? device=None, bool? pin_memory=None) -> Tensor",
                  Where::kFunction),
      row<&randint>(
          "randint(int high, int[] size, *, Generator? generator=None, ScalarType? dtype=None, "
          "Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor",
          Where::kFunction),
      row<&randint_low>(
          "randint.low(int low, int high, int[] size, *, Generator? generator=None, ScalarType? "
          "dtype=None, Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor",
          Where::kFunction),
      row<&randperm>("randperm(int n, *, Generator? generator=None, ScalarType? dtype=None, "
                     "Layout? layout=None, Device? device=None, bool? pin_memory=None) -> Tensor",
                     Where::kFunction),
      row<&rand_like>(
          "rand_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? "
          "device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor",
          Where::kFunction),
      row<&randn_like>(
          "randn_like(Tensor self, *, ScalarType? dtype=None, Layout? layout=None, Device? "
          "device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor",
          Where::kFunction),
      row<&randint_like>(
          "randint_like(Tensor self, int high, *, ScalarType? dtype=None, Layout? layout=None, "
          "Device? device=None, bool? pin_memory=None, MemoryFormat? memory_format=None) -> Tensor",
          Where::kFunction),
      row<&randint_like_low>(
          "randint_like.low_dtype(Tensor self, int low, int high, *, ScalarType? dtype=None, "
          "Layout? layout=None, Device? device=None, bool? pin_memory=None, "
          "MemoryFormat? memory_format=None) -> Tensor",
          Where::kFunction),
      row<&uniform_>("uniform_(Tensor(a!) self, float from=0, float to=1, *, Generator? "
                     "generator=None) -> Tensor(a!)",
                     Where::kMethod),
      row<&normal_>("normal_(Tensor(a!) self, float mean=0, float std=1, *, Generator? "
                    "generator=None) -> Tensor(a!)",
                    Where::kMethod),
      row<&bernoulli_tensor_>("bernoulli_.Tensor(Tensor(a!) self, Tensor p, *, Generator? "
                              "generator=None) -> Tensor(a!)",
                              Where::kMethod),
      row<&bernoulli_>("bernoulli_.float(Tensor(a!) self, float p=0.5, *, Generator? "
                       "generator=None) -> Tensor(a!)",
                       Where::kMethod),
      row<&random_to>(
          "random_.to(Tensor(a!) self, int to, *, Generator? generator=None) -> Tensor(a!)",
          Where::kMethod),
      row<&random_from>("random_.from(Tensor(a!) self, int from, int? to, *, Generator? "
                        "generator=None) -> Tensor(a!)",
                        Where::kMethod),
      row<&random_>("random_(Tensor(a!) self, *, Generator? generator=None) -> Tensor(a!)",
                    Where::kMethod),
      row<&exponential_>("exponential_(Tensor(a!) self, float lambd=1, *, Generator? "
                         "generator=None) -> Tensor(a!)",
                         Where::kMethod),
      row<&geometric_>(
          "geometric_(Tensor(a!) self, float p, *, Generator? generator=None) -> Tensor(a!)",
          Where::kMethod),
      row<&cauchy_>("cauchy_(Tensor(a!) self, float median=0, float sigma=1, *, Generator? "
                    "generator=None) -> Tensor(a!)",
                    Where::kMethod),
      row<&log_normal_>("log_normal_(Tensor(a!) self, float mean=1, float std=2, *, Generator? "
                        "generator=None) -> Tensor(a!)",
                        Where::kMethod),
      row<&bernoulli>("bernoulli(Tensor self, *, Generator? generator=None) -> Tensor"),
      row<&bernoulli_p>(
          "bernoulli.p(Tensor self, float p, *, Generator? generator=None) -> Tensor"),
      row<&bernoulli_tensor>(
          "bernoulli.Tensor(Tensor self, Tensor p, *, Generator? generator=None) -> Tensor"),
      row<&normal_tensor_tensor>(
          "normal.Tensor_Tensor(Tensor mean, Tensor std, *, Generator? generator=None) -> Tensor",
          Where::kFunction),
      row<&normal_tensor_float>(
          "normal.Tensor_float(Tensor mean, float std=1, *, Generator? generator=None) -> Tensor",
          Where::kFunction),
      row<&normal_float_tensor>(
          "normal.float_Tensor(float mean, Tensor std, *, Generator? generator=None) -> Tensor",
          Where::kFunction),
      row<&normal_float_float>("normal.float_float(float mean, float std, int[] size, *, "
                               "Generator? generator=None, ScalarType? dtype=None, Layout? "
                               "layout=None, Device? device=None, bool? pin_memory=None) -> Tensor",
                               Where::kFunction),
      row<&multinomial>("multinomial(Tensor self, int num_samples, bool replacement=False, *, "
                        "Generator? generator=None) -> Tensor"),
  };
  return kRows;
}

}  // namespace playground::operations
