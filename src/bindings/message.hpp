// What a call tells JavaScript at once: numbers, one behind the other, some of which say where
// bytes lie. web/core/message.ts reads them in the order in which they are written here.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "bindings/convert.hpp"
#include "tensor/tensor.hpp"

namespace playground::bindings {

class Message {
 public:
  void add(double number) { numbers_.push_back(number); }

  /// Where bytes lie, and how many. They have to outlive the message.
  void add(std::span<const std::byte> bytes);

  /// Dtype, rank, extents, sum, mean, largest finite magnitude, how long its print is, and where
  /// the elements lie. x has to outlive the message if they are looked for.
  void add(const tensor::Tensor& x);

  /// The numbers, the first two of which say where all prints lie, one behind the other. It lasts
  /// as long as the message, and until the next view of anything.
  ByteView view();

 private:
  // Room for what view() puts in front.
  std::vector<double> numbers_{0, 0};
  std::string prints_;
};

/// Where bytes lie, as a number.
double address(std::span<const std::byte> bytes);

/// The elements of a tensor as bytes.
std::span<const std::byte> bytes_of(const tensor::Tensor& x);

}  // namespace playground::bindings
