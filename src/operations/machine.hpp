// The machine that a program runs on: what its CPU and its GPUs draw.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "operations/value.hpp"

namespace playground::operations {

struct Machine {
  GeneratorHandle cpu;                // torch.default_generator
  std::vector<GeneratorHandle> cuda;  // of each GPU, none on a machine without
  std::vector<std::string> cuda_names;
};

/// The one that there is. It begins as "torch-cpu".
Machine& machine();

/// By the name of an engine: "torch-cpu", "torch-cpu-mkl" (the draws of PyTorch up to 2.6), or
/// "torch-cuda", which has a GPU beside the CPU of "torch-cpu".
///
/// Throws Raised for another name.
void choose_machine(std::string_view engine);

/// The generator of an operation on `device`: the one given, or the default one.
///
/// Throws Raised, in PyTorch's words, if it is one for another device.
GeneratorHandle generator_for(const GeneratorHandle& given, Device device);

/// Of a new torch.Generator(device).
GeneratorHandle new_generator(Device device);

}  // namespace playground::operations
