// Prints which of twelve elements the engine `toy` keeps with seed 7 and p = 0.5, in two calls of six.
#include <iostream>
#include <memory>

#include "dropout/dropout.hpp"
#include "random/generator.hpp"
#include "tensor/tensor.hpp"

int main() {
  using namespace playground;
  auto generator = std::make_shared<random::Generator>(random::generator_named("toy"));
  random::seed(*generator, 7);
  dropout::Dropout layer(dropout::LayerKind::kDropout, 0.5, false, generator);
  auto ones = tensor::full({6}, 1);
  for (int call = 0; call < 2; ++call) {
    const auto y = layer.forward(ones);
    for (const float value : y->values<float>()) std::cout << (value == 2);
  }
  std::cout << '\n';
}
