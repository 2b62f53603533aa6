#include "dropout/drop_probability.hpp"

#include <cmath>
#include <cstdio>
#include <stdexcept>
#include <string>

namespace playground::dropout {
namespace {

// As a C++ stream writes a double by default, which is how torch.dropout's message is made.
std::string six_digits(double value) {
  if (std::isnan(value)) return "nan";
  char text[32];
  std::snprintf(text, sizeof text, "%g", value);
  return text;
}

}  // namespace

DropProbability::DropProbability(double p) : p_(p) {
  // Written so that nan fails too.
  if (!(p >= 0 && p <= 1)) {
    throw std::invalid_argument("dropout probability has to be between 0 and 1, but got " +
                                six_digits(p));
  }
}

}  // namespace playground::dropout
