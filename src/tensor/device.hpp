// Where a tensor lies, as a program says it. The elements themselves are always in our memory.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace playground::tensor {

struct Device {
  /// Of a GPU; negative for the CPU.
  int index = -1;

  bool is_cuda() const noexcept { return index >= 0; }
  friend bool operator==(Device, Device) = default;
};

/// "cpu" or "cuda:0".
std::string to_string(Device device);

/// What to_string writes, and "cuda" for "cuda:0"; nothing for any other text.
std::optional<Device> device_named(std::string_view text);

}  // namespace playground::tensor
