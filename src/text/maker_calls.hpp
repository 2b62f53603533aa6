// What the functions of the table read and make; each takes the rest of its call.
#pragma once

#include "text/call.hpp"

namespace playground::text::calls {

/// torch.tensor, np.array, and what print(), NumPy and JAX write.
Array array(const Call& call);
/// As array(), of the dtype that its name tells: torch.FloatTensor, torch.Tensor.
Array legacy_tensor(const Call& call);
/// TensorFlow.js's tensors, which are float32.
Array float_array(const Call& call);
/// torch.from_numpy, nn.Parameter, tf.Variable: another tensor as it is.
Array unchanged(const Call& call);

Array ones(const Call& call);
Array zeros(const Call& call);
Array full(const Call& call);
Array filled_by_size(const Call& call);  // tf.fill
Array empty(const Call& call);
Array ones_like(const Call& call);
Array zeros_like(const Call& call);
Array full_like(const Call& call);
Array eye(const Call& call);
Array arange(const Call& call);
Array linspace(const Call& call);
Array stack(const Call& call);
Array cat(const Call& call);

Array torch_rand(const Call& call);
Array torch_randn(const Call& call);
Array rand_like(const Call& call);
Array randn_like(const Call& call);
Array randint(const Call& call);
Array randperm(const Call& call);
Array numpy_rand(const Call& call);
Array numpy_randn(const Call& call);
Array numpy_uniform(const Call& call);
Array numpy_normal(const Call& call);
Array rng_random(const Call& call);
Array rng_uniform(const Call& call);

}  // namespace playground::text::calls
