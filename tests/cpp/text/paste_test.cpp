// What people paste: tensors with what stands around them where they are copied from.
#include <gmock/gmock.h>

#include <string>
#include <string_view>
#include <vector>

#include "text/parse.hpp"
#include "text/parse_failure.hpp"
#include "text/print.hpp"

namespace playground::text {
namespace {

using tensor::DType;
using tensor::Tensor;
using testing::ElementsAre;

struct Row {
  std::string_view text;
  std::string_view printed;
};

void expect_read(std::initializer_list<Row> rows) {
  for (const auto& [text, printed] : rows) {
    SCOPED_TRACE(text);
    try {
      EXPECT_EQ(print(parse(text)), printed);
    } catch (const errors::Error& error) {
      ADD_FAILURE() << error.what();
    }
  }
}

constexpr std::string_view kTwo = "tensor([1., 2.])";
constexpr std::string_view kOnes = "tensor([1., 1., 1.])";
constexpr std::string_view kSquare = "tensor([[1., 2.],\n        [3., 4.]])";
constexpr std::string_view kDiagonal = "tensor([[2., 0.],\n        [0., 2.]])";

TEST(Paste, IsReadAsJavaScriptShowsAndMakesIt) {
  expect_read({
      {"Array(2) [ 1, 2 ]", kTwo},
      {"new Float32Array([1, 2])", kTwo},
      {"const x = new Float32Array([1, 2]);", kTwo},
      {"Float32Array.from([1, 2])", kTwo},
      {"Float32Array(2) [ 1, 2 ]", kTwo},
      {"x.shape: torch.Size([2])\ntensor([1., 2.])", kTwo},
  });
  EXPECT_THROW(parse("Tensor { shape: [ 4 ], dtype: 'float32', size: 4 }"), errors::Error);
}

TEST(Paste, IsReadPastPrompts) {
  expect_read({
      {"Out[3]: tensor([1., 2.])", kTwo},
      {"Out[3]:\ntensor([1., 2.])", kTwo},
      {"Out[12]: \ntensor([[1., 2.],\n        [3., 4.]])", kSquare},
      {"Out[12]: tensor([[1., 2.],\n                 [3., 4.]])", kSquare},
      {"In [4]: torch.ones(3)", kOnes},
      {"In [ ]: torch.ones(3)", kOnes},
      {"In[4]: torch.ones(3)", kOnes},
      {"[7]: tensor([1., 2.])", kTwo},
      {">>> torch.tensor([1., 2.])", kTwo},
      {">>> print(x)\ntensor([1., 2.])", kTwo},
      {">>> x\ntensor([1., 2.])\n>>> ", kTwo},
      {">>> x = torch.tensor([1., 2.])\n>>> x\ntensor([1., 2.])", kTwo},
      {">>> import torch\n>>> x = torch.tensor([[1., 2.],\n...                   [3., 4.]])",
       kSquare},
      {"In [1]: x = torch.tensor([[1., 2.],\n   ...:                   [3., 4.]])", kSquare},
      {"In [1]: x\nOut[1]: tensor([1., 2.])", kTwo},
      {"In [1]: import torch\n\nIn [2]: torch.ones(3)\nOut[2]: tensor([1., 1., 1.])", kOnes},
      {"(Pdb) p x\ntensor([1., 2.])", kTwo},
      {"ipdb> x\ntensor([1., 2.])", kTwo},
      {"> tf.tensor([1, 2]).print()", kTwo},
  });
}

TEST(Paste, IsReadPastComments) {
  expect_read({
      {"# tensor([[2., 0.],\n#         [0., 2.]])", kDiagonal},
      {"// tensor([[2., 0.],\n//         [0., 2.]])", kDiagonal},
      {"#> tensor([[2., 0.],\n#>         [0., 2.]])", kDiagonal},
      {"  # tensor([[2., 0.],\n  #         [0., 2.]])", kDiagonal},
      {"#tensor([1., 2.])", kTwo},
      {"# Output:\n# tensor([1., 2.])", kTwo},
      {"/*\n * tensor([[2., 0.],\n *         [0., 2.]])\n */", kDiagonal},
      {"tensor([1., 2.])  # comment", kTwo},
      {"tensor([1., 2.])  // comment", kTwo},
      {"[1, 2] # two [3, 4]", kTwo},
      {"x = torch.tensor([1., 2.])  # a tensor\n# and more", kTwo},
      {"[[1, 2],  # one\n [3, 4]]  # two", kSquare},
      {"[[1, 2],  // one\n [3, 4]]", kSquare},
      {"# heading\n1,2\n3,4", kSquare},
  });
}

TEST(Paste, IsReadPastMarkdownAndMails) {
  expect_read({
      {"```\ntensor([1., 2.])\n```", kTwo},
      {"```python\nx = torch.tensor([1., 2.])\n```", kTwo},
      {"The output is\n\n```\ntensor([1., 2.])\n```\n\nThanks (to all)", kTwo},
      {"~~~\ntensor([1., 2.])\n~~~", kTwo},
      {"`tensor([1., 2.])`", kTwo},
      {"```tensor([1., 2.])```", kTwo},
      {"    tensor([[1., 2.],\n            [3., 4.]])", kSquare},
      {"> tensor([[1., 2.],\n>         [3., 4.]])", kSquare},
      {"> > tensor([1., 2.])", kTwo},
      {">> tensor([1., 2.])", kTwo},
      {"> >>> x\n> tensor([1., 2.])", kTwo},
      {"> ```\n> tensor([1., 2.])\n> ```", kTwo},
      {"1: tensor([[1., 2.],\n2:         [3., 4.]])", kSquare},
      {"  7  tensor([[1., 2.],\n  8          [3., 4.]])", kSquare},
      {" 9 | x = torch.tensor([[1., 2.],\n10 |                   [3., 4.]])", kSquare},
      {"+tensor([[1., 2.],\n+        [3., 4.]])", kSquare},
  });
}

TEST(Paste, IsReadPastLabels) {
  expect_read({
      {"After: tensor([1., 2.])", kTwo},
      {"After = tensor([1., 2.])", kTwo},
      {"Output:\ntensor([1., 2.])", kTwo},
      {"Output: [1, 2]", kTwo},
      {"output of dropout: tensor([1., 2.])", kTwo},
      {"After dropout tensor([1., 2.])", kTwo},
      {"x: [1, 2]", kTwo},
      {"x => tensor([1., 2.])", kTwo},
      {"Epoch [1/10], y (train): tensor([1., 2.])", kTwo},
      {"x: torch.Tensor = torch.tensor([1., 2.])", kTwo},
      {"Result:\n1 2\n3 4", kSquare},
      {"Input tensor:\n[[1. 2.]\n [3. 4.]]", kSquare},
      {"a, b = tensor([1., 2.])", kTwo},
      {"const x = tf.tensor([1, 2]);", kTwo},
      {"'tensor([1., 2.])'", kTwo},
      {"\"[1, 2]\"", kTwo},
  });
}

TEST(Paste, IsReadInPrint) {
  expect_read({
      {"print(torch.ones(3))", kOnes},
      {"print(torch.ones(3));", kOnes},
      {"print('After:', torch.ones(3))", kOnes},
      {"torch.ones(3);", kOnes},
      {"torch.ones(3),", kOnes},
      {"console.log([1, 2]);", kTwo},
  });
}

TEST(Paste, IsReadWithItsSize) {
  expect_read({
      {"tensor([1., 2.])\ntorch.Size([2])", kTwo},
      {"tensor([1., 2.]) torch.Size([2])", kTwo},
      {"torch.Size([2])\ntensor([1., 2.])", kTwo},
      {"torch.Size([2]) tensor([1., 2.])", kTwo},
      {"(tensor([1., 2.]), torch.Size([2]))", kTwo},
      {"(tensor([1., 2.]),)", kTwo},
      {"tensor([1., 2.])\ntorch.float32\ncuda:0", kTwo},
      {"tensor([1., 2.])\n<class 'torch.Tensor'>", kTwo},
      {"tensor([1., 2.])\nshape: torch.Size([2])", kTwo},
      {"tensor([1., 2.])\n(2,)", kTwo},
      {"[[1. 2.]\n [3. 4.]] (2, 2) float64", kSquare},
      {"array([1., 2.], dtype=float32), dtype('float32')", kTwo},
      {"\n[[1. 2.]\n [3. 4.]]\n<NDArray 2x2 @cpu(0)>", kSquare},
  });
}

TEST(Paste, IsReadPastImportsAndSeeds) {
  expect_read({
      {"import torch\nx = torch.ones(3)", kOnes},
      {"import torch\nimport torch.nn as nn\n\ntorch.manual_seed(42)\nx = torch.ones(3)\nprint(x)",
       kOnes},
      {"import torch; x = torch.ones(3); print(x)", kOnes},
      {"from torch import ones\nones(3)", kOnes},
      {"x = torch.ones(3)\nprint(x.shape)\n# torch.Size([3])", kOnes},
      {"import numpy as np\nx = np.array([[1, 2], [3, 4]], dtype=np.float32)", kSquare},
      {"import torch\nfrom torch import nn\n\nx = torch.tensor([[1., 2.],\n                  [3., "
       "4.]])",
       kSquare},
  });
  std::vector<errors::Phrase> notes;
  parse("torch.manual_seed(0)\nx = torch.ones(3)", {}, nullptr, &notes);
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_EQ(notes[0].english(), "the seed in the text is not followed: set it beside the input");
}

TEST(Paste, IsReadInCharactersThatNobodyTypes) {
  expect_read({
      {"tensor([1.,\u00a02.])", kTwo},
      {"\ufefftensor([1., 2.])\u200b", kTwo},
      {"tensor(\u200b[1., 2.])", kTwo},
      {"torch.\u200btensor([1., 2.])", kTwo},
      {"tensor([1.,\u20032.])", kTwo},
      {"tensor([\u22121., 2.])", "tensor([-1.,  2.])"},
      {"tensor([\u20131., 2.])", "tensor([-1.,  2.])"},
      {"\uff3b1\uff0c 2\uff3d", kTwo},
      {"torch.tensor\uff08[1., 2.]\uff09", kTwo},
      {"\uff3b\uff11\uff0e\uff15\uff0c\uff12\uff3d", "tensor([1.5000, 2.0000])"},
      {"torch.tensor([float(\u2019inf\u2019)])", "tensor([inf])"},
      {"\x1b[32mtensor([1., 2.])\x1b[0m", kTwo},
      {"&gt;&gt;&gt; torch.tensor([1., 2.])", kTwo},
  });
}

TEST(Paste, IsReadAsOtherFrameworksPrintIt) {
  expect_read({
      {"tf.Tensor([1. 2.], shape=(2,), dtype=float32)", kTwo},
      {"tf.Tensor(\n[[1. 2.]\n [3. 4.]], shape=(2, 2), dtype=float32)", kSquare},
      {"tf.Tensor(3.5, shape=(), dtype=float32)", "tensor(3.5000)"},
      {"tf.Tensor([1 2], shape=(2,), dtype=int32)", "tensor([1, 2])"},
      {"<tf.Tensor: shape=(2,), dtype=float32, numpy=array([1., 2.], dtype=float32)>", kTwo},
      {"<tf.Tensor: shape=(2, 2), dtype=float32, numpy=\narray([[1., 2.],\n       [3., 4.]], "
       "dtype=float32)>",
       kSquare},
      {"<tf.Tensor: id=0, shape=(), dtype=float64, numpy=3.5>",
       "tensor(3.5000, dtype=torch.float64)"},
      {"<tf.Variable 'Variable:0' shape=(2,) dtype=float32, numpy=array([1., 2.], dtype=float32)>",
       kTwo},
      {"Tensor\n    [[1, 2],\n     [3, 4]]", kSquare},
      {"Tensor\n    [1, 2]", kTwo},
      {"Tensor\n    3.5", "tensor(3.5000)"},
      {"Tensor\n  dtype: float32\n  rank: 2\n  shape: [2,2]\n  values:\n    [[1, 2],\n     [3, 4]]",
       kSquare},
      {"DeviceArray([1., 2.], dtype=float32)", kTwo},
      {"DeviceArray([[1., 2.],\n             [3., 4.]], dtype=float32)", kSquare},
      {"Array([1., 2.], dtype=float32, weak_type=True)", kTwo},
      {"array([1., 2.], dtype=float32)", kTwo},
      {"[tensor([1., 2.]), tensor([3., 4.])]", kSquare},
      {"[array([1., 2.]), array([3., 4.])]", kSquare},
  });
}

TEST(Paste, IsReadAsOldPyTorchAndLibtorchPrintIt) {
  expect_read({
      {"tensor(1.00000e-03 *\n       [ 1.0000])", "tensor([0.0010])"},
      {"tensor(1.00000e-02 *\n       [[ 1.0000,  2.0000],\n        [ 3.0000,  4.0000]], "
       "device='cuda:0')",
       "tensor([[0.0100, 0.0200],\n        [0.0300, 0.0400]])"},
      {"\n 1  2\n 3  4\n[torch.FloatTensor of size 2x2]\n", kSquare},
      {" 1  2\n 3  4\n[torch.FloatTensor of size (2,2)]", kSquare},
      {" 1\n 2\n[torch.FloatTensor of size 2]", kTwo},
      {" 1\n 2\n[torch.cuda.FloatTensor of size 2 (GPU 0)]", kTwo},
      {"Variable containing:\n 1  2\n 3  4\n[torch.FloatTensor of size 2x2]", kSquare},
      {" 1\n 2\n[torch.LongTensor of size 2]", "tensor([1, 2])"},
      {" 1\n 2\n[torch.DoubleTensor of size 2]", "tensor([1., 2.], dtype=torch.float64)"},
      {"\n1.00000e-02 *\n  1.0000\n  2.0000\n[torch.FloatTensor of size 2]",
       "tensor([0.0100, 0.0200])"},
      {"\n(0 ,.,.) = \n  1  2\n\n(1 ,.,.) = \n  3  4\n[torch.FloatTensor of size 2x1x2]",
       "tensor([[[1., 2.]],\n\n        [[3., 4.]]])"},
      {"\nColumns 0 to 1 \n 1  2\n 5  6\n\nColumns 2 to 3 \n 3  4\n 7  8\n"
       "[torch.FloatTensor of size 2x4]",
       "tensor([[1., 2., 3., 4.],\n        [5., 6., 7., 8.]])"},
      {"[torch.FloatTensor with no dimension]", "tensor([])"},
      {" 1  2\n 3  4\n[ CPUFloatType{2,2} ]", kSquare},
      {" 1\n 2\n[ CPUFloatType{2} ]", kTwo},
      {" 1\n 2\n[ CUDAFloatType{2} ]", kTwo},
      {" 1  2\n 3  4\n[ Variable[CPUFloatType]{2,2} ]", kSquare},
      {"3.5\n[ CPUFloatType{} ]", "tensor(3.5000)"},
      {"0.01 *\n 1.0000\n 2.0000\n[ CPUFloatType{2} ]", "tensor([0.0100, 0.0200])"},
      {"(1,.,.) = \n  1  2\n\n(2,.,.) = \n  3  4\n[ CPUFloatType{2,1,2} ]",
       "tensor([[[1., 2.]],\n\n        [[3., 4.]]])"},
      {">>> x\n\n 1  2\n 3  4\n[torch.FloatTensor of size 2x2]", kSquare},
  });
  expect_failure(" 1  2\n 3\n[torch.FloatTensor of size 2x2]",
                 "shape '[2, 2]' is invalid for input of size 3", 3, 1);
}

TEST(Paste, IsReadInTheCppOfLibtorch) {
  expect_read({
      {"torch::ones({3})", kOnes},
      {"auto x = torch::ones({3});", kOnes},
      {"#include <torch/torch.h>\n\ntorch::manual_seed(0);\nat::Tensor x = at::ones({3});\n"
       "std::cout << x << std::endl;",
       kOnes},
      {"torch::tensor({{1.f, 2.f}, {3.0f, 4.0f}})", kSquare},
      {"torch::arange(1, 5, torch::kFloat32).reshape({2, 2})", kSquare},
      {"torch::full({2}, 0.5, torch::dtype(torch::kFloat64))",
       "tensor([0.5000, 0.5000], dtype=torch.float64)"},
      {"torch::full({2}, 0.5, torch::kDouble)", "tensor([0.5000, 0.5000], dtype=torch.float64)"},
  });
  expect_failure("torch::onse({2})", "unknown function 'torch.onse'; did you mean 'torch.ones'?", 1,
                 1);
}

TEST(Paste, IsToldWhatIsReadOtherwise) {
  const auto notes_of = [](std::string_view text) {
    std::vector<errors::Phrase> notes;
    parse(text, {}, nullptr, &notes);
    std::string told;
    for (const errors::Phrase& note : notes) told += note.english() + ";";
    return told;
  };
  EXPECT_EQ(notes_of("tensor([1., 2.], device='cuda:0', dtype=torch.float16)"),
            "float16 is not reproduced here: this is read as float32;");
  EXPECT_EQ(notes_of("tensor([1., 2.], dtype=torch.bfloat16)"),
            "bfloat16 is not reproduced here: this is read as float32;");
  EXPECT_EQ(notes_of("array([1, 2], dtype=int32)"),
            "int32 is not reproduced here: this is read as int64;");
  EXPECT_EQ(notes_of("torch.ones(2).half()"),
            "half is not reproduced here: this is read as float32;");
  EXPECT_EQ(notes_of("np.array([True, False])"), "True and False are read as 1 and 0;");
  EXPECT_EQ(notes_of("torch.ones(2)"), "");
  EXPECT_EQ(notes_of("tensor([1., 2.])  # comment"), "");
}

TEST(Paste, SaysWhatIsNotThere) {
  expect_failure("tensor([1.+2.j])", "complex numbers have no dropout here", 1, 11);
  expect_failure("[1.+2.j 3.+4.j]", "complex numbers have no dropout here", 1, 4);
  expect_failure("tensor([1., 2.], dtype=torch.complex64)", "complex numbers have no dropout here",
                 1, 24);
  expect_failure("tensor(2.j)", "complex numbers have no dropout here", 1, 10);
  expect_failure("['a', 'b']", "a text in quotation marks is no number; take them away", 1, 2);
  expect_failure("tensor([1., 2.], size=(2,), dtype=torch.quint8)",
                 "quantised tensors have no dropout here; paste x.dequantize()", 1, 35);
  expect_failure(
      "tensor(indices=tensor([[0, 1]]),\n       values=tensor([1., 2.]),\n       size=(2,))",
      "sparse tensors have no dropout here; paste x.to_dense()", 1, 8);
  expect_failure("tensor([True, False])",
                 "True and False make a bool tensor, which dropout does not take; write "
                 "dtype=torch.float32",
                 1, 1);
  expect_failure("torch.empty(2, 3)",
                 "torch.empty has whatever is in memory; write torch.ones(2, 3), or paste its "
                 "numbers",
                 1, 1);
}

TEST(Paste, SuggestsTheNameThatWasMeant) {
  expect_failure("torch.one(2)", "unknown function 'torch.one'; did you mean 'torch.ones'?", 1, 1);
  expect_failure("torch.onse(2)", "unknown function 'torch.onse'; did you mean 'torch.ones'?", 1,
                 1);
  expect_failure("zeroes(2)", "unknown function 'zeroes'; did you mean 'torch.zeros'?", 1, 1);
  expect_failure("np.arrange(3)", "unknown function 'np.arrange'; did you mean 'np.arange'?", 1, 1);
  expect_failure("torch.ones(2).reshap(2)", "unknown method '.reshap'; did you mean '.reshape'?", 1,
                 14);
  expect_failure("torch.ones(2).softmax(0)",
                 "unknown method '.softmax'; paste what it prints instead", 1, 14);
  expect_failure("torch.softmax(2)",
                 "unknown function 'torch.softmax'; paste what it prints, or make a tensor by "
                 "torch.ones(2, 3) or [[1, 2], [3, 4]]",
                 1, 1);
  expect_failure("nn.Dropout(0.5)",
                 "'nn.Dropout' is a layer or its output: paste the tensor that goes into it, and "
                 "set layer, p and seed beside it",
                 1, 1);
}

TEST(Paste, SaysThatAProgramIsOne) {
  const std::string program =
      "this is a program: paste one tensor of it, such as x = torch.ones(2, 3), or what print(x) "
      "shows";
  expect_failure("import torch", program, 1, 1);
  expect_failure("import torch\nimport torch.nn as nn\n\ndrop = nn.Dropout(0.5)\nprint(drop(x))",
                 "'nn.Dropout' is a layer or its output: paste the tensor that goes into it, and "
                 "set layer, p and seed beside it",
                 4, 8);
  expect_failure("x = torch.ones(3)\ndrop = torch.nn.Dropout(p=0.5)\nprint(drop(x))", program, 2,
                 1);
  expect_failure("class Net(nn.Module):\n    def __init__(self):\n        pass", program, 1, 1);
  expect_failure("config.dropout = 0.2", program, 1, 1);
  expect_failure("[1, 2] (3,)", "expected the end of the text, but found '('", 1, 8);
  expect_failure("torch.ones(2) // torch.ones(3)",
                 "The size of tensor a (2) must match the size of tensor b (3) at non-singleton "
                 "dimension 0",
                 1, 15);
  expect_failure("torch.ones(2) // y", "expected a number, but found 'y'", 1, 18);
  expect_failure("torch.ones(2).sum()", "unknown method '.sum'; paste what it prints instead", 1,
                 14);
  expect_failure("for i in range(3):\n    print(i)", program, 1, 1);
  expect_failure("tensor([1.])\ntensor([2.])", "this is a second tensor; paste one of them", 2, 1);
  expect_failure("(tensor([1.]), tensor([2.]))", "this is a tuple of tensors: paste one of them", 1,
                 1);
}

TEST(Paste, TellsPlacesOfTheTextAsItWasPasted) {
  expect_failure(">>> torch.tensor([1, x])", "expected a number, but found 'x'", 1, 22);
  expect_failure("# [[1, 2],\n# [3, y]]", "expected a number, but found 'y'", 2, 7);
  expect_failure("\u00a0\u00a0[1, x]\u200b", "expected a number, but found 'x'", 1, 7);
  expect_failure("Out[1]: tensor([1.,\n 2", "expected ',' or ']', but the text ends", 2, 3);
}

TEST(Paste, LeavesTheGeneratorWhereTheTextLeavesIt) {
  random::Generator pasted = random::TorchCpuEngine{};
  random::Generator plain = random::TorchCpuEngine{};
  random::seed(pasted, 1);
  random::seed(plain, 1);
  const Tensor x = parse(">>> torch.rand(2, 3)  # drawn", {}, &pasted);
  EXPECT_TRUE(equal(x, parse("torch.rand(2, 3)", {}, &plain)));
  EXPECT_EQ(random::state(pasted), random::state(plain));
}

}  // namespace
}  // namespace playground::text
