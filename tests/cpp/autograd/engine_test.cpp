// The way back itself, whatever the operations: sums, hooks, histories that are kept or let go.
#include "autograd/engine.hpp"

#include <gmock/gmock.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "autograd/operations.hpp"
#include "errors/raised.hpp"

namespace playground::autograd {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(Backward, AddsUpInTheLeaf) {
  const Variable x = numbers({1, 2}, true);
  backward({product(x, x)}, {numbers({1, 1})}, {});
  EXPECT_THAT(list(x.grad()), ElementsAre(2, 4));
  backward({x}, {numbers({10, 20})}, {});
  EXPECT_THAT(list(x.grad()), ElementsAre(12, 24));
}

TEST(Backward, GivesALeafAGradientOfItsOwn) {
  const Variable x = numbers({1}, true);
  const Variable given = numbers({5});
  backward({x}, {given}, {});
  EXPECT_FALSE(x.grad().value().is_view_of_same(given.value()));
  const Variable grad = x.grad();
  backward({x}, {given}, {});
  EXPECT_THAT(list(grad), ElementsAre(10)) << "who holds the gradient sees it grow";
}

TEST(Backward, GoesThroughANodeOnceHoweverManyPathsLeadThere) {
  const Variable x = numbers({1}, true);
  Variable y(x.value());
  int calls = 0;
  record(y, "CountedBackward0", {x}, {}, [&calls](Backward& back) {
    ++calls;
    back.give(0, back.grad());
  });
  // A thousand diamonds one above the other have 2^1000 paths.
  Variable top = y;
  for (int i = 0; i < 1000; ++i) top = sum_of(top, product(top, numbers({0})));
  backward({top}, {numbers({1})}, {});
  EXPECT_EQ(calls, 1);
  EXPECT_THAT(list(x.grad()), ElementsAre(1));
}

TEST(Backward, ASecondTimeIsAnErrorUnlessTheHistoryIsKept) {
  const Variable x = numbers({3}, true);
  const Variable y = product(x, x);
  backward({y}, {numbers({1})}, {.retain_graph = true});
  backward({y}, {numbers({1})}, {});
  EXPECT_THAT(list(x.grad()), ElementsAre(12));
  EXPECT_THAT(raised([&] { backward({y}, {numbers({1})}, {}); }),
              HasSubstr("Trying to backward through the graph a second time"));
}

TEST(Backward, OfNothingThatRequiresAGradientIsAnError) {
  EXPECT_EQ(raised([] { backward({numbers({1})}, {numbers({1})}, {}); }),
            "element 0 of tensors does not require grad and does not have a grad_fn");
}

TEST(Backward, GivesOnlyTheInputsThatAreNamedAGradient) {
  const Variable x = numbers({2}, true);
  const Variable w = numbers({5}, true);
  const Variables inputs{w};
  backward({product(x, w)}, {numbers({1})}, {}, &inputs);
  EXPECT_FALSE(x.grad());
  EXPECT_THAT(list(w.grad()), ElementsAre(2));
}

TEST(Backward, DoesNotComputeWhatIsNotWanted) {
  const Variable x = numbers({2}, true);
  const Variable w = numbers({5}, true);
  Variable y(x.value());
  record(y, "NeverBackward0", {x}, {}, [](Backward&) { FAIL() << "it leads to no input"; });
  const Variables inputs{w};
  backward({product(y, w)}, {numbers({1})}, {}, &inputs);
  EXPECT_THAT(list(w.grad()), ElementsAre(2));
}

TEST(Backward, HasZerosForAnOutputThatNoGradientComesTo) {
  const Variable x = numbers({1, 2}, true);
  Variables results{Variable(x.value()), Variable(x.value())};
  record(results, "TwoBackward0", {x}, {}, [](Backward& back) {
    EXPECT_TRUE(back.has_grad(0));
    EXPECT_FALSE(back.has_grad(1));
    back.give(0, sum_of(back.grad(0), back.grad(1)));
  });
  backward({results[0]}, {numbers({3, 4})}, {});
  EXPECT_THAT(list(x.grad()), ElementsAre(3, 4));
}

TEST(Backward, SumsOverWhatWasRepeated) {
  const Variable x = numbers({2}, true);
  Variable y(tensor::expand(x.value(), {2, 3}));
  record(y, "ExpandBackward0", {x}, {}, [](Backward& back) { back.give(0, back.grad()); });
  backward({y}, {Variable(tensor::full({2, 3}, 0.5))}, {});
  EXPECT_THAT(list(x.grad()), ElementsAre(3));
}

TEST(Backward, RefusesAGradientOfAShapeThatCannotBe) {
  const Variable x = numbers({1, 2}, true);
  Variable y(x.value());
  record(y, "WrongBackward0", {x}, {}, [](Backward& back) { back.give(0, numbers({1, 2, 3})); });
  EXPECT_THAT(raised([&] { backward({y}, {numbers({1, 1})}, {}); }),
              HasSubstr("WrongBackward0 returned an invalid gradient at index 0"));
}

TEST(Backward, ConvertsAGradientToTheDtypeOfTheInput) {
  const Variable x = numbers({1}, true);
  Variable y(tensor::to(x.value(), DType::kFloat64));
  record(y, "ToCopyBackward0", {x}, {}, [](Backward& back) { back.give(0, back.grad()); });
  backward({y}, {Variable(tensor::full({1}, 0.5, DType::kFloat64))}, {});
  EXPECT_EQ(x.grad().dtype(), DType::kFloat32);
}

TEST(Grad, LeavesTheLeavesAlone) {
  const Variable x = numbers({3}, true);
  const Variables grads = grad({product(x, x)}, {numbers({1})}, {}, {x}, false);
  EXPECT_THAT(list(grads[0]), ElementsAre(6));
  EXPECT_FALSE(x.grad());
}

TEST(Grad, ByWhatIsNoLeaf) {
  const Variable x = numbers({3}, true);
  const Variable y = product(x, x);
  const Variables grads = grad({product(y, y)}, {numbers({1})}, {}, {y, x}, false);
  EXPECT_THAT(list(grads[0]), ElementsAre(18));
  EXPECT_THAT(list(grads[1]), ElementsAre(108));
}

TEST(Grad, OfWhatIsNotUsedIsNoneOrAnError) {
  const Variable x = numbers({3}, true);
  const Variable unused = numbers({1}, true);
  EXPECT_FALSE(grad({product(x, x)}, {numbers({1})}, {}, {unused}, true)[0]);
  EXPECT_THAT(raised([&] { grad({product(x, x)}, {numbers({1})}, {}, {unused}, false); }),
              HasSubstr("appears to not have been used in the graph"));
}

TEST(Grad, HasAHistoryIfItIsToHaveOne) {
  const Variable x = numbers({2}, true);
  const Variable cube = product(product(x, x), x);
  const Variable first =
      grad({cube}, {numbers({1})}, {.retain_graph = true, .create_graph = true}, {x}, false)[0];
  EXPECT_THAT(list(first), ElementsAre(12));
  ASSERT_TRUE(first.requires_grad());
  const BackwardOptions kept{.retain_graph = true, .create_graph = true};
  const Variable second = grad({first}, {numbers({1})}, kept, {x}, false)[0];
  EXPECT_THAT(list(second), ElementsAre(12));
  EXPECT_THAT(list(grad({second}, {numbers({1})}, {}, {x}, false)[0]), ElementsAre(6));
}

TEST(Grad, HasNoneOtherwise) {
  const Variable x = numbers({2}, true);
  EXPECT_FALSE(grad({product(x, x)}, {numbers({1})}, {}, {x}, false)[0].requires_grad());
}

TEST(Grad, SaysWhatHasNoSecondDerivative) {
  const Variable x = numbers({2}, true);
  Variable y(x.value());
  record(y, "FusedBackward0", {x}, {}, [](Backward& back) {
    const Variable grad = back.grad();
    back.give(0, without_second_derivative(numbers(list(grad)), "fused_backward", {grad}));
  });
  const Variable z = product(y, y);
  const Variable first = grad({z}, {numbers({1})}, {.create_graph = true}, {x}, false)[0];
  EXPECT_EQ(raised([&] { backward({first}, {numbers({1})}, {}); }),
            "derivative for aten::fused_backward is not implemented");
}

TEST(Hooks, OfALeafAndOfAnother) {
  const Variable x = numbers({2}, true);
  const Variable y = product(x, numbers({3}));
  std::vector<float> seen;
  const auto look = [&seen](const Variable& grad) {
    seen.push_back(list(grad)[0]);
    return Variable();
  };
  add_hook(y, look);
  const auto number = add_hook(x, look);
  backward({y}, {numbers({1})}, {.retain_graph = true});
  EXPECT_THAT(seen, ElementsAre(1, 3));
  remove_hook(x, number);
  backward({y}, {numbers({1})}, {});
  EXPECT_THAT(seen, ElementsAre(1, 3, 1));
}

TEST(Hooks, MayGiveAnotherGradient) {
  const Variable x = numbers({2}, true);
  const Variable y = product(x, numbers({3}));
  add_hook(y, [](const Variable& grad) { return product(grad, numbers({10})); });
  add_hook(x, [](const Variable& grad) { return sum_of(grad, numbers({1})); });
  backward({y}, {numbers({1})}, {});
  EXPECT_THAT(list(x.grad()), ElementsAre(31));
}

TEST(Hooks, MayRaise) {
  const Variable x = numbers({2}, true);
  add_hook(x, [](const Variable&) -> Variable { errors::raise("not today"); });
  const Variable y = product(x, x);
  EXPECT_EQ(raised([&] { backward({y}, {numbers({1})}, {}); }), "not today");
  EXPECT_TRUE(is_grad_enabled());
}

TEST(Backward, GoesWithinAWayBack) {
  const Variable x = numbers({3}, true);
  const Variable shared = product(x, x);
  const Variable y = product(shared, numbers({2}));
  const Variable inner = product(shared, numbers({5}));
  Variable within;
  add_hook(y, [&](const Variable&) -> Variable {
    const GradMode mode(true);
    within = grad({inner}, {numbers({1})}, {.retain_graph = true}, {x}, false)[0];
    return {};
  });
  backward({product(y, shared)}, {numbers({1})}, {});
  EXPECT_THAT(list(within), ElementsAre(30));
  EXPECT_THAT(list(x.grad()), ElementsAre(216));  // of 2 x^4
}

TEST(RetainGrad, KeepsTheGradientOfWhatIsNoLeaf) {
  const Variable x = numbers({2}, true);
  Variable y = product(x, x);
  y.retain_grad();
  backward({product(y, y)}, {numbers({1})}, {});
  EXPECT_THAT(list(y.grad()), ElementsAre(8));
}

TEST(GradMode, RecordsNothingInItsScope) {
  const Variable x = numbers({2}, true);
  {
    const GradMode mode(false);
    EXPECT_FALSE(product(x, x).requires_grad());
  }
  EXPECT_TRUE(product(x, x).requires_grad());
}

TEST(History, IsLetGoWithItsLastTensor) {
  const Variable x = numbers({2}, true);
  std::vector<std::weak_ptr<Node>> nodes;
  {
    Variable y = product(x, x);
    nodes.push_back(y.grad_fn());
    y = exponential(y);
    nodes.push_back(y.grad_fn());
    backward({y}, {numbers({1})}, {});
  }
  for (const auto& node : nodes) EXPECT_TRUE(node.expired());
}

TEST(History, WhoseGradientHasAHistoryIsLetGoWithTheGradient) {
  std::weak_ptr<Node> node;
  {
    Variable x = numbers({2}, true);
    const Variable y = exponential(product(x, x));
    node = y.grad_fn();
    backward({y}, {numbers({1})}, {.retain_graph = true, .create_graph = true});
    ASSERT_TRUE(x.grad().requires_grad());
    x.set_grad({});
  }
  EXPECT_TRUE(node.expired());
}

TEST(History, OfAnErrorOnTheWayBackIsLetGo) {
  std::weak_ptr<Node> node;
  {
    const Variable x = numbers({2}, true);
    Variable y(x.value());
    record(y, "RaisingBackward0", {x}, {}, [](Backward&) { errors::raise("no way back"); });
    node = y.grad_fn();
    EXPECT_EQ(raised([&] { backward({y}, {numbers({1})}, {}); }), "no way back");
  }
  EXPECT_TRUE(node.expired());
  EXPECT_TRUE(is_grad_enabled());
}

TEST(History, MayBeAsLongAsMemoryAllows) {
  const Variable x = numbers({1}, true);
  {
    Variable y = x;
    for (int i = 0; i < 50'000; ++i) y = sum_of(y, x);
    backward({y}, {numbers({1})}, {});
  }
  EXPECT_THAT(list(x.grad()), ElementsAre(50'001));
}

}  // namespace
}  // namespace playground::autograd
