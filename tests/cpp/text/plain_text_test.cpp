#include "text/plain_text.hpp"

#include <gmock/gmock.h>

#include <string>
#include <string_view>

#include "text/parse.hpp"

namespace playground::text {
namespace {

void expect_read_as_parse_does(std::string_view text) {
  SCOPED_TRACE(text);
  const auto plain = read_plain(text);
  ASSERT_TRUE(plain.has_value());
  EXPECT_TRUE(is_plain(text));
  const tensor::Tensor parsed = parse(text);
  EXPECT_EQ(plain->shape(), parsed.shape());
  EXPECT_EQ(plain->dtype(), parsed.dtype());
  const auto bytes = [](const tensor::Tensor& x) {
    return std::string_view(reinterpret_cast<const char*>(x.data()), x.size() * sizeof(float));
  };
  EXPECT_EQ(bytes(*plain), bytes(parsed));
}

TEST(PlainText, IsReadAsByTheWholeGrammar) {
  for (const std::string_view text :
       {"[1]", "[1, 2.5, -3e-7, +.5, 1_000, 0.1, 16777217, 1e300]", "[[1, 2], [3, 4]]",
        "[[[1], [2]], [[3], [4]]]", " [ [1,\n2 , ], [3,4]\t, ] ", "[-0., nan, -inf, Infinity]",
        "[\u22121,\u00a02]", "torch.ones(3)", "torch.zeros(2, 3)", "torch.ones ( 2 , 3 , )",
        "torch.zeros(0)", "torch.ones(2, 0, 3)", "torch.ones(1024, 1024)"}) {
    expect_read_as_parse_does(text);
  }
}

TEST(PlainText, IsNoTextThatIsWrongOrMeansMore) {
  for (const std::string_view text : {"",
                                      "3",
                                      "1, 2",
                                      "(1, 2)",
                                      "[]",
                                      "[[], []]",
                                      "[1 2]",
                                      "[1/3]",
                                      "[1, two]",
                                      "[True]",
                                      "[1,,2]",
                                      "[,]",
                                      "[1",
                                      "[1]]",
                                      "[1] [2]",
                                      "[[1, 2], [3]]",
                                      "[1, [2]]",
                                      "[[1], 2]",
                                      "[[1]",
                                      "[1] + 1",
                                      "[1, 2] * 3",
                                      "torch.ones",
                                      "torch.ones(",
                                      "torch.ones()",
                                      "torch.ones(-1)",
                                      "torch.ones(2.5)",
                                      "torch.ones(2 3)",
                                      "torch.ones((2, 3))",
                                      "torch.ones(2) + 1",
                                      "torch.ones(2, dtype=torch.float64)",
                                      "torch.ones(2).t()",
                                      "torch.onesies(2)",
                                      "ones(2)",
                                      "torch.rand(2)",
                                      "tensor([1., 2.])",
                                      "torch.ones(1025, 1024)",
                                      "torch.ones(99999999999, 99999999999)"}) {
    SCOPED_TRACE(text);
    EXPECT_FALSE(is_plain(text));
    EXPECT_FALSE(read_plain(text).has_value());
  }
}

TEST(PlainText, IsNoDeeperThanATensor) {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '[') + "1" + std::string(depth, ']');
  };
  expect_read_as_parse_does(nested(64));
  EXPECT_FALSE(is_plain(nested(65)));
  EXPECT_FALSE(is_plain(nested(100'000)));
}

}  // namespace
}  // namespace playground::text
