// Dropout of tensors that are not contiguous, against dropout of their copies.
#include <gmock/gmock.h>

#include <cmath>
#include <numeric>
#include <vector>

#include "dropout/dropout.hpp"
#include "dropout/engine_rules.hpp"
#include "dropout/replay.hpp"
#include "dropout/sliced_forward.hpp"
#include "errors/fails.hpp"
#include "fixtures/seeded.hpp"
#include "tensor/dispatch.hpp"
#include "tensor/views.hpp"

namespace playground::dropout {
namespace {

using errors::Fails;
using errors::Kind;
using fixtures::of_every_engine;
using fixtures::seeded;
using tensor::DType;
using tensor::Shape;
using tensor::Tensor;
using testing::ElementsAre;
using testing::HasSubstr;

// More than a block of Pass. No two alike, and negative ones among them.
Tensor waves(Shape shape, DType dtype) {
  Tensor x(std::move(shape), dtype);
  tensor::with_floating_type(dtype, "waves", [&]<class T>(T) {
    for (std::size_t i = 0; i < x.size(); ++i) {
      x.values<T>()[i] = static_cast<T>(std::sin(static_cast<double>(i) + 1));
    }
  });
  return x;
}

// Its bits: the sign of a zero, too.
std::vector<double> bits(const Tensor& x) {
  const Tensor wide = to(x, DType::kFloat64);
  std::vector<double> found(wide.values<double>().begin(), wide.values<double>().end());
  const std::size_t size = found.size();
  for (std::size_t i = 0; i < size; ++i) found.push_back(std::signbit(found[i]));
  return found;
}

std::vector<Tensor> views_of(const Tensor& x) {
  const auto end = x.shape()[2];
  return {tensor::transpose(x, 0, 2), tensor::transpose(x, 0, 1), tensor::slice(x, 2, 1, end, 2),
          tensor::slice(tensor::transpose(x, 1, 2), 1, 0, end, 3),
          tensor::expand(tensor::slice(x, 1, 0, 1), {x.shape()[0], 3, end})};
}

// The order in which the engine decides, as a view of the same elements.
Tensor in_draw_order(const random::Generator& generator, LayerKind kind, const Tensor& x) {
  const auto order = draw_order(generator, kind, x);
  return order.empty() ? x : tensor::permute(x, order);
}

TEST(StridedDropout, IsThatOfACopyInTheOrderOfTheEngine) {
  for (const DType dtype : {DType::kFloat32, DType::kFloat64}) {
    const Tensor base = waves(Shape({6, 5, 83}), dtype);
    for (const auto& generator : of_every_engine(7)) {
      const auto& rules = random::record(*generator);
      if (rules.strided_order == random::StridedOrder::kNotReproduced) continue;
      if (dtype == DType::kFloat64 && !rules.has_float64) continue;
      for (const LayerKind kind :
           {LayerKind::kDropout, LayerKind::kDropout2d, LayerKind::kAlphaDropout}) {
        if (kind != LayerKind::kDropout && rules.layers != random::Layers::kAll) continue;
        for (const Tensor& view : views_of(base)) {
          SCOPED_TRACE(testing::Message() << rules.name << " " << name(kind));
          const auto other = std::make_shared<Generator>(*generator);
          Dropout drop(kind, 0.4, false, generator);
          Dropout of_copy(kind, 0.4, false, other);
          Tensor x = view;
          const Tensor y = *drop.forward(x);
          Tensor copy = in_draw_order(*generator, kind, x).clone();
          const Tensor expected = *of_copy.forward(copy);
          EXPECT_EQ(bits(in_draw_order(*generator, kind, y)), bits(expected));
          EXPECT_EQ(random::state(*generator), random::state(*other));

          // Its mask, row-major, and the gradient through it.
          if (kind != LayerKind::kAlphaDropout) {
            const Replay replay(*drop.last_call(), true);
            const Tensor ones = tensor::full(x.shape(), 1, dtype);
            const Tensor back = *drop.backward(ones);
            const Tensor mask = *drop.mask();
            const auto kept = bits(tensor::expand(mask, x.shape().extents()));
            const auto of_mask = bits(mask);
            const auto gradient = bits(back);
            for (std::size_t i = 0; i < x.size(); ++i) ASSERT_EQ(gradient[i] != 0, kept[i] == 1);
            for (std::size_t i = 0; i < replay.kept().size(); ++i) {
              ASSERT_EQ(replay.kept()[i], of_mask[i]);
            }
            const auto outputs = bits(y);
            for (std::size_t i = 0; i < x.size(); ++i) ASSERT_EQ(outputs[i] != 0, kept[i] == 1);
            Tensor again = ones.clone();
            replay.backward(again);
            EXPECT_EQ(bits(again), gradient);
            const Tensor strided = tensor::expand(tensor::full({1}, 1, dtype), x.shape().extents());
            EXPECT_EQ(bits(*drop.backward(strided)), gradient);
          }
        }
      }
    }
  }
}

// Source  What PyTorch 2.6 and 2.14 do: the noise has the strides of the input, and is drawn as it
//         lies in memory.
TEST(StridedDropout, OfTorchCpuDrawsInTheOrderOfMemory) {
  const auto generator = seeded(random::TorchCpuEngine{}, 42);
  const auto other = seeded(random::TorchCpuEngine{}, 42);
  Tensor x = tensor::full({2, 4}, 1);
  Tensor transposed = tensor::transpose(x, 0, 1);
  Dropout drop(LayerKind::kDropout, 0.5, false, generator);
  Dropout of_base(LayerKind::kDropout, 0.5, false, other);
  const Tensor y = *drop.forward(transposed);
  EXPECT_THAT(y.strides(), ElementsAre(1, 4));
  EXPECT_EQ(bits(tensor::transpose(y, 0, 1)), bits(*of_base.forward(x)));
}

TEST(StridedDropout, OfTorchCpuMklDrawsRowMajor) {
  const auto generator = seeded(random::TorchCpuMklEngine{}, 42);
  EXPECT_TRUE(
      draw_order(*generator, LayerKind::kDropout, tensor::transpose(tensor::full({2, 4}, 1), 0, 1))
          .empty());
}

TEST(StridedDropout, OfAGpuIsNotReproduced) {
  Dropout drop(LayerKind::kDropout, 0.5, false, seeded(random::TorchCudaEngine{}, 1));
  Tensor x = tensor::transpose(tensor::full({2, 4}, 1), 0, 1);
  EXPECT_THAT([&] { drop.forward(x); }, Fails(Kind::kEngine, HasSubstr("not contiguous")));
}

TEST(StridedDropout, InPlaceWritesThroughAView) {
  Tensor x = waves(Shape({4, 3}), DType::kFloat32);
  const Tensor before = x.clone();
  Tensor column = tensor::select(x, 1, 1);
  Dropout drop(LayerKind::kDropout, 0.5, true, seeded(random::NumpyEngine{}, 3));
  EXPECT_FALSE(drop.forward(column));
  const Tensor mask = *drop.mask();
  for (std::size_t row = 0; row < 4; ++row) {
    const float kept = std::as_const(mask).values<float>()[row];
    EXPECT_EQ(x.values<float>()[3 * row], before.values<float>()[3 * row]);
    EXPECT_EQ(x.values<float>()[3 * row + 1], before.values<float>()[3 * row + 1] * kept / 0.5f);
    EXPECT_EQ(x.values<float>()[3 * row + 2], before.values<float>()[3 * row + 2]);
  }

  Tensor all_dropped = tensor::select(x, 0, 2);
  Dropout drops_all(LayerKind::kDropout, 1, true, seeded(random::TorchCpuEngine{}, 3));
  drops_all.forward(all_dropped);
  EXPECT_THAT(tensor::contiguous(all_dropped).values<float>(), ElementsAre(0, 0, 0));
  Tensor all_of_column = tensor::select(x, 1, 0);
  drops_all.forward(all_of_column);
  EXPECT_EQ(x.values<float>()[0], 0);
  EXPECT_EQ(x.values<float>()[9], 0);
}

TEST(StridedDropout, InPlaceRefusesElementsThatLieInOnePlace) {
  Dropout drop(LayerKind::kDropout, 0.5, true, seeded(random::TorchCpuEngine{}, 3));
  Tensor x = tensor::expand(tensor::full({1}, 1), {4});
  EXPECT_THAT([&] { drop.forward(x); }, Fails(Kind::kValue, HasSubstr("single memory location")));
}

TEST(StridedDropout, InSlicesIsThatInOnePiece) {
  const auto generator = seeded(random::TorchCpuEngine{}, 9);
  const auto other = std::make_shared<Generator>(*generator);
  Dropout whole(LayerKind::kDropout, 0.3, false, generator);
  Dropout sliced(LayerKind::kDropout, 0.3, false, other);
  for (Tensor x : views_of(waves(Shape({6, 5, 83}), DType::kFloat32))) {
    SlicedForward forward(sliced, x);
    while (!forward.is_done()) forward.advance(101);
    EXPECT_EQ(bits(*forward.finish()), bits(*whole.forward(x)));
  }
}

}  // namespace
}  // namespace playground::dropout
