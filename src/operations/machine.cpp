#include "operations/machine.hpp"

#include <memory>
#include <utility>
#include <variant>

#include "errors/raised.hpp"

namespace playground::operations {
namespace {

// As torch.cuda.get_device_name() tells the card that TorchCudaEngine begins with.
constexpr std::string_view kGpuName = "NVIDIA A100-SXM4-40GB";

GeneratorHandle generator_of(random::Generator engine, Device device) {
  return std::make_shared<DeviceGenerator>(std::move(engine), device);
}

// Of an engine of PyTorch's.
Machine machine_of(random::Generator engine) {
  Machine made;
  if (std::holds_alternative<random::TorchCudaEngine>(engine)) {
    made.cpu = generator_of(random::TorchCpuEngine(), {});
    made.cuda.push_back(generator_of(std::move(engine), Device{0}));
    made.cuda_names.emplace_back(kGpuName);
    return made;
  }
  const bool is_cpu = std::holds_alternative<random::TorchCpuEngine>(engine) ||
                      std::holds_alternative<random::TorchCpuMklEngine>(engine);
  if (!is_cpu) errors::raise("there is no machine of the engine {}", random::name(engine));
  made.cpu = generator_of(std::move(engine), {});
  return made;
}

std::string_view kind_of(Device device) { return device.is_cuda() ? "cuda" : "cpu"; }

}  // namespace

Machine& machine() {
  static Machine the_machine = machine_of(random::TorchCpuEngine());
  return the_machine;
}

void choose_machine(std::string_view engine) {
  Machine chosen = machine_of(random::generator_named(engine));
  // Who holds the default generator holds that of the new machine, too.
  *machine().cpu = std::move(*chosen.cpu);
  chosen.cpu = machine().cpu;
  machine() = std::move(chosen);
}

GeneratorHandle generator_for(const GeneratorHandle& given, Device device) {
  if (given != nullptr) {
    if (given->device.is_cuda() != device.is_cuda()) {
      errors::raise("Expected a '{}' device type for generator but found '{}'", kind_of(device),
                    kind_of(given->device));
    }
    return given;
  }
  const Machine& here = machine();
  if (!device.is_cuda()) return here.cpu;
  if (static_cast<std::size_t>(device.index) >= here.cuda.size()) {
    errors::raise("Torch not compiled with CUDA enabled");
  }
  return here.cuda[static_cast<std::size_t>(device.index)];
}

GeneratorHandle new_generator(Device device) {
  const Machine& here = machine();
  if (!device.is_cuda()) {
    // Not a copy of the default one: a generator begins with PyTorch's own seed.
    if (std::holds_alternative<random::TorchCpuMklEngine>(here.cpu->engine)) {
      return generator_of(random::TorchCpuMklEngine(), device);
    }
    return generator_of(random::TorchCpuEngine(), device);
  }
  if (here.cuda.empty()) {
    errors::raise("Device type CUDA is not supported for torch.Generator() api.");
  }
  random::TorchCudaEngine engine;
  engine.gpu = std::get<random::TorchCudaEngine>(generator_for(nullptr, device)->engine).gpu;
  return generator_of(std::move(engine), device);
}

}  // namespace playground::operations
