#include "dropout/drop_probability.hpp"

#include "errors/error.hpp"

namespace playground::dropout {

DropProbability::DropProbability(double p) : p_(p) {
  // Written so that nan fails too.
  if (!(p >= 0 && p <= 1)) {
    errors::fail(errors::Kind::kProbability,
                 "dropout probability has to be between 0 and 1, but got {0}"_words, p);
  }
}

}  // namespace playground::dropout
