// Sorting and selecting as PyTorch's builds do it: which of equal elements comes first, and so
// which index a program prints, is a matter of the algorithm.
//
// Source  GCC 12's libstdc++, bits/stl_algo.h and bits/stl_heap.h: std::sort, std::partial_sort
//         and std::nth_element; quick_select_template of aten/src/ATen/native/Sorting.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace playground::ops {

/// An element by a number that is in its order, and where it was.
struct Keyed {
  std::uint64_t key;
  std::int64_t index;
};

/// By the key, and those of one key by their index: std::stable_sort.
void sort_stably(std::span<Keyed> elements);

/// std::sort by the key.
void sort_as_gcc(std::span<Keyed> elements);

/// std::partial_sort: the first `count` are the least, in their order.
void partial_sort_as_gcc(std::span<Keyed> elements, std::size_t count);

/// std::nth_element: at `nth` is what would be there if all were sorted, and nothing behind it is
/// less.
void nth_element_as_gcc(std::span<Keyed> elements, std::size_t nth);

/// The same, as torch.kthvalue does it.
void quick_select(std::span<Keyed> elements, std::size_t nth);

}  // namespace playground::ops
