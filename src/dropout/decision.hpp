// What decided about one element.
#pragma once

namespace playground::dropout {

struct Decision {
  double uniform;    // the number drawn, exactly as the framework compares it
  double threshold;  // what it is compared with
  bool kept;
};

}  // namespace playground::dropout
