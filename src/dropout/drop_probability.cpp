#include "dropout/drop_probability.hpp"

#include <stdexcept>

#include "wording/fail.hpp"

namespace playground::dropout {

DropProbability::DropProbability(double p) : p_(p) {
  // Written so that nan fails too.
  if (!(p >= 0 && p <= 1)) {
    wording::fail<std::invalid_argument>("dropout probability has to be between 0 and 1, but got ",
                                         p);
  }
}

}  // namespace playground::dropout
