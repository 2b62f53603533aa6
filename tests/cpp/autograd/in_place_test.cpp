// Writes in place, to tensors and to views of them, while history is recorded.
#include "autograd/in_place.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "autograd/engine.hpp"
#include "autograd/operations.hpp"
#include "errors/raised.hpp"

namespace playground::autograd {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// x *= factor, as the operations in place do it.
void multiply(const Variable& x, const Variable& factor) {
  require_writable(x);
  const Variable before = sum_of(x, numbers(std::vector<float>(x.size())));
  assign(x, product(before, factor));
}

TEST(InPlace, TheTensorGetsTheElementsAndTheHistory) {
  const Variable x = numbers({2, 3}, true);
  const Variable y = product(x, x);
  multiply(y, numbers({10, 100}));
  EXPECT_THAT(list(y), ElementsAre(40, 900));
  EXPECT_EQ(y.version().count(), 1u);
  EXPECT_EQ(y.grad_fn()->name(), "MulBackward0");
  backward({y}, {numbers({1, 1})}, {});
  EXPECT_THAT(list(x.grad()), ElementsAre(40, 600));
}

TEST(InPlace, ALeafThatRequiresAGradientIsRefused) {
  const Variable x = numbers({2}, true);
  EXPECT_EQ(raised([&] { require_writable(x); }),
            "a leaf Variable that requires grad is being used in an in-place operation.");
  EXPECT_EQ(raised([&] { require_writable(part(x, 0, 1)); }),
            "a view of a leaf Variable that requires grad is being used in an in-place operation.");
  // Also where only the view itself requires it.
  const Variable own = part(numbers({2}), 0, 1);
  Variable(own).set_requires_grad(true);
  EXPECT_EQ(raised([&] { require_writable(own); }),
            "a view of a leaf Variable that requires grad is being used in an in-place operation.");
  const GradMode mode(false);
  EXPECT_EQ(raised([&] { require_writable(x); }), "nothing");
}

TEST(InPlace, WhatTheWayBackNeedsIsMissed) {
  const Variable x = numbers({2}, true);
  const Variable y = product(x, x);
  const Variable z = product(y, y);
  multiply(y, numbers({3}));
  EXPECT_THAT(raised([&] { backward({z}, {numbers({1})}, {}); }),
              HasSubstr("one of the variables needed for gradient computation has been modified by "
                        "an inplace operation: [torch.FloatTensor [1]], which is output 0 of "
                        "MulBackward0, is at version 1; expected version 0 instead."));
}

TEST(InPlace, AViewThatIsMissedHasTheHistoryThatTheWriteLeavesIt) {
  const Variable x = numbers({2, 3}, true);
  const Variable factor = numbers({5}, true);
  for (const bool is_kept : {true, false}) {
    const Variable y = product(x, x);
    Variable view = part(y, 0, 1);
    const Variable z = product(view, factor);
    if (!is_kept) view = {};
    multiply(y, numbers({3, 3}));
    EXPECT_THAT(
        raised([&] { backward({z}, {numbers({1})}, {}); }),
        HasSubstr("which is output 0 of AsStridedBackward0, is at version 1; expected version 0"));
  }
}

TEST(InPlace, AResultThatIsSavedIsMissedToo) {
  const Variable x = numbers({2}, true);
  const Variable y = exponential(x);
  multiply(y, numbers({3}));
  EXPECT_THAT(raised([&] { backward({y}, {numbers({1})}, {}); }),
              HasSubstr("which is output 0 of ExpBackward0, is at version 1; expected version 0"));
}

TEST(InPlace, ByTheNodeItselfItIsNot) {
  const Variable x = numbers({2}, true);
  const Variable y = product(x, x);
  const Variable before = sum_of(y, numbers({0}));
  assign(y, exponential(before));
  backward({y}, {numbers({1})}, {});
  EXPECT_FLOAT_EQ(list(x.grad())[0], 4 * std::exp(4.0f));
}

TEST(InPlace, WhatIsSavedOfTheElementsThatWillBeGoneIsACopy) {
  const Variable x = numbers({2, 3}, true);
  const Variable y = product(x, x);
  const Variable factor = numbers({10, 100}, true);
  // The same elements and the same history, as operations in place compute with.
  Variable same(y.value());
  same.set_history(y.gradient_edge());
  {
    const WrittenOver scope(y);
    assign(y, product(same, factor));
  }
  EXPECT_THAT(list(y), ElementsAre(40, 900));
  backward({y}, {numbers({1, 1})}, {});
  EXPECT_THAT(list(factor.grad()), ElementsAre(4, 9));
  EXPECT_THAT(list(x.grad()), ElementsAre(40, 600));
}

TEST(InPlace, WhatIsSavedOfTheTargetItselfIsMissed) {
  const Variable x = numbers({2}, true);
  const Variable y = product(x, x);
  Variable same(y.value());
  same.set_history(y.gradient_edge());
  {
    const WrittenOver scope(y);
    assign(y, product(same, y));
  }
  EXPECT_THAT(raised([&] { backward({y}, {numbers({1})}, {}); }),
              HasSubstr("is at version 1; expected version 0 instead."));
}

TEST(InPlace, APartOfATensorIsWritten) {
  const Variable x = numbers({1, 2, 3}, true);
  const Variable factor = numbers({10}, true);
  const Variable y = product(x, x);
  multiply(part(y, 1, 2), factor);
  EXPECT_THAT(list(y), ElementsAre(1, 40, 9));
  EXPECT_EQ(y.grad_fn()->name(), "CopySlices");
  EXPECT_EQ(y.version().count(), 1u);
  backward({y}, {numbers({1, 1, 1})}, {});
  EXPECT_THAT(list(x.grad()), ElementsAre(2, 40, 6));
  EXPECT_THAT(list(factor.grad()), ElementsAre(4));
}

TEST(InPlace, APartOfATensorWithoutHistoryBringsOne) {
  const Variable x = numbers({1, 2, 3});
  const Variable factor = numbers({10}, true);
  multiply(part(x, 0, 1), factor);
  EXPECT_TRUE(x.requires_grad());
  EXPECT_FALSE(x.is_leaf());
  backward({x}, {numbers({1, 1, 1})}, {});
  EXPECT_THAT(list(factor.grad()), ElementsAre(1));
}

TEST(InPlace, AViewHasTheHistoryOfItsBaseAfterwards) {
  const Variable x = numbers({1, 2, 3}, true);
  const Variable y = product(x, x);
  const Variable view = part(y, 1, 3);
  multiply(y, numbers({1, 2, 3}));
  EXPECT_THAT(list(view), ElementsAre(8, 27));
  backward({view}, {numbers({1, 1})}, {});
  EXPECT_THAT(list(x.grad()), ElementsAre(0, 8, 18));
}

TEST(InPlace, APartOfAPartIsWritten) {
  const Variable x = numbers({1, 2, 3, 4}, true);
  const Variable y = product(x, x);
  multiply(part(part(y, 1, 4), 1, 2), numbers({100}));
  EXPECT_THAT(list(y), ElementsAre(1, 4, 900, 16));
  backward({y}, {numbers({1, 1, 1, 1})}, {});
  EXPECT_THAT(list(x.grad()), ElementsAre(2, 4, 600, 8));
}

TEST(InPlace, OneOfSeveralViewsIsRefused) {
  const Variable x = numbers({1, 2}, true);
  const Variable view = part(product(x, x), 0, 1, ViewKind::kOfSeveral);
  EXPECT_THAT(raised([&] { require_writable(view); }),
              HasSubstr("Output 0 of SliceBackward0 is a view and is being modified inplace."));
}

TEST(InPlace, AViewOfANoGradBlockIsRefused) {
  const Variable x = numbers({1, 2}, true);
  const Variable y = product(x, x);
  Variable view;
  {
    const GradMode mode(false);
    view = part(y, 0, 1);
    EXPECT_EQ(raised([&] { require_writable(view); }), "nothing");
  }
  EXPECT_THAT(raised([&] { require_writable(view); }),
              HasSubstr("A view was created in no_grad mode"));
}

TEST(InPlace, WhatDoesNotFitIsRefused) {
  const Variable x = numbers({1, 2});
  EXPECT_EQ(raised([&] { assign(x, numbers({1, 2, 3})); }),
            "output with shape [2] doesn't match the broadcast shape [3]");
  const Variable whole(Tensor::of({2}, std::vector<std::int64_t>{1, 2}));
  EXPECT_EQ(raised([&] { assign(whole, x); }),
            "result type Float can't be cast to the desired output type Long");
  const Variable repeated(tensor::expand(numbers({1}).value(), {2}));
  EXPECT_THAT(raised([&] { assign(repeated, x); }), HasSubstr("more than one element"));
}

TEST(Detach, SharesElementsAndVersions) {
  const Variable x = numbers({1, 2}, true);
  const Variable alias = x.detach();
  EXPECT_FALSE(alias.requires_grad());
  multiply(alias, numbers({2, 2}));
  EXPECT_THAT(list(x), ElementsAre(2, 4));
  EXPECT_EQ(x.version().count(), 1u);
}

TEST(Data, SharesElementsButNotVersions) {
  const Variable x = numbers({1, 2}, true);
  multiply(x.data(), numbers({2, 2}));
  EXPECT_THAT(list(x), ElementsAre(2, 4));
  EXPECT_EQ(x.version().count(), 0u);
}

TEST(InPlace, NothingKeepsItselfAlive) {
  std::vector<std::weak_ptr<Node>> nodes;
  {
    const Variable x = numbers({1, 2, 3}, true);
    const Variable y = product(x, x);
    nodes.push_back(y.grad_fn());
    const Variable view = part(y, 0, 2);
    multiply(view, numbers({2, 2}));
    multiply(y, numbers({3, 3, 3}));
    nodes.push_back(y.grad_fn());
    nodes.push_back(view.grad_fn());
    const Variable z = exponential(y);
    nodes.push_back(z.grad_fn());
    multiply(z, numbers({2, 2, 2}));
    nodes.push_back(z.grad_fn());
  }
  for (const auto& node : nodes) EXPECT_TRUE(node.expired());
}

}  // namespace
}  // namespace playground::autograd
