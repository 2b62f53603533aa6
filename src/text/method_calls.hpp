// What the methods of the table make of a tensor; each takes the rest of its call.
#pragma once

#include "text/call.hpp"

namespace playground::text::methods {

/// .cuda(), .detach() and others that change neither elements nor shape.
Array unchanged(const Call& call, Array x);
Array numpy(const Call& call, Array x);
Array tolist(const Call& call, Array x);

Array to(const Call& call, Array x);
Array astype(const Call& call, Array x);
Array type_as(const Call& call, Array x);
/// The dtype is the name of the method: .float(), .half().
Array cast(const Call& call, Array x);

Array reshape(const Call& call, Array x);
Array flatten(const Call& call, Array x);
Array squeeze(const Call& call, Array x);
Array unsqueeze(const Call& call, Array x);
Array t(const Call& call, Array x);
Array transpose(const Call& call, Array x);
Array permute(const Call& call, Array x);
Array repeat(const Call& call, Array x);
Array tile(const Call& call, Array x);
Array expand(const Call& call, Array x);
/// The attribute T.
Array reversed(const Call& call, Array x);

Array add(const Call& call, Array x);
Array sub(const Call& call, Array x);
Array mul(const Call& call, Array x);
Array div(const Call& call, Array x);
Array pow(const Call& call, Array x);
Array neg(const Call& call, Array x);
Array abs(const Call& call, Array x);
Array square(const Call& call, Array x);
Array sqrt(const Call& call, Array x);
Array relu(const Call& call, Array x);
Array clamp(const Call& call, Array x);
Array floor(const Call& call, Array x);
Array ceil(const Call& call, Array x);
Array round(const Call& call, Array x);

Array fill(const Call& call, Array x);
Array zero(const Call& call, Array x);
Array uniform(const Call& call, Array x);
Array normal(const Call& call, Array x);

}  // namespace playground::text::methods
