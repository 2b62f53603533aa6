// Tensors as tests/fixtures/operations has them, and how far one is from what it should be.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <vector>

#include "autograd/node.hpp"
#include "autograd/variable.hpp"
#include "fixtures/ulps.hpp"
#include "tensor/dispatch.hpp"

namespace playground::operations {

using autograd::Variable;
using nlohmann::json;
using tensor::DType;
using tensor::Tensor;

inline DType dtype_named(const std::string& text) {
  for (const auto dtype :
       {DType::kFloat32, DType::kFloat64, DType::kInt64, DType::kInt32, DType::kBool}) {
    if (text == name(dtype)) return dtype;
  }
  throw std::runtime_error("unknown dtype " + text);
}

inline DType recorded_dtype(const json& described) {
  if (described.contains("d")) return dtype_named(described.at("d"));
  if (described.contains("x")) return DType::kFloat32;
  return described.contains("v") ? DType::kInt64 : DType::kBool;
}

template <class T>
std::vector<T> recorded_elements(const json& described) {
  if constexpr (std::is_floating_point_v<T>) {
    return fixtures::values_from_text<T>(described.at("x").get<std::string>());
  } else if constexpr (std::is_same_v<T, bool>) {
    std::vector<T> values;
    for (const char c : described.at("b").get<std::string>()) values.push_back(c == '1');
    return values;
  } else {
    return described.at("v").get<std::vector<T>>();
  }
}

/// A tensor of its own, with the strides that are described.
inline Tensor recorded_tensor(const json& described) {
  const tensor::Shape shape(described.at("s").get<std::vector<std::int64_t>>());
  return tensor::with_type(recorded_dtype(described), [&]<class T>(T) {
    const auto elements = recorded_elements<T>(described);
    if (!described.contains("st")) return Tensor::of(shape, elements);
    const auto whole = Tensor::of({static_cast<std::int64_t>(elements.size())}, elements);
    return whole.as_strided(shape, described.at("st").get<tensor::Strides>(),
                            described.at("o").get<std::int64_t>());
  });
}

/// How far off a number may be: units in the last place, or eps of the dtype for each of the
/// largest magnitude there is, but at least of 1.
struct Tolerance {
  std::uint64_t ulps = 0;
  double eps = 0;
};

inline bool is_near(double got, double expected, double difference) {
  if (std::isnan(expected)) return std::isnan(got);
  return got == expected || std::abs(got - expected) <= difference;
}

template <class T>
std::string difference_of_elements(const std::vector<T>& got, const std::vector<T>& expected,
                                   Tolerance tolerance) {
  double largest = 1;
  for (const T value : expected) {
    if (std::isfinite(static_cast<double>(value))) {
      largest = std::max(largest, std::abs(static_cast<double>(value)));
    }
  }
  for (std::size_t i = 0; i < got.size(); ++i) {
    bool holds = got[i] == expected[i];
    if constexpr (std::is_floating_point_v<T>) {
      if (tolerance.eps > 0) {
        const double eps = tolerance.eps * std::numeric_limits<T>::epsilon();
        holds = is_near(got[i], expected[i], eps * largest);
      } else if (tolerance.ulps > 0) {
        holds = fixtures::ulps(got[i], expected[i]) <= tolerance.ulps;
      } else {
        holds =
            fixtures::hex_of(std::span(&got[i], 1)) == fixtures::hex_of(std::span(&expected[i], 1));
      }
    }
    if (!holds) {
      char text[128];
      std::snprintf(text, sizeof text, "element %zu is %.17g, not %.17g", i,
                    static_cast<double>(got[i]), static_cast<double>(expected[i]));
      return text;
    }
  }
  return {};
}

/// What is different: dtype, shape, or the first element that is; nothing if nothing is.
inline std::string difference(const Tensor& got, const json& expected, Tolerance tolerance) {
  if (const DType dtype = recorded_dtype(expected); got.dtype() != dtype) {
    return "dtype is " + std::string(name(got.dtype())) + ", not " + std::string(name(dtype));
  }
  if (got.shape().extents() != expected.at("s").get<std::vector<std::int64_t>>()) {
    return "shape is " + to_string(got.shape()) + ", not " + expected.at("s").dump();
  }
  const Tensor row_major = tensor::contiguous(got);
  return tensor::with_type(got.dtype(), [&]<class T>(T) {
    const auto values = row_major.values<T>();
    if constexpr (std::is_same_v<T, bool>) {
      const std::vector<std::int32_t> bits(values.begin(), values.end());
      const auto wanted = recorded_elements<bool>(expected);
      return difference_of_elements(bits, {wanted.begin(), wanted.end()}, {});
    } else {
      return difference_of_elements(std::vector<T>(values.begin(), values.end()),
                                    recorded_elements<T>(expected), tolerance);
    }
  });
}

/// The same of its history: the node that made it, or that it is a leaf.
inline std::string difference_of_history(const Variable& got, const json& expected) {
  const auto node = got.grad_fn();
  // As it is printed: CopySlices of torch::autograd::CopySlices.
  const auto printed = [](std::string_view name) {
    return std::string(name.substr(name.rfind(':') + 1));
  };
  const std::string made_by = node                  ? printed(node->name())
                              : got.requires_grad() ? "leaf"
                                                    : "nothing";
  const bool is_leaf = expected.value("leaf", false);
  const std::string wanted = expected.value("fn", is_leaf ? "leaf" : "nothing");
  return made_by == wanted ? "" : "grad_fn is " + made_by + ", not " + wanted;
}

/// The same of where its elements lie: in which storage, and where there.
inline std::string difference_of_place(const Variable& got, const json& expected,
                                       const Variable& base) {
  if (!got.value().is_view_of_same(base.value())) return "it is no view of " + expected.dump();
  if (got.value().offset() != expected.at("o").get<std::int64_t>()) {
    return "offset is " + std::to_string(got.value().offset()) + ", not " + expected.at("o").dump();
  }
  const auto strides = got.value().strides();
  for (std::size_t dim = 0; dim < strides.size(); ++dim) {
    const bool matters = got.shape()[dim] > 1;
    if (matters && strides[dim] != expected.at("st").at(dim).get<std::int64_t>()) {
      return "stride " + std::to_string(dim) + " is " + std::to_string(strides[dim]) + ", not " +
             expected.at("st").at(dim).dump();
    }
  }
  return {};
}

}  // namespace playground::operations
