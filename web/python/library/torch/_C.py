"""The one door to the core. Everything numeric happens behind it; nothing else in this package knows the core.

Whoever runs the interpreter provides the module `torch_core` with the names below. Its errors are in PyTorch's words
and of PyTorch's kinds; what it warns of it gives to `warnings.warn`.

What crosses
    Arguments are Handles of tensors and of generators, `torch.dtype` (the core knows its `.name`, "float32") and
    `torch.device` (its `str`, "cpu" or "cuda:0"), numbers, bools, None, strings, and lists or tuples of these.
    What comes back are Handles, numbers, bools, None, and tuples of these; a dtype is its name, a device its str.

Handle
    One reference to a tensor of the core, which it lets go when Python frees it. `handle.id` is an int: two Handles
    name the same tensor exactly if their ids are equal. An operation that PyTorch defines to return one of its
    arguments (an in-place one, dropout in eval mode, `to` of what is there already) returns that tensor's id.

Operations, with PyTorch's schema: aten's names, argument names, defaults, and which arguments are keyword-only
    functions() -> names of those that `torch` has
    methods() -> names of those that `torch.Tensor` has; in-place ones end in `_`
    function(name, args, kwargs)
    method(name, args, kwargs)      args[0] is self. The two differ in nothing but the position that an error counts
                                    from. `function` also takes operations that neither list names (gelu, conv2d, …).

Values
    from_list(values, shape, dtype, device) -> Handle      values: a flat list of numbers; dtype: a name
    from_bytes(data, shape, dtype, device) -> Handle       little-endian, contiguous
    to_list(handle)                 nested lists, or a number for no dimensions
    to_bytes(handle)
    item(handle)
    text(handle, options)           as `print` shows it, with the suffixes (dtype, grad_fn, …); options: precision,
                                    threshold, edgeitems, linewidth, sci_mode
    shape(handle), stride(handle) -> tuples;  dtype(handle), device(handle) -> str;  storage_offset(handle),
    data_ptr(handle), version(handle) -> int
    data(handle) -> Handle          shares storage, has no history and a version of its own: `x.data`
    set_data(handle, other)         `x.data = other`

Gradients
    requires_grad(handle), is_leaf(handle), retains_grad(handle) -> bool
    set_requires_grad(handle, bool), retain_grad(handle)
    grad(handle) -> Handle or None;  set_grad(handle, Handle or None)
    grad_fn(handle) -> an object with name() and next_functions(), a tuple of pairs (such an object or None, int);
                                    None where there is none
    is_grad_enabled() -> bool;  set_grad_enabled(bool)
    backward(outputs, gradients, retain_graph, create_graph, inputs)        inputs: a list, or None for all leaves
    gradients(outputs, gradients, retain_graph, create_graph, inputs, allow_unused) -> tuple of Handles and Nones
    custom(name, inputs, outputs, dirty, non_differentiable, backward) -> tuple of Handles
                                    outputs, computed without history, are given back as new tensors over the same
                                    numbers (the same tensor, if it is dirty) with a node called `name`; on the way back
                                    backward(tuple of Handles) gives a tuple of Handles and Nones, one an input
    register_hook(handle, hook) -> an object with remove(); hook(Handle) gives a Handle or None

Draws
    generator(device) -> Handle;  default_generator(device) -> Handle       of the machine that was chosen
    manual_seed(generator, seed), seed(generator) -> int, initial_seed(generator) -> int
    get_state(generator) -> Handle of a uint8 tensor;  set_state(generator, Handle)
    generator_device(generator) -> str

The machine
    cuda_devices() -> a list of names of GPUs, empty on a machine without
    default_dtype() -> name;  set_default_dtype(name)
"""

from torch_core import (  # noqa: F401
    Handle,
    backward,
    cuda_devices,
    custom,
    data,
    data_ptr,
    default_dtype,
    default_generator,
    device,
    dtype,
    from_bytes,
    from_list,
    function,
    functions,
    generator,
    generator_device,
    get_state,
    grad,
    grad_fn,
    gradients,
    initial_seed,
    is_grad_enabled,
    is_leaf,
    item,
    manual_seed,
    method,
    methods,
    register_hook,
    requires_grad,
    retain_grad,
    retains_grad,
    seed,
    set_data,
    set_default_dtype,
    set_grad,
    set_grad_enabled,
    set_requires_grad,
    set_state,
    shape,
    storage_offset,
    stride,
    text,
    to_bytes,
    to_list,
    version,
)
