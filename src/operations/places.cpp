#include "operations/places.hpp"

#include <utility>

#include "autograd/arithmetic.hpp"
#include "autograd/in_place.hpp"
#include "autograd/node.hpp"
#include "errors/raised.hpp"
#include "operations/creation.hpp"
#include "operations/views.hpp"
#include "tensor/views.hpp"
#include "tensor/walk.hpp"

namespace playground::operations {

using autograd::Backward;

namespace {

void put_there(Tensor& y, const ops::Places& places, const Tensor& values, Put put) {
  switch (put) {
    case Put::kOver:
      return ops::put(y, places, values);
    case Put::kAdded:
      return ops::put_added(y, places, values);
    case Put::kMultiplied:
      return ops::put_multiplied(y, places, values);
  }
}

// Calls write(y) with the elements of x, which are then those of the result: a copy, or x itself
// if nobody needs what it had.
template <class Write, class Record>
Variable changed(Variable x, bool is_in_place, bool is_recorded, Write write, Record record) {
  if (is_in_place) {
    autograd::require_writable(x);
    tensor::require_no_overlap(x.value());
    if (!is_recorded) {
      if (x.value().is_contiguous()) {
        write(x.value());
      } else {
        Tensor copy = x.value().clone();
        write(copy);
        tensor::copy_into(x.value(), copy);
      }
      x.version().bump();
      return x;
    }
  }
  Tensor copy = x.value().clone();
  write(copy);
  Variable y(std::move(copy), x.device());
  if (is_recorded) record(y);
  return is_in_place ? autograd::assign(x, y) : y;
}

}  // namespace

Places places_of(ops::Places places) {
  return std::make_shared<const ops::Places>(std::move(places));
}

Variable taken(const Variable& x, const Places& places, const Shape& shape, std::string_view name) {
  Variable y(ops::taken(x.value(), *places, shape), x.device());
  record(y, name, {x}, {}, [places, own = x.shape()](Backward& b) {
    const Variable zeros = autograd::zeros(own, b.grad().dtype(), b.grad().device());
    b.give(0, with_put(zeros, places, b.grad(), Put::kAdded, "IndexPutBackward0"));
  });
  return y;
}

Variable with_put(const Variable& x, const Places& places, const Variable& values, Put put,
                  std::string_view name, bool is_in_place) {
  return changed(
      x, is_in_place, autograd::needs_history({x, values}),
      [&](Tensor& y) { put_there(y, *places, values.value(), put); },
      [&](const Variable& y) {
        record(y, name, {x, values}, {}, [places, put, shape = values.shape()](Backward& b) {
          if (put == Put::kMultiplied) {
            errors::raise("derivative for aten::scatter is not implemented");
          }
          if (b.wants(0)) {
            b.give(0, put == Put::kAdded ? b.grad()
                                         : with_value(b.grad(), places, 0, "IndexFillBackward0"));
          }
          if (b.wants(1)) b.give(1, taken(b.grad(), places, shape, "IndexBackward0"));
        });
      });
}

Variable with_value(const Variable& x, const Places& places, const Scalar& value,
                    std::string_view name, bool is_in_place) {
  const Tensor number = full({1}, value, x.dtype()).value();
  return changed(
      x, is_in_place, autograd::needs_history({x}),
      [&](Tensor& y) { ops::put_value(y, *places, number); },
      [&](const Variable& y) {
        record(y, name, {x}, {}, [places](Backward& b) {
          b.give(0, with_value(b.grad(), places, 0, "IndexFillBackward0"));
        });
      });
}

}  // namespace playground::operations
