// Inverted dropout as NumPy code writes it: D = rand(…) < keep; Y = A * D / keep.
#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string>

#include "dropout/dropout.hpp"
#include "fixtures/bits.hpp"
#include "fixtures/seeded.hpp"
#include "ops/drawn.hpp"

namespace playground::dropout {
namespace {

using fixtures::seeded;
using fixtures::shape_of;
using nlohmann::json;
using tensor::DType;
using tensor::Tensor;

struct Program {
  std::shared_ptr<Generator> generator;  // before D is drawn
  Tensor a;
};

// The first lines of each kind of program; nothing for one that drops nothing.
std::optional<Program> begin(const json& program) {
  const std::string id = program.at("id");
  const json& y = program.at("outputs").contains("Y") ? program.at("outputs").at("Y") : json();
  if (id.starts_with("legacy/inverted-")) {
    const auto generator = seeded(random::NumpyEngine{}, 1);
    Tensor a = ops::randn(*generator, shape_of(y), DType::kFloat64);
    random::seed(*generator, 2);
    return Program{generator, std::move(a)};
  }
  if (id.starts_with("pcg64/inverted-")) {
    const auto generator = seeded(random::NumpyPcg64Engine{}, 3);
    Tensor a = ops::rand(*generator, shape_of(y), DType::kFloat64);
    return Program{generator, std::move(a)};
  }
  if (id.starts_with("legacy/special-")) {
    return Program{seeded(random::NumpyEngine{}, 0),
                   fixtures::tensor_from(program.at("outputs").at("A"))};
  }
  Tensor ones = tensor::full(shape_of(y.is_null() ? json{{"shape", {0}}} : y), 1, DType::kFloat64);
  if (id.starts_with("legacy/big-")) {
    return Program{seeded(random::NumpyEngine{}, 3), std::move(ones)};
  }
  if (id.starts_with("pcg64/big-")) {
    return Program{seeded(random::NumpyPcg64Engine{}, 3), std::move(ones)};
  }
  return std::nullopt;
}

TEST(NumpyFixtures, EveryOutputOfInvertedDropoutIsNumpys) {
  std::size_t programs = 0;
  std::size_t checked = 0;
  for (const json& program : fixtures::cases("numpy.json")) {
    auto run = begin(program);
    if (!run) continue;
    SCOPED_TRACE(program.at("python").get<std::string>());
    ++programs;
    const json& outputs = program.at("outputs");
    if (outputs.contains("A")) fixtures::expect_tensor(run->a, outputs.at("A"));

    const std::string id = program.at("id");
    const double keep = std::stod(id.substr(id.rfind('-') + 1));
    const DropProbability p(1 - keep);
    Dropout drop(LayerKind::kDropout, p.value(), false, run->generator);
    auto y = drop.forward(run->a);
    if (y && p.keep_probability() != keep) {
      // No p has 0.1 for 1 - p: its mask is NumPy's, and the quotient is taken here.
      const auto mask = fixtures::list<double>(*drop.mask());
      const auto a = run->a.values<double>();
      for (std::size_t i = 0; i < a.size(); ++i) y->values<double>()[i] = a[i] * mask[i] / keep;
    }
    const Tensor& result = y ? *y : run->a;  // of nothing, nothing is left
    fixtures::expect_tensor(result, outputs.at("Y"));
    checked += result.size();
  }
  EXPECT_EQ(programs, 45u) << "the fixture must not shrink unseen";
  EXPECT_EQ(checked, 100'342u);
}

}  // namespace
}  // namespace playground::dropout
