#include "dropout/layer_kind.hpp"

#include <gmock/gmock.h>

#include <vector>

#include "errors/fails.hpp"
#include "fixtures/torch_errors.hpp"

namespace playground::dropout {
namespace {

using errors::Fails;
using errors::Kind;
using enum LayerKind;
using fixtures::torch_error;
using tensor::Shape;
using testing::StrEq;

TEST(LayerKind, HasTheNameOfItsClass) {
  EXPECT_EQ(name(kDropout), "Dropout");
  EXPECT_EQ(name(kDropout1d), "Dropout1d");
  EXPECT_EQ(name(kDropout2d), "Dropout2d");
  EXPECT_EQ(name(kDropout3d), "Dropout3d");
  EXPECT_EQ(name(kAlphaDropout), "AlphaDropout");
  EXPECT_EQ(name(kFeatureAlphaDropout), "FeatureAlphaDropout");
}

TEST(LayerKind, MaskOfElementsHasTheirShape) {
  for (const LayerKind kind : {kDropout, kAlphaDropout}) {
    for (const Shape& x : {Shape(), Shape({5}), Shape({2, 3, 4, 5, 6}), Shape({2, 0, 3})}) {
      EXPECT_EQ(mask_shape(kind, x), x);
    }
  }
}

TEST(LayerKind, MaskOfChannelsHasOneElementForEach) {
  EXPECT_EQ(mask_shape(kDropout1d, {2, 5, 3}), Shape({2, 5, 1}));
  EXPECT_EQ(mask_shape(kDropout2d, {2, 4, 2, 3}), Shape({2, 4, 1, 1}));
  EXPECT_EQ(mask_shape(kDropout3d, {2, 3, 2, 1, 2}), Shape({2, 3, 1, 1, 1}));
  for (const LayerKind kind : {kDropout2d, kFeatureAlphaDropout}) {
    EXPECT_EQ(mask_shape(kind, {3, 4}), Shape({3, 4}));
    EXPECT_EQ(mask_shape(kind, {3, 4, 2}), Shape({3, 4, 1}));
    EXPECT_EQ(mask_shape(kind, {3, 4, 2, 2, 2, 2}), Shape({3, 4, 1, 1, 1, 1}));
  }
}

TEST(LayerKind, WithoutABatchTheFirstDimensionIsTheChannels) {
  EXPECT_EQ(mask_shape(kDropout1d, {4, 6}), Shape({4, 1}));
  EXPECT_EQ(mask_shape(kDropout3d, {5, 2, 2, 1}), Shape({5, 1, 1, 1}));
  EXPECT_EQ(mask_shape(kDropout3d, {5, 2}), Shape({5, 1})) << "PyTorch only warns";
  EXPECT_EQ(mask_shape(kDropout3d, {5}), Shape({5}));
}

TEST(LayerKind, RefusesTheWrongRankInPyTorchsWords) {
  const auto message = [](const char* expression) {
    return Fails(Kind::kValue, StrEq(torch_error(expression)));
  };
  EXPECT_THAT([] { mask_shape(kDropout1d, {2, 3, 4, 5}); },
              message("F.dropout1d(torch.ones(2, 3, 4, 5), 0.5, True)"));
  EXPECT_THAT([] { mask_shape(kDropout2d, {5}); },
              message("F.dropout2d(torch.ones(5), 0.5, True)"));
  EXPECT_THAT([&] { mask_shape(kDropout1d, {5}); }, Fails(Kind::kValue));
  EXPECT_THAT([&] { mask_shape(kFeatureAlphaDropout, {5}); }, Fails(Kind::kValue));
  EXPECT_THAT([&] { mask_shape(kDropout3d, {}); }, Fails(Kind::kValue));
}

TEST(LayerKind, OnlyDropout1dLooksAtTheShapeFirst) {
  for (const LayerKind kind :
       {kDropout, kDropout2d, kDropout3d, kAlphaDropout, kFeatureAlphaDropout}) {
    EXPECT_FALSE(checks_shape_first(kind)) << name(kind);
  }
  EXPECT_TRUE(checks_shape_first(kDropout1d));
}

}  // namespace
}  // namespace playground::dropout
