#include "tensor/device.hpp"

namespace playground::tensor {

std::string to_string(Device device) {
  return device.is_cuda() ? "cuda:" + std::to_string(device.index) : "cpu";
}

std::optional<Device> device_named(std::string_view text) {
  constexpr std::string_view kCuda = "cuda";
  if (text == "cpu" || text == "cpu:0") return Device{};
  if (!text.starts_with(kCuda)) return std::nullopt;
  text.remove_prefix(kCuda.size());
  if (text.empty()) return Device{0};
  // No machine has more than ten.
  if (text.size() != 2 || text[0] != ':' || text[1] < '0' || text[1] > '9') return std::nullopt;
  return Device{text[1] - '0'};
}

}  // namespace playground::tensor
